"""No committed file names a package index or a folder of somebody's machine."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.helpers import ROOT

# In halves, so that this file does not find itself.
TRACES = [
    "index" + "-url",
    "find" + "-links",
    r"https?://\S*" + r"(pypi|pythonhosted|artifact)",
    "/wo" + "rk/",
    "/ro" + r"ot\b",
    "/ho" + r"me/\w",
    "/Us" + r"ers/\w",
    r"[A-Z]:\\Us" + "ers",
]
TRACE = re.compile("|".join(TRACES))


def committed_texts() -> dict[str, str]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    texts = {}
    for name in filter(None, listed.stdout.decode().split("\0")):
        file = ROOT / name
        content = file.read_bytes() if file.is_file() else b""
        if b"\0" not in content:
            texts[name] = content.decode("utf-8", "replace")
    return texts


def test_no_committed_file_names_an_index_or_a_machine() -> None:
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in committed_texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if TRACE.search(line)
    ]
    assert found == []
