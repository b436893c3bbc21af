"""What the method says is the rule that was applied, and what it cites stands among the sources."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desktop_app.documents.actions import group_figures
from desktop_app.documents.methods import rules_of
from desktop_app.documents.report import full_content
from desktop_app.documents.sources import sources_of
from desktop_app.documents.summary import summary_content
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from tests.report import builders
from tests.unit.builders import make_grouped_round, make_round


@pytest.mark.parametrize(("n", "cut"), [(12, 4), (11, 4), (10, 3), (5, 2)])
def test_the_cut_of_opposing_views_is_worked_out_for_the_day(n: int, cut: int) -> None:
    record = WorkshopRecord(builders.make_workshop(present=n), (make_round("T1", (0, 0, n, 0, 0)),))
    (rule,) = (r for r in rules_of(full_content(record)) if r.startswith("Opposing views"))
    assert rule.endswith(f"With {n} ratings that is {cut}.")
    assert "a third" not in rule


def test_every_method_that_is_cited_is_a_source_and_sources_stand_in_order() -> None:
    content = full_content(builders.make_day())
    text = " ".join((content.method, *rules_of(content)))
    cited = set(re.findall(r"[A-Z]\w+(?: and \w+)? \d{4}", text))
    sources = [source.citation for source in sources_of(content.framework, content.cited)]
    assert len(cited) >= 4
    assert {one.replace(" and ", " & ") for one in cited} <= set(sources)
    assert sources == sorted(sources, key=str.casefold)


def test_a_small_part_carries_the_caution_and_says_which_vote_it_is_of() -> None:
    parts = {"Council": (0, 3, 3, 0, 0, 0), "Police": (0, 0, 0, 0, 4, 6)}
    workshop = builders.make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP)
    content = full_content(WorkshopRecord(workshop, (make_grouped_round(parts),)))
    groups = content.actions[0].statements[0].groups
    assert [group.label for group in groups] == ["First vote, Council", "First vote, Police"]
    small, large = (group_figures(group.result)[1] for group in groups)
    assert "So few ratings can agree by luck." in small
    assert "luck" not in large


def test_the_caution_on_few_ratings_stands_only_beside_few() -> None:
    rounds = (make_round("T1", (0, 0, 2, 6, 4)),)
    many = summary_content(WorkshopRecord(builders.make_workshop(), rounds)).method
    few = summary_content(builders.make_day()).method
    assert "can be luck" not in many
    assert "can be luck" in few


def test_papers_ask_nothing_of_the_facilitator() -> None:
    content = full_content(builders.make_day())
    parts = [part for action in content.actions for part in action.statements]
    said = " ".join(text for part in parts for text in (part.meaning, *part.remarks))
    assert said
    assert "Ask " not in said


def test_only_works_that_are_cited_are_sources() -> None:
    content = full_content(builders.make_day())
    own = {source.key for source in content.framework.sources}
    named = {s.key for s in sources_of(content.framework, content.cited)} & own
    printed = {key for step in builders.make_day().commitments for key in step.leans_on} & own
    assert printed <= named
    nothing = full_content(replace(builders.make_empty(), commitments=()))
    assert nothing.cited == frozenset()
    assert not {s.key for s in sources_of(nothing.framework, nothing.cited)} & {
        s.key for s in nothing.framework.sources if s.citation not in nothing.framework.status
    }
