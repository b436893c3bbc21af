"""What a decoder says of a value of the wrong shape, in phrases; knows msgspec's sentences."""

from __future__ import annotations

import re

from desktop_app.domain.texts import Phrase, phrase

_KINDS = {
    "str": phrase("text in quotation marks"),
    "int": phrase("a whole number"),
    "float": phrase("a number with a decimal point"),
    "bool": phrase("true or false"),
    "array": phrase("a list"),
    "object": phrase("a table"),
    "date": phrase("a date such as 2027-05-14"),
    "datetime": phrase("a date with a time"),
    "time": phrase("a time"),
    "null": phrase("nothing"),
}
_OTHER_KIND = phrase("something else")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_WRONG_KIND = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_UNKNOWN = re.compile(r"Invalid enum value (.*)", re.DOTALL)
_LONGEST = re.compile(r"Expected `(\w+)` of length <= (\d+)")
_SHORTEST = re.compile(r"Expected `\w+` of length >= ")
_LEAST = re.compile(r"Expected `\w+` >= (-?\d+)")
_MOST = re.compile(r"Expected `\w+` <= (-?\d+)")
_NO_DATE = re.compile(r"Invalid .*encoded (?:date|time)")
_QUOTED = 40


def kind_in_words(name: str) -> Phrase:
    """Return what values of a kind are called; of several kinds, the first."""
    return _KINDS.get(name.partition(" | ")[0], _OTHER_KIND)


def told(sentence: str) -> Phrase:
    """Return what is wrong by msgspec's sentence, without the place."""
    if match := _MISSING.match(sentence):
        return phrase('the field "{field}" is missing', field=match[1][:_QUOTED])
    if match := _WRONG_KIND.match(sentence):
        wanted, got = kind_in_words(match[1]), kind_in_words(match[2])
        return phrase("this must be {wanted}, and it is {got}", wanted=wanted, got=got)
    if match := _UNKNOWN.match(sentence):
        return phrase('"{value}" is not known here', value=match[1].strip("'")[:_QUOTED])
    if _NO_DATE.match(sentence):
        return phrase("there is no such date or time")
    return _out_of_bounds(sentence) or phrase("it has the wrong form")


def _out_of_bounds(sentence: str) -> Phrase | None:
    if match := _LONGEST.match(sentence):
        if match[1] == "array":
            return phrase("there are more than {limit} entries", limit=int(match[2]))
        return phrase("the text is longer than {limit} characters", limit=int(match[2]))
    if _SHORTEST.match(sentence):
        return phrase("there is nothing in it")
    if match := _LEAST.match(sentence):
        return phrase("this must be {least} or more", least=int(match[1]))
    if match := _MOST.match(sentence):
        return phrase("this must be {most} or less", most=int(match[1]))
    return None
