"""Zip files that tell neither when nor on which system they were written."""

from __future__ import annotations

import io
import zipfile

_FIRST_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
"""What a zip file calls the system it was made on; else Windows would write a 0 there."""


def packed_alike(packed: bytes) -> bytes:
    """Return a zip file with the same entries, the same bytes wherever it is written."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as before,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = 0o644 << 16, _UNIX
            after.writestr(entry, before.read(name))
    return held.getvalue()
