"""Plans drawn on a time axis, across the page or down it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from extract.claims import Claim, Draft, Use
from extract.deck import Deck
from extract.layout.axis import Axis
from extract.layout.cards import is_name
from extract.layout.labels import label_of, themed_label
from extract.layout.legend_entry import WHITE
from extract.layout.thing import POINTED, Thing
from extract.recognisers.drawn.gates import is_chart_page, is_figures, is_process, mostly_names
from extract.recognisers.drawn.grid import read_grid
from extract.recognisers.drawn.scene import Scene, scene_of
from extract.recognisers.drawn.status import is_dot
from extract.recognisers.values import say_owners
from veikart.core.blocks import Page
from veikart.core.geometry import Box, same_row
from veikart.core.records import Field
from veikart.core.text import mend

NAME = "timeline"
_KEY = "drawn.timeline"
_SURE, _SURE_OVER_CELLS = 0.9, 0.96  # bars over a table say more than its empty cells
_LOW = 0.6
_MIDDLE = 0.35
_MEET = 0.01
_NEAR, _SPANS = 0.06, 0.9  # from a band to the axis below it, in page heights, and the share of the axis it spans


def timeline(page: Page, deck: Deck) -> Claim | None:
    """Read the plans on a page that a time axis orders; the direction that explains more of the page wins."""
    claim = _best(page, deck)
    deck.shared.setdefault(_KEY, {})[page.number] = claim is not None
    return claim


def is_timeline(page: Page, deck: Deck) -> bool:
    """Tell whether a time axis orders the page."""
    known: dict[int, bool] = deck.shared.setdefault(_KEY, {})
    return known[page.number] if page.number in known else timeline(page, deck) is not None


def _best(page: Page, deck: Deck) -> Claim | None:
    scene = scene_of(page, deck)
    if is_chart_page(scene):
        return None
    claims = [claim for way in _ways(scene) if (claim := _read(way)) is not None]
    return max(claims, key=lambda c: len(c.drafts)) if claims else None


def _ways(scene: Scene) -> Sequence[Scene]:
    """Return the ways to read the page; of a calendar's months in rows the one in which month follows month."""
    if len(scene.ways) < 2:
        return scene.ways
    gapless = [way for way in scene.ways if (axes := way.axes()) and all(_is_gapless(axis) for axis in axes)]
    labels = [{b.id for axis in way.axes() for t in axis.labels for b in t.blocks} for way in scene.ways]
    return gapless if len(gapless) == 1 and labels[0] & labels[1] else scene.ways


def _is_gapless(axis: Axis) -> bool:
    periods = [c.meaning.period for c in axis.columns]
    return all(
        a is not None and b is not None and a.end is not None and b.start == a.end + timedelta(days=1)
        for a, b in pairwise(periods)
    )


def _read(scene: Scene) -> Claim | None:
    bare, scene = scene, with_cells(scene)
    axes = scene.axes()
    if not axes:
        axes = [a for a in scene.axes(themed=True) if _heads_boxes(scene, a) and not _has_statuses(scene)]
    axes = [a for a in axes if not _is_board_row(scene, a)]
    if not axes:
        return None
    claim = scene.claim(NAME, _SURE if scene is bare else _SURE_OVER_CELLS)
    for axis, area in areas(scene, axes):
        if is_figures([t for t in scene.texts if t not in axis.labels and area.holds(*t.place.middle)]):
            continue
        first = len(claim.drafts)
        read_grid(scene, axis, area, claim)
        _say_plan(scene, axis, area, claim, claim.drafts[first:], alone=len(axes) == 1)
    if not claim.drafts or not mostly_names(claim.drafts):
        return None
    if not any(c.meaning.period for axis in axes for c in axis.columns) and is_process(claim.drafts):
        return None
    if len(claim.drafts) == 1:
        claim.confidence = 0.6
    claim.problems += scene.legend.problems(scene.page.number)
    return claim


_LEAST_STATUSES = 3
_PAINTS = 2  # colours of such cells
_UNLIKE = 1.5  # times as wide as the narrowest: cells that span columns of an axis above them
_HALF = 0.6  # of the page: widest band over a plan that has something beside it


