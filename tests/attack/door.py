"""A library that files from outside are brought into: whole, or not at all and told in a sentence.

The commands are the real ones, run in this process. Frameworks come in by no command, but by the
use case that the window calls; the command that is for ballots has to refuse them.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tomllib
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.errors import AppError
from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.texts import LONGEST
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.storage.framework_file import read_framework
from desktop_app.storage.opening import FILE_NAME
from desktop_app.words.speech import said_in_short
from tests.answers_read import read_file

from .flips import Answer

Rows = dict[str, list[str]]
AGAIN = (".roundtable",)
OTHERS = (
    AGAIN, AGAIN, AGAIN, (".csv",), (".html",), (".xlsx",), (".ics",), (".svg",), (".pdf",),
    (".pdf", "--kind", "report"), (".pdf", "--kind", "plan"), (".pdf", "--kind", "posters"),
    (".pdf", "--kind", "script"), (".pdf", "--kind", "ballots"), (".pdf", "--kind", "brief"),
)  # fmt: skip
_NOT_FORESEEN = ("Traceback", "went wrong inside", "did not allow this")


def rows(folder: Path) -> Rows:
    """Return all that stands in a library, table by table."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(map(repr, raw.execute(f'SELECT * FROM "{name}"'))) for (name,) in tables
        }


@dataclass
class Door:
    """A fresh copy of a good library, and files that are brought into it one after another."""

    good: Path
    work: Path
    capsys: pytest.CaptureFixture[str]
    before: Rows = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._begin_anew()

    def take(self, path: Path, dice: Random | None = None) -> bool:
        """Bring a file in; return whether it came, and fail where that was neither one.

        `dice` choose a document that has to be written of it, besides its data.
        """
        if path.suffix == ".toml":
            return self._take_framework(path)
        # Several changed files may be of one workshop.
        again = ("--keep-both",) if path.suffix == ".roundtable" else ()
        answer = self._call("import", path, *again)
        if answer.status:
            self._require_refusal(answer)
            return False
        self._require_whole(path, answer.text.strip())
        if dice:
            self._require_exports(answer.text.strip(), dice)
        self._begin_anew()
        return True

    def _begin_anew(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.good, self.work / "library")
        self.before = rows(self.work / "library")

    def _call(self, *arguments: str | Path) -> Answer:
        """Run a command; what it says goes to one place only, by how it ends."""
        status = main([*map(str, arguments), "--data-dir", str(self.work / "library")])
        out, err = self.capsys.readouterr()
        assert status == 0 or out == "", (arguments, out, err)
        assert "Traceback" not in err, (arguments, err)
        return Answer(status, err if status else out)

    def _require_refusal(self, answer: Answer) -> None:
        """Fail where a refusal is no short sentence, or anything was done."""
        (line,) = answer.text.splitlines()
        said = line.removeprefix("roundtable: ")
        assert answer.status in (1, 2)
        assert said.endswith("."), said
        assert len(said) <= LONGEST, said
        assert not any(words in said for words in _NOT_FORESEEN), said
        assert rows(self.work / "library") == self.before

    # Workshops and ballots

    def _require_whole(self, path: Path, key: str) -> None:
        with opened(self.work / "library") as services:
            record = services.workshops.record(key)
        assert all(r.state is RoundState.REVEALED for r in record.rounds)
        if path.suffix == ".roundtable":
            assert _sizes_in(json.loads(path.read_bytes())) == _sizes(record)
        else:
            ballots = read_file(path, BuiltInFrameworks().built_in()).ballots
            assert sum(t.votes for r in record.rounds for t in r.tallies) == ballots > 0

    def _require_exports(self, key: str, dice: Random) -> None:
        """Fail where what came in cannot be written again, or moved to another library."""
        other = dice.choice(OTHERS)
        for suffix, *options in ((".json",), other):
            written = self._call("export", key, "--to", self.work / f"out{suffix}", *options)
            no_dates = suffix == ".ics" and "nothing for a calendar" in written.text
            assert written.status == 0 or no_dates, (suffix, options, written)
        if other is AGAIN:
            self._require_the_same(key, self.work / "out.roundtable")

    def _require_the_same(self, key: str, moved: Path) -> None:
        again = self._call("import", moved, "--keep-both")
        assert again.status == 0, again
        with opened(self.work / "library") as services:
            first, second = (services.workshops.record(k) for k in (key, again.text.strip()))
        assert _sizes(first) == _sizes(second)

    # Frameworks

    def _take_framework(self, path: Path) -> bool:
        self._require_refusal(self._call("import", path))  # it holds no ballots
        with opened(self.work / "library") as services:
            try:
                kept = services.frameworks.import_file(path).value.framework
            except AppError as error:
                refused = Answer(1, said_in_short(error.phrase))
            else:
                refused = None
                target = services.frameworks.export(kept.id, self.work / "out.toml").value
        if refused:
            self._require_refusal(refused)
            return False
        assert read_framework(target) == kept
        assert _parts_in(tomllib.loads(path.read_bytes().decode("utf-8-sig"))) == _parts(kept)
        self._begin_anew()
        return True


def _sizes_in(data: dict[str, Any]) -> tuple[int, ...]:
    """Return how many votes, notes and commitments a workshop file has."""
    return tuple(len(data[name]) for name in ("rounds", "notes", "commitments"))


def _sizes(record: WorkshopRecord) -> tuple[int, ...]:
    return len([*record.all_rounds]), len(record.notes), len(record.commitments)


def _parts_in(data: dict[str, Any]) -> tuple[int, ...]:
    """Return how many things of each kind a framework file has."""
    actions = data["actions"]
    lists = ("statements", "prompts", "steps")
    of_actions = (sum(len(action.get(name, ())) for action in actions) for name in lists)
    return len(data["scale"]["points"]), len(actions), *of_actions, len(data.get("sources", ()))


def _parts(framework: Framework) -> tuple[int, ...]:
    actions = framework.actions
    of_actions = (
        sum(len(part) for part in parts)
        for parts in zip(*((a.statements, a.prompts, a.steps) for a in actions), strict=True)
    )
    return framework.scale.size, len(actions), *of_actions, len(framework.sources)
