"""Documents, records (mentions of measures) with statements, and a document's own links between names."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from veikart.core.geometry import Box
from veikart.core.problems import Problem


class Role(StrEnum):
    """What a mention is in its document."""

    MEASURE = "measure"
    NEED = "need"  # overordnet behov
    COMMON = "common"  # left column of a crosswalk
    MEMBER = "member"  # right column of a crosswalk
    PROPOSAL = "proposal"
    ACTIVITY = "activity"


class Status(StrEnum):
    """Where a measure stands."""

    IN_OPERATION = "in_operation"
    ONGOING = "ongoing"
    PLANNED = "planned"
    NOT_STARTED = "not_started"
    UNDER_CONSIDERATION = "under_consideration"
    DONE = "done"


class Field(StrEnum):
    """The fields a statement can be about; those of MANY hold several values."""

    TITLE = "title"
    NAME = "name"
    QUALIFIERS = "qualifiers"
    ALIASES = "aliases"
    OWNERS = "owners"
    PERIOD_START = "period_start"
    PERIOD_END = "period_end"
    PERIOD_TEXT = "period_text"
    STATUS = "status"
    STATUS_TEXT = "status_text"
    GROUP = "group"
    PARENT = "parent"
    DESCRIPTION = "description"
    FILL = "fill"


MANY = frozenset({Field.QUALIFIERS, Field.ALIASES, Field.OWNERS})
"""Fields with a list of values; of every other field a record has at most one chosen value."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field, where it was read, and how."""

    field: Field
    value: str
    original: str = ""  # as printed, where that differs from the value
    page: int = 0
    box: Box | None = None
    snippet: str = ""
    method: str = ""  # "timeline-x", "caption", "legend-colour", "table-cell", "run-in", "nearness", …
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Record:
    """One mention of a measure in a document.

    The id hashes document and anchor, never the cleaned title. `listing` names the list, column or table that the
    mention is an item of: two records of one listing are different measures unless the document says otherwise.
    """

    id: str
    document: str
    anchor: str
    page: int
    role: Role
    statements: tuple[Statement, ...]
    box: Box | None = None
    line_start: int = 0
    line_end: int = 0
    listing: str = ""
    snippet: str = ""
    extractor: str = ""
    confidence: float = 1.0
    sensitivity: str = ""

    def value(self, name: Field) -> str:
        """Return the first value of a field, "" where the document does not give one."""
        for statement in self.statements:
            if statement.field is name:
                return statement.value
        return ""

    def values(self, name: Field) -> tuple[str, ...]:
        """Return all values of a field, in the order they were read."""
        return tuple(s.value for s in self.statements if s.field is name)

    @property
    def title(self) -> str:
        """The title as printed, mended."""
        return self.value(Field.TITLE)

    @property
    def name(self) -> str:
        """The title without qualifiers, owner codes and aliases."""
        return self.value(Field.NAME) or self.title

    @property
    def period(self) -> tuple[date | None, date | None]:
        """First and last day; None for an open or unknown end."""
        start, end = self.value(Field.PERIOD_START), self.value(Field.PERIOD_END)
        return (date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


class LinkKind(StrEnum):
    """How a document says that two names belong together."""

    CROSSWALK = "crosswalk"  # a row of a table of common and regional names: binding
    ALIAS = "alias"  # "X (Y)"
    DASH = "dash"  # "X – Y"
    FORMERLY = "formerly"  # "Y – tidligere X"


BINDING = frozenset({LinkKind.CROSSWALK})


@dataclass(frozen=True, slots=True)
class Link:
    """A document's own claim that two names are one measure, with its place.

    `right_record` is empty where the other name is not a mention of its own.
    """

    id: str
    document: str
    kind: LinkKind
    left_record: str
    right_record: str
    left_name: str
    right_name: str
    page: int = 0
    box: Box | None = None
    snippet: str = ""
    method: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: what it is, who issued it and when, and what was found in it."""

    path: str  # below raw/, with forward slashes
    sha256: str
    kind: str  # pdf, pptx, docx, text
    title: str = ""
    issuer: str = ""  # organisation code or printed name
    edition: str = ""  # "november 2025", "14.04.2023" as printed
    date: str = ""  # ISO 8601, as precise as the document tells: 2025-11 or 2023-04-14
    language: str = ""  # nb, nn, en, …
    sensitivity: str = ""
    series: str = ""  # the same for editions of one document
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    short_forms: tuple[tuple[str, str], ...] = ()  # of organisations, that its own key explains, with what they mean

    def spelled_out(self, owner: str) -> str:
        """Return the organisation behind a short form that the document explains, else the owner itself."""
        return dict(self.short_forms).get(owner, owner)


@dataclass(frozen=True, slots=True)
class PageAccount:
    """Where a page's text went: characters in records, in furniture, and in neither."""

    page: int
    recorded: int = 0
    furniture: int = 0
    unused: int = 0
    records: int = 0
    recognisers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one document gave."""

    document: Document
    records: tuple[Record, ...] = ()
    links: tuple[Link, ...] = ()
    accounts: tuple[PageAccount, ...] = ()
