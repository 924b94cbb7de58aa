"""Chapters of measures that a list announced: each heading repeats an item of a list of measures further up."""

from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary

NAME = "announced-chapters"
_CONFIDENCE = 0.72
_CHAPTERS = frozenset({"introduction", "appendix", "contents", "summary"})
_LEAST, _SHARE = 3, 0.6  # so many items of the list, and this share of them, head a chapter


@dataclass(frozen=True, slots=True)
class _Chapter:
    heading: Paragraph
    body: list[Paragraph]


def announced_chapters(page: Page, deck: Deck) -> Claim | None:
    """Claim the headings whose names a list of measures gave before, with the text below each as its description."""
    flow = paragraphs(deck)
    claim = Claim(NAME, _CONFIDENCE)
    for start, items in _lists(flow, deck.vocabulary):
        for chapter in _chapters(flow, start, items):
            if page.laid_out and chapter.heading.page != page.number:
                continue
            draft = claim.add(Draft(chapter.heading.blocks, chapter.heading.raw, Role.MEASURE, NAME))
            told = [paragraph for paragraph in chapter.body if not paragraph.marker and not paragraph.breaks]
            if told:
                draft.say(Field.DESCRIPTION, "\n".join(p.text for p in told), told[0].blocks[0], "run-in")
                claim.use([block for p in told for block in p.blocks], Use.DESCRIPTION, "text about the measure")
    return claim if claim.drafts else None


def _lists(flow: list[Paragraph], vocabulary: Vocabulary) -> list[tuple[int, list[str]]]:
    """Return the lists whose heading says that they are of measures: where each ends, and the keys of its items."""
    found: list[tuple[int, list[str]]] = []
    heading, items = "", []
    for index, paragraph in enumerate(flow):
        if paragraph.marker:
            items.append(fold(paragraph.text))
            continue
        if len(items) >= _LEAST and _says_measures(heading, vocabulary) and not _are_contents(items, vocabulary):
            found.append((index, items))
        items = []
        if paragraph.level and not paragraph.label:
            heading = paragraph.text
    return found


def _are_contents(items: list[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a list names the chapters of the document: "Innledning" is no measure."""
    return any(vocabulary.page_kind(item) in _CHAPTERS for item in items)


def _says_measures(heading: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_plan_heading(heading) or lexicon().found("lists", "measures", heading)


def _chapters(flow: list[Paragraph], start: int, items: list[str]) -> list[_Chapter]:
    """Return the chapters of one rank behind a list that its items name; none where too few of them do."""
    named = [index for index in range(start, len(flow)) if flow[index].level and fold(flow[index].text) in items]
    ranks = {flow[index].level for index in named}
    keys = {fold(flow[index].text) for index in named}
    if len(keys) < max(_LEAST, _SHARE * len(items)) or len(ranks) != 1 or len(keys) != len(named):
        return []
    return [_Chapter(flow[index], _body(flow, index)) for index in named]


def _body(flow: list[Paragraph], index: int) -> list[Paragraph]:
    body: list[Paragraph] = []
    for paragraph in flow[index + 1 :]:
        if paragraph.level:
            break
        body.append(paragraph)
    return body
