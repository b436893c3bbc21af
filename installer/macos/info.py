"""What macOS is told of the bundle: version, oldest system, and which files are its own."""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Any

from desktop_app.version import RELEASED, __version__

IDENTIFIER = "org.roundtable-workshop.roundtable"
WORKSHOP, LIBRARY = f"{IDENTIFIER}.workshop", f"{IDENTIFIER}.library"
OLDEST_SYSTEM = "14.0"
"""PySide6's wheels are for macOS 14 and newer."""
ICON, FILE_ICON = "roundtable.icns", "workshop.icns"


def info() -> dict[str, Any]:
    """Return the content of Info.plist."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Roundtable",
        "CFBundleDisplayName": "Roundtable",
        "CFBundleExecutable": "roundtable",
        "CFBundlePackageType": "APPL",
        "CFBundleVersion": __version__,
        "CFBundleShortVersionString": __version__,
        "CFBundleIconFile": ICON,
        "CFBundleDocumentTypes": [*_own(), *_brought_in()],
        "UTExportedTypeDeclarations": [_workshop_type(), _library_type()],
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.business",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{RELEASED[:4]} The Roundtable authors",
    }


def _own() -> list[dict[str, Any]]:
    """Return that a double click on a workshop, or on a copy of a library, opens it here."""
    return [
        {
            "CFBundleTypeName": name,
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeIconFile": FILE_ICON,
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [kind],
        }
        for name, kind in (("Roundtable workshop", WORKSHOP), ("Roundtable library", LIBRARY))
    ]


def _brought_in() -> list[dict[str, Any]]:
    """Return that ballots may be opened here, and belong to other applications."""
    kinds = {
        "Ballots": ["public.comma-separated-values-text", "org.openxmlformats.spreadsheetml.sheet"],
    }
    return [
        {
            "CFBundleTypeName": name,
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": types,
        }
        for name, types in kinds.items()
    ]


def _workshop_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": WORKSHOP,
        "UTTypeDescription": "Roundtable workshop",
        "UTTypeConformsTo": ["public.json"],
        "UTTypeIconFile": FILE_ICON,
        "UTTypeTagSpecification": {
            "public.filename-extension": ["roundtable"],
            "public.mime-type": ["application/x-roundtable+json"],
        },
    }


def _library_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": LIBRARY,
        "UTTypeDescription": "Roundtable library",
        "UTTypeConformsTo": ["public.data"],
        "UTTypeIconFile": FILE_ICON,
        "UTTypeTagSpecification": {
            "public.filename-extension": ["roundtable-library"],
            "public.mime-type": ["application/x-roundtable-library"],
        },
    }


def write(path: Path) -> None:
    """Write Info.plist."""
    path.write_bytes(plistlib.dumps(info()))
