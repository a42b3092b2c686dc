"""What lies on disk at a moment, and what should."""

import dataclasses
import os
import shutil
import stat

import sites
from commands import packhorse

STORY_TRACES = [text.encode() for text in [sites.TITLE, sites.SUMMARY, *sites.SENTENCES]]


def snapshot(folder):
    """Everything in a folder, by its path: kind, permissions, content, and whether its date is a foreign file's."""
    if not os.path.lexists(folder):
        return None
    found = {}
    root = os.fsencode(folder)
    for path, folders, files in os.walk(root):
        for name in folders + files:
            whole = os.path.join(path, name)
            status = os.lstat(whole)
            if stat.S_ISLNK(status.st_mode):
                content = os.readlink(whole)
            elif stat.S_ISDIR(status.st_mode):
                content = None
            else:
                with open(whole, "rb") as file:
                    content = file.read()
            is_dated = stat.S_ISREG(status.st_mode) and status.st_mtime == sites.LONG_AGO
            found[os.path.relpath(whole, root)] = (status.st_mode, content, is_dated)
    return found


def public(folder):
    return snapshot(folder / "public")


def beside(folder):
    """The names of everything in the site folder but its sources and its output."""
    found = set()
    for path, folders, files in os.walk(folder):
        if path == str(folder):
            folders[:] = [name for name in folders if name not in ("content", "private", "public")]
        found |= {os.path.relpath(os.path.join(path, name), folder) for name in folders + files}
    return found


def tells_of_story(files):
    """The files that hold the story's title or a sentence of it."""
    return sorted(
        os.fsdecode(name) for name, (_, content, _) in (files or {}).items()
        if content and any(trace in content for trace in STORY_TRACES))


def difference(found, expected):
    """Where a folder is not as expected, in a few words."""
    if found is None or expected is None:
        return "there is no folder" if found is None else "there is a folder"
    names = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))

    def word(name):
        return "missing" if name not in found else "too much" if name not in expected else "different"

    return ", ".join(f"{os.fsdecode(name)} {word(name)}" for name in names[:6]) or "no difference"


@dataclasses.dataclass(frozen=True)
class Scenario:
    """A site as it was built last (or never), and as it is to be built next."""

    name: str
    before: dict | None
    after: dict
    # The story was withdrawn after the last build.
    withdrawn: bool = False

    def __str__(self):
        return self.name

    def make(self, folder):
        if self.before is None:
            return sites.write(folder, self.after)
        sites.write(folder, self.before)
        succeed(packhorse(folder, "build"))
        sites.add_foreign(folder)
        if self.withdrawn:
            succeed(packhorse(folder, "withdraw", "garden"))
        sites.write(folder, self.after, old=self.before)


class Stage:
    """A scenario made ready, and what it leads to when nothing disturbs it."""

    def __init__(self, scenario, make_folder):
        self.make_folder = make_folder
        self.template = make_folder()
        scenario.make(self.template)
        self.old = public(self.template)
        self.old_withdrawn = self.after("withdraw", "garden")
        # A clean build: no earlier one, no notes, only the foreign files.
        clean = make_folder()
        sites.write(clean, scenario.after)
        if scenario.before is not None:
            sites.add_foreign(clean)
        if scenario.withdrawn:
            succeed(packhorse(clean, "withdraw", "garden"))
        succeed(packhorse(clean, "build"))
        self.new = public(clean)
        self.beside = beside(clean)
        succeed(packhorse(clean, "withdraw", "garden"))
        self.new_withdrawn = public(clean)
        succeed(packhorse(clean, "build"))
        self.rebuilt_withdrawn = public(clean)

    def folder(self):
        """A site just before the command that is disturbed.

        The files of the output are the template's own, so that their states are those that the last build noted;
        packhorse puts new files in their place and never writes into one.
        """
        folder = self.make_folder()
        output = str(self.template / "public") + os.sep

        def copy(source, target):
            if source.startswith(output):
                return os.link(source, target, follow_symlinks=False)
            return shutil.copy2(source, target)

        shutil.copytree(self.template, folder, symlinks=True, copy_function=copy, dirs_exist_ok=True)
        return folder

    def after(self, *arguments):
        folder = self.folder()
        succeed(packhorse(folder, *arguments))
        return public(folder)

    def is_whole(self, files):
        """True for the old site, the new one, and none before the first build."""
        return files in (self.old, self.new)


def is_exchanged(run, stage):
    """True where the new site took the place of the old one in one step."""
    return stage.old is None or "RENAME_EXCHANGE) = 0" in run.log


def succeed(run):
    assert run.status == 0, run.error
    return run


# Notes that are there or not, whatever was disturbed.
OPTIONAL = {".packhorse/withdrawn", ".packhorse/pages", ".packhorse/site"}


def check_beside(folder, expected):
    """Nothing of ours is left but the notes that an undisturbed build leaves too."""
    odd = beside(folder) ^ (expected | (OPTIONAL & beside(folder)))
    assert not odd, f"beside the output: {sorted(odd)}"


def check_same(found, expected, when):
    assert found == expected, f"{when}: {difference(found, expected)}"


SCENARIOS = [
    Scenario("first build", None, sites.BASE),
    Scenario("one page changes", sites.BASE, sites.ONE_PAGE),
    Scenario("every page changes", sites.BASE, sites.EVERY_PAGE),
    Scenario("pages come, go and move", sites.BASE, sites.MOVED_PAGES),
    Scenario("folders for files", sites.BASE, sites.FOLDERS_FOR_FILES),
    Scenario("a story is withdrawn in the register", sites.BASE, sites.WITHDRAWN_IN_REGISTER),
]
FEW_OF_MANY = Scenario("few of many files change", sites.LARGE, sites.LARGE_CHANGED)
