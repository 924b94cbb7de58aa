"""Bullets and numbers in front of paragraphs, as printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from extract.readers.pptx.names import child, local, number
from veikart.core.blocks import Span

PLAIN = "•"
_SYMBOLS = {
    "§": "▪", "ü": "✓", "Ø": "➢", "q": "❑", "v": "❖", "l": "●", "n": "■", "à": "→", "è": "➔", "o": "□",
    "u": "◆", "w": "◆", "r": "❑", "p": "□", "û": "✗", "þ": "☑", "¨": "□", "·": "•", "Ÿ": "•", "ß": "←",
}  # fmt: skip
_TYPED = re.compile(r"^\s*(?:(?P<dot>[•▪●◦○◐◑◒◓◔◕■□▲△▼▽◆◇➢➤►✓✔→‣∙])\s*|(?P<dash>[-–—*])[ \t\u00a0]+)(?=\S)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet: its mark as printed ("" for none), and how it counts where it is a number."""

    mark: str = ""
    scheme: str = ""  # arabicPeriod, alphaLcParenR, …
    start: int = 1
    colour: str = ""  # of a bullet that was typed

    @property
    def shown(self) -> bool:
        """Tell whether something is printed."""
        return bool(self.mark or self.scheme)


def bullet_of(chain: Iterable[etree._Element]) -> Bullet:
    """Return the bullet that paragraph properties, nearest first, give."""
    font = ""
    for element in chain:
        holder = child(element, "a:buFont")
        if holder is not None and not font:
            font = holder.get("typeface", "")
        for part in element:
            kind = local(part)
            if kind == "buNone":
                return Bullet()
            if kind == "buChar":
                return Bullet(_symbol(part.get("char", PLAIN), font))
            if kind == "buBlip":
                return Bullet(PLAIN)
            if kind == "buAutoNum":
                return Bullet("", part.get("type", "arabicPeriod"), max(1, int(number(part.get("startAt"), 1))))
    return Bullet()


def typed_bullet(bullet: Bullet, text: str, spans: list[Span]) -> tuple[Bullet, str, list[Span]]:
    """Take a bullet that was typed in front of the text off it."""
    found = _TYPED.match(text)
    if not found:
        return bullet, text, spans
    left, kept = found.end(), []
    for span in spans:
        cut = min(left, len(span.text))
        left -= cut
        if span.text[cut:]:
            kept.append(replace(span, text=span.text[cut:]))
    return Bullet(found["dot"] or found["dash"], colour=spans[0].colour if spans else ""), text[found.end() :], kept


@dataclass(slots=True)
class Numbering:
    """Counts numbered paragraphs of one text body, level by level."""

    counts: dict[int, tuple[str, int]] = field(default_factory=dict)

    def next(self, bullet: Bullet, level: int, inked: bool) -> Bullet:
        """Return the bullet with its number printed; a paragraph without text neither counts nor breaks the count."""
        if not inked:
            return bullet
        for deeper in [key for key in self.counts if key > level]:
            del self.counts[deeper]
        if not bullet.scheme:
            self.counts.pop(level, None)
            return bullet
        scheme, count = self.counts.get(level, ("", 0))
        count = count + 1 if scheme == bullet.scheme else bullet.start
        self.counts[level] = (bullet.scheme, count)
        return replace(bullet, mark=printed_number(bullet.scheme, count))


def printed_number(scheme: str, count: int) -> str:
    """Return a number as a scheme such as "alphaLcParenR" prints it."""
    if scheme.startswith("alpha"):
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 5 + 1)
    elif scheme.startswith("roman"):
        text = _roman(count)
    else:
        text = str(count)
    if "Uc" in scheme:
        text = text.upper()
    if scheme.endswith("ParenBoth"):
        return f"({text})"
    if scheme.endswith("ParenR"):
        return f"{text})"
    return f"{text}." if scheme.endswith("Period") else text


def _roman(count: int) -> str:
    text, left = "", min(count, 39)
    for value, digits in _ROMAN:
        while left >= value:
            text, left = text + digits, left - value
    return text


def _symbol(char: str, font: str) -> str:
    if len(char) == 1 and 0xF000 <= ord(char) <= 0xF0FF:
        char, font = chr(ord(char) - 0xF000), font or "Wingdings"
    if font.lower().startswith(("wingding", "symbol", "webding")):
        return _SYMBOLS.get(char, PLAIN)
    return char or PLAIN
