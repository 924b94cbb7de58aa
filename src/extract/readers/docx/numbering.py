"""Lists: the bullet or number that Word prints in front of a paragraph."""

from dataclasses import dataclass

from lxml import etree

from extract.readers.docx.names import W, child, value, whole

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SYMBOLS = {
    0xB7: "•",
    0xA7: "▪",
    0xD8: "➢",
    0xFC: "✓",
    0xFB: "✗",
    0xE0: "→",
    0xE8: "➔",
    0xFE: "☑",
    0xA8: "☐",
    0x6E: "■",
    0x6F: "□",
    0x76: "❖",
    0x2D: "–",
}
_PRIVATE = range(0xF000, 0xF100)


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


class Numbering:
    """The lists of a document. Counts on as paragraphs are asked about in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def marker(self, number: str, level: int) -> str:
        """Return what is printed before the next paragraph of a list, "" for a list that is not there."""
        if number not in self._lists or not 0 <= level < _LEVELS:
            return ""
        abstract, levels = self._lists[number]
        level = level if level in levels else 0
        own = levels.get(level, _Level())
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        if own.form == "bullet":
            return symbol(own.text) or "•"
        if own.form == "none":
            return ""
        text = own.text
        for index in range(level + 1):
            other = levels.get(index, _Level())
            text = text.replace(f"%{index + 1}", _written(counts.get(index, other.start), other.form))
        return text.strip()

    def _read(self, root: etree._Element) -> None:
        abstracts = {e.get(W + "abstractNumId", ""): _levels(e) for e in root.iterfind(W + "abstractNum")}
        for number in root.iterfind(W + "num"):
            identity = number.get(W + "numId", "")
            abstract = value(number, "abstractNumId")
            levels = dict(abstracts.get(abstract, {}))
            overrides = list(number.iterfind(W + "lvlOverride"))
            for override in overrides:
                index = whole(override.get(W + "ilvl", ""))
                levels |= _levels(override)
                if start := value(override, "startOverride"):
                    old = levels.get(index, _Level())
                    levels[index] = _Level(whole(start, 1), old.form, old.text)
            # A list that starts anew counts for itself; others of the same kind count on together.
            self._lists[identity] = (f"{abstract}/{identity}" if overrides else abstract, levels)


def symbol(text: str) -> str:
    """Return a printable sign for a character of a symbol font, the text itself where it is plain."""
    if len(text) != 1:
        return text.strip()
    code = ord(text)
    if code in _PRIVATE:
        return _SYMBOLS.get(code - _PRIVATE.start, "•")
    return "–" if text == "-" else text if text != "o" else "○"


def font_symbol(code: str) -> str:
    """Return a printable sign for the hexadecimal code of a w:sym, "" for one that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(number - _PRIVATE.start if number in _PRIVATE else number, "")


def _levels(element: etree._Element) -> dict[int, _Level]:
    return {
        whole(level.get(W + "ilvl", "")): _Level(
            whole(value(level, "start"), 1), value(level, "numFmt") or "decimal", _level_text(level)
        )
        for level in element.iterfind(W + "lvl")
    }


def _level_text(level: etree._Element) -> str:
    found = child(level, "lvlText")
    return found.get(W + "val", "") if found is not None else ""


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, letters in (*_ROMAN, *_ROMAN_LOW):
        count, number = divmod(max(number, 0), worth)
        text += letters * min(count, 10)
    return text
