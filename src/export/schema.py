"""The tables of exports/ as data: names, columns, types and keys; CSV, workbook, package and docs are made from it.

What a table and a column mean stands in the message catalogue under `table.NAME` and `meaning.NAME.COLUMN`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from veikart.core.outcome import Change, ConflictKind, Source, Verdict
from veikart.core.records import Field, Role, Status

LIST_JOINER = "; "
"""Between the values of a list inside a cell."""

Cell = str | int | float | bool | None

Row = list[Cell]


class Kind(StrEnum):
    """Types of columns, by their Table Schema names."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


class DeltaChange(StrEnum):
    """What happened to a row since the export before."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its contract name, type, and a width for the workbook in characters.

    `coded` is the catalogue's section that names the allowed values.
    """

    name: str
    kind: Kind = Kind.STRING
    allowed: tuple[str, ...] = ()
    coded: str = ""
    required: bool = False
    width: int = 16


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values stand in a column of another table."""

    column: str
    table: str
    other: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its key and references."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def header(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]

    def place(self, column: str) -> int:
        """Return the index of a column; raises ValueError where there is none."""
        return self.header.index(column)


def _coded(name: str, values: type[StrEnum], section: str = "", required: bool = False, width: int = 12) -> Column:
    allowed = tuple(member.value for member in values)
    return Column(name, allowed=allowed, coded=section, required=required, width=width)


def _id(name: str, required: bool = True) -> Column:
    return Column(name, required=required, width=15)


_DOCUMENT = Column("document", required=True, width=30)
_PAGE = Column("page", Kind.INTEGER, width=7)
_BBOX = Column("bbox", width=24)
_SNIPPET = Column("snippet", width=40)
_START = Column("period_start", Kind.DATE, width=12)
_END = Column("period_end", Kind.DATE, width=12)
_STATUS = _coded("status", Status, "status", width=18)
_CONFIDENCE = Column("confidence", Kind.NUMBER, width=10)
_SENSITIVITY = Column("sensitivity", width=12)

RECORDS = Table(
    "records",
    (
        _id("record_id"),
        _id("measure_id"),
        _DOCUMENT,
        _PAGE,
        Column("line_start", Kind.INTEGER, width=8),
        Column("line_end", Kind.INTEGER, width=8),
        _BBOX,
        Column("title", required=True, width=46),
        Column("name", width=40),
        Column("qualifiers", width=18),
        Column("aliases", width=24),
        Column("owners", width=14),
        _START,
        _END,
        Column("period_text", width=16),
        _STATUS,
        Column("status_text", width=22),
        Column("group", width=26),
        Column("parent", width=30),
        _coded("role", Role, "role", width=11),
        Column("description", width=50),
        _SENSITIVITY,
        _CONFIDENCE,
        Column("extractor", width=16),
        _SNIPPET,
    ),
    ("record_id",),
    (Reference("measure_id", "measures", "measure_id"), Reference("document", "documents", "document")),
)

MEASURES = Table(
    "measures",
    (
        _id("measure_id"),
        Column("name", required=True, width=46),
        Column("aliases", width=50),
        Column("owners", width=16),
        _START,
        _END,
        _STATUS,
        Column("group", width=28),
        Column("documents", width=40),
        Column("record_count", Kind.INTEGER, width=14),
        Column("conflict_count", Kind.INTEGER, width=15),
        _SENSITIVITY,
        Column("first_edition", width=14),
        Column("last_edition", width=14),
    ),
    ("measure_id",),
)

STATEMENTS = Table(
    "statements",
    (
        _id("measure_id"),
        _id("record_id"),
        _coded("field", Field, "column", required=True, width=14),
        Column("value", width=46),
        Column("original_value", width=30),
        _DOCUMENT,
        _PAGE,
        _BBOX,
        _SNIPPET,
        Column("method", width=18),
        _CONFIDENCE,
        Column("chosen", Kind.BOOLEAN, width=8),
    ),
    (),
    (
        Reference("record_id", "records", "record_id"),
        Reference("measure_id", "measures", "measure_id"),
        Reference("document", "documents", "document"),
    ),
)

LINKS = Table(
    "links",
    (
        _id("left_record"),
        _id("right_record"),
        Column("left_title", width=40),
        Column("right_title", width=40),
        Column("weight", Kind.NUMBER, width=9),
        Column("probability", Kind.NUMBER, width=9),
        _coded("verdict", Verdict, "verdict", width=11),
        _coded("source", Source, "source", width=11),
        Column("explanation", width=60),
    ),
    ("left_record", "right_record"),
    (Reference("left_record", "records", "record_id"), Reference("right_record", "records", "record_id")),
)

CONFLICTS = Table(
    "conflicts",
    (
        _id("conflict_id"),
        _coded("kind", ConflictKind, "conflict_kind", required=True, width=20),
        Column("priority", Kind.NUMBER, width=9),
        Column("measure_ids", width=24),
        Column("record_ids", width=24),
        Column("field", width=12),
        Column("values", width=40),
        Column("message", width=80),
        Column("state", allowed=("open", "decided"), coded="conflict_state", width=10),
        Column("decision", width=24),
    ),
    ("conflict_id",),
)

LINEAGE = Table(
    "lineage",
    (
        Column("from_edition", required=True, width=24),
        Column("to_edition", required=True, width=24),
        _coded("change", Change, "change", required=True, width=11),
        Column("from_measures", width=28),
        Column("to_measures", width=28),
        Column("message", width=80),
    ),
)

DOCUMENTS = Table(
    "documents",
    (
        _DOCUMENT,
        Column("sha256", width=20),
        Column("kind", width=8),
        Column("title", width=44),
        Column("issuer", width=18),
        Column("edition", width=18),
        Column("date", width=12),
        Column("language", width=8),
        _SENSITIVITY,
        Column("pages", Kind.INTEGER, width=8),
        Column("records", Kind.INTEGER, width=11),
        Column("status", allowed=("ok", "warning", "failed"), coded="document_status", width=10),
        Column("problems", width=50),
    ),
    ("document",),
)

TABLES: Sequence[Table] = (RECORDS, MEASURES, STATEMENTS, LINKS, CONFLICTS, LINEAGE, DOCUMENTS)
"""The tables of the contract, in its order."""

DELTA = Table(
    "delta",
    (
        Column("table", required=True, width=12),
        Column("key", required=True, width=22),
        Column("name", width=46),
        _coded("change", DeltaChange, "delta_change", required=True, width=11),
        Column("field", width=16),
        Column("old", width=46),
        Column("new", width=46),
    ),
)
"""What changed since the export before; see `export.delta`."""

ALL: Sequence[Table] = (*TABLES, DELTA)
"""Every table that is written."""
