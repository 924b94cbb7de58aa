"""What kind of page a flattened page was: a picture of boxes on an axis, columns of bullets, or neither."""

import re
from dataclasses import dataclass, field

from extract.deck import Deck
from extract.recognisers.flat.cells import heads_titles, is_value, repeated, statuses_on
from extract.recognisers.flat.dates import axis_of, has_intact_axis, period_heads
from extract.recognisers.flat.lines import is_period_line, is_stub
from extract.recognisers.flat.survey import Item, Survey, is_label, is_phrase, names_nothing, survey
from extract.recognisers.flat.told import (
    above_table,
    figures,
    is_name_of_plan,
    is_other,
    is_phase,
    lists_plan,
    prints_titles_first,
    row_labels,
    says_plan,
)
from extract.recognisers.lexicon import lexicon
from veikart.core.blocks import BlockKind
from veikart.core.periods import find_periods
from veikart.core.text import fold, words
from veikart.core.vocabulary import Vocabulary

_KEY = "flat.plans"

MIN_ROWS = 2  # blocks of lines that open with an organisation
MIN_HEADINGS = 2  # marked as such in Markdown
MIN_BOXES = 4
MIN_BULLETS = 4
MAX_STRAY = 0.25  # bullets to a box, of which the boxes are the plan
MIN_UNDATED = 6  # boxes that a picture without an axis of its own must have
MAX_PROSE = 0.34  # of a picture's items
MAX_FIGURES = 0.15  # of a picture's items
MIN_PHRASES = 0.7  # of a column's bullets
SHARED_TITLES = 2  # with dated pictures, for a picture without an axis

_SIDE = re.compile(r"[\s,(–-]*\b(?:side|page|del|part)\s+\d+\)?\s*$", re.IGNORECASE)
_DASH_TAIL = re.compile(r"^(?P<head>.+?)\s+[-–—]\s*(?P<tail>[^–—]+)$")


@dataclass(slots=True)
class PlanPage:
    """A page that shows a plan: which items are what."""

    boxes: list[Item] = field(default_factory=list)
    bullets: list[Item] = field(default_factory=list)
    axis: list[Item] = field(default_factory=list)
    captions: dict[int, Item] = field(default_factory=dict)  # line number of a box → its caption
    heads: dict[int, Item] = field(
        default_factory=dict
    )  # line number of a box or bullet → the period line above its list
    legend: list[Item] = field(default_factory=list)
    labels: list[Item] = field(default_factory=list)
    rows: dict[int, Item] = field(default_factory=dict)  # line number of a box → the organisation whose row it is in
    told: bool = False  # a plan by what it says, not by an axis
    owner: str = ""
    owner_item: Item | None = None


def plan_pages(deck: Deck) -> dict[int, PlanPage]:
    """Return the pages that show a plan, by number; made once for a deck."""
    found = deck.shared.get(_KEY)
    if not isinstance(found, dict):
        found = _find(deck)
        deck.shared[_KEY] = found
    return found


def categories(deck: Deck) -> tuple[tuple[str, ...], ...]:
    """Return the headings that stand directly above a table, as words, without "side 2"."""
    found = set()
    for page in deck.pages:
        before = None
        for block in page.blocks:
            if block.kind is not BlockKind.CELL:
                before = block
            elif before is not None:
                found.add(tuple(words(without_side(before.text))))
                before = None
    return tuple(sorted(found))


def without_side(text: str) -> str:
    """Return a heading without the count of its pages: "Forebygging side 2" → "Forebygging"."""
    return _SIDE.sub("", text).strip()


def _find(deck: Deck) -> dict[int, PlanPage]:
    look, heads = survey(deck), categories(deck)
    plans: dict[int, PlanPage] = {}
    titled = prints_titles_first(list(look.pages.values()), deck.vocabulary)
    pages = {number: items for number, items in look.pages.items() if not _is_outlined(items)}
    for number, items in pages.items():
        plan = _read(items, look, deck.vocabulary, heads)
        _set_apart(plan, items, titled, look, deck.vocabulary)
        plan.told = not _is_dated_plan(plan, items, deck.vocabulary)
        if not plan.told or _is_told_plan(plan, items, deck.vocabulary):
            plans[number] = plan
    titles = {fold(item.text) for plan in plans.values() for item in [*plan.boxes, *plan.bullets]}
    for number, items in pages.items():
        if number not in plans and _is_undated_plan(items, titles, deck.vocabulary):
            plans[number] = _read(items, look, deck.vocabulary, heads)
    return plans


