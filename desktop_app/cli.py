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

from desktop_app import __version__
from desktop_app.commands.calls import Parser, complain, path_of
from desktop_app.domain.errors import AppError
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.words.language import speak_on_the_console
from desktop_app.words.laptop import laptop_language
from desktop_app.words.speech import said_together, say


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
        complain(error.phrase)
        return 1
    except Exception as error:  # noqa: BLE001 - a sentence, whatever it is; never a traceback
        complain(_surprise(error))
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
    if any(not _is_file(other) for other in others):
        return None
    # As it is named from where the call is made; it may be handed to another process.
    options.files = tuple(Path(other).absolute() for other in others)
    return options


def _is_file(argument: str) -> bool:
    """Return whether an argument names a file; no command has a suffix or lies in a folder."""
    if argument.startswith("-"):
        return False
    return bool(Path(argument).suffix) or Path(argument).name != argument


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
    parser.add_argument("--data-dir", type=path_of, default=None, help=argparse.SUPPRESS)
    parser.set_defaults(command=_open_window, files=())


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="roundtable",
        description=say("Run a partnership's workshop, offline."),
        epilog=say("“roundtable FILE ...” opens workshops, ballots and frameworks in the window."),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Roundtable {__version__}",
        help=say("show the version of Roundtable and exit"),
    )
    _add_window(parser)
    shared = Parser(add_help=False)
    shared.add_argument(
        "--data-dir",
        type=path_of,
        default=argparse.SUPPRESS,
        metavar=say("DIR"),
        help=say("the folder of the library"),
    )
    commands = parser.add_subparsers(title=say("commands"), metavar="")
    _add_commands(commands, shared)
    return parser


def _add_commands(
    commands: argparse._SubParsersAction[Parser],
    shared: Parser,
) -> None:
    from desktop_app.commands.backing_up import add_backup, add_restore
    from desktop_app.commands.changing import add_close, add_set
    from desktop_app.commands.exporting import add_export
    from desktop_app.commands.following import add_follow
    from desktop_app.commands.guiding import add_guide
    from desktop_app.commands.importing import add_import
    from desktop_app.commands.joining import add_join
    from desktop_app.commands.listing import add_list

    demo = commands.add_parser(
        "demo", parents=[shared], help=say("open a sample workshop in a throw-away library")
    )
    demo.add_argument("--offscreen-tour", type=path_of, metavar=say("DIR"), help=argparse.SUPPRESS)
    demo.set_defaults(command=_demo)
    add_list(commands, shared)
    add_import(commands, shared)
    add_join(commands, shared)
    add_export(commands, shared)
    add_close(commands, shared)
    add_set(commands, shared)
    add_follow(commands, shared)
    add_guide(commands, shared)
    add_backup(commands, shared)
    add_restore(commands, shared)
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


def _open_window(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import default_data_dir, run_window

    data_dir = options.data_dir or default_data_dir()
    began = options.began if options.quit_after_first_paint else None
    return run_window(data_dir, quit_after_first_paint=began, files=options.files)


def _demo(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import run_demo

    return run_demo(options.data_dir, options.offscreen_tour)


def _check(options: argparse.Namespace) -> int:
    from desktop_app.bootstrap import check_library, default_data_dir, repair_library

    look = repair_library if options.repair else check_library
    print(said_together(look(options.data_dir or default_data_dir())))
    return 0
