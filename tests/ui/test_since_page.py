"""Since last time on the console: by keys and by mouse, with a word and a new date, and undo."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.console.promise_card import PromiseCard
from tests.journeys.driver import App, Key, visible


@pytest.fixture
def followed(app: App) -> App:
    """Give the application at the first step of the sample's follow-up."""
    services = app.desktop.services
    assert services is not None
    made = services.following.begin(services.library.add_sample(closed=True).value)
    app.desktop.events.announce(made)
    app.desktop.open_workshop(made.value)
    app.come_back()
    app.rail("Since last time")
    return app


def record(app: App) -> WorkshopRecord:
    assert app.desktop.session is not None
    return app.desktop.session.record


def cards(app: App) -> list[PromiseCard]:
    return visible(app.console, PromiseCard)


def told(app: App) -> list[Standing | None]:
    known = {one.commitment: one for one in record(app).workshop.progress}
    keys = [card.promised.identity for card in cards(app)]
    return [known.get(key, Progress(key)).standing for key in keys]


def test_digits_mark_one_commitment_after_another_and_undo_takes_one_back(followed: App) -> None:
    number = len(cards(followed))
    followed.key("1")
    followed.key("3")
    assert told(followed)[:2] == [Standing.DONE, Standing.STUCK]
    followed.expect("1 done, 1 stuck")
    assert "done" in followed.stage_says()
    followed.undo()
    assert told(followed) == [Standing.DONE, *[None] * (number - 1)]


def test_a_click_marks_and_a_second_one_takes_it_back(followed: App) -> None:
    last = cards(followed)[-1]
    followed.click_on(last.buttons[Standing.DROPPED])
    assert told(followed)[-1] is Standing.DROPPED
    followed.click_on(last.buttons[Standing.DROPPED])
    assert set(told(followed)) == {None}


def test_what_goes_on_has_a_word_and_a_date_and_is_taken_on_again(followed: App) -> None:
    followed.key("2")
    word = visible(cards(followed)[0], QLineEdit)[0]
    followed.click_on(word)
    followed.type("Two partners of three")
    followed.key(Key.Key_Return)
    due = followed.field("New date", QLineEdit)
    followed.click_on(due)
    followed.type("1 June 2031")
    followed.key(Key.Key_Return)
    known = record(followed).workshop.progress[0]
    assert (known.word, str(known.due)) == ("Two partners of three", "2031-06-01")
    followed.click("Take it on again")
    followed.expect("In the plan again")
    (taken,) = record(followed).commitments
    assert taken.continues == known.commitment
    assert taken.due == known.due


def test_no_date_is_refused_in_a_sentence_and_nothing_is_kept(followed: App) -> None:
    followed.key("2")
    due = followed.field("New date", QLineEdit)
    followed.click_on(due)
    followed.type("soonish")
    followed.key(Key.Key_Return)
    assert record(followed).workshop.progress[0].due is None
    assert followed.reads("soonish")


def test_what_goes_on_is_taken_on_again_at_the_next_steps_by_one_click(followed: App) -> None:
    for standing in "1324":
        followed.key(standing)
    followed.rail("Next steps")
    followed.expect("Going on from last time", "Stuck · ", "Under way · ", "Nobody has told yet")
    number = len(followed.buttons("Take it on again"))
    followed.click("Take it on again")
    (taken,) = record(followed).commitments
    assert taken.continues == record(followed).workshop.earlier[0].commitments[1].identity
    assert len(followed.buttons("Take it on again")) == number - 1
    followed.undo()
    assert len(followed.buttons("Take it on again")) == number
    for _ in range(number):
        followed.click("Take it on again")
    assert not followed.reads("Going on from last time")
