"""The lists of a slide: their items with the heading that stands over, beside or below each."""

import re
from dataclasses import dataclass, field

from extract.deck import Deck
from extract.layout.items import Item
from extract.layout.reading import box_below, heading_above, heading_beside, page_title, title_block
from extract.layout.stickers import Sticker
from extract.layout.streams import Section, is_bulleted, sections, streams
from extract.recognisers.nested import parted
from extract.recognisers.working import acts
from veikart.core.blocks import Block, Page
from veikart.core.counted import heading_label
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LATER_NUMBER = re.compile(r"(?:[2-9]|\d{2})[.)]")
_CORE = frozenset({"owner", "period", "start", "end", "status"})
_ACTING_HEADS = 2  # so many bullets over deeper ones that say what is to be done
_LEAST_ROWS = 2  # headings at the left of lists that make them labels of rows
_LEAST_STEPS = 3  # of a staircase with lists on it


@dataclass(slots=True)
class ListOnPage:
    """A list with its heading, its items and the stickers beside them."""

    section: Section
    heading: Block | None
    items: list[Item]
    stickers: dict[int, list[Sticker]] = field(default_factory=dict)  # by the item's number
    beside: int = 0  # how many stand beside it, also those between two items
    ahead: bool = False  # a bullet over its items says that they come next
    whole: list[Sticker] = field(default_factory=list)  # behind a label under it, "Ansvarlig:": for all its items


def lists_on(blocks: list[Block], page: Page, deck: Deck) -> list[ListOnPage]:
    """Return the lists that blocks of a slide make: bulleted items, or bare lines that say what is to be done."""
    found = []
    for column in streams(blocks):
        for section in _without_acting_heads(sections(column), deck.vocabulary):
            items = section.items(page.width)
            if not items or not (any(item.marked for item in items) or acts([i.text for i in items], deck)):
                continue
            if len(items) == 1 and _LATER_NUMBER.fullmatch(items[0].head.marker):
                continue  # a footnote
            heading = section.heading
            if heading is None and section.box is not None:
                heading = heading_above(section.box, page, deck, frozenset(b.id for b in section.blocks))
                heading = None if heading is title_block(page, deck) else heading
            found += _with_categories(ListOnPage(section, heading, items), page_title(page, deck), deck.vocabulary)
    return _with_steps(_with_side_headings(found, page, deck), page, deck)


def _with_side_headings(lists: list[ListOnPage], page: Page, deck: Deck) -> list[ListOnPage]:
    """Give lists without a heading those that stand at their left, where there are several: the labels of rows."""
    bare = [found for found in lists if found.heading is None and found.section.box is not None]
    beside = {id(f): heading_beside(f.section.box, page, deck) for f in bare if f.section.box is not None}
    if len({heading.id for heading in beside.values() if heading is not None}) < _LEAST_ROWS:
        return lists
    for found in bare:
        found.heading = beside[id(found)]
    return lists


def staircase(blocks: list[Block]) -> list[Block]:
    """Return the painted steps of a staircase: boxes that begin with a period, at a height of their own each."""
    steps = [b for b in blocks if b.fill and b.frame and not b.marker and heading_label(mend(b.text)) is not None]
    tops = {round(b.frame.y0, 2) for b in steps if b.frame is not None}
    return steps if len(tops) == len(steps) >= _LEAST_STEPS else []


def _with_steps(lists: list[ListOnPage], page: Page, deck: Deck) -> list[ListOnPage]:
    """Give lists that stand on painted steps, each with its period, what is written on the steps as their headings."""
    bare = [found for found in lists if found.heading is None and found.section.box is not None]
    steps = [box_below(f.section.box, page, deck) for f in bare if f.section.box is not None]
    dated = [step.id for step in steps if step is not None and heading_label(mend(step.text)) is not None]
    if len(dated) == len(bare) == len(set(dated)) >= _LEAST_STEPS:
        for found, step in zip(bare, steps, strict=True):
            found.heading = step
    return lists


def _without_acting_heads(parts: list[Section], vocabulary: Vocabulary) -> list[Section]:
    """Return the sections of a column as one where their headings are bullets that say what is to be done, or have
    nothing but labelled facts below them.

    Such a bullet is bold because it is the undertaking, and what hangs under it tells about it.
    """
    headed = [part for part in parts if part.heading is not None and is_bulleted(part.heading)]
    acting = sum(vocabulary.is_action(part.heading.text) for part in headed if part.heading is not None)
    acting = max(
        acting,
        sum(bool(part.blocks) and all(tells_by_label(b.text, vocabulary) for b in part.blocks) for part in headed),
    )
    if len(headed) < _ACTING_HEADS or acting * 2 <= len(headed):
        return parts
    first = parts.index(headed[0])
    rest = parts[first:]
    blocks = [block for part in rest for block in ([part.heading] if part.heading else []) + part.blocks]
    if parts[0].heading is not None and first == 1 and not parts[0].blocks:
        return [Section(parts[0].heading, blocks)]
    return [*parts[:first], Section(None, blocks)]


def tells_by_label(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line says who, when or how far by a label: "Ansvar: Heimetenesta"."""
    told = vocabulary.run_in(mend(text))
    return told is not None and told[0] in _CORE


def _with_categories(whole: ListOnPage, title: str, vocabulary: Vocabulary) -> list[ListOnPage]:
    """Return a list without the items that only announce what stands below them, and a list for each of these."""
    heading = mend(whole.heading.text) if whole.heading else ""
    return [
        ListOnPage(whole.section, part.head.head if part.head else whole.heading, part.items, ahead=part.ahead)
        for part in parted(whole.items, (title, heading), vocabulary)
    ]
