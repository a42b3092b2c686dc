"""Packhorse killed at every step, refused every step, and started twice. Nothing of its code is shared or replaced."""

import itertools
import os
import pathlib
import shutil
import tempfile

import pytest

from commands import PROCESSORS, stay_on
from program import PACKHORSE
from states import Stage


@pytest.fixture(scope="session")
def workshop():
    """A folder for sites; in memory where there is one, because the builds of others are waited for on a disk."""
    assert shutil.which("strace"), "strace is missing: make test installs it"
    assert os.access(PACKHORSE, os.X_OK), "make build makes what is tested"
    stay_on(PROCESSORS[0])
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="packhorse-crash-", dir=memory) as folder:
        yield pathlib.Path(folder).resolve()


@pytest.fixture(scope="session")
def make_folder(workshop):
    """Makes an empty folder for a site."""
    numbers = itertools.count()

    def make():
        folder = workshop / f"site-{next(numbers)}"
        folder.mkdir()
        return folder

    return make


@pytest.fixture(scope="session")
def stage_of(make_folder):
    """Makes a scenario ready, once."""
    stages = {}

    def ready(scenario):
        if scenario.name not in stages:
            stages[scenario.name] = Stage(scenario, make_folder)
        return stages[scenario.name]

    return ready
