"""A process limits its own memory: for real on Unix, and by the calls that Windows documents."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import Any

import pytest

from core.inference.memory_limit import ExtendedLimits, limit_by_job

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS may refuse it")
def test_a_process_is_given_no_more(tmp_path: object) -> None:
    code = (
        "from core.inference.memory_limit import limit_memory\n"
        "limit_memory(1 << 30)\n"
        "try:\n    bytearray(2 << 30)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "refused\n"


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_size_t) != 8, reason="of 64 bits")
def test_the_structure_lies_as_windows_has_it() -> None:
    """Sizes and places of winnt.h on 64 bits."""
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.IoInfo.offset == 64
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112


class Kernel:
    """kernel32, as far as it is called."""

    def __init__(self, *, refuses: str = "") -> None:
        self.calls: list[tuple[Any, ...]] = []
        for name in (
            "CreateJobObjectW", "GetCurrentProcess", "SetInformationJobObject",
            "AssignProcessToJobObject",
        ):  # fmt: skip
            setattr(self, name, self._function(name, 0 if name == refuses else 7))

    def _function(self, name: str, answer: int) -> Any:
        def call(*arguments: Any) -> int:
            if name == "SetInformationJobObject":
                limits = ExtendedLimits.from_address(arguments[2])
                flags = limits.BasicLimitInformation.LimitFlags
                arguments = (*arguments[:2], flags, limits.ProcessMemoryLimit, arguments[3])
            self.calls.append((name, *arguments))
            return answer

        return call


def test_windows_is_asked_for_a_job_object() -> None:
    kernel = Kernel()
    limit_by_job(kernel, 3 << 30)
    assert kernel.calls == [
        ("CreateJobObjectW", None, None),
        ("SetInformationJobObject", 7, 9, 0x100, 3 << 30, ctypes.sizeof(ExtendedLimits)),
        ("GetCurrentProcess",),
        ("AssignProcessToJobObject", 7, 7),
    ]


@pytest.mark.parametrize(
    "name", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_what_windows_refuses_is_an_error(name: str) -> None:
    with pytest.raises(OSError, match="refuses"):
        limit_by_job(Kernel(refuses=name), 1 << 30)
