"""Whatever numbers, dates and names a file from outside brings: one sentence, and nothing done."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from desktop_app.bootstrap import opened
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Statement
from desktop_app.domain.framework_names import MAX_NAME, named
from desktop_app.domain.framework_sizes import MAX_OFFERS, MAX_STATEMENTS
from desktop_app.domain.settings import Settings
from desktop_app.domain.stopped import Stopped
from desktop_app.domain.texts import LONGEST
from desktop_app.storage import settings_file, stopped_file
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.storage.framework_file import read_framework
from desktop_app.storage.settings_file import TomlSettings
from desktop_app.storage.stopped_file import TomlStopped
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from tests.answers_read import read_file
from tests.exports.rooms import sample
from tests.storage.test_framework_file import SMALL, TEXT

FAR = (2**63, -(2**63) - 1, 10**4_000, 1e300, float("inf"), float("nan"))
FAR_IDS = ("2^63", "-2^63-1", "4000 digits", "1e300", "Infinity", "NaN")
Way = tuple[str | int, ...]


def numbers(value: Any, way: Way = ()) -> Iterator[Way]:
    """Yield the ways to all whole numbers in plain values."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from numbers(part, (*way, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from numbers(part, (*way, place))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield way


def kinds_of(ways: Iterator[Way]) -> dict[tuple[str, ...], Way]:
    """Return one way for each kind of place, whatever its number in a list."""
    return {tuple("*" if isinstance(k, int) else k for k in way): way for way in ways}


