"""What one file may cost: the limits of the reader, and how the reading process is held to them."""

import sys
from dataclasses import dataclass

MEBI = 1 << 20

FILE_BYTES = 400 * MEBI
"""Size on disk, and size once unpacked, above which a file is not read."""
RATIO = 100
"""Unpacked to packed size, above which a file over `RATIO_FROM` unpacked is a bomb: genuine ones reach 41."""
RATIO_FROM = 20 * MEBI
PARTS = 10_000
"""Parts of one archive; the genuine files seen have a few hundred at most."""
CELLS = 2_000_000
"""Cells of the used range of one sheet, and values of a whole book."""
TEXT_CHARACTERS = 40 * MEBI
"""Text of a whole book: shared strings can be repeated without end at little cost to the file."""


LINKS = 200_000
"""Links of one sheet that are taken note of."""
LINK_CHARACTERS = 2_000
"""Longest address that is taken note of; the log holds 500."""
_ORPHAN_SECONDS = 60
"""Work after which a reading process ends by itself: the program that would end it may be gone."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory in bytes and time in seconds that the process which reads one file may use."""

    memory: int = 1024 * MEBI
    seconds: float = 20.0


def limit_this_process(memory: int) -> None:
    """Let this process allocate no more than ``memory`` bytes and leave no memory dump behind."""
    if sys.platform == "win32":
        _limit_by_job(memory)
    else:
        import resource  # POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (_ORPHAN_SECONDS, _ORPHAN_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold names and phone numbers


def bytes_taken(number: int) -> int:
    """Memory that the process of that number has now, in bytes, for whoever watches it.

    Windows counts towards the limit of a job what it counts here. A system may take such a limit and not hold
    it, as Wine does; then the watch ends the process. Elsewhere the kernel lets no process have more than its
    limit, so that there is nothing to watch: 0, as for a process that has ended.
    """
    if sys.platform == "win32":
        return _committed(number)
    return 0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from typing import ClassVar

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _PROCESS_TIME = 0x0002
    _PROCESS_MEMORY = 0x0100
    _TICKS = 10_000_000  # of 100 ns, a second
    _DIE_ON_UNHANDLED_EXCEPTION = 0x0400  # no error report, which would hold a dump
    _MAY_BE_ASKED = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION

    class _BasicLimits(ctypes.Structure):
        _fields_: ClassVar = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_: ClassVar = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    class _Counters(ctypes.Structure):  # PROCESS_MEMORY_COUNTERS
        _fields_: ClassVar = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("WorkingSetAndQuotas", ctypes.c_size_t * 6),
            ("PagefileUsage", ctypes.c_size_t),  # committed, what the limit of a job is about
            ("PeakPagefileUsage", ctypes.c_size_t),
        ]

    def _committed(number: int) -> int:
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        kernel.K32GetProcessMemoryInfo.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        process = kernel.OpenProcess(_MAY_BE_ASKED, 0, number)
        try:
            kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
        finally:
            kernel.CloseHandle(process)
        return int(counters.PagefileUsage)

    def _limit_by_job(memory: int) -> None:
        """Put this process into a job of its own; the handle stays open as long as the process lives."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        ]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        limits = _ExtendedLimits()
        flags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        limits.BasicLimitInformation.LimitFlags = flags
        limits.BasicLimitInformation.PerProcessUserTimeLimit = _ORPHAN_SECONDS * _TICKS
        limits.ProcessMemoryLimit = memory
        job = kernel.CreateJobObjectW(None, None)
        done = (
            job
            and kernel.SetInformationJobObject(
                job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        )
        if not done:
            raise ctypes.WinError(ctypes.get_last_error())
