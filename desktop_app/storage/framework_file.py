"""Reads a framework from its TOML file, strictly, and writes one that can be read back.

Must not know workshops or the database. The tables below are the file's format. A mistake gives
a FileProblem that names the file, the place and the mistake, and says what to do.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.framework import (
    Action,
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    Scale,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_names import named
from desktop_app.domain.framework_rules import mistakes, no_such_point
from desktop_app.domain.framework_sizes import too_many
from desktop_app.domain.texts import phrase, to_say
from desktop_app.files import write_atomically

from .framework_text import FORMAT, framework_text
from .toml_file import TomlFile, choice, read_toml, toml_of
from .toml_places import Keys, Noun

_NOUNS = {
    "actions": Noun(to_say('action "{name}"'), to_say("action {number}")),
    "statements": Noun(to_say('statement "{name}"'), to_say("statement {number}")),
    "prompts": Noun(to_say('prompt "{name}"'), to_say("prompt {number}")),
    "steps": Noun(to_say('next step "{name}"'), to_say("next step {number}")),
    "points": Noun(to_say('scale point "{name}"'), to_say("scale point {number}")),
    "sources": Noun(to_say('source "{name}"'), to_say("source {number}")),
}
_POINT = re.compile(r"[1-9][0-9]{0,5}")


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    """A table of the file: no key that it does not name."""


class _PointTable(_Table):
    value: int
    label: str
    description: str


class _ScaleTable(_Table):
    points: list[_PointTable]
    cannot_say_label: str
    cannot_say_description: str


class _StatementTable(_Table):
    """One statement; `anchors` maps a point, written as a key, to what it looks like here.

    Format 1 has a word and no name, format 2 a name, which serves as the word too where none is
    given.
    """

    id: str
    text: str
    word: str = ""
    name: str = ""
    anchors: dict[str, str] = {}


class _PromptTable(_Table):
    kind: str
    text: str
    leans_on: list[str] = []


class _StepTable(_Table):
    id: str
    when: str
    title: str
    how: str
    first_move: str
    sign: str
    leans_on: list[str]
    short: str = ""
    serves: list[str] = []


class _ActionTable(_Table):
    """One action; `quick` completes the stem when the whole action is rated by one vote.

    In format 2 its `name` may be left out where its short title fits on stage.
    """

    id: str
    title: str
    short_title: str
    quick: str
    statements: list[_StatementTable]
    steps: list[_StepTable]
    prompts: list[_PromptTable] = []
    name: str = ""


class _SourceTable(_Table):
    key: str
    citation: str
    title: str
    says: str


class _FrameworkTable(_Table):
    id: str
    version: str
    language: str
    title: str
    status: str
    stem: str
    leaders_means: str
    scale: _ScaleTable
    actions: list[_ActionTable]
    sources: list[_SourceTable] = []
    format: int = 1


def read_framework(path: Path) -> Framework:
    """Return the framework that a TOML file holds.

    Raises FileProblem, whose sentence names the file, the place, the mistake and the remedy, for
    a file that cannot be read or does not hold one complete framework.
    """
    return _framework_in(read_toml(path, _NOUNS))


def write_framework(framework: Framework, target: Path) -> None:
    """Write a framework as TOML that reads back as the same framework, whole or not at all.

    Raises OutputProblem or DiskFull, and FileProblem as reading does for a framework that is not
    complete, such as one with an empty text.
    """
    try:
        content = framework_text(framework).encode()
    except UnicodeEncodeError as error:
        raise InputProblem(
            "The framework has a character that cannot be stored. Type that text again."
        ) from error
    _framework_in(toml_of(target.name, content, _NOUNS))
    with write_atomically(target) as file:
        file.write(content)


def _framework_in(file: TomlFile) -> Framework:
    _check_format(file)
    table = file.as_table(_FrameworkTable)
    if (found := too_many(table.actions)) is not None:  # before anything is done with each
        raise file.problem(("actions",), found)
    _check_anchors(file, table)
    _check_names(file, table)
    framework = _framework(file, table)
    for mistake in mistakes(framework):
        raise file.problem(mistake.place, mistake.phrase)
    return framework


def _check_format(file: TomlFile) -> None:
    """Check the format before any table of another one is found to be wrong."""
    found = file.data.get("format", 1)
    if isinstance(found, int) and found > FORMAT:
        raise file.problem(
            ("format",),
            phrase(
                "this was written for a newer version of Roundtable. Install that version here, "
                "then"
                " read the file again.",
            ),
        )
    if isinstance(found, bool) or found not in (1, FORMAT):
        raise file.problem(("format",), phrase("this must be 1 or 2. Change it."))


def _check_names(file: TomlFile, table: _FrameworkTable) -> None:
    """Check that each statement is called what the file's format calls it."""
    wanted = "word" if table.format == 1 else "name"
    for a, action in enumerate(table.actions):
        for s, statement in enumerate(action.statements):
            if not getattr(statement, wanted):
                keys: Keys = ("actions", a, "statements", s)
                raise file.problem(
                    keys, phrase('the field "{field}" is missing. Add it.', field=wanted)
                )


