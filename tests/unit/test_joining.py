"""Tables of a day added up: only what each shows, and what stays behind is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.joining import Lack, Left, Sums, Table, added_up, is_same_table
from desktop_app.analysis.visibility import view_round
from desktop_app.application.joining import Joining
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Result
from desktop_app.domain.rounds import MERGED, Round, RoundState, Tally
from desktop_app.domain.workshop import Privacy, ResultRules, WorkshopRecord

from .builders import NOON, make_framework, make_round, make_workshop
from .fakes import FakeLibrary, Ids

BY_PARTNER = Privacy.ANONYMOUS_WITH_GROUP


def table(name: str, *rounds: Round, **workshop: object) -> Table:
    made = replace(make_workshop(), title=name, identity=f"of {name}")
    return Table(name, WorkshopRecord(replace(made, **workshop), rounds))  # type: ignore[arg-type]


def by_partner(votes: Mapping[str, tuple[int, ...]], statement: str = "T1") -> Round:
    """Give a revealed round of each partner's counts for 1 to 5."""
    tallies = tuple(
        Tally(Channel.PAPER, name, point, n)
        for name, counts in votes.items()
        for point, n in enumerate(counts, 1)
        if n
    )
    total = sum(tally.votes for tally in tallies)
    made = make_round(statement, (0, 0, 0, 0, 0), present=total)
    return replace(made, channel=Channel.PAPER, tallies=tallies, ballots_in=total)


def counts(sums: Sums, ordinal: int = 1) -> tuple[int, ...]:
    round_ = next(r for r in sums.rounds if r.ordinal == ordinal)
    found = Counter(dict.fromkeys(range(6), 0))
    for tally in round_.tallies:
        found[tally.point] += tally.votes
    return tuple(found[point] for point in range(6))


def parts(sums: Sums) -> dict[tuple[str, ...], int]:
    """Give what is shown of each part of the joined round, by its partners."""
    view = view_round(sums.rounds[0], 5, ResultRules(), BY_PARTNER)
    return {
        (one.label,) if one.label else one.merged: one.result.n
        for one in view.groups
        if isinstance(one.result, Result)
    }


# Adding up


def test_first_votes_are_added_and_so_are_their_people() -> None:
    one = table("One", make_round("T1", (0, 2, 3, 1, 0), cannot_say=1))
    two = table("Two", make_round("T1", (1, 0, 0, 4, 2)))
    sums = added_up((one, two))
    assert counts(sums) == (1, 1, 2, 3, 5, 2)
    assert (sums.rounds[0].present, sums.rounds[0].ballots_in) == (14, 14)
    assert sums.left == ()
    rated = make_round("T2", (0, 2, 3, 1, 0))
    more = added_up((one, table("Two", rated), table("Three", rated)))
    assert more.left == (
        Left(Lack.NOT_RATED, "Two", ("T1",)),
        Left(Lack.NOT_RATED, "Three", ("T1",)),
        Left(Lack.NOT_RATED, "One", ("T2",)),
    )


def test_what_a_table_hides_is_not_added_and_that_is_said() -> None:
    one = table("One", make_round("T1", (0, 2, 3, 1, 0)))
    small = table("Small", make_round("T1", (0, 0, 4, 0, 0)))
    sums = added_up((one, small))
    assert counts(sums) == (0, 0, 2, 3, 1, 0)
    assert sums.rounds[0].present == 6
    assert Left(Lack.TOO_FEW, "Small", ("T1",)) in sums.left


def test_second_votes_count_only_where_every_table_that_counts_voted_again() -> None:
    first = make_round("T1", (0, 2, 3, 1, 0))
    again = replace(make_round("T1", (0, 0, 3, 3, 0)), id="again", ordinal=2)
    both = added_up((table("One", first, again), table("Two", first, again)))
    assert (counts(both), counts(both, 2)) == ((0, 0, 4, 6, 2, 0), (0, 0, 0, 6, 6, 0))
    some = added_up((table("One", first, again), table("Two", first)))
    assert [r.ordinal for r in some.rounds] == [1]
    assert Left(Lack.NOT_ALL_AGAIN, "", ("T1",)) in some.left


