"""From bytes to text: UTF-8, UTF-16, and the eight-bit encodings that Nordic files come in."""

import codecs
import re

from veikart.core.problems import Code, Level, Problem, problem

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EIGHT_BIT = ("cp1252", "mac_roman", "cp865")
_NORDIC = "æøåÆØÅäöÄÖéüóèêôàðþ–—•“”«»’"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff\ufffe]")
_NUL_SHARE = 0.3
_CONTROL_SHARE = 0.02
_STRANGE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def looks_like_text(head: bytes) -> bool:
    """Tell whether bytes are text in one of the known encodings rather than a binary file."""
    if any(head.startswith(mark) for mark, _ in _BOMS) or _wide(head):
        return True
    return len(_STRANGE.findall(head)) <= _CONTROL_SHARE * len(head)


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """Return the text of a file with LF line ends and no control characters but tab and form feed.

    An encoding that had to be guessed is told by a problem.
    """
    text, guessed = _decoded(data)
    notes = [problem(Code.ENCODING_GUESSED, Level.NOTE, encoding=guessed)] if guessed else []
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _CONTROL.sub("", text.replace("\x0b", " ").replace("\x85", "\n")), notes


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ""
    wide = _wide(data[:65_536])
    if wide:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _mixed(data)


def _wide(head: bytes) -> str:
    """Name the two-byte encoding whose empty halves the bytes show, "" for none."""
    pairs = len(head) // 2
    if pairs < 2:
        return ""
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > _NUL_SHARE * pairs and even * 10 < odd:
        return "utf-16-le"
    if even > _NUL_SHARE * pairs and odd * 10 < even:
        return "utf-16-be"
    return ""


def _mixed(data: bytes) -> tuple[str, str]:
    """Decode line by line: UTF-8 where it holds, else the eight-bit encoding that gives most Nordic letters."""
    lines = data.split(b"\n")
    plain: list[str | None] = []
    for line in lines:
        try:
            plain.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            plain.append(None)
    odd = b"\n".join(line for line, text in zip(lines, plain, strict=True) if text is None)
    name = max(_EIGHT_BIT, key=lambda encoding: (_nordic(odd, encoding), -_EIGHT_BIT.index(encoding)))
    texts = [text if text is not None else raw.decode(name, "replace") for raw, text in zip(lines, plain, strict=True)]
    wide = any(text is not None and not text.isascii() for text in plain)
    return "\n".join(texts), f"utf-8 + {name}" if wide else name


def _nordic(data: bytes, encoding: str) -> int:
    text = data.decode(encoding, "replace")
    return 2 * sum(text.count(letter) for letter in _NORDIC) - sum(not c.isascii() for c in text)
