"""The tables of exports/ as data: names, columns, types and keys; CSV, workbook, package and docs are made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from veikart.core.outcome import Change, ConflictKind, Source, Verdict
from veikart.core.records import Field, Role, Status

LIST_JOINER = "; "
"""Between the values of a list inside a cell."""

Cell = str | int | float | bool | None


class Kind(StrEnum):
    """Types of columns, by their Table Schema names."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its contract name, type, what it means, and a width for the workbook in characters."""

    name: str
    meaning: str
    meaning_nb: str
    kind: Kind = Kind.STRING
    allowed: tuple[str, ...] = ()
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
    """One table with its key and references; `sheet` is its name in the workbook."""

    name: str
    sheet: str
    meaning_nb: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def header(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]


def _values(kind: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)


def _id(name: str, meaning: str, nb: str, required: bool = False) -> Column:
    return Column(name, meaning, nb, required=required, width=15)


_DOCUMENT = Column("document", "path below raw/", "sti under raw/", required=True, width=30)
_PAGE = Column(
    "page", "page or slide, from 1; empty where the format has none", "side eller lysark", Kind.INTEGER, width=7
)
_BBOX = Column("bbox", "x0 y0 x1 y1 as fractions of the page, origin top left", "plass på siden", width=24)
_SNIPPET = Column("snippet", "the text as it stands in the document", "teksten slik den står", width=40)
_START = Column("period_start", "first day", "første dag", Kind.DATE, width=12)
_END = Column("period_end", "last day", "siste dag", Kind.DATE, width=12)
_STATUS = Column("status", "where it stands", "status", allowed=_values(Status), width=18)
_CONFIDENCE = Column("confidence", "0 to 1", "tillit, 0 til 1", Kind.NUMBER, width=10)
_SENSITIVITY = Column("sensitivity", "sensitivity label", "følsomhet", width=12)

RECORDS = Table(
    "records",
    "Forekomster",
    "én rad for hver gang et tiltak er nevnt",
    (
        _id("record_id", "id of the mention", "forekomstens id", required=True),
        _id("measure_id", "the measure it belongs to", "tiltaket den hører til", required=True),
        _DOCUMENT,
        _PAGE,
        Column("line_start", "first line, for text inputs", "første linje", Kind.INTEGER, width=8),
        Column("line_end", "last line, for text inputs", "siste linje", Kind.INTEGER, width=8),
        _BBOX,
        Column("title", "as printed, mended", "tittel slik den er trykt", required=True, width=46),
        Column("name", "the title without qualifiers, codes and aliases", "navnet alene", width=40),
        Column("qualifiers", "what is said in parentheses and is not part of the name", "forbehold og koder", width=18),
        Column("aliases", "other names that the mention gives", "andre navn", width=24),
        Column("owners", "organisation codes, or printed names", "eiere", width=14),
        _START,
        _END,
        Column("period_text", "what told the period", "hva som fortalte perioden", width=16),
        _STATUS,
        Column("status_text", "what told the status", "hva som fortalte statusen", width=22),
        Column("group", "category of measures it stands under", "gruppe", width=26),
        Column("parent", "title of the need or common measure above it", "hører under", width=30),
        Column("role", "what the mention is in its document", "rolle", allowed=_values(Role), width=11),
        Column("description", "text that describes it", "beskrivelse", width=50),
        _SENSITIVITY,
        _CONFIDENCE,
        Column("extractor", "recogniser that found it", "gjenkjenner", width=16),
        _SNIPPET,
    ),
    ("record_id",),
    (Reference("measure_id", "measures", "measure_id"), Reference("document", "documents", "document")),
)

MEASURES = Table(
    "measures",
    "Tiltak",
    "én rad for hvert tiltak",
    (
        _id("measure_id", "id of the measure", "tiltakets id", required=True),
        Column("name", "the name that represents it", "navn", required=True, width=46),
        Column("aliases", "its other names", "andre navn", width=50),
        Column("owners", "organisation codes, or printed names", "eiere", width=16),
        _START,
        _END,
        _STATUS,
        Column("group", "category of measures", "gruppe", width=28),
        Column("documents", "where it is mentioned", "dokumenter", width=40),
        Column("record_count", "number of mentions", "antall forekomster", Kind.INTEGER, width=10),
        Column("conflict_count", "number of conflicts it is part of", "antall konflikter", Kind.INTEGER, width=10),
        _SENSITIVITY,
        Column("first_edition", "earliest date of its documents", "første utgave", width=14),
        Column("last_edition", "latest date of its documents", "siste utgave", width=14),
    ),
    ("measure_id",),
)

