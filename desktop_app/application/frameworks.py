"""Use cases on frameworks: the built-in one, and those made, edited and exchanged here.

Workshops are not touched: each keeps the frozen copy it was made with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import MAX_SHORT_TEXT, mistakes, tidied
from desktop_app.domain.framework_versions import next_version, same_content
from desktop_app.domain.ports import FrameworkFiles, Frameworks, Library, Work
from desktop_app.domain.texts import phrase
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.scenes.kept_words import kept_words
from desktop_app.words.speech import say

from .outcome import Outcome, done

FIRST_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping a framework; `is_new` is false where nothing was to be kept."""

    framework: Framework
    is_new: bool


class FrameworkShelf:
    """Find, duplicate, edit and exchange frameworks."""

    def __init__(
        self,
        library: Library,
        built_in: Frameworks,
        files: FrameworkFiles,
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._built_in = built_in
        self._files = files
        self._new_id = new_id

    def all(self) -> tuple[Framework, ...]:
        """Return the built-in framework, then the newest version of each made here, by title."""
        with self._library.reading() as work:
            return (self._built_in.built_in(), *work.own_frameworks())

    def framework(self, framework_id: str) -> Framework:
        """Return a framework's newest version; raise NotFound."""
        for framework in self.all():
            if framework.id == framework_id:
                return framework
        raise NotFound("This framework is no longer in the library.")

    def versions(self, framework_id: str) -> tuple[Framework, ...]:
        """Return all kept versions of a framework, oldest first; raise NotFound."""
        if self.is_built_in(framework_id):
            return (self._built_in.built_in(),)
        with self._library.reading() as work:
            return work.framework_versions(framework_id)

    def is_built_in(self, framework_id: str) -> bool:
        """Return whether a framework came with the application and stays as it is."""
        return framework_id == self._built_in.built_in().id

    def duplicate(self, framework_id: str) -> Outcome[str]:
        """Make a framework of one's own from another, as version 1; give its id."""
        titles = {framework.title for framework in self.all()}
        original = self.framework(framework_id)
        copy = replace(original, id=self._own_id(), version=FIRST_VERSION)
        copy = replace(copy, title=_copy_title(original, titles))
        with self._library.writing() as work:
            work.save_own_framework(copy)
            work.commit()
        return Outcome(Changes.FRAMEWORKS, copy.id)

    def save(self, framework: Framework) -> Outcome[Kept]:
        """Keep an edited framework as its next version; what is unchanged makes none.

        Raise InputProblem naming the first mistake, RuleProblem for the built-in framework and
        NotFound for one that was deleted meanwhile.
        """
        if self.is_built_in(framework.id):
            raise RuleProblem(
                "The built-in framework stays as it is. Duplicate it and change your copy."
            )
        tidy = tidied(framework)
        for mistake in mistakes(tidy):
            raise InputProblem(
                "The framework cannot be kept yet: {mistake}", mistake=mistake.phrase
            )
        with self._library.writing() as work:
            kept = _keep(work, tidy, work.framework_versions(framework.id))
            work.commit()
        return Outcome(Changes.FRAMEWORKS if kept.is_new else Changes.NONE, kept)

    def delete(self, framework_id: str) -> Outcome[None]:
        """Remove a framework made here with its versions; workshops keep their own copy."""
        if self.is_built_in(framework_id):
            raise RuleProblem("The built-in framework comes with Roundtable and stays.")
        with self._library.writing() as work:
            versions = work.framework_versions(framework_id)
            work.delete_own_framework(framework_id)
            work.commit()
        bring_back = partial(self._bring_back, versions)
        undo = Undo(UndoKind.FRAMEWORK_DELETED, bring_back, versions[-1].title)
        return done(Changes.FRAMEWORKS, undo)

    def import_file(self, path: Path) -> Outcome[Kept]:
        """Bring in a framework from a TOML file; raise FileProblem naming place and mistake.

        One that is here already under its id becomes its next version, or nothing where it says
        the same. An edited copy of the built-in one becomes a framework of its own.
        """
        read = self._read(path)
        with self._library.writing() as work:
            kept = _keep(work, read, _versions(work, read.id))
            work.commit()
        return Outcome(Changes.FRAMEWORKS if kept.is_new else Changes.NONE, kept)

    def look(self, path: Path) -> Kept:
        """Return what a TOML file would become, and bring nothing in; raise as `import_file`."""
        read = self._read(path)
        with self._library.reading() as work:
            versions = _versions(work, read.id)
        known = bool(versions) and same_content(read, versions[-1])
        return Kept(versions[-1] if known else read, is_new=not known)

    def _read(self, path: Path) -> Framework:
        read = tidied(self._files.read(path))
        if not self.is_built_in(read.id):
            return read
        if same_content(read, self._built_in.built_in()):
            raise InputProblem(
                "{file}: this is the built-in framework, which is here already. Duplicate it"
                " to make your own.",
                file=path.name,
            )
        return replace(read, id=self._own_id(), version=FIRST_VERSION)

    def export(self, framework_id: str, target: Path) -> Outcome[Path]:
        """Write a framework's newest version as a TOML file; raise OutputProblem or DiskFull."""
        self._files.write(self.framework(framework_id), target)
        return Outcome(Changes.NONE, target)

    def _bring_back(self, versions: tuple[Framework, ...]) -> Changes:
        with self._library.writing() as work:
            if _versions(work, versions[-1].id):
                raise RuleProblem("“{title}” is in the library again.", title=versions[-1].title)
            for framework in versions:
                work.save_own_framework(framework)
            work.commit()
        return Changes.FRAMEWORKS

    def _own_id(self) -> str:
        return f"own-{self._new_id()}"


def chosen_framework(work: Work, built_in: Framework, framework_id: str) -> Framework:
    """Return the framework a workshop is prepared with: the built-in one unless another is named.

    Raise NotFound for one that was deleted meanwhile.
    """
    if framework_id in ("", built_in.id):
        return built_in
    for framework in work.own_frameworks():
        if framework.id == framework_id:
            return framework
    raise NotFound("This framework is no longer in the library. Choose another.")


def file_name(framework: Framework) -> str:
    """Return the name a framework's file is offered with."""
    title = _for_file(framework.title)[:80].rstrip() or say("Framework")
    version = _for_file(framework.version)[:20].rstrip()
    return f"{say('{title}, version {version}', title=title, version=version)}.toml"


def _for_file(text: str) -> str:
    """Return the words of a text without the marks that some systems take no file with."""
    kept = "".join(c if c.isalnum() or c in " -_." else " " for c in text)
    return " ".join(kept.split())


def _versions(work: Work, framework_id: str) -> tuple[Framework, ...]:
    known = any(framework.id == framework_id for framework in work.own_frameworks())
    return work.framework_versions(framework_id) if known else ()


def _keep(work: Work, framework: Framework, versions: tuple[Framework, ...]) -> Kept:
    """Keep a framework under its version, or the next one where that is taken."""
    if versions and same_content(framework, versions[-1]):
        return Kept(versions[-1], is_new=False)
    taken = {known.version for known in versions}
    version = framework.version
    if version in taken:
        version = next_version(versions[-1].version, taken)
    kept = replace(framework, version=version)
    work.save_own_framework(kept)
    return Kept(kept, is_new=True)


def _copy_title(original: Framework, taken: set[str]) -> str:
    for number in count(1):
        copy = _copy(original, number, original.title)
        over = max(0, len(copy) - MAX_SHORT_TEXT)
        if over:
            copy = _copy(original, number, original.title[: len(original.title) - over])
        if copy not in taken:
            return copy
    raise AssertionError("numbers do not end")


def _copy(original: Framework, number: int, title: str) -> str:
    if number == 1:
        return kept_words(original, phrase("{title} (copy)", title=title))
    return kept_words(original, phrase("{title} (copy {n})", title=title, n=number))
