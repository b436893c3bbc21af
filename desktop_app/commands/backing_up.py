"""`roundtable backup` and `roundtable restore`: the whole library in one file, and back."""

from __future__ import annotations

import argparse
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from desktop_app.bootstrap import default_data_dir, opened
from desktop_app.domain.errors import (
    EnvironmentProblem,
    FileProblem,
    InputProblem,
    OutputProblem,
)
from desktop_app.domain.library_file import SUFFIX
from desktop_app.storage.settings_file import FILE_NAME, TomlSettings
from desktop_app.words.library_copies import beside_ours, came_in, copy_names, titles_in, what_is_in
from desktop_app.words.printing_day import local_day
from desktop_app.words.speech import say

from .calls import Parser, one_line, path_of


def add_backup(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `backup` to the parser."""
    backup = commands.add_parser(
        "backup", parents=[shared], help=say("copy the whole library to a folder, and check it")
    )
    backup.add_argument(
        "--to",
        type=path_of,
        metavar=say("FOLDER"),
        help=say("a folder, as of a stick, or a file in it; the last one where none is given"),
    )
    backup.set_defaults(command=_back_up)


def add_restore(commands: argparse._SubParsersAction[Parser], shared: Parser) -> None:
    """Add `restore` to the parser."""
    restore = commands.add_parser(
        "restore", parents=[shared], help=say("look into such a copy, and bring it back")
    )
    restore.add_argument(
        "file",
        type=path_of,
        metavar=say("FILE"),
        help=say("a copy, or a folder of which the newest one is taken"),
    )
    restore.add_argument(
        "--take",
        action="store_true",
        help=say("bring in what is missing here; without it only what is in the copy is told"),
    )
    restore.add_argument(
        "--newer",
        action="store_true",
        help=say("with --take: let what went further in the copy take the place of what is here"),
    )
    restore.set_defaults(command=_restore)


def _back_up(options: argparse.Namespace) -> int:
    data_dir = options.data_dir or default_data_dir()
    store = TomlSettings(data_dir / FILE_NAME)
    target = options.to or _remembered(store.load().backup_folder)
    with opened(data_dir) as services:
        whole = services.whole
        into = target.is_dir() or options.to is None
        copied = whole.copy_into(target, copy_names()) if into else whole.copy(target)
    folder, day = str(copied.absolute().parent), local_day().isoformat()
    with suppress(EnvironmentProblem, OutputProblem):  # the copy is what was asked for
        store.save(replace(store.load(), backup_folder=folder, backed_up=day))
    print(say("Copied and checked: {path}", path=copied))
    return 0


def _remembered(folder: str) -> Path:
    """Return the folder of the last copy; raise InputProblem where there was none."""
    if not folder:
        raise InputProblem("Say where the copy goes: --to FOLDER. The next one goes there too.")
    return Path(folder)


def _restore(options: argparse.Namespace) -> int:
    file = _newest_in(options.file) if options.file.is_dir() else options.file
    with opened(options.data_dir or default_data_dir()) as services:
        found = services.whole.look(file)
        print(one_line(say("In {file}:", file=file)))
        for line in (*what_is_in(found), *titles_in(found), *beside_ours(found)):
            print(f"  {one_line(line)}")
        if options.take:
            print(came_in(services.whole.bring_back(file, newer=options.newer).value))
        else:
            print(say("Nothing was brought in. --take brings in what is missing here."))
    return 0


def _newest_in(folder: Path) -> Path:
    """Return the copy in a folder that was written last; raise FileProblem for none."""
    found = [path for path in folder.glob(f"*{SUFFIX}") if path.is_file()]
    if not found:
        raise FileProblem(
            "There is no copy of a library (.roundtable-library) in {folder}.", folder=folder
        )
    return max(found, key=lambda path: (path.stat().st_mtime_ns, path.name))
