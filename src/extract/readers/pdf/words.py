"""Characters of the text layer to words with place and style.

PDFium's text layer is asked once for all characters and then only for the first and last character of each word:
characters in between cost nothing. Words made of several text objects are taken apart character by character.
Compared with pdfplumber on the samples, on made decks and on eleven public ones: 99.0 to 100 % of its characters,
blanks aside; what it has more are footnote marks and text printed twice, which are left out here. Its word finder needs
every character's place and takes twice the time for 99 % of the same words: bench/finders.py.
"""

import math
import re
import unicodedata
from ctypes import addressof, c_ushort, cast, create_string_buffer
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from extract.readers.pdf import calls
from extract.readers.pdf.model import Style, View, Word
from extract.readers.pdf.pdfium import font_name
from veikart.core.text import remembered

Quad: TypeAlias = tuple[float, float, float, float]

HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at a line's end, where it hides the line break (asked one by one, U+0002)."""

TOKEN = re.compile(rf"[^\s{HYPHEN}\u00a0\u200b]+{HYPHEN}?|{HYPHEN}")
DROPPED = str.maketrans({0x00AD: None, 0x200B: None, 0xFEFF: None, 0x0000: None, 0x2010: "-", 0x2011: "-"})
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!r)|fett|(?<![a-z])bd(?![a-z])|-b$", re.I)
ITALIC_NAME = re.compile(r"italic|oblique|kursiv|(?<![a-z])it(?![a-z])", re.I)
SYMBOL_NAME = re.compile(r"wingdings|webdings|symbol|dingbat", re.I)
RAISED_DIGITS = re.compile(r"(?<=\w{3})[⁰¹²³⁴-⁹]{1,2}$")
"""A footnote mark that has characters of its own; after one or two letters it may be a unit."""
MARKS = frozenset({"*", "**", "†", "‡"})
BOLD_WEIGHT = 600
INVISIBLE = 3
"""Text render mode: neither fill nor stroke."""
RAISED_SIZE = 0.8
"""A footnote mark is at most this much of the word's size …"""
RAISED_BY = 0.2
"""… and its lower edge at least this much of the word's height above the word's."""
WIDE = 1.0
"""Of the type size: a blank this wide is either stretched, as in justified lines, or parts two columns."""
SEAM = 0.25
"""Of the type size: pieces of one word that lie closer are put together again."""
ASCENT, DESCENT = 0.8, 0.2
"""Of the type size: height of a line above and below its base line, the same for all fonts so that lines compare."""


TILTED = 12.0
"""Degrees up to which text is read as upright text is, as on a note that lies aslant."""


