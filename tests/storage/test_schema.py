"""A new file and a migrated one have the same schema; a migration happens whole or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Standing, progress_of
from desktop_app.domain.rounds import Ballot, RoundKind, RoundState
from desktop_app.domain.workshop import ResultRules, Thresholds, WorkshopRecord
from desktop_app.storage import opening as opening_module
from desktop_app.storage import schema
from desktop_app.storage.backup import backups
from desktop_app.storage.engine import library_engine
from desktop_app.storage.library import SqliteLibrary
from desktop_app.storage.opening import open_library
from desktop_app.storage.tables import metadata
from desktop_app.storage.votes.counts import Cell
from desktop_app.storage.votes.folder import Boxes

from .records import a_round, a_workshop, save


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = library_engine(tmp_path / "roundtable.db")
    yield made
    made.dispose()


def schema_of(path: Path) -> set[str]:
    """Return every table, column, key, index and check of a file, whatever the layout."""
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
    # A table that was rebuilt and renamed has its name in quotation marks.
    return {" ".join(sql.replace('"', "").split()) for (sql,) in rows}


def test_a_new_file_and_a_migrated_one_have_the_same_schema(tmp_path: Path, engine: Engine) -> None:
    schema.migrate(engine)
    (tmp_path / "new").mkdir()
    new = library_engine(tmp_path / "new" / "roundtable.db")
    schema.create(new)
    new.dispose()
    assert schema_of(tmp_path / "new" / "roundtable.db") == schema_of(tmp_path / "roundtable.db")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_names_of_the_scripts_tell_what_alembic_reads_in_them() -> None:
    scripts = ScriptDirectory(str(schema.SCRIPTS.parent))
    assert scripts.get_heads() == [schema.HEAD]
    assert [s.revision for s in scripts.walk_revisions()][::-1] == list(schema.KNOWN)


@pytest.mark.slow
def test_a_file_of_today_opens_without_alembic(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    code = (
        "import sys; from pathlib import Path;"
        "from desktop_app.storage.opening import open_library;"
        "open_library(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    for folder in (tmp_path, tmp_path / "new"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == "False"


LIBRARIES = Path(__file__).parent.parent / "data" / "libraries"


def opened_record(folder: Path, revision: str) -> WorkshopRecord:
    """Return the workshop of the library that was kept of a schema, opened today."""
    with closing(sqlite3.connect(folder / "roundtable.db")) as raw:
        raw.executescript((LIBRARIES / f"{revision}.sql").read_text(encoding="utf-8"))
    library = open_library(folder)
    with library.reading() as work:
        record = work.record("w1")
    library.close()
    return record


Rows = dict[str, list[dict[str, object]]]


def rows_of(path: Path) -> Rows:
    """Return every row of every table, in the order of its own words."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        names = [
            name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        found = {n: [dict(r) for r in raw.execute(f"SELECT * FROM {n}")] for n in names}
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def in_columns_of(before: Rows, after: Rows) -> Rows:
    """Return what stands after in the tables and columns that there were before."""
    return {
        name: [
            {column: now[column] for column in row}
            for row, now in zip(rows, after[name], strict=True)
        ]
        for name, rows in before.items()
    }


def without_what_goes_into_boxes(rows: Rows) -> Rows:
    """Return what a library keeps in rows of votes that the room has not seen."""
    for name in ("ballots", "dot_ballots"):
        rows.pop(name, None)
    votes = rows.get("priority_votes", [])
    unseen = {vote["id"] for vote in votes if vote["state"] != "revealed"}
    for vote in votes:
        vote["sealed_ballots"] = 0 if vote["id"] in unseen else vote["sealed_ballots"]
    sums = rows.get("dot_sums", [])
    sums[:] = [s for s in sums if s["channel"] == "hands" or s["priority_vote_id"] not in unseen]
    return rows


def test_a_library_of_every_schema_was_kept() -> None:
    assert {path.stem for path in LIBRARIES.glob("*.sql")} == set(schema.KNOWN)


