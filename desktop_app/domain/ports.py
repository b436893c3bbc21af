"""What the use cases need from the outside world; implemented by storage, report and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from .agenda import StepTime
from .answer_table import AnswerTable
from .backups import Backup
from .dues import Due, LookedBack
from .framework import Framework
from .learnt import Learnt
from .library_file import Brought, LibraryFile
from .listing import Choices, Found, Wish
from .plan import Commitment, Note
from .printing import PrintOptions
from .priorities import DotBallot, PriorityVote, RankSums
from .rounds import Ballot, Round, Tally
from .settings import Settings
from .stopped import Stopped
from .summaries import WorkshopLines, WorkshopSummary
from .texts import Phrase
from .workshop import Workshop, WorkshopRecord


class Work(Protocol):
    """One unit of work: everything in it happens or nothing does; rolls back unless committed.

    Methods that take an id raise NotFound where there is no such thing. Any of them may raise an
    EnvironmentProblem.
    """

    def commit(self) -> None:
        """Make everything so far durable."""

    def summaries(self) -> tuple[WorkshopSummary, ...]:
        """Return all workshops, the last touched first."""

    def lines(
        self, read: Callable[[Sequence[str]], Mapping[str, WorkshopSummary]]
    ) -> WorkshopLines:
        """Return the same for a list whose lines are read by `read` when they are looked at."""

    def listed(self, wish: Wish) -> tuple[str, ...]:
        """Return the workshops that are wanted, in their order."""

    def choices(self) -> Choices:
        """Return what there is to choose from in the list."""

    def archive_workshop(self, workshop_id: str, *, archived: bool) -> None:
        """Take a workshop out of the usual list, or back into it."""

    def lines_of(self, ids: Sequence[str]) -> Mapping[str, WorkshopSummary]:
        """Return the lines of some ids, at most a page of them, as far as they are there."""

    def same_workshops(self, identity: str) -> tuple[WorkshopSummary, ...]:
        """Return the workshops that are one and the same by their identity, last touched first."""

    def dated(self) -> Iterable[Due]:
        """Return every commitment with a date, of every plan that is no rehearsal's or sample's."""

    def looked_back(self) -> Iterable[LookedBack]:
        """Return what each follow-up knows of what it looks back at, the oldest first."""

    def workshop(self, workshop_id: str) -> Workshop:
        """Return one workshop."""

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return a workshop with its rounds, notes and commitments; discarded rounds left out."""

    def add_workshop(self, workshop: Workshop) -> None:
        """Add a new workshop with its frozen framework."""

    def save_workshop(self, workshop: Workshop) -> None:
        """Write all of a workshop's own fields except its framework.

        Raise ChangedElsewhere where it is no more as it was read.
        """

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove a workshop, its rows and the file's free pages."""

    def round(self, round_id: str) -> Round:
        """Return one round, values only where Round allows them."""

    def add_round(self, round_: Round) -> None:
        """Add a round without ballots."""

    def save_round(self, round_: Round) -> None:
        """Write where a round stands and what the room settled on; never its ballots.

        Its counts stay hidden, and a running total, until it is first written as revealed.
        """

    def delete_round(self, round_id: str) -> None:
        """Remove a round with its ballots."""

    def reveal_round(self, round_: Round) -> None:
        """Write a round that the room sees for the first time; keep its `tallies` for all counts.

        Nothing can be added to it from now on.
        """

    def counts_to_reveal(self, round_: Round) -> tuple[Tally, ...]:
        """Return all counts of a round, for its first reveal only."""

    def add_ballot(self, round_: Round, ballot: Ballot) -> None:
        """Add one ballot to the running total of an open round, by its channel."""

    def take_back_ballot(self, round_: Round, ballot: Ballot) -> None:
        """Take one ballot like this, by the round's channel, off an open round's total."""

    def set_hand_counts(self, round_: Round, counts: Sequence[int], group: str = "") -> None:
        """Replace a group's typed hand counts; `counts` are for 0 ("can't say"), 1, ... K."""

    def add_tallies(self, round_: Round, tallies: Sequence[Tally]) -> None:
        """Add counts that came in as a whole, from a file or a sample."""

    def priority_vote(self, workshop_id: str) -> PriorityVote | None:
        """Return a workshop's vote on priorities, dots only where PriorityVote allows them."""

    def set_priority_vote(self, vote: PriorityVote) -> None:
        """Add the workshop's priority vote or write its state; never its dots.

        A new one takes the place of one that was discarded, which is no vote of its workshop.
        """

    def add_dot_ballot(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        """Add one person's dots, and how they rank, to an open vote's totals by its channel."""

    def take_back_dots(self, vote: PriorityVote, ballot: DotBallot, ranks: RankSums) -> None:
        """Take one ballot like this, by the vote's channel, off an open vote's totals."""

    def add_dots(self, vote: PriorityVote) -> None:
        """Add the dots and people of a revealed vote that came in as a whole, from a file."""

    def set_hand_dots(self, vote: PriorityVote, dots: Mapping[str, int]) -> None:
        """Replace the dots typed from a show of hands, by action id."""

    def rank_sums(self, vote: PriorityVote) -> RankSums:
        """Return how people ranked the actions, added up, before the reveal."""

    def save_time(self, workshop_id: str, time: StepTime) -> None:
        """Write what a step has taken so far."""

    def own_frameworks(self) -> tuple[Framework, ...]:
        """Return the newest version of each framework made here, by title."""

    def framework_versions(self, framework_id: str) -> tuple[Framework, ...]:
        """Return all kept versions of a framework made here, oldest first."""

    def save_own_framework(self, framework: Framework) -> None:
        """Keep a framework as a new version; earlier versions stay."""

    def delete_own_framework(self, framework_id: str) -> None:
        """Remove a framework made here with its versions; workshops keep their own copy."""

    def put_away(self) -> tuple[WorkshopSummary, ...]:
        """Return the workshops that are put away, the last touched first."""

    def hide_workshop(self, workshop_id: str, *, hidden: bool) -> None:
        """Put a workshop away, to be purged when the library closes, or bring it back."""

    def save_note(self, note: Note) -> None:
        """Add a note or replace the one with its id."""

    def add_notes(self, workshop_id: str, added: Sequence[Note]) -> None:
        """Add new notes of a workshop after those that it has, in this order."""

    def delete_note(self, note_id: str) -> None:
        """Remove a note."""

    def save_commitment(self, commitment: Commitment) -> None:
        """Add a commitment or replace the one with its id."""

    def delete_commitment(self, commitment_id: str) -> None:
        """Remove a commitment."""


class Library(Protocol):
    """The workshops on this laptop."""

    def reading(self) -> AbstractContextManager[Work]:
        """Begin a unit that only reads."""

    def writing(self) -> AbstractContextManager[Work]:
        """Begin a unit that may write."""


class Search(Protocol):
    """Finds workshops by words in their titles, places, partnerships, notes and commitments."""

    def find(self, typed: str) -> Found:
        """Return the workshops that hold all words that are typed, each at least begun.

        It is not whole where `catch_up` has more to read first.
        """

    def catch_up(self) -> None:
        """Read all that is not known yet; may take seconds in a large library."""


class Backups(Protocol):
    """The copies of the library on this laptop."""

    def holding(self, *workshop_ids: str) -> tuple[Backup, ...]:
        """Return the copies that hold any of these or a rehearsal of one, newest first."""

    def forget(self, *workshop_ids: str) -> None:
        """Take workshops and their rehearsals out of every backup that can be read."""


class Rescue(Protocol):
    """What becomes of a library that is moved or removed while it is open."""

    def news(self) -> tuple[Phrase, ...]:
        """Return what happened to the library since this was asked last."""

    def waiting(self) -> tuple[Path, ...]:
        """Return the folders in which earlier days are kept apart, oldest first."""

    def take_up(self) -> None:
        """Take what is kept apart into the library."""


class Frameworks(Protocol):
    """The frameworks that come with the application."""

    def built_in(self) -> Framework:
        """Return the built-in framework at full depth."""


class FrameworkFiles(Protocol):
    """Frameworks in files that people exchange."""

    def read(self, path: Path) -> Framework:
        """Return the framework in a TOML file; raise FileProblem naming place and mistake."""

    def write(self, framework: Framework, target: Path) -> None:
        """Write a framework as TOML, whole or not at all; raise OutputProblem or DiskFull."""


class Samples(Protocol):
    """The sample workshops that come with the application."""

    def sample(self, framework: Framework, now: datetime) -> WorkshopRecord:
        """Return the sample workshop, its rounds with tallies, marked as a sample."""


class AnswerFiles(Protocol):
    """Answers in files made elsewhere."""

    def table(self, path: Path, sheet: str = "") -> AnswerTable:
        """Return a file's cells as text, of a workbook the named sheet; raise FileProblem."""

    def given(self, content: bytes, file: str, sheet: str = "") -> AnswerTable:
        """Return the same of what is no file; `file` is what sentences call it."""

    def pasted(self, text: str, html: str, file: str) -> AnswerTable:
        """Return the same of what was copied from a sheet or a page, as text and as HTML."""


class WorkshopFiles(Protocol):
    """Workshops in files that move them to another laptop."""

    def read(self, path: Path, new_id: Callable[[], str]) -> WorkshopRecord:
        """Return the workshop in a file, all its ids new; raise FileProblem naming the mistake."""


class LibraryFiles(Protocol):
    """The whole library in one file."""

    def copy(self, target: Path) -> Path:
        """Write everything to a file, checked; raise OutputProblem or DiskFull."""

    def copy_into(self, folder: Path, names: Iterator[str]) -> Path:
        """Write it to a folder, by the first of `names` that is free; raise as `copy` does."""

    def look(self, file: Path) -> LibraryFile:
        """Return what a file holds beside what is here; raise FileProblem."""

    def bring_back(self, file: Path, *, newer: bool) -> Brought:
        """Add what is missing here, and with `newer` what went further there; raise FileProblem."""


class DocumentWriter(Protocol):
    """A document of one workshop, written whole or not at all."""

    def __call__(self, record: WorkshopRecord, target: Path, options: PrintOptions, /) -> None:
        """Write the document to `target`; raise OutputProblem or DiskFull, leaving no half file.

        Raise FileProblem where the logo among the options cannot be printed.
        """


class SettingsStore(Protocol):
    """Where the settings of this laptop are kept."""

    def load(self) -> Settings:
        """Return the settings; the default for each one that is missing or makes no sense."""

    def save(self, settings: Settings) -> None:
        """Keep the settings; raise OutputProblem or DiskFull."""


class Awake(Protocol):
    """Holds off screen saver, lock and sleep; no call waits for the platform but `stop`."""

    def hold(self, reason: str, told: Callable[[bool], None]) -> None:
        """Hold off from now on; `told` hears on another thread whether that is possible."""

    def let_go(self) -> None:
        """Hold nothing off any more."""

    def stop(self) -> None:
        """Let go for good, as before the application ends."""


class LearntStore(Protocol):
    """Where this laptop keeps what was chosen for files of answers, the oldest first."""

    def load(self) -> tuple[Learnt, ...]:
        """Return what is kept, without whatever makes no sense."""

    def save(self, learnt: Sequence[Learnt]) -> None:
        """Keep the newest MOST of these and nothing else; raise OutputProblem or DiskFull."""


class StoppedStore(Protocol):
    """Where this laptop keeps how the workshop that was open last was left."""

    def load(self) -> Stopped:
        """Return where it stopped; the default for each value that is missing or makes no sense."""

    def save(self, stopped: Stopped) -> None:
        """Keep where it stopped; raise OutputProblem or DiskFull."""
