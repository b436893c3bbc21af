"""What the room sees in each state, and that nothing of a vote shows before its reveal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.earlier import earlier_of
from desktop_app.application.planning import open_recommendations
from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import EarlierCommitment
from desktop_app.domain.framework import Prompt, PromptKind, Statement
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Ballot, Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Group, Privacy, Workshop, WorkshopRecord
from desktop_app.scenes.aside_scenes import (
    FistAsked,
    NoteShown,
    QuestionAsked,
    StatementRead,
    StatementsListed,
    StepsOffered,
)
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.looks import Look
from desktop_app.scenes.pages import pages_of
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.scene import (
    Blank,
    ByGroup,
    Card,
    Closing,
    Picture,
    PictureRow,
    Plan,
    PlanLine,
    Revealed,
    RevealedHidden,
    Scene,
    StatementShown,
    VoteClosed,
    VoteOpen,
    Welcome,
)
from desktop_app.scenes.stage import scene_after, scene_at
from desktop_app.scenes.votes import asking, vote_open_after
from desktop_app.words.names import vote_in_sentence
from desktop_app.words.prompts import prompt_lines
from desktop_app.words.room import ground_rules
from desktop_app.words.who_sees import channel_line

from .builders import every_aside, make_framework, make_record, make_round, make_workshop
from .fakes import FakeLibrary

T1 = Step(StepKind.STATEMENT, "T1")
OVERVIEW = Step(StepKind.OVERVIEW)
LOW, HIGH, SPLIT = (6, 4, 2, 0, 0), (0, 0, 2, 4, 6), (6, 0, 0, 0, 6)


def full_record() -> WorkshopRecord:
    """Return a record in which most kinds of scene occur at some step."""
    rounds = (
        make_round("T1", HIGH),
        make_round("T1", LOW, ordinal=2),
        make_round("T2", (3, 0, 0, 0, 0), state=RoundState.OPEN, present=12),
        make_round("A1", (3, 0, 0, 0, 0)),
        make_round("A2", (3, 0, 0, 0, 0), state=RoundState.CLOSED, present=12),
    )
    record = make_record(*rounds, workshop=make_workshop(make_framework(actions="TAI")))
    return replace(record, notes=(Note("n", "w1", NoteKind.IDEA, "One budget", "T1"),))


# Each state has its scene


def test_the_welcome_says_what_today_is() -> None:
    workshop = replace(
        make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP),
        title="Away-day", partnership="Partneriaeth Ŵyth", held_on=date(2027, 5, 1),
    )  # fmt: skip
    scene = scene_at(make_record(workshop=workshop), Step(StepKind.WELCOME))
    assert isinstance(scene, Welcome)
    assert (scene.title, scene.kicker) == ("Away-day", "Partneriaeth Ŵyth  ·  1 May 2027")
    assert "at least five" in scene.privacy
    assert scene.ground_rules == ground_rules()


def test_a_statement_is_shown_with_its_scale_and_anchors() -> None:
    framework = make_framework(points=3)
    action = framework.actions[0]
    anchored = Statement("T1", "word1", "text T1", ((1, "Never"), (3, "Always")))
    action = replace(action, statements=(anchored, action.statements[1]))
    workshop = make_workshop(replace(framework, actions=(action, framework.actions[1])))
    scene = scene_at(make_record(workshop=replace(workshop, channel=Channel.TURNS)), T1)
    assert isinstance(scene, StatementShown)
    assert scene.sentence == "At the moment, leaders help us to text T1."
    assert scene.kicker == "Act T  ·  statement 1 of 2"
    assert scene.cards == (
        Card(1, "Label 1", "Never"), Card(2, "Label 2", "Description 2"),
        Card(3, "Label 3", "Always"), Card(0, "Can't say", "Not enough to go on"),
    )  # fmt: skip
    assert scene.footer == channel_line(Channel.TURNS)


def test_the_only_statement_of_an_action_is_not_counted() -> None:
    framework = make_framework()
    action = replace(framework.actions[0], statements=framework.actions[0].statements[:1])
    workshop = make_workshop(replace(framework, actions=(action,)))
    scene = scene_at(make_record(workshop=workshop), T1)
    assert isinstance(scene, StatementShown)
    assert scene.kicker == "Act T"


@pytest.mark.parametrize("channel", Channel)
def test_an_open_vote_says_how_many_are_in(channel: Channel) -> None:
    voting = make_round("T1", (0, 0, 9, 0, 0), state=RoundState.OPEN, present=12)
    scene = scene_at(make_record(replace(voting, channel=channel)), T1)
    assert isinstance(scene, VoteOpen)
    assert (scene.count_text, scene.ballots_in, scene.present) == ("9 of 12 in", 9, 12)
    assert (scene.round_id, scene.footer) == ("T1-1", channel_line(channel))
    assert len(scene.cards) == 6


@pytest.mark.parametrize(
    ("ballots", "text"),
    [(0, "0 of 12 in"), (12, "12 of 12 in"), (13, "13 in, 12 in the room")],
)
def test_one_more_ballot_changes_only_the_count(ballots: int, text: str) -> None:
    def sheets(count: int) -> Round:
        voting = make_round("T1", (0, 0, count, 0, 0), state=RoundState.OPEN, present=12)
        return replace(voting, channel=Channel.PAPER)

    before = scene_at(make_record(sheets(9)), T1)
    assert isinstance(before, VoteOpen)
    after = vote_open_after(before, ballots)
    assert (after.count_text, after.ballots_in) == (text, ballots)
    assert after == scene_at(make_record(sheets(ballots)), T1)


def test_more_hands_than_people_are_a_slip_that_the_room_does_not_read() -> None:
    def hands(count: int) -> Round:
        return make_round("T1", (0, 0, count, 0, 0), state=RoundState.OPEN, present=12)

    before = scene_at(make_record(hands(9)), T1)
    slip = make_record(hands(345))
    assert scene_after(before, slip, hands(345)) == before
    assert scene_after(before, make_record(hands(10)), hands(10)) != before
    afresh = scene_at(slip, T1)
    assert isinstance(afresh, VoteOpen)
    assert (afresh.count_text, afresh.ballots_in) == ("Counting", 0)


def test_more_hands_of_one_partner_than_it_has_people_are_a_slip_too() -> None:
    def hands(police: int) -> Round:
        council = make_round("T1", (0, 0, 2, 0, 0), state=RoundState.OPEN, present=12)
        other = make_round("T1", (0, 0, police, 0, 0), group="Police")
        return replace(council, tallies=(*council.tallies, *other.tallies))

    groups = (Group("Council", 7), Group("Police", 5))
    workshop = replace(make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP), groups=groups)
    before = scene_at(make_record(hands(5), workshop=workshop), T1)
    slip = make_record(hands(6), workshop=workshop)
    assert scene_after(before, slip, hands(6)) == before


def test_whose_hands_are_asked_for_is_said_where_partners_are_kept() -> None:
    groups = (Group("Council", 7), Group("Police", 5))
    workshop = replace(make_workshop(privacy=Privacy.ANONYMOUS_WITH_GROUP), groups=groups)
    voting = make_round("T1", (0, 0, 2, 0, 0), state=RoundState.OPEN, present=12)

    def asked(group: str, at: Workshop = workshop, channel: Channel = Channel.HANDS) -> str:
        scene = scene_at(make_record(replace(voting, channel=channel), workshop=at), T1)
        shown = asking(scene, at, group)
        assert isinstance(shown, VoteOpen)
        return shown.asked

    assert (asked("Police"), asked(""), asked("Nobody")) == (
        "Hands up: Police", "Hands up: Council", "Hands up: Council",
    )  # fmt: skip
    assert asked("", make_workshop()) == asked("Police", channel=Channel.PAPER) == ""


def test_a_closed_vote_waits_without_saying_what_it_holds() -> None:
    closed = make_round("T1", (0, 0, 9, 0, 0), state=RoundState.CLOSED, present=12)
    scene = scene_at(make_record(closed), T1)
    assert isinstance(scene, VoteClosed)
    assert scene.count_text == "The vote is closed. 9 of 12 in."


def test_a_revealed_vote_says_what_it_shows_and_means() -> None:
    scene = scene_at(make_record(make_round("T1", SPLIT, 1)), T1)
    assert isinstance(scene, Revealed)
    assert scene.result.counts == SPLIT
    assert (scene.verdict, scene.middle) == ("Opposing views", "Median 3")
    assert scene.level == "Level: Middle. 6 of 12 rated 4 or 5."
    assert "a reason to talk" in scene.meaning
    assert scene.footer == "13 people in the room · 13 ballots · first vote"
    assert scene.statement == "… text T1."
    assert scene.remarks == ()


def test_remarks_stand_beside_a_result() -> None:
    scene = scene_at(make_record(make_round("T1", (1, 0, 0, 0, 5), 6)), T1)
    assert isinstance(scene, Revealed)
    starts = ("A small group", "A minority view", "Many can't say: 6 of 12")
    assert [r[: len(s)] for r, s in zip(scene.remarks, starts, strict=True)] == list(starts)


def test_too_few_ratings_stay_hidden_and_look_different_from_none() -> None:
    scene = scene_at(make_record(make_round("T1", (4, 0, 0, 0, 0), 8)), T1)
    assert isinstance(scene, RevealedHidden)
    assert scene.verdict == "Too few ratings to show"
    assert scene.reason.startswith("Hidden")
    assert scene.footer == "12 people in the room · 12 ballots · first vote"
    one = scene_at(make_record(make_round("T1", (1, 0, 0, 0, 0))), T1)
    assert isinstance(one, RevealedHidden)
    assert one.footer == "1 person in the room · 1 ballot · first vote"


def test_a_second_vote_is_compared_with_the_one_before() -> None:
    first, second = make_round("T1", SPLIT), make_round("T1", (0, 0, 2, 8, 2), ordinal=2)
    record = make_record(first, second)
    scene = scene_at(record, T1)
    assert isinstance(scene, Revealed)
    assert scene.kicker == "Act T  ·  statement 1 of 2  ·  second vote"
    assert scene.remarks[0] == (
        "First vote: opposing views. Cannot say: with 12 and 12 ratings this could"
        " be luck, and a real change could hide in it. Views came closer: ratings lie nearer to the"
        " room’s middle than before. If nobody came or left in between, at least 10 of 12 changed"
        " their rating."
    )


def test_a_second_vote_is_not_compared_with_a_hidden_one() -> None:
    first, second = make_round("T1", (4, 0, 0, 0, 0)), make_round("T1", HIGH, ordinal=2)
    scene = scene_at(make_record(first, second), T1)
    assert isinstance(scene, Revealed)
    assert not any("vote:" in remark for remark in scene.remarks)


def test_a_second_vote_under_way_covers_the_first_result() -> None:
    first = make_round("T1", SPLIT)
    second = make_round("T1", (0, 0, 1, 0, 0), ordinal=2, state=RoundState.OPEN, present=12)
    scene = scene_at(make_record(first, second), T1)
    assert isinstance(scene, VoteOpen)
    assert scene.kicker.endswith("second vote")


@pytest.mark.parametrize(
    ("ordinal", "word"),
    [(1, "first vote"), (6, "sixth vote"), (7, "vote 7"), (21, "vote 21")],
)
def test_votes_are_counted_as_people_do(ordinal: int, word: str) -> None:
    assert vote_in_sentence(ordinal) == word


# Pictures


def test_the_picture_of_an_action_has_its_statements() -> None:
    framework = make_framework()
    prompts = (Prompt(PromptKind.HAPPENED, "What happened?"),)
    action = replace(framework.actions[0], prompts=prompts)
    workshop = make_workshop(replace(framework, actions=(action, framework.actions[1])))
    record = make_record(make_round("T1", LOW), workshop=workshop)
    scene = scene_at(record, Step(StepKind.ACTION, "T"))
    assert isinstance(scene, Picture)
    assert scene.title == "Act T"
    assert scene.rows == (
        PictureRow("Name T1", LOW, "Low", "Broad agreement", strong=True),
        PictureRow("Name T2", None, "", "", "Not rated yet"),
    )


def test_how_to_read_bars_is_said_where_there_is_one() -> None:
    rated, empty = make_record(make_round("T1", LOW)), make_record()
    for step in (Step(StepKind.ACTION, "T"), Step(StepKind.OVERVIEW)):
        assert "Each bar" in str(in_words(scene_at(rated, step)))
        assert "Each bar" not in str(in_words(scene_at(empty, step)))


def test_the_overview_tells_hidden_from_not_rated() -> None:
    scene = scene_at(full_record(), OVERVIEW)
    assert isinstance(scene, Picture)
    assert scene.title == "The three leadership actions"
    assert [(r.label, r.counts, r.level, r.empty) for r in scene.rows] == [
        ("Name T", LOW, "Low", ""),
        ("Name A", None, "", "Hidden: too few ratings"),
        ("Name I", None, "", "Not rated yet"),
    ]


@pytest.mark.parametrize(
    ("order", "labels"),
    [
        (OverviewOrder.FRAMEWORK, "HSNL"),
        (OverviewOrder.LEVEL, "LSHN"),
        (OverviewOrder.DISAGREEMENT, "SHLN"),
    ],
)
def test_the_overview_can_be_ordered(order: OverviewOrder, labels: str) -> None:
    framework = make_framework(actions="HSNL")
    votes = {"H": (0, 0, 0, 4, 8), "S": SPLIT, "L": (8, 4, 0, 0, 0)}
    rounds = [make_round(f"{key}1", counts) for key, counts in votes.items()]
    record = make_record(*rounds, workshop=make_workshop(framework))
    scene = scene_at(record, OVERVIEW, order)
    assert isinstance(scene, Picture)
    assert [row.label for row in scene.rows] == [f"Name {key}" for key in labels]


# The plan and the end


def _planned(steps: int) -> WorkshopRecord:
    plan = tuple(
        Commitment(f"c{i}", "w1", i, f"Step {i}", owner="Chair", due=date(2027, 6, 1 + i))
        for i in range(steps)
    )
    parked = tuple(Note(f"n{i}", "w1", NoteKind.PARKED, f"Parked {i}") for i in range(6))
    idea = Note("idea", "w1", NoteKind.IDEA, "Not for the wall")
    workshop = replace(make_workshop(), headline="One budget", review_on=date(2028, 1, 9))
    return WorkshopRecord(workshop, (), (idea, *parked), plan)


def test_an_empty_plan_asks_for_steps() -> None:
    scene = scene_at(make_record(), Step(StepKind.NEXT_STEPS))
    assert isinstance(scene, Plan)
    assert (scene.lines, scene.headline) == ((), "")
    assert scene.empty.endswith("?")


@pytest.mark.parametrize("steps", [1, 3, 7, 20])
def test_the_plan_has_as_many_screens_as_it_needs(steps: int) -> None:
    scene = scene_at(_planned(steps), Step(StepKind.NEXT_STEPS))
    assert isinstance(scene, Plan)
    assert scene.lines[0] == PlanLine("Step 0", "Chair", "1 June")
    pages = pages_of(scene)
    lines = [line for page in pages if isinstance(page, Plan) for line in page.lines]
    assert lines == [*scene.lines]
    assert len(lines) == steps
    assert next(page.headline for page in pages if isinstance(page, Plan)) == "One budget"
    assert (len(pages) > 1) is (steps > 3)
    assert len({page.kicker for page in pages if isinstance(page, Plan)}) == len(pages)


def test_a_step_of_the_bank_stands_by_its_short_title() -> None:
    framework = make_framework()
    title = framework.actions[0].steps[0].title
    planned = _planned(1)
    taken = (replace(planned.commitments[0], title=title),)
    scene = scene_at(replace(planned, commitments=taken), Step(StepKind.NEXT_STEPS))
    assert isinstance(scene, Plan)
    assert [line.title for line in scene.lines] == [framework.actions[0].steps[0].short]


def test_a_fist_has_a_screen_of_its_own_before_the_plan() -> None:
    record = _planned(2)
    record = replace(record, workshop=replace(record.workshop, fist=(0, 0, 1, 2, 5, 4)))
    pages = pages_of(scene_at(record, Step(StepKind.NEXT_STEPS)))
    assert [bool(page.fist) for page in pages if isinstance(page, Plan)] == [True, False]
    assert [len(page.lines) for page in pages if isinstance(page, Plan)] == [0, 2]


def test_the_welcome_says_everything_on_its_screens() -> None:
    scene = scene_at(make_record(), Step(StepKind.WELCOME))
    assert isinstance(scene, Welcome)
    pages = [page for page in pages_of(scene) if isinstance(page, Welcome)]
    assert len(pages) > 1
    assert [page.purpose for page in pages if page.purpose] == [scene.purpose]
    assert [rule for page in pages for rule in page.ground_rules] == list(scene.ground_rules)
    assert [page.privacy for page in pages if page.privacy] == [scene.privacy]


def test_the_end_says_what_we_leave_with() -> None:
    scene = scene_at(_planned(7), Step(StepKind.CLOSE))
    assert isinstance(scene, Closing)
    assert (scene.headline, scene.title) == ("One budget", "Thank you")
    assert scene.review == "We look again on 9 January 2028."
    assert scene.parked == tuple(f"Parked {i}" for i in range(6))
    assert len(scene.lines) == 7
    titles = [page.title for page in pages_of(scene) if isinstance(page, Closing)]
    assert (titles[0], titles[1], titles[-1]) == ("Thank you", "What we will do", "Parked")
    bare = scene_at(make_record(), Step(StepKind.CLOSE))
    assert isinstance(bare, Closing)
    assert (bare.kicker, bare.review, bare.lines, bare.parked) == ("A workshop", "", (), ())


# What holds for every scene


def every_scene(record: WorkshopRecord) -> list[Scene]:
    between = (
        AgendaItem("since", 5),
        AgendaItem("break:1", 15),
        AgendaItem("own:1", 5, "Our pledge", "We will."),
    )
    earlier = replace(earlier_of(record), commitments=(EarlierCommitment("c", "Rotate"),))
    follows = replace(record.workshop, agenda=between, earlier=(earlier,))
    record = replace(record, workshop=follows)
    steps = record.workshop.steps
    scenes = [scene_at(record, s, order) for s in steps for order in OverviewOrder]
    looks = [scene_at(record, s, look=look) for s in steps for look in Look]
    return [*scenes, *looks, *every_aside(record)]


def with_every_vote_on_priorities(record: WorkshopRecord) -> list[WorkshopRecord]:
    vote = PriorityVote("p", "w1", RoundState.OPEN, Channel.TURNS, 3, 12, 12, 36)
    dots = (("T", 20), ("A", 16))
    votes = (
        vote,
        replace(vote, state=RoundState.CLOSED),
        replace(vote, state=RoundState.REVEALED, dots=dots),
        replace(vote, state=RoundState.REVEALED, dots=dots, ballots_in=4),
    )
    return [replace(record, priority_vote=vote) for vote in (None, *votes)]


def test_a_sample_is_marked_on_every_scene() -> None:
    plain = full_record()
    sample = replace(plain, workshop=replace(plain.workshop, is_sample=True))
    samples, plains = map(with_every_vote_on_priorities, (sample, plain))
    scenes = [scene for record in samples for scene in every_scene(record)]
    unmarked_scenes = [scene for record in plains for scene in every_scene(record)]
    # Partner by partner needs groups, and what is put beside a step is chosen: both have own tests.
    elsewhere = {
        Blank,
        ByGroup,
        FistAsked,
        NoteShown,
        QuestionAsked,
        StatementsListed,
        StatementRead,
    }
    kinds = {type(scene) for scene in scenes} | elsewhere | {StepsOffered}
    assert kinds == set(Scene.__args__)
    for marked, unmarked in zip(scenes, unmarked_scenes, strict=True):
        assert not isinstance(marked, Blank)
        assert not isinstance(unmarked, Blank)
        assert (marked.mark, unmarked.mark) == ("Sample workshop", "")
        assert replace(marked, mark="") == unmarked


_vote = st.builds(Ballot, st.integers(0, 5), st.sampled_from(["", "north", "south"]))
_hands = st.lists(st.integers(0, 4), min_size=6, max_size=6)


@given(
    st.lists(st.tuples(_vote, _vote), max_size=12),
    _hands.flatmap(lambda counts: st.tuples(st.just(counts), st.permutations(counts))),
    st.sampled_from([RoundState.OPEN, RoundState.CLOSED]),
    st.sampled_from([Channel.TURNS, Channel.HANDS]),
    st.sampled_from(Privacy),
    st.booleans(),
)
def test_before_the_reveal_nothing_depends_on_what_was_voted(
    ballots: list[tuple[Ballot, Ballot]],
    hands: tuple[Sequence[int], Sequence[int]],
    state: RoundState,
    channel: Channel,
    privacy: Privacy,
    again: bool,
) -> None:
    """Vote twice with as many ballots of other values: scenes, questions and advice are equal."""
    one, other = (
        _voted([pair[i] for pair in ballots], hands[i], state, channel, privacy, again)
        for i in (0, 1)
    )
    assert every_scene(one) == every_scene(other)
    assert prompt_lines(one, T1) == prompt_lines(other, T1)
    assert open_recommendations(one) == open_recommendations(other)


def _voted(
    ballots: list[Ballot],
    hands: Sequence[int],
    state: RoundState,
    channel: Channel,
    privacy: Privacy,
    again: bool,
) -> WorkshopRecord:
    """Return what the library gives back of a vote on T1, the first or the second one."""
    ordinal = 2 if again else 1
    round_ = Round("r", "w1", "T1", ordinal, Channel.TURNS, RoundState.OPEN, 12)
    earlier = [make_round("T1", LOW)] if again else []
    library = FakeLibrary(make_record(*earlier, round_, workshop=make_workshop(privacy=privacy)))
    with library.writing() as work:
        for ballot in ballots:
            work.add_ballot(round_, ballot)
        work.set_hand_counts(round_, hands)
        work.save_round(replace(round_, state=state, channel=channel))
        work.commit()
    return library.record()


@pytest.mark.slow
@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.permutations([1, 2, 3, 4, 5]))
def test_a_hidden_result_does_not_show_through(votes: list[int], renamed: list[int]) -> None:
    def record(points: list[int]) -> WorkshopRecord:
        return make_record(make_round("T1", [points.count(k) for k in range(1, 6)]))

    other = record([renamed[v - 1] for v in votes])
    assert every_scene(record(votes)) == every_scene(other)
