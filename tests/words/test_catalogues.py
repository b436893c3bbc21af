"""A language is one file that translators write; set-up makes of it what Roundtable reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.words import language
from desktop_app.words.language import speaking
from desktop_app.words.speech import say, say_count

TOOL = Path(__file__).resolve().parent.parent.parent / "installer" / "compile_languages.py"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
VOTES = 'msgid "{n} vote"\nmsgid_plural "{n} votes"\n'


@pytest.fixture
def languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language, "_folder", lambda: tmp_path)
    return tmp_path


def compiled(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    path = folder / "cy" / "roundtable.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD + text, encoding="utf-8")
    command = [sys.executable, TOOL, folder]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_one_file_is_a_language(languages: Path) -> None:
    forms = "".join(f'msgstr[{i}] "{{n}} {i}"\n' for i in range(6))
    done = compiled(languages, 'msgid "Close"\nmsgstr "Cau"\n\n' + VOTES + forms)
    assert (done.returncode, done.stderr) == (0, "")
    with speaking("cy"):
        assert say("Close") == "Cau"
        assert [say_count("{n} vote", "{n} votes", n) for n in (0, 3, 6)] == ["0 0", "3 3", "6 4"]


def test_a_plural_that_lacks_a_form_is_said_in_english_and_rightly(languages: Path) -> None:
    forms = "".join(f'msgstr[{i}] "{"" if i == 2 else "{n} pleidlais"}"\n' for i in range(6))
    assert compiled(languages, VOTES + forms).returncode == 0
    with speaking("cy"):
        assert [say_count("{n} vote", "{n} votes", n) for n in (0, 1, 2)] == [
            "0 votes",
            "1 vote",
            "2 votes",
        ]


def test_what_the_translator_was_not_sure_of_is_said_in_english(languages: Path) -> None:
    assert compiled(languages, '#, fuzzy\nmsgid "Close"\nmsgstr "Agos"\n').returncode == 0
    with speaking("cy"):
        assert say("Close") == "Close"


@pytest.mark.parametrize("said", ["Helo {nmae}", "Helo", "Helo {name} {x}"])
def test_a_translation_that_cannot_be_filled_is_refused(languages: Path, said: str) -> None:
    done = compiled(languages, f'msgid "Hello {{name}}"\nmsgstr "{said}"\n')
    assert done.returncode == 1
    assert "the places in" in done.stderr
    assert not (languages / "cy" / "roundtable.mo").exists()


@pytest.mark.parametrize("said", ["dim: %r", "dim", "dim: %(x)s %s"])
def test_nor_is_one_of_the_command_lines_own_words_wrongly_filled(
    languages: Path, said: str
) -> None:
    done = compiled(languages, f'msgid "missing: %s"\nmsgstr "{said}"\n')
    assert done.returncode == 1
    assert "the places in" in done.stderr


def test_the_languages_that_come_along_can_be_compiled(tmp_path: Path) -> None:
    folder = TOOL.parent.parent / "resources" / "languages"
    for path in folder.glob("*/roundtable.po"):
        target = tmp_path / path.parent.name / path.name
        target.parent.mkdir(parents=True)
        target.write_bytes(path.read_bytes())
    subprocess.run([sys.executable, TOOL, tmp_path], check=True)
