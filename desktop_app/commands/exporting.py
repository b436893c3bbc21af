"""`roundtable export`: one document, or all of a workshop's documents into a folder."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from desktop_app.application.pack import PackOrder, pack_files, write_pack
from desktop_app.application.services import Services
from desktop_app.bootstrap import default_data_dir, looked_at
from desktop_app.documents.kinds import (
    DocumentKind,
    kind_called,
    kinds_ending_in,
    kinds_of_a_pack,
    kinds_to_call_for,
)
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.printing import PER_SHEET, BallotForm, PaperSize, PrintOptions
from desktop_app.domain.refusals import refusal
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.words.lists import any_of
from desktop_app.words.printing_day import day_typed
from desktop_app.words.speech import say

from .calls import Parser, complain, path_of


def add_export(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add the command to the parser."""
    exporting = commands.add_parser(
        "export", parents=[shared], help=say("write a document, or all into a folder")
    )
    exporting.add_argument("workshop", metavar=say("WORKSHOP"), help=say("an id or an exact title"))
    exporting.add_argument("--to", type=path_of, required=True, metavar=say("FILE"))
    _add_printing(exporting)
    exporting.add_argument(
        "--bom",
        action="store_true",
        help=say("begin a .csv with a byte order mark, as Excel wants it"),
    )
    exporting.add_argument(
        "--by-owner",
        action="store_true",
        help=say(
            "into a folder, a calendar file for each owner and nothing else; with --kind owners, a"
            " page for each"
        ),
    )
    exporting.set_defaults(command=_export)


def _add_printing(exporting: argparse.ArgumentParser) -> None:
    suffixes = _suffixes_with_kinds()
    exporting.add_argument(
        "--kind",
        choices=_kinds_to_name(suffixes),
        help=say(
            "which {suffix}; {kind} if not said",
            suffix=any_of(suffixes),
            kind=kinds_ending_in(suffixes[0])[0].called,
        ),
    )
    exporting.add_argument(
        "--logo",
        type=path_of,
        metavar=say("FILE"),
        help=say("a PNG or JPEG to print on every document"),
    )
    exporting.add_argument(
        "--paper", choices=("a4", "a3"), help=say("the sheet for plan and posters")
    )
    exporting.add_argument(
        "--ballots",
        choices=[form.value for form in BallotForm],
        default=BallotForm.SLIPS.value,
        help=say("ballots as slips, one a statement, or as one sheet with all of them"),
    )
    exporting.add_argument(
        "--per-sheet", type=int, choices=PER_SHEET, default=4, help=say("slips on a page")
    )
    exporting.add_argument(
        "--printed-on",
        type=day_typed,
        metavar=say("DATE"),
        help=say("the day that pages say they were printed on, such as 2026-11-28; today if not"),
    )


def _suffixes_with_kinds() -> list[str]:
    """Return the suffixes that several kinds of document have."""
    return [suffix for suffix in _suffixes() if len(kinds_ending_in(suffix)) > 1]


def _suffixes_with_looks() -> list[str]:
    """Return the suffixes of what a logo can be put on."""
    looks = (kind.about.suffix for kind in kinds_to_call_for() if kind.about.has_looks)
    return list(dict.fromkeys(looks))


def _kinds_to_name(suffixes: list[str]) -> list[str]:
    kinds = (kind for suffix in suffixes for kind in kinds_ending_in(suffix))
    return list(dict.fromkeys(kind.called for kind in kinds))


def _suffixes() -> list[str]:
    """Return what a file's name may end in."""
    suffixes = dict.fromkeys(kind.about.suffix for kind in kinds_to_call_for())
    return [suffix for suffix in suffixes if suffix]


def _export(options: argparse.Namespace) -> int:
    to_folder = _is_folder(options.to)
    kind = _kind_for_a_folder(options) if to_folder else _kind(options)
    wrong = _wrong(options, to_folder=to_folder)
    wrong = wrong or (None if kind or to_folder else _no_such_document(options))
    if wrong:
        complain(wrong)
        return 2
    with looked_at(options.data_dir or default_data_dir()) as services:
        workshop_id = services.library.find(options.workshop).id
        if kind is None:
            left_out = _write_pack(services, workshop_id, options)
        else:
            services.reports.write(workshop_id, kind, options.to, _print_options(options))
            left_out = services.reports.left_out(workshop_id, (kind,))
    if left_out:
        print(left_out)
    return 0


