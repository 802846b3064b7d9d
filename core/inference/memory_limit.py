"""A limit of memory for this process, which it cannot take back: `limit_memory`.

Unix has one of the address space. Windows has job objects: a process in one whose limit of
committed memory is reached is refused more
(https://learn.microsoft.com/en-us/windows/win32/api/winnt/ns-winnt-jobobject_extended_limit_information).
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

#: ``JOB_OBJECT_LIMIT_PROCESS_MEMORY``, and the class of `ExtendedLimits`.
_PROCESS_MEMORY: Final = 0x100
_EXTENDED_LIMITS: Final = 9


class BasicLimits(ctypes.Structure):
    """``JOBOBJECT_BASIC_LIMIT_INFORMATION``."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limit_memory(number: int) -> None:
    """Let this process have so many bytes and no more.

    Raises:
        OSError, ValueError: the system refuses that; macOS does where more is mapped already.
    """
    if sys.platform == "win32":
        limit_by_job(ctypes.WinDLL("kernel32", use_last_error=True), number)
    else:
        import resource  # noqa: PLC0415  (Unix has it)

        resource.setrlimit(resource.RLIMIT_AS, (number, number))


def limit_by_job(kernel: Any, number: int) -> None:  # noqa: ANN401  (a library's functions)
    """Put this process into a job object of its own; the job ends with the process.

    Raises:
        OSError: the system refuses that.
    """
    handle = ctypes.c_void_p
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = handle
    kernel.SetInformationJobObject.argtypes = (
        handle, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32,
    )  # fmt: skip
    kernel.AssignProcessToJobObject.argtypes = (handle, handle)
    limits = ExtendedLimits(ProcessMemoryLimit=number)
    limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY
    job = kernel.CreateJobObjectW(None, None)
    size = ctypes.sizeof(limits)
    if not (
        job
        and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.addressof(limits), size)
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    ):
        raise OSError("Windows refuses a limit of memory")
