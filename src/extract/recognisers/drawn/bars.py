"""Bars without text: which label each belongs to, in its row at the left, on it, behind it or above it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.layout.cards import is_name
from extract.layout.meanings import meaning_of
from extract.layout.thing import Thing
from extract.recognisers.drawn.sort import Sorted
from veikart.core.geometry import Box, same_row, surround
from veikart.core.vocabulary import Vocabulary

BESIDE = 0.03
ABOVE = 0.03
_MOST_NAMED = 0.6
_LEAST_SPANS = 2  # lines that are bars begin or end at different places
_PEN = 0.002  # half of the width that a line has as a bar


@dataclass(slots=True)
class Bar:
    """One or more bars of one measure with its label, and the other texts of its row (owner, status)."""

    label: Thing
    parts: list[Thing] = field(default_factory=list)
    texts: list[Thing] = field(default_factory=list)

    @property
    def place(self) -> Box:
        """From the start of its first bar to the end of its last."""
        box = surround([t.place for t in self.parts])
        assert box is not None
        return box


def row_bars(plan: Sorted, vocabulary: Vocabulary) -> list[Bar]:
    """Return the bars whose labels stand at the left of their rows; none where the labels name lanes of boxes."""
    names = [t for t in plan.side if is_name(t.text, vocabulary)]
    if len(names) < 2:
        return []
    phases = [c for c in plan.cards if _is_phase(c, plan.cards, vocabulary)] + [
        t for t, m in plan.chips if t.boxed and m
    ]
    texts = [c for c in plan.cards if c not in phases]
    pieces = [*plan.bars, *phases] or _dots_on_axis(plan, vocabulary)
    if len(texts) > len(pieces) * 0.5:
        return []
    made: dict[str, Bar] = {}
    for piece in sorted(pieces, key=lambda t: t.place.x0):
        label = _row_label(piece.place, names) or _ruled_label(piece.place, names, plan.rules)
        if label is not None:
            made.setdefault(label.id, Bar(label)).parts.append(piece)
    found = sum(len(b.parts) for b in made.values())
    if len(made) < 2 or found < 0.6 * len(pieces) or _are_lanes(list(made.values()), plan, vocabulary):
        return []
    for card in texts:  # a bar with a remark on it, in the row of a label that has no other
        label = _row_label(card.place, names)
        if label is not None and label.id not in made and not _spans_rows(label, names):
            made[label.id] = Bar(label, [card])
    for bar in made.values():
        own = [t for t in plan.side if t is not bar.label and same_row(t.ink, bar.label.ink)]
        bar.texts = [t for t in own if not _spans_rows(t, names)]
    return list(made.values())


def _spans_rows(text: Thing, names: Sequence[Thing]) -> bool:
    """Tell whether a text at the left stands beside several labels, or upright: it names a lane of them."""
    beside = [n for n in names if n is not text and text.place.y0 <= n.ink.middle[1] <= text.place.y1]
    return bool(text.blocks[0].rotation) or len(beside) > 1


def _are_lanes(rows: Sequence[Bar], plan: Sorted, vocabulary: Vocabulary) -> bool:
    """Tell whether the labels at the left name lanes: bars lie in several rows beside each and have own names there."""
    stacked = [bar for bar in rows if any(not same_row(bar.parts[0].place, p.place) for p in bar.parts[1:])]
    if len(stacked) * 2 < len(rows):
        return False
    return len(loose_bars(plan, vocabulary)) >= 0.8 * len(plan.bars) > 0


def _dots_on_axis(plan: Sorted, vocabulary: Vocabulary) -> list[Thing]:
    """Return the dots that stand alone under the axis: marks in the columns of each row, not signs beside texts."""
    if any(is_name(t.text, vocabulary) for t in plan.bare):
        return []
    return [d for d in plan.dots if plan.axis.start <= d.place.middle[0] <= plan.axis.end]


def _is_phase(card: Thing, cards: Sequence[Thing], vocabulary: Vocabulary) -> bool:
    """Tell whether a bar's text is a phase such as "Pilot" that several rows have, or a share such as "60 %"."""
    text = card.text.strip().casefold()
    if not is_name(text, vocabulary):
        return True
    return len(text) <= 24 and sum(1 for c in cards if c.text.strip().casefold() == text) >= 2


def _row_label(bar: Box, names: Sequence[Thing]) -> Thing | None:
    """Return the label on the bar's row: of several side by side the one with the most words to its right of others."""
    y = bar.middle[1]
    near = [t for t in names if abs(t.ink.middle[1] - y) <= max(0.6 * t.ink.height, 0.6 * bar.height)]
    if not near:
        return None
    closest = min(abs(t.ink.middle[1] - y) for t in near)
    near = [t for t in near if abs(t.ink.middle[1] - y) <= closest + 0.006]
    return min(near, key=lambda t: (t.boxed and t.place.height > 3 * bar.height, t.place.x0))


