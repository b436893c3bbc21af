"""The embeddable CPython: fetched by its hash, and the signers of its files looked at.

The package on the registry is a third party's, the files in it python.org's own. What is checked:
the hash of the package, that each program and library is what its signature was made for, and the
names in the signatures. What is not: the chain from those names to a root that Windows trusts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

from .places import DOWNLOADS, REQUIREMENTS, MakingFailed, environment

SIGNERS = {"Python Software Foundation", "Microsoft Windows Software Compatibility Publisher"}
SIGNED = {".exe", ".dll", ".pyd"}
LEFT_OUT = {"python.exe", "pythonw.exe", "python.cat", "_wmi.pyd", "python313._pth"}
"""`platform` falls back without _wmi, which ends a process under wine; the launchers start all."""

_PACKED = re.compile(r"/data\.zip$")
_NAME = re.compile(r"Signer #0:\s+Subject\s*: [^\n]*?/CN=([^/\n]+)")
_DIGEST = re.compile(r"(?:Current|Calculated) message digest\s*: (\w+)")


def unpack_python(folder: Path) -> None:
    """Put the embeddable CPython into a folder, python.exe and all; raise MakingFailed."""
    with zipfile.ZipFile(BytesIO(_packed(_fetched()))) as archive:
        for member in archive.infolist():
            name = Path(member.filename).name
            if name and not member.is_dir():
                (folder / name).write_bytes(archive.read(member))
    for signer, count in sorted(_signers(folder).items()):
        sys.stdout.write(f"CPython: {count} files signed by {signer}\n")


def leave_out_unneeded(folder: Path) -> None:
    """Remove what only the making needs."""
    for name in LEFT_OUT:
        (folder / name).unlink(missing_ok=True)


def _fetched() -> Path:
    target = DOWNLOADS / "python"
    shutil.rmtree(target, ignore_errors=True)
    wanted = REQUIREMENTS / "windows-python.txt"
    options = ["--no-deps", "--no-binary", ":all:", "--require-hashes", "-d", str(target)]
    options += ["-r", str(wanted)]
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *options], check=True)
    return next(target.glob("*.tar.gz"))


def _packed(package: Path) -> bytes:
    with tarfile.open(package) as archive:
        for member in archive:
            if _PACKED.search(member.name) and (file := archive.extractfile(member)):
                return file.read()
    raise MakingFailed(f"There is no Python in {package.name}.")


def _signers(folder: Path) -> Counter[str]:
    files = sorted(path for path in folder.iterdir() if path.suffix in SIGNED)
    return Counter(signer_of(path) for path in files)


def signer_of(path: Path) -> str:
    """Return who signed a file; raise MakingFailed for another, or where it was changed since."""
    said = subprocess.run(
        ["osslsigncode", "verify", "-in", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=60,
        check=False,  # it fails wherever the chain to a root is not known here
        env=environment(http_proxy="http://127.0.0.1:9"),  # no lists of revoked ones are fetched
    ).stdout
    digests, name = _DIGEST.findall(said), _NAME.search(said)
    if len(digests) < 2 or len(set(digests)) > 1:  # Microsoft signs twice
        raise MakingFailed(f"{path.name} has no signature, or was changed after it was signed.")
    if name is None or name[1] not in SIGNERS:
        raise MakingFailed(f"{path.name} is signed by {name[1] if name else 'nobody'}.")
    return name[1]