def _set_apart(plan: PlanPage, items: list[Item], titled: bool, look: Survey, vocabulary: Vocabulary) -> None:
    """Set the page's title, its phases, labels of rows and stray bullets apart from the boxes."""
    above = items[:1] if titled else above_table(items, vocabulary)
    apart = [item for item in plan.boxes if is_phase(item) or item in above or is_name_of_plan(item, vocabulary)]
    apart += row_labels([item for item in plan.boxes if item not in apart], look.known) if titled else []
    plan.boxes = [item for item in plan.boxes if item not in apart]
    plan.labels += apart
    if plan.bullets and len(plan.bullets) <= MAX_STRAY * len(plan.boxes):
        plan.boxes += [item for item in plan.bullets if is_phrase(item, vocabulary)]
        plan.boxes.sort(key=lambda item: item.first.number)
        plan.bullets = []


def _is_outlined(items: list[Item]) -> bool:
    """Tell whether the format marks headings of the page, so that it is no picture whose layout was lost."""
    return sum(item.is_heading for item in items) >= MIN_HEADINGS


def _is_dated_plan(plan: PlanPage, items: list[Item], vocabulary: Vocabulary) -> bool:
    if plan.bullets and plan.axis:
        good = sum(is_phrase(item, vocabulary) for item in plan.bullets)
        return len(plan.bullets) >= MIN_BULLETS and good >= MIN_PHRASES * len(plan.bullets)
    dated = bool(plan.axis) or len(plan.captions) > 1
    if not items or figures(items) > MAX_FIGURES * len(items):
        return False
    if is_other(items[:1], has_intact_axis(items), vocabulary):
        return False
    return dated and not plan.bullets and len(plan.boxes) >= MIN_BOXES and _prose(items, vocabulary) <= MAX_PROSE


def _is_told_plan(plan: PlanPage, items: list[Item], vocabulary: Vocabulary) -> bool:
    """Tell whether a page says by its heading, its columns, its statuses or its bullets that it is a plan."""
    if not items or is_other(items[:2], heads_titles(items, vocabulary), vocabulary):
        return False
    if plan.bullets:
        return lists_plan(items, plan.bullets, vocabulary)
    if len(plan.boxes) < MIN_BOXES or _prose(items, vocabulary) > MAX_PROSE:
        return False
    return says_plan(items, vocabulary)


def _is_undated_plan(items: list[Item], titles: set[str], vocabulary: Vocabulary) -> bool:
    if any(item.marker or (is_label(item, vocabulary) and not names_nothing(item.text, vocabulary)) for item in items):
        return False
    free = [item for item in items if not item.is_heading]
    boxes = [item for item in free if is_phrase(item, vocabulary) and not names_nothing(item.text, vocabulary)]
    shared = sum(fold(item.text) in titles for item in boxes)
    return len(boxes) >= MIN_UNDATED and shared >= SHARED_TITLES and _prose(items, vocabulary) <= MAX_PROSE


def _prose(items: list[Item], vocabulary: Vocabulary) -> float:
    """Return the share of items that are neither titles nor periods nor furniture."""
    own = [
        i
        for i in items
        if not (is_period_line(i.text) or is_stub(i.text) or vocabulary.is_furniture(i.text) or is_value(i, vocabulary))
    ]
    return sum(not is_phrase(item, vocabulary) for item in own) / max(len(own), 1)


def _read(items: list[Item], look: Survey, vocabulary: Vocabulary, heads: tuple[tuple[str, ...], ...]) -> PlanPage:
    plan = PlanPage()
    axis = axis_of(items)
    legend = _legend(items, look, vocabulary)
    heads_of = period_heads(items)
    plan.rows = _row_owners(items, vocabulary)
    often = repeated(items, look.known, vocabulary)
    for index, item in enumerate(items):
        if index in heads_of and not is_period_line(item.text):
            plan.heads[item.first.number] = items[heads_of[index]]
        if index in axis or (index in heads_of and is_period_line(item.text)):
            plan.axis.append(item)
        elif index in legend:
            plan.legend.append(item)
        elif is_period_line(item.text):
            _caption(plan, items, index)
        elif item.marker and not statuses_on(item.text, vocabulary):
            plan.bullets.append(item)
        elif (
            (index == 0 and 1 in axis)
            or _is_owner_title(plan, item, index, vocabulary)
            or fold(item.text) in often
            or is_value(item, vocabulary)
            or _is_row_label(item, index, look, vocabulary, heads)
        ):
            plan.labels.append(item)
        elif _is_box(item, look, vocabulary):
            plan.boxes.append(item)
    if plan.axis and not has_intact_axis(items):
        plan.axis += plan.captions.values()
        plan.captions.clear()
    return plan