def _ruled_label(bar: Box, names: Sequence[Thing], rules: Sequence[Box]) -> Thing | None:
    """Return the one label in the same row of a table, or between the same two rules: it may stand higher there."""
    cells = [t for t in names if t.blocks[0].table and t.extent.y0 <= bar.middle[1] <= t.extent.y1]
    if len(cells) == 1:
        return cells[0]
    heights = sorted(r.middle[1] for r in rules)
    above = max((y for y in heights if y <= bar.middle[1]), default=None)
    below = min((y for y in heights if y > bar.middle[1]), default=None)
    if above is None or below is None:
        return None
    held = [t for t in names if above <= t.ink.middle[1] <= below]
    return held[0] if len(held) == 1 else None


def stroke_bars(plan: Sorted, vocabulary: Vocabulary) -> list[Bar]:
    """Return the lines that are drawn for bars, where there are no bars and most lines have a name."""
    if plan.bars or plan.boxed:
        return []
    if _are_rules(plan):
        return []
    found = loose_bars(replace(plan, bars=[_thick(stroke) for stroke in plan.strokes]), vocabulary)
    return found if len(found) >= max(2, _MOST_NAMED * len(plan.strokes)) else []


def _are_rules(plan: Sorted) -> bool:
    """Tell whether lines part the texts of columns: all begin and end alike, or each as wide lies within one column."""
    places = [stroke.place for stroke in plan.strokes]
    if len({(round(place.x0, 2), round(place.x1, 2)) for place in places}) < _LEAST_SPANS:
        return True
    columns = plan.axis.columns
    within = all(any(c.start <= p.x0 and p.x1 <= c.end for c in columns) for p in places)
    return within and len({round(place.width, 2) for place in places}) == 1


def _thick(stroke: Thing) -> Thing:
    place = stroke.place
    return replace(stroke, place=Box(place.x0, place.y0 - _PEN, place.x1, place.y1 + _PEN))


def loose_bars(plan: Sorted, vocabulary: Vocabulary) -> list[Bar]:
    """Return the bars whose labels are bare texts on them, behind them, before them or above them."""
    names = [t for t in (*plan.bare, *plan.beyond) if is_name(t.text, vocabulary)]
    pairs = []
    for bar in plan.bars:
        place = _with_chips(bar.place, plan)
        for name in names:
            rank = _rank(place, name.ink)
            if rank is not None:
                pairs.append((rank, bar, name))
    made: dict[str, Bar] = {}
    used: set[str] = set()
    for _, bar, name in sorted(pairs, key=lambda p: (p[0], p[1].id, p[2].id)):
        if bar.id in used or name.id in used:
            continue
        used |= {bar.id, name.id}
        made[name.id] = Bar(name, [bar])
    return list(made.values())


def coded_bars(plan: Sorted, vocabulary: Vocabulary) -> list[Thing]:
    """Return the boxes that are bars with nothing but an owner on them, whose names stand beside them."""
    boxes = [t for t, meaning in plan.chips if t.boxed and meaning.owners and not meaning.period]
    boxes = [t for t in boxes if not any(o.place.contains(t.place) for o in (*plan.cards, *plan.bars))]
    if max(len(plan.cards), len(plan.bars)) >= len(boxes):
        return []
    names = [t.ink for t in (*plan.bare, *plan.beyond) if is_name(t.text, vocabulary)]
    named = [b for b in boxes if any((rank := _rank(b.place, n)) is not None and 0 < rank[0] < 3 for n in names)]
    return boxes if len(named) >= max(2, _MOST_NAMED * len(boxes)) else []


def _with_chips(bar: Box, plan: Sorted) -> Box:
    """Return a bar with the chip right behind it, beyond which its name may stand."""
    for chip, _ in plan.chips:
        if same_row(chip.place, bar) and -0.005 <= chip.place.x0 - bar.x1 <= BESIDE / 2:
            return bar.union(chip.place)
    return bar


def _rank(bar: Box, text: Box) -> tuple[int, float] | None:
    """Return how closely a text goes with a bar, smaller is closer; None where it does not."""
    if bar.holds(*text.middle):
        return 0, 0.0
    if same_row(bar, text):
        behind, before = text.x0 - bar.x1, bar.x0 - text.x1
        if -0.005 <= behind <= BESIDE:
            return 1, behind
        if -0.005 <= before <= BESIDE:
            return 2, before
    above = bar.y0 - text.y1
    if -0.008 <= above <= ABOVE and text.x0 >= bar.x0 - 0.02 and bar.overlap_x(text) > 0:
        return 3, above
    return None


def milestones(plan: Sorted, vocabulary: Vocabulary) -> list[Bar]:
    """Return milestones that alone carry text: a diamond, dot or star with a bare text at or under it."""
    names = [t for t in plan.bare if is_name(t.text, vocabulary) and not meaning_of(t.text, vocabulary)]
    pairs = []
    for dot in plan.dots:
        for name in names:
            distance = name.ink.gap(dot.place)
            if distance <= 0.05:
                pairs.append((distance, dot, name))
    made, used = [], set()
    for _, dot, name in sorted(pairs, key=lambda p: (p[0], p[1].id, p[2].id)):
        if dot.id not in used and name.id not in used:
            used |= {dot.id, name.id}
            made.append(Bar(name, [dot]))
    return made
