"""Seconds and minutes in words, for eyes and for screen readers; knows no widget."""

from __future__ import annotations

from datetime import datetime

from desktop_app.domain.agenda import TimeNow

from .speech import say

MINUTE, HOUR = 60, 3600


def clock(seconds: int) -> str:
    """Return seconds as a clock shows them: "4:12", or "1:04:12" from an hour on."""
    hours, rest = divmod(max(seconds, 0), HOUR)
    minutes, left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def of_day(minutes_on: int) -> str:
    """Return minutes after midnight as a time of day: "10:40"; after a day it begins anew."""
    hours, left = divmod(minutes_on % (24 * 60), 60)
    return f"{hours}:{left:02}"


def minutes(seconds: int) -> str:
    """Return seconds as whole minutes: "1 h 5 min", "12 min"; less than half of one is "0 min"."""
    whole = (max(seconds, 0) + MINUTE // 2) // MINUTE
    hours, left = divmod(whole, 60)
    if hours:
        return say("{h} h {min} min", h=hours, min=left)
    return say("{min} min", min=left)


def spent_words(now: TimeNow) -> str:
    """Return "4:12 of 7:00", or "4:12" for a step without a time."""
    if now.planned is None:
        return clock(now.spent)
    return say("{spent} of {planned}", spent=clock(now.spent), planned=clock(now.planned))


def agenda_words(now: TimeNow) -> str:
    """Return where the day stands against its agenda, and when the next break comes.

    It is "" for a day without an agenda, or one that has not begun.
    """
    stands = _stands(now)
    if now.break_in is None or not stands:
        return stands
    if now.break_in <= 0:
        return say("{stands} · break is due", stands=stands)
    return say("{stands} · break in {time}", stands=stands, time=minutes(now.break_in))


def _stands(now: TimeNow) -> str:
    if now.behind is None:
        return ""
    if now.behind >= MINUTE:
        return say("{time} behind", time=minutes(now.behind))
    if now.behind <= -MINUTE:
        return say("{time} ahead", time=minutes(-now.behind))
    return say("On time")


def time_now() -> str:
    """Return the time of day on this laptop, such as "10:34"."""
    return f"{datetime.now().astimezone():%H:%M}"
