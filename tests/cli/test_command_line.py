"""The command line: what it prints, and one sentence with a fitting exit status when it cannot."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.application.planning import Wording
from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.documents.kinds import kinds_ending_in
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError
from desktop_app.domain.workshop import Details
from desktop_app.storage import opening
from tests.helpers import ROOT, run_roundtable

HEADER = "statement,round,group,rating\n"
BALLOTS = HEADER + "T1,1,,4\n" * 5 + "T1,1,,cannot say\nL4,1,,2\n"
WELSH = "Diwrnod ŵyth ac Łódź"


class Answer(NamedTuple):
    """What a call printed, and its exit status."""

    status: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Give call(*arguments), which runs `roundtable ARGUMENTS --data-dir tmp_path/data`."""

    def run(*arguments: str | Path, data_dir: bool = True) -> Answer:
        everything = [*map(str, arguments)]
        if data_dir:
            everything += ["--data-dir", str(tmp_path / "data")]
        try:
            status = main(everything)
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0
        return Answer(status, *capsys.readouterr())

    return run


def ballots(folder: Path, name: str = "May.csv", content: str | bytes = BALLOTS) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def add_workshop(data_dir: Path, title: str, partnership: str = "") -> str:
    with opened(data_dir) as services:
        return services.workshops.create(Details(title, partnership)).value


def is_one_sentence(answer: Answer, status: int) -> bool:
    """Tell whether a call failed as it should: one line on standard error and nothing else."""
    lines = answer.err.splitlines()
    return (
        answer.status == status
        and answer.out == ""
        and len(lines) == 1
        and lines[0].startswith("roundtable: ")
        and lines[0].endswith(".")
        and "Traceback" not in answer.err
    )


# What works


def test_an_import_is_listed_and_exported(call: Call, tmp_path: Path) -> None:
    assert call("list") == (0, "", "")
    imported = call("import", ballots(tmp_path))
    key = imported.out.strip()
    assert imported == (0, f"{key}\n", "")
    assert call("list").out == f"{key}\tMay\t\t\tin progress\n"
    assert call("export", key, "--to", tmp_path / "by id.PDF") == (0, "", "")
    assert call("export", "May", "--to", tmp_path / "by title.json") == (0, "", "")
    assert (tmp_path / "by id.PDF").read_bytes().startswith(b"%PDF-")
    data = json.loads((tmp_path / "by title.json").read_text("utf-8"))
    assert [r["statement"] for r in data["rounds"]] == ["T1", "L4"]
    assert data["rounds"][0]["counts"] == [0, 0, 0, 5, 0]


def test_ballots_that_cannot_be_read_are_told_beside_the_import(call: Call, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as services:
        workshop = services.workshops.create(Details("Away-day", "", present=3)).value
        services.rounds.open(workshop, "T1", Channel.NUMBER_KEYS)
    (box,) = (tmp_path / "data" / "votes").iterdir()
    box.unlink()
    answer = call("import", ballots(tmp_path))
    assert (answer.status, bool(answer.out)) == (0, True)
    assert answer.err.startswith("roundtable: The ballots of the vote on ")
    assert answer.err.endswith("in “Away-day” cannot be read. Take the vote again.\n")


def test_ballots_of_a_framework_of_ones_own_are_imported(call: Call, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as services:
        key = services.frameworks.duplicate(services.frameworks.all()[0].id).value
        own = services.frameworks.framework(key)
    imported = call("import", ballots(tmp_path), "--framework", own.title)
    assert (imported.status, imported.err) == (0, "")
    with opened(tmp_path / "data") as services:
        record = services.workshops.record(imported.out.strip())
    assert record.workshop.framework == own
    assert is_one_sentence(call("import", ballots(tmp_path), "--framework", "None"), 1)
    assert is_one_sentence(call("import", tmp_path / "x.roundtable", "--framework", key), 2)


def test_answers_come_by_standard_input(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for content in (BALLOTS.encode(), b"", b"\0" * 20_000_002):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(content)))
        status, _, told = call("import", "-")
        assert (status == 0) is (content == BALLOTS.encode())
        assert status == 0 or told.startswith("roundtable: Standard input is ")
    assert "Pasted answers" in call("list")[1]
    assert call("import", ballots(tmp_path), "--sheet", "May")[0] == 1


def test_what_was_chosen_for_a_file_is_chosen_for_the_next_with_its_header(
    call: Call, tmp_path: Path
) -> None:
    path = ballots(tmp_path, content="How well?,T2\n4,3\n5,3\n")
    asked = call("import", path)
    assert is_one_sentence(asked, 1)
    assert "--map “1=STATEMENT”, or leave it out by --map “1=”" in asked.err
    assert call("import", path, "--map", "1=T1").status == 0
    again = call("import", path)
    assert again.status == 0
    assert again.err == "roundtable: As you chose last time for a file with these columns.\n"
    assert call("import", path, "--forget", "--preview").status == 1
    assert is_one_sentence(call("import", path), 1)
    assert is_one_sentence(call("import", tmp_path / "x.roundtable", "--forget"), 2)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ours.TOML", "“ours.TOML” is a framework and holds no answers. Bring it in by Import…"),
        ("all.roundtable-library", "is a copy of a whole library. Look into it with roundtable"),
    ],
)
def test_what_holds_no_answers_is_said_to_be_what_it_is(
    call: Call, tmp_path: Path, name: str, said: str
) -> None:
    answer = call("import", ballots(tmp_path, name, "title = 1\n"))
    assert is_one_sentence(answer, 1)
    assert said in answer.err


