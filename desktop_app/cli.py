"""The command line: the window, and what organisers do without one.

Errors are one sentence on standard error: exit status 2 for a wrong call, 1 otherwise.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop_app import __version__
from desktop_app.domain.errors import AppError
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.words.language import speak_on_the_console
from desktop_app.words.laptop import laptop_language
from desktop_app.words.speech import said_in_short, said_together, say

if TYPE_CHECKING:
    from desktop_app.documents.kinds import DocumentKind
    from desktop_app.domain.printing import PrintOptions


def main(arguments: Sequence[str] | None = None, began: float | None = None) -> int:
    """Run the command line and return its exit status; `began` is a perf_counter reading."""
    _print_every_character()
    speak_on_the_console(laptop_language())
    options = _window_call(arguments) or _any_call(arguments)
    options.began = time.perf_counter() if began is None else began
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        status = command(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _stop_printing()
        return 1
    except AppError as error:
        _complain(error.phrase)
        return 1
    except Exception as error:  # noqa: BLE001 - a sentence, whatever it is; never a traceback
        _complain(_surprise(error))
        _stop_printing()
        return 1
    return status


def _print_every_character() -> None:
    """Write what a terminal's encoding lacks as its code: a name with ŵ must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _stop_printing() -> None:
    """Give up what is not printed yet, of which the interpreter would complain when it ends."""
    with suppress(OSError, AttributeError):  # there may be no file beneath
        printed_to = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, printed_to)
        os.close(nowhere)


def _complain(problem: Phrase) -> None:
    print(f"roundtable: {_one_line(said_in_short(problem))}", file=sys.stderr)


def _surprise(error: Exception) -> Phrase:
    """Return a sentence on what nobody foresaw, with its place for whoever looks into it."""
    if isinstance(error, OSError):
        from desktop_app.domain.refusals import refusal

        return phrase("The computer did not allow this: {reason}.", reason=refusal(error))
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return phrase(
        "Something went wrong inside Roundtable ({error}; {file}, line {line}). What was saved"
        " before is safe.",
        error=type(error).__name__,
        file=Path(frames[-1].filename).name if frames else "?",
        line=frames[-1].lineno if frames else "?",
    )


def _window_call(arguments: Sequence[str] | None) -> argparse.Namespace | None:
    """Return the options of a call that only opens the window, or None for any other call.

    The window need not wait until the parsers of all commands are built.
    """
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False, allow_abbrev=False)
    _add_window(parser)
    try:
        options, others = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    return None if others else options


