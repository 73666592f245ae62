"""What a process does to itself that may be lost: it ends with its parent, is silent, and takes and writes little."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from contextlib import suppress

_PR_SET_PDEATHSIG = 1


def ends_with(parent: int) -> bool:
    """Have the system end this process when `parent`, which ordered it, ends; false when that one is gone already."""
    with suppress(AttributeError):  # Linux only
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent


def be_silent() -> None:
    """Leave Ctrl-C to the parent and say nothing: a library that gives up says so at length."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def confine(memory: int) -> None:
    """Take at most `memory` bytes from now on, and write no file. What has to be imported has to be imported before."""
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        lowest = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (lowest, lowest))
