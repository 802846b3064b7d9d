"""What build.spec says on Windows and macOS only: icons, version resource, document types."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from icons import Icons

#: Of the program among macOS's bundles, and in AppStream's catalogue.
IDENTIFIER: Final = "io.github.autochrome.Autochrome"

#: Ending -> (MIME type, Uniform Type Identifier) of the files the window offers itself for.
DOCUMENTS: Final = {
    "jpg": ("image/jpeg", "public.jpeg"),
    "png": ("image/png", "public.png"),
    "tif": ("image/tiff", "public.tiff"),
    "webp": ("image/webp", "org.webmproject.webp"),
    "avif": ("image/avif", "public.avif"),
    "gif": ("image/gif", "com.compuserve.gif"),
}


def exe(name: str, version: str, icons: Icons, work: Path) -> dict[str, Any]:
    """More arguments for PyInstaller's EXE."""
    if sys.platform == "win32":
        resource = work / f"{name}-version.txt"
        resource.write_text(version_resource(name, version), encoding="utf-8")
        return {"icon": str(icons.ico), "version": str(resource)}
    if sys.platform == "darwin":
        # a photo dropped on the icon, or opened with the program, arrives as an argument
        return {"icon": str(icons.icns), "argv_emulation": name == "Autochrome"}
    return {}


def version_resource(name: str, version: str) -> str:
    """Windows' VERSIONINFO as PyInstaller reads it: what Explorer shows under Details."""
    numbers = [int(part) for part in re.findall(r"\d+", version)[:4]]
    quad = tuple(numbers + [0] * (4 - len(numbers)))
    words = {
        "CompanyName": "Autochrome",
        "FileDescription": "Autochrome: colour for black-and-white photographs",
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "Apache-2.0",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Autochrome",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={quad}, prodvers={quad}, mask=0x3f, flags=0,"
        " OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def info_plist(version: str) -> dict[str, Any]:
    """What stands in Info.plist on macOS beyond what PyInstaller writes."""
    types = [identifier for _, identifier in DOCUMENTS.values()]
    return {
        "CFBundleShortVersionString": version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Photograph",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": types,
            }
        ],
        "LSApplicationCategoryType": "public.app-category.photography",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
    }
