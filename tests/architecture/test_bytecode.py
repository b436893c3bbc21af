"""Set-up leaves nothing for a start to compile, PySide6's own modules included."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from tests.helpers import run_python

WHERE = (
    "import sys, PySide6.QtCore;"
    "loader = sys.modules['shibokensupport.signature.loader'];"
    "print(loader.__file__, getattr(loader, '__cached__', ''), sep='\\n')"
)


def test_set_up_unpacks_what_pyside_would_compile_at_each_start(tmp_path: Path) -> None:
    copy_of_shiboken(tmp_path)
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "module.py").write_text("NAME = 1\n", "utf-8")
    everything = {"PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = run_python("installer/keep_bytecode.py", ours, **everything)
    assert (done.returncode, done.stderr) == (0, "")
    source, compiled = run_python("-c", WHERE, **everything).stdout.splitlines()
    assert Path(source).is_relative_to(tmp_path / "shiboken6")
    assert Path(compiled).is_file()
    assert [file.name.partition(".")[0] for file in ours.rglob("*.pyc")] == ["module"]


def copy_of_shiboken(folder: Path) -> None:
    """Copy the package as it ships: whatever was unpacked in the installed one stays behind."""
    spec = importlib.util.find_spec("shiboken6")
    assert spec is not None
    assert spec.origin is not None
    unpacked = shutil.ignore_patterns("files.dir")
    shutil.copytree(Path(spec.origin).parent, folder / "shiboken6", ignore=unpacked)
