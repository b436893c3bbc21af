"""The chime and the tick: what plays them, and that the files are the script's own."""

from __future__ import annotations

import subprocess
import sys
import wave
from pathlib import Path

import pytest

from desktop_app.resources import resource
from desktop_app.ui.sounds import PLAYERS, Player, Sound
from tests.helpers import ROOT


class Desktop:
    """A platform with some programs, which start or fail."""

    def __init__(self, *programs: str, starts: bool = True) -> None:
        self.programs, self.starts = programs, starts
        self.started: list[list[str]] = []
        self.beeps = 0

    def player(self) -> Player:
        return Player(self.find, self.start, self.beep)

    def find(self, name: str) -> str:
        return f"/somewhere/{name}" if name in self.programs else ""

    def start(self, program: str, arguments: list[str]) -> bool:
        self.started.append([program, *arguments])
        return self.starts

    def beep(self) -> None:
        self.beeps += 1


@pytest.mark.parametrize("known", PLAYERS, ids=lambda words: words[0])
def test_a_sound_is_played_by_what_is_there(known: tuple[str, ...]) -> None:
    desktop = Desktop(known[0])
    desktop.player().play(Sound.CHIME)
    (words,) = desktop.started
    assert words[:-1] == [f"/somewhere/{known[0]}", *known[1:]]
    assert Path(words[-1]) == resource("sounds", "chime.wav")
    assert desktop.beeps == 0


def test_without_a_player_or_when_it_fails_there_is_a_beep() -> None:
    for desktop in (Desktop(), Desktop("aplay", starts=False)):
        player = desktop.player()
        player.play(Sound.TICK)
        player.play(Sound.TICK)
        assert desktop.beeps == 2


@pytest.mark.parametrize("sound", Sound)
def test_each_sound_is_what_the_script_makes_and_soft(sound: Sound, tmp_path: Path) -> None:
    script = ROOT / "installer" / "make_sounds.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    made = tmp_path / f"{sound.value}.wav"
    assert made.read_bytes() == resource("sounds", made.name).read_bytes()
    with wave.open(str(made)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h")
        seconds = file.getnframes() / file.getframerate()
    assert max(map(abs, samples)) < 0.4 * 32_767
    assert seconds < 1.5
    assert abs(samples[-1]) < 400  # it has died away
