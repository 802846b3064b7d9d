"""Megapixels in hand at once, on the threads of one worker."""

from __future__ import annotations

import threading

from core.cluster.megapixel_budget import MegapixelBudget


def test_megapixels_in_hand_are_bounded_and_a_large_photo_goes_alone() -> None:
    budget, held, most = MegapixelBudget(1.0), [0.0], [0.0]
    lock = threading.Lock()

    def take(megapixels: float) -> None:
        with budget.share(megapixels):
            with lock:
                held[0] += min(megapixels, 1.0)
                most[0] = max(most[0], held[0])
            threading.Event().wait(0.01)
            with lock:
                held[0] -= min(megapixels, 1.0)

    sizes = [0.1, 0.7, 5.0, 0.3, 0.3, 0.3, 1.0, 0.2] * 3
    threads = [threading.Thread(target=take, args=(size,)) for size in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 0.5 < most[0] <= 1.0 + 1e-6
