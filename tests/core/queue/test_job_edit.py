from __future__ import annotations

from pathlib import Path

from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import write_sidecar
from core.queue.job import JobSettings
from core.queue.job_edit import job_edit, own_edit, settings_digest

OWN = Edit(Look(saturation=2.0), (ColorHint(0.5, 0.5, (10, 20)),))


def test_a_photos_own_edit_is_found_and_can_be_ignored(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    assert own_edit(photo, JobSettings()) == Edit()
    write_sidecar(photo, OWN)
    assert own_edit(photo, JobSettings()) == OWN
    assert own_edit(photo, JobSettings(ignore_edits=True)) == Edit()


def test_what_it_says_nothing_of_is_the_jobs() -> None:
    edit = job_edit(OWN, JobSettings(warmth=0.5, seed=3, size=128, recolor=True))
    assert edit == Edit(OWN.look, OWN.hints, 3, recolor=True, size=128)
    assert job_edit(Edit(), JobSettings(warmth=0.5)).look == Look(warmth=0.5)


def test_it_counts_for_the_digest_where_there_is_one() -> None:
    plain = JobSettings()
    assert settings_digest(Edit(), plain) == plain.digest()
    assert settings_digest(Edit(), JobSettings(ignore_edits=True)) == plain.digest()
    digests = {settings_digest(e, plain) for e in (Edit(), OWN, Edit(seed=1), Edit(OWN.look))}
    assert len(digests) == 4
    assert settings_digest(OWN, plain) != settings_digest(OWN, JobSettings(seed=1))
