"""The engine on a cluster: the same results, whatever happens to workers, which are processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import tifffile
from distributed import Client, LocalCluster, WorkerPlugin
from PIL import Image
from skimage import data

from core.batch.events import (
    JobFailed,
    JobFinished,
    JobReleased,
    JobStarted,
    Noticed,
    Paused,
    QueueFinished,
    Resumed,
    StopReason,
)
from core.batch.limits import BatchControl, Limits
from core.batch.run import run_batch
from core.cluster import connect, driver, worker
from core.cluster.config import ClusterConfig
from core.cluster.driver import JOBS_PER_THREAD
from core.cluster.run import run_on_cluster
from core.colorize.colorizer import Colorizer
from core.colorize.ensemble import load_specs
from core.errors import ClusterError, ModelHashError
from core.inference.model_choice import ModelChoice
from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model
from core.queue.job import IfExists, JobSettings, JobState
from core.queue.locations import album_folder, beside_results
from core.queue.store import JobStore
from tests.core.metadata.test_embedded import xmp
from tests.models import graphs

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
WORKERS, THREADS = 2, 2


def mischief() -> WorkerPlugin:
    """Makes workers do what the name of a photo says, each time one of them starts.

    A class in a function travels as its source's bytecode: workers need not find this file.
    """

    class Mischief(WorkerPlugin):
        def setup(self, worker: Any) -> None:
            from core.batch import steps  # noqa: PLC0415

            read_page = steps.__dict__["read_page"]

            def read(job: Any, *rest: Any) -> Any:
                import os  # noqa: PLC0415
                import signal  # noqa: PLC0415
                import time  # noqa: PLC0415

                from core.errors import SessionError  # noqa: PLC0415
                from core.files import atomic  # noqa: PLC0415

                name, deaths = job.source.name, job.source.with_suffix(".deaths")
                died = deaths.stat().st_size if deaths.exists() else 0
                if "slow" in name:
                    time.sleep(0.2)
                if "sick" in name:
                    raise SessionError("the card has fallen off the bus.", job.source)
                if "poison" in name or ("victim" in name and not died):
                    with deaths.open("a") as file:
                        file.write("x")
                    job.target.parent.mkdir(parents=True, exist_ok=True)
                    half = atomic._part(job.target.parent)
                    half.write(b"half a photo")
                    half.flush()
                    os.kill(os.getpid(), signal.SIGKILL)
                return read_page(job, *rest)

            steps.__dict__["read_page"] = read

    return Mischief()


@pytest.fixture(scope="module")
def one_cluster() -> Iterator[Any]:
    """Two workers for all tests of this file; they come back when they are killed."""
    before = set(psutil.Process().children(recursive=True))
    with (
        connect._started(ClusterConfig(workers=WORKERS)) as started,
        Client(started, set_as_default=False) as client,
    ):
        client.register_plugin(mischief(), "mischief")
        assert list(client.nthreads().values()) == [THREADS] * WORKERS
        yield started
    left = set(psutil.Process().children(recursive=True)) - before
    assert [process for process in left if "spawn_main" in " ".join(process.cmdline())] == []


@pytest.fixture
def cluster(one_cluster: Any) -> Any:
    """It, with all its workers: those that the test before killed have come back."""
    one_cluster.wait_for_workers(WORKERS, timeout=120)
    return one_cluster


def in_this_process(workers: int) -> LocalCluster:
    """A cluster that starts quickly, reached like one that runs elsewhere."""
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=False,
        protocol="tcp",
        dashboard_address="127.0.0.1:0",
    )


@pytest.fixture
def run(cluster: Any, desk: Any, model: Path) -> Callable[..., Any]:
    """The desk's queue, worked off by the cluster."""
    config = ClusterConfig(cluster.scheduler_address, device="cpu")

    def call(**options: Any) -> Any:
        options.setdefault("on_event", desk.events.append)
        spec = options.pop("spec", None) or load_model_spec(model)
        return run_on_cluster(desk.store, spec, config, **options)

    return call


