"""What an archive asks of a PDF beside tags: what its colours mean, and streams that end in a line.

PDF/A-2a is ISO 19005-2, level A. Knows ReportLab's PDF objects and nothing of pages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from reportlab.pdfbase import pdfdoc

from desktop_app.resources import resource

_CONDITION = "sRGB IEC61966-2.1"


@cache
def _profile() -> bytes:
    return resource("colour", "sRGB.icc").read_bytes()


def say_what_colours_mean(document: Any) -> None:
    """Add the output intent: all colours of `document` are of sRGB (6.2.4.3)."""
    profile = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3}), _profile(), filters=[pdfdoc.PDFZCompress]
    )
    intent = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString(_CONDITION),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]  # else it is dropped
    catalogue.OutputIntents = pdfdoc.PDFArray([intent])


def _with_a_line_end(
    written: Callable[[Any, Any], bytes],
) -> Callable[[Any, Any], bytes]:
    """Return what writes a stream with an end of line after its data (6.1.7.1)."""

    @wraps(written)
    def format_(stream: Any, document: Any) -> bytes:
        return written(stream, document).removesuffix(b"endstream\n") + b"\nendstream\n"

    return format_


# Pages and fonts make their streams while they are saved, so that no class of ours could stand in.
pdfdoc.PDFStream.format = _with_a_line_end(pdfdoc.PDFStream.format)