def test_answers_come_into_a_prepared_workshop_as_said_beforehand(
    call: Call, tmp_path: Path
) -> None:
    key = add_workshop(tmp_path / "data", "Away-day")
    assert call("import", ballots(tmp_path), "--into", "Away-day") == (0, f"{key}\n", "")
    again = call("import", ballots(tmp_path), "--into", key)
    assert is_one_sentence(again, 1)
    assert "--replace" in again.err
    assert call("import", ballots(tmp_path), "--into", key, "--replace").out == f"{key}\n"
    assert is_one_sentence(call("import", tmp_path / "x.roundtable", "--into", key), 2)
    with opened(tmp_path / "data") as services:
        record = services.workshops.record(key)
    assert record.rounds == ()
    assert [round_.statement_id for round_ in record.before] == ["T1", "L4"]


@pytest.mark.parametrize("kind", [kind.called for kind in kinds_ending_in(".pdf")])
def test_every_kind_of_paper_is_written(call: Call, tmp_path: Path, kind: str) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    assert call("export", "Away-day", "--to", tmp_path / "it.pdf", "--kind", kind) == (0, "", "")
    assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF-")


def test_a_logo_that_is_no_picture_is_told(call: Call, tmp_path: Path) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    (tmp_path / "logo.png").write_bytes(b"none")
    answer = call(
        *("export", "Away-day", "--to", tmp_path / "it.pdf", "--kind", "report"),
        *("--logo", tmp_path / "logo.png"),
    )
    assert is_one_sentence(answer, 1)
    assert not (tmp_path / "it.pdf").exists()


def test_a_logo_is_for_what_has_one(call: Call, tmp_path: Path) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    answer = call("export", "Away-day", "--to", tmp_path / "it.csv", "--logo", tmp_path / "l.png")
    assert is_one_sentence(answer, 2)
    assert "--logo is for .pdf or .docx files, and “it.csv” is none." in answer[2]


def test_ballots_and_plan_are_printed_as_asked(call: Call, tmp_path: Path) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    sizes = set()
    for options in (("--per-sheet", "1"), ("--per-sheet", "4")):
        target = tmp_path / "it.pdf"
        call("export", "Away-day", "--to", target, "--kind", "ballots", *options)
        sizes.add(target.read_bytes())
    for paper in ("a3", "a4"):
        target = tmp_path / f"{paper}.pdf"
        call("export", "Away-day", "--to", target, "--kind", "plan", "--paper", paper)
        sizes.add(target.read_bytes())
    sheet = tmp_path / "sheet.pdf"
    call("export", "Away-day", "--to", sheet, "--kind", "ballots", "--ballots", "sheet")
    sizes.add(sheet.read_bytes())
    assert len(sizes) == 5


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind.called for kind in kinds_ending_in(".pdf")])
def test_pages_say_the_day_that_is_asked_for_and_are_equal_for_it(
    call: Call, tmp_path: Path, kind: str
) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    made = []
    for day in ("2026-11-28", "2026-11-28", "2026-11-29"):
        target = tmp_path / "it.pdf"
        answer = call(
            *("export", "Away-day", "--to", target, "--kind", kind),
            *("--printed-on", day),
        )
        assert answer == (0, "", "")
        made.append(target.read_bytes())
    assert made[0] == made[1] != made[2]


