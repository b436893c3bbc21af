"""What of the macOS bundle can be looked at without a Mac."""

from __future__ import annotations

import ast
import plistlib
import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.version import __version__
from installer.macos import icons, info
from tests.helpers import ROOT

FOLDER = ROOT / "installer" / "macos"


def test_the_plist_reads_back_with_version_and_document_type(tmp_path: Path) -> None:
    info.write(tmp_path / "Info.plist")
    told = plistlib.loads((tmp_path / "Info.plist").read_bytes())
    assert told["CFBundleShortVersionString"] == __version__
    assert told["LSMinimumSystemVersion"] == "14.0"
    own = [each for each in told["CFBundleDocumentTypes"] if each["LSHandlerRank"] == "Owner"]
    declared = told["UTExportedTypeDeclarations"]
    names = [one["UTTypeIdentifier"] for one in declared]
    assert [each["LSItemContentTypes"] for each in own] == [[name] for name in names]
    tags = [one["UTTypeTagSpecification"]["public.filename-extension"] for one in declared]
    assert tags == [["roundtable"], ["roundtable-library"]]


def test_the_entitlements_can_be_read() -> None:
    assert all(plistlib.loads((FOLDER / "entitlements.plist").read_bytes()).values())


@pytest.mark.gui
def test_both_icons_have_every_size_that_a_mac_asks_for(tmp_path: Path) -> None:
    icons.write(tmp_path)
    for name in (info.ICON, info.FILE_ICON):
        with Image.open(tmp_path / name) as picture:
            pixels = {width * scale for width, _, scale in picture.info["sizes"]}
        assert pixels == {32, 64, 128, 256, 512, 1024}


@pytest.mark.parametrize(
    "script", [*ROOT.glob("installer/**/*.sh"), *ROOT.glob("installer/**/*.command")]
)
def test_every_script_can_be_read_by_a_plain_shell(script: Path) -> None:
    done = subprocess.run(["sh", "-n", script], check=False, capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.parametrize("spec", sorted(ROOT.glob("installer/**/*.spec")))
def test_what_a_spec_names_is_there(spec: Path) -> None:
    text = spec.read_text("utf-8")
    ast.parse(text)
    named = re.findall(r"\"((?:desktop_app|installer|resources|tests)(?:/[\w.]+)*)\"", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