@pytest.mark.parametrize("revision", schema.KNOWN)
def test_the_library_of_each_schema_becomes_like_a_new_one_and_keeps_its_rows(
    tmp_path: Path, engine: Engine, revision: str
) -> None:
    path = tmp_path / "roundtable.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((LIBRARIES / f"{revision}.sql").read_text(encoding="utf-8"))
    before = without_what_goes_into_boxes(rows_of(path))
    assert before.pop("alembic_version") == [{"version_num": revision}]
    schema.migrate(engine)
    after = rows_of(path)
    assert after["alembic_version"] == [{"version_num": schema.HEAD}]
    assert {n: len(rows) for n, rows in before.items()} == {n: len(after[n]) for n in before}
    assert in_columns_of(before, after) == before
    (tmp_path / "new").mkdir()
    open_library(tmp_path / "new").close()
    assert schema_of(path) == schema_of(tmp_path / "new" / "roundtable.db")


@pytest.mark.parametrize("revision", schema.KNOWN)
def test_the_library_of_each_schema_opens_today(tmp_path: Path, revision: str) -> None:
    record = opened_record(tmp_path, revision)
    assert record.workshop.framework.statement("T1").word == "time"
    assert record.rounds[0].hand_counts(5) == (1, 0, 2, 3, 4, 2)
    assert record.notes[0].text == "Łódź"
    assert record.commitments[0].leans_on == ("V",)


def test_a_migrated_workshop_has_what_a_new_one_would(tmp_path: Path) -> None:
    record = opened_record(tmp_path, "0001")
    assert record.workshop.groups == record.workshop.agenda == record.workshop.fist == ()
    assert (record.workshop.observers, record.workshop.dots_each) == (0, 3)
    assert record.rounds[0].settled_point is None
    assert record.priority_vote is None
    assert record.workshop.rules == ResultRules()


def test_the_thresholds_stay_those_of_the_workshop(tmp_path: Path) -> None:
    record = opened_record(tmp_path, "0003")
    assert record.workshop.rules.thresholds == Thresholds(strong_percent=80)


def test_the_whole_day_is_read_from_its_first_schema(tmp_path: Path) -> None:
    record = opened_record(tmp_path, "0002")
    assert [g.label for g in record.workshop.groups] == ["Łódź", "Harbour"]
    assert [item.minutes for item in record.workshop.agenda] == [10, 7]
    assert record.workshop.fist == (0, 0, 1, 3, 5, 3)
    assert record.rounds[0].settled_point == 4
    assert (record.rounds[0].ballots_in, record.rounds[0].seen) == (18, True)
    assert record.priority_vote is not None
    assert record.priority_vote.dots == (("A", 3),)
    assert (record.priority_vote.ballots_in, record.priority_vote.dots_in) == (3, 12)
    assert record.times[0].seconds == 642


