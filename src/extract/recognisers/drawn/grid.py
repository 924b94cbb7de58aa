"""Reading a drawn plan: every card and bar under an axis becomes a draft with its period, lane, status and owner."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, Use
from extract.layout.axis import Axis
from extract.layout.cards import Card, as_one, cards_of, is_card_with_details, is_name, without_remarks
from extract.layout.halved import halved
from extract.layout.lanes import Lane, band_lanes, headed_lanes, panel_lanes, side_lanes
from extract.layout.legend import Legend
from extract.layout.list_heads import HeadedList, heads_over_lists
from extract.layout.meanings import Meaning
from extract.layout.owner_lines import take_owners_behind, with_chips_alike, with_owner_lines
from extract.layout.owners import host_of
from extract.layout.signs import sign_of, without_sign
from extract.layout.thing import ARROWS, Thing
from extract.layout.ties import anchors, day_at, point
from extract.recognisers.drawn.bars import Bar, coded_bars, loose_bars, milestones, row_bars, stroke_bars
from extract.recognisers.drawn.column_labels import say_gloss, stage_name
from extract.recognisers.drawn.facts import lane_use, say_facts, say_new_owners, say_sign, use_of
from extract.recognisers.drawn.scene import Scene
from extract.recognisers.drawn.sort import MILESTONE, Sorted, bare_notes, sort_out
from extract.recognisers.drawn.status import marks_of, marks_tell, page_legend, say_mark_at, say_paint
from extract.recognisers.drawn.told_rows import told_rows
from extract.recognisers.lexicon import lexicon
from extract.recognisers.tails import take_tails
from extract.recognisers.values import say_owners, say_period
from veikart.core.blocks import Block
from veikart.core.geometry import Box, same_row
from veikart.core.periods import parse_period
from veikart.core.problems import Code, Level, problem
from veikart.core.records import Field, Role
from veikart.core.text import mend

TALL_LIST = 0.3
"""Height from which a box with a heading and bullets is a list of measures, not a card with details."""
_SHORT, _TIP, _EXPLAINED_TIP = 0.006, 0.22, 0.35
"""By which an arrow that leads out of the plan may end before the axis does, in page widths, in shares of the last
column, and in such shares where the page says what arrows mean."""


@dataclass(slots=True)
class _Reading:
    """One plan being read."""

    scene: Scene
    plan: Sorted
    claim: Claim
    listing: str
    legend: Legend = field(default_factory=Legend)
    lanes: list[Lane] = field(default_factory=list)
    drafts: list[tuple[Draft, Box, Thing]] = field(default_factory=list)
    marks: dict[str, Thing] = field(default_factory=dict)  # id of a thing → the dot on or beside it
    told_by_marks: bool = False  # statuses or owners, which the boxes' paint does not tell then
    quarters: dict[int, Block] = field(default_factory=dict)  # id of a draft → the part of a year that its box tells
    arrows: set[str] = field(default_factory=set)  # ids of the things that are arrows, or whose bar is one

    @property
    def axis(self) -> Axis:
        return self.plan.axis


def read_grid(scene: Scene, axis: Axis, area: Box, claim: Claim) -> None:
    """Read the plan that stands under an axis in this part of the page and add what it gives to the claim."""
    plan = sort_out(scene, axis, area)
    number = len([d for d in claim.drafts if d.listing])
    reading = _Reading(
        scene, plan, claim, f"p{scene.page.number}/{axis.kind}{axis.labels[0].id.rpartition('/')[0]}{number}"
    )
    vocabulary = scene.deck.vocabulary
    plan.bars += coded_bars(plan, vocabulary)
    rows = row_bars(plan, vocabulary)
    if rows:
        _read_rows(reading, rows)
    else:
        _read_boxes(reading)
    _attach(reading)
    _take_rows(reading)
    _finish(reading)
    for label in axis.labels:
        claim.use(label.all_blocks, Use.AXIS, f"label of the {axis.kind} axis")
    for thing in plan.side:
        claim.use(
            thing.all_blocks,
            Use.GROUP if any(lane.label is thing for lane in reading.lanes) else Use.IGNORED,
            "beside the axis",
        )
    for thing in (*plan.bare, *plan.cards):
        claim.use(thing.all_blocks, Use.IGNORED, "under the axis, but not set as this plan's measures are")
    for thing in (*plan.bars, *plan.dots):
        claim.use(thing.all_blocks, Use.IGNORED, "bar or mark without a label")


def _read_boxes(reading: _Reading) -> None:
    plan, vocabulary = reading.plan, reading.scene.deck.vocabulary
    notes = {t.id for t in bare_notes(plan, vocabulary)}
    plan.bare = [t for t in plan.bare if t.id not in notes]
    bars = loose_bars(plan, vocabulary) or stroke_bars(plan, vocabulary)
    if not bars and not plan.boxed:
        bars = milestones(plan, vocabulary)
    labelled = {b.label.id for b in bars}
    texts = list(plan.cards)
    if not plan.boxed:
        texts += [t for t in plan.bare if t.id not in labelled and not _is_loose(plan, bars)]
    headed = heads_over_lists(texts)
    texts = [t for t in texts if not any(t is own.head for own in headed)]
    content = [t.place for t in texts] + [b.place for b in bars]
    reading.lanes = _lanes(reading, content) + _headings(reading, headed)
    things = [*texts, *(b.parts[0] for b in bars)]
    if _paint_tells_status(reading):
        rows = [_row(reading, t.place) for t in things]
        reading.legend = page_legend(reading.scene.legend, things, rows, plan.dots)
    reading.marks = _marks(reading, things)
    reading.told_by_marks = marks_tell(reading.marks.values(), reading.legend)
    detailed = _are_detailed(texts)
    cards = [c for t in texts for c in ([as_one(t, vocabulary)] if t.id in detailed else cards_of(t, vocabulary))]
    cards = without_remarks(cards)
    take_tails(cards, vocabulary)
    with_owner_lines(cards, vocabulary)
    for card, said in take_owners_behind(cards, vocabulary):
        card.facts.append((said, card.blocks[0]))
    for card in cards:
        if is_name(card.title, vocabulary):
            _add_card(reading, card)
    for bar in bars:
        _add_bar(reading, bar)


def _paint_tells_status(reading: _Reading) -> bool:
    """Tell whether paint can tell a status: not that of another page's legend where the columns tell it."""
    return reading.axis.kind != "status" or reading.scene.legend.own


