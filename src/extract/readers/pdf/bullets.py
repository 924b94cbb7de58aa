"""Bullets and list numbers before a line."""

import re

from extract.readers.pdf.model import Line, Word

SURE = frozenset("•◦▪▫‣⁃●○◐◑◒◓◔◕◆◇■□▲△▼▽▶►➢➤✓✔✗✘☐☑☒∙·")
"""Characters that are bullets wherever they start a line."""
EMPTY = frozenset("•◦▪▫‣⁃∙·")
"""Bullets that mean nothing without text; the others may be a status light or a tick."""
SYMBOLS = {"§": "▪", "Ø": "➢", "ü": "✓", "o": "◦", "n": "■", "l": "●", "q": "□", "v": "❖", "à": "→", "": "•"}
"""What letters of the dingbat fonts look like."""
NUMBER = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\(?[a-zæøå][.)]|[ivx]{1,4}[.)])$", re.IGNORECASE)
PRIVATE = range(0xE000, 0xF900)
SYMBOL_OFFSET = 0xF000
"""Dingbat fonts stand in the private use area from here."""
NUMBER_GAP = 0.42
"""Of the type size: a list number stands further from its text than words do; "1. halvår" is a sentence."""
DASH_GAP = 0.1
DASHES = frozenset("–—-*o§Øü→⇒")


def is_marker(word: Word) -> bool:
    """Tell whether the word by itself is a bullet or a list number."""
    text = word.text
    if len(text) == 1:
        return text in SURE or ord(text) in PRIVATE or word.style.symbol or text in DASHES
    return bool(NUMBER.match(text))


def marker_text(word: Word) -> str:
    """Return the bullet as it looks."""
    text = word.text
    if len(text) == 1 and ord(text) in PRIVATE:
        text = chr(ord(text) - SYMBOL_OFFSET) if SYMBOL_OFFSET + 32 <= ord(text) < SYMBOL_OFFSET + 256 else "•"
        return SYMBOLS.get(text, "•")
    if word.style.symbol:
        return SYMBOLS.get(text, "•")
    return text


def split_marker(line: Line) -> None:
    """Move a bullet or number at the line's start to its marker."""
    first = line.words[0]
    line.marker_colour = first.style.colour
    if len(line.words) > 1 and is_marker(first) and _stands_off(first, line.words[1:]):
        line.marker, line.marker_x = marker_text(first), first.x0
        line.words = line.words[1:]
        line.x0 = line.words[0].x0
        line.y0, line.y1 = min(w.y0 for w in line.words), max(w.y1 for w in line.words)
        line.size = max(w.style.size for w in line.words)
    elif first.text[0] in SURE and len(first.text) > 1:
        line.marker, line.marker_x = first.text[0], first.x0
        share = (first.x1 - first.x0) / len(first.text)
        first.text, first.x0 = first.text[1:], first.x0 + share
        line.x0 = first.x0
    elif len(line.words) == 1 and first.text in EMPTY:
        line.words = []


def _stands_off(mark: Word, rest: list[Word]) -> bool:
    """Tell whether the mark stands before the text as a bullet does, not as part of its sentence."""
    if mark.text in SURE or ord(mark.text[0]) in PRIVATE or mark.style.symbol:
        return True
    text = rest[0]
    gap = (text.x0 - mark.x1) / max(text.style.size, 1.0)
    if len(mark.text) == 1 or gap > NUMBER_GAP:
        return gap > DASH_GAP
    dated = len(rest) < 3 and rest[-1].text[:4].isdigit() and len(rest[-1].text) >= 4
    return gap > DASH_GAP and text.text[0].isupper() and not dated
