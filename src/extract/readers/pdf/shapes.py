"""Painted paths, shadings and pictures of a page, also inside form XObjects, with resolved colours."""

from ctypes import CFUNCTYPE, byref, c_float, c_int, c_uint, c_void_p, cast
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from extract.readers.pdf.model import Shape, View
from extract.readers.pdf.outline import Point, describe
from extract.readers.pdf.pdfium import bounds_of, object_matrix
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


def _plain(kind: Any, call: Any) -> Any:
    """Return one of PDFium's calls with plain addresses for its arguments: half the cost in a loop over segments."""
    return kind(cast(call, c_void_p).value or 0)


SEGMENT_AT = _plain(CFUNCTYPE(c_void_p, c_void_p, c_int), pdfium.FPDFPath_GetPathSegment)
KIND_OF = _plain(CFUNCTYPE(c_int, c_void_p), pdfium.FPDFPathSegment_GetType)
POINT_OF = _plain(CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p), pdfium.FPDFPathSegment_GetPoint)


def read_shapes(page: Any, view: View) -> list[Shape]:
    """Return what is painted on the page apart from text, in painting order."""
    return _Walk(view).page(page)


class _Walk:
    """One pass over the objects of a page."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.shown = view.matrix
        self.shapes: list[Shape] = []
        self.paints: dict[tuple[int, int, int, int], str] = {}
        self.channels = (c_uint(), c_uint(), c_uint(), c_uint())
        self.asked = tuple(byref(channel) for channel in self.channels)
        self.seen = 0

    def page(self, page: Any) -> list[Shape]:
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            self._object(pdfium.FPDFPage_GetObject(page, index), IDENTITY, "")
        return self.shapes

    def _object(self, item: Any, matrix: Matrix, form: str) -> None:
        self.seen += 1
        if not item or self.seen > OBJECTS:
            return
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix, form)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            self._form(item, matrix, form)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._area(item, matrix, "picture", "", form)
        elif kind == pdfium.FPDF_PAGEOBJ_SHADING:
            self._area(item, matrix, "other", UNKNOWN_COLOUR, form)

    def _form(self, item: Any, matrix: Matrix, form: str) -> None:
        if form.count("/") >= DEPTH:
            return
        inner = _times(object_matrix(item), matrix)
        path = f"{form}/{self.seen}" if form else str(self.seen)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            self._object(pdfium.FPDFFormObj_GetObject(item, index), inner, path)

    def _area(self, item: Any, matrix: Matrix, kind: str, fill: str, form: str, outline: str = "") -> None:
        bounds = bounds_of(item)
        if bounds:
            box = self.view.show(*_map_box(bounds, matrix))
            self.shapes.append(Shape(*box, kind=kind, fill=fill, outline=outline, order=self.seen, form=form))

    def _path(self, item: Any, matrix: Matrix, form: str) -> None:
        fill_mode, stroke = c_int(), c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, byref(fill_mode), byref(stroke)):
            return
        fill = self._colour(item, pdfium.FPDFPageObj_GetFillColor) if fill_mode.value else ""
        outline = self._colour(item, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else ""
        if not fill and not outline:
            return
        segments = pdfium.FPDFPath_CountSegments(item)
        if segments < 2 or segments > SEGMENTS or (segments > DRAWING and _curves_early(item)):
            self._area(item, matrix, "other", fill, form, outline)
            return
        full = _times(_times(object_matrix(item), matrix), self.shown)
        for points, curves in _subpaths(item, segments):
            self._outline(points, curves, full, (fill, outline), form)

    def _colour(self, item: Any, ask: Any) -> str:
        """Return the paint as it looks on white, "" if it is not seen, "?" where it has no single colour."""
        if not ask(item, *self.asked):
            return UNKNOWN_COLOUR
        red, green, blue, alpha = (channel.value for channel in self.channels)
        paint = (red, green, blue, alpha)
        if paint not in self.paints:
            self.paints[paint] = _on_white(red, green, blue, alpha)
        return self.paints[paint]

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


def _curves_early(item: Any) -> bool:
    """Tell whether the path starts like a drawing or letter, not like a box or a row of boxes."""
    kinds = [pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(item, i)) for i in range(1, 9)]
    return pdfium.FPDF_SEGMENT_BEZIERTO in kinds


def _subpaths(item: Any, count: int) -> list[tuple[list[Point], int]]:
    """Return the end points of each subpath, with the number of its curves."""
    found: list[tuple[list[Point], int]] = []
    x, y = c_float(), c_float()
    bx, by = byref(x), byref(y)
    path = cast(item, c_void_p)
    points: list[Point] = []
    curves = bezier = 0
    for index in range(count):
        segment = SEGMENT_AT(path, index)
        kind = KIND_OF(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                found.append((points, curves))
            points, curves, bezier = [], 0, 0
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            bezier += 1
            if bezier % 3:
                continue  # a control point
            curves += 1
        POINT_OF(segment, bx, by)
        points.append((x.value, y.value))
    if len(points) > 1:
        found.append((points, curves))
    return found


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
