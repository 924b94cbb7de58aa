"""Descriptions of measures: a heading with Problem, Behov, Nytteverdi and the like below it.

The same reading serves text files, Word documents and laid-out pages: paragraphs of the whole deck in order, each with
the level of a heading where the format or the size of its letters tells one, and the label that it starts with.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.belonging import add_belonging, belonging
from extract.recognisers.flat.fact_tables import FACTS, facts_of
from extract.recognisers.flat.facts import say_facts
from extract.recognisers.flat.labelled import say_labelled
from extract.recognisers.flat.paragraphs import LABELS, SLIDE, Paragraph, paragraphs
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.text import fold

NAME = "descriptions"
_CONFIDENCE = 0.9
_ON_A_SLIDE = 0.96  # over a table beside it, which tells about the measure in the slide's title
_KEY = "descriptions"
_KIND = re.compile(r"(?P<kind>[^\W\d_]+)\s*:\s+(?P<rest>\S.*)", re.DOTALL)

OPENERS = frozenset({"problem", "need", "background", "goal", "solution", "benefit"})
"""Labels that a description can open with."""

TELLING = frozenset({"problem", "need", "benefit", "solution", "goal"})
"""Labels of which a description has one; "Status:" or "Ansvarlig:" alone make none."""

MIN_LABELS = 2
"""Different labels below one heading that make it a description."""

MIN_FACTS = 2
"""Facts in a table beside it that make up for a second label."""

MIN_LISTED = 2
"""Measures that a focus area lists at least."""

CARDS = 3
"""So many times the same label on one slide: it tells of several measures."""

MIN_UNMARKED = 2
"""Descriptions with the same opening label, where no format tells which lines are headings."""


@dataclass(slots=True)
class Description:
    """A heading and what stands below it."""

    title: list[Paragraph]
    body: list[Paragraph] = field(default_factory=list)
    group: Paragraph | None = None

    @property
    def labels(self) -> set[str]:
        """The labels in its body."""
        return {paragraph.label for paragraph in self.body if paragraph.label}


def describe_measures(page: Page, deck: Deck) -> Claim | None:
    """Take the headings of descriptions as measures, each with its text."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, list):
        slides = {p.number: _facts(p, deck) for p in deck.pages if p.aspect > SLIDE}
        found = _find(paragraphs(deck), slides, deck)
        deck.shared[_KEY] = found
    claim = Claim(NAME, _ON_A_SLIDE if page.aspect > SLIDE else _CONFIDENCE)
    for description in found:
        if description.title[0].page == page.number:
            _add(claim, description, page, deck)
        for paragraph in description.body:
            if paragraph.page == page.number:
                claim.use(paragraph.blocks, Use.DESCRIPTION, "text of a description")
        if description.group is not None and description.group.page == page.number:
            claim.use(description.group.blocks, Use.GROUP, "heading above descriptions")
    return claim if claim.uses else None


def _add(claim: Claim, found: Description, page: Page, deck: Deck) -> None:
    blocks = tuple(block for paragraph in found.title for block in paragraph.blocks)
    raw = _without_kind("\n".join(paragraph.raw for paragraph in found.title))
    draft = claim.add(Draft(blocks, raw, Role.MEASURE, listing=NAME))
    if found.group is not None:
        draft.say(Field.GROUP, found.group.group_text, found.group.blocks[0], "heading")
    listed = {id(paragraph) for paragraph in add_belonging(claim, draft, found.body, deck)}
    text = "\n".join(paragraph.text for paragraph in found.body if id(paragraph) not in listed)
    if found.body:
        draft.say(Field.DESCRIPTION, text, found.body[0].blocks[0], "run-in")
    say_labelled(draft, found.body, deck)
    if page.aspect > SLIDE:
        facts = facts_of(page, deck)
        say_facts(draft, [fact for fact, _, _ in facts], deck.vocabulary, "table-cell")
        for _, name, cell in facts:
            claim.use((*name.blocks, *cell.blocks), Use.DESCRIPTION, "tells about the measure in the title")


def _without_kind(raw: str) -> str:
    """Return a title without the word for its kind: "Prosjekt: Felles journal"."""
    match = _KIND.match(raw)
    return match["rest"] if match and lexicon().holds("numbered", "words", match["kind"]) else raw


def _find(flow: list[Paragraph], slides: dict[int, int], deck: Deck) -> list[Description]:
    if any(paragraph.level for paragraph in flow):
        return _by_headings(flow, slides, deck)
    return _by_labels(flow)


