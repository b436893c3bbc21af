"""The part of the web report on each action: its statements, what was said, what may come next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.analysis.picture import workshop_picture
from desktop_app.documents.more_tables import KINDS
from desktop_app.documents.tables import HIDDEN, MERGED_GROUP, WHOLE_ROOM
from desktop_app.domain.framework import Action, Framework, Statement
from desktop_app.domain.plain_text import one_line
from desktop_app.domain.plan import Note
from desktop_app.domain.results import (
    ActionPicture,
    Hidden,
    Recommendation,
    Result,
    RoundView,
    StatementPicture,
)
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.words import names, wording

from .pictures import rounds_chart, statement_chart
from .svg_pen import svg_element
from .web_html import items, lines, paragraph, table, words

_MEASURES = (
    "Rounds and groups", "Median", "Mean", "Lower quartile", "Upper quartile", "Consensus (Leik)",
    "A (van der Eijk)", "Cns (Tastle and Wierman)",
)  # fmt: skip


def action_sections(record: WorkshopRecord) -> Iterator[str]:
    """Yield a section for each action, in framework order."""
    picture = workshop_picture(record)
    offers = recommend(record, picture)
    for place, action in enumerate(record.workshop.framework.actions, start=1):
        mine = [offer for offer in offers if offer.action_id == action.id]
        yield _section(record, action, picture.action(action.id), mine, place)


def _section(
    record: WorkshopRecord,
    action: Action,
    picture: ActionPicture,
    offers: list[Recommendation],
    place: int,
) -> str:
    framework = record.workshop.framework
    parts = [
        f'<section aria-labelledby="action-{place}">',
        f'<h2 id="action-{place}" dir="auto">{words(action.title)}</h2>',
        paragraph(_in_short(framework, picture)),
    ]
    pairs = zip(action.statements, picture.statements, strict=True)
    for number, (statement, seen) in enumerate(pairs, start=1):
        parts.append(_statement(record, statement, seen, f"chart-{place}-{number}"))
    said = [n for n in record.notes if n.action_id == action.id and not n.statement_id]
    parts += [_notes(said, "h3"), _offers(framework, offers), "</section>"]
    return "\n".join(filter(None, parts))


def _in_short(framework: Framework, picture: ActionPicture) -> str:
    if picture.level is None or picture.agreement is None:
        return "No result with enough ratings can be shown for this action."
    level, agreement = names.level_name(picture.level), names.agreement_name(picture.agreement)
    weakest = framework.statement(picture.weakest_id or "").word
    divided = framework.statement(picture.most_divided_id or "").word
    return (
        f"Level {level.lower()}, after its weakest statement, “{weakest}”. {agreement} on its"
        f" most divided one, “{divided}”."
    )


def _statement(
    record: WorkshopRecord, statement: Statement, seen: StatementPicture, key: str
) -> str:
    framework = record.workshop.framework
    sentence = framework.sentence(statement)
    parts = [f'<h3 dir="auto">{words(f"{statement.id}. {sentence}")}</h3>']
    if seen.latest is None:
        parts.append(paragraph("Not rated, or not revealed yet.", "soft"))
    else:
        parts += _result(framework, seen, seen.latest, sentence, key)
    parts.append(_settled(record, statement))
    parts.append(_notes([n for n in record.notes if n.statement_id == statement.id], "h4"))
    return "\n".join(filter(None, parts))


def _result(
    framework: Framework, seen: StatementPicture, latest: RoundView, sentence: str, key: str
) -> Iterator[str]:
    if isinstance(latest.whole, Hidden):
        yield paragraph(wording.hidden_sentence(latest.whole))
    else:
        yield from _words(latest.whole)
        before = seen.rounds[-2].whole if len(seen.rounds) > 1 else None
        if isinstance(before, Result):
            yield paragraph(wording.second_round(before, latest.whole))
        yield _figure(framework, seen, latest.whole, sentence, key)
    names = [f"{p.value} {one_line(p.label)}" for p in framework.scale.points]
    headings = ["Rounds and groups", *names, framework.scale.cannot_say_label, "Agreement"]
    yield table(f"Ratings: {statement_word(framework, seen)}", headings, _counts(seen, len(names)))
    yield table(
        f"Measures: {statement_word(framework, seen)}", _MEASURES, _measures(seen), "measures"
    )


def statement_word(framework: Framework, seen: StatementPicture) -> str:
    """Return how a statement is named in a caption."""
    return f"{seen.statement_id} {framework.statement(seen.statement_id).word}"


def _words(result: Result) -> Iterator[str]:
    level, agreement = names.level_name(result.level), names.agreement_name(result.agreement)
    counts = wording.level_counts(result)
    yield f"<p><strong>{words(level)} · {words(agreement)}.</strong> {words(counts)}.</p>"
    yield paragraph(wording.meaning(result))
    for flag in result.flags:
        yield paragraph(wording.flag_sentence(flag, result))


def _figure(
    framework: Framework, seen: StatementPicture, result: Result, sentence: str, key: str
) -> str:
    before = seen.rounds[-2].whole if len(seen.rounds) > 1 else None
    if isinstance(before, Result):
        names = (f"Round {seen.rounds[-2].ordinal}", f"Round {seen.rounds[-1].ordinal}")
        drawing = rounds_chart(framework.scale, before, result, names)
    else:
        drawing = statement_chart(framework.scale, result)
    return f"<figure>{svg_element(drawing, sentence, key)}</figure>"


def _rows(seen: StatementPicture) -> Iterator[tuple[str, Result | Hidden]]:
    for view in seen.rounds:
        name = f"Round {view.ordinal}, "
        yield f"{name}{WHOLE_ROOM.lower()}, {view.present} people", view.whole
        for group in view.groups:
            merged = f" ({', '.join(map(one_line, group.merged))})" if group.merged else ""
            yield f"{name}{one_line(group.label) or MERGED_GROUP}{merged}", group.result


def _counts(seen: StatementPicture, points: int) -> Iterator[tuple[str | int | None, ...]]:
    for name, result in _rows(seen):
        if isinstance(result, Hidden):
            yield name, *(HIDDEN,) * (points + 1), HIDDEN
        else:
            agreement = names.agreement_name(result.agreement)
            yield name, *result.counts, result.cannot_say, agreement


def _measures(seen: StatementPicture) -> Iterator[tuple[str | int | None, ...]]:
    for name, result in _rows(seen):
        if isinstance(result, Hidden):
            yield name, *(HIDDEN,) * 7
        else:
            found = (
                result.median, result.mean, result.lower_quartile, result.upper_quartile,
                result.consensus, result.van_der_eijk_a, result.tastle_wierman_cns,
            )  # fmt: skip
            yield name, *(None if value is None else f"{value:.2f}" for value in found)


def _settled(record: WorkshopRecord, statement: Statement) -> str:
    """Return the view that the room agreed on after it talked, if it did."""
    last = record.last_revealed(statement.id)
    if last is None or last.settled_point is None:
        return ""
    scale = record.workshop.framework.scale
    label = {p.value: p.label for p in scale.points}.get(last.settled_point, "")
    reason = f" {last.settled_reason}" if last.settled_reason.strip() else ""
    return paragraph(f"The room settled on {last.settled_point}, {label}.{reason}")


def _notes(notes: Iterable[Note], heading: str) -> str:
    said = [f'<span class="kind">{KINDS[n.kind]}:</span> {lines(n.text)}' for n in notes]
    return f"<{heading}>What was said</{heading}>{items(said)}" if said else ""


def _offers(framework: Framework, offers: list[Recommendation]) -> str:
    if not offers:
        return ""
    found = [_offer(framework, offer) for offer in offers]
    return f"<h3>Steps to consider</h3>{items(found)}"


def _offer(framework: Framework, offer: Recommendation) -> str:
    sources = "; ".join(framework.citations(offer.leans_on))
    after = "After you have talked. " if offer.after_talking else ""
    why = f"{after}{offer.because}" + (f" Leans on: {sources}." if sources else "")
    return f"<strong>{words(offer.title)}.</strong> {words(offer.how)} {words(why)}"
