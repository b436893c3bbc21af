"""A follow-up goes on whatever becomes of the workshop before it: changed, deleted or elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.planning import Wording
from desktop_app.application.services import Services
from desktop_app.bootstrap import opened
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Progress, Standing

KINDS = (DocumentKind.JSON, DocumentKind.CSV, DocumentKind.WEB, DocumentKind.SUMMARY)
LONG_AGO = date(2001, 1, 1)


def told(services: Services, key: str, folder: Path) -> list[bytes]:
    """Return some documents of a workshop."""
    folder.mkdir(exist_ok=True)
    found = []
    for kind in KINDS:
        target = folder / kind.value
        services.reports.write(key, kind, target)
        found.append(target.read_bytes())
    return found


@pytest.mark.slow
def test_the_follow_up_says_the_same_once_the_earlier_one_is_changed_and_once_it_is_gone(
    tmp_path: Path,
) -> None:
    with opened(tmp_path / "data") as services:
        earlier = services.library.add_sample(closed=True).value
        follow_up = services.following.begin(earlier).value
        workshop = services.workshops.record(follow_up).workshop
        held = replace(workshop.details, held_on=date(2026, 5, 12))  # before the earlier one
        services.workshops.change(follow_up, held, workshop.details)
        for one in workshop.earlier[0].commitments[:2]:
            news = Progress(one.identity, Standing.STUCK, "no room", LONG_AGO)
            services.following.tell(follow_up, news, Progress(one.identity))
        first = workshop.framework.statements[0].id
        vote = services.rounds.open(follow_up, first, Channel.HANDS).value
        services.rounds.count_hands(vote, (0, 0, 0, 2, 5, 5))
        services.rounds.close(vote)
        services.rounds.reveal(vote)
        before = told(services, follow_up, tmp_path / "documents")

        old = services.workshops.record(earlier).workshop.details
        services.workshops.change(earlier, replace(old, title="Another title"), old)
        services.planning.add_own(earlier, Wording("Another promise"))
        assert told(services, follow_up, tmp_path / "documents") == before
        services.listing.delete((earlier,))
        assert told(services, follow_up, tmp_path / "documents") == before
        due, _ = services.dues.now()
        assert {one.workshop_id for one in due} <= {follow_up}
        again = services.following.begin(follow_up).value
        kept = services.workshops.record(again).workshop.earlier
        assert [one.title for one in kept] == ["Follow-up: Away-day, 14 May", "Away-day, 14 May"]
