"""What is painted, as one sees it: fill and outline of one area joined, shadows and unseen paint left out."""

from dataclasses import replace

from extract.readers.pdf.model import Shape, Word
from veikart.core.blocks import UNKNOWN_COLOUR
from veikart.core.colour import distance

SAME = 1.6
"""Points by which fill and outline of one area may differ."""
SHADOW_REACH = 14.0
"""Points by which a shadow may stand out from its area."""
SHADOW_SHIFT = 7.0
"""Points by which a drawn shadow is moved from its area."""
STEP_COLOUR = 14.0
"""Distance of colours between two steps of a painted gradient."""
STEP_PART = 0.12
"""A step is smaller than the one before by at most this part."""
ONE_COLOUR = 26.0
"""Distance up to which the steps of a gradient are shades of one colour."""
SHADOW_AGE = 4
"""A shadow is painted at most this many objects before its area."""

STROKES = 12
"""So many small paths one after the other are a drawing."""
MOSTLY = 0.6
"""Part of a drawing's paths that are no plain figures."""
SMALL_PART = 0.12
"""Of the page's width: the largest path of a drawing."""
STRAY = 0.02
"""Of the page's width: a stroke this small beside a drawing belongs to it."""
REACH = 12.0
"""Points between neighbouring paths of one drawing."""


def tidy(shapes: list[Shape], width: float, height: float) -> list[Shape]:
    """Return the shapes that one sees on a page of this size, in painting order."""
    kept: list[Shape] = []
    for shape in shapes:
        if shape.x1 < -1 or shape.y1 < -1 or shape.x0 > width + 1 or shape.y0 > height + 1:
            continue
        before = kept[-1] if kept else None
        if before is not None and _one_area(before, shape):
            kept[-1] = _joined(before, shape)
            continue
        if before is not None and _is_step(before, shape):
            kept[-1] = _stepped(before, shape)
            continue
        while kept and _is_shadow(kept[-1], shape):
            kept.pop()
        kept.append(shape)
    return _named(_seen(kept))


def join_drawings(words: list[Word], shapes: list[Shape], width: float) -> list[Shape]:
    """Return the shapes with every logo or icon that many small paths draw made one picture."""
    if len(shapes) < STROKES:
        return shapes
    out: list[Shape] = []
    run: list[Shape] = []
    drawings: list[Shape] = []
    for shape in (*shapes, None):
        small = shape is not None and shape.kind != "picture" and max(shape.width, shape.height) < SMALL_PART * width
        if run and not (small and shape is not None and _near(run, shape)):
            drawing = _drawing(run, words)
            out += [drawing] if drawing else run
            drawings += [drawing] if drawing else []
            run = []
        if shape is not None:
            (run if small else out).append(shape)
    return _gathered(out, drawings, STRAY * width) if drawings else shapes


def _gathered(shapes: list[Shape], drawings: list[Shape], small: float) -> list[Shape]:
    """Let drawings that touch become one, and take in the small strokes about them."""
    homes: list[Shape] = []
    gone: set[int] = set()
    for drawing in drawings:
        home = next((h for h in homes if _touch(h, drawing)), None)
        if home is None:
            homes.append(drawing)
            continue
        gone.add(id(drawing))
        home.x0, home.y0 = min(home.x0, drawing.x0), min(home.y0, drawing.y0)
        home.x1, home.y1 = max(home.x1, drawing.x1), max(home.y1, drawing.y1)
    for shape in shapes:
        stray = shape.kind == "other" and max(shape.width, shape.height) < small
        if stray and any(_touch(h, shape) for h in homes):
            gone.add(id(shape))
    return [s for s in shapes if id(s) not in gone]


def _touch(a: Shape, b: Shape) -> bool:
    return a.x0 < b.x1 + REACH and b.x0 < a.x1 + REACH and a.y0 < b.y1 + REACH and b.y0 < a.y1 + REACH


def _near(run: list[Shape], shape: Shape) -> bool:
    """Tell whether the shape is painted beside the last few of the run."""
    return any(_touch(shape, s) for s in run[-8:])


def _drawing(run: list[Shape], words: list[Word]) -> Shape | None:
    """Return one picture for a run of strokes, None if it is not a drawing."""
    if len(run) < STROKES or sum(s.kind == "other" for s in run) < MOSTLY * len(run):
        return None
    x0, y0 = min(s.x0 for s in run), min(s.y0 for s in run)
    x1, y1 = max(s.x1 for s in run), max(s.y1 for s in run)
    if any(x0 < (w.x0 + w.x1) / 2 < x1 and y0 < (w.y0 + w.y1) / 2 < y1 for w in words):
        return None
    return Shape(x0, y0, x1, y1, "picture", order=run[0].order, form=run[0].form, name=run[0].name)