def put(data: Any, way: Way, value: object) -> Any:
    changed = json.loads(json.dumps(data))
    here = changed
    for key in way[:-1]:
        here = here[key]
    here[way[-1]] = value
    return changed


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give the plain values of a workshop file that has a number in every place it can have one."""
    record = sample()
    times = {"times": record.times}
    agenda = (AgendaItem("welcome", 10),)
    note = replace(record.notes[0], statement_id="T1", ordinal=1)
    with_all = replace(
        record,
        workshop=replace(record.workshop, agenda=agenda, fist=(0, 0, 0, 2, 4, 6)),
        notes=(note, *record.notes),
        **times,
    )
    file = tmp_path_factory.mktemp("workshop") / "w.roundtable"
    write_workshop_file(with_all, file)
    data = json.loads(file.read_text("utf-8"))
    data["times"] = [{"step": "welcome", "seconds": 60, "added_minutes": 1}]
    return data


def refusal(folder: Path, data: Any) -> str:
    """Return what a workshop file is refused with."""
    path = folder / "w.roundtable"
    path.write_text(json.dumps(data), "utf-8")
    ids = itertools.count()
    with pytest.raises(FileProblem) as raised:
        read_workshop_file(path, lambda: f"new{next(ids)}")
    assert len(str(raised.value)) <= LONGEST
    return str(raised.value)


# Workshop files


@pytest.mark.parametrize("far", FAR[:5], ids=FAR_IDS[:5])
def test_no_number_in_a_workshop_file_is_too_large(
    tmp_path: Path, workshop: Any, far: float
) -> None:
    places = kinds_of(numbers(workshop))
    assert len(places) > 30
    assert {("notes", "*", "ordinal"), ("commitments", "*", "position")} <= set(places)
    assert ("workshop", "agenda", "*", "minutes") in places
    for way in places.values():
        assert "w.roundtable cannot be used" in refusal(tmp_path, put(workshop, way, far))


def test_no_number_in_a_workshop_file_is_none(tmp_path: Path, workshop: Any) -> None:
    for way in kinds_of(numbers(workshop)).values():
        refusal(tmp_path, put(workshop, way, FAR[5]))


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        (("notes", 0, "ordinal"), 0, "no proper number"),
        (("notes", 0, "ordinal"), 5_001, "no proper number"),
        (("workshop", "agenda", 0, "minutes"), -1, "0 to 600 minutes"),
        (("workshop", "agenda", 0, "minutes"), 601, "0 to 600 minutes"),
        (("times", 0, "seconds"), -1, "less than no time"),
        (("times", 0, "added_minutes"), -1, "less than no time"),
        (("times", 0, "seconds"), 1_000_000_000, "far too large"),
    ],
)
def test_a_number_beyond_its_bounds_is_told(
    tmp_path: Path, workshop: Any, way: Way, value: int, said: str
) -> None:
    assert said in refusal(tmp_path, put(workshop, way, value))


@pytest.mark.parametrize("field", ["created_at", "updated_at"])
@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("0001-01-01T00:00:00+14:00", "no year from 1 to 9999"),
        ("9999-12-31T23:30:00-00:31", "no year from 1 to 9999"),
        ("2027-05-14T12:00:00", "no time zone"),
        ("0000-01-01T00:00:00+00:00", ""),
        ("10000-01-01T00:00:00+00:00", ""),
    ],
)
def test_a_moment_outside_the_calendar_is_told(
    tmp_path: Path, workshop: Any, field: str, moment: str, said: str
) -> None:
    assert said in refusal(tmp_path, put(workshop, ("workshop", field), moment))


def test_the_other_laptops_clock_may_have_been_wrong(tmp_path: Path, workshop: Any) -> None:
    data = put(workshop, ("workshop", "created_at"), "2999-01-01T00:00:00+00:00")
    (tmp_path / "w.roundtable").write_text(json.dumps(data), "utf-8")
    with opened(tmp_path / "library") as there:
        key = there.moving.import_workshop(tmp_path / "w.roundtable").value
        made = there.workshops.record(key).workshop
        assert made.created_at <= made.updated_at <= datetime.now(UTC)


@pytest.mark.parametrize("year", ["0001-01-01", "9999-12-31"])
def test_any_day_of_the_calendar_is_kept_and_printed(
    tmp_path: Path, workshop: Any, year: str
) -> None:
    data = put(workshop, ("commitments", 0, "due"), year)
    data["workshop"] |= {"held_on": year, "review_on": year}
    (tmp_path / "w.roundtable").write_text(json.dumps(data), "utf-8")
    with opened(tmp_path / "library") as there:
        key = there.moving.import_workshop(tmp_path / "w.roundtable").value
        for kind in (DocumentKind.XLSX, DocumentKind.CALENDAR, DocumentKind.SUMMARY):
            assert there.reports.write(key, kind, tmp_path / f"out{kind.about.suffix}").exists()


@pytest.mark.parametrize("way", [("format",), ("workshop", "depth"), ("notes", 0, "kind")])
def test_a_text_of_a_million_characters_is_cut_in_the_sentence(
    tmp_path: Path, workshop: Any, way: Way
) -> None:
    refusal(tmp_path, put(workshop, way, "x" * 1_000_000))


# Frameworks


def framework_refusal(folder: Path, text: str) -> str:
    (folder / "x.toml").write_text(text, "utf-8")
    with pytest.raises(FileProblem) as raised:
        read_framework(folder / "x.toml")
    assert len(str(raised.value)) <= LONGEST
    return str(raised.value)


@pytest.mark.parametrize("far", [f"{2**63}", f"-{2**63}", "0x" + "f" * 9_000, "9" * 4_000])
@pytest.mark.parametrize(
    "place", ["value = 1", 'title = "Small"', 'stem = "', 'id = "T1"', 'language = "']
)
def test_no_number_in_a_framework_file_is_too_large(tmp_path: Path, place: str, far: str) -> None:
    at = TEXT.index(place)
    end = TEXT.index("\n", at)
    changed = f"{TEXT[:at]}{place.split(' = ', maxsplit=1)[0]} = {far}{TEXT[end:]}"
    assert "this number is far too large" in framework_refusal(tmp_path, changed)


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_no_moment_in_a_framework_file_is_taken(tmp_path: Path, value: str) -> None:
    assert "text in quotation marks" in framework_refusal(
        tmp_path, TEXT.replace('title = "Small"', f"title = {value}")
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("title", "x" * 1_000_000, 1),
        lambda t: t.replace('title = "Small"', f'title = "{"x" * 1_000_000}"'),
        lambda t: f"{'x' * 1_000_000}\n{t}",
        lambda t: t.replace('id = "T1"', f'id = "{"x" * 1_900}"'),
        lambda t: t.replace('when = "', f'when = "{"x" * 1_900}', 1),
        lambda t: t.replace("leans_on = []", f'leans_on = ["{"x" * 1_900}"]', 1),
    ],
    ids=range(6),
)
def test_the_sentence_about_a_framework_stays_short(tmp_path: Path, change: Any) -> None:
    framework_refusal(tmp_path, change(TEXT))


@pytest.mark.parametrize("name", ["a", '"a b"', "'a'"])
@pytest.mark.parametrize("form", ["{} = 1", "[{}]", "[[{}]]", "a = {{ {} = 1 }}"])
def test_a_name_of_half_a_million_parts_is_refused_before_it_is_read(
    tmp_path: Path, name: str, form: str
) -> None:
    long = form.format(" . ".join([name] * 200_000))
    assert "more than 24 parts" in framework_refusal(tmp_path, f"{long}\n{TEXT}")


def test_full_stops_in_a_text_are_no_parts_of_a_name(tmp_path: Path) -> None:
    prose = (
        "Well... " * 20 + "This is. It is a longer text, e.g. i.e. 1.2.3.4 " + "and so on. " * 20
    )
    changed = TEXT.replace('status = "', f'status = "{prose}', 1)
    (tmp_path / "x.toml").write_text(changed, "utf-8")
    assert read_framework(tmp_path / "x.toml").status.startswith("Well... Well...")


def statements(many: int, of: str = "statements") -> str:
    """Return the small framework with so many more statements, all of one name."""
    at = TEXT.index("[[actions.statements]]")
    one = '[[actions.statements]]\nid = "X{}"\nword = "Same"\ntext = "the same"\n'
    return TEXT[:at] + "".join(one.format(n) for n in range(many)) + TEXT[at:]


def test_statements_are_counted_before_anything_else_is_done_with_them(tmp_path: Path) -> None:
    told = framework_refusal(tmp_path, statements(MAX_STATEMENTS - 1))
    assert f"there are more than {MAX_STATEMENTS} actions or statements" in told
    (tmp_path / "x.toml").write_text(statements(MAX_STATEMENTS - 2), "utf-8")
    assert len(read_framework(tmp_path / "x.toml").statements) == MAX_STATEMENTS


def test_what_is_offered_is_counted_too(tmp_path: Path) -> None:
    at = TEXT.index("[[actions.prompts]]")
    prompt = TEXT[at : TEXT.index("[[", at + 2)]
    told = framework_refusal(tmp_path, TEXT[:at] + prompt * (MAX_OFFERS + 1) + TEXT[at:])
    assert f"there are more than {MAX_OFFERS} prompts and next steps" in told


def test_a_workshop_files_framework_is_counted_too(tmp_path: Path, workshop: Any) -> None:
    one = workshop["framework"]["actions"][0]["statements"][0]
    many = [one | {"id": f"X{n}", "name": ""} for n in range(MAX_STATEMENTS + 1)]
    data = put(workshop, ("framework", "actions", 0, "statements"), many)
    assert f"more than {MAX_STATEMENTS} actions or statements" in refusal(tmp_path, data)


def test_ten_thousand_statements_of_one_name_are_named_one_after_another() -> None:
    framework = read_framework(SMALL)
    action = framework.actions[0]
    many = tuple(Statement(f"X{n}", "Fifteen letters", "text") for n in range(10_000))
    given = named(replace(framework, actions=(replace(action, statements=many),))).statements
    names = [statement.name for statement in given]
    assert names[:3] == ["Fifteen letters", "Fifteen lette 2", "Fifteen lette 3"]
    assert (names[9], names[99], names[-1]) == (
        "Fifteen lett 10",
        "Fifteen let 100",
        "Fifteen l 10000",
    )
    assert len(set(names)) == len(names)
    assert max(map(len, names)) == MAX_NAME


# Ballots


@pytest.mark.parametrize("far", [2**63, -(2**63), 10**30, 1e300, -1e300])
@pytest.mark.parametrize("column", [1, 3])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_number_in_a_ballot_is_too_large(
    tmp_path: Path, far: float, column: int, suffix: str
) -> None:
    framework, path = BuiltInFrameworks().built_in(), tmp_path / f"ballots{suffix}"
    row: list[object] = ["T1", 1, "", 3]
    row[column] = far
    rows = [["statement", "round", "group", "rating"], row]
    if suffix == ".csv":
        path.write_text("\n".join(",".join(map(str, cells)) for cells in rows), "utf-8")
    else:
        book = Workbook()
        for cells in rows:
            book.active.append(cells)
        book.save(path)
    with pytest.raises(FileProblem, match=r"line 2: .* is not a r") as raised:
        read_file(path, framework)
    assert len(str(raised.value)) <= LONGEST


# What stands beside the library


@pytest.mark.parametrize("far", [f"{2**63}", f"-{2**63}", "0x" + "f" * 9_000, "9" * 4_000, "1e300"])
def test_no_number_in_the_settings_is_too_large(tmp_path: Path, far: str) -> None:
    store = TomlSettings(tmp_path / settings_file.FILE_NAME)
    for field in fields(Settings):
        for value in (far, f"[{far}, 0, 640, 480]", f"[0, 0, 640, {far}]"):
            rest = "" if field.name == "chime" else "chime = false\n"
            store.path.write_text(f"{field.name} = {value}\n{rest}", "utf-8")
            assert store.load() == Settings(chime=not rest)


@pytest.mark.parametrize("far", [f"{2**63}", "0x" + "f" * 9_000, "0001-01-01T00:00:00+14:00"])
def test_no_number_where_it_stopped_is_too_large(tmp_path: Path, far: str) -> None:
    store = TomlStopped(tmp_path / stopped_file.FILE_NAME)
    for field in fields(Stopped):
        store.path.write_text(f"{field.name} = {far}\n", "utf-8")
        assert store.load() == Stopped()


@pytest.mark.parametrize("content", ["a." * 40_000 + "a = 1", "# " + "x" * 1_000_000])
def test_a_file_beside_the_library_that_is_none_of_ours_is_not_read(
    tmp_path: Path, content: str
) -> None:
    settings, stopped = TomlSettings(tmp_path / "s.toml"), TomlStopped(tmp_path / "t.toml")
    settings.path.write_text(f"chime = false\n{content}\n", "utf-8")
    stopped.path.write_text(f"blank = true\n{content}\n", "utf-8")
    assert settings.load() == Settings()
    assert stopped.load() == Stopped()