def test_the_same_bytes_as_from_one_machine(desk: Any, run: Any, model: Path) -> None:
    rng = np.random.default_rng(5)
    strange = os.fsdecode(b"caf\xe9 \xf0\x9f\x91\xb5.png") if sys.platform == "linux" else "é.png"
    sources = [desk.photo(name, value=20 * i) for i, name in enumerate(("a.png", "b.jpg", strange))]
    sources.append(desk.inside / "pages.tif")
    with tifffile.TiffWriter(sources[-1]) as tiff:
        for side in (50, 40, 30):
            tiff.write(rng.integers(0, 65_536, (side, 50), np.uint16))
    torn = desk.inside / "torn.jpg"
    torn.write_bytes(sources[1].read_bytes()[:200])
    coloured = desk.inside / "coloured.png"
    Image.fromarray(data.astronaut()[::8, ::8].copy()).save(coloured)
    everything = [*sources, torn, coloured, desk.inside / "gone.png"]
    os.utime(sources[0], (10**9, 10**9))
    sources[0].with_name("a.png.xmp").write_bytes(xmp('xmp:Rating="4"'))
    kept = JobSettings(keep_time=True, copy_sidecars=True)

    desk.store.add(
        [desk.job(source, f"there/{source.name}", settings=kept) for source in everything]
    )
    summary = run()
    assert (summary.done, summary.failed, summary.skipped, summary.left) == (4, 2, 1, 0)
    assert desk.events[-1] == QueueFinished(summary)
    assert len(desk.of_kind(JobStarted)) == len(everything)
    desk.store.add(
        [desk.job(source, f"here/{source.name}", settings=kept) for source in everything]
    )
    run_batch(desk.store, Colorizer(model, device="cpu"))

    there, here = desk.store.jobs()[: len(everything)], desk.store.jobs()[len(everything) :]
    for one, other in zip(there, here, strict=True):
        same = ("source", "state", "error", "error_kind", "provider", "megapixels", "confidence")
        assert [getattr(one, name) for name in same] == [getattr(other, name) for name in same]
        assert one.result == other.result
    for source in sources:
        one, other = (desk.out / place / source.name for place in ("there", "here"))
        assert one.read_bytes() == other.read_bytes()
    for place in ("there", "here"):
        assert (desk.out / place / "a.png").stat().st_mtime == 10**9
        assert (desk.out / place / "a.png.xmp").exists()


def test_workers_hold_an_album_together_as_well_as_one(desk: Any, run: Any) -> None:
    """Each photo but the first borrows from those before it, whoever had them."""
    shots = [data.camera()[40:440, left : left + 400] for left in range(0, 112, 14)]
    sources = [desk.inside / f"{number}.png" for number in range(len(shots))]
    for source, shot in zip(sources, shots, strict=True):
        Image.fromarray(shot).save(source)
    desk.add(*sources, settings=JobSettings(consistent=True))
    assert run().done == len(sources)
    found = [job.found for job in desk.store.jobs()]
    assert sorted(found, key=str) == sorted(
        [None, *["colours as in photos like it"] * (len(sources) - 1)], key=str
    )
    (album,) = album_folder(desk.store.path).iterdir()
    assert len(list(album.glob("*.album"))) == len(sources)


def test_several_models_work_together_there_too(
    desk: Any, run: Any, model: Path, tmp_path: Path
) -> None:
    other = graphs.ddcolor(tmp_path / "ddcolor.onnx")
    choices = [ModelChoice(model), ModelChoice(other, 0.5), ModelChoice(bundled_model(), 0.25)]
    source = desk.photo("a.png")
    desk.store.add([desk.job(source, "there/a.png")])
    assert run(spec=load_specs(choices), models=choices).done == 1
    desk.store.add([desk.job(source, "here/a.png")])
    run_batch(desk.store, Colorizer(choices, device="cpu"))
    there, here = desk.store.jobs()
    assert there.model_sha256 == here.model_sha256
    assert there.target.read_bytes() == here.target.read_bytes()


