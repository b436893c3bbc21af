"""What goes along with a package: the licences of its parts, and where the source of Qt is."""

from __future__ import annotations

from pathlib import Path

from installer.release import licences


def lay_out(packages: Path, name: str, version: str, texts: dict[str, str]) -> None:
    """Put down what describes an installed package."""
    about = packages / f"{name.lower()}-{version}.dist-info"
    files = {"METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n", **texts}
    for file, text in files.items():
        (about / file).parent.mkdir(parents=True, exist_ok=True)
        (about / file).write_text(text, "utf-8")
    lines = [f"{about.name}/{file},,\n" for file in (*files, "RECORD")]
    (about / "RECORD").write_text("".join(lines), "utf-8")


def test_each_part_has_its_licence_and_qt_its_source(tmp_path: Path) -> None:
    lay_out(tmp_path / "lib", "PySide6_Essentials", "6.12.0", {})
    texts = {"licenses/LICENSES/BSD.txt": "Do as you like.", "licenses/others/BSD.txt": "Ask."}
    lay_out(tmp_path / "lib", "Printing", "1.0", texts)
    folder = tmp_path / "licences"
    licences.write(folder, tmp_path / "lib")
    about = (folder / "README.txt").read_text("utf-8")
    assert "qt/6.12/6.12.0/single/" in about
    assert "PySide6-6.12.0-src" in about
    assert "PyInstaller" not in about
    assert "LESSER GENERAL PUBLIC" in (folder / "LGPL-3.txt").read_text("utf-8").upper()
    assert "SIL OPEN FONT LICENSE" in (folder / "fonts-OFL.txt").read_text("utf-8")
    kept = {path.name: path.read_text("utf-8") for path in (folder / "packages").rglob("*.txt")}
    assert kept == {"BSD.txt": "Do as you like.", "others-BSD.txt": "Ask."}


def test_pythons_licence_is_there_on_a_machine_that_has_no_notices(tmp_path: Path) -> None:
    licences.write_python(tmp_path / "Python.txt", documents=tmp_path / "nowhere")
    kept = (tmp_path / "Python.txt").read_text("utf-8")
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in kept
    ours = (licences.TEXTS / "Python.txt").read_text("utf-8")
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in ours
