"""A disk that takes so many bytes a second and no more: a loop device over a file in memory, held back by the kernel.

Any machine becomes one whose writing is waited for, and the disk's own moods are out of what is measured.
"""

import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path

LIMIT = Path("/sys/fs/cgroup/blkio/blkio.throttle.write_bps_device")
TOOLS = ("losetup", "mkfs.ext4", "mount", "umount")


def can_be_made():
    """Whether this machine lets us make one: it takes root, loop devices and the kernel's limits of block devices."""
    return os.geteuid() == 0 and LIMIT.exists() and Path("/dev/loop-control").exists() and all(map(shutil.which, TOOLS))


@contextmanager
def slow_disk(folder, size, rate):
    """An empty ext4 file system of `size` bytes that is written at `rate` bytes a second; gone at the end."""
    image, place = folder / "slow-disk", folder / "slow"
    place.mkdir()
    with ExitStack() as stack:
        stack.callback(image.unlink, missing_ok=True)
        image.touch()
        os.truncate(image, size)
        device = said("losetup", "--find", "--show", image)
        stack.callback(said, "losetup", "--detach", device)
        said("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", device)
        said("mount", device, place)
        stack.callback(said, "umount", place)
        number = Path("/sys/block", Path(device).name, "dev").read_text().strip()
        LIMIT.write_text(f"{number} {rate}")
        stack.callback(LIMIT.write_text, f"{number} 0")
        yield place


def said(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout.strip()
