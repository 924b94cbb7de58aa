"""What run-in labels below a title tell of a measure: "Ansvarlig: …", "Periode: …", "Status: …"."""

from collections.abc import Sequence
from itertools import takewhile

from extract.claims import Draft
from extract.deck import Deck
from extract.recognisers.flat.facts import Fact, bare_facts, concept_of, facts_in, say_facts
from extract.recognisers.flat.paragraphs import Paragraph, below
from veikart.core.periods import parse_period
from veikart.core.vocabulary import Vocabulary


def say_labelled(draft: Draft, body: Sequence[Paragraph], deck: Deck) -> None:
    """Take owners, period and status from the labels of that name; the first of a name stands."""
    say_facts(draft, labelled_facts(body, deck.vocabulary), deck.vocabulary, "run-in")


def labelled_facts(body: Sequence[Paragraph], vocabulary: Vocabulary, *, bare: bool = False) -> list[Fact]:
    """Return each label and what stands behind it: on its own line, else in the next paragraph.

    `bare`: short lines that tell owner, period or status without a label count too.
    """
    found: list[Fact] = []
    for index, paragraph in enumerate(body):
        if paragraph.breaks:
            continue
        block = paragraph.blocks[0]
        facts = facts_in(paragraph.raw, block, vocabulary)
        under = below(index, body) if paragraph.label and not paragraph.rest else None
        if facts:
            found += facts
        elif under is not None and not (under.label or under.breaks):
            concept = concept_of(paragraph.text, vocabulary)
            told = _schedule(body[index + 1 :]) if concept == "period" else ""
            found.append(Fact(concept, paragraph.text, told or under.text, under.blocks[0]))
        elif paragraph.label and paragraph.rest:
            found.append(Fact(paragraph.label, "", paragraph.rest, block))
        elif bare and not paragraph.marker:
            found += bare_facts(paragraph.raw, block, vocabulary)
    return found


def _schedule(body: Sequence[Paragraph]) -> str:
    """Return the first and last of several dates up to the next label, as of the steps of a plan; "" for others."""
    steps = takewhile(lambda paragraph: not (paragraph.label or paragraph.breaks), body)
    dates = [paragraph.text for paragraph in steps if parse_period(paragraph.text) is not None]
    return f"{dates[0]} – {dates[-1]}" if len(dates) > 1 else ""