def _is_loose(plan: Sorted, bars: Sequence[Bar]) -> bool:
    """Tell whether the plan's measures are labels of bars, so that a text without a bar is none."""
    return len(bars) >= 2 and len(bars) * 2 >= len(plan.bare)


def _are_detailed(things: Sequence[Thing]) -> set[str]:
    """Return the boxes that are cards with details: a heading line and text or bullets about it."""
    found = [t for t in things if is_card_with_details(t) and t.place.height < TALL_LIST]
    marked = [t for t in found if any(b.marker for b in t.blocks)]
    several = len(found) >= 2
    return {t.id for t in found if several or t not in marked}


def _lanes(reading: _Reading, content: list[Box]) -> list[Lane]:
    plan, vocabulary = reading.plan, reading.scene.deck.vocabulary
    lanes = side_lanes(plan.side, content, plan.rules, vocabulary)
    lanes += band_lanes(plan.bands, plan.area.y1, vocabulary)
    lanes += panel_lanes(plan.panels, vocabulary)
    if plan.boxed:
        areas = [t for t in reading.scene.areas if t not in plan.bars and t not in plan.dots]
        lanes += headed_lanes([t.place for t in areas], plan.bare, content, vocabulary)
    for lane in lanes:
        reading.claim.use(lane.label.all_blocks, lane_use(lane), "label of a lane")
    return lanes


def _headings(reading: _Reading, headed: Sequence[HeadedList]) -> list[Lane]:
    """Return the lists that have a heading each as lanes."""
    for own in headed:
        reading.claim.use(own.head.all_blocks, Use.GROUP, "heading of a list")
    lists = [(own.head, own.place) for own in headed]
    return [Lane(place.y0, place.y1, head, (), mend(head.text), place.x0, place.x1) for head, place in lists]


def _row(reading: _Reading, place: Box) -> int:
    return next((i for i, lane in enumerate(reading.lanes) if lane.holds(place)), -1)


