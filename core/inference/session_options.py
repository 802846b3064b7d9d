"""Options of ONNX Runtime's sessions: threads, optimization, an arena that does not grow."""

from __future__ import annotations

from typing import Final

import onnxruntime as ort

#: ONNX Runtime's "fatal": what fails is raised, not logged on standard error.
SILENT: Final = 4


def session_options(
    threads: int,
    level: ort.GraphOptimizationLevel = ort.GraphOptimizationLevel.ORT_ENABLE_ALL,
) -> ort.SessionOptions:
    """Options of a session with so many threads for the CPU; 0 is one for each physical core."""
    options = ort.SessionOptions()
    options.graph_optimization_level = level
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = SILENT
    options.intra_op_num_threads = threads
    # the search for buffers that can be used again compares every pair of tensors by their shapes'
    # names: four fifths of a session's creation, and neither peak memory nor a run gains by it
    options.enable_mem_reuse = False
    # spinning threads keep every core busy after a run, when the picture is being finished
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def limit_cpu_arena(options: ort.SessionOptions, megabytes: int) -> None:
    """Give this session an arena of its own that refuses to grow past the limit.

    The registered allocator is the one sessions opened *from now on* take when they ask for it;
    those opened before keep theirs.
    """
    memory = ort.OrtMemoryInfo(
        "Cpu", ort.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, ort.OrtMemType.DEFAULT
    )
    arena = ort.OrtArenaCfg({"max_mem": megabytes << 20, "arena_extend_strategy": 1})
    ort.create_and_register_allocator(memory, arena)
    options.add_session_config_entry("session.use_env_allocators", "1")
