"""Holds the diagnostics of the code, docs/diagnostics.md and the tests together: each id in all three.

Rules of style likewise, with docs/style.md; the passages that they are measured on are tests of them.
"""

import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent


def text(folder):
    return "\n".join(path.read_text() for path in sorted((root / folder).rglob("*.swift")))


documented = set(re.findall(r"^\| `([a-z0-9-]+)` \|", (root / "docs/diagnostics.md").read_text(), flags=re.M))
code, tests = text("Sources"), text("Tests")
in_code = set(re.findall(r"(?:\.(?:error|warning|note),|leak\()\s*(?:id:\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)+)\"", code))
for id in sorted(in_code - documented):
    print(f"diagnostic '{id}' has no row in docs/diagnostics.md")
for id in sorted(documented):
    if f'"{id}"' not in code and f'"{id.split("-")[0]}-\\(' not in code:
        print(f"docs/diagnostics.md lists '{id}', which no code reports")
    if not re.search(rf'["\[]{id}["\]]', tests):
        print(f"diagnostic '{id}' is shown by no test")

rules = set(re.findall(r'StyleRule\(\s*"(style-[a-z-]+)"', text("Sources/PackhorseLinting")))
listed = set(re.findall(r"^\| `(style-[a-z-]+)` \|", (root / "docs/style.md").read_text(), flags=re.M))
passages = (root / "Tests/Fixtures/style/passages.txt").read_text()
for id in sorted(rules ^ listed):
    print(f"rule '{id}' stands in one of Sources/PackhorseLinting and docs/style.md alone")
for id in sorted(rules):
    if not re.search(rf"\b{id}\b(?!-)", passages) and f'"{id}"' not in tests:
        print(f"rule '{id}' is shown by no test")
