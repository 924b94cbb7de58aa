"""Paragraphs that begin with a measure's name in bold: "**Felles journal** (HN, 2027). Journalen skal …"."""

from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import is_slide
from extract.recognisers.flat.facts import LEAST_BEHIND, Fact, core_of, facts_in, say_facts
from extract.recognisers.flat.list_heads import chapter_of, opens_plan
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.judgement import about_measures
from extract.recognisers.qualified import is_qualified
from extract.recognisers.values import say_period
from extract.recognisers.wording import is_title
from veikart.core.blocks import Page
from veikart.core.periods import find_periods
from veikart.core.records import Field, Role
from veikart.core.text import mend

NAME = "led-paragraphs"
_CONFIDENCE = 0.71
_KEY = "led-paragraphs"
_LEAST = 3
_TOLD = 0.6  # share of the names with an owner, a period or a status behind them in parentheses
_MOST_WORDS = 14  # of a name
_LEAST_BEHIND = 3  # words behind it


@dataclass(frozen=True, slots=True)
class _Led:
    """A paragraph with the name that it begins with, its parentheses included, and the text behind."""

    paragraph: Paragraph
    name: str
    rest: str


def led_paragraphs(page: Page, deck: Deck) -> Claim | None:
    """Claim the names that begin paragraphs in a row, where most tell whose or when, or their heading says measures.

    In a document that is a plan by its own title a period anywhere in the text behind the name will do.
    """
    if is_slide(page):
        return None
    if _KEY not in deck.shared:
        deck.shared[_KEY] = _find(paragraphs(deck), deck)
    found: list[tuple[Paragraph | None, list[_Led]]] = deck.shared[_KEY]
    claim = Claim(NAME, _CONFIDENCE)
    for chapter, run in found:
        for led in run:
            if page.laid_out and led.paragraph.page != page.number:
                continue
            draft = Draft(led.paragraph.blocks, led.name, Role.MEASURE, f"{run[0].paragraph.blocks[0].id}/led")
            draft.say(Field.DESCRIPTION, led.rest, led.paragraph.blocks[0], "run-in")
            say_facts(draft, _facts(led, deck), deck.vocabulary, "run-in")
            periods = find_periods(led.rest)
            undated = not is_qualified(led.name, deck.vocabulary) and not draft.says(Field.PERIOD_TEXT)
            if len(periods) == 1 and undated:
                say_period(draft, periods[0].period, periods[0].period.text, led.paragraph.blocks[0], "run-in")
            if chapter is not None and not chapter.is_document_title:
                draft.say(Field.GROUP, chapter.group_text.rstrip(" :"), chapter.blocks[0], "heading")
                claim.use(chapter.blocks, Use.GROUP, "heading over named paragraphs")
            claim.add(draft)
    return claim if claim.drafts else None


def _find(flow: list[Paragraph], deck: Deck) -> list[tuple[Paragraph | None, list[_Led]]]:
    found: list[tuple[Paragraph | None, list[_Led]]] = []
    start = 0
    while start < len(flow):
        run: list[_Led] = []
        while start + len(run) < len(flow) and (led := _led(flow[start + len(run)], deck)) is not None:
            run.append(led)
        if len(run) >= _LEAST:
            chapter = chapter_of(flow, start)
            if _are_measures(run, chapter, deck):
                found.append((chapter, run))
        start += max(1, len(run))
    return found


def _led(paragraph: Paragraph, deck: Deck) -> _Led | None:
    """Return a paragraph's bold beginning as a name; None where it has none, or is a label, a bullet or a heading."""
    if paragraph.level or paragraph.marker or paragraph.label or paragraph.breaks or len(paragraph.blocks) > 1:
        return None
    spans = [span for span in paragraph.blocks[0].spans if span.text]
    if len(spans) < 2 or not spans[0].bold or all(span.bold for span in spans if span.text.strip()):
        return None
    count = next(n for n, span in enumerate(spans) if not span.bold and span.text.strip())
    name = mend("".join(span.text for span in spans[:count])).rstrip(" .:–-")
    rest = mend("".join(span.text for span in spans[count:])).lstrip(" .:–-")
    if rest.startswith("(") and ")" in rest:
        inner, _, rest = rest.partition(")")
        name, rest = f"{name} {inner})", rest.lstrip(" .:–-")
    short = len(name.split()) <= _MOST_WORDS and len(rest.split()) >= _LEAST_BEHIND
    return _Led(paragraph, name, rest) if short and is_title(name, deck.vocabulary) else None


def _facts(led: _Led, deck: Deck) -> list[Fact]:
    """Return what is told by its name behind the text: "… Ansvarig: Närvårdsenheten. Klart: december 2027"."""
    return facts_in(led.rest, led.paragraph.blocks[0], deck.vocabulary)


def _are_measures(run: list[_Led], chapter: Paragraph | None, deck: Deck) -> bool:
    heading = mend(chapter.text) if chapter is not None else ""
    if deck.vocabulary.page_kind(heading):
        return False
    if sum(is_qualified(led.name, deck.vocabulary) for led in run) >= _TOLD * len(run):
        return True
    if sum(len(core_of(_facts(led, deck))) >= LEAST_BEHIND for led in run) >= _TOLD * len(run):
        return True
    if about_measures(heading, deck.vocabulary) >= 1.0:
        return True
    dated = sum(bool(find_periods(led.rest)) for led in run)
    return dated >= _TOLD * len(run) and opens_plan(paragraphs(deck), deck.vocabulary)
