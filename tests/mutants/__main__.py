"""Sample small changes in a package and print which the tests notice.

    python -m tests.mutants PACKAGE N SEED

The same package, number and seed give the same changes as long as the package's code is the same.
Changes that alter nothing a person could meet stand in equivalent.toml, each with its reason.
"""

from __future__ import annotations

import os
import sys
import tempfile
import tomllib
from pathlib import Path

from .changes import Change, sample
from .copies import Copy
from .reach import known_of
from .rooms import folders_for
from .trials import Trial, try_all

CHECKOUT = Path(__file__).resolve().parents[2]
EQUIVALENT = Path(__file__).with_name("equivalent.toml")


def main(package: str, number: int, seed: int) -> int:
    """Try `number` changes in a package; print each, then how many were noticed."""
    folders = folders_for(package)
    with tempfile.TemporaryDirectory(prefix="roundtable-mutants-") as folder:
        copies = [Copy.of(CHECKOUT, Path(folder) / str(n)) for n in range(os.cpu_count() or 1)]
        sources = copies[0].sources(package)
        if not sources:
            say(f"{package} holds no module.")
            return 2
        chosen = [found for found in sample(sources, number, seed) if not is_equivalent(*found)]
        known = known_of(copies[0], folders, say)
        trials = []
        for trial in try_all(chosen, copies, known):
            say(str(trial))
            trials.append(trial)
    say(summary(package, number, seed, trials))
    return 0


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def is_equivalent(file: str, change: Change) -> bool:
    """Tell whether a change is listed as one that alters nothing."""
    listed = tomllib.loads(EQUIVALENT.read_text("utf-8"))["equivalent"]
    return any(
        (entry["file"], entry["before"], entry["after"]) == (file, change.before, change.after)
        for entry in listed
    )


def summary(package: str, number: int, seed: int, trials: list[Trial]) -> str:
    """Say how many changes were noticed, after the survivors."""
    survivors = [trial for trial in trials if not trial.noticed_by]
    noticed = len(trials) - len(survivors)
    share = 100 * noticed / len(trials) if trials else 100.0
    lines = ["", *map(str, survivors)] if survivors else [""]
    same = number - len(trials)
    lines.append(
        f"{package}, seed {seed}: {noticed} of {len(trials)} changes noticed, {share:.0f} %"
        + (f" ({same} of the sample alter nothing)" if same else "")
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/"), int(sys.argv[2]), int(sys.argv[3])))
