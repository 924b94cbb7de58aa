"""What makes a text Markdown, and the parts of such a file that are no Markdown: front matter and template tags."""

import re

MIN_HEADINGS = 2

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DIAGRAM = re.compile(r" {0,3}(?:```|~~~)\s*mermaid\b")
_HEADING = re.compile(r" {0,3}#{1,6} +\S|#{1,6}[A-ZÆØÅÄÖÜ]\w")
_TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[A-ZÆØÅÄÖÜ]\w)", re.MULTILINE)
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*$")
_STATED = re.compile(r"\s*[\w-]+\s*:")
_FRONT_MATTER = 80  # lines
_TEMPLATE_TAG = re.compile(r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}", re.DOTALL)
_SHORTCODE = re.compile(r"(?<![\w:]):([a-z0-9_+-]{1,40}):(?![\w:]*\d)")
_DRAWN = {
    "white_check_mark": "✅", "heavy_check_mark": "✔", "check_mark": "✔", "ballot_box_with_check": "☑", "x": "❌",
    "construction": "🚧", "hourglass": "⏳", "hourglass_flowing_sand": "⏳", "arrows_counterclockwise": "🔄",
}  # fmt: skip


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text has the headings of Markdown, by its first characters: two of them, or front matter and one;
    a diagram drawn in text will do too.

    Headings inside fenced code are none: there they are comments.
    """
    lines = text.split("\n")
    stated, start = part_front_matter(lines)
    headings, fenced = int(bool(stated)), False
    for before, line in zip(["", *lines[start:]], lines[start:], strict=False):
        if _DIAGRAM.match(line):
            return True
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            underlined = bool(_UNDERLINE.match(line)) and before[:1].isalnum() and len(before) <= len(line) + 60
            headings += bool(_HEADING.match(line)) or underlined
        if headings >= MIN_HEADINGS:
            return True
    return False


def part_front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the "key: value" lines between two rules at the top, and the index of the first line behind them."""
    if not lines or lines[0].strip() not in {"---", "+++"}:
        return {}, 0
    rule = lines[0].strip()
    stated: dict[str, str] = {}
    for index, line in enumerate(lines[1:_FRONT_MATTER], 1):
        if line.strip() in {rule, "..."}:
            return stated, index + 1
        if _STATED.match(line) or "=" in line:
            key, _, value = line.partition(":" if rule == "---" else "=")
            stated.setdefault(key.strip().lower(), value.strip().strip("\"'"))
    return {}, 0


def with_blanks_behind_signs(text: str) -> str:
    """Return a text whose headings have the blank that today's Markdown asks for: "#Plan" is "# Plan"."""
    return _TIGHT_HEADING.sub(r"\1 ", text)


def without_template_tags(text: str) -> str:
    """Return a text without the tags of site generators ("{{ site.time }}"), emoji written by name as drawn."""
    text = _TEMPLATE_TAG.sub("", text) if "{" in text else text
    return _SHORTCODE.sub(lambda found: _DRAWN.get(found[1], found[0]), text) if ":" in text else text
