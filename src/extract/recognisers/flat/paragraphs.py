"""Paragraphs of a whole deck in reading order, whatever the format: heading rank, label, marker."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extract.deck import Deck
from extract.layout.furniture import furniture
from extract.layout.panels import texts_on_panels
from extract.layout.under import text_under
from extract.recognisers.flat.items import Item
from extract.recognisers.flat.pages import categories, without_side
from extract.recognisers.flat.rows import dissolved_rows
from extract.recognisers.flat.survey import survey
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.geometry import same_row
from veikart.core.periods import find_periods
from veikart.core.records import Field
from veikart.core.text import fold, mend, words
from veikart.core.vocabulary import Vocabulary

LABELS = frozenset({"problem", "need", "benefit", "solution", "parts", "background", "goal", "target"})
"""Labels of the parts of a description."""

LARGER = 1.08
"""A heading's letters over the body's."""

SLIDE = 1.2
"""A page this much wider than high is a slide."""

TOC = "toc"
_PERIODS = frozenset({"period", "start", "end"})
_LONGEST_OWNER = 6  # words
_MARKS = ":–-"
_RUN_IN = 2  # spans of a label that runs on: its own and that of its value
_KEY = "paragraphs"
_ROW = 4  # blocks behind the first line of a card among which the heading left of it is looked for
_NEAR = 24  # paragraphs behind a label among which the one under it is looked for
_SKIPPED = frozenset(
    {BlockKind.PICTURE, BlockKind.SHAPE, BlockKind.LINE, BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE}
)
_SIDE_HEAD = re.compile(r"^(?:side|page|del|part)\s+\d+\s*[:–-]\s*(?P<rest>\S.*)$", re.IGNORECASE)
_BOX = re.compile(r"^\s*(?P<box>[☐☑☒✓✔✅⬜])\s+")
_NUMBER = re.compile(r"\d{1,3}[.)]")
_LEADERS = re.compile(r"[.…·_]{4,}\s*\d*\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `level` 1 is the highest rank of heading, 0 no heading; `breaks` where a table stands."""

    blocks: tuple[Block, ...]
    raw: str
    text: str
    level: int = 0
    label: str = ""
    rest: str = ""
    marker: str = ""
    breaks: bool = False
    is_group: bool = False

    @property
    def page(self) -> int:
        """Page of its first block."""
        return self.blocks[0].page

    @property
    def is_document_title(self) -> bool:
        """Tell whether the format marks it as the document's own title."""
        return self.blocks[0].group == "title"

    @property
    def group_text(self) -> str:
        """The text as name of a group: "Side 2: Forebygging" and "Forebygging side 2" are "Forebygging"."""
        match = _SIDE_HEAD.match(self.text)
        return without_side(match["rest"] if match else self.text)


def paragraphs(deck: Deck) -> list[Paragraph]:
    """Return the deck's paragraphs in order, without furniture and tables of contents; a table is one that breaks.

    They are made once for a deck.
    """
    found = deck.shared.get(_KEY)
    if not isinstance(found, list):
        found = _of_text(deck) if deck.kind == "text" else _of_blocks(deck)
        deck.shared[_KEY] = found
    return found


def _of_blocks(deck: Deck) -> list[Paragraph]:
    skipped = furniture(deck)
    ranks = _ranks(deck)
    found: list[Paragraph] = []
    for page in deck.pages:
        slide = page.aspect > SLIDE
        for block in _by_cards(page):
            if block.id in skipped or block.kind in _SKIPPED or block.group == TOC or not block.text.strip():
                continue
            if slide and found and found[-1].page != page.number and not found[-1].breaks:
                found.append(Paragraph((block,), "", "", breaks=True))  # a slide's text ends with the slide
            if block.table:
                if not found or not found[-1].breaks or found[-1].blocks[0].table != block.table:
                    found.append(Paragraph((block,), "", "", breaks=True))
            elif not _LEADERS.search(block.text):
                found.append(_paragraph(block, page, ranks, deck.vocabulary))
    return found


def _by_cards(page: Page) -> Iterator[Block]:
    """Yield the blocks in reading order, those of one card together though another card stands beside it."""
    held: dict[str, list[Block]] = {}
    for block in page.blocks:
        if block.container and block.frame and not block.table and block.text.strip():
            held.setdefault(block.container, []).append(block)
    places = {block.id: place for place, block in enumerate(page.blocks)}
    cards = [card for card in held.values() if _is_torn(card, page, places)]
    card_of = {block.id: card for card in (*cards, *texts_on_panels(page).values()) for block in card}
    done: set[str] = set()
    for place, block in enumerate(page.blocks):
        card = card_of.get(block.id)
        if block.id in done:
            continue
        if card is None:
            yield block
            continue
        after = [b for b in page.blocks[place + 1 : place + 1 + _ROW] if b.id not in card_of and b.id not in done]
        ahead = [b for b in after if _heads(b, card[0])]
        yield from (*ahead, *card)
        done |= {b.id for b in (*ahead, *card)}


def _heads(heading: Block, first: Block) -> bool:
    """Tell whether a heading stands left of the first line of a card, in its row."""
    own, other = heading.box, first.box
    if heading.kind is not BlockKind.TITLE or own is None or other is None:
        return False
    return own.x1 <= other.x0 and same_row(own, other)


def _is_torn(card: list[Block], page: Page, places: dict[str, int]) -> bool:
    """Tell whether other texts stand between a card's own in reading order, none of them inside the card."""
    first, last, frame = places[card[0].id], places[card[-1].id], card[0].frame
    if last - first + 1 == len(card) or frame is None:
        return False
    between = [b for b in page.blocks[first:last] if b.container != card[0].container and b.text.strip()]
    return not any(frame.holds(*b.box.middle) for b in between if b.box is not None)