def test_answers_of_more_people_than_fit_into_a_room_come_back_from_their_file(
    call: Call, tmp_path: Path
) -> None:
    answers = "statement,round,group,rating\n" + "T1,1,,3\n" * 12_000
    key = call("import", ballots(tmp_path, "Survey.csv", answers)).out.strip()
    assert call("export", key, "--to", tmp_path / "s.roundtable").status == 0
    again = call("import", tmp_path / "s.roundtable", "--keep-both")
    assert (again.status, again.err) == (0, "")
    assert call("export", again.out.strip(), "--to", tmp_path / "s.json").status == 0
    told = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert [r["n"] for r in told["rounds"]] == [12_000]


def test_tables_are_joined_and_what_stays_behind_is_said(call: Call, tmp_path: Path) -> None:
    files = []
    for name, many in (("Table 1", 6), ("Table 2", 7), ("Table 3", 2)):
        answers = "statement,round,group,rating\n" + "T1,1,,3\n" * many
        key = call("import", ballots(tmp_path, f"{name}.csv", answers)).out.strip()
        files.append(tmp_path / f"{name}.roundtable")
        assert call("export", key, "--to", files[-1]).status == 0
    joined = call("join", *files, "--title", "All three")
    assert joined.status == 0
    assert "“Table 3” had too few ratings to be shown on: Keep promises." in joined.err
    assert call("export", joined.out.strip(), "--to", tmp_path / "all.json").status == 0
    told = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert told["workshop"]["title"] == "All three"
    assert [(r["statement"], r["n"], r["counts"]) for r in told["rounds"]] == [
        ("T1", 13, [0, 0, 13, 0, 0])
    ]
    assert call("join", files[0]).status == 1
    again = call("join", files[0], files[0])
    assert again.status == 1
    assert "are the same table" in again.err


def test_every_suffix_has_its_document_and_a_workshop_file_comes_back(
    call: Call, tmp_path: Path
) -> None:
    key = call("import", ballots(tmp_path)).out.strip()
    begins = {
        "json": b"{", "xlsx": b"PK", "csv": b"workshop,",
        "docx": b"PK", "txt": b"What we found", "html": b"<!DOCTYPE html>", "svg": b"<?xml",
        "png": b"\x89PNG", "roundtable": b"{",
    }  # fmt: skip
    for suffix, first in begins.items():
        assert call("export", key, "--to", tmp_path / f"x.{suffix}") == (0, "", "")
        assert (tmp_path / f"x.{suffix}").read_bytes().startswith(first)
    assert call("export", key, "--to", tmp_path / "bom.csv", "--bom").status == 0
    assert (tmp_path / "bom.csv").read_bytes().startswith(b"\xef\xbb\xbfworkshop,")
    refused = call("import", tmp_path / "x.roundtable")
    assert (refused.status, refused.out) == (1, "")
    assert f"is here already, as “May” ({key}). Nothing was imported. Say --replace" in refused.err
    assert len(call("list").out.splitlines()) == 1
    again = call("import", tmp_path / "x.roundtable", "--keep-both").out.strip()
    assert again != key
    assert call("export", again, "--to", tmp_path / "y.json").status == 0
    one, two = (json.loads((tmp_path / n).read_text("utf-8")) for n in ("x.json", "y.json"))
    assert one["rounds"] == two["rounds"]
    damaged = tmp_path / "bad.roundtable"
    damaged.write_bytes(b"{}")
    assert is_one_sentence(call("import", damaged), 1)