def test_a_workshop_of_before_gets_an_identity_and_the_language_of_its_framework(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    one, two = (opened_record(folder, "0003").workshop for folder in folders)
    assert len(one.identity) == 32
    assert one.identity != two.identity
    assert one.identity != one.id
    assert (one.revision, one.language) == (1, "en")


def test_a_round_before_the_day_is_none_of_the_room(tmp_path: Path) -> None:
    record = opened_record(tmp_path, "0004")
    assert (record.workshop.revision, record.workshop.language) == (12, "cy")
    assert record.workshop.identity == "00112233445566778899aabbccddeeff"
    assert [r.id for r in record.rounds] == ["r1"]
    assert [(r.id, r.kind, r.ordinal) for r in record.before] == [("r0", RoundKind.BEFORE, 1)]
    assert record.latest_round("T1") == record.last_revealed("T1") == record.rounds[0]


def test_a_note_of_before_is_printed_and_one_kept_off_paper_stays_off(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("before", "since")]
    for folder in folders:
        folder.mkdir()
    before, since = (
        opened_record(folder, revision)
        for folder, revision in zip(folders, ("0007", "0008"), strict=True)
    )
    assert [note.on_paper for note in before.notes] == [True]
    assert [note.on_paper for note in since.notes] == [False]
    assert since.printed_notes == ()


def test_a_follow_up_keeps_what_it_follows_and_what_became_of_it(tmp_path: Path) -> None:
    workshop = opened_record(tmp_path, "0009").workshop
    earlier = workshop.earlier[0]
    assert (earlier.title, earlier.held_on) == ("Łódź 2026", date(2026, 5, 14))
    vote = earlier.statements[0].vote
    assert vote is not None
    assert (vote.counts, vote.parts[0].names) == ((0, 1, 5, 4, 1), ("Harbour",))
    known = progress_of(workshop.progress, earlier.commitments[0].identity)
    assert (known.standing, known.due) == (Standing.STUCK, date(2027, 9, 30))


UNDER_WAY = """
    INSERT INTO rounds VALUES('open','w1','T2',1,'turns','open',12,'',NULL,'',0,'room');
    INSERT INTO ballots VALUES('open',X'01','turns','Łódź',5),('open',X'02','turns','Łódź',5),
        ('open',X'03','paper','',0);
    INSERT INTO rounds VALUES('closed','w1','A1',1,'hands','closed',12,'',NULL,'',0,'room');
    INSERT INTO tallies VALUES('closed','hands','',3,2),('closed','turns','Harbour',1,1);
    INSERT INTO rounds VALUES('hands','w1','T2',2,'hands','open',12,'',NULL,'',0,'room');
    INSERT INTO rounds VALUES('gone','w1','T2',3,'turns','discarded',12,'',NULL,'',0,'room');
    INSERT INTO tallies VALUES('gone','turns','',2,7);
"""


def migrated_under_way(folder: Path) -> SqliteLibrary:
    with closing(sqlite3.connect(folder / "roundtable.db")) as raw:
        raw.executescript((LIBRARIES / "0004.sql").read_text(encoding="utf-8"))
        raw.executescript(UNDER_WAY)
    return open_library(folder)


def test_votes_under_way_go_into_boxes_with_all_their_ballots(tmp_path: Path) -> None:
    library = migrated_under_way(tmp_path)
    assert library.lost_votes == ()
    boxes = Boxes(tmp_path / "votes")
    assert boxes.box("open").counts().cells == {
        Cell("turns", "Łódź", 5): 2,
        Cell("paper", "", 0): 1,
    }
    assert boxes.box("closed").counts().cells == {Cell("turns", "Harbour", 1): 1}
    names = {path.stem for path in (tmp_path / "votes").iterdir()}
    assert names == {"open", "closed", "p1"}
    with library.writing() as work:
        assert [work.round(key).ballots_in for key in ("open", "closed", "gone")] == [3, 3, 0]
        assert work.round("closed").hand_counts(5) == (0, 0, 0, 2, 0, 0)
        work.add_ballot(work.round("open"), Ballot(1))
        shown = replace(work.round("open"), state=RoundState.REVEALED, seen=True)
        work.save_round(shown)
        work.commit()
    with library.reading() as work:
        counted = work.round("open").tallies
        assert {(t.channel, t.group, t.point, t.votes) for t in counted} == {
            (Channel.PAPER, "", 0, 1),
            (Channel.TURNS, "Łódź", 5, 2),
            (Channel.TURNS, "", 1, 1),
        }
        vote = work.priority_vote("w1")
        assert vote is not None
        assert (vote.ballots_in, vote.dots_in, vote.dots) == (3, 12, (("A", 3),))
    library.close()


SECRETS = (b"open\x01turns", b"closedturnsHarbour", b"goneturns", b'[["A",1],["T",3]]')


def test_what_went_into_boxes_stands_in_no_part_of_the_file_and_no_backup(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "before.db")) as raw:
        raw.executescript((LIBRARIES / "0004.sql").read_text(encoding="utf-8"))
        raw.executescript(UNDER_WAY)
    before = (tmp_path / "before.db").read_bytes()
    assert [secret for secret in SECRETS if secret not in before] == []
    library = migrated_under_way(tmp_path)
    files = [library.path, *backups(library.path), *tmp_path.glob("roundtable.db-*")]
    content = b"".join(path.read_bytes() for path in files)
    library.close()
    assert len(files) > 2
    assert [secret for secret in SECRETS if secret in content] == []
    with closing(sqlite3.connect(library.path)) as raw:
        assert raw.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_more_groups_than_a_vote_can_have_lose_their_names_and_no_ballot(tmp_path: Path) -> None:
    many = ",".join(f"('open',X'{i:04X}','turns','{i:0200d}',4)" for i in range(300))
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw:
        raw.executescript((LIBRARIES / "0004.sql").read_text(encoding="utf-8"))
        raw.executescript(UNDER_WAY + f"INSERT INTO ballots VALUES {many};")
    library = open_library(tmp_path)
    with library.reading() as work:
        assert work.round("open").ballots_in == 303
    library.close()


_NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{revision}", "{before}", None, None
def upgrade():
    {body}
"""
_REBUILD = """with op.batch_alter_table("workshops", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.Text))"""
_HALF = """op.add_column("notes", sa.Column("colour", sa.Text))
    raise ZeroDivisionError"""
_ORPHAN = """op.execute("DELETE FROM workshops")"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """Return a copy of the migrations that later revisions can be added to."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    ours = Path(schema.__file__).parent / "migrations"
    for path in (ours / "env.py", *(ours / "versions").glob("r*.py")):
        (folder / path.relative_to(ours)).write_text(path.read_text())
    return folder


def add_revision(scripts: Path, revision: str, before: str, body: str) -> None:
    script = _NEXT.format(revision=revision, before=before, body=body)
    (scripts / "versions" / f"r{revision}.py").write_text(script)


def filled(tmp_path: Path) -> Path:
    library = open_library(tmp_path)
    save(library, WorkshopRecord(a_workshop()))
    with library.writing() as work:
        work.add_round(a_round())
        work.commit()
    library.close()
    return library.path


def test_a_rebuilt_table_keeps_the_rows_that_refer_to_it(
    tmp_path: Path, scripts: Path, engine: Engine
) -> None:
    path = filled(tmp_path)
    add_revision(scripts, "9001", schema.HEAD, _REBUILD)
    schema.migrate(engine, script_location=str(scripts))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM rounds").fetchone() == (1,)
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9001",)]
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


@pytest.mark.parametrize(("body", "error"), [(_HALF, ZeroDivisionError), (_ORPHAN, RuntimeError)])
def test_a_failed_migration_leaves_the_one_before_it(
    tmp_path: Path, scripts: Path, engine: Engine, body: str, error: type[Exception]
) -> None:
    path = filled(tmp_path)
    add_revision(scripts, "9001", schema.HEAD, _REBUILD)
    add_revision(scripts, "9002", "9001", body)
    with pytest.raises(error):
        schema.migrate(engine, script_location=str(scripts))
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("9001",)]
        assert "colour" not in str(raw.execute("PRAGMA table_info(notes)").fetchall())
        assert raw.execute("SELECT count(*) FROM workshops").fetchone() == (1,)


def test_an_older_file_is_backed_up_and_then_migrated(
    tmp_path: Path, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(tmp_path)
    open_library(tmp_path).close()
    before = len(backups(path))
    add_revision(scripts, "9001", schema.HEAD, 'op.create_table("later", sa.Column("x", sa.Text))')
    monkeypatch.setattr(opening_module, "HEAD", "9001")
    monkeypatch.setattr(schema, "KNOWN", (*schema.KNOWN, "9001"))
    defaults = ("head", str(scripts))
    monkeypatch.setattr(schema.migrate, "__defaults__", defaults)
    library = open_library(tmp_path)
    with library.reading() as work:
        assert work.summaries()[0].id == "w1"
    library.close()
    assert schema.file_version(path) == "9001"
    assert len(backups(path)) == before + 1
    assert schema.file_version(backups(path)[0]) == schema.HEAD
