"""ICC's encoding of CIE L*a*b* in 8 and 16 bits (TIFF's photometric 9, Photoshop's mode 9) -> sRGB.

L* fills the range, a* and b* begin at -128 (TIFF 6.0's supplement 2; Adobe Photoshop File Formats
Specification). The white is D50: littleCMS adapts it.
"""

from __future__ import annotations

import pyvips


def srgb_of_lab_codes(image: pyvips.Image, *, full_lightness: bool = True) -> pyvips.Image:
    """The sRGB image, of the same depth, of L*, a*, b* codes; a fourth channel is kept.

    Args:
        image: 3 channels, or 4, of 8 or 16 bits.
        full_lightness: whether L* 100 is the highest code, or, in 16 bits, 0xFF00 as ICC's version
            2 has it.
    """
    wide = image.format == "ushort"
    step = 256 if wide else 1
    top = 0xFF00 if wide and not full_lightness else 0xFFFF if wide else 0xFF
    scale, offset = [100 / top, 1 / step, 1 / step], [0, -128, -128]
    lab = image.extract_band(0, n=3).linear(scale, offset).copy(interpretation="lab")
    rgb = lab.icc_export(
        output_profile="srgb", intent="relative", black_point_compensation=True,
        depth=16 if wide else 8,
    )  # fmt: skip
    rgb = rgb.copy()
    rgb.remove("icc-profile-data")
    return rgb if image.bands < 4 else rgb.bandjoin(image[3])
