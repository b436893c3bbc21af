"""Whatever is pressed by mistake: no partner has more ballots in than people who may vote."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.priorities import Priorities
from desktop_app.application.rounds import Rounds
from desktop_app.application.undo import UndoStack
from desktop_app.application.workshops import Workshops
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import AppError
from desktop_app.domain.people import People
from desktop_app.domain.results import GroupView
from desktop_app.domain.rounds import MERGED, Round, RoundState
from desktop_app.domain.turnout import may_vote, partners_in
from desktop_app.domain.workshop import Group, Privacy, vote_now
from desktop_app.scenes.looks import groups_scene

from .builders import make_record, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

COUNCIL, POLICE, CHARITY = "Council", "Police", "Charity"
GROUPS = (Group(COUNCIL, 4), Group(POLICE, 3), Group(CHARITY, 6))
BY_ONES = [c for c in Channel if not c.traits.counted]

labels = st.sampled_from([COUNCIL, POLICE, CHARITY])
slips = st.one_of(
    st.tuples(st.just("cast"), st.integers(0, 5), labels),
    st.tuples(st.just("cast"), st.integers(0, 5), labels),
    st.tuples(st.just("cast"), st.integers(0, 5), st.just(COUNCIL)),
    st.tuples(st.just("cast"), st.integers(0, 5), st.just(MERGED + COUNCIL + MERGED + POLICE)),
    st.tuples(st.just("back"), st.none(), st.none()),
    st.tuples(st.just("came"), st.none(), labels),
    st.tuples(st.just("left"), st.none(), labels),
    st.tuples(st.just("undo"), st.none(), st.none()),
    st.tuples(st.just("channel"), st.sampled_from(BY_ONES), st.none()),
    st.tuples(st.sampled_from(["reopen", "discard"]), st.none(), st.none()),
)
Slip = tuple[str, object, object]


class Day:
    """A room of three partners that votes on one statement."""

    def __init__(self) -> None:
        base = make_workshop(present=13, privacy=Privacy.ANONYMOUS_WITH_GROUP)
        self.library = FakeLibrary(make_record(workshop=replace(base, groups=GROUPS)))
        self.rounds = Rounds(self.library, Ids())
        self.workshops = Workshops(self.library, FakeFrameworks(), Clock(), Ids())
        self.stack = UndoStack()
        self.key = self.rounds.open("w1", "T1", Channel.TURNS).value

    @property
    def round(self) -> Round:
        return self.library.round(self.key)

    def do(self, name: str, value: object, group: object) -> None:
        """Do one thing, as far as it is allowed."""
        acts: dict[str, Callable[[], object]] = {
            "cast": lambda: self.rounds.cast(self.key, value, group),  # type: ignore[arg-type]
            "back": lambda: self.rounds.take_back_last(self.key),
            "came": lambda: self._did(self.workshops.somebody_came("w1", str(group))),
            "left": lambda: self._did(self.workshops.set_people("w1", self._without(str(group)))),
            "undo": self.stack.undo,
            "channel": lambda: self.rounds.use_channel(self.key, value),  # type: ignore[arg-type]
            "reopen": self._reopen,
            "discard": lambda: self._did(self.rounds.discard(self.key)),
        }
        with suppress(AppError):
            acts[name]()

    def _did(self, outcome: object) -> None:
        undo = getattr(outcome, "undo", None)
        if undo is not None:
            self.stack.push(undo)

    def _reopen(self) -> None:
        self._did(self.rounds.close(self.key, "counted"))
        self.rounds.reopen(self.key)

    def _without(self, label: str) -> People:
        groups = self.library.record().workshop.groups
        fewer = tuple(replace(g, people=max(0, g.people - (g.label == label))) for g in groups)
        return People(sum(g.people for g in fewer), groups=fewer)


def holds(day: Day) -> None:
    """Fail where more is in than people may vote, or where it is told otherwise."""
    workshop, round_ = day.library.record().workshop, day.round
    if round_.state is RoundState.DISCARDED:
        return
    partners = partners_in(workshop, round_)
    assert all(partner.ballots_in <= partner.people for partner in partners), partners
    assert round_.ballots_in <= round_.present
    assert sum(partner.ballots_in for partner in partners) == round_.ballots_in
    for partner in partners:
        assert may_vote(workshop, round_, partner.label) == (partner.ballots_in < partner.people)


@given(st.lists(slips, max_size=60))
def test_no_slip_lifts_a_partner_over_its_people(slips: list[Slip]) -> None:
    day = Day()
    for slip in slips:
        day.do(*slip)
        holds(day)


@given(st.lists(slips, max_size=60))
def test_a_partner_of_four_is_never_shown_by_itself(slips: list[Slip]) -> None:
    """One that nobody came to; a wrong press once made five of four, and they were shown."""
    day = Day()
    for name, value, group in slips:
        if name != "came" or group != COUNCIL:
            day.do(name, value, group)
    for group, people in ((COUNCIL, 9), (POLICE, 9), (CHARITY, 9)):
        for _ in range(people):
            day.do("cast", 3, group)
    for act in (lambda: day.rounds.close(day.key, "counted"), lambda: day.rounds.reveal(day.key)):
        with suppress(AppError):
            act()
    scene = groups_scene(day.library.record(), "T1")
    assert COUNCIL not in {part.label for part in scene.parts} if scene is not None else True


dot_acts = st.one_of(
    st.tuples(st.just("cast"), st.dictionaries(st.sampled_from("TA"), st.integers(0, 3))),
    st.tuples(st.just("press"), st.sampled_from("TA")),
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("channel"), st.sampled_from(BY_ONES)),
    st.tuples(st.just("people"), st.integers(0, 5)),
)


@given(st.lists(dot_acts, max_size=60))
def test_no_slip_places_more_dots_than_people_have(acts: list[tuple[str, object]]) -> None:
    library = FakeLibrary(make_record(workshop=make_workshop(present=3)))
    dots = Priorities(library, Ids())
    workshops = Workshops(library, FakeFrameworks(), Clock(), Ids())
    dots.open("w1", Channel.TURNS)
    for name, value in acts:
        do: dict[str, Callable[[], object]] = {
            "cast": lambda value=value: dots.cast("w1", value),
            "press": lambda value=value: dots.cast("w1", {value: 1}),
            "back": lambda: dots.take_back("w1"),
            "channel": lambda value=value: dots.use_channel("w1", value),
            "people": lambda value=value: workshops.set_people("w1", People(value)),
        }
        with suppress(AppError):
            do[name]()
        vote = vote_now(library.record())
        assert vote is not None
        assert vote.dots_in <= vote.present * vote.dots_each
        if vote.channel.traits.whole_people:
            assert vote.ballots_in <= vote.present


def test_the_views_of_a_room_of_one_mind_are_told() -> None:
    from desktop_app.analysis.unanimous import unanimous
    from desktop_app.analysis.visibility import view_round

    day = Day()
    day.rounds.use_channel(day.key, Channel.PAPER)
    for group, points in ((CHARITY, [4] * 6), (COUNCIL, [2, 2, 2, 3]), (POLICE, [2] * 3)):
        for point in points:
            day.rounds.cast(day.key, point, group)
    day.rounds.close(day.key)
    day.rounds.reveal(day.key)
    workshop = day.library.record().workshop
    views = view_round(day.round, 5, workshop.rules, workshop.privacy).groups
    assert [_name(view) for view in views] == [CHARITY, f"{COUNCIL} {POLICE}"]
    assert [_name(view) for view in unanimous(views)] == [CHARITY]


def _name(view: GroupView) -> str:
    return view.label or " ".join(view.merged)
