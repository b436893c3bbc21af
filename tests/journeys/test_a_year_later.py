"""Two laptops, two years: prepared on A, run on B, followed up on A, by window and by command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.planning import Wording
from desktop_app.application.services import Services
from desktop_app.cli import main
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Standing
from tests.journeys.conftest import Start
from tests.journeys.driver import App
from tests.journeys.ways import prepared
from tests.report.pdf import text_of

PROMISES = ("Rotate the chair", "One page: who benefits, by when")
DAY = "14 May 2027"


class Laptop:
    """A data folder with the command line over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def call(self, *arguments: object) -> str:
        """Run a command that must succeed; return what it printed."""
        self._capsys.readouterr()
        assert main([*map(str, arguments), "--data-dir", str(self.folder)]) == 0
        return self._capsys.readouterr().out.strip()


def services_of(app: App) -> Services:
    assert app.desktop.services is not None
    return app.desktop.services


def vote_and_promise(services: Services, key: str) -> None:
    """Take a vote on the first statement, and two steps on."""
    first = services.workshops.record(key).workshop.framework.statements[0].id
    round_id = services.rounds.open(key, first, Channel.HANDS).value
    services.rounds.count_hands(round_id, (0, 0, 1, 4, 2, 0))
    services.rounds.close(round_id)
    services.rounds.reveal(round_id)
    for title in PROMISES:
        services.planning.add_own(key, Wording(title, "Chair", date(2027, 9, 1)))


@pytest.mark.slow
def test_what_was_promised_on_one_laptop_is_looked_back_at_on_another(
    start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = (Laptop(tmp_path / name, capsys) for name in "ab")
    app = start(a.folder)
    key = services_of(app).workshops.create(prepared(app, 7, quick=True)).value
    app.stop()
    a.call("set", key, f"date={DAY}")
    a.call("export", key, "--to", tmp_path / "there.roundtable")

    there = b.call("import", tmp_path / "there.roundtable")
    app = start(b.folder)
    vote_and_promise(services_of(app), there)
    app.stop()
    b.call("close", there)
    b.call("export", there, "--to", tmp_path / "back.roundtable")

    held = a.call("import", tmp_path / "back.roundtable", "--replace")
    follow_up = a.call("follow", held)
    a.call("set", follow_up, "date=12 May 2028", "title=A year later")
    app = start(a.folder)
    before = services_of(app).workshops.record(held)
    app.desktop.open_workshop(follow_up)
    app.come_back()
    app.rail("Since last time")
    app.expect(f"Since {DAY}", *PROMISES)
    app.key("2")
    app.key("4")
    assert "under way" in app.stage_says_in_turn()
    app.click("Take it on again")
    record = services_of(app).workshops.record(follow_up)
    assert [one.standing for one in record.workshop.progress] == [
        Standing.UNDER_WAY,
        Standing.DROPPED,
    ]
    assert [taken.title for taken in record.commitments] == [PROMISES[0]]
    assert services_of(app).workshops.record(held) == before
    app.stop()

    a.call("export", follow_up, "--to", tmp_path / "summary.pdf")
    summary = " ".join(text_of(tmp_path / "summary.pdf").split())
    assert "Since last time: 1 under way and 1 dropped." in summary
    # The follow-up goes on without its earlier workshop, as on a third laptop.
    c = Laptop(tmp_path / "c", capsys)
    a.call("export", follow_up, "--to", tmp_path / "on.roundtable")
    alone = c.call("import", tmp_path / "on.roundtable")
    c.call("export", alone, "--to", tmp_path / "again.pdf")
    assert " ".join(text_of(tmp_path / "again.pdf").split()) == summary
    again = c.call("follow", tmp_path / "on.roundtable")
    assert a.call("list").count("A year later") == 1
    assert again in c.call("list")