def _named(shapes: list[Shape]) -> list[Shape]:
    """Name each shape after its place in the painting order, and its part where one path draws several."""
    last, part = -1, 0
    for shape in shapes:
        part = part + 1 if shape.order == last else 0
        last = shape.order
        shape.name = f"{last}.{part}" if part else str(last)
    return shapes


def _one_area(a: Shape, b: Shape) -> bool:
    """Tell whether both paint the same area."""
    if "picture" in (a.kind, b.kind) or (a.kind == "line") != (b.kind == "line"):
        return False
    return (
        abs(a.x0 - b.x0) <= SAME and abs(a.x1 - b.x1) <= SAME and abs(a.y0 - b.y0) <= SAME and abs(a.y1 - b.y1) <= SAME
    )


def _joined(a: Shape, b: Shape) -> Shape:
    kind = a.kind if b.kind == "other" else b.kind
    return replace(a, kind=kind, fill=b.fill or a.fill, outline=b.outline or a.outline, last=b.order)


def _is_step(a: Shape, b: Shape) -> bool:
    """Tell whether b is the next step of a gradient that is painted as areas one over the other."""
    if a.outline or b.outline or "picture" in (a.kind, b.kind) or not a.fill or not b.fill or a.fill == b.fill:
        return False
    if b.order - a.last > SHADOW_AGE or not (
        a.steps or abs(a.width - b.width) < SAME or abs(a.height - b.height) < SAME
    ):
        return False
    gaps = (b.x0 - a.x0, b.y0 - a.y0, a.x1 - b.x1, a.y1 - b.y1)
    inside = all(g > -SAME for g in gaps) and sum(abs(g) < SAME for g in gaps) >= 2
    near = a.fill == UNKNOWN_COLOUR or distance(a.tint or a.fill, b.fill) < STEP_COLOUR
    thin = max(gaps) < STEP_PART * max(a.width, a.height) or a.steps > 1
    return inside and near and thin


def _stepped(a: Shape, b: Shape) -> Shape:
    """Return the gradient with one more step; unlike colours make its colour unknown."""
    fill = a.fill if a.fill != UNKNOWN_COLOUR and distance(a.fill, b.fill) < ONE_COLOUR else UNKNOWN_COLOUR
    return replace(a, fill=fill, tint=b.fill, steps=a.steps + 1, last=b.order)


def _is_shadow(a: Shape, b: Shape) -> bool:
    """Tell whether a, painted just before b, is b's shadow."""
    if b.kind == "picture" or b.order - a.order > SHADOW_AGE:
        return False
    if a.kind != "picture" and (not a.fill or a.outline or not b.fill or not _grey(a.fill)):
        return False
    shifts = (b.x0 - a.x0, b.y0 - a.y0, a.x1 - b.x1, a.y1 - b.y1)
    if a.kind == "picture":
        return all(-SAME <= s <= SHADOW_REACH for s in shifts) and a.width < 2 * b.width + 2 * SHADOW_REACH
    same_size = abs(a.width - b.width) <= SAME and abs(a.height - b.height) <= SAME
    return (
        same_size and b.kind != "line" and max(abs(s) for s in shifts) <= SHADOW_SHIFT and _overlap(a, b) > 0.6 * b.area
    )


def _overlap(a: Shape, b: Shape) -> float:
    return max(0.0, min(a.x1, b.x1) - max(a.x0, b.x0)) * max(0.0, min(a.y1, b.y1) - max(a.y0, b.y0))


def _grey(colour: str) -> bool:
    if len(colour) != 7:
        return False
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(parts) - min(parts) < 12


def _seen(shapes: list[Shape]) -> list[Shape]:
    """Leave out white areas on nothing but white."""
    kept: list[Shape] = []
    for shape in shapes:
        if shape.fill == "#FFFFFF" and not shape.outline and shape.kind != "line":
            under = [s for s in kept if s.fill not in {"", "#FFFFFF"} or s.kind == "picture"]
            if not any(_overlap(s, shape) > 0.2 * shape.area for s in under):
                continue
        kept.append(shape)
    return kept
