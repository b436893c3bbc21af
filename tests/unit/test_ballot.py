"""The ballot on the laptop: when there is one, and what it holds of the room and of nobody."""

from __future__ import annotations

from dataclasses import astuple, replace

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.scenes.ballot import LaptopBallot, Partner, ballot_at
from desktop_app.scenes.ballot_words import hand_over_words, turn_words
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.stage import scene_at

from .builders import make_record, make_round, make_workshop

T1, PRIORITIES = Step(StepKind.STATEMENT, "T1"), Step(StepKind.PRIORITIES)
PARTNERS = (Group("Council", 5), Group("Police", 3), Group("Youth", 1), Group("Nobody", 0))


def voting(state: RoundState = RoundState.OPEN, channel: Channel = Channel.TURNS) -> WorkshopRecord:
    workshop = replace(
        make_workshop(), privacy=Privacy.ANONYMOUS_WITH_GROUP, groups=PARTNERS, present=9
    )
    inside = (("Council", 5), ("Police", 2), ("Youth", 1))
    vote = make_round("T1", (0, 0, 8, 0, 0), state=state, present=9)
    return make_record(replace(vote, channel=channel, in_by_group=inside), workshop=workshop)


def ballot() -> LaptopBallot:
    made = ballot_at(voting(), T1)
    assert made is not None
    return made


@pytest.mark.parametrize("state", RoundState)
@pytest.mark.parametrize("channel", Channel)
def test_there_is_a_ballot_only_in_an_open_vote_by_turns(
    channel: Channel, state: RoundState
) -> None:
    wanted = channel is Channel.TURNS and state is RoundState.OPEN
    assert (ballot_at(voting(state, channel), T1) is not None) is wanted
    assert ballot_at(voting(state, channel), Step(StepKind.STATEMENT, "T2")) is None
    assert ballot_at(voting(state, channel), PRIORITIES) is None


def test_a_ballot_has_the_statement_the_points_and_how_many_are_in_of_each_partner() -> None:
    made = ballot()
    assert (made.lead, made.text) == ("At the moment, leaders help us to", "text T1.")
    assert [card.point for card in made.cards] == [1, 2, 3, 4, 5, 0]
    assert (made.count_text, made.full) == ("8 of 9 in", False)
    assert made.partners == (
        Partner("Council", "all 5 are in", complete=True),
        Partner("Police", "2 of 3 in", complete=False),
        Partner("Youth", "the only one is in", complete=True),
        Partner("Nobody", "0 of 0 in", complete=True),
    )


def test_the_room_sees_of_it_neither_a_partner_nor_another_scene_than_by_number_keys() -> None:
    scene = scene_at(voting(), T1)
    words = in_words(scene)
    assert not any(group.label in f"{scene} {words}" for group in PARTNERS)
    other = scene_at(voting(channel=Channel.NUMBER_KEYS), T1)
    assert replace(other, footer=scene.footer) == scene  # type: ignore[type-var]


def test_between_two_people_only_the_last_is_thanked_and_only_others_are_asked() -> None:
    made = ballot()
    first, then = hand_over_words(made, thanks=False), hand_over_words(made, thanks=True)
    assert "Thank you" not in " ".join(astuple(first))
    assert first.about == made.who_sees
    assert then.title == "Thank you. Your rating is in."
    assert first.begin == then.begin == "", "a partner begins the turn"
    alone = replace(made, partners=())
    assert hand_over_words(alone, thanks=True).begin == "Begin"
    over = replace(alone, ballots_in=9)
    assert hand_over_words(over, thanks=True).begin == ""
    assert hand_over_words(over, thanks=True).question == "Please give the laptop back."
    nobody = hand_over_words(replace(alone, ballots_in=0, present=0), thanks=False)
    assert nobody.title == "Nobody is in the room to vote."


def test_a_choice_is_said_in_words_with_a_way_to_confirm() -> None:
    made = ballot()
    begun, picked = turn_words(made, "Police", ()), turn_words(made, "Police", (4,))
    assert (begun.whose, begun.change, begun.confirm) == (
        "You rate for Police",
        "Change (Backspace)",
        "",
    )
    assert (picked.choice, picked.confirm, picked.key) == (
        "You chose 4 Label 4",
        "Confirm",
        "Enter",
    )
    assert turn_words(made, "", (0,)).choice == "You chose 0 Can't say"


def test_dots_are_counted_down_and_may_be_given_before_all_are_placed() -> None:
    made = replace(ballot(), partners=(), dots_each=3)
    said = [turn_words(made, "", (1,) * n) for n in range(4)]
    assert [words.confirm for words in said] == ["", "Done", "Done", "Confirm"]
    assert [words.change for words in said] == ["", *["Take one back"] * 3]
    assert said[1].choice.startswith("2 dots left.")
    assert said[2].choice.startswith("1 dot left.")
    assert hand_over_words(made, thanks=True).title == "Thank you. Your dots are in."