def test_dates_come_in_one_file_or_one_for_each_owner(call: Call, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as services:
        key = services.library.add_sample().value
        services.planning.add_own(key, Wording("Ring them"))
    told = "One step has no date and is not in the calendar: “Ring them”.\n"
    assert call("export", key, "--to", tmp_path / "x.ics") == (0, told, "")
    assert (tmp_path / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert call("export", key, "--to", tmp_path / "dates", "--by-owner") == (0, told, "")
    names = {path.name for path in (tmp_path / "dates").iterdir()}
    assert "Programme lead - dates.ics" in names
    assert all(name.endswith(" - dates.ics") for name in names)
    wrong = call("export", key, "--to", tmp_path / "x.ics", "--by-owner")
    assert is_one_sentence(wrong, 2)
    assert "--by-owner is for a folder" in wrong.err


@pytest.mark.slow
def test_an_empty_workshop_has_no_calendar(call: Call, tmp_path: Path) -> None:
    key = add_workshop(tmp_path / "data", "Away-day")
    refused = call("export", key, "--to", tmp_path / "x.ics")
    assert is_one_sentence(refused, 1)
    assert "nothing for a calendar yet" in refused.err
    assert not (tmp_path / "x.ics").exists()
    assert call("export", key, "--to", tmp_path / "pack").status == 0
    assert not [*(tmp_path / "pack").glob("*.ics")]
    assert [*(tmp_path / "pack").glob("*.json")]


def test_votes_that_stay_behind_are_told(call: Call, tmp_path: Path) -> None:
    with opened(tmp_path / "data") as services:
        key = services.library.add_sample().value
        services.rounds.open(key, "T1", Channel.HANDS)
    for suffix, said in (
        ("roundtable", "One vote that is not revealed yet was left out.\n"),
        ("json", ""),
    ):
        assert call("export", key, "--to", tmp_path / f"x.{suffix}") == (0, said, "")


def test_the_data_folder_can_stand_before_and_after_the_command(call: Call, tmp_path: Path) -> None:
    key = add_workshop(tmp_path / "here", "Away-day")
    for arguments in (
        ("--data-dir", tmp_path / "here", "list"),
        ("list", "--data-dir", tmp_path / "here"),
        ("--data-dir", tmp_path / "elsewhere", "list", "--data-dir", tmp_path / "here"),
    ):
        assert call(*arguments, data_dir=False).out == f"{key}\tAway-day\t\t\tprepared\n"
    assert not (tmp_path / "elsewhere").exists()


def test_a_title_takes_one_line_whatever_is_in_it(call: Call, tmp_path: Path) -> None:
    keys = [
        add_workshop(tmp_path / "data", title, "The\r\nharbour\tpartners")
        for title in ("One\ntwo\tthree", "\u2028Four\x0bfive\x85", WELSH)
    ]
    with opened(tmp_path / "data") as services:
        keys.append(services.library.add_sample().value)
    lines = call("list").out.split("\n")
    assert lines.pop() == ""
    cells = {line.split("\t")[0]: line.split("\t")[1:] for line in lines}
    assert [len(row) for row in cells.values()] == [4] * 4
    assert [cells[key][0] for key in keys[:3]] == ["One two three", "Four five", WELSH]
    assert cells[keys[0]][1] == "The harbour partners"
    assert cells[keys[3]][3].endswith("(sample)")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_are_answers(call: Call, option: str) -> None:
    answer = call(option)
    assert (answer.status, answer.err) == (0, "")
    assert "oundtable" in answer.out


# Wrong calls


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["foo"], "No such command: 'foo' (choose from "),
        (["foo\nbar"], "No such command"),
        (["list", "extra\nline"], "Unrecognized arguments: extra line"),
        (["import"], "required: FILE"),
        (["export", "x"], "required: --to"),
        (["export", "--to", "x.pdf"], "required: WORKSHOP"),
        (["export", "x", "--to", "x.pdf", "--kind", "poem"], "invalid choice: 'poem'"),
        (["export", "x", "--to", "x.pdf", "--printed-on", "28 May"], "“28 May” is no day"),
        (["export", "x", "--to", "x.odt"], "“x.odt” does not end in .pdf, .docx, .json, .xlsx"),
        (
            ["export", "x", "--to", "x.docx", "--kind", "ballots"],
            "no .docx of the kind “ballots”. Choose summary, report, plan or progress-sheet.",
        ),
        (["export", "x", "--to", "folder", "--kind", "plan"], "and “folder” is none."),
        (["close"], "required: WORKSHOP"),
        (["set", "x"], "required: FIELD=TEXT"),
        (["set", "x", "colour=red"], "“colour=red” does not begin with title, partnership, place"),
        (["set", "x", "place"], "“place” does not begin with title, partnership, place"),
        (
            ["export", "x", "--to", "x.csv", "--kind", "plan"],
            "--kind is for .pdf, .docx, .xlsx or .txt files, and “x.csv”",
        ),
        (
            ["export", "x", "--to", "x.pdf", "--bom"],
            "--bom is for .csv files, and “x.pdf” is none.",
        ),
        (["list", "--data-dir"], "--data-dir: expected one argument"),
        (["list", "--data-dir", ""], "Argument --data-dir: the name is empty."),
        (["--data-dir", "", "list"], "Argument --data-dir: the name is empty."),
        (["import", ""], "Argument FILE: the name is empty."),
        (["export", "x", "--to", ""], "Argument --to: the name is empty."),
        (["--quit-after-first-paint=3"], "ignored explicit argument '3'"),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(
    call: Call, tmp_path: Path, arguments: list[str], said: str
) -> None:
    answer = call(*arguments, data_dir=False)
    assert is_one_sentence(answer, 2), answer
    assert said in answer.err
    assert not (tmp_path / "data").exists()


# What cannot be done


def test_a_workshop_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    answer = call("export", "No\nsuch", "--to", tmp_path / "x.pdf")
    assert is_one_sentence(answer, 1), answer
    assert "no workshop “No such”" in answer.err
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("name", ["x.pdf", "x.json"])
def test_a_folder_that_is_gone_is_told(call: Call, tmp_path: Path, name: str) -> None:
    key = add_workshop(tmp_path / "data", "Away-day")
    answer = call("export", key, "--to", tmp_path / "gone" / name)
    assert is_one_sentence(answer, 1), answer
    assert f"there is no folder {tmp_path / 'gone'}" in answer.err
    (tmp_path / name).mkdir()
    assert is_one_sentence(call("export", key, "--to", tmp_path / name), 1)
    assert list((tmp_path / name).iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BALLOTS + "T1,1,,9\n", 'May.csv, line 9: "9" is not a rating'),
        (BALLOTS + "Z9,1,,3\n", 'line 9: "Z9" is not a statement'),
        ("colour,size\nred,3\n", "no column is named like a statement"),
        (None, "May.csv is larger than 20 MB"),
    ],
)
def test_a_bad_file_of_ballots_leaves_the_library_as_it_was(
    call: Call, tmp_path: Path, content: str | bytes | None, said: str
) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    before = (call("list"), (tmp_path / "data" / "roundtable.db").read_bytes())
    path = ballots(tmp_path, content=content or "")
    if content is None:
        os.truncate(path, 300_000_000)
    answer = call("import", path)
    assert is_one_sentence(answer, 1), answer
    assert said in answer.err
    assert "Nothing was imported" in answer.err
    assert (call("list"), (tmp_path / "data" / "roundtable.db").read_bytes()) == before


