"""What run-in labels below a title tell of a measure: "Ansvarlig: …", "Periode: …", "Status: …"."""

from collections.abc import Sequence

from extract.claims import Draft
from extract.deck import Deck
from extract.recognisers.flat.facts import Fact, bare_facts, concept_of, facts_in, say_facts
from extract.recognisers.flat.paragraphs import Paragraph
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
        below = body[index + 1] if index + 1 < len(body) else None
        if facts:
            found += facts
        elif paragraph.label and not paragraph.rest and below is not None and not (below.label or below.breaks):
            found.append(Fact(concept_of(paragraph.text, vocabulary), paragraph.text, below.text, below.blocks[0]))
        elif paragraph.label and paragraph.rest:
            found.append(Fact(paragraph.label, "", paragraph.rest, block))
        elif bare and not paragraph.marker:
            found += bare_facts(paragraph.raw, block, vocabulary)
    return found