def test_open_and_closed_votes_are_none() -> None:
    is_open = replace(make_round("T1", (0, 2, 3, 1, 0)), state=RoundState.CLOSED)
    sums = added_up((table("One", is_open), table("Two", make_round("T1", (0, 2, 3, 1, 0)))))
    assert counts(sums) == (0, 0, 2, 3, 1, 0)


def test_a_shown_partner_is_added_where_each_table_shows_it_alone() -> None:
    votes = {"NHS": (0, 2, 3, 0, 0), "Council": (0, 0, 3, 3, 0)}
    one = table("One", by_partner(votes), privacy=BY_PARTNER)
    two = table("Two", by_partner(votes), privacy=BY_PARTNER)
    assert parts(added_up((one, two))) == {("Council",): 12, ("NHS",): 10}


def test_a_partner_merged_at_one_table_is_told_only_with_whom_it_was_merged() -> None:
    one = table(
        "One",
        by_partner({"NHS": (0, 2, 3, 0, 0), "Police": (3, 2, 0, 0, 0), "Council": (0, 0, 3, 3, 0)}),
        privacy=BY_PARTNER,
    )
    two = table(
        "Two",
        by_partner({"NHS": (0, 2, 0, 0, 0), "Police": (3, 0, 0, 0, 0), "Council": (0, 0, 3, 3, 0)}),
        privacy=BY_PARTNER,
    )
    assert parts(added_up((one, two))) == {("Council",): 12, ("NHS", "Police"): 15}


def test_a_partner_merged_with_people_of_none_is_not_told_by_its_name() -> None:
    votes = {"NHS": (0, 2, 0, 0, 0), "": (0, 0, 3, 0, 0), "Council": (0, 0, 3, 3, 0)}
    tables = [table(name, by_partner(votes), privacy=BY_PARTNER) for name in ("One", "Two")]
    assert parts(added_up(tables)) == {("Council",): 12, ("NHS",): 10}
    labels = {tally.group for tally in added_up(tables).rounds[0].tallies}
    assert labels == {"Council", f"{MERGED}NHS"}


def test_partners_are_not_told_where_one_table_did_not_count_by_them() -> None:
    votes = {"NHS": (0, 2, 3, 0, 0), "Council": (0, 0, 3, 3, 0)}
    one = table("One", by_partner(votes), privacy=BY_PARTNER)
    two = table("Two", by_partner({"": (0, 2, 3, 3, 0)}), privacy=BY_PARTNER)
    sums = added_up((one, two))
    assert parts(sums) == {}
    assert Left(Lack.PARTNERS, "", ("T1",)) in sums.left
    strict = table("Two", by_partner({"": (0, 2, 3, 3, 0)}))
    assert {t.group for t in added_up((one, strict)).rounds[0].tallies} == {""}


PARTNERS = ("NHS", "Council", "Police", "Charity")
rooms = st.lists(
    st.dictionaries(
        st.sampled_from(PARTNERS), st.tuples(*[st.integers(0, 4)] * 5), min_size=1, max_size=4
    ),
    min_size=2,
    max_size=4,
)


@given(rooms)
def test_every_part_that_is_shown_is_a_union_of_parts_that_the_tables_show(
    votes: list[dict[str, tuple[int, ...]]],
) -> None:
    tables = [table(f"Table {n}", by_partner(of), privacy=BY_PARTNER) for n, of in enumerate(votes)]
    sums = added_up(tables)
    if not sums.rounds:
        return
    shown = [view_round(t.record.rounds[0], 5, ResultRules(), BY_PARTNER) for t in tables]
    told = [view for view in shown if isinstance(view.whole, Result)]
    for names, n in parts(sums).items():
        total = 0
        for view in told:
            for part in view.groups:
                inside = {part.label} if part.label else set(part.merged)
                if isinstance(part.result, Result) and inside and inside <= set(names):
                    total += part.result.n
                else:
                    assert not inside & set(names)
        assert total == n


