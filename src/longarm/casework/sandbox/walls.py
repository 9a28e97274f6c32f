"""What a child does to itself before it sees a byte of a stranger's file. Linux; what the kernel refuses is left out and told.

In this order: limits of work and memory, no core, no file that grows, no new process; no new rights, no debugger, death
with the parent; namespaces of its own (no network, no other processes' IPC) and an empty read-only root; no new
descriptor; and last a list of the few system calls that remain (seccomp): to read and write what is open, memory, time,
and the end.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

NAMESPACES: Final = "namespaces"
EMPTY_ROOT: Final = "empty-root"
NO_NEW_RIGHTS: Final = "no-new-rights"
NO_DESCRIPTORS: Final = "no-descriptors"
SYSTEM_CALLS: Final = "system-calls"  # the wall without which no picture is opened

# Numbers of <linux/prctl.h>, <linux/sched.h>, <sys/mount.h>, <sys/mman.h>.
_PDEATHSIG, _DUMPABLE, _NO_NEW_PRIVS = 1, 4, 38
_NEW_USER, _NEW_NET, _NEW_NS, _NEW_IPC, _NEW_UTS = 0x10000000, 0x40000000, 0x00020000, 0x08000000, 0x04000000
_RDONLY_NOSUID_NODEV_NOEXEC, _REC_PRIVATE = 1 | 2 | 4 | 8, 0x4000 | 0x40000
_PROT_READ, _PROT_EXEC = 1, 4
_ROOT: Final = b"/tmp"  # only a place to stand on: an empty file system is mounted over it, for this process alone

_CALLS: Final = (
    *("read", "readv", "write", "writev", "close", "fstat", "lseek"),
    *("brk", "munmap", "mremap", "madvise", "futex", "sched_yield", "sched_getaffinity"),
    *("rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall"),
    *("clock_gettime", "clock_getres", "gettimeofday", "time", "getrusage", "getrandom", "getpid", "gettid"),
    *("exit", "exit_group"),
)
_NEVER_TO_RUN: Final = ("mmap", "mprotect")  # allowed, but never for memory that can be executed


def load() -> Any:
    """The library that writes the list of system calls, loaded while it still can be. None where libseccomp is not installed."""
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError):
        return None
    return pyseccomp


def stand(seccomp: Any, cpu: int, memory: int) -> tuple[str, ...]:
    """Puts up the walls and returns which of them stand. There is no way back."""
    _limit(cpu, memory)
    if sys.platform != "linux":
        return ()
    libc = ctypes.CDLL(None, use_errno=True)
    standing = []
    if _alone(libc):
        standing.append(NAMESPACES)
        if _empty_root(libc):
            standing.append(EMPTY_ROOT)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        standing.append(NO_NEW_RIGHTS)
    libc.prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    standing.append(NO_DESCRIPTORS)
    if seccomp is not None and _few_calls(seccomp):
        standing.append(SYSTEM_CALLS)
    return tuple(standing)


def no_writable_code() -> None:
    """Memory that can be written and run, where ctypes keeps functions that it lends to a library, can only be run from now on.

    Before `stand`, for a child that needs such functions. Raises OSError where the kernel refuses.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    for line in Path("/proc/self/maps").read_text("ascii").splitlines():
        span, rights, *_ = line.split()
        if "w" in rights and "x" in rights:
            first, end = (int(one, 16) for one in span.split("-"))
            if libc.mprotect(ctypes.c_void_p(first), ctypes.c_size_t(end - first), _PROT_READ | _PROT_EXEC) != 0:
                raise OSError(ctypes.get_errno(), "mprotect")


def _limit(cpu: int, memory: int) -> None:
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        with suppress(ValueError, OSError):  # an administrator's limit is lower already
            resource.setrlimit(what, (most, most))


def _alone(libc: ctypes.CDLL) -> bool:
    """Namespaces of its own. In a new one no network device is up: there is no way out, not even to this machine."""
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_USER | _NEW_NET | _NEW_NS | _NEW_IPC | _NEW_UTS) != 0:
        return False
    with suppress(OSError):  # the rights inside are needed for the empty root only
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def _empty_root(libc: ctypes.CDLL) -> bool:
    if libc.mount(b"none", b"/", None, _REC_PRIVATE, None) != 0:
        return False
    if libc.mount(b"none", _ROOT, b"tmpfs", _RDONLY_NOSUID_NODEV_NOEXEC, b"size=4k,mode=555") != 0:
        return False
    try:
        os.chroot(_ROOT)
    except OSError:
        return False
    os.chdir("/")
    return True


def _few_calls(seccomp: Any) -> bool:
    """Everything that is not named is refused (EPERM), so that a library that merely asks goes on without."""
    import errno

    try:
        filtered = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
        for call in _CALLS:
            with suppress(OSError):  # `time` is not there on every processor
                filtered.add_rule(seccomp.ALLOW, call)
        for call in _NEVER_TO_RUN:
            filtered.add_rule(seccomp.ALLOW, call, seccomp.Arg(2, seccomp.MASKED_EQ, _PROT_EXEC, 0))
        filtered.load()
    except OSError:
        return False
    return True
