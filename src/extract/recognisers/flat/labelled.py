"""What run-in labels below a title tell of a measure: "Ansvarlig: …", "Periode: …", "Status: …"."""

from extract.claims import Draft
from extract.deck import Deck
from extract.recognisers.flat.paragraphs import Paragraph
from veikart.core.periods import find_periods, parse_period
from veikart.core.records import Field
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary


def say_labelled(draft: Draft, body: list[Paragraph], deck: Deck) -> None:
    """Take owners, period and status from the labels of that name; the first of a name stands."""
    for label, paragraph, told in _told(body, deck.vocabulary):
        if label == "owner" and not draft.says(Field.OWNERS):
            _say_owner(draft, paragraph, told, deck)
        elif label == "period" and not draft.says(Field.PERIOD_TEXT):
            _say_period(draft, paragraph, told)
        elif label == "status" and not draft.says(Field.STATUS):
            _say_status(draft, paragraph, told, deck)


def _told(body: list[Paragraph], vocabulary: Vocabulary) -> list[tuple[str, Paragraph, str]]:
    """Return each label, its paragraph and what stands behind it: on its own line, else on the next."""
    found: list[tuple[str, Paragraph, str]] = []
    for index, paragraph in enumerate(body):
        lines = _labelled_lines(paragraph, vocabulary)
        if lines:
            found += lines
        elif paragraph.label:
            following = body[index + 1] if index + 1 < len(body) else None
            rest = paragraph.rest or (following.text if following is not None and not following.label else "")
            found.append((paragraph.label, paragraph, rest))
    return found


def _labelled_lines(paragraph: Paragraph, vocabulary: Vocabulary) -> list[tuple[str, Paragraph, str]]:
    """Return the labels of a paragraph whose lines have some of their own: "Ansvarlig: …" over "Periode: …"."""
    found: list[tuple[str, Paragraph, str]] = []
    lines = paragraph.raw.split("\n")
    for line in lines:
        split = vocabulary.run_in(line)
        if split is not None:
            found.append((split[0], paragraph, mend(split[2])))
        elif found:
            label, _, told = found[-1]
            found[-1] = (label, paragraph, mend(f"{told}\n{line}"))
    return found if len(found) > 1 or (found and vocabulary.run_in(lines[0]) is None) else []


def _say_owner(draft: Draft, paragraph: Paragraph, told: str, deck: Deck) -> None:
    for owner in deck.vocabulary.split_organisations(told) or [deck.vocabulary.owner(told)]:
        draft.say(Field.OWNERS, owner, paragraph.blocks[0], "run-in", original=told)


def _say_period(draft: Draft, paragraph: Paragraph, told: str) -> None:
    block, hits = paragraph.blocks[0], find_periods(told)
    period = parse_period(told) or (hits[0].period if len(hits) == 1 else None)
    if period is None:
        return
    draft.say(Field.PERIOD_START, period.start_iso, block, "run-in", original=period.text)
    draft.say(Field.PERIOD_END, period.end_iso, block, "run-in", original=period.text)
    draft.say(Field.PERIOD_TEXT, period.text, block, "run-in")


def _say_status(draft: Draft, paragraph: Paragraph, told: str, deck: Deck) -> None:
    whole = deck.vocabulary.status(told)
    part = deck.vocabulary.status_in(told) if whole is None else None
    status = whole or (part[0] if part else None)
    if status is None:
        return
    draft.say(Field.STATUS, status.value, paragraph.blocks[0], "run-in", original=told)
    draft.say(Field.STATUS_TEXT, part[1] if part else told, paragraph.blocks[0], "run-in")