def test_a_lost_worker_costs_nothing_and_a_deadly_photo_itself(desk: Any, run: Any) -> None:
    good = [desk.photo(f"{number}.png") for number in range(8)]
    desk.add(desk.photo("victim.png"), *good[:4], desk.photo("poison.png"), *good[4:])
    summary = run()
    assert (summary.done, summary.failed, summary.left) == (9, 1, 0)
    failed = desk.of_kind(JobFailed)[0].job
    assert failed.source.name == "poison.png"
    assert failed.error_kind == "WorkerLostError"
    assert "poison.png ended its worker 3 times" in failed.error
    assert (desk.inside / "poison.deaths").read_text() == "xxx"
    assert (desk.inside / "victim.deaths").read_text() == "x"
    words = [event.words for event in desk.of_kind(Noticed)]
    assert "the worker that had victim.png was lost once." in words
    assert desk.results() == sorted(["victim.png", *(photo.name for photo in good)])
    assert {job.attempts for job in desk.store.jobs()} == {1}


def test_a_worker_with_another_model_is_an_error(desk: Any, run: Any, model: Path) -> None:
    desk.add(desk.photo("a.png"))
    spec = replace(load_model_spec(model), sha256="ab" * 32)
    with pytest.raises(
        ModelHashError, match=r"worker tcp://127.* has another model .*abababababab"
    ):
        run(spec=spec)
    assert desk.store.counts()[JobState.WAITING] == 1
    assert desk.results() == []


def test_a_worker_of_another_version_is_an_error(
    desk: Any, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "__version__", "9.9")
    with pytest.raises(ClusterError, match=r"worker tcp://127.* has Autochrome .*computer 9\.9"):
        run()


@pytest.mark.skipif(sys.platform == "win32", reason="it has that device")
def test_a_worker_that_falls_back_says_so(desk: Any, cluster: Any, model: Path) -> None:
    desk.add(desk.photo("a.png"))
    config = ClusterConfig(cluster.scheduler_address, device="directml")
    spec = load_model_spec(model)
    assert run_on_cluster(desk.store, spec, config, on_event=desk.events.append).done == 1
    words = [event.words for event in desk.of_kind(Noticed)]
    assert len(words) == WORKERS
    assert all("directml cannot be used, the CPU is" in line for line in words)


def test_a_worker_that_joins_with_another_model_stops_the_run(
    desk: Any, run: Any, model: Path, tiny_model: Callable[..., Path]
) -> None:
    desk.add(desk.photo("victim.png"), *[desk.photo(f"slow{i}.png") for i in range(150)])

    def listen(event: Any) -> None:  # before the worker that died is back
        desk.events.append(event)
        if (desk.inside / "victim.deaths").exists() and model.exists():
            tiny_model(name="other.onnx", metadata={"version": "0.2"}).rename(model)

    summary = run(on_event=listen)
    assert summary.stopped is StopReason.CLUSTER_FAILED
    assert "has another model" in summary.reason
    assert summary.failed == 0
    assert summary.left == 151 - summary.done > 0


def test_the_scheduler_never_holds_more_than_the_window(desk: Any, run: Any, cluster: Any) -> None:
    desk.add(*[desk.photo(f"{number:02}.png") for number in range(60)])
    held, active, begun = [], [], []

    def listen(event: Any) -> None:
        tasks = list(cluster.scheduler.tasks.values())
        held.append(len(tasks))
        active.append(sum(task.state != "memory" for task in tasks))
        begun.append(desk.store.counts()[JobState.RUNNING])

    assert run(on_event=listen).done == 60
    most = JOBS_PER_THREAD * WORKERS * THREADS
    assert max(begun) == most
    assert 1 < max(active) <= most
    # those that have come back are forgotten a little later: how much later is the machine's matter
    assert 1 < max(held) < 60


