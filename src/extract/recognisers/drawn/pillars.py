"""Plans on one page: columns under headings, whose boxes are measures of what the heading names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.cards import cards_of, is_name
from extract.layout.legend import Legend, is_same_paint
from extract.layout.owners import host_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.chips import Fact, chips_on
from extract.recognisers.drawn.facts import say_facts
from extract.recognisers.drawn.gates import is_other_page, mostly_names
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import is_dot, marks_of, page_legend, say_paint, told_by
from extract.recognisers.drawn.timeline import is_timeline
from extract.recognisers.judgement import about_measures
from extract.recognisers.lexicon import lexicon
from extract.recognisers.needs import asks_needs
from extract.recognisers.values import say_owners
from veikart.core.blocks import BlockKind, Page
from veikart.core.geometry import same_row
from veikart.core.periods import parse_period
from veikart.core.records import Field, Role
from veikart.core.text import mend
from veikart.core.votes import tells_vote

NAME = "pillars"
_LEAST_COLUMNS, _LEAST_BOXES = 2, 4
_ALIKE = 0.25  # part by which the headings' widths may differ
_OVERHANG = 0.015
_TALLEST = 0.31  # with the corners of a tilted note
_SURE = 0.75  # of the page's title being about measures
_TOLD = (
    0.6  # share of the boxes with a period behind their name, or an owner on them, that tells by itself what they are
)
_GAINS = frozenset({"benefit", "goal"})
_LONGEST, _LONGEST_BOXED = 45, 60  # characters of a heading


@dataclass(slots=True)
class _Column:
    head: Thing
    boxes: list[Thing] = field(default_factory=list)


def pillars(page: Page, deck: Deck) -> Claim | None:
    """Read the boxes under a row of headings, where the title or a label says what they are, or most tell a period
    or an owner."""
    scene = scene_of(page, deck)
    voted = _are_voted(scene)
    if is_other_page(scene, but="questions" if voted else "") or is_timeline(page, deck):
        return None
    labels = _labels(scene)
    announced = bool(labels) or about_measures(scene.title, deck.vocabulary) >= _SURE or _are_announced(scene)
    announced = announced or voted or lexicon().found("lists", "notes", scene.title)
    dated = {t.id for t in scene.texts if _ends_dated(t)}
    owners = [t for t in scene.texts if t.boxed and scene.meaning(t).owners]
    lined = {t.id for t in scene.texts if _tells_who_or_when(t, scene)}
    dots = [t for t in scene.areas if is_dot(t, scene.aspect)]
    marked = sum(told_by(dot, scene.legend).status is not None for dot in dots)
    if not announced and max(len(dated), len(owners), len(lined), marked) < _LEAST_BOXES:
        return None
    columns = _columns(scene, labels)
    columns = [column for column in columns if not _is_about_gains(column.head, scene)] or columns
    boxes = [box for column in columns for box in column.boxes]
    told = max(sum(box.id in ids for box in boxes) for ids in (dated, lined))
    marks = marks_of(boxes, dots, scene.legend, scene.aspect)
    told = max(told, len(_owned(boxes, owners, scene)), len(marks))
    if not announced and (told < _TOLD * len(boxes) or any(scene.meaning(column.head) for column in columns)):
        return None  # headings that tell a status or a period are a board's or a plan's
    if len([c for c in columns if c.boxes]) < _LEAST_COLUMNS or len(boxes) < _LEAST_BOXES:
        return None
    claim = scene.claim(NAME, 0.74)
    claim.use([b for t in labels for b in t.all_blocks], Use.GROUP, "says what stands below")
    legend = page_legend(scene.legend, boxes, [0] * len(boxes), list(marks.values()))
    said = chips_on(scene, boxes, claim)
    asked = asks_needs(scene.title, deck.vocabulary)
    needed = asked and not voted
    for column in columns:
        need = _add_need(claim, scene, column.head) if needed else None
        claim.use(column.head.all_blocks, Use.GROUP, "heading of a column")
        for box in column.boxes:
            _add(claim, scene, column, box, legend, said[box.id], need, marks.get(box.id))
    for draft in claim.drafts if asked and voted else []:
        draft.role = Role.NEED  # what was written on notes in answer
    return claim if len(claim.drafts) >= _LEAST_BOXES and mostly_names(claim.drafts) else None


def _are_announced(scene: Scene) -> bool:
    """Tell whether two painted headings in a row are about measures: "Tiltak nå", "Tiltak på lengre sikt"."""
    short = [t for t in scene.texts if t.boxed and len(t.text) <= _LONGEST]
    heads = [t for t in short if scene.deck.vocabulary.is_plan_heading(mend(t.text))]
    return len(heads) >= _LEAST_COLUMNS and all(same_row(heads[0].place, t.place) for t in heads)


def _ends_dated(thing: Thing) -> bool:
    """Tell whether a box holds a name with a period in parentheses behind it: "Felles timebok (09/2026)"."""
    text = mend(thing.text) if thing.boxed and thing.text.rstrip().endswith(")") else ""
    name, _, inner = text.rpartition("(")
    return bool(name.strip()) and parse_period(inner.rstrip(")")) is not None


def _are_voted(scene: Scene) -> bool:
    """Tell whether most boxes have a number in a small ellipse at a corner, or a key tells what a vote is: notes."""
    if any(tells_vote(t.text) for t in scene.texts):
        return True
    dots = [t for t in scene.texts if t.shape == "ellipse" and t.boxed and mend(t.text).isdigit()]
    if len(dots) < _LEAST_BOXES:
        return False
    notes = [t for t in scene.texts if t.boxed and t not in dots and t.place.height <= _TALLEST]
    held = {note.id for dot in dots for note in notes if note.place.gap(dot.place, scene.aspect) <= 0}
    return len(held) >= max(_LEAST_BOXES, _TOLD * len(notes)) and len(dots) <= len(held)


def _is_about_gains(head: Thing, scene: Scene) -> bool:
    """Tell whether a column's heading begins with a word for what measures lead to: "Effekt for pasienten"."""
    first = mend(head.text).split()[0].rstrip(":") if head.text.strip() else ""
    return scene.deck.vocabulary.label(first) in _GAINS