class TextLayer:
    """The text layer of one open page."""

    def __init__(self, text_page: Any, view: View) -> None:
        self.raw = text_page
        self._page = calls.address(text_page)
        self.view = view
        self.count = max(int(pdfium.FPDFText_CountChars(text_page)), 0)
        self.text = self._text()
        self._styles: dict[int, Style] = {}
        self._turned = False  # some text of the page is not upright
        self._known: dict[Style, Style] = {}
        self._runs: dict[int, int] = {}
        self._fonts: dict[int, tuple[str, bool, bool, bool]] = {}
        self._looks: dict[tuple[float | int, ...], Style] = {}
        self._answer = create_string_buffer(calls.LARGEST)
        self._at = addressof(self._answer)

    def words(self) -> list[Word]:
        """Return the words in the order of the text layer."""
        found: list[Word] = []
        end = -1
        for token in TOKEN.finditer(self.text):
            start, stop = token.span()
            self._take(start, stop, start != end and not (self._turned and self._made_up(start)), found)
            end = stop
        return [word for word in found if word.text]

    def _made_up(self, start: int) -> bool:
        """Tell whether the blank before the word is PDFium's guess in turned text, where it guesses wrong."""
        if not self.text[start - 1].isspace() or not pdfium.FPDFText_IsGenerated(self.raw, start - 1):
            return False
        item = self._object(start)
        return bool(item) and TILTED < self._styles[item].angle < 360 - TILTED

    def _text(self) -> str:
        buffer = (c_ushort * (self.count + 1))()
        pdfium.FPDFText_GetText(self.raw, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * self.count].decode("utf-16-le", "replace")
        if "\x00" in text or len(text) != self.count:
            unicode_of = pdfium.FPDFText_GetUnicode
            text = "".join(_character(unicode_of(self.raw, i)) for i in range(self.count))
        return text

    def _take(self, start: int, stop: int, spaced: bool, found: list[Word]) -> None:
        """Add the word of characters start to stop, or several where the style or the line changes in it."""
        first, head = self._object(start), self._place(start)
        if stop - start == 1:
            if first and head:
                self._add(start, stop, head, first, spaced, found)
            return
        last = self._object(stop - 1)
        if first != last or not first:
            middle = self._change(start, stop, first)
            self._take(start, middle, spaced, found)
            self._take(middle, stop, spaced and not first, found)
            return
        tail = self._place(stop - 1)
        if head and tail and _one_line(head, tail, self._styles[first].angle):
            self._add(start, stop, _around(head, tail), first, spaced, found)
        else:
            self._apart(start, stop, first, spaced, found)

    def _change(self, start: int, stop: int, first: int) -> int:
        """Return where the text object changes after start, by halving; objects hold characters in one piece."""
        low, high = start, stop - 1
        while high - low > 1:
            middle = (low + high) // 2
            if self._object(middle) == first:
                low = middle
            else:
                high = middle
        return high

    def _apart(self, start: int, stop: int, item: int, spaced: bool, found: list[Word]) -> None:
        """Add the word of one object in pieces: a new one wherever the line ends."""
        piece: Quad | None = None
        begun = start
        for index in range(start, stop):
            place = self._place(index)
            if not place:
                continue
            if piece and self._goes_on(piece, place, item):
                piece = _around(piece, place)
                continue
            if piece:
                self._add(begun, index, piece, item, spaced, found)
                spaced = False
            piece, begun = place, index
        if piece:
            self._add(begun, stop, piece, item, spaced, found)

    def _goes_on(self, piece: Quad, place: Quad, item: int) -> bool:
        """Tell whether the next character carries on the piece."""
        height = max(piece[3] - piece[1], 0.1)
        angle = self._styles[item].angle
        if not _one_line(piece, place, angle):
            return False
        return bool(angle) or (place[0] - piece[2] <= height and piece[0] - place[2] <= height)

    def _add(self, start: int, stop: int, box: Quad, item: int, spaced: bool, found: list[Word]) -> None:
        text = self.text[start:stop]
        if not text.isascii():
            text = unicodedata.normalize("NFC", _ligatures(text.replace(HYPHEN, "-").translate(DROPPED)))
            text = RAISED_DIGITS.sub("", text)
        style = self._styles[item]
        if not style.angle:
            base = self._base(start)
            box = (box[0], base - ASCENT * style.size, box[2], base + DESCENT * style.size)
        last = found[-1] if found else None
        if last and (text.isdigit() or text in MARKS) and _is_raised(text, box, style, last, spaced):
            return
        if not spaced and last and style == last.style and _adjoins(last, box, SEAM * style.size):
            last.text, last.x1 = last.text + text, box[2]
            return
        word = Word(text, box[0], box[1], box[2], box[3], style, self._runs[item], spaced)
        if last and spaced and last.run == word.run and word.x0 - last.x1 > WIDE * style.size:
            word.stretched = self.text[start - 1] == " " and not pdfium.FPDFText_IsGenerated(self.raw, start - 1)
        word.parted = self._follows_blank(start)
        found.append(word)

    def _follows_blank(self, start: int) -> bool:
        """Tell whether the word begins a line, and the line before ends in a blank that the text itself has."""
        end = start
        while end and self.text[end - 1] in "\r\n":
            end -= 1
        blank = 0 < end < start and self.text[end - 1] == " "
        return blank and not pdfium.FPDFText_IsGenerated(self.raw, end - 1)

    def _object(self, index: int) -> int:
        """Return the address of the character's text object, 0 for characters that PDFium made up."""
        address: int = calls.text_object(self._page, index) or 0
        if address and address not in self._styles:
            self._runs[address] = len(self._runs)
            style = self._styles[address] = self._read_style(index, address)
            self._turned = self._turned or style.angle != 0.0
        return address

    def _place(self, index: int) -> tuple[float, float, float, float] | None:
        if not calls.loose_box(self._page, index, self._at):
            return None
        left, top, right, bottom = calls.RECT.unpack_from(self._answer)
        return self.view.show(left, bottom, right, top)

    def _base(self, index: int) -> float:
        """Return the height of the character's base line."""
        at = self._at
        calls.origin(self._page, index, at, at + 8)
        x, y = calls.POINT.unpack_from(self._answer)
        return self.view.show(x, y, x, y)[1]

    def _read_style(self, index: int, item: int) -> Style:
        page, at, a, b, scale = self._page, self._at, 1.0, 0.0, 1.0
        if calls.text_matrix(page, index, at):
            a, b, c, d, _, _ = calls.MATRIX.unpack_from(self._answer)
            scale = math.hypot(c, d) or 1.0
        red, green, blue, alpha = 0, 0, 0, 255
        if calls.text_colour(page, index, at, at + 4, at + 8, at + 12):
            red, green, blue, alpha = calls.COLOUR.unpack_from(self._answer)
        font, mode = calls.text_font(item) or 0, calls.render_mode(item)
        size = abs(calls.font_size(page, index)) * scale  # mirrored type is below 0
        looks = (font, size, a, b, red, green, blue, alpha, mode)
        if looks not in self._looks:
            name, bold, italic, symbol = self._font(font, index)
            angle = round(90 * self.view.turns - math.degrees(math.atan2(b, a)), 1) % 360
            style = Style(
                font=name,
                size=round(size, 2),
                bold=bold or mode == 2,
                italic=italic,
                colour=f"#{red:02X}{green:02X}{blue:02X}",
                hidden=mode == INVISIBLE or alpha == 0,
                angle=0.0 if angle < 1 or angle > 359 else angle,
                symbol=symbol,
                faint=alpha < 140,
            )
            self._looks[looks] = self._known.setdefault(style, style)
        return self._looks[looks]

    def _font(self, font: int, index: int) -> tuple[str, bool, bool, bool]:
        """Return name, boldness, slant and whether it is a symbol font; the character at index is set in it."""
        if not font:
            return "", False, False, False
        known = self._fonts.get(font)
        if known is None:
            name = font_name(cast(font, pdfium.FPDF_FONT))
            weight = pdfium.FPDFText_GetFontWeight(self.raw, index)
            bold, italic, symbol = _told_by_name(name)
            bold = bold or (weight >= BOLD_WEIGHT and "regular" not in name.lower())
            known = self._fonts[font] = (name, bold, italic, symbol)
        return known


