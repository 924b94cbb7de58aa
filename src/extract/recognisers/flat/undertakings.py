"""Lists of what shall be done in an action plan, whose chapters are named after subjects: "Vi vil: …" below "Helse".

The document's own title says that it is a plan, its lists say so by their wording alone: most items begin with what is
to be done, or say who shall do it.
"""

import re
from dataclasses import dataclass

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.reading import is_slide
from extract.recognisers.flat.list_heads import chapter_of, opens_plan
from extract.recognisers.flat.paragraphs import Paragraph, paragraphs
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import Page
from veikart.core.records import Field, Role
from veikart.core.text import words
from veikart.core.vocabulary import Vocabulary

NAME = "undertakings"
_CONFIDENCE = 0.62
_KEY = "undertakings"

LEAST_LISTS, LEAST_ITEMS = 3, 3
SHARE = 0.5
"""Share of a list's items that are worded as undertakings."""
MAX_WORDS = 34
_LEADS = re.compile(r"\b(?:skal|vil|må|shall|will|must|ska)\b(?:\s+[^\s:.]+){0,4}\s*:\s*$", re.IGNORECASE)
"""The end of a line that says who shall do what stands below: "I planperioden skal kommunen:"."""
ACTING = 0.75
"""Share of the items below such a line that begin with what is to be done."""
_ALLOWED = frozenset({"", "introduction"})  # "Derfor trenger ungdom:" leads over from what came before
_SHALL = re.compile(
    r"(?!(?:det|dette|this|it|there)\b)(?:[^\W\d_][\w-]*\s+){1,4}(?:skal|vil|må|shall|will|must|ska)\s+(?!være\b|vere\b|be\b|vara\b)",
    re.IGNORECASE,
)
"""Who shall do something: "Kommunen skal etablere …", not "Det skal være trygt …"."""


@dataclass(frozen=True, slots=True)
class _Undertakings:
    items: list[Paragraph]
    lead: Paragraph
    chapter: Paragraph | None


def undertakings(page: Page, deck: Deck) -> Claim | None:
    """Claim the items of such lists that say what shall be done, the chapter's heading as their group."""
    if is_slide(page):
        return None  # others read its lists
    if _KEY not in deck.shared:
        deck.shared[_KEY] = _find(paragraphs(deck), deck.vocabulary)
    found: list[_Undertakings] = deck.shared[_KEY]
    claim = Claim(NAME, _CONFIDENCE)
    for listed in found:
        for item in listed.items:
            if not page.laid_out or item.page == page.number:
                draft = claim.add(Draft(item.blocks, item.raw, Role.MEASURE, f"{listed.lead.blocks[0].id}/{NAME}"))
                if listed.chapter is not None and not listed.chapter.is_document_title:
                    draft.say(Field.GROUP, listed.chapter.group_text, listed.chapter.blocks[0], "heading")
                    claim.use(listed.chapter.blocks, Use.GROUP, "heading of a chapter of undertakings")
    return claim if claim.drafts else None


def _find(flow: list[Paragraph], vocabulary: Vocabulary) -> list[_Undertakings]:
    if not opens_plan(flow, vocabulary):
        return []
    found: list[_Undertakings] = []
    start = 0
    while start < len(flow):
        if not _is_item(flow[start]):
            start += 1
            continue
        end = start
        while end < len(flow) and _is_item(flow[end]):
            end += 1
        listed = _listed(flow, start, end, vocabulary)
        found += [listed] if listed is not None else []
        start = end
    return found if len(found) >= LEAST_LISTS else [listed for listed in found if _is_led(listed, vocabulary)]


def _listed(flow: list[Paragraph], start: int, end: int, vocabulary: Vocabulary) -> _Undertakings | None:
    """Return the undertakings of a run of bullets; None where too few are, or what stands above tells otherwise."""
    items, lead = flow[start:end], flow[max(start - 1, 0)]
    chapter = lead if lead.level else chapter_of(flow, start)
    for heading in (lead, chapter):
        text = heading.text.rstrip(" :") if heading is not None else ""
        kind = vocabulary.page_kind(text)
        if kind not in _ALLOWED or vocabulary.label(text) or vocabulary.header(text):
            return None
    worded = [item for item in items if _is_undertaking(item.text, vocabulary)]
    if len(items) < LEAST_ITEMS or len(worded) < SHARE * len(items):
        return None
    return _Undertakings(worded, lead, chapter)


def _is_led(listed: _Undertakings, vocabulary: Vocabulary) -> bool:
    """Tell whether the line above says who shall do what stands below, and nearly all items begin with that."""
    acting = sum(vocabulary.is_action(item.text) for item in listed.items)
    return bool(_LEADS.search(listed.lead.text)) and acting >= ACTING * len(listed.items)


def _is_item(paragraph: Paragraph) -> bool:
    return bool(paragraph.marker) and not paragraph.level and not paragraph.breaks


def _is_undertaking(text: str, vocabulary: Vocabulary) -> bool:
    if len(words(text)) > MAX_WORDS:
        return False
    aims = lexicon().holds("aims", "verbs", text.split(maxsplit=1)[0])
    return aims or vocabulary.is_action(text) or bool(_SHALL.match(text))
