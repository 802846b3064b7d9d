"""Run first in the packed program: what it starts must not find its libraries.

PyInstaller points LD_LIBRARY_PATH at the program's folder. The loader has read it by now; a file
manager opened by "Show in folder" would read it again, and break on another libstdc++.
"""

import os
import sys

if sys.platform.startswith("linux"):
    _before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if _before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = _before
