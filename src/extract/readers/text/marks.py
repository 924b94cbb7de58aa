"""What stands in front of a line: indentation, a bullet or number, a Markdown heading."""

import re
from dataclasses import dataclass

from veikart.core.calendar_words import tokens

TAB_STOP = 4
_DATE_LENGTH = 40

_BULLET = re.compile(r"(?P<mark>[•●◦○▪▫■□◆◇►▶▸‣⁃∙·➢➤➔→✓✔✗☐☑\uf000-\uf0ff]|[–—*+-](?=\s)|o(?=\s{2,}|\t))\s*(?=\S)")
_NUMBER = re.compile(r"(?P<mark>\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|\(?[a-hA-H]\))\s+(?=\S)")
_HEADING = re.compile(r"(?P<mark>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\((?:[^()\s]{0,2000})(?:\s+\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line taken apart. `heading` is the level of a Markdown heading, 0 for none."""

    text: str
    indent: int = 0
    marker: str = ""
    heading: int = 0


def take_apart(line: str) -> Marked:
    """Part a line into indentation, marker and text; the trailing blank is left out."""
    bare = line.strip()
    indent = _columns(line[: len(line) - len(line.lstrip())])
    heading = _HEADING.match(bare)
    if heading:
        return Marked(heading["text"], indent, "", len(heading["mark"]))
    found = _BULLET.match(bare) or _NUMBER.match(bare)
    if found and not (found["mark"][0].isdigit() and _begins_with_date(bare)):
        return Marked(bare[found.end() :], indent, found["mark"])
    return Marked(bare, indent)


def _begins_with_date(text: str) -> bool:
    """Tell whether a number in front belongs to a date: "28. mars", "2. halvår"."""
    first = next(iter(tokens(text[:_DATE_LENGTH])), None)
    return first is not None and first.start == 0


def plain_markdown(text: str) -> str:
    """Return the text without Markdown's signs for links and bold."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _EMPHASIS.sub(r"\2", text)
    return text


def _columns(blanks: str) -> int:
    column = 0
    for blank in blanks:
        column += TAB_STOP - column % TAB_STOP if blank == "\t" else 1
    return column
