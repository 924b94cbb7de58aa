"""Painted paths, shadings and pictures of a page, also inside form XObjects, with resolved colours."""

from ctypes import addressof, create_string_buffer
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from extract.readers.pdf import calls
from extract.readers.pdf.model import Shape, View
from extract.readers.pdf.outline import Point, describe
from veikart.core.blocks import UNKNOWN_COLOUR

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEPTH = 12
"""Form XObjects nested deeper than this are left alone."""
OBJECTS = 60_000
"""Page objects looked at on one page."""
SEGMENTS = 3_000
"""A path of more segments is a map or a drawing: only its bounds are read."""
DRAWING = 72
"""A curved path of more segments is a drawing, not a rounded box."""
OPAQUE_ENOUGH = 26
"""Paint with less alpha than this (of 255) is not seen."""
SEEN = 0.1
"""Points, or square points: smaller areas are left to the closer look."""
LINE_WIDTH = 3.0
"""Points below which an area is a rule."""
WAY = 60.0
"""Points across from which an open path that is only stroked is a way across the page, not a part of an icon."""
_CORNERED = frozenset({"chevron", "homePlate", "diamond", "triangle", "rightArrow", "other"})


def read_shapes(page: Any, view: View) -> list[Shape]:
    """Return what is painted on the page apart from text, in painting order."""
    return _Walk(view).page(page)


