"""What results call the parts of a room that are no partner of its own."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.rounds import PART_NAMES
from desktop_app.domain.texts import to_say

from .language import speaking
from .speech import said

WHOLE_ROOM: Final = to_say("Whole room")
MERGED_GROUP: Final = to_say("other partners")


def part_names(language: str) -> frozenset[str]:
    """Return the names of the parts in English and in a language, in small letters.

    So that ballots exported in either are known when they come back.
    """
    with speaking(language):
        spoken = {said(name).casefold() for name in (WHOLE_ROOM, MERGED_GROUP)}
    return PART_NAMES | spoken
