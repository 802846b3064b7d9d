"""What stands beside a photo in files of other programs, read as XMP.

They are strangers' files: their size, depth and number of parts are bounded, and one that cannot be
read costs nothing but itself.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import InvalidDataError, SidecarError
from core.files.windows_paths import long_path
from core.metadata.sidecar_names import find_sidecars
from core.metadata.takeout import takeout_packet
from core.metadata.xmp_packet import is_packet, utf8_packet

#: Bytes of the largest sidecar that is read.
_MOST: Final = 8_000_000


@dataclass(frozen=True)
class Sidecars:
    """The sidecars of one photo.

    Attributes:
        packets: XMP, the most trusted first.
        errors: what could not be read.
    """

    packets: tuple[bytes, ...] = ()
    errors: tuple[SidecarError, ...] = ()


def read_sidecars(photo: Path) -> Sidecars:
    """Everything readable beside a photo; it raises nothing."""
    packets, errors = list[bytes](), list[SidecarError]()
    for path in find_sidecars(photo):
        try:
            packet = read_sidecar(path)
        except SidecarError as error:
            errors.append(error)
        except Exception as error:  # noqa: BLE001  (it costs the sidecar, never the photo)
            errors.append(_error(path, type(error).__name__))
        else:
            packets += [packet] if packet is not None else []
    return Sidecars(tuple(packets), tuple(errors))


def read_sidecar(path: Path) -> bytes | None:
    """A sidecar as an XMP packet in UTF-8; None for JSON that is not about a photo.

    Raises:
        SidecarError: it cannot be read, is too large or is damaged.
    """
    content = sidecar_content(path)
    if path.suffix.lower() == ".json":
        try:
            return takeout_packet(content)
        except InvalidDataError as error:
            raise _error(path, str(error).rstrip(".")) from error
    packet = utf8_packet(content).strip(b"\x00 \r\n\t")
    if not is_packet(packet):
        raise _error(path, "it is not XMP, or nested too deeply")
    return packet


def sidecar_content(path: Path) -> bytes:
    """The bytes of a sidecar.

    Raises:
        SidecarError: it cannot be read, or is too large.
    """
    place = long_path(path)
    try:
        if not stat.S_ISREG(place.stat().st_mode):  # a pipe would be waited for without end
            raise _error(path, "it is no ordinary file")
        with place.open("rb") as file:
            content = file.read(_MOST + 1)
    except (OSError, ValueError) as error:
        raise _error(path, str(getattr(error, "strerror", None) or error)) from error
    if len(content) > _MOST:
        raise _error(path, f"it has more than {_MOST // 1_000_000} MB")
    return content


def _error(path: Path, reason: str) -> SidecarError:
    return SidecarError(
        f"{path.name} beside the photo could not be read ({reason}): what it says is left out.",
        path,
    )
