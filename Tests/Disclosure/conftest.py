"""Sites by the thousand that are built and then attacked; only what is published is read."""

import os
import pathlib
import shutil
import tempfile

import pytest


@pytest.fixture
def make_folder():
    """Makes an empty folder for a site; all of them are gone when the test is over."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = pathlib.Path(tempfile.mkdtemp(prefix="packhorse-disclosure-", dir=memory)).resolve()

    def make(name):
        (folder / name).mkdir()
        return folder / name

    yield make
    shutil.rmtree(folder)
