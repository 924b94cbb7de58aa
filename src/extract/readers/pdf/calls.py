"""PDFium's calls that a page asks thousands of times, with plain addresses for handles and buffers.

pypdfium2 wraps handles and results in pointers of their own type, which costs as much again as the call. The calls are
so short that the interpreter's lock is kept. (64-bit systems have one calling convention, that of PYFUNCTYPE.)
"""

from ctypes import PYFUNCTYPE, c_double, c_int, c_ulong, c_void_p, cast
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium


def address(handle: Any) -> int:
    """Return where a handle of pypdfium2 points, 0 for none."""
    return cast(handle, c_void_p).value or 0


def _plain(call: Any, result: Any, *arguments: Any) -> Any:
    return PYFUNCTYPE(result, *arguments)(address(call))


_A, _I = c_void_p, c_int

RECT = Struct("4f")
"""Left, top, right, bottom of a character's box; left, bottom, right, top of an object's bounds."""
MATRIX = Struct("6f")
POINT = Struct("2d")
PAIR = Struct("2f")
COLOUR = Struct("4I")
MODES = Struct("2i")
"""How a path is filled, and whether it is stroked."""
LARGEST = MATRIX.size
"""Bytes of the largest answer."""

PATH, IMAGE, SHADING, FORM = 2, 3, 4, 5
"""Kinds of page objects, as FPDF_PAGEOBJ_… tells them."""
CURVE, MOVE = 1, 2
"""Kinds of segments, as FPDF_SEGMENT_… tells them."""

# Text page and index of a character first.
text_object = _plain(pdfium.FPDFText_GetTextObject, _A, _A, _I)
loose_box = _plain(pdfium.FPDFText_GetLooseCharBox, _I, _A, _I, _A)
origin = _plain(pdfium.FPDFText_GetCharOrigin, _I, _A, _I, _A, _A)
text_matrix = _plain(pdfium.FPDFText_GetMatrix, _I, _A, _I, _A)
text_colour = _plain(pdfium.FPDFText_GetFillColor, _I, _A, _I, _A, _A, _A, _A)
font_size = _plain(pdfium.FPDFText_GetFontSize, c_double, _A, _I)
has_no_meaning = _plain(pdfium.FPDFText_HasUnicodeMapError, _I, _A, _I)

# The page, the form or the page object first.
object_at = _plain(pdfium.FPDFPage_GetObject, _A, _A, _I)
object_in_form = _plain(pdfium.FPDFFormObj_GetObject, _A, _A, c_ulong)
form_count = _plain(pdfium.FPDFFormObj_CountObjects, _I, _A)
bounds = _plain(pdfium.FPDFPageObj_GetBounds, _I, _A, _A, _A, _A, _A)
object_kind = _plain(pdfium.FPDFPageObj_GetType, _I, _A)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _I, _A, _A)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _I, _A, _A, _A)
fill_colour = _plain(pdfium.FPDFPageObj_GetFillColor, _I, _A, _A, _A, _A, _A)
line_colour = _plain(pdfium.FPDFPageObj_GetStrokeColor, _I, _A, _A, _A, _A, _A)
text_font = _plain(pdfium.FPDFTextObj_GetFont, _A, _A)
render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _I, _A)

# Segments of a path.
segment_count = _plain(pdfium.FPDFPath_CountSegments, _I, _A)
segment_at = _plain(pdfium.FPDFPath_GetPathSegment, _A, _A, _I)
segment_kind = _plain(pdfium.FPDFPathSegment_GetType, _I, _A)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, _I, _A, _A, _A)
segment_closes = _plain(pdfium.FPDFPathSegment_GetClose, _I, _A)