STATEMENTS = Table(
    "statements",
    "Påstander",
    "én rad for hver verdi, med sted og metode",
    (
        _id("measure_id", "the measure", "tiltaket", required=True),
        _id("record_id", "the mention", "forekomsten", required=True),
        Column("field", "what the value is about", "felt", allowed=_values(Field), required=True, width=14),
        Column("value", "the value", "verdi", width=46),
        Column("original_value", "as printed, where that differs", "slik det står", width=30),
        _DOCUMENT,
        _PAGE,
        _BBOX,
        _SNIPPET,
        Column("method", "how it was read", "hvordan den er lest", width=18),
        _CONFIDENCE,
        Column("chosen", "whether it represents the measure", "valgt", Kind.BOOLEAN, width=8),
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
    "Lenker",
    "sammenlignede par som betyr noe",
    (
        _id("left_record", "one record", "den ene forekomsten", required=True),
        _id("right_record", "the other record", "den andre forekomsten", required=True),
        Column("left_title", "its title", "tittel", width=40),
        Column("right_title", "its title", "tittel", width=40),
        Column("weight", "sum of the evidence in bits", "vekt i bit", Kind.NUMBER, width=9),
        Column("probability", "the weight as a probability", "sannsynlighet", Kind.NUMBER, width=9),
        Column("verdict", "what is held about the two", "utfall", allowed=_values(Verdict), width=11),
        Column("source", "what the verdict rests on", "grunnlag", allowed=_values(Source), width=11),
        Column("explanation", "the evidence in words", "forklaring", width=60),
    ),
    ("left_record", "right_record"),
    (Reference("left_record", "records", "record_id"), Reference("right_record", "records", "record_id")),
)

CONFLICTS = Table(
    "conflicts",
    "Konflikter",
    "ett spørsmål for hver rad, de viktigste først",
    (
        _id("conflict_id", "id of the conflict", "konfliktens id", required=True),
        Column("kind", "what it is about", "slag", allowed=_values(ConflictKind), required=True, width=20),
        Column("priority", "higher comes first", "prioritet", Kind.NUMBER, width=9),
        Column("measure_ids", "measures it is about", "tiltak", width=24),
        Column("record_ids", "mentions it is about", "forekomster", width=24),
        Column("field", "field in dispute", "felt", width=12),
        Column("values", "the values that stand against each other", "verdier", width=40),
        Column("message", "the question", "spørsmålet", width=80),
        Column("state", "open or decided", "tilstand", allowed=("open", "decided"), width=10),
        Column("decision", "what was decided", "beslutning", width=24),
    ),
    ("conflict_id",),
)

LINEAGE = Table(
    "lineage",
    "Utgaver",
    "hva som ble av tiltakene fra utgave til utgave",
    (
        Column("from_edition", "earlier edition", "fra utgave", required=True, width=24),
        Column("to_edition", "later edition", "til utgave", required=True, width=24),
        Column("change", "what happened", "endring", allowed=_values(Change), required=True, width=11),
        Column("from_measures", "measures before", "tiltak før", width=28),
        Column("to_measures", "measures after", "tiltak etter", width=28),
        Column("message", "in words", "forklaring", width=80),
    ),
)

DOCUMENTS = Table(
    "documents",
    "Dokumenter",
    "én rad for hvert dokument i raw/",
    (
        _DOCUMENT,
        Column("sha256", "hash of the content", "innholdets hash", width=20),
        Column("kind", "what the content is", "slag", width=8),
        Column("title", "its title", "tittel", width=44),
        Column("issuer", "who issued it", "utgiver", width=18),
        Column("edition", "edition as printed", "utgave", width=18),
        Column("date", "ISO 8601, as precise as the document tells", "dato", width=12),
        Column("language", "language code", "språk", width=8),
        _SENSITIVITY,
        Column("pages", "number of pages", "sider", Kind.INTEGER, width=8),
        Column("records", "number of mentions found", "forekomster", Kind.INTEGER, width=11),
        Column("status", "how reading went", "utfall", allowed=("ok", "warning", "failed"), width=10),
        Column("problems", "codes and pages", "problemer", width=50),
    ),
    ("document",),
)

TABLES: Sequence[Table] = (RECORDS, MEASURES, STATEMENTS, LINKS, CONFLICTS, LINEAGE, DOCUMENTS)
"""All tables in the order of the contract."""