def _tells_who_or_when(thing: Thing, scene: Scene) -> bool:
    """Tell whether a box is one name with a line in other letters that tells its owner or period."""
    if not thing.boxed or len(thing.blocks) == 1:
        return False
    cards = cards_of(thing, scene.deck.vocabulary)
    return len(cards) == 1 and any(said.owners or said.period for said, _ in cards[0].facts)


def _owned(boxes: Sequence[Thing], owners: Sequence[Thing], scene: Scene) -> set[int]:
    """Return the boxes, by their numbers, that stickers of organisations stand on or beside."""
    hosts = [(i, box.place) for i, box in enumerate(boxes)]
    found = [host_of(sticker.place, hosts, scene.aspect)[0] for sticker in owners]
    return {number for number in found if number is not None}


def _add_need(claim: Claim, scene: Scene, head: Thing) -> Draft | None:
    """Add what heads a column on a page of needs; None where it names nothing, or only says what stands below."""
    vocabulary = scene.deck.vocabulary
    if not is_name(head.text, vocabulary) or vocabulary.header(mend(head.text)):
        return None
    return claim.add(Draft(tuple(head.blocks), head.text, Role.NEED, f"p{scene.page.number}/needs"))


def _add(
    claim: Claim,
    scene: Scene,
    column: _Column,
    box: Thing,
    legend: Legend,
    said: list[Fact],
    need: Draft | None,
    mark: Thing | None,
) -> None:
    vocabulary = scene.deck.vocabulary
    for card in cards_of(box, vocabulary):
        if not is_name(card.title, vocabulary):
            continue
        listing = f"p{scene.page.number}/pillars"
        draft = Draft(card.blocks, card.title, Role.MEASURE, listing, need, anchor_suffix=card.part)
        say_facts(draft, [*card.facts, *said])
        say_paint(draft, box, legend, vocabulary, mark=mark, text=card.blocks[0])
        if need is None:
            draft.say(Field.GROUP, mend(column.head.text), column.head.blocks[0], "column-heading")
        claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        claim.add(draft)


def _labels(scene: Scene) -> list[Thing]:
    """Return the labels in one row that say "measures" over the columns."""
    said = [t for t in scene.texts if scene.deck.vocabulary.header(mend(t.text)) == "measure"]
    row = [t for t in said if same_row(t.place, said[0].place)]
    return row if len(row) >= _LEAST_COLUMNS else []