def _check_anchors(file: TomlFile, table: _FrameworkTable) -> None:
    """Check that anchors stand at numbers; the framework's own rules check which ones."""
    for a, action in enumerate(table.actions):
        for s, statement in enumerate(action.statements):
            for point in statement.anchors:
                if not _POINT.fullmatch(point):
                    here: Keys = ("actions", a, "statements", s, "anchors")
                    found = no_such_point(here, point, len(table.scale.points))
                    raise file.problem(found.place, found.phrase)


def _framework(file: TomlFile, table: _FrameworkTable) -> Framework:
    """Return the framework of a table; in format 2 what has no name of its own is its own name."""
    framework = Framework(
        id=table.id,
        version=table.version,
        language=table.language,
        title=table.title,
        status=table.status,
        stem=table.stem,
        leaders_means=table.leaders_means,
        scale=_scale(table.scale),
        actions=tuple(_action(file, a, table) for a in range(len(table.actions))),
        sources=tuple(Source(s.key, s.citation, s.title, s.says) for s in table.sources),
    )
    return named(framework) if table.format == 1 else framework


def _scale(table: _ScaleTable) -> Scale:
    return Scale(
        points=tuple(ScalePoint(p.value, p.label, p.description) for p in table.points),
        cannot_say_label=table.cannot_say_label,
        cannot_say_description=table.cannot_say_description,
    )


def _action(file: TomlFile, place: int, whole: _FrameworkTable) -> Action:
    here: Keys = ("actions", place)
    table, own = whole.actions[place], whole.format > 1
    name = table.name or (table.short_title if own else "")
    return Action(
        id=table.id,
        title=table.title,
        short_title=table.short_title,
        statements=tuple(_statement(s) for s in table.statements),
        quick=Statement(table.id, table.short_title, table.quick, name=name),
        prompts=tuple(
            _prompt(file, (*here, "prompts", p, "kind"), prompt)
            for p, prompt in enumerate(table.prompts)
        ),
        steps=tuple(
            _step(file, (*here, "steps", s, "when"), step, own=own)
            for s, step in enumerate(table.steps)
        ),
        name=name,
    )


def _statement(table: _StatementTable) -> Statement:
    anchors = sorted((int(point), text) for point, text in table.anchors.items())
    word = table.word or table.name
    return Statement(table.id, word, table.text, tuple(anchors), table.name)


def _prompt(file: TomlFile, keys: Keys, table: _PromptTable) -> Prompt:
    return Prompt(choice(file, keys, PromptKind, table.kind), table.text, tuple(table.leans_on))


def _step(file: TomlFile, keys: Keys, table: _StepTable, *, own: bool) -> NextStep:
    return NextStep(
        id=table.id,
        when=choice(file, keys, StepWhen, table.when),
        title=table.title,
        how=table.how,
        first_move=table.first_move,
        sign=table.sign,
        leans_on=tuple(table.leans_on),
        short=table.short or (table.title if own else ""),
        serves=tuple(table.serves),
    )
