"""The command under test: what `make build` built, which is what people get, or the one that `PACKHORSE=path` names."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKHORSE = os.environ.get("PACKHORSE", str(ROOT / ".build/release/packhorse"))
