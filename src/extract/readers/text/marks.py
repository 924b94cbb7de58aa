"""What stands in front of a line: indentation, a bullet or number, a Markdown heading."""

import re
from dataclasses import dataclass

from veikart.core.calendar_words import tokens

TAB_STOP = 4
_DATE_LENGTH = 40

_BULLET = re.compile(r"(?P<mark>[•●◦○▪▫■□◆◇►▶▸‣⁃∙·➢➤➔→✓✔✗☐☑\uf000-\uf0ff]|[–—*+-](?=\s)|o(?=\s{2,}|\t))\s*(?=\S)")
_NUMBER = re.compile(r"(?P<mark>\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|\(?[a-hA-H]\))\s+(?=\S)")
_TASK = re.compile(r"\[(?P<state>[ xX])\]\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s*)+(?=\S)")
_UNDERLINE = re.compile(r"\s*(?:(?P<first>={3,})|-{3,})\s*$")
_COMMENT = re.compile(r"\s*(?:<!--.*-->|```\w*|~~~\w*)\s*$")
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
    bare = _QUOTE.sub("", line.strip(), count=1) if line.lstrip().startswith(">") else line.strip()
    indent = _columns(line[: len(line) - len(line.lstrip())])
    heading = _HEADING.match(bare)
    if heading:
        return Marked(heading["text"], indent, "", len(heading["mark"]))
    found = _BULLET.match(bare) or _NUMBER.match(bare)
    if found and not (found["mark"][0].isdigit() and _begins_with_date(bare)):
        return _task(Marked(bare[found.end() :], indent, found["mark"]))
    return Marked(bare, indent)


def underline_level(line: str) -> int:
    """Return the level of the heading that a line drawn below it makes, 0 where it is no such line."""
    found = _UNDERLINE.match(line)
    return 0 if found is None else 1 if found["first"] else 2


def is_markup(line: str) -> bool:
    """Tell whether a line is nothing but a comment or the fence of a code block."""
    return _COMMENT.match(line) is not None


def _task(marked: Marked) -> Marked:
    """Make the box of a task list its marker."""
    found = _TASK.match(marked.text)
    if found is None:
        return marked
    return Marked(marked.text[found.end() :], marked.indent, "☐" if found["state"] == " " else "☑")


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