# --- control ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "reason"),
    [("stop_after_current", StopReason.STOPPED), ("cancel", StopReason.CANCELLED)],
)
def test_a_stop_puts_back_what_is_not_done(
    desk: Any, run: Any, method: str, reason: StopReason
) -> None:
    desk.add(*[desk.photo(f"slow{number:02}.png") for number in range(30)])
    control = BatchControl()

    def listen(event: Any) -> None:
        desk.events.append(event)
        if isinstance(event, JobFinished):
            getattr(control, method)()

    summary = run(control=control, on_event=listen)
    counts = desk.store.counts()
    assert summary.stopped is reason
    assert (counts[JobState.DONE], counts[JobState.WAITING]) == (summary.done, summary.left)
    assert summary.done + summary.left == 30
    # after the first result: what the threads had in hand; nothing that only waited there
    assert 1 <= summary.done <= 1 + 2 * WORKERS * THREADS
    assert len(desk.of_kind(JobReleased)) == len(desk.of_kind(JobStarted)) - summary.done
    again = run()
    assert (again.done + again.skipped, again.failed, again.left) == (summary.left, 0, 0)
    assert desk.results() == sorted(job.target.name for job in desk.store.jobs())


def test_pause_and_resume(desk: Any, run: Any) -> None:
    desk.add(*[desk.photo(f"{number:02}.png") for number in range(20)])
    control = BatchControl()

    def listen(event: Any) -> None:
        desk.events.append(event)
        if isinstance(event, JobFinished) and len(desk.of_kind(JobFinished)) == 1:
            control.pause()
        if isinstance(event, Paused):
            threading.Timer(0.5, control.resume).start()

    assert run(control=control, on_event=listen).done == 20
    kinds = [type(event) for event in desk.events]
    assert JobStarted not in kinds[kinds.index(Paused) : kinds.index(Resumed)]


def test_an_exception_lets_go_of_everything(desk: Any, run: Any) -> None:
    desk.add(*[desk.photo(f"slow{number:02}.png") for number in range(20)])

    def listen(event: Any) -> None:
        if isinstance(event, JobFinished):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(on_event=listen)
    assert desk.store.counts()[JobState.RUNNING] == 0
    run()
    # the results of workers that were not told in time are known as this queue's own
    assert desk.store.counts()[JobState.DONE] == 20


# --- what goes wrong -------------------------------------------------------------------------


def test_a_result_that_is_there_gets_a_number_the_queue_knows(desk: Any, run: Any) -> None:
    sources = [desk.photo("a.png"), desk.photo("b.png")]
    desk.out.mkdir()
    for name in ("a.png", "a_2.png"):
        (desk.out / name).write_bytes(b"mine")
    desk.store.add([desk.job(s, if_exists=IfExists.RENAME) for s in sources])
    assert run().done == 2
    assert desk.results() == ["a.png", "a_2.png", "a_3.png", "b.png"]
    assert (desk.out / "a.png").read_bytes() == b"mine"
    assert {job.target.name for job in desk.store.jobs()} == {"a_3.png", "b.png"}


def test_a_full_disk_stops_it(desk: Any, run: Any) -> None:
    desk.add(*[desk.photo(f"{number}.png") for number in range(6)])
    summary = run(limits=Limits(disk_reserve_mb=10**9, when_disk_full="stop"))
    assert summary.stopped is StopReason.DISK_FULL
    assert "MB left" in summary.reason
    assert (summary.failed, summary.left) == (0, 6)
    assert desk.results() == []


def test_a_device_that_has_gone_does_not_fail_a_whole_night(desk: Any, run: Any) -> None:
    desk.add(*[desk.photo(f"sick{number:02}.png") for number in range(20)])
    summary = run()
    assert summary.stopped is StopReason.DEVICE_FAILED
    assert summary.reason.startswith("tcp://127.0.0.1")
    assert "fallen off the bus" in summary.reason
    assert (summary.failed, summary.left) == (0, 20)


