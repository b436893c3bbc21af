"""All use cases of one open library, handed to the windows and the command line together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the windows hold this before the library opens; nothing heavy with it
    from desktop_app.domain.texts import Phrase

    from .answer_imports import AnswerImports
    from .backups import BackupCopies
    from .beforehand import Beforehand
    from .dues import Dues
    from .following import Following
    from .frameworks import FrameworkShelf
    from .joining import Joining
    from .library import LibraryService
    from .listing import Listing
    from .moving import Moving
    from .notes import Notes
    from .planning import Planning
    from .priorities import Priorities
    from .progress_forms import ProgressForms
    from .rehearsals import Rehearsals
    from .reports import Reports
    from .rescuing import Rescuing
    from .rounds import Rounds
    from .stopping import Stopping
    from .timing import Timing
    from .whole_library import WholeLibrary
    from .workshops import Workshops


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases of one library; `backup` copies it now, `close` ends cleanly.

    `look_over` checks the file where opening left that for later, and raises LibraryDamaged;
    `let_go` ends without writing.
    `write_guide` saves the facilitator's guide as a file, by its suffix.
    `is_untidy` tells whether what was deleted still stands in free parts, which `tidy` removes.
    `finish_ballots` does for the last ballots what nobody has to wait for.
    `lost_votes`: a sentence for each vote under way whose ballots could not be read at the start.
    """

    workshops: Workshops
    rounds: Rounds
    planning: Planning
    priorities: Priorities
    notes: Notes
    library: LibraryService
    listing: Listing
    answer_imports: AnswerImports
    beforehand: Beforehand
    moving: Moving
    joining: Joining
    following: Following
    progress_forms: ProgressForms
    dues: Dues
    reports: Reports
    timing: Timing
    stopping: Stopping
    rehearsals: Rehearsals
    frameworks: FrameworkShelf
    copies: BackupCopies
    rescuing: Rescuing
    backup: Callable[[], None]
    is_untidy: Callable[[], bool]
    tidy: Callable[[], None]
    finish_ballots: Callable[[], None]
    look_over: Callable[[], None]
    close: Callable[[], None]
    let_go: Callable[[], None]
    write_guide: Callable[[Path], Path]
    whole: WholeLibrary
    lost_votes: tuple[Phrase, ...] = ()