@remembered
def _told_by_name(name: str) -> tuple[bool, bool, bool]:
    """Return whether the name of a font tells that it is bold, slanted, or of symbols; each page asks of the same."""
    return bool(BOLD_NAME.search(name)), bool(ITALIC_NAME.search(name)), bool(SYMBOL_NAME.search(name))


def _character(code: int) -> str:
    if code == 2:
        return HYPHEN
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _around(a: Quad, b: Quad) -> Quad:
    return (
        a[0] if a[0] < b[0] else b[0],
        a[1] if a[1] < b[1] else b[1],
        a[2] if a[2] > b[2] else b[2],
        a[3] if a[3] > b[3] else b[3],
    )


def _one_line(a: Quad, b: Quad, angle: float) -> bool:
    """Tell whether two character boxes share a line of text at this angle."""
    if not angle and a[3] == b[3]:
        return True
    if angle % 180 > 45 and angle % 180 < 135:
        return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 * min(a[2] - a[0], b[2] - b[0])
    if angle:
        return True
    return min(a[3], b[3]) - max(a[1], b[1]) > 0.3 * min(a[3] - a[1], b[3] - b[1])


def _adjoins(word: Word, box: Quad, reach: float) -> bool:
    """Tell whether the box carries on the word's line within reach."""
    return abs(box[1] - word.y0) < 0.5 and abs(box[0] - word.x1) < reach


def _is_raised(text: str, box: Quad, style: Style, before: Word, spaced: bool) -> bool:
    """Tell whether a number or mark belongs to a footnote of the word before it."""
    if style.angle or len(text) > 2:
        return False
    small = style.size <= RAISED_SIZE * before.style.size
    height = before.y1 - before.y0
    return (
        small
        and before.y1 - box[3] > RAISED_BY * height
        and -height < box[0] - before.x1 < (0.16 if spaced else 0.3) * height
    )


def _ligatures(text: str) -> str:
    """Resolve the presentation forms of Latin ligatures, and nothing else."""
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
