"""The works that a report cites: the framework's own, and those of the methods it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from desktop_app.domain.framework import Action, Framework, Source
from desktop_app.domain.texts import to_say
from desktop_app.words.speech import said

DOI: Final = re.compile(r"\b(10\.\d{4,9}/[\w.;:()/-]+[\w)])")
"""What leads to a work by doi.org, in every format; some have a colon."""

_AGREEMENT: Final = to_say("A measure behind the words for agreement.")
_BESIDE: Final = to_say("A measure that is printed beside them.")
_CHANGE: Final = to_say("A test behind the words for change.")

_METHODS: Final = (
    (
        "Brown & Forsythe 1974",
        (
            "Robust tests for the equality of variances, Journal of the American Statistical"
            " Association 69(346), 364-367, DOI 10.1080/01621459.1974.10482955"
        ),
        _CHANGE,
    ),
    (
        "Burke & Dunlap 2002",
        (
            "Estimating interrater agreement with the average deviation index: a user's guide,"
            " Organizational Research Methods 5(2), 159-172, DOI 10.1177/1094428102005002002"
        ),
        _AGREEMENT,
    ),
    (
        "Leik 1966",
        "A measure of ordinal consensus, Pacific Sociological Review 9(2), 85-90",
        _AGREEMENT,
    ),
    (
        "Mann & Whitney 1947",
        (
            "On a test of whether one of two random variables is stochastically larger than the"
            " other, Annals of Mathematical Statistics 18(1), 50-60, DOI 10.1214/aoms/1177730491"
        ),
        _CHANGE,
    ),
    (
        "Tastle & Wierman 2005",
        (
            "Consensus and dissention: a new measure of agreement, Annual Meeting of the North"
            " American Fuzzy Information Processing Society, 385-388"
        ),
        _BESIDE,
    ),
    (
        "van der Eijk 2001",
        (
            "Measuring agreement in ordered rating scales, Quality & Quantity 35(3), 325-341,"
            " DOI 10.1023/A:1010374114305"
        ),
        _BESIDE,
    ),
)


def sources_of(framework: Framework, cited: Collection[str]) -> tuple[Source, ...]:
    """Return every work that a report cites, in the order of their names and years.

    `cited`: the keys of those of the framework's that its steps lean on. What its status names is
    cited too, and what nothing leans on, which is what the framework as a whole comes from.
    """
    methods = (Source(key, key, title, said(says)) for key, title, says in _METHODS)
    leant_on = {key for action in framework.actions for key in _leant_on(action)}
    own = (
        source
        for source in framework.sources
        if source.key in cited or source.key not in leant_on or source.citation in framework.status
    )
    return tuple(sorted((*own, *methods), key=_place))


def _leant_on(action: Action) -> Iterator[str]:
    yield from (key for step in action.steps for key in step.leans_on)
    yield from (key for prompt in action.prompts for key in prompt.leans_on)


def _place(source: Source) -> tuple[str, str]:
    return source.citation.casefold(), source.key
