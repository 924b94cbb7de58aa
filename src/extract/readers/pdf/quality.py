"""Whether a page's text layer can be used: text that means nothing, and pages that are pictures."""

import re
from typing import Any

from extract.readers.pdf import calls
from extract.readers.pdf.model import Shape, View, Word
from veikart.core.problems import Code, Level, Problem, problem

ODD = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
"""Control characters, private use and the mark of a missing meaning."""
SAMPLE = 60
"""Characters looked at for a missing Unicode meaning."""
GARBLED = 0.2
"""Share of characters without meaning from which the text is of no use."""
FEW_CHARACTERS = 12
"""A text shorter than this is judged only by whether most of it is without meaning."""
LEAST_CHARACTERS = 3
"""A text shorter than this is not judged at all."""
FEW_WORDS = 12
"""A page with no more words than this may be a picture with a footer."""
LARGE_PICTURE = 0.4
"""Part of the page that makes a picture the page's content."""
DRAWN_LETTERS = 60
"""Filled curves from which a page without text may hold letters that are drawn."""


def is_garbled(text: str, raw: Any) -> bool:
    """Tell whether too many characters of the text layer have no Unicode meaning."""
    shown = len("".join(text.split()))
    if shown < FEW_CHARACTERS:
        return shown >= LEAST_CHARACTERS and 2 * len(ODD.findall(text)) > shown
    if len(ODD.findall(text)) > GARBLED * shown:
        return True
    sample = range(0, len(text), max(1, len(text) // SAMPLE))
    page = calls.address(raw)
    errors = sum(calls.has_no_meaning(page, i) == 1 for i in sample)
    return bool(errors > GARBLED * len(sample))


def judge(words: list[Word], shapes: list[Shape], view: View, number: int, garbled: bool) -> list[Problem]:
    """Return the problems of the page's text layer."""
    if garbled:
        return [problem(Code.GARBLED_TEXT, Level.WARNING, number)]
    seen = [w for w in words if not w.style.hidden]
    page = view.width * view.height
    pictures = [s for s in shapes if s.kind == "picture"]
    covered = min(sum(_on_page(s, view) for s in pictures) / page, 1.0) if page else 0.0
    if covered >= LARGE_PICTURE and len(seen) <= FEW_WORDS:
        if words and not seen:
            return []  # recognised text lies unseen over the picture
        level = Level.WARNING if not seen else Level.NOTE
        return [problem(Code.PICTURE_PAGE, level, number, share=round(100 * covered))]
    if not words and sum(s.kind == "other" and bool(s.fill) for s in shapes) >= DRAWN_LETTERS:
        return [problem(Code.NO_TEXT, Level.WARNING, number)]
    return []


def _on_page(shape: Shape, view: View) -> float:
    wide = min(shape.x1, view.width) - max(shape.x0, 0.0)
    high = min(shape.y1, view.height) - max(shape.y0, 0.0)
    return max(wide, 0.0) * max(high, 0.0)
