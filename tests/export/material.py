"""Small extractions and outcomes for the exports, in our own words."""

from veikart.core.geometry import Box
from veikart.core.outcome import (
    Change,
    Conflict,
    ConflictKind,
    Lineage,
    Measure,
    Pair,
    Reconciliation,
    Source,
    Step,
    Verdict,
)
from veikart.core.problems import Code, Level, problem
from veikart.core.records import Document, Extraction, Field, PageAccount, Record, Role, Statement

IDENTITY = ConflictKind.AMBIGUOUS_IDENTITY


def record(key: str, document: str, title: str, *, page: int = 1, **values: str | list[str]) -> Record:
    """A mention with statements: `status="planned"`, `owners=["HN", "HV"]`."""
    statements = [Statement(Field.TITLE, title, page=page, method="test"), Statement(Field.NAME, title, method="test")]
    for name, value in values.items():
        listed = [value] if isinstance(value, str) else value
        statements += [Statement(Field(name), v, page=page, method="test", confidence=0.9) for v in listed]
    return Record(
        key, document, "a", page, Role.MEASURE, tuple(statements), Box(0.1, 0.2, 0.3, 0.4), snippet=f"• {title}",
        extractor="test",
    )  # fmt: skip


def extraction(path: str, *records: Record, label: str = "", kind: str = "pdf") -> Extraction:
    """A document of three pages with these mentions; its second page has none."""
    problems = (problem(Code.NO_TEXT, Level.WARNING, 3),) if kind == "pdf" else ()
    document = Document(
        path, "ab" * 32, kind, title="Plan", issuer="HN", edition="mai 2025", date="2025-05", language="nb",
        sensitivity=label, pages=3 if kind != "docx" else 0, problems=problems,
    )  # fmt: skip
    return Extraction(document, records, accounts=(PageAccount(1, records=2), PageAccount(2), PageAccount(3)))


def measure(key: str, name: str, *records: Record, **values: str) -> Measure:
    """A measure of these mentions."""
    return Measure(
        key, name, tuple(dict.fromkeys(r.title for r in records if r.title != name)), ("HN", "Sunnby kommune"),
        values.get("start", ""), values.get("end", ""), values.get("status", ""), values.get("group", ""),
        tuple(r.id for r in records), tuple(dict.fromkeys(r.document for r in records)), values.get("label", ""),
    )  # fmt: skip


def outcome(*measures: Measure, **parts: object) -> Reconciliation:
    """An outcome in which every mention belongs to its measure."""
    member_of = {key: m.id for m in measures for key in m.records}
    return Reconciliation(measures, member_of=member_of, **parts)  # type: ignore[arg-type]


def sample() -> tuple[list[Extraction], Reconciliation]:
    """Two documents, three measures, a conflict with evidence, and one step of lineage."""
    one = record(
        "r1", "a b/plan æ.pdf", "Digital køvisning", status="planned", owners=["HN"], period_start="2025-01-01"
    )
    two = record("r2", "notat.docx", "Nasjonal køvisning", period_start="2026-01-01", period_end="2027-12-31")
    three = record("r3", "a b/plan æ.pdf", "Oppmøteskjerm", page=2, status="done", description="Linje 1\nLinje 2")
    extractions = [extraction("a b/plan æ.pdf", one, three, label="Intern"), extraction("notat.docx", two, kind="docx")]
    found = outcome(
        measure("m1", "Digital køvisning", one, start="2025-01-01", status="planned", group="Pasient", label="Intern"),
        measure("m2", "Nasjonal køvisning", two, start="2026-01-01", end="2027-12-31", group="Pasient"),
        measure("m3", "Oppmøteskjerm", three, status="done", label="Intern"),
        pairs=(
            Pair("r1", "r2", 1.5, Verdict.REVIEW, Source.EVIDENCE,
                 (Step("prior", -7.0), Step("title: overlap", 8.5, "Digital køvisning", "Nasjonal køvisning"))),
        ),
        conflicts=(
            Conflict("c1", IDENTITY, 9.0, ("m1", "m2"), ("r1", "r2"), message="Er det ett tiltak?"),
            Conflict("c2", ConflictKind.STATUS, 2.0, ("m1",), ("r1",), "status", ("planned", "done"), "Hvilken?",
                     "decided", "planned"),
        ),
        lineage=(Lineage("2024", "2025", Change.RENAMED, ("m1",), ("m1",), "Nytt navn."),),
        chosen=frozenset({("r1", "status", "planned")}),
    )  # fmt: skip
    return extractions, found
