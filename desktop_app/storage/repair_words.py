"""What a look at the library, or a repair of it, has to report: sentences for the person."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop_app.domain.texts import Phrase, count_phrase, phrase

from .backup import moment_of
from .health import Backups

Report = tuple[Phrase, ...]
"""What was found or done, a sentence each, to be said where it is shown."""


class Repaired(NamedTuple):
    """What a repair did: `workshops` are there now, `taken` of them from the damaged file.

    `kept`: where the damaged files are, None where there were none. `backup`: what it was restored
    from, None where there was none. `whole`: all that the damaged file held is there.
    """

    path: Path
    workshops: int
    kept: Path | None
    backup: Path | None
    taken: int
    whole: bool


def none_yet(data_dir: Path) -> Phrase:
    """Say that there is no library."""
    return phrase("There is no library in {folder} yet.", folder=data_dir)


def begun_again(data_dir: Path) -> Phrase:
    """Say that the library that is gone is not missed any more."""
    return phrase("The next start begins an empty library in {folder}.", folder=data_dir)


def kept_apart(folder: Path) -> Phrase:
    """Say that a day is kept apart from the library."""
    return phrase(
        "What was done after it was moved or removed is kept apart in {folder}; “roundtable check"
        " --repair” takes it up.",
        folder=folder,
    )


def taken_up(path: Path, count: int) -> Phrase:
    """Say that the days that were kept apart are in the library."""
    return count_phrase(
        "What was kept apart is taken up: the library {path} holds 1 workshop.",
        "What was kept apart is taken up: the library {path} holds {n} workshops.",
        count,
        path=path,
    )


def sound(path: Path, count: int) -> Phrase:
    """Say that the library is sound, and how many workshops it holds."""
    return count_phrase(
        "The library {path} is sound and holds 1 workshop.",
        "The library {path} is sound and holds {n} workshops.",
        count,
        path=path,
    )


def about_backups(found: Backups) -> Phrase:
    """Say how many backups there are, and which cannot be used."""
    everything = len(found.good) + len(found.bad)
    if not everything:
        return phrase("It has no backup yet.")
    bad = ", ".join(path.name for path in found.bad)
    if not found.good:
        return count_phrase(
            "Its backup cannot be used: {bad}.",
            "None of its {n} backups can be used: {bad}.",
            everything,
            bad=bad,
        )
    if not found.bad:
        return count_phrase(
            "Its backup is good, the newest of {when}.",
            "All its {n} backups are good, the newest of {when}.",
            everything,
            when=_when(found.good[0]),
        )
    return count_phrase(
        "1 of its {all} backups can be used, the newest of {when}; not {bad}.",
        "{n} of its {all} backups can be used, the newest of {when}; not {bad}.",
        len(found.good),
        all=everything,
        when=_when(found.good[0]),
        bad=bad,
    )


def told(done: Repaired) -> Report:
    """Say what a repair did."""
    if done.backup is None:
        return _written_anew(done.path, done.workshops), _kept(done)
    if done.kept is None:
        return (_missing_restored(done.path, done.workshops, done.backup),)
    taken = (_taken(done.taken),) if done.taken else ()
    return _damaged_restored(done.path, done.workshops, done.backup), *taken, _kept(done)


def _kept(done: Repaired) -> Phrase:
    if done.whole:
        return phrase(
            "Nothing that was done since then is lost; the damaged files are kept in {folder}.",
            folder=done.kept,
        )
    if done.backup is None:
        return phrase(
            "What could not be read is only in the damaged files, which are kept in {folder}.",
            folder=done.kept,
        )
    return phrase(
        "What was done since then is only in the damaged files, which are kept in {folder}.",
        folder=done.kept,
    )


def _written_anew(path: Path, count: int) -> Phrase:
    return count_phrase(
        "The library {path} was damaged and had no good backup. What could be read of it is written"
        " anew, with 1 workshop.",
        "The library {path} was damaged and had no good backup. What could be read of it is written"
        " anew, with {n} workshops.",
        count,
        path=path,
    )


def _missing_restored(path: Path, count: int, backup: Path) -> Phrase:
    return count_phrase(
        "The library {path} was missing and is restored from its newest good backup, of {when},"
        " with 1 workshop.",
        "The library {path} was missing and is restored from its newest good backup, of {when},"
        " with {n} workshops.",
        count,
        path=path,
        when=_when(backup),
    )


def _damaged_restored(path: Path, count: int, backup: Path) -> Phrase:
    return count_phrase(
        "The library {path} was damaged and is restored from its newest good backup, of {when},"
        " with 1 workshop.",
        "The library {path} was damaged and is restored from its newest good backup, of {when},"
        " with {n} workshops.",
        count,
        path=path,
        when=_when(backup),
    )


def _taken(count: int) -> Phrase:
    return count_phrase(
        "1 workshop of them is from the damaged file, which alone had it.",
        "{n} workshops of them are from the damaged file, which alone had them.",
        count,
    )


def _when(backup: Path) -> object:
    moment = moment_of(backup)
    if moment is None:
        return backup.name
    return phrase("{moment} UTC", moment=moment.strftime("%Y-%m-%d %H:%M"))