def _paragraph(block: Block, page: Page, ranks: dict[float, int], vocabulary: Vocabulary) -> Paragraph:
    marker, raw = block.marker, _labelled(block, vocabulary)
    if box := _BOX.match(raw):
        marker, raw = box["box"], raw[box.end() :]
    if block.bold and page.aspect <= SLIDE and _NUMBER.fullmatch(marker) and round(block.size, 1) in ranks:
        marker = ""  # a numbered heading
    text = mend(raw)
    label, rest = label_of(raw, vocabulary)
    if not label and raw != block.text and ":" in raw:
        head, _, rest = raw.partition(":")
        label = vocabulary.header(head)
    level = 0
    if block.kind is BlockKind.TITLE:
        level = max(block.level, 1)
    elif page.laid_out and not marker and len(text) < 200:
        level = ranks.get(round(block.size, 1), 0)
    return Paragraph((block,), raw, text, level, label, rest, marker)


def _labelled(block: Block, vocabulary: Vocabulary) -> str:
    """Return a block's text; a bold label that runs on without a colon gets one: "**Lead** Hospitals"."""
    spans = [span for span in block.spans if span.text.strip()]
    if len(spans) < _RUN_IN or not spans[0].bold or any(span.bold for span in spans[1:]):
        return block.text
    head, rest = spans[0].text.strip(), block.text[len(spans[0].text.rstrip()) :].strip()
    apart = head[-1] in _MARKS or rest[:1] in _MARKS or not block.text.startswith(head)
    fits = not apart and _fits(vocabulary.header(head), rest, vocabulary)
    return f"{head}: {rest}" if fits else block.text


def _fits(concept: str, value: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a value is of the kind that a label names: sentences begin in bold as well."""
    if concept == "owner":
        return value[:1].isupper() and len(value.split()) <= _LONGEST_OWNER
    if concept == "status":
        return (vocabulary.status(value) or vocabulary.key_status(value)) is not None
    return concept in _PERIODS and bool(find_periods(value))


def label_of(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the concept of the label that a paragraph is or begins with, and the rest of the paragraph."""
    whole = vocabulary.label(mend(text).rstrip(" :"))
    if whole:
        return whole, ""
    split = vocabulary.run_in(text)
    return (split[0], mend(split[2])) if split else ("", "")


def _ranks(deck: Deck) -> dict[float, int]:
    """Return the sizes of letters larger than the body's, which headings have; the largest is rank 1."""
    letters: Counter[float] = Counter()
    for page in deck.pages:
        for block in page.blocks:
            if block.size and not block.table:
                letters[round(block.size, 1)] += len(block.text)
    if not letters:
        return {}
    body = max(letters, key=lambda size: (letters[size], -size))
    larger = sorted((size for size in letters if size > body * LARGER), reverse=True)
    return {size: rank for rank, size in enumerate(larger, 1)}


def _of_text(deck: Deck) -> list[Paragraph]:
    look, heads = survey(deck), {*categories(deck), *_row_groups(deck)}
    found: list[Paragraph] = []
    for page in deck.pages:
        items = {item.blocks[0].id: item for item in look.pages.get(page.number, [])}
        rows = dissolved_rows(page, deck)
        cells = rows.uses if rows is not None else {}
        for block in page.blocks:
            item = items.get(block.id)
            if block.kind is BlockKind.CELL or block.id in cells:
                if not found or not found[-1].breaks:
                    _break_at_table(found, block)
            elif item is not None and not deck.vocabulary.is_furniture(item.text):
                found.append(_of_item(item, heads, deck))
    return found


def _row_groups(deck: Deck) -> set[tuple[str, ...]]:
    """Return the headings of tables that the dump dissolved, as words."""
    claims = [claim for page in deck.pages if (claim := dissolved_rows(page, deck)) is not None]
    statements = [s for claim in claims for draft in claim.drafts for s in draft.statements]
    return {tuple(words(s.value)) for s in statements if s.field is Field.GROUP}


def _break_at_table(found: list[Paragraph], block: Block) -> None:
    """Let the text end at a table; a short line directly above it is the table's heading, not text."""
    if found and not found[-1].label and len(found[-1].text.split()) <= 14 and not found[-1].text.endswith("."):
        last = found.pop()
        found.append(Paragraph(last.blocks, last.raw, last.text, breaks=True))
    found.append(Paragraph((block,), "", "", breaks=True))


def _of_item(item: Item, heads: set[tuple[str, ...]], deck: Deck) -> Paragraph:
    label, rest = ("", "") if item.marker else label_of(item.raw, deck.vocabulary)
    level = item.first.block.level if item.is_heading else 0
    group = tuple(words(item.text)) in heads or bool(_SIDE_HEAD.match(item.text)) or _is_repeated_heading(item, deck)
    return Paragraph(item.blocks, item.raw, item.text, level, label, rest, item.marker, is_group=group and not label)


def _is_repeated_heading(item: Item, deck: Deck) -> bool:
    """Tell whether a line stands on several pages and is no title that lists, tables or descriptions know."""
    look = survey(deck)
    return look.seen[fold(item.text)] > 1 and not look.known.whole(item.text) and not item.marker


def below(index: int, flow: Sequence[Paragraph]) -> Paragraph | None:
    """Return the paragraph that stands under the one of this number on a drawn page, else the next in order."""
    near = list(takewhile(lambda p: not p.breaks and p.page == flow[index].page, flow[index + 1 : index + 1 + _NEAR]))
    under = text_under(flow[index].blocks[0], [p.blocks[0] for p in near])
    return next((p for p in near if p.blocks[0] is under), flow[index + 1] if index + 1 < len(flow) else None)