class _Walk:
    """One pass over the objects of a page."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.shown = view.matrix
        self.shapes: list[Shape] = []
        self.paints: dict[tuple[int, ...], str] = {}
        self.answer = create_string_buffer(calls.LARGEST)
        self.at = addressof(self.answer)
        self.seen = 0

    def page(self, page: Any) -> list[Shape]:
        self._objects(calls.address(page), pdfium.FPDFPage_CountObjects(page), calls.object_at, IDENTITY, "")
        return self.shapes

    def _objects(self, holder: int, count: int, object_at: Any, matrix: Matrix, form: str) -> None:
        for index in range(count):
            item = object_at(holder, index)
            self.seen += 1
            if not item or self.seen > OBJECTS:
                continue
            kind = calls.object_kind(item)
            if kind == calls.PATH:
                first = len(self.shapes)
                self._path(item, matrix, form)
                self._open_ways(item, first)
            elif kind == calls.FORM:
                self._form(item, matrix, form)
            elif kind == calls.IMAGE:
                self._area(item, matrix, "picture", "", form)
            elif kind == calls.SHADING:
                self._area(item, matrix, "other", UNKNOWN_COLOUR, form)

    def _form(self, item: int, matrix: Matrix, form: str) -> None:
        if form.count("/") >= DEPTH:
            return
        path = f"{form}/{self.seen}" if form else str(self.seen)
        self._objects(item, calls.form_count(item), calls.object_in_form, _times(self._matrix(item), matrix), path)

    def _matrix(self, item: int) -> Matrix:
        """Return the matrix of a page object, the identity where it has none."""
        return calls.MATRIX.unpack_from(self.answer) if calls.object_matrix(item, self.at) else IDENTITY

    def _area(self, item: int, matrix: Matrix, kind: str, fill: str, form: str, outline: str = "") -> None:
        at = self.at
        if calls.bounds(item, at, at + 4, at + 8, at + 12):
            box = self.view.show(*_map_box(calls.RECT.unpack_from(self.answer), matrix))
            self.shapes.append(Shape(*box, kind=kind, fill=fill, outline=outline, order=self.seen, form=form))

    def _path(self, item: int, matrix: Matrix, form: str) -> None:
        if not calls.draw_mode(item, self.at, self.at + 4):
            return
        fill_mode, stroke = calls.MODES.unpack_from(self.answer)
        fill = self._colour(item, calls.fill_colour) if fill_mode else ""
        outline = self._colour(item, calls.line_colour) if stroke else ""
        if not fill and not outline:
            return
        segments = calls.segment_count(item)
        if segments < 2 or segments > SEGMENTS or (segments > DRAWING and _curves_early(item)):
            self._area(item, matrix, "other", fill, form, outline)
            return
        full = _times(_times(self._matrix(item), matrix), self.shown)
        for points, curves in self._subpaths(item, segments):
            self._outline(points, curves, full, (fill, outline), form)

    def _open_ways(self, item: int, first: int) -> None:
        """Note the large strokes of a path that close nothing: a drawn road is no box around the texts beside it."""
        for shape in self.shapes[first:]:
            if shape.kind in _CORNERED and not shape.fill and max(shape.width, shape.height) > WAY and self._ends(item):
                shape.kind = "way"

    def _ends(self, item: int) -> bool:
        """Tell whether the last stroke of a path does not lead back to its start."""
        last = calls.segment_at(item, calls.segment_count(item) - 1)
        if calls.segment_closes(last):
            return False
        ends = []
        for segment in (calls.segment_at(item, 0), last):
            calls.segment_point(segment, self.at, self.at + 4)
            ends.append(calls.PAIR.unpack_from(self.answer))
        return ends[0] != ends[1]

    def _colour(self, item: int, ask: Any) -> str:
        """Return the paint as it looks on white, "" if it is not seen, "?" where it has no single colour."""
        at = self.at
        if not ask(item, at, at + 4, at + 8, at + 12):
            return UNKNOWN_COLOUR
        paint = calls.COLOUR.unpack_from(self.answer)
        if paint not in self.paints:
            self.paints[paint] = _on_white(*paint)
        return self.paints[paint]

    def _subpaths(self, item: int, count: int) -> list[tuple[list[Point], int]]:
        """Return the end points of each subpath, with the number of its curves."""
        found: list[tuple[list[Point], int]] = []
        answer, x, y, read = self.answer, self.at, self.at + 4, calls.PAIR.unpack_from
        points: list[Point] = []
        curves = bezier = 0
        for index in range(count):
            segment = calls.segment_at(item, index)
            kind = calls.segment_kind(segment)
            if kind == calls.MOVE:
                if len(points) > 1:
                    found.append((points, curves))
                points, curves, bezier = [], 0, 0
            elif kind == calls.CURVE:
                bezier += 1
                if bezier % 3:
                    continue  # a control point
                curves += 1
            calls.segment_point(segment, x, y)
            points.append(read(answer))
        if len(points) > 1:
            found.append((points, curves))
        return found

    def _outline(self, points: list[Point], curves: int, matrix: Matrix, paint: tuple[str, str], form: str) -> None:
        a, b, c, d, e, f = matrix
        shown = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
        xs, ys = [p[0] for p in shown], [p[1] for p in shown]
        box = (min(xs), min(ys), max(xs), max(ys))
        kind = "rect" if not curves and _is_plain(shown, box) else describe(shown, curves, box)
        if min(box[2] - box[0], box[3] - box[1]) < LINE_WIDTH and kind != "ellipse":
            kind = "line"
        if kind == "line" and max(box[2] - box[0], box[3] - box[1]) < LINE_WIDTH:
            kind = "other"
        self.shapes.append(Shape(*box, kind=kind, fill=paint[0], outline=paint[1], order=self.seen, form=form))


def _is_plain(points: list[Point], box: tuple[float, float, float, float]) -> bool:
    """Tell whether the points are the corners of an upright rectangle, exactly: most areas are, and are known fast."""
    if not (len(points) == 4 or (len(points) == 5 and points[4] == points[0])):
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[:4]
    upright = (ax == bx and by == cy and cx == dx and dy == ay) or (ay == by and bx == cx and cy == dy and dx == ax)
    wide, high = box[2] - box[0], box[3] - box[1]
    return upright and wide > SEEN and high > SEEN and wide * high > SEEN


def _curves_early(item: int) -> bool:
    """Tell whether the path starts like a drawing or letter, not like a box or a row of boxes."""
    return any(calls.segment_kind(calls.segment_at(item, i)) == calls.CURVE for i in range(1, 9))


def _on_white(red: int, green: int, blue: int, alpha: int) -> str:
    if alpha < OPAQUE_ENOUGH:
        return ""
    part = min(alpha, 255) / 255
    return "#" + "".join(f"{round(255 - part * (255 - min(c, 255))):02X}" for c in (red, green, blue))


def _times(a: Matrix, b: Matrix) -> Matrix:
    """Return the matrix that applies a, then b."""
    if b == IDENTITY:
        return a
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _map_box(box: tuple[float, float, float, float], m: Matrix) -> tuple[float, float, float, float]:
    if m == IDENTITY:
        return box
    corners = [(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]) for x in box[::2] for y in box[1::2]]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)
