"""How the report says things: periods, statuses with their signs, plain numbers, alphabetical order."""

from collections.abc import Iterable, Sequence

from export.cells import document_address
from export.report.html import Markup, h
from export.rows import Content
from veikart.core.dates_told import edition_told, period_told, step_value_told
from veikart.core.messages import Catalogue
from veikart.core.outcome import Measure
from veikart.core.records import Record

SIGNS = {
    "in_operation": "●",
    "ongoing": "◐",
    "planned": "○",
    "not_started": "□",
    "under_consideration": "?",
    "done": "✓",
    "": "–",
}
"""One sign for each status, so that colour is never alone."""

LEVEL_SIGNS = {"error": "✖", "warning": "⚠", "note": "ℹ"}
"""One sign for each level of problem."""

_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})  # behind z, in the order of Norwegian
_SNIPPET = 400


class Words:
    """The texts of one report, with the look-ups that its parts share."""

    def __init__(self, catalogue: Catalogue, content: Content) -> None:
        self.catalogue = catalogue
        self.content = content
        self.measures = {m.id: m for m in content.outcome.measures}

    def say(self, key: str, **values: object) -> str:
        """Return a text of the report."""
        return self.catalogue.text(f"report.{key}", **values)

    def count(self, key: str, number: int) -> str:
        """Return "1 tiltak", "2 dokumenter": the text under `key_one` or `key_many` with the number."""
        return self.say(f"{key}_{'one' if number == 1 else 'many'}", count=number)

    def status(self, status: str) -> str:
        """Return the status in words with its sign."""
        word = self.catalogue.label("status", status) if status else self.say("status_unknown")
        return f"{SIGNS.get(status, '–')} {word}"

    def period(self, start: str, end: str) -> str:
        """Return a period in words; "" where nothing is known of it."""
        return period_told(start, end, self.catalogue)

    def edition(self, text: str) -> str:
        """Return an edition as it calls itself, one that is a date as all dates are."""
        return edition_told(text, self.catalogue)

    def step_value(self, text: str) -> str:
        """Return what a step of evidence looked at."""
        return step_value_told(text, self.catalogue)

    def place(self, record: Record) -> Markup:
        """Return where a record stands, as a link to its document and page."""
        return self.where(record.document, record.page, record.line_start)

    def page_only(self, record: Record) -> Markup:
        """Return a link to a record's page or line, for where its document is named already."""
        shown = self.content.page(record.document, record.page)
        return self.where(record.document, record.page, record.line_start, told=str(shown or record.line_start or "…"))

    def where(self, document: str, page: int, line: int = 0, told: str = "") -> Markup:
        """Return a link to a document, with the page where it has pages; `told` takes the place of its words."""
        shown = self.content.page(document, page)
        anchor = f"#page={shown}" if shown and document.lower().endswith(".pdf") else ""
        place = self.say("page", page=shown) if shown else self.say("line", line=line) if line else ""
        name = ", ".join(part for part in (document, place) if part)
        return h("a", told or name, href=document_address(document) + anchor)

    def measure(self, key: str) -> Markup:
        """Return a link to a measure's row; its id alone where it is no longer there."""
        measure = self.measures.get(key)
        return h("a", measure.name, href=f"#{key}") if measure else h("code", key)


def cut(text: str, length: int = _SNIPPET) -> str:
    """Return a text of at most this many characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def alphabetical(text: str) -> str:
    """Return a key that sorts as Norwegian does: æ, ø, å last, quotes and case aside."""
    return text.casefold().lstrip(" «»\"'(–-").translate(_ALPHABET)


def by_name(measures: Iterable[Measure]) -> list[Measure]:
    """Return measures in alphabetical order."""
    return sorted(measures, key=lambda m: (alphabetical(m.name), m.id))


def ranges(numbers: Sequence[int]) -> str:
    """Return page numbers with runs drawn together: "1–3, 8"."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in parts)
