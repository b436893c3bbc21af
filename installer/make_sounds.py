"""Make the two short sounds in resources/sounds out of nothing but sines.

A developer's tool: the results are committed, so nobody needs it to run or build Roundtable. Run
it as

    python installer/make_sounds.py resources/sounds

It gives the same bytes each time.
"""

# ruff: noqa: INP001 - a script beside the package, not part of one
from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 22_050
LOUDEST = 32_767
FADE_IN = 0.006
"""Seconds; a sound that begins at once clicks."""


@dataclass(frozen=True)
class Tone:
    """One sine: hertz, share of the loudest, seconds until it begins, seconds to a third."""

    pitch: float
    share: float
    begins: float
    decay: float

    def at(self, second: float) -> float:
        """Return the tone's height, -share to share."""
        since = second - self.begins
        if since < 0:
            return 0.0
        swell = min(1.0, since / FADE_IN) * math.exp(-since / self.decay)
        return self.share * swell * math.sin(2 * math.pi * self.pitch * since)


SOUNDS = {
    "chime.wav": (1.1, (Tone(659.26, 0.2, 0.0, 0.28), Tone(987.77, 0.16, 0.14, 0.3))),
    "tick.wav": (0.06, (Tone(1244.5, 0.25, 0.0, 0.012),)),
}
"""Seconds and tones of each file: a fifth that rises, and a light knock."""


def make_sound(target: Path, seconds: float, tones: tuple[Tone, ...]) -> None:
    """Write 16-bit mono samples of the tones together."""
    heights = (
        sum(tone.at(place / RATE) for tone in tones) for place in range(round(seconds * RATE))
    )
    samples = [round(LOUDEST * height) for height in heights]
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def main(folder: Path) -> None:
    """Write every sound into a folder."""
    for name, (seconds, tones) in SOUNDS.items():
        make_sound(folder / name, seconds, tones)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