def _add_card(reading: _Reading, card: Card) -> Draft:
    thing = card.place
    sign = sign_of(card.blocks[0], reading.scene.signs)
    draft = Draft(card.blocks, without_sign(card.title, sign), Role.MEASURE, anchor_suffix=card.part)
    say_facts(draft, card.facts)
    mark = reading.marks.get(thing.id)
    if mark is not None or not reading.told_by_marks:
        say_paint(draft, thing, reading.legend, reading.scene.deck.vocabulary, mark=mark, text=card.blocks[0])
    if sign:
        say_sign(draft, reading.scene.signs[sign], card.blocks[0])
    for meaning, block in card.facts:
        reading.claim.use(block, use_of(meaning), "said inside the box")
    reading.claim.use(list(card.details), Use.DESCRIPTION, "details in the box of a measure")
    if card.details:
        draft.say(Field.DESCRIPTION, mend("\n".join(b.text for b in card.details)), card.details[0], "card")
    if card.heading is not None:
        draft.say(Field.GROUP, mend(card.heading.text), card.heading, "heading")
        reading.claim.use(card.heading, Use.GROUP, "heading of a list")
    _add(reading, draft, thing.place, thing, thing.shape)
    if card.quarter is not None:
        reading.quarters[id(draft)] = card.quarter
        reading.claim.use(card.quarter, Use.PERIOD, "part of the year that a box stands under")
    return draft


def _add_bar(reading: _Reading, bar: Bar) -> Draft:
    vocabulary = reading.scene.deck.vocabulary
    cards = cards_of(bar.label, vocabulary)
    title = cards[0].title if cards else bar.label.text
    blocks = cards[0].blocks if cards else bar.label.blocks
    draft = Draft(blocks, title, Role.MEASURE)
    if cards:
        say_facts(draft, cards[0].facts)
    paints = {p.fill for p in bar.parts}
    mark = reading.marks.get(bar.parts[0].id)
    told = mark is not None or not reading.told_by_marks
    if told and (len(paints) == 1 or not reading.legend.tells_status):
        say_paint(draft, bar.parts[0], reading.legend, vocabulary, mark=mark)
    for part in bar.parts:
        reading.claim.use(part.all_blocks, Use.PERIOD, "bar of a measure")
    _add(reading, draft, bar.place, bar.label, bar.parts[-1].shape)
    return draft


def _add(reading: _Reading, draft: Draft, place: Box, thing: Thing, shape: str) -> None:
    reading.drafts.append((draft, place, thing))
    reading.arrows |= {thing.id} if shape in ARROWS else set()
    reading.claim.use(thing.paint, Use.RECORD, "paint of a measure's box")


def _read_rows(reading: _Reading, rows: list[Bar]) -> None:
    """Read a Gantt chart: each label at the left with the bars of its row; labels without bars head groups."""
    plan, vocabulary = reading.plan, reading.scene.deck.vocabulary
    labelled = {b.label.id for b in rows} | {t.id for b in rows for t in b.texts}
    heads = [t for t in plan.side if t.id not in labelled]
    tall = [t for t in heads if t.boxed or t.blocks[0].rotation]
    reading.lanes = side_lanes(tall, [b.place for b in rows], plan.rules, vocabulary)
    above = sorted((t for t in heads if t not in tall and len(mend(t.text)) <= 60), key=lambda t: t.place.y0)
    reading.lanes += band_lanes([*above, *plan.bands], plan.area.y1, vocabulary)
    for lane in reading.lanes:
        reading.claim.use(lane.label.all_blocks, lane_use(lane), "heading of rows")
    things = [b.parts[0] for b in rows]
    reading.legend = page_legend(reading.scene.legend, things, [_row(reading, t.place) for t in things])
    parts = {p.id for b in rows for p in b.parts}
    plan.chips = [(t, m) for t, m in plan.chips if t.id not in parts]
    for bar in sorted(rows, key=lambda b: b.label.place.y0):
        draft = _add_bar(reading, bar)
        said = [(reading.scene.meaning(part), part.blocks[0]) for part in bar.parts if part.has_text]
        say_facts(draft, [(meaning, block) for meaning, block in said if meaning])
        for text in bar.texts:
            _say_side(reading, draft, text)