def _say_plan(scene: Scene, axis: Axis, area: Box, claim: Claim, drafts: Sequence[Draft], *, alone: bool) -> None:
    """Add what the band right above one of several axes names: whose plan it is, or what the plan is about.

    A plan `alone` may have one beside it that is no drawing; over a whole page the title says such things.
    """
    near = [
        t
        for t in scene.texts
        if t.boxed
        and t not in axis.labels
        and -_MEET <= axis.place.y0 - t.place.y1 <= _NEAR
        and t.place.overlap_x(axis.place) >= _SPANS * axis.place.width
        and area.x0 <= t.place.middle[0] <= area.x1
    ]
    band = max(near, key=lambda t: t.place.y1, default=None)
    if band is None or not (is_name(band.text, scene.deck.vocabulary) or scene.meaning(band).owners):
        return
    text = mend(band.text)
    owners = scene.deck.vocabulary.organisations_in(text)
    if alone and (not owners or band.place.width > _HALF):
        return
    claim.use(band.all_blocks, Use.OWNER if owners else Use.GROUP, "heading of a plan")
    for draft in drafts:
        if owners and not draft.says(Field.OWNERS):
            say_owners(draft, owners, text, band.blocks[0], "lane")
        elif not owners and not draft.says(Field.GROUP):
            draft.say(Field.GROUP, text, band.blocks[0], "lane")


def _has_statuses(scene: Scene) -> bool:
    """Tell whether headings of several statuses stand in a row or column: cards with dates below them make no axis."""
    heads = [t for t in scene.texts if t.boxed and scene.meaning(t).status is not None and len(t.blocks) == 1]
    first = heads[0].place if heads else None
    in_line = [t for t in heads if first is not None and (same_row(first, t.place) or first.overlap_x(t.place) > 0)]
    return len({scene.meaning(t).status for t in in_line}) >= _LEAST_STATUSES


def _is_board_row(scene: Scene, axis: Axis) -> bool:
    """Tell whether "now" and "next" stand in a row with a status such as "done": the headings of a board."""
    if any(column.meaning.period for column in axis.columns):
        return False
    row = [t for t in scene.texts if t not in axis.labels and same_row(t.place, axis.place)]
    return any(scene.meaning(t).status and t.boxed == axis.labels[0].boxed for t in row)


def with_cells(scene: Scene) -> Scene:
    """Return the scene with the cells of a table that is the plan's paper.

    Shapes are drawn over it, or its rules are the lines between columns whose labels stand above it.
    """
    if not scene.cells:
        return scene
    if not any(label_of(c) for c in scene.cells) and (scene.axes() or _arrows(scene)):
        return replace(scene, texts=(*scene.texts, *_as_boxes(scene.cells)))
    paper = [c.frame for c in scene.cells]
    around = Box(min(b.x0 for b in paper), min(b.y0 for b in paper), max(b.x1 for b in paper), max(b.y1 for b in paper))
    drawn = [
        t
        for t in (*scene.areas, *(t for t in scene.texts if t.boxed))
        if around.holds(*t.place.middle) and t.place.height < 0.12
    ]
    is_paper = len(drawn) >= 2 and not _are_lights(drawn, scene)
    return replace(scene, texts=(*scene.texts, *scene.cells)) if is_paper else scene


def _as_boxes(cells: Sequence[Thing]) -> list[Thing]:
    """Return the cells, painted ones of unlike widths as the boxes that they look like: a plan in a spreadsheet."""
    painted = [cell for cell in cells if cell.blocks[0].fill not in {"", WHITE}]
    widths = sorted(cell.frame.width for cell in painted)
    listed = any(cell.blocks[0].marker for cell in painted) or len({c.blocks[0].fill for c in painted}) < _PAINTS
    if listed or widths[-1] < _UNLIKE * widths[0]:
        return list(cells)
    ids = {cell.id for cell in painted}
    return [replace(c, place=c.frame, fill=c.blocks[0].fill) if c.id in ids else c for c in cells]


def _arrows(scene: Scene) -> list[Axis]:
    """Return the axes of arrows that carry a stage with its years."""
    return [axis for axis in scene.axes(themed=True) if _is_pointed(axis)]


def _is_pointed(axis: Axis) -> bool:
    return all(label.shape in POINTED for label in axis.labels)


