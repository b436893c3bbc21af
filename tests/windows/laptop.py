"""A Windows laptop for one test: a copy of wine's prefix, and what a person does on it."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.windows.wine import HOUSE, Wine

OFFSCREEN = {"WINEQT_QPA_PLATFORM": "offscreen"}
PROGRAMS = r"C:\users\{}\AppData\Local\Programs\Roundtable"


@dataclass(frozen=True)
class Laptop:
    """One person's Windows; paths that begin with C: are below `drive`."""

    wine: Wine

    @property
    def drive(self) -> Path:
        """Return drive C."""
        return self.wine.drive

    @property
    def home(self) -> str:
        """Return the folder into which Roundtable goes unless another is said."""
        people = (path.name for path in (self.drive / "users").iterdir())
        return PROGRAMS.format(next(name for name in people if name != "Public"))

    @property
    def library(self) -> Path:
        """Return the folder of the person's workshops."""
        return self.here(self.home).parents[1] / "Roundtable"

    def here(self, windows: str) -> Path:
        """Return where a path of Windows lies on this machine."""
        return self.drive.joinpath(*windows.removeprefix("C:\\").split("\\"))

    def setup(self, setup: Path, folder: str = "") -> int:
        """Install without a question, and return the exit status."""
        self._put_on_drive(setup)
        # The folder is the rest of the line, without quotes, so a space parts arguments here.
        status = self.run("C:\\setup.exe", "/S", *(f"/D={folder}".split(" ") if folder else ()))
        self.wine.settle()
        return status.returncode

    def setup_with_files_no_larger(self, megabytes: int, setup: Path) -> int:
        """Install on a disk that takes no larger file, as a full one takes none."""
        called = self._put_on_drive(setup)
        limit = megabytes * 1_000_000
        done = subprocess.run(
            [HOUSE / "wine64", called, "/S"],
            env=self.wine.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            restore_signals=False,  # Python ignores the one of too large a file, and so wine does
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
            check=False,
        )
        self.wine.settle()
        return done.returncode

    def _put_on_drive(self, setup: Path) -> Path:
        called = self.drive / "setup.exe"
        called.unlink(missing_ok=True)  # it may be a link to another set-up, to be left as it is
        if _same_disk(setup, self.drive):
            os.link(setup, called)
        else:
            shutil.copy(setup, called)
        return called

    def uninstall(self, folder: str = "") -> int:
        """Take the program away without a question, and return the exit status."""
        done = self.run(f"{folder or self.home}\\uninstall.exe", "/S")
        self.wine.settle()
        return done.returncode

    def roundtable(self, *arguments: str, folder: str = "") -> subprocess.CompletedProcess[str]:
        """Call `roundtable ARGUMENTS` as in a console."""
        return self.run(f"{folder or self.home}\\roundtable.com", *arguments)

    def open_window(self, folder: str = "") -> subprocess.Popen[str]:
        """Start Roundtable as a double click does, and return at once."""
        return self.wine.start([f"{folder or self.home}\\Roundtable.exe"], variables=OFFSCREEN)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows to its end."""
        return self.wine.run(command, check=False, variables=OFFSCREEN)

    def registered(self, key: str) -> dict[str, str]:
        """Return the values of one of the person's keys, {} where there is none."""
        listed = self.run("reg", "query", f"HKCU\\{key}").stdout
        found = re.findall(r"^    (.+?)    REG_\w+    ?(.*?)\r?$", listed, re.MULTILINE)
        return dict(found)


def new_laptop(template: Wine, prefix: Path) -> Laptop:
    """Copy a prefix; the files of Windows itself are shared, where the disk is the same."""
    drive = prefix / "drive_c"
    drive.mkdir(parents=True)
    for path in template.prefix.iterdir():
        if path != template.drive:
            subprocess.run(["cp", "-a", path, prefix], check=True)
    for name in ("windows", "users", "Program Files", "ProgramData"):
        if (template.drive / name).is_dir():
            shared = ["-l"] if name == "windows" and _same_disk(template.drive, drive) else []
            subprocess.run(["cp", "-a", *shared, template.drive / name, drive], check=True)
    return Laptop(Wine(prefix))


def _same_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def everything_in(folder: Path) -> set[str]:
    """Return the paths of all files in a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
