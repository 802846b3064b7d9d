"""Copies what stands beside a photo to beside its result.

XMP is made true of the result on the way: its orientation, its sizes, and the places of faces.
Google Takeout's JSON, which says nothing of pixels, is copied as it is.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import SidecarError, WriteError
from core.files.atomic import atomic_file, same_file
from core.metadata.provenance import output_xmp
from core.metadata.sidecar_names import find_sidecars
from core.metadata.sidecars import read_sidecar, sidecar_content
from core.metadata.xmp_facts import FileFacts


def copy_sidecars(
    source: Path, target: Path, facts: FileFacts, *, overwrite: bool = False
) -> tuple[SidecarError, ...]:
    """Copy every sidecar of a photo; what could not be copied, and why.

    Args:
        source: the photo.
        target: its result: ``scan.jpg.xmp`` becomes ``scan_color.jpg.xmp``.
        facts: of the result.
        overwrite: replace what stands beside the result.
    """
    errors = list[SidecarError]()
    for sidecar in find_sidecars(source):
        copy = _name(sidecar, source, target)
        if same_file(sidecar, copy):
            continue
        try:
            _copy(sidecar, copy, facts, overwrite=overwrite)
        except SidecarError as error:
            errors.append(error)
        except WriteError as error:
            errors.append(SidecarError(str(error), copy))
    return tuple(errors)


def _name(sidecar: Path, source: Path, target: Path) -> Path:
    if sidecar.suffix.lower() == ".json":
        return target.with_name(f"{target.name}.json")
    of_the_file = sidecar.name.casefold() == f"{source.name}.xmp".casefold()
    return target.with_name(f"{target.name if of_the_file else target.stem}{sidecar.suffix}")


def _copy(sidecar: Path, copy: Path, facts: FileFacts, *, overwrite: bool) -> None:
    packet = read_sidecar(sidecar)
    if packet is None:  # JSON of something else
        return
    is_xmp = sidecar.suffix.lower() == ".xmp"
    content = output_xmp(packet, None, facts) if is_xmp else sidecar_content(sidecar)
    with atomic_file(copy, overwrite=overwrite) as out:
        out.write(content or b"")
