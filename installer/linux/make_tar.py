"""Make the .tar.xz of the frozen folder with its installer for ~/.local.

Run as python -m installer.linux.make_tar [--quick].
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tarfile
from pathlib import Path

from installer.linux import shared_files
from installer.linux.places import DAY, DIST, FILES, PROGRAM, VERSION


def main() -> None:
    """Make it and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="compress quickly, for tests")
    parser.add_argument("--as-version", default=VERSION)
    parser.add_argument("--to", type=Path, default=DIST)
    options = parser.parse_args()
    name = f"roundtable-{options.as_version}-linux-x86_64"
    tree = make_tree(PROGRAM.parent / "tar" / name, options.as_version)
    options.to.mkdir(parents=True, exist_ok=True)
    target = options.to / f"{name}.tar.xz"
    pack(tree, target, "-1" if options.quick else "-6")
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")


def make_tree(tree: Path, version: str) -> Path:
    """Lay out what the archive holds: program, share, install.sh and how to use it."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(PROGRAM, tree / "program", symlinks=True)
    shared_files.write(tree / "share")
    shutil.copyfile(FILES / "install.sh", tree / "install.sh")
    shutil.copyfile(FILES / "README.txt", tree / "README.txt")
    (tree / "program" / "version").write_text(f"{version}\n", encoding="utf-8")
    return tree


def pack(tree: Path, target: Path, level: str) -> None:
    """Make the archive: the same files give the same bytes."""
    plain = target.with_suffix("")
    with tarfile.open(plain, "w", format=tarfile.GNU_FORMAT) as archive:
        for path in [tree, *sorted(tree.rglob("*"))]:
            archive.add(path, str(path.relative_to(tree.parent)), recursive=False, filter=_plain)
    subprocess.run(["xz", "--force", "--threads=2", level, str(plain)], check=True)


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out whose file it was and when it was made."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = int(DAY.timestamp())
    runs = member.isdir() or member.name.endswith(("/install.sh", "/program/roundtable"))
    member.mode = 0o755 if runs else 0o644
    return member


if __name__ == "__main__":
    main()