def _say_side(reading: _Reading, draft: Draft, text: Thing) -> None:
    """Add what another column left of the bars says: an owner, a status, dates."""
    from extract.layout.meanings import meaning_of

    meaning = meaning_of(text.text, reading.scene.deck.vocabulary)
    if meaning:
        say_facts(draft, [(meaning, text.blocks[0])])
        reading.claim.use(text.all_blocks, use_of(meaning), "in the row of a measure")
    else:
        reading.claim.use(text.all_blocks, Use.DESCRIPTION, "in the row of a measure")


def _attach(reading: _Reading) -> None:
    """Give chips and dots to the boxes they stand on or beside."""
    plan, scene = reading.plan, reading.scene
    hosts = [(i, _reach(place, thing)) for i, (_, place, thing) in enumerate(reading.drafts)]
    captions: dict[int, list[tuple[Meaning, Block]]] = {}
    for chip, meaning in with_chips_alike(plan.chips, scene.deck.vocabulary):
        near = _in_column(reading, chip, hosts)
        number, torn = host_of(chip.place, near, scene.aspect)
        row = [i for i, box in near if same_row(chip.place, box)] if reading.axis.kind != "period" else []
        if number is None and len(row) == 1:
            number, torn = row[0], False
        use = use_of(meaning)
        reading.claim.use(chip.all_blocks, use, "chip on or beside a measure")
        if torn and meaning.owners:
            where = chip.blocks[0]
            reading.claim.problems.append(
                problem(Code.OWNER_AMBIGUOUS, Level.WARNING, scene.page.number, where.id, text=mend(where.text))
            )
        if number is None:
            continue
        if meaning:
            captions.setdefault(number, []).append((meaning, chip.blocks[0]))
        elif len(mend(chip.text)) > MILESTONE:
            reading.drafts[number][0].say(Field.QUALIFIERS, mend(chip.text), chip.blocks[0], "chip")
    for number, facts in captions.items():
        say_facts(reading.drafts[number][0], facts)


def _in_column(reading: _Reading, chip: Thing, hosts: list[tuple[int, Box]]) -> list[tuple[int, Box]]:
    """Return the boxes in the column of a board that a chip stands in; all of them under an axis of periods."""
    axis = reading.axis
    column = axis.nearest(chip.place) if axis.kind != "period" else None
    return hosts if column is None else [(i, box) for i, box in hosts if axis.nearest(box) is column]


def _marks(reading: _Reading, things: Sequence[Thing]) -> dict[str, Thing]:
    """Return the dots that tell a status through the legend, by the thing that each stands on or beside."""
    found = marks_of(things, reading.plan.dots, reading.legend, reading.scene.aspect)
    for dot in found.values():
        reading.claim.use(dot.all_blocks, Use.STATUS, "mark of a status")
    return found


def _take_rows(reading: _Reading) -> None:
    """Let the labels beside the axis be the measures, where they are."""
    rows = told_rows(reading.lanes, reading.drafts, reading.scene.deck.vocabulary)
    if not rows:
        return
    reading.claim.use([b for d, _, _ in reading.drafts for b in d.blocks], Use.DESCRIPTION, "in the row of a measure")
    reading.drafts = [(row.draft, row.place, row.lane.label) for row in rows]
    reading.lanes = []


def _reach(place: Box, thing: Thing) -> Box:
    return place.union(thing.place) if thing.place.overlap_y(place) > 0 else thing.place


def _finish(reading: _Reading) -> None:
    """Add what place tells: period or column, lane, and the owner of the page; then hand the drafts over."""
    scene = reading.scene
    several = len(reading.arrows) * 2 > len(reading.drafts)  # then that is how this plan draws its bars
    fine = halved(reading.axis, [place for _, place, _ in reading.drafts])
    tied = anchors([t for _, _, t in reading.drafts], reading.axis, (*scene.lines, *scene.areas))
    for draft, place, thing in reading.drafts:
        if thing.id in tied:
            _say_day(reading, draft, tied[thing.id])
            say_mark_at(draft, tied[thing.id], reading.plan.dots, scene.legend, scene.deck.vocabulary)
            _say_columns(reading, draft, point(tied[thing.id], reading.axis), reading.axis)
        else:
            goes_on = not several and thing.id in reading.arrows and place.x1 >= _late(reading)
            goes_on = goes_on or draft.title.rstrip().endswith("→")
            _say_columns(reading, draft, place, fine, goes_on=goes_on)
        lane_id = _say_lanes(reading, draft, place)
        _say_stage(reading, draft, place)
        if not draft.says(Field.OWNERS):
            say_owners(draft, scene.owners, scene.title, scene.owner_block, "page-title")
        draft.listing = f"{reading.listing}/{lane_id}"
        reading.claim.add(draft)