def test_a_file_of_ballots_that_is_not_there_is_told(call: Call, tmp_path: Path) -> None:
    answer = call("import", tmp_path / "gone.csv")
    assert is_one_sentence(answer, 1), answer
    assert "gone.csv cannot be read" in answer.err


@pytest.mark.parametrize("command", ["list", "import", "export"])
def test_a_damaged_library_is_told_and_kept(call: Call, tmp_path: Path, command: str) -> None:
    file = tmp_path / "data" / "roundtable.db"
    file.parent.mkdir()
    file.write_bytes(b"Dear all, " * 1000)
    more = {"list": [], "import": [ballots(tmp_path)], "export": ["x", "--to", tmp_path / "x.pdf"]}
    answer = call(command, *more[command])
    assert is_one_sentence(answer, 1), answer
    assert "is damaged or is not a Roundtable library" in answer.err
    assert file.read_bytes() == b"Dear all, " * 1000


def test_a_library_that_another_program_writes_to_is_told(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_workshop(tmp_path / "data", "Away-day")
    impatient = partial(opening.open_library, lock_seconds=0.05)
    monkeypatch.setattr(opening, "open_library", impatient)
    with closing(sqlite3.connect(tmp_path / "data" / "roundtable.db", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        answer = call("import", ballots(tmp_path))
        db.execute("ROLLBACK")
    assert is_one_sentence(answer, 1), answer
    assert "is in use by another program" in answer.err
    assert call("import", ballots(tmp_path)).status == 0


def test_a_data_folder_that_cannot_be_one_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    answer = call("list")
    assert is_one_sentence(answer, 1), answer
    assert "a file stands in its way" in answer.err


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyError("x"), 1, "inside Roundtable (KeyError; test_command_line.py, line"),
        (OSError(5, "Input/output error"), 1, "did not allow this: the disk does not answer."),
        (AppError("Two\nlines."), 1, "roundtable: Two lines."),
    ],
)
def test_what_nobody_foresaw_is_a_sentence_too(
    call: Call, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, said: str
) -> None:
    def fail(data_dir: Path, **_how: object) -> None:
        raise error

    monkeypatch.setattr("desktop_app.bootstrap.look_at_services", fail)
    answer = call("list")
    assert is_one_sentence(answer, status), answer
    assert said in answer.err


