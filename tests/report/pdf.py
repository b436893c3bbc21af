"""Reads printed documents back, as a person who got the file would."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)


def text_of(path: Path) -> str:
    """Return the text of all pages on one line, words parted by single spaces."""
    return " ".join(_run("pdftotext", "-enc", "UTF-8", "-layout", str(path), "-").split())


def flowing_text_of(path: Path) -> str:
    """Return the text in reading order, so that what wraps in a column stays together."""
    return " ".join(_run("pdftotext", "-enc", "UTF-8", str(path), "-").split())


def texts_of(path: Path) -> list[str]:
    """Return the text of each page in reading order."""
    pages = _run("pdftotext", "-enc", "UTF-8", str(path), "-").split("\f")
    return [" ".join(page.split()) for page in pages[:-1]]


def pages_of(path: Path) -> int:
    return int(facts_of(path)["Pages"])


def facts_of(path: Path) -> dict[str, str]:
    lines = _run("pdfinfo", "-enc", "UTF-8", str(path)).splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


def fonts_of(path: Path) -> list[list[str]]:
    """Return the columns of each font: name, type, ..., embedded, subset, ..."""
    return [line.split() for line in _run("pdffonts", str(path)).splitlines()[2:]]


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def tags_of(path: Path) -> list[str]:
    """Return the tag tree in reading order: a line for each element and for each of its texts.

    Elements are named with their parents, such as "L/LI/Lbl"; a text stands after its element's
    name and a colon.
    """
    parents: list[str] = []
    lines: list[str] = []
    for line in _run("pdfinfo", "-enc", "UTF-8", "-struct-text", str(path)).splitlines():
        words = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        if element := _ELEMENT.match(words):
            parents[depth:] = [element.group(1)]
            lines.append("/".join(parents[1:]))
        elif words.startswith('"'):
            lines.append(f"{'/'.join(parents[1:depth])}: {words[1:-1]}")
        elif words.startswith("/"):
            lines[-1] += f" {words}"
    return lines[1:]


_ELEMENT = re.compile(r"(\w+)(?: \((?:block|inline)\))?:?$")
