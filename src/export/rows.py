"""The rows of every table, from extractions and their reconciliation, in an order that never depends on the run."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from export.schema import CONFLICTS, DOCUMENTS, LINEAGE, LINKS, LIST_JOINER, MEASURES, RECORDS, STATEMENTS, Row, Table
from veikart.core.outcome import Reconciliation
from veikart.core.problems import Level
from veikart.core.records import Extraction, Field, Record

_PAGED = frozenset({"pdf", "pptx", "text"})
_FIELDS = {name: index for index, name in enumerate(Field)}


class Content:
    """What the tables are made of, with the look-ups that several of them need."""

    def __init__(self, extractions: Sequence[Extraction], outcome: Reconciliation) -> None:
        self.extractions = sorted(extractions, key=lambda e: e.document.path)
        self.outcome = outcome
        self.kinds = {e.document.path: e.document.kind for e in self.extractions}
        self.records: dict[str, Record] = {r.id: r for e in self.extractions for r in e.records}

    def rows(self, table: Table) -> Iterator[Row]:
        """Yield the rows of a table, cells in the order of its columns."""
        return _MAKERS[table.name](self)

    @staticmethod
    def lists(record: Record) -> dict[str, list[str]]:
        """Return the fields of a record that hold several values, each value once."""
        return {f.value: list(dict.fromkeys(record.values(f))) for f in (Field.QUALIFIERS, Field.ALIASES, Field.OWNERS)}

    def page(self, document: str, page: int) -> int | None:
        """Return the page, None for kinds of documents that have none."""
        return page if page and self.kinds.get(document) in _PAGED else None


def _records(content: Content) -> Iterator[Row]:
    for extraction in content.extractions:
        for record in extraction.records:
            yield [
                record.id,
                content.outcome.member_of.get(record.id),
                record.document,
                content.page(record.document, record.page),
                record.line_start or None,
                record.line_end or None,
                str(record.box) if record.box else None,
                record.title,
                record.name,
                *(_joined(values) for values in content.lists(record).values()),
                *(record.value(f) or None for f in (Field.PERIOD_START, Field.PERIOD_END, Field.PERIOD_TEXT)),
                *(record.value(f) or None for f in (Field.STATUS, Field.STATUS_TEXT, Field.GROUP, Field.PARENT)),
                record.role.value,
                record.value(Field.DESCRIPTION) or None,
                record.sensitivity or None,
                record.confidence,
                record.extractor,
                record.snippet,
            ]


def _measures(content: Content) -> Iterator[Row]:
    conflicts = Counter(m for c in content.outcome.conflicts if c.state == "open" for m in set(c.measures))
    for measure in content.outcome.measures:
        yield [
            measure.id,
            measure.name,
            _joined(measure.aliases),
            _joined(measure.owners),
            measure.period_start or None,
            measure.period_end or None,
            measure.status or None,
            measure.group or None,
            _joined(measure.documents),
            len(measure.records),
            conflicts[measure.id],
            measure.sensitivity or None,
            measure.first_edition or None,
            measure.last_edition or None,
        ]


def _statements(content: Content) -> Iterator[Row]:
    member_of = content.outcome.member_of
    for record in sorted(content.records.values(), key=lambda r: (member_of.get(r.id, ""), r.document, r.page, r.id)):
        for statement in sorted(record.statements, key=lambda s: _FIELDS[s.field]):
            box = statement.box or record.box
            yield [
                member_of.get(record.id),
                record.id,
                statement.field.value,
                statement.value,
                statement.original or None,
                record.document,
                content.page(record.document, statement.page or record.page),
                str(box.rounded()) if box else None,
                statement.snippet or record.snippet,
                statement.method,
                statement.confidence,
                (record.id, statement.field.value, statement.value) in content.outcome.chosen,
            ]


def _links(content: Content) -> Iterator[Row]:
    for pair in content.outcome.pairs:
        yield [
            pair.left,
            pair.right,
            content.records[pair.left].title,
            content.records[pair.right].title,
            round(pair.weight, 3),
            round(pair.probability, 4),
            pair.verdict.value,
            pair.source.value,
            pair.explanation,
        ]


def _conflicts(content: Content) -> Iterator[Row]:
    for conflict in content.outcome.conflicts:
        yield [
            conflict.id,
            conflict.kind.value,
            round(conflict.priority, 3),
            _joined(conflict.measures),
            _joined(conflict.records),
            conflict.field or None,
            _joined(conflict.values),
            conflict.message,
            conflict.state,
            conflict.decision or None,
        ]


def _lineage(content: Content) -> Iterator[Row]:
    for step in content.outcome.lineage:
        yield [
            step.from_edition,
            step.to_edition,
            step.change.value,
            _joined(step.from_measures),
            _joined(step.to_measures),
            step.message,
        ]


def _documents(content: Content) -> Iterator[Row]:
    for extraction in content.extractions:
        document = extraction.document
        told = [f"{p.code.value} s. {p.page}" if p.page else p.code.value for p in document.problems]
        worst = {p.level for p in document.problems}
        status = "failed" if not document.kind else "warning" if worst - {Level.NOTE} else "ok"
        yield [
            document.path,
            document.sha256 or None,
            document.kind or None,
            *(value or None for value in (document.title, document.issuer, document.edition, document.date)),
            document.language or None,
            document.sensitivity or None,
            document.pages or None,
            len(extraction.records),
            status,
            _joined(dict.fromkeys(told)),
        ]


def _joined(values: "Sequence[str] | dict[str, None]") -> str | None:
    return LIST_JOINER.join(values) or None


_MAKERS: dict[str, Callable[[Content], Iterator[Row]]] = {
    RECORDS.name: _records,
    MEASURES.name: _measures,
    STATEMENTS.name: _statements,
    LINKS.name: _links,
    CONFLICTS.name: _conflicts,
    LINEAGE.name: _lineage,
    DOCUMENTS.name: _documents,
}