def test_a_scheduler_that_goes_stops_the_run(desk: Any, model: Path) -> None:
    desk.add(*[desk.photo(f"{number:02}.png") for number in range(40)])
    with in_this_process(1) as there:

        def listen(event: Any) -> None:
            if isinstance(event, JobFinished):
                there.close()

        config = ClusterConfig(there.scheduler_address, device="cpu")
        summary = run_on_cluster(desk.store, load_model_spec(model), config, on_event=listen)
    assert summary.stopped is StopReason.CLUSTER_FAILED
    assert "the Dask scheduler does not answer" in summary.reason
    assert summary.failed == 0
    assert summary.left == 40 - summary.done > 0
    assert desk.store.counts()[JobState.RUNNING] == 0


def test_a_cluster_without_workers_is_waited_for(
    desk: Any, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_NO_WORKERS_S", 0.1)
    desk.add(*[desk.photo(f"{number}.png") for number in range(3)])
    with in_this_process(0) as there:

        def listen(event: Any) -> None:
            desk.events.append(event)
            if isinstance(event, Paused):
                there.scale(1)

        config = ClusterConfig(there.scheduler_address, device="cpu")
        run_on_cluster(desk.store, load_model_spec(model), config, on_event=listen)
    kinds = [type(event) for event in desk.events]
    assert kinds[:3] == [JobStarted, Paused, Resumed]
    assert "no workers" in desk.of_kind(Paused)[0].reason
    assert len(desk.of_kind(JobFinished)) == 3


def test_without_photos_no_worker_is_waited_for(desk: Any, model: Path) -> None:
    with in_this_process(0) as there:
        config = ClusterConfig(there.scheduler_address)
        assert run_on_cluster(desk.store, load_model_spec(model), config).left == 0


# --- the command line ------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and groups of processes")
def test_ctrl_c_reaches_the_driver_and_the_same_command_continues(desk: Any, model: Path) -> None:
    """In a terminal every process of the command gets it; workers finish what they have."""
    for number in range(30):
        desk.photo(f"{number:02}.png", shape=(600, 800))
    command = [
        sys.executable,
        "-m",
        "core.cli",
        "batch",
        str(desk.inside),
        "-o",
        str(desk.out),
    ]
    options = ["--model", str(model), "--engine", "dask", "--workers", "1", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            told = map(json.loads, process.stdout)
            next(event for event in told if event["event"] == "done")
            family = psutil.Process(process.pid).children(recursive=True)
            os.killpg(process.pid, signal.SIGINT)
            *rest, summary = told
            said = process.stderr.read()
            assert process.wait(60) == 3, said
        finally:
            process.kill()
    assert said == "autochrome: finishing the photos in hand; once more stops at once.\n"
    assert summary["stopped"] == "stopped"
    assert summary["left"] == 30 - summary["done"] > 0
    assert [event for event in rest if event["event"] == "noticed"] == []
    assert family
    assert psutil.wait_procs(family, timeout=20)[1] == []
    with JobStore(beside_results(desk.out)) as store:
        counts = store.counts()
        assert (counts[JobState.DONE], counts[JobState.RUNNING]) == (summary["done"], 0)


def test_the_command_line_works_with_a_running_cluster(
    desk: Any, cluster: Any, capsys: pytest.CaptureFixture[str], model: Path
) -> None:
    from core.cli import program  # noqa: PLC0415

    desk.photo("a.png")
    options = ["--model", str(model), "--engine", "dask", "--scheduler", cluster.scheduler_address]
    status = program.main(["batch", str(desk.inside), "-o", str(desk.out), *options])
    said = capsys.readouterr()
    assert (status, said.out) == (0, f"{desk.out / 'a_color.png'}\n")
    assert said.err.startswith("autochrome: 1 photo done in ")
