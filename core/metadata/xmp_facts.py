"""What an XMP packet says of pixels and file, made true of a result or taken out.

Sources: Google's "Motion Photo format 1.0" and "Ultra HDR image format", ISO 21496-1, XMP part 2
(2022: tiff, exif, Camera Raw and Photoshop namespaces).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.dom.minidom import Element

from core.metadata.xmp_packet import child_elements, drop_property, properties, set_text

_CRS: Final = "http://ns.adobe.com/camera-raw-settings/1.0/"
_CAMERA: Final = "http://ns.google.com/photos/1.0/camera/"

#: Namespaces that promise other pictures in the file, behind the photo: a video, a gain map, depth.
_PROMISES: Final = (
    "http://ns.google.com/photos/1.0/container/",
    "http://ns.google.com/photos/1.0/container/item/",
    "http://ns.google.com/photos/1.0/image/",
    "http://ns.google.com/photos/1.0/audio/",
    "http://ns.google.com/photos/1.0/depthmap/",
    "http://ns.google.com/photos/dd/1.0/device/",
    "http://ns.adobe.com/hdr-gain-map/1.0/",
    "http://ns.apple.com/HDRGainMap/1.0/",
    "http://ns.apple.com/pixeldatainfo/1.0/",
    "http://ns.oplus.com/photos/1.0/camera/",
    "http://ns.xiaomi.com/photos/1.0/camera/",
    "http://ns.vivo.com/photos/1.0/camera/",
)
#: Of darktable, whose steps were never applied to these pixels.
_DARKTABLE: Final = "http://darktable.sf.net/"
_VIDEO: Final = ("MotionPhoto", "MicroVideo")

_TIFF: Final = "http://ns.adobe.com/tiff/1.0/"
_EXIF: Final = "http://ns.adobe.com/exif/1.0/"
#: How the samples were stored; the file says that of itself.
_STORAGE: Final = frozenset(
    {
        *("BitsPerSample", "Compression", "PhotometricInterpretation", "SamplesPerPixel"),
        *("PlanarConfiguration", "YCbCrSubSampling", "YCbCrPositioning", "YCbCrCoefficients"),
        *("TransferFunction", "WhitePoint", "PrimaryChromaticities", "ReferenceBlackWhite"),
        *("NativeDigest",),
    }
)


@dataclass(frozen=True)
class FileFacts:
    """The file that a packet is to be true of.

    Attributes:
        width, height: in pixels, upright.
        mime: ``image/jpeg``.
        grey: whether it has one channel.
        turned: the EXIF orientation by which the pixels were turned upright, 1 to 8.
    """

    width: int
    height: int
    mime: str
    grey: bool = False
    turned: int = 1

    @property
    def stored_size(self) -> tuple[int, int]:
        """Width and height as the photo was stored, in pixels."""
        size = self.width, self.height
        return size[::-1] if self.turned >= 5 else size


def correct_file_facts(descriptions: list[Element], facts: FileFacts) -> None:
    """Take out promises and settings that are not true any more, and set what is known."""
    unapplied = not any(_says(d, _CRS, "AlreadyApplied", "true") for d in descriptions)
    known = {
        (_TIFF, "ImageWidth"): str(facts.width),
        (_TIFF, "ImageLength"): str(facts.height),
        (_EXIF, "PixelXDimension"): str(facts.width),
        (_EXIF, "PixelYDimension"): str(facts.height),
        ("http://ns.adobe.com/photoshop/1.0/", "ColorMode"): "1" if facts.grey else "3",
        ("http://purl.org/dc/elements/1.1/", "format"): facts.mime,
    }
    for description in descriptions:
        for uri, name in properties(description):
            if (value := known.get((uri, name))) is not None:
                _replace(description, uri, name, value)
            elif _is_over(uri, name) or (unapplied and uri == _CRS):
                drop_property(description, uri, name)


def _is_over(uri: str, name: str) -> bool:
    return (
        uri in (*_PROMISES, _DARKTABLE)
        or (uri == _CAMERA and name.startswith(_VIDEO))
        or (uri in (_TIFF, _EXIF) and name in _STORAGE)
    )


def _says(description: Element, uri: str, name: str, value: str) -> bool:
    texts = [description.getAttributeNS(uri, name)]
    for node in child_elements(description):
        if (node.namespaceURI, node.localName) == (uri, name):
            texts += [getattr(inner, "data", "") for inner in node.childNodes]
    return any(text.strip().lower() == value for text in texts)


def _replace(description: Element, uri: str, name: str, value: str) -> None:
    attribute = description.getAttributeNodeNS(uri, name)
    if attribute is not None:
        attribute.value = value
    for node in child_elements(description):
        if (node.namespaceURI, node.localName) == (uri, name):
            set_text(node, value)
