"""`Mailbox`: the latest request of a slot counts, the lowest rank goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.background.mailbox import Mailbox


def _synchronous(handle: Callable[[str], None]) -> Mailbox[str]:
    return Mailbox(handle, name="none", synchronous=True)


def test_the_latest_of_a_slot_counts_and_goes_last() -> None:
    handled: list[str] = []
    box = _synchronous(handled.append)
    for slot, item in (("a", "a1"), ("b", "b1"), ("a", "a2")):
        assert box.put(slot, item)
    assert box.interrupted
    box.run_pending()
    assert handled == ["b1", "a2"]
    assert not box.interrupted


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=12))
def test_the_lowest_rank_goes_first_and_within_a_rank_the_oldest(
    asked: list[tuple[int, int]],
) -> None:
    handled: list[str] = []
    box = _synchronous(handled.append)
    for number, (slot, rank) in enumerate(asked):
        box.put(slot, f"{rank}:{number:02}", rank=rank)
    box.run_pending()
    latest = {slot: f"{rank}:{number:02}" for number, (slot, rank) in enumerate(asked)}
    assert handled == sorted(latest.values())


def test_what_comes_while_it_works_is_worked_off_too() -> None:
    handled: list[str] = []

    def handle(item: str) -> None:
        handled.append(item)
        if item == "first":
            assert not box.interrupted
            box.put("slot", "second")
            assert box.interrupted

    box = _synchronous(handle)
    box.put("slot", "first")
    box.run_pending()
    assert handled == ["first", "second"]


def test_what_is_forgotten_is_not_handled() -> None:
    handled: list[str] = []
    box = _synchronous(handled.append)
    box.put("gone", "gone")
    box.put("kept", "kept")
    box.forget("gone")
    box.forget("never there")
    box.run_pending()
    assert handled == ["kept"]


def test_what_is_put_back_gives_way_to_what_is_newer() -> None:
    handled: list[str] = []
    box = _synchronous(handled.append)
    box.put_back("slot", "old")
    box.put("slot", "new")
    box.put_back("slot", "old")
    box.run_pending()
    assert handled == ["new"]


def test_closing_gives_back_what_was_not_begun() -> None:
    handled: list[str] = []
    box = _synchronous(handled.append)
    box.put("slot", "late")
    assert box.close() == ["late"]
    assert not box.put("slot", "later")
    box.run_pending()
    assert handled == []


def test_an_error_nobody_expected_is_reported_and_the_next_one_handled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    handled: list[str] = []
    failed: list[tuple[str, str]] = []

    def handle(item: str) -> None:
        if item == "bad":
            raise ZeroDivisionError("no.")
        handled.append(item)

    box = Mailbox(
        handle,
        failed=lambda item, error: failed.append((item, str(error))),
        name="none",
        synchronous=True,
    )
    box.put("a", "bad")
    box.put("b", "good")
    box.run_pending()
    assert (reported, failed, handled) == ([ZeroDivisionError], [("bad", "no.")], ["good"])


def test_its_thread_takes_what_comes_until_it_is_closed() -> None:
    handled: list[tuple[str, str]] = []
    second = threading.Event()

    def handle(item: str) -> None:
        handled.append((item, threading.current_thread().name))
        if item == "first":
            box.pause(60)  # until there is something better to do
        second.set() if item == "second" else None

    box: Mailbox[str] = Mailbox(handle, name="postman")
    with pytest.raises(RuntimeError, match="thread of its own"):
        box.run_pending()
    box.put("slot", "first")
    box.put("slot", "second")
    assert second.wait(30)
    assert box.close() == []
    assert handled[-1] == ("second", "postman")
    assert "postman" not in {thread.name for thread in threading.enumerate()}