def _are_lights(drawn: Sequence[Thing], scene: Scene) -> bool:
    """Tell whether all that is drawn over a table is a column of dots, as status lights are."""
    places = [t.place.middle[1 if scene.turned else 0] for t in drawn]
    return max(places) - min(places) < _MEET and all(is_dot(t, scene.aspect) for t in drawn)


def areas(scene: Scene, axes: Sequence[Axis]) -> list[tuple[Axis, Box]]:
    """Return the part of the page that each axis governs: below it to the next, above it where it stands low."""
    if _stand_under(scene, axes):
        tops = [0.0, *(a.place.y1 for a in axes[:-1])]
        return [(a, Box(0.0, top, 1.0, a.place.y0)) for a, top in zip(axes, tops, strict=True)]
    result = []
    for i, axis in enumerate(axes):
        below = [a.place.y0 for a in axes[i + 1 :] if _share(a, axis)]
        above = [a.place.y1 for a in axes[:i] if _share(a, axis)]
        top, bottom = axis.place.y1, min(below, default=1.0)
        if (
            not above
            and _has_boxes(scene, axis, 0.0, axis.place.y0)
            and not (axis.place.middle[1] < _MIDDLE and _has_boxes(scene, axis, top, bottom))
        ):
            top = 0.0
        left, right = _sides(axis, axes)
        result.append((axis, Box(left, top, right, min(bottom, _floor(scene, axis)))))
    kept = [pair for pair in result if _has_boxes(scene, pair[0], pair[1].y0, pair[1].y1)]
    return kept or result[:1]


def _sides(axis: Axis, axes: Sequence[Axis]) -> tuple[float, float]:
    """Return how far across a plan reaches: to the axes of plans beside it, whose lanes have names before them."""
    beside = [a for a in axes if a is not axis and same_row(a.place, axis.place)]
    left = max((a.end for a in beside if a.end <= axis.start + _MEET), default=0.0)
    return left, axis.end + _MEET if any(a.start >= axis.end - _MEET for a in beside) else 1.0


def _stand_under(scene: Scene, axes: Sequence[Axis]) -> bool:
    """Tell whether several axes stand one below the other, each under the plan that it orders."""
    if len(axes) < 2 or not all(_share(a, axes[0]) for a in axes):
        return False
    tops = [0.0, *(a.place.y1 for a in axes[:-1])]
    above = all(_has_boxes(scene, a, top, a.place.y0) for a, top in zip(axes, tops, strict=True))
    return above and not _has_boxes(scene, axes[-1], axes[-1].place.y1, _floor(scene, axes[-1]))


def _heads_boxes(scene: Scene, axis: Axis) -> bool:
    """Tell whether boxes stand under most columns: a row of boxes that each begin with a year is no axis.

    Under arrows that point on to each other bare texts will do.
    """
    pointed = _is_pointed(axis)
    below = [t for t in scene.texts if (t.boxed or pointed) and t not in axis.labels]
    below = [t for t in below if t.place.y0 >= axis.place.y1 - 0.01]
    boxes = [t.place for t in below if themed_label(t) is None]  # those are steps as the labels are
    held = sum(1 for c in axis.columns if any(c.start <= b.middle[0] <= c.end for b in boxes))
    return held * 2 > len(axis.columns)


def _floor(scene: Scene, axis: Axis) -> float:
    """Return where a plan ends at the latest: at a legend that stands under it."""
    place = scene.legend.place if scene.legend.own else None
    if place is None:
        return 1.0
    if scene.turned and (place.y1 <= axis.start or place.y0 >= axis.end):
        return 1.0  # over or under the rows, beside the title
    top = place.x0 if scene.turned else place.y0
    return top if top > max(_LOW, axis.place.y1 + 0.1) else 1.0


def _share(a: Axis, b: Axis) -> bool:
    return a.place.overlap_x(b.place) > 0.3 * min(a.place.width, b.place.width)


def _has_boxes(scene: Scene, axis: Axis, top: float, bottom: float) -> bool:
    """Tell whether at least two things stand in this stretch under or over the axis."""
    used = {t.id for t in axis.labels}
    things = [t for t in (*scene.texts, *scene.areas) if t.id not in used]
    inside = [t for t in things if top <= t.place.middle[1] <= bottom and axis.start <= t.place.middle[0] <= axis.end]
    return len(inside) >= 2