def _by_headings(flow: list[Paragraph], slides: dict[int, int], deck: Deck) -> list[Description]:
    """Take headings that the format shows: those with labels, not further headings, directly below.

    A table ends the text, but on a slide it belongs to the slide's measure.
    """
    found: list[Description] = []
    front = next((p for p in flow if p.level), None)
    for index, heading in enumerate(flow):
        if not heading.level or heading.label or heading.is_document_title:
            continue
        body: list[Paragraph] = []
        for paragraph in flow[index + 1 :]:
            beside = paragraph.breaks and paragraph.page == heading.page and heading.page in slides
            if (paragraph.breaks and not beside) or (paragraph.level and not paragraph.label):
                break
            body += [] if beside else [paragraph]
        description = Description([heading], body, _above(flow, index))
        if _has_chapters(description, front):
            continue
        if (heading.page in slides and _has_cards(description)) or _is_area(description, deck):
            continue
        if _is_description(description, slides.get(heading.page, 0)):
            found.append(description)
    return found


def _is_area(found: Description, deck: Deck) -> bool:
    """Tell whether a heading names a focus area: nothing but goals stand below it, and a list of measures."""
    labels = {paragraph.label for paragraph in found.body if paragraph.label in TELLING}
    head, listed = belonging(found.body, deck.vocabulary)
    bare = head is not None and len(head.text.split()) == 1  # "Tilhørende tiltak" stand below a need
    return bare and labels <= {"goal", head.label if head is not None else ""} and len(listed) >= MIN_LISTED


def _has_cards(found: Description) -> bool:
    """Tell whether a slide tells the same by name of several measures: "Behov: …" on each of its cards."""
    told = Counter(paragraph.label for paragraph in found.body if paragraph.label in TELLING and paragraph.rest)
    return max(told.values(), default=0) >= CARDS


def _has_chapters(found: Description, front: Paragraph | None) -> bool:
    """Tell whether a heading at the front of a document stands over chapters called "Bakgrunn", "Tiltak" and the like.

    A line that is marked as a heading may stand between the document's title and them.
    """
    labels = [p for p in found.body if p.label in LABELS]
    above = front is not None and (found.group is front or found.title[0] is front)
    return above and len(labels) > 1 and all(p.level and not p.rest for p in labels)


def _above(flow: list[Paragraph], index: int) -> Paragraph | None:
    """Return the next heading above that is of a higher rank; a document's own title is none."""
    for above in range(index - 1, -1, -1):
        paragraph = flow[above]
        if paragraph.level and paragraph.level < flow[index].level and not paragraph.label:
            return None if paragraph.is_document_title else paragraph
    return None


def _facts(page: Page, deck: Deck) -> int:
    """Return how many facts of a measure a table on a slide tells."""
    return len({fact.concept for fact, _, _ in facts_of(page, deck) if fact.concept in FACTS})


def _is_description(found: Description, facts: int = 0) -> bool:
    labelled = [paragraph for paragraph in found.body if paragraph.label in LABELS]
    near = any(paragraph.label in OPENERS for paragraph in found.body[:3])
    told = {p.label for p in labelled if p.rest or not _is_followed_by_label(p, found.body)}
    return near and bool(told & TELLING) and (len(told) >= MIN_LABELS or facts >= MIN_FACTS)


def _is_followed_by_label(paragraph: Paragraph, body: list[Paragraph]) -> bool:
    """Tell whether a label stands alone: column headings side by side rather than labels of texts."""
    at = next(i for i, other in enumerate(body) if other is paragraph)
    return at + 1 >= len(body) or bool(body[at + 1].label)


def _by_labels(flow: list[Paragraph]) -> list[Description]:
    """Take lines above the label that opens descriptions, where nothing but the text tells what a heading is.

    Which label opens them is learned from the first; it must do so again further down.
    """
    opening = next((p.label for p in flow if p.label in OPENERS), "")
    starts = [i for i, p in enumerate(flow) if i and p.label == opening and _can_head(flow[i - 1])]
    if not opening or len(starts) < MIN_UNMARKED:
        return []
    heads = [_title_start(flow, start) for start in starts]
    found: list[Description] = []
    for start, head, after in zip(starts, heads, [*heads[1:], len(flow)], strict=True):
        group = flow[head - 1] if head and flow[head - 1].is_group else None
        end = after - 1 if after < len(flow) and flow[after - 1].is_group and after - 1 > start else after
        body = flow[start:end]
        stop = next((i for i, p in enumerate(body) if p.breaks), len(body))
        description = Description(flow[head:start], body[:stop], group)
        if group is None and found:
            description.group = found[-1].group
        told = {p.label for p in description.body if p.rest or not _is_followed_by_label(p, description.body)}
        if len(description.labels) >= MIN_LABELS and told & TELLING:
            found.append(description)
    return found


def _title_start(flow: list[Paragraph], start: int) -> int:
    """Return where the title above a label begins: a line that starts small goes on from the one above."""
    head = start - 1
    while head > 0 and flow[head].text[:1].islower() and _can_head(flow[head - 1]) and not flow[head - 1].is_group:
        head -= 1
    return head


def _can_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not (
        paragraph.marker
        or paragraph.label
        or paragraph.breaks
        or text.endswith((".", ":", "?", "!", ";", ","))
        or len(text.split()) > 22
        or len(fold(text)) < 3
    )