def _say_day(reading: _Reading, draft: Draft, x: float) -> None:
    """Add the day that is printed beside the axis where a box is tied to it."""
    found = day_at(x, reading.axis, reading.scene.texts) if reading.axis.kind == "period" else None
    if found is not None and not draft.says(Field.PERIOD_TEXT):
        period, text = found
        say_period(draft, period, period.text, text.blocks[0], "caption")
        reading.claim.use(text.all_blocks, Use.PERIOD, "day of a measure")


def _late(reading: _Reading) -> float:
    """Return the place from which an arrow leads out of the plan."""
    axis, says = reading.axis, lexicon()
    texts = [b.text for b in reading.scene.page.blocks if says.begins("legend", "arrows", b.text)]
    tip = _EXPLAINED_TIP if any(says.found("legend", "goes_on", text) for text in texts) else _TIP
    return axis.end - max(_SHORT, tip * axis.columns[-1].width)


def _say_columns(reading: _Reading, draft: Draft, place: Box, axis: Axis, *, goes_on: bool = False) -> None:
    if axis.kind == "period":
        period, text, column = axis.period(place)
        quarter = reading.quarters.get(id(draft))
        if quarter is not None and period is not None and period.start is not None:
            told = parse_period(f"{mend(quarter.text)} {period.start.year}")
            period, text = told or period, f"{mend(quarter.text)}, {text}"
        if goes_on and period is not None:
            period, text = replace(period, end=None), f"{text} →"
        if not draft.says(Field.PERIOD_TEXT) and column is not None:
            method = "axis-row" if reading.scene.turned else "timeline-x"
            say_period(draft, period, text, column.label.blocks[0], method)
        if column is not None:
            say_gloss(draft, column, reading.scene)
        return
    column = axis.nearest(place)
    if column is None:
        return
    source, meaning = column.label.blocks[0], column.meaning
    say_new_owners(draft, meaning, source, "board-column")
    if meaning.status is not None and not draft.says(Field.STATUS):
        draft.say(Field.STATUS, meaning.status.value, source, "board-column", original=meaning.text)
        draft.say(Field.STATUS_TEXT, meaning.text, source, "board-column")


def _say_stage(reading: _Reading, draft: Draft, place: Box) -> None:
    """Add the name of the one column that a box stands in, where the labels name stages: "Prepare" over "Q1 2026"."""
    names = {id(c): name for c in reading.axis.columns if (name := stage_name(c)) is not None}
    inside = reading.axis.covered(place)
    if reading.axis.kind == "period" and len(names) == len(reading.axis.columns) > 1 and len(inside) == 1:
        name = names[id(inside[0])]
        if not draft.says(Field.GROUP):
            draft.say(Field.GROUP, mend(name.text), name, "column-heading")


def _say_lanes(reading: _Reading, draft: Draft, place: Box) -> str:
    """Add the owner and the group that the lanes around a box give; return what tells lanes apart."""
    around = [lane for lane in reading.lanes if lane.holds(place)]
    inner = sorted(around, key=lambda lane: (lane.bottom - lane.top) * (lane.right - lane.left))
    owned = next((lane for lane in inner if lane.owners), None)
    named = next((lane for lane in inner if lane.name), None)
    if owned is not None and not draft.says(Field.OWNERS):
        say_owners(draft, owned.owners, owned.text, owned.label.blocks[0], "lane")
    if named is not None and not draft.says(Field.GROUP):
        draft.say(Field.GROUP, named.name, named.label.blocks[0], "lane")
    return "+".join(lane.label.id.rpartition("/")[0] or lane.label.id for lane in inner)
