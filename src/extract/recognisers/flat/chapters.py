"""Measures that are the innermost headings of a chapter of measures, each over nothing but prose about it.

"2 Tiltak" over "2.1 Pasienten deltar" over "2.1.1 Digitale skjema": the heading says what is done, the text how.
"""

from collections import Counter
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.headed import can_be_measure, rank_of, title_of_heading
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.lexicon import lexicon
from extract.recognisers.wording import is_question
from veikart.core.blocks import Page
from veikart.core.records import Field, Role

NAME = "chapter-measures"
_CONFIDENCE = 0.62
_KEY = "chapters"

LEAST = 3
"""Innermost headings of one rank in a chapter."""
SHARE = 0.75
"""Of a chapter's headings of one rank that must stand over prose alone."""


@dataclass(slots=True)
class Leaf:
    """A heading with what stands below it up to the next one, and the headings above it, outermost first."""

    heading: Paragraph
    above: tuple[Paragraph, ...]
    chapter: int  # place of the chapter's heading in the document
    body: list[Paragraph] = field(default_factory=list)
    innermost: bool = True

    @property
    def is_prose(self) -> bool:
        """Tell whether nothing but running text stands below the heading."""
        return self.innermost and bool(self.body) and not any(p.breaks or p.marker or p.label for p in self.body)


def chapter_measures(page: Page, deck: Deck) -> Claim | None:
    """Take the innermost headings of chapters of measures as measures, the headings between as groups."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, list):
        found = deck.shared[_KEY] = _find(paragraphs(deck), deck)
    claim = Claim(NAME, _CONFIDENCE)
    for leaf in found:
        if leaf.heading.page == page.number:
            _add(claim, leaf)
        for paragraph in leaf.body:
            if paragraph.page == page.number:
                claim.use(paragraph.blocks, Use.DESCRIPTION, "text below a measure's heading")
    return claim if claim.uses else None


def _find(flow: list[Paragraph], deck: Deck) -> list[Leaf]:
    leaves: list[Leaf] = []
    path: list[tuple[int, Paragraph]] = []
    for index, paragraph in enumerate(flow):
        rank = rank_of(paragraph)
        if not rank:
            if leaves and path and leaves[-1].heading is path[-1][1]:
                leaves[-1].body.append(paragraph)
            continue
        path = [(at, above) for at, above in path if rank_of(above) < rank]
        if leaves and any(above is leaves[-1].heading for _, above in path):
            leaves[-1].innermost = False
        place = next((i for i, (_, above) in enumerate(path) if _opens(above, deck)), None)
        if place is not None:
            inner = tuple(above for _, above in path[place + 1 :])
            leaves.append(Leaf(paragraph, inner, path[place][0]))
        path.append((index, paragraph))
    ranks = Counter((leaf.chapter, rank_of(leaf.heading)) for leaf in leaves)
    good = [leaf for leaf in leaves if leaf.is_prose and _is_named(leaf, deck)]
    told = Counter((leaf.chapter, rank_of(leaf.heading)) for leaf in good)
    return [leaf for leaf in good if _is_enough(leaf, told, ranks)]


def _is_enough(leaf: Leaf, told: Counter[tuple[int, int]], ranks: Counter[tuple[int, int]]) -> bool:
    key = leaf.chapter, rank_of(leaf.heading)
    return told[key] >= LEAST and told[key] >= SHARE * ranks[key]


def _opens(heading: Paragraph, deck: Deck) -> bool:
    """Tell whether a heading says that its chapter is about measures; a document's own title says it of none."""
    text = heading.text
    if heading.is_document_title or deck.vocabulary.page_kind(text) or is_question(text):
        return False
    return lexicon().found("chapters", "measures", text) and not lexicon().found("lists", "others", text)


def _is_named(leaf: Leaf, deck: Deck) -> bool:
    inner = any(deck.vocabulary.page_kind(above.text) for above in leaf.above)
    return not inner and can_be_measure(leaf.heading, deck) and not is_question(leaf.heading.text)


def _add(claim: Claim, leaf: Leaf) -> None:
    draft = claim.add(
        Draft(leaf.heading.blocks, title_of_heading(leaf.heading), Role.MEASURE, f"{NAME}/{leaf.chapter}")
    )
    draft.say(Field.DESCRIPTION, "\n".join(p.text for p in leaf.body), leaf.body[0].blocks[0], "below-title")
    if leaf.above:
        group = leaf.above[-1]
        draft.say(Field.GROUP, group.group_text, group.blocks[0], "heading")
        claim.use(group.blocks, Use.GROUP, "heading above measures")
