"""All papers of one workshop, and what its screens say, read together: nobody is told two ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.printing import BallotForm, PrintOptions
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.report.ballots import write_ballots
from desktop_app.report.brief import write_brief
from desktop_app.report.dot_ballots import write_dot_ballots
from desktop_app.report.posters import write_posters
from desktop_app.report.script import write_script
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from desktop_app.ui.console.ways.number_keys import NumberKeys
from desktop_app.ui.console.ways.paper import Paper
from desktop_app.words.scripts import script_at
from tests.report.pdf import flowing_text_of, needs_poppler
from tests.unit.builders import NOON, make_round

pytestmark = needs_poppler

Texts = dict[str, str]
Writer = Callable[[WorkshopRecord, Path, PrintOptions], None]

PAPERS: dict[str, Writer] = {
    "ballots": write_ballots,
    "ballots for dots": write_dot_ballots,
    "script": write_script,
    "brief": write_brief,
    "posters": write_posters,
}
PARTNERS = (Group("Council", 11), Group("Health board", 8), Group("Youth trust", 4))

TOPICS = {
    "how a ballot is marked": r"([Mm]ark|[Ww]rite|[Tt]ick|[Cc]ircle|[Cc]hoose) (one|a|the|your) ",
    "how it is folded": r"[Ff]old ",
    "where it goes": (
        r"(?!Put them on one action)"  # which are dots
        r"([Pp]ut|[Dd]rop|[Hh]and|[Gg]ive|[Tt]hrow) (it|them|your ballot|your sheet) "
    ),
    "what is typed": r"([Pp]ress (one|a)|[Tt]ype (the|each)|[Kk]ey in) ",
    "what cannot be read": r".*cannot be read",
    "what 0 is": r".*(?<![\d.,])0 .*can’t say|.*can’t say.*(?<![\d.,])0\b",
}
"""How a sentence begins that instructs somebody in it."""


def sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.?!:])[”\"]?\s+|•", " ".join(text.split())):
        yield sentence.strip(' “”"')


def told(texts: Texts, topic: str) -> dict[str, set[str]]:
    """Return who says each sentence of a topic."""
    found: dict[str, set[str]] = {}
    for place, text in texts.items():
        for sentence in sentences(text):
            if re.match(TOPICS[topic], sentence):
                found.setdefault(sentence, set()).add(place)
    return found


def day(*partners: Group) -> WorkshopRecord:
    record = BuiltInSamples().sample(BuiltInFrameworks().built_in(), NOON)
    workshop = replace(record.workshop, channel=Channel.PAPER)
    if partners:
        workshop = replace(
            workshop,
            privacy=Privacy.ANONYMOUS_WITH_GROUP,
            groups=partners,
            present=sum(partner.people for partner in partners),
        )
    return replace(record, workshop=workshop, rounds=())


def screens(record: WorkshopRecord) -> Texts:
    step = Step(StepKind.STATEMENT, record.workshop.framework.statements[0].id)
    vote = make_round(step.subject, (0, 0, 0, 0, 0), state=RoundState.OPEN)
    vote = replace(vote, channel=Channel.PAPER)
    before, during = script_at(record, step), script_at(replace(record, rounds=(vote,)), step)
    advice = " ".join(Paper.words(None).advice)  # type: ignore[arg-type]
    return {
        "console before": f"{before.say} {before.watch}",
        "console during": f"{during.say} {during.watch}",
        "console panel": advice,
    }


def read_all(record: WorkshopRecord, form: BallotForm, folder: Path) -> Texts:
    texts = screens(record)
    for name, write in PAPERS.items():
        target = folder / f"{name}.pdf"
        write(record, target, PrintOptions(ballots=form))
        texts[name] = flowing_text_of(target)
    return texts


@pytest.mark.slow
@pytest.mark.parametrize("form", BallotForm)
@pytest.mark.parametrize("partners", [(), PARTNERS], ids=["one room", "partners"])
def test_no_two_papers_or_screens_instruct_differently(
    form: BallotForm, partners: tuple[Group, ...], tmp_path: Path
) -> None:
    texts = read_all(day(*partners), form, tmp_path)
    for topic in TOPICS:
        found = told(texts, topic)
        assert len(found) == 1, (topic, found)
        (places,) = found.values()
        assert {"ballots", "script"} <= places, (topic, found)
        assert any(place.startswith("console") for place in places), (topic, found)


def test_a_paper_that_says_it_otherwise_is_found(tmp_path: Path) -> None:
    texts = read_all(day(), BallotForm.SLIPS, tmp_path)
    texts["script"] += (
        ". Write one number on your sheet, fold it, and hand it in. 0 is “can’t say”."
    )
    assert len(told(texts, "how a ballot is marked")) == 2
    assert len(told(texts, "what 0 is")) == 2


def test_on_what_people_mark_no_0_is_named(tmp_path: Path) -> None:
    for form in BallotForm:
        target = tmp_path / f"{form.value}.pdf"
        write_ballots(day(), target, PrintOptions(ballots=form))
        first = "Statements 1 to" if form is BallotForm.SHEET else "1 of 16"
        pages = flowing_text_of(target).split(first)
        assert not re.search(r"(?<![\d.,])0\b", pages[1])


def test_number_keys_are_explained_alike_where_they_are_pressed_and_where_it_is_said() -> None:
    record = day()
    keys = replace(record, workshop=replace(record.workshop, channel=Channel.NUMBER_KEYS))
    step = Step(StepKind.STATEMENT, keys.workshop.framework.statements[0].id)
    advice = " ".join(NumberKeys.words(None).advice)  # type: ignore[arg-type]
    assert "0 is “can’t say”" in script_at(keys, step).say
    assert "0 for “can’t say”" in advice
