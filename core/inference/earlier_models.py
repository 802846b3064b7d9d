"""The models that came with earlier versions of the program, by their SHA-256.

A new one changes nobody's finished work by itself: results of these are left as they are until
somebody asks for them anew (`core.queue.job.IfExists.UPDATE`). Whoever ships a model adds the one
it takes the place of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: SHA-256 of ``colorizer.onnx`` -> its version.
EARLIER: Final[Mapping[str, str]] = {
    "0c07d0fe552b4736217b8995f70cbad5f35b05209df8d439e08a2de877441f1e": "0.1.0",
    "bddf1ae6f75af09a3f2a7982a43fe86039b027dd58699caa07ced8d976a9e2fd": "0.1.0",
    "26dd50b03450318456d80c0665cf853455c7fd2284f45f737798d13bbb0edc3d": "0.2.0",
    "64f3271b8bfe9704469bb90580fb44e15634bfce93035be1f301d3a8cd2220f3": "0.3.0",
    "701dc4104f28a7795ce805363997c8908788ec7de1fa31b9580b8e171f7b3f8c": "0.4.0",
    "3f5e90a9ab1766bd217a8cc0be2351ab3983764e695c0446dc37d84c6c09d836": "0.4.0",
    "4a3aa7b3e9dffe0e09d008cb886166bacf758b185c0628f9cf9fc674a0d86bf2": "0.5.0",
    "597365d3cc0dec04c2c787fc21f2e97f8113eb860b8b2a3ad5bd44869aa034e7": "0.6.0",
    "c82c7af98331fcdc0fe1b131b434c532860606c6719007ae6563d3e825e008e3": "0.7.0",
    "f2cb7406c29b4ba4ae9e15d1ca1d78bd47283b8c47daa82085160e41ba3b5edc": "0.7.0",
}