def _any_call(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of a call; end with help, or with a complaint where it is wrong."""
    from desktop_app.words.call_words import call_in_our_words

    with call_in_our_words():
        return _parser().parse_args(arguments)


def _add_window(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--quit-after-first-paint",
        action="store_true",
        help=say("print the milliseconds from process start to the first painted window, and exit"),
    )
    parser.add_argument("--data-dir", type=_path, default=None, help=argparse.SUPPRESS)
    parser.set_defaults(command=_open_window)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="roundtable", description=say("Run a partnership's workshop, offline."))
    parser.add_argument(
        "--version",
        action="version",
        version=f"Roundtable {__version__}",
        help=say("show the version of Roundtable and exit"),
    )
    _add_window(parser)
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--data-dir",
        type=_path,
        default=argparse.SUPPRESS,
        metavar=say("DIR"),
        help=say("the folder of the library"),
    )
    commands = parser.add_subparsers(title=say("commands"), metavar="")
    _add_commands(commands, shared)
    return parser


def _add_commands(
    commands: argparse._SubParsersAction[_Parser],
    shared: _Parser,
) -> None:
    demo = commands.add_parser(
        "demo", parents=[shared], help=say("open a sample workshop in a throw-away library")
    )
    demo.add_argument("--offscreen-tour", type=_path, metavar=say("DIR"), help=argparse.SUPPRESS)
    demo.set_defaults(command=_demo)
    listing = commands.add_parser("list", parents=[shared], help=say("list the workshops"))
    listing.set_defaults(command=_list)
    _add_import(commands, shared)
    _add_export(commands, shared)
    checking = commands.add_parser(
        "check", parents=[shared], help=say("check the library, or restore it from a backup")
    )
    checking.add_argument(
        "--repair",
        action="store_true",
        help=say(
            "put the newest good backup in the place of a damaged library, which is kept aside"
        ),
    )
    checking.set_defaults(command=_check)


def _add_import(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    importing = commands.add_parser(
        "import", parents=[shared], help=say("bring in a workshop, or ballots from a CSV")
    )
    importing.add_argument("file", type=_path, metavar=say("FILE"))
    importing.add_argument(
        "--framework",
        default="",
        metavar=say("NAME"),
        help=say(
            "the id or exact title of the framework that ballots are for, if not the built-in one"
        ),
    )
    importing.set_defaults(command=_import)


def _add_export(commands: argparse._SubParsersAction[_Parser], shared: _Parser) -> None:
    exporting = commands.add_parser("export", parents=[shared], help=say("write a document"))
    exporting.add_argument("workshop", metavar=say("WORKSHOP"), help=say("an id or an exact title"))
    exporting.add_argument("--to", type=_path, required=True, metavar=say("FILE"))
    _add_printing(exporting)
    exporting.add_argument(
        "--bom",
        action="store_true",
        help=say("begin a .csv with a byte order mark, as Excel wants it"),
    )
    exporting.set_defaults(command=_export)


def _add_printing(exporting: argparse.ArgumentParser) -> None:
    from desktop_app.documents.kinds import kinds_ending_in

    papers = [kind.value for kind in kinds_ending_in(".pdf")]
    exporting.add_argument(
        "--kind", choices=papers, help=say("which .pdf; {kind} if not said", kind=papers[0])
    )
    exporting.add_argument(
        "--logo",
        type=_path,
        metavar=say("FILE"),
        help=say("a PNG or JPEG to print on report, plan, posters"),
    )
    exporting.add_argument(
        "--paper", choices=("a4", "a3"), help=say("the sheet for plan and posters")
    )
    exporting.add_argument(
        "--per-sheet", type=int, choices=(1, 2, 4), default=4, help=say("ballots on a sheet")
    )


def _path(text: str) -> Path:
    """Return a path; an empty one, as from a variable that is not set, would be this folder."""
    if not text:
        raise argparse.ArgumentTypeError(say("the name is empty"))
    return Path(text)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint in one line and exit with status 2."""
        complaint = phrase(
            "{complaint}. “roundtable --help” shows how to call it.",
            complaint=message[:1].upper() + message[1:],
        )
        sentence = said_in_short(complaint)
        self.exit(2, f"roundtable: {_one_line(sentence)}\n")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Say of a command that there is none such, as it has no name among the arguments."""
        commands = action.choices or ()
        whole = isinstance(action, argparse._SubParsersAction)  # noqa: SLF001 - has no other name
        if whole and value not in commands:
            known = ", ".join(map(repr, commands))
            raise argparse.ArgumentError(
                None,
                say("no such command: {name} (choose from {known})", name=repr(value), known=known),
            )
        super()._check_value(action, value)


def _open_window(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import default_data_dir, run_window

    data_dir = options.data_dir or default_data_dir()
    began = options.began if options.quit_after_first_paint else None
    return run_window(data_dir, quit_after_first_paint=began)


def _demo(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import run_demo

    return run_demo(options.data_dir, options.offscreen_tour)


def _list(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import default_data_dir, looked_at
    from desktop_app.words.statuses import status_in_list

    with looked_at(options.data_dir or default_data_dir()) as services:
        for summary in services.workshops.all():
            day = summary.held_on.isoformat() if summary.held_on else ""
            status = status_in_list(summary.status)
            if summary.is_sample:
                status = say("{status} (sample)", status=status)
            parts = (summary.id, summary.title, summary.partnership, day, status)
            print("\t".join(_one_line(part) for part in parts))
    return 0


def _import(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import default_data_dir, opened

    is_workshop = options.file.suffix.lower() == ".roundtable"
    if is_workshop and options.framework:
        _complain(
            phrase(
                "“{file}” is a workshop and brings its own framework along.",
                file=options.file.name,
            )
        )
        return 2
    with opened(options.data_dir or default_data_dir()) as services:
        for lost in services.lost_votes:
            _complain(lost)
        if is_workshop:
            print(services.moving.import_workshop(options.file).value)
        else:
            print(services.library.import_ballots(options.file, options.framework).value)
    return 0


def _export(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import default_data_dir, looked_at

    suffix = options.to.suffix.lower()
    for wanted, only in ((options.kind, ".pdf"), (options.bom, ".csv")):
        if wanted and suffix != only:
            option = "--kind" if only == ".pdf" else "--bom"
            _complain(
                phrase(
                    "{option} is for {suffix} files, and “{file}” is none.",
                    option=option,
                    suffix=only,
                    file=options.to.name,
                )
            )
            return 2
    kind = _kind(suffix, options)
    if kind is None:
        _complain(
            phrase(
                "“{file}” does not end in {suffixes}. Choose one of them.",
                file=options.to.name,
                suffixes=_suffixes(),
            )
        )
        return 2
    with looked_at(options.data_dir or default_data_dir()) as services:
        workshop = services.library.find(options.workshop)
        services.reports.write(workshop.id, kind, options.to, _print_options(options))
        left_out = services.reports.left_out(workshop.id, (kind,))
    if left_out:
        print(left_out)
    return 0


def _kind(suffix: str, options: argparse.Namespace) -> DocumentKind | None:
    """Return what is asked for by a file's suffix and the options; None where nothing ends so."""
    from desktop_app.documents.kinds import DocumentKind, kinds_ending_in

    if options.bom:
        return DocumentKind.CSV_FOR_EXCEL
    if options.kind:
        return DocumentKind(options.kind)
    return next(iter(kinds_ending_in(suffix)), None)


def _suffixes() -> str:
    """Return what a file's name may end in, one after another."""
    from desktop_app.documents.kinds import kinds_to_call_for
    from desktop_app.words.lists import any_of

    suffixes = dict.fromkeys(kind.about.suffix for kind in kinds_to_call_for())
    return any_of([suffix for suffix in suffixes if suffix])


def _check(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import check_library, default_data_dir, repair_library

    look = repair_library if options.repair else check_library
    print(said_together(look(options.data_dir or default_data_dir())))
    return 0


def _print_options(options: argparse.Namespace) -> PrintOptions:
    from desktop_app.domain.printing import PaperSize, PrintOptions

    paper = PaperSize(options.paper) if options.paper else None
    return PrintOptions(options.logo, paper, options.per_sheet)


def _one_line(text: str) -> str:
    return " ".join(text.split())