@given(rooms, st.integers(0, 3))
def test_what_a_table_hides_changes_nothing_of_what_is_added(
    votes: list[dict[str, tuple[int, ...]]], shift: int
) -> None:
    """A twin differs only in how few people of a table that is too small to be shown rated."""
    small = [0, 0, 0, 0, 0]
    small[shift] = 4
    twin = [0, 0, 0, 0, 0]
    twin[shift + 1] = 4
    tables = [table(f"Table {n}", by_partner(of), privacy=BY_PARTNER) for n, of in enumerate(votes)]
    sums = [
        added_up((*tables, table("Small", by_partner({"NHS": tuple(few)}), privacy=BY_PARTNER)))
        for few in (small, twin)
    ]
    assert sums[0] == sums[1]


# The rest of the day


def dots(**of: int) -> PriorityVote:
    total = sum(of.values())
    return PriorityVote(
        "p", "w1", RoundState.REVEALED, Channel.TURNS, 3, 6, 6, total, tuple(of.items()), 0.5
    )


def test_dots_and_hands_are_added_where_they_are_shown() -> None:
    one, two, three = table("One"), table("Two", fist=(0, 0, 0, 1, 3, 2)), table("Three")
    one = replace(one, record=replace(one.record, priority_vote=dots(T=10, A=8)))
    two = replace(two, record=replace(two.record, priority_vote=dots(T=4, A=14)))
    sums = added_up((one, two, three))
    assert sums.vote is not None
    assert (sums.vote.by_action, sums.vote.ballots_in) == ({"T": 14, "A": 22}, 12)
    assert sums.vote.concordance is None
    assert sums.fist == (0, 0, 0, 1, 3, 2)
    assert Left(Lack.DOTS, "Three") in sums.left


def test_answers_from_before_the_day_come_once_where_all_tables_have_the_same() -> None:
    early = make_round("T1", (0, 2, 3, 1, 0))
    tables = [
        replace(t, record=replace(t.record, before=(early,))) for t in (table("One"), table("Two"))
    ]
    assert [r.tallies for r in added_up(tables).before] == [early.tallies]
    other = replace(tables[1].record, before=(make_round("T1", (6, 0, 0, 0, 0)),))
    sums = added_up((tables[0], replace(tables[1], record=other)))
    assert sums.before == ()
    assert Left(Lack.BEFORE) in sums.left


def test_two_files_of_one_table_are_known_and_two_tables_prepared_as_one_are_not() -> None:
    first = make_round("T1", (0, 2, 3, 1, 0))
    more = make_round("T2", (0, 2, 3, 1, 0))
    early, late = table("One", first).record, table("One", first, more).record
    assert is_same_table(early, late)
    assert is_same_table(late, early)
    assert not is_same_table(late, table("One", make_round("T1", (1, 1, 3, 1, 0)), more).record)
    assert not is_same_table(table("One").record, late)
    assert not is_same_table(early, table("Two", first).record)


def test_what_became_of_earlier_steps_is_kept_where_all_tables_say_the_same() -> None:
    told = (Progress("c1", Standing.DONE),)
    service, _, paths = joining(table("One", progress=told), table("Two", progress=told))
    joined = service.look(paths)
    assert joined.record.workshop.progress == told
    service, _, paths = joining(table("One", progress=told), table("Two"))
    joined = service.look(paths)
    assert joined.record.workshop.progress == ()
    assert any("what became of their steps" in str(one) for one in joined.left)


# From files


