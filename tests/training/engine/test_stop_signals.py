from __future__ import annotations

import math
import os
import signal
import threading
import time

import pytest

from training.engine.stop_signals import StopRequest, stop_on_signals


def test_nobody_asked() -> None:
    assert not StopRequest()
    assert StopRequest(asked=True)


def test_a_deadline_passes() -> None:
    assert StopRequest(deadline=time.monotonic() - 1)
    assert not StopRequest(deadline=time.monotonic() + 3600)
    assert StopRequest().deadline == math.inf


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_the_second_insists(number: int) -> None:
    stop, before = StopRequest(), signal.getsignal(number)
    with stop_on_signals(stop):
        os.kill(os.getpid(), number)
        assert stop
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_a_signal_from_another_thread_arrives() -> None:
    stop = StopRequest()
    with stop_on_signals(stop):
        sender = threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGINT))
        sender.start()
        sender.join()
        deadline = time.monotonic() + 60
        while not stop.asked and time.monotonic() < deadline:
            time.sleep(0.01)
    assert stop.asked


def test_handlers_come_back_after_an_error() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ValueError, match="words"), stop_on_signals(StopRequest()):
        raise ValueError("words")
    assert signal.getsignal(signal.SIGINT) is before
