"""A cluster that runs, or workers started here: connections and cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from core.cluster import connect
from core.cluster.config import ClusterConfig
from core.cluster.run import run_on_cluster
from core.errors import ClusterError
from core.inference.model_file import load_model_spec


@pytest.mark.parametrize("address", ["no address", "tcp://localhost:x", "ftp://localhost:1"])
def test_no_client_is_left_half_open(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    # the garbage collector closes it one day: while another one starts, both wait for one lock
    opened: list[Client] = []

    class Remembered(Client):
        def __init__(self, *args: Any, **options: Any) -> None:
            opened.append(self)  # it is lost to its caller where this raises
            super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(connect, "_CONNECT_S", 0.3)
    monkeypatch.setattr(connect, "Client", Remembered)
    for tried in (address, "tcp://127.0.0.1:1"):
        with pytest.raises(ClusterError), connect._client(ClusterConfig(tried)):
            pass
    assert [client.status for client in opened] == ["closed"]


def test_cards_are_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "cuda_cards", lambda: ["0", "2", "GPU-7", "5"])

    def visible(**config: Any) -> list[str | None]:
        made = connect._workers(ClusterConfig(**config))
        return [worker["options"]["env"].get("CUDA_VISIBLE_DEVICES") for worker in made]

    assert visible(gpus_per_worker=1) == ["0", "2", "GPU-7", "5"]
    assert visible(gpus_per_worker=2) == ["0,2", "GPU-7,5"]
    assert visible(gpus_per_worker=3) == ["0,2,GPU-7"]
    assert visible(gpus_per_worker=1, workers=3) == ["0", "2", "GPU-7"]
    assert visible(workers=2) == [None, None]
    with pytest.raises(ClusterError, match="would need 6 NVIDIA cards, and there are 4"):
        visible(gpus_per_worker=2, workers=3)


def test_no_scheduler_is_a_sentence(
    desk: Any, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "_CONNECT_S", 0.3)
    desk.add(desk.photo("a.png"))
    for address in ("tcp://127.0.0.1:1", "no address"):
        with pytest.raises(ClusterError, match=f"no connection to the Dask scheduler {address}"):
            run_on_cluster(desk.store, load_model_spec(model), ClusterConfig(address))