class Files:
    """domain.ports.WorkshopFiles: records by the name of their file."""

    def __init__(self, *tables: Table) -> None:
        self._records = {f"{one.name}.roundtable": one.record for one in tables}
        self.paths = [Path(name) for name in self._records]

    def read(self, path: Path, new_id: object) -> WorkshopRecord:
        return self._records[path.name]


def joining(*tables: Table) -> tuple[Joining, FakeLibrary, list[Path]]:
    files, library = Files(*tables), FakeLibrary()
    return Joining(library, files, lambda: NOON, Ids()), library, files.paths


def test_one_workshop_is_made_with_the_words_of_every_table() -> None:
    rated = replace(make_round("T1", (0, 2, 3, 1, 0)), settled_point=3, settled_reason="Agreed.")
    one = table("One", rated, headline="Meet monthly", partnership="Vale")
    said = (Note("n1", "w1", NoteKind.BARRIER, "No time", "T1"),)
    taken = (Commitment("c1", "w1", 0, "One list", because="1 of 6 rated trust 4."),)
    one = replace(one, record=replace(one.record, notes=said, commitments=taken))
    two = table("Two", make_round("T1", (0, 0, 3, 3, 0)), partnership="Vale")
    service, library, paths = joining(one, two)
    joined = service.look(paths)
    key = service.take(joined, " Both tables ").value
    record = library.record(key)
    workshop = record.workshop
    assert (workshop.title, workshop.partnership, workshop.present) == ("Both tables", "Vale", 24)
    assert workshop.identity not in {"of One", "of Two"}
    texts = [note.text for note in record.notes]
    assert texts[0] == "Added up from the votes of 2 tables: “One”, “Two”."
    assert "One: No time" in texts
    assert "One: Meet monthly" in texts
    assert "One: settled on 3 (Label 3). Agreed." in texts
    assert [c.because for c in record.commitments] == ["One: 1 of 6 rated trust 4."]
    assert record.rounds[0].settled_point is None
    assert not any("did not rate" in text for text in texts)


def test_a_partner_spelt_in_two_ways_is_one() -> None:
    votes = {"NHS": (0, 2, 3, 0, 0), "Council": (0, 0, 3, 3, 0)}
    other = {"nhs ": (0, 2, 3, 0, 0), "Council": (0, 0, 3, 3, 0)}
    service, library, paths = joining(
        table("One", by_partner(votes), privacy=BY_PARTNER),
        table("Two", by_partner(other), privacy=BY_PARTNER),
    )
    key = service.take(service.look(paths)).value
    assert {t.group for t in library.record(key).rounds[0].tallies} == {"NHS", "Council"}


def test_tables_of_one_title_are_called_by_their_files() -> None:
    one, two = table("One"), table("Two")
    same = [replace(t, record=replace(t.record, workshop=make_workshop())) for t in (one, two)]
    service, _, paths = joining(*same)
    joined = service.look(paths)
    assert [t.name for t in joined.tables] == ["One", "Two"]
    assert joined.record.workshop.title == "A workshop"


@pytest.mark.parametrize(
    ("second", "sentence"),
    [
        (table("Two", rehearsal_of="w9"), "Two.roundtable is a rehearsal"),
        (
            table("Two", framework=make_framework(7)),
            "Two.roundtable rates other statements than One.roundtable, or on another scale",
        ),
        (
            table("Two", make_round("T1", (0, 2, 3, 1, 0)), identity="of One"),
            "One.roundtable and Two.roundtable are the same table",
        ),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_made(second: Table, sentence: str) -> None:
    service, library, paths = joining(table("One", make_round("T1", (0, 2, 3, 1, 0))), second)
    with pytest.raises(FileProblem, match=sentence):
        service.look(paths)
    assert library.shelf.workshops == {}


def test_one_file_is_no_join() -> None:
    service, _, paths = joining(table("One"))
    with pytest.raises(InputProblem, match="2 to 40 tables"):
        service.look(paths)
