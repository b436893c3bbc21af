"""Which panel belongs to which channel; one more channel is a file beside this one and a row."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from desktop_app.domain.channels import Channel

from .answers import Answers, DotsAnswers
from .hands import DotsHands, Hands
from .number_keys import DotsNumberKeys, NumberKeys
from .paper import DotsPaper, Paper
from .turns import DotsTurns, Turns
from .way import DotsWay, Way


class Panels(NamedTuple):
    """A channel's panels: for a statement, and for the dots."""

    ratings: type[Way]
    dots: type[DotsWay]


WAYS: Final[Mapping[Channel, Panels]] = MappingProxyType(
    {
        Channel.HANDS: Panels(Hands, DotsHands),
        Channel.TURNS: Panels(Turns, DotsTurns),
        Channel.NUMBER_KEYS: Panels(NumberKeys, DotsNumberKeys),
        Channel.PAPER: Panels(Paper, DotsPaper),
        Channel.FILE: Panels(Answers, DotsAnswers),
    }
)