def _columns(scene: Scene, labels: Sequence[Thing]) -> list[_Column]:
    """Return the columns under the first row of headings that has boxes under most of its headings.

    Rows of headings set like it further down have columns of their own.
    """
    rows = _rows(scene)
    for row in rows:
        floor = max((t.place.y1 for t in labels), default=max(t.place.y1 for t in row)) - _OVERHANG
        lower = [other for other in rows if other is not row and _is_lower(other, row)]
        columns = []
        for heads, below in pairwise([row, *lower, None]):
            assert heads is not None
            top = max(floor, max(t.place.y1 for t in heads) - _OVERHANG)
            end = min(t.place.y0 for t in below) if below else 1.0
            columns += [_Column(h, [b for b in _boxes(scene, h, heads, top) if b.place.y0 < end]) for h in heads]
        full = [c for c in columns if c.boxes]
        if len(full) * 2 > len(columns) and sum(len(c.boxes) for c in columns) > len(columns):
            return columns
    return []


def _is_lower(row: Sequence[Thing], first: Sequence[Thing]) -> bool:
    """Tell whether a row of painted headings stands below another one and is set like it."""
    a, b = first[0], row[0]
    wide = abs(a.place.width - b.place.width) <= _ALIKE * max(a.place.width, b.place.width)
    return a.boxed and b.boxed and b.place.y0 >= a.place.y1 and wide and is_same_paint(a.fill, b.fill)


def _rows(scene: Scene) -> list[list[Thing]]:
    """Return the rows of short headings set alike, from the top: boxes of about one width, then bare bold words."""
    texts = [t for t in scene.texts if t.kind is not BlockKind.CELL]
    short = [t for t in texts if len(mend(t.text)) <= (_LONGEST_BOXED if t.boxed else _LONGEST)]
    heads = [t for t in short if t.boxed or (t.blocks[0].bold and not t.blocks[0].marker and not scene.meaning(t))]
    rows: list[list[Thing]] = []
    for head in sorted(heads, key=lambda t: (t.place.y0, t.place.x0)):
        for row in rows:
            if _goes_with(row[0], head):
                row.append(head)
                break
        else:
            rows.append([head])
    return sorted((row for row in rows if len(row) >= _LEAST_COLUMNS), key=lambda row: not row[0].boxed)


def _goes_with(first: Thing, head: Thing) -> bool:
    wide = abs(first.place.width - head.place.width) <= _ALIKE * max(first.place.width, head.place.width)
    alike = wide if first.boxed else abs(first.blocks[0].size - head.blocks[0].size) < 1
    return (
        first.boxed == head.boxed
        and alike
        and same_row(first.place, head.place)
        and abs(first.place.y0 - head.place.y0) < _OVERHANG
    )


def _boxes(scene: Scene, head: Thing, row: Sequence[Thing], floor: float) -> list[Thing]:
    """Return the boxes with names under a heading, within its column and under no other, set unlike the headings."""
    left, right = _reach(head, row)
    labels = Counter(_label(t) for t in scene.texts)
    return [
        t
        for t in scene.texts
        if t.boxed
        and t not in row
        and t.place.y0 >= floor
        and (left <= t.place.x0 and t.place.x1 <= right if head.boxed else left <= t.place.middle[0] <= right)
        and t.place.height <= _TALLEST
        and not any(t.place.x0 <= other.ink.middle[0] <= t.place.x1 for other in row if other is not head)
        and not (head.boxed and is_same_paint(t.fill, head.fill))
        and not scene.meaning(t)
        and (not _label(t) or labels[_label(t)] == 1)
    ]


def _label(thing: Thing) -> str:
    """Return the words before a colon; where boxes share them they tell about what stands above ("Mål: …")."""
    label, colon, _ = mend(thing.text).partition(": ")
    return label if colon else ""


def _reach(head: Thing, row: Sequence[Thing]) -> tuple[float, float]:
    """Return how far a column reaches across: as its heading's box, or half-way to the next headings."""
    if head.boxed:
        return head.place.x0 - _OVERHANG, head.place.x1 + _OVERHANG
    middle = head.ink.middle[0]
    others = [t.ink.middle[0] for t in row if t is not head]
    left = max((x for x in others if x < middle), default=-middle)
    right = min((x for x in others if x > middle), default=2 - middle)
    return (left + middle) / 2, (middle + right) / 2