def _is_folder(place: Path) -> bool:
    """Return whether a folder is meant: one that is there, or a name without a suffix."""
    return not place.suffix or (place.suffix.lower() not in _suffixes() and place.is_dir())


def _kind_for_a_folder(options: argparse.Namespace) -> DocumentKind | None:
    """Return the one kind that a folder is to hold; None where it is to hold the whole pack."""
    if not options.by_owner:
        return None
    pages = options.kind == DocumentKind.OWNERS.called
    return DocumentKind.PAGES_BY_OWNER if pages else DocumentKind.CALENDAR_BY_OWNER


def _wrong(options: argparse.Namespace, *, to_folder: bool) -> Phrase | None:
    """Return what is wrong with a call whose options do not fit its file."""
    if options.by_owner and not to_folder:
        return phrase("--by-owner is for a folder, and “{file}” is none.", file=options.to.name)
    if options.by_owner and options.kind == DocumentKind.OWNERS.called:
        return None
    fitting = (
        ("--kind", options.kind, _suffixes_with_kinds()),
        ("--bom", options.bom, [".csv"]),
        ("--logo", options.logo and not to_folder, _suffixes_with_looks()),
    )
    for option, wanted, suffixes in fitting:
        if wanted and options.to.suffix.lower() not in suffixes:
            return phrase(
                "{option} is for {suffix} files, and “{file}” is none.",
                option=option,
                suffix=any_of(suffixes),
                file=options.to.name,
            )
    return None


def _kind(options: argparse.Namespace) -> DocumentKind | None:
    """Return what is asked for by a file's suffix and the options; None where there is none."""
    suffix = options.to.suffix.lower()
    if options.bom:
        return DocumentKind.CSV_FOR_EXCEL
    if options.kind:
        return kind_called(options.kind, suffix)
    return next(iter(kinds_ending_in(suffix)), None)


def _no_such_document(options: argparse.Namespace) -> Phrase:
    kinds = kinds_ending_in(options.to.suffix.lower())
    if kinds:
        return phrase(
            "There is no {suffix} of the kind “{kind}”. Choose {kinds}.",
            suffix=options.to.suffix.lower(),
            kind=options.kind,
            kinds=any_of([kind.called for kind in kinds]),
        )
    return phrase(
        "“{file}” does not end in {suffixes}. Choose one of them.",
        file=options.to.name,
        suffixes=any_of(_suffixes()),
    )


def _write_pack(services: Services, workshop_id: str, options: argparse.Namespace) -> str:
    """Write all documents into a folder, made where there is none; return what is left out."""
    workshop = services.workshops.record(workshop_id).workshop
    made = _made(options.to)
    order = PackOrder(kinds_of_a_pack(), options.to, options=_print_options(options))
    try:
        replaced = frozenset(pack_files(workshop, order))
        return write_pack(services.reports, workshop, order, may_replace=replaced).left_out
    except BaseException:
        if made:
            with suppress(OSError):
                options.to.rmdir()
        raise


def _made(folder: Path) -> bool:
    """Make a folder; return whether it was not there. Raise OutputProblem where it cannot be."""
    try:
        folder.mkdir()
    except FileExistsError as error:
        if folder.is_dir():
            return False
        raise OutputProblem(
            "{path} is a file. Give the folder another name.", path=folder
        ) from error
    except FileNotFoundError as error:
        raise OutputProblem(
            "{name} could not be written: there is no folder {folder}. Choose another folder.",
            name=folder.name,
            folder=folder.parent,
        ) from error
    except OSError as error:
        raise OutputProblem(
            "{path} could not be written ({reason}). Choose another name or folder.",
            path=folder,
            reason=refusal(error),
        ) from error
    return True


def _print_options(options: argparse.Namespace) -> PrintOptions:
    paper = PaperSize(options.paper) if options.paper else None
    form = BallotForm(options.ballots)
    return PrintOptions(options.logo, paper, options.per_sheet, form, options.printed_on)
