"""Sends mutated photos of every format through probe, read, colorize and write, in one process.

``python -m tests.fuzz.run --minutes 1 --seed 1``. Anything but a typed error is a failure, and the
file that made it is kept. A crash of the process leaves the file it had in hand as ``in-hand``.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from core.batch.fingerprint import stated_fingerprint
from core.colorize.look import Look
from core.colorize.render import compose
from core.errors import AutochromeError
from core.metadata.provenance import Provenance
from core.photo.probe import probe
from core.photo.read import page_count, read_photo
from core.photo.thumbnail import thumbnail
from core.photo.write import write_photo
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import seeds

_PROVENANCE: Final = Provenance("fuzz", "1", "ab" * 32, "Autochrome", {"size": 256})
_TARGETS: Final = (".jpg", ".png", ".tif", ".webp", ".avif")
#: Largest picture that is decoded; a mutated header may promise any.
_MEGAPIXELS: Final = 4.0
#: Seconds after which one file counts as a hang.
_HANG_S: Final = 60


@dataclass
class Fuzz:
    """One run.

    Attributes:
        keep: where files that made a failure go.
        work: a folder for the file in hand and its result.
    """

    rng: random.Random
    keep: Path
    work: Path
    files: Counter[str] = field(default_factory=Counter)
    done: int = 0
    refused: int = 0
    failures: list[str] = field(default_factory=list)

    def run(self, minutes: float) -> None:
        """Go through the formats in turn until the time is over."""
        originals, end = list(seeds()), time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            for name, content in originals:
                self.one(name, mutated(content, self.rng))

    def one(self, name: str, content: bytes) -> None:
        """One file, through everything."""
        self.files[name] += 1
        faulthandler.dump_traceback_later(_HANG_S, exit=True)
        # on the disk first, or a crash would take it along
        (self.keep / f"in-hand-{name}").write_bytes(content)
        path = self.work / name
        path.write_bytes(content)
        try:
            header = probe(path)
            self._through(path)
            self.done += 1
        except AutochromeError as error:
            self.refused += 1
            if not str(error).endswith("."):
                self._failed(name, content, f"no sentence: {error}")
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self._failed(name, content, traceback.format_exc())
        else:
            if header.error is not None:
                self._failed(name, content, f"read, though probe says: {header.error}")
        finally:
            faulthandler.cancel_dump_traceback_later()
            (self.keep / f"in-hand-{name}").unlink()

    def _through(self, path: Path) -> None:
        page_count(path)
        photo = read_photo(path, max_megapixels=_MEGAPIXELS)
        thumbnail(path, 16, max_megapixels=_MEGAPIXELS)
        ab = np.full((2, 4, 4), 20.0, np.float32)
        result = compose(photo, ab, Look())
        target = self.work / f"result{self.rng.choice(_TARGETS)}"
        write_photo(result, target, overwrite=True, provenance=_PROVENANCE)
        header = probe(target)
        if header.error is not None or not header.is_result:
            raise AssertionError(f"the result is not one: {header}")
        stated_fingerprint(target)

    def _failed(self, name: str, content: bytes, words: str) -> None:
        digest = hashlib.sha256(content).hexdigest()[:12]
        kept = self.keep / f"{digest}-{name}"
        kept.write_bytes(content)
        self.failures.append(f"{kept}:\n{words}")
        print(self.failures[-1], file=sys.stderr)  # noqa: T201


def main() -> int:
    """0 where nothing but typed errors came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        fuzz = Fuzz(random.Random(options.seed), options.keep, Path(work))  # noqa: S311
        fuzz.run(options.minutes)
    print(  # noqa: T201
        f"{fuzz.files.total()} files of {len(fuzz.files)} kinds: {fuzz.done} colorized, "
        f"{fuzz.refused} refused, {len(fuzz.failures)} failures (seed {options.seed})."
    )
    return bool(fuzz.failures)


if __name__ == "__main__":
    sys.exit(main())