def test_an_interrupted_command_says_nothing(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(data_dir: Path, **_how: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.bootstrap.look_at_services", interrupt)
    assert call("list") == (130, "", "")


# As a process of its own


@pytest.mark.slow
def test_a_terminal_without_unicode_still_shows_every_name(tmp_path: Path) -> None:
    key = add_workshop(tmp_path, WELSH)
    plain = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    listed = run_roundtable("list", "--data-dir", tmp_path, **plain)
    shown = WELSH.encode("ascii", "backslashreplace").decode()
    assert listed.stdout == f"{key}\t{shown}\t\t\tprepared\n"
    assert (listed.returncode, listed.stderr) == (0, "")
    refused = run_roundtable("export", "ŵ", "--to", "x.pdf", "--data-dir", tmp_path, **plain)
    assert refused.returncode == 1
    assert r"\u201c\u0175\u201d" in refused.stderr
    assert "Traceback" not in refused.stderr


def _listed_to(output: int, data_dir: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", "list", "--data-dir", str(data_dir)]
    return subprocess.run(
        command, cwd=ROOT, stdout=output, stderr=subprocess.PIPE, text=True, timeout=60, check=False
    )


def test_whoever_stops_reading_gets_no_complaint(tmp_path: Path) -> None:
    add_workshop(tmp_path, "Away-day")
    reading, writing = os.pipe()
    os.close(reading)
    done = _listed_to(writing, tmp_path)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this platform has no full device")
def test_a_full_disk_behind_the_output_is_told(tmp_path: Path) -> None:
    add_workshop(tmp_path, "Away-day")
    with Path("/dev/full").open("w") as full:
        done = _listed_to(full.fileno(), tmp_path)
    assert is_one_sentence(Answer(done.returncode, "", done.stderr), 1), done.stderr


def test_a_process_ends_as_main_says(tmp_path: Path) -> None:
    done = run_roundtable("list", "extra", "--data-dir", tmp_path)
    assert is_one_sentence(Answer(done.returncode, done.stdout, done.stderr), 2), done


@pytest.mark.gui
@pytest.mark.parametrize("command", [(), ("demo",), ("--quit-after-first-paint",)])
def test_where_no_window_can_be_opened_it_is_said(tmp_path: Path, command: tuple[str, ...]) -> None:
    nowhere = {"QT_QPA_PLATFORM": "no such", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = run_roundtable(*command, "--data-dir", tmp_path, **nowhere)
    assert is_one_sentence(Answer(done.returncode, done.stdout, done.stderr), 1), done
    assert "no screen can be reached" in done.stderr


@pytest.mark.gui
def test_the_first_paint_is_timed(tmp_path: Path) -> None:
    done = run_roundtable("--quit-after-first-paint", "--data-dir", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert 0 < int(done.stdout) < 60_000
