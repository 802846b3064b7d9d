"""Every error ``core`` raises on purpose. Each carries the file it is about in ``.path``.

::

    AutochromeError
    ├── PhotoError                a photograph could not be used
    │   ├── PhotoNotFoundError        no such file
    │   ├── UnreadablePhotoError      damaged, truncated, or not a picture at all
    │   ├── UnsupportedFormatError    a picture, but its format needs an extra or is unknown
    │   ├── AnimatedPhotoError        more than one frame in time
    │   ├── PhotoTooLargeError        more pixels than the limit
    │   ├── AlreadyColoredError       it has colours and recolouring was not asked for
    │   ├── UnsureTintError           toned or faint in colour: not certain, and nobody has said
    │   └── ReferencePhotoError       it has no colours that another photo could borrow
    ├── WriteError                a result could not be written
    │   ├── TargetExistsError         something is there and overwriting was not asked for
    │   ├── TargetIsSourceError       the result would replace the original
    │   └── UnwritableTargetError     no permission, no folder, no room, or an unknown format
    │       └── DiskFullError             no room: the same write succeeds once there is some
    ├── ModelError                a model file could not be used
    │   ├── ModelNotFoundError        no such file
    │   ├── ModelCorruptError         not an ONNX file, or truncated
    │   ├── ModelContractError        an ONNX file of another contract or Lab convention
    │   ├── ModelHashError            not the bytes that were expected
    │   ├── ModelUnsafeError          it asks for what no colorizer needs, or for too much
    │   └── LibraryError              the library of models has no such one, or cannot be written
    ├── SessionError              ONNX Runtime could not run
    │   ├── UnknownDeviceError        a device name that does not exist
    │   └── OutOfMemoryError          the picture is too large for this machine at this size
    ├── ShareError                before and after cannot be shown together
    ├── HintError                 a colour hint that is not one (outside the photo, bad colour)
    ├── SidecarError              metadata beside a photo that could not be read, or written
    ├── InvalidDataError          JSON that is not what it should be: settings, a sidecar
    ├── ClusterError              the workers of a cluster could not be used
    │   └── WorkerLostError           a photo has ended its worker too often
    └── StoreError                the queue's file is damaged, unreachable or of a newer program
        ├── StoreBusyError            another program works through this queue
        └── StoreFullError            no room for the queue itself

The message is one sentence in English naming what happened and what to do. Only the command line
and the window decide how to say it.
"""

from __future__ import annotations

from pathlib import Path


class AutochromeError(Exception):
    """Root of the tree.

    Args:
        message: one sentence: what happened and what to do.
        path: the file it is about, if there is one.
    """

    def __init__(self, message: str, path: Path | None = None) -> None:
        super().__init__(message)
        self.path = path


class PhotoError(AutochromeError):
    """A photograph could not be used."""


class PhotoNotFoundError(PhotoError):
    """No such file."""


class UnreadablePhotoError(PhotoError):
    """Damaged, truncated, or not a picture at all.

    ``salvageable`` where its size is known: a part of it may be decoded.
    """

    salvageable = False


class UnsupportedFormatError(PhotoError):
    """A picture whose format needs an optional extra, or is not known."""


class AnimatedPhotoError(PhotoError):
    """More than one frame in time."""


class PhotoTooLargeError(PhotoError):
    """More pixels than the limit."""


class AlreadyColoredError(PhotoError):
    """The photo has colours already and recolouring was not asked for."""


class UnsureTintError(PhotoError):
    """It may be toned or faint in colour: that is not certain, and nobody has said which."""


class ReferencePhotoError(PhotoError):
    """It has no colours that another photo could borrow."""


class WriteError(AutochromeError):
    """A result could not be written."""


class TargetExistsError(WriteError):
    """Something is there already and overwriting was not asked for."""


class TargetIsSourceError(WriteError):
    """The result would replace the original."""


class UnwritableTargetError(WriteError):
    """No permission, no folder, no room, or a format that cannot be written."""


class DiskFullError(UnwritableTargetError):
    """No room on the disk, or in the quota."""


class ModelError(AutochromeError):
    """A model file could not be used."""


class ModelNotFoundError(ModelError):
    """No such file."""


class ModelCorruptError(ModelError):
    """Not an ONNX file, or a truncated one."""


class ModelContractError(ModelError):
    """An ONNX file of another contract or Lab convention."""


class ModelHashError(ModelError):
    """Not the bytes that were expected."""


class ModelUnsafeError(ModelError):
    """It asks for what no colorizer needs, or for more time or memory than a first opening may."""


class LibraryError(ModelError):
    """The library of models has no such model, or cannot be written."""


class SessionError(AutochromeError):
    """ONNX Runtime could not open the model or run it."""


class UnknownDeviceError(SessionError):
    """A device name that does not exist."""


class OutOfMemoryError(SessionError):
    """The picture is too large for this machine at this size."""


class ShareError(AutochromeError):
    """Before and after cannot be shown together."""


class HintError(AutochromeError):
    """A colour hint that is not one."""


class SidecarError(AutochromeError):
    """Metadata beside a photo, by another program, that could not be read or copied."""


class InvalidDataError(AutochromeError, ValueError):
    """Text that should hold settings, options or a sidecar, and does not."""


class ClusterError(AutochromeError):
    """The workers of a cluster could not be used."""


class WorkerLostError(ClusterError):
    """A photo has ended its worker, or the program itself, too often."""


class StoreError(AutochromeError):
    """The file of a queue could not be used."""


class StoreBusyError(StoreError):
    """Another program works through this queue."""


class StoreFullError(StoreError):
    """No room for the queue itself."""


def system_reason(error: OSError) -> str:
    """What the system says of a file, as it may stand in a sentence: no path, never ``None``."""
    return error.strerror or (str(error) if len(error.args) == 1 else "") or type(error).__name__
