"""Make the Debian package of the frozen folder: python -m installer.linux.make_deb [--quick].

--as-version VERSION gives the package another version, for tests of upgrades.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
from email.utils import format_datetime
from pathlib import Path

from installer.linux import libraries, shared_files
from installer.linux.places import DAY, DIST, PROGRAM, VERSION, filled

MAINTAINER = "The Roundtable authors <roundtable@example.org>"
ALSO_NEEDED = ("fontconfig-config", "xkb-data")
"""Data that copied libraries read."""
SMALL = ("-Zxz", "-z6")
QUICK = ("-Zgzip", "-z1")


def main() -> None:
    """Make it and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="compress quickly, for tests")
    parser.add_argument("--as-version", default=VERSION)
    parser.add_argument("--to", type=Path, default=DIST)
    options = parser.parse_args()
    tree = PROGRAM.parent / "tree"
    make_tree(tree, options.as_version)
    date_all(tree)
    options.to.mkdir(parents=True, exist_ok=True)
    target = options.to / f"roundtable_{options.as_version}_{architecture()}.deb"
    pack(tree, target, QUICK if options.quick else SMALL)
    print(f"{target} ({target.stat().st_size / 1e6:.1f} MB)")


def make_tree(tree: Path, version: str) -> None:
    """Lay out all files of the package, and what dpkg asks to know of them."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(PROGRAM, tree / "usr/lib/roundtable", symlinks=True)
    shared_files.write(tree / "usr/share")
    link = tree / "usr/bin/roundtable"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/roundtable/roundtable")
    documents = tree / "usr/share/doc/roundtable"
    shared_files.write_compressed(documents / "changelog.gz", changelog(version))
    (documents / "copyright").write_text(filled("copyright"), encoding="utf-8")
    overrides = tree / "usr/share/lintian/overrides/roundtable"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(filled("lintian-overrides"), encoding="utf-8")
    set_modes(tree)
    write_control(tree, version)


def set_modes(tree: Path) -> None:
    """Let everybody read all, and run only what is a program."""
    program = tree / "usr/lib/roundtable/roundtable"
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
    tree.chmod(0o755)


def write_control(tree: Path, version: str) -> None:
    """Write name, version and needs of the package, and the sums of its files."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    control = tree / "DEBIAN"
    control.mkdir(mode=0o755)
    sums = (f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    text = filled(
        "control",
        architecture=architecture(),
        maintainer=MAINTAINER,
        kibibytes=str(sum(-(-path.stat().st_size // 1024) for path in files)),
        depends=", ".join(depends()),
    )
    text = text.replace(f"Version: {VERSION}\n", f"Version: {version}\n")
    (control / "control").write_text(text, encoding="utf-8")


def depends() -> list[str]:
    """Return the packages needed, the C library with its oldest version that will do."""
    found = libraries.system_packages(PROGRAM) | set(ALSO_NEEDED)
    exact = {"libc6": f"libc6 (>= {libraries.least_glibc(PROGRAM)})"}
    return [exact.get(name, name) for name in sorted(found)]


def changelog(version: str) -> str:
    """Return Debian's form of what is new."""
    head = f"roundtable ({version}) stable; urgency=medium\n\n  * Roundtable {version}.\n\n"
    return f"{head} -- {MAINTAINER}  {format_datetime(DAY)}\n"


def date_all(tree: Path) -> None:
    """Give every file the day of the release."""
    seconds = int(DAY.timestamp())
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def pack(tree: Path, target: Path, compression: tuple[str, ...]) -> None:
    """Make the package: the same files give the same bytes."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(DAY.timestamp()))}
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=2", *compression, "--build"]
    subprocess.run([*command, str(tree), str(target)], check=True, env=environment)


def architecture() -> str:
    """Return Debian's name of this machine's kind."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


if __name__ == "__main__":
    main()
