"""``autochrome``: the command line. Arguments in, exit status out; one line for each error.

Modules that take long to import are imported by the command that needs them.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import logging
import os
import sys

from core.cli import completion
from core.cli.console import LogHandler, flush_output, note, print_error
from core.cli.exit_status import STOPPED, exit_status
from core.cli.parser import parse
from core.cli.streams import discard_output, open_closed_streams
from core.errors import AutochromeError
from core.inference.devices import VET_WORD


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say; returns the exit status.

    Raises:
        SystemExit: after ``--help`` and ``--version`` (0), or arguments that make no sense (2).
    """
    # numpy's OpenBLAS would start a thread for each core, and nothing here has work for them
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    open_closed_streams()
    if (words := sys.argv[1:] if argv is None else argv)[:1] == [VET_WORD]:
        from core.inference import vetting_process

        return vetting_process.main(words[1:])
    logging.basicConfig(level=logging.WARNING, handlers=[LogHandler()], format="%(message)s")
    arguments = parse(argv)
    try:
        status = _run(arguments)
        flush_output()
    except AutochromeError as error:
        print_error(error)
        return exit_status(error)
    except KeyboardInterrupt:
        note("stopped early.")
        return STOPPED
    except BrokenPipeError:
        discard_output()  # or the interpreter would complain while it flushes at its end
        return STOPPED
    return status


def _run(arguments: argparse.Namespace) -> int:
    # ruff: noqa: PLC0415
    if arguments.self_test:
        from core.cli import selftest

        return selftest.run()
    if arguments.command == "completion":
        return completion.run(arguments.shell)
    return _run_command(arguments)


def _run_command(arguments: argparse.Namespace) -> int:
    if arguments.command == "colorize":
        return _colorize(arguments)
    if arguments.command in ("split", "watch", "repair", "share"):
        return _run_others(arguments)
    if arguments.command == "batch":
        from core.cli import batch, batch_options

        return batch.run(batch_options.BatchOptions.of(arguments))
    if arguments.command == "queue":
        from core.cli import queue, queue_options

        return queue.run(queue_options.QueueOptions.of(arguments))
    if arguments.command == "models":
        from core.cli import models, models_options

        return models.run(models_options.ModelsOptions.of(arguments))
    from core.cli import info, options

    return info.run(options.InfoOptions.of(arguments))


def _run_others(arguments: argparse.Namespace) -> int:
    if arguments.command == "split":
        from core.cli import split, split_options

        return split.run(split_options.SplitOptions.of(arguments))
    if arguments.command == "repair":
        from core.cli import repair, repair_options

        return repair.run(repair_options.RepairOptions.of(arguments))
    if arguments.command == "share":
        from core.cli import share, share_options

        return share.run(share_options.ShareRequest.of(arguments))
    from core.cli import watch, watch_options

    return watch.run(watch_options.WatchOptions.of(arguments))


def _colorize(arguments: argparse.Namespace) -> int:
    """The model opens, and the first photo is read, while the other modules are imported."""
    gc.disable()  # what is imported stays
    from concurrent.futures import ThreadPoolExecutor

    from core.inference.session_pool import open_first

    # it writes into the environment, which libraries on other threads may be reading
    importlib.import_module("cv2")

    pool = ThreadPoolExecutor(2, "autochrome-open")
    opening = pool.submit(open_first, arguments.models, arguments.device)
    from core.cli.read_source import read_ahead

    reading = pool.submit(read_ahead, arguments.photos[0], salvage=arguments.salvage)
    pool.shutdown(wait=False)
    from core.cli import colorize, colorize_options

    gc.freeze()
    gc.enable()
    return colorize.run(colorize_options.ColorizeOptions.of(arguments), opening, reading)