def _is_box(item: Item, look: Survey, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_furniture(item.text):
        return False
    return is_phrase(item, vocabulary) or look.known.whole(item.text)


def _legend(items: list[Item], look: Survey, vocabulary: Vocabulary) -> set[int]:
    """Return the indices of items that explain signs and colours, with the samples they show."""
    found: set[int] = set()
    inside = False
    for index, item in enumerate(items):
        if _explains_colour(item.text, vocabulary):
            found.add(index)
        elif _opens_legend(item):
            inside = True
            found.add(index)
        elif inside:
            inside = not look.known.whole(item.text) and _in_legend(item, look, vocabulary)
            if inside:
                found.add(index)
    return found


def _opens_legend(item: Item) -> bool:
    found = words(item.text)
    return bool(found) and len(found) <= 4 and item.text.endswith(":") and lexicon().holds("legend", "heads", found[0])


def _in_legend(item: Item, look: Survey, vocabulary: Vocabulary) -> bool:
    text = item.text
    if is_period_line(text) or not is_phrase(item, vocabulary):
        return True
    return _legend_words(text, vocabulary) >= 0.75 and not look.known.begins(text)


def _legend_words(text: str, vocabulary: Vocabulary) -> float:
    """Return the share of words that explain signs or are shared by many names."""
    own = words(text)
    signs = sum(lexicon().holds("legend", "words", word) or vocabulary.is_frame(word) for word in own)
    return signs / max(len(own), 1)


def _explains_colour(text: str, vocabulary: Vocabulary) -> bool:
    head = re.split(r"\s*[:=–—-]\s+", text, maxsplit=1)
    return len(head) > 1 and len(words(head[0])) <= 2 and bool(vocabulary.colour_word(head[0]))


def _caption(plan: PlanPage, items: list[Item], index: int) -> None:
    """Note a line of one or two periods as caption of the box above it, over a qualifier in between."""
    if plan.boxes and index and items[index - 1] is plan.boxes[-1]:
        plan.captions.setdefault(plan.boxes[-1].first.number, items[index])
    else:
        plan.axis.append(items[index])


def _is_owner_title(plan: PlanPage, item: Item, index: int, vocabulary: Vocabulary) -> bool:
    """Note "Veikart … – Helse Vest" as the page's title and owner."""
    match = _DASH_TAIL.match(item.text)
    owner = vocabulary.organisation(match["tail"]) if match else ""
    if not match or not owner:
        return False
    if index and not (names_nothing(match["head"], vocabulary) or vocabulary.is_plan_heading(match["head"])):
        return False
    plan.owner, plan.owner_item = owner, item
    return True


def _row_owners(items: list[Item], vocabulary: Vocabulary) -> dict[int, Item]:
    """Map items to the organisation that opens their block of lines; blank lines part the blocks.

    Only where several blocks open so: a dump that keeps rows together, not one that strews labels among boxes.
    """
    blocks: list[list[Item]] = []
    for item in items:
        if blocks and not item.first.gap:
            blocks[-1].append(item)
        else:
            blocks.append([item])
    rows = [b for b in blocks if len(b) > 1 and len(vocabulary.split_organisations(b[0].text)) == 1]
    if len(rows) < MIN_ROWS or any(item.first.names_owner for row in rows for item in row[1:]):
        return {}
    return {item.first.number: row[0] for row in rows for item in row[1:]}


def _is_row_label(
    item: Item, index: int, look: Survey, vocabulary: Vocabulary, heads: tuple[tuple[str, ...], ...]
) -> bool:
    text, own = item.text, tuple(words(item.text))
    if look.known.whole(text) and not names_nothing(text, vocabulary):
        return False
    if names_nothing(text, vocabulary) or (not look.known.begins(text) and _legend_words(text, vocabulary) == 1):
        return True
    if index == 0 and vocabulary.is_plan_heading(text):
        return True
    if lexicon().holds("stamps", "words", own[0]) and find_periods(text):
        return True
    return any(head[: len(own)] == own or head[-len(own) :] == own for head in heads)
