"""Mentions as they are compared: records of one document that bear the same name are one node."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from veikart.core.records import Document, Extraction, Field, Link, Record, Role
from veikart.core.text import fold
from veikart.core.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Mention:
    """One or more records of one document under one name. Nodes are numbered in the order of their least record id."""

    number: int
    records: tuple[Record, ...]
    document: Document
    name: str  # as first printed
    key: str  # folded name
    aliases: tuple[str, ...]
    listings: frozenset[str]
    owners: frozenset[str]
    parents: frozenset[str]  # folded titles of overordnede behov or common measures
    roles: frozenset[Role]
    span: tuple[date, date] | None  # first and last day over the records, the far future for an open end
    parent: str  # as first printed; "" where none is told, as with the next two
    group: str
    description: str

    @property
    def pages(self) -> frozenset[tuple[str, int]]:
        """Document and number of the pages that the node stands on; none where the document has one page only."""
        if self.document.pages <= 1:
            return frozenset()
        return frozenset((self.document.path, r.page) for r in self.records)

    @property
    def record(self) -> Record:
        """The record that stands for the node in explanations: the first one read."""
        return self.records[0]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All mentions, with ways to find them."""

    mentions: tuple[Mention, ...]
    documents: dict[str, Document]
    links: tuple[Link, ...]
    by_record: dict[str, int]
    by_key: dict[str, tuple[int, ...]]

    def in_document(self, document: str, name: str) -> list[int]:
        """Return the nodes of a document that bear the name, by folded name or alias."""
        return [n for n in self.by_key.get(fold(name), ()) if self.mentions[n].document.path == document]


def make_corpus(extractions: Sequence[Extraction], apart: frozenset[str] = frozenset()) -> Corpus:
    """Gather records into nodes; records whose ids are in `apart` stay nodes of their own (people told them apart)."""
    groups: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    documents = {e.document.path: e.document for e in extractions}
    for extraction in extractions:
        for record in extraction.records:
            key = fold(record.name) or fold(record.title) or record.id
            alone = record.id if record.id in apart else ""
            groups[record.document, key, alone or _setting(record)].append(record)
    ordered = sorted(groups.items(), key=lambda item: min(r.id for r in item[1]))
    mentions = tuple(
        _mention(number, key[1], records, documents[key[0]]) for number, (key, records) in enumerate(ordered)
    )
    by_key: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        for name in {mention.key, *(fold(a) for a in mention.aliases), *(fold(r.title) for r in mention.records)}:
            by_key[name].append(mention.number)
    links = sorted((link for e in extractions for link in e.links), key=lambda link: link.id)
    return Corpus(
        mentions,
        documents,
        tuple(links),
        {record.id: m.number for m in mentions for record in m.records},
        {key: tuple(numbers) for key, numbers in by_key.items()},
    )


def owner_key(owner: str, document: Document) -> str:
    """Return what the forms of one organisation share: what the document's own key says, by the vocabulary's code."""
    return load_vocabulary().owner_key(document.spelled_out(owner))


def _setting(record: Record) -> str:
    """A one-word activity ("Pilot") is a measure of its own under each parent."""
    if record.role is Role.ACTIVITY and len(record.name.split()) == 1:
        return fold(record.value(Field.PARENT))
    return ""


def _mention(number: int, key: str, records: list[Record], document: Document) -> Mention:
    records = sorted(records, key=lambda r: (r.page, r.line_start, r.id))
    aliases = {fold(a): a for r in reversed(records) for a in r.values(Field.ALIASES) if fold(a) not in ("", key)}
    return Mention(
        number=number,
        records=tuple(records),
        document=document,
        name=records[0].name,
        key=key,
        aliases=tuple(aliases[k] for k in sorted(aliases)),
        listings=frozenset(f"{r.document}\n{r.listing}" for r in records if r.listing),
        owners=frozenset(owner_key(o, document) for r in records for o in r.values(Field.OWNERS)),
        parents=frozenset(fold(p) for r in records if (p := r.value(Field.PARENT))),
        roles=frozenset(r.role for r in records),
        span=_span(records),
        parent=_first(records, Field.PARENT),
        group=_first(records, Field.GROUP),
        description=_first(records, Field.DESCRIPTION),
    )


def _span(records: Sequence[Record]) -> tuple[date, date] | None:
    periods = [record.period for record in records]
    known = [(s or e, e or date.max) for s, e in periods if s or e]
    starts = [s for s, _ in known if s]
    return (min(starts), max(e for _, e in known)) if starts else None


def _first(records: Sequence[Record], name: Field) -> str:
    return next((value for record in records if (value := record.value(name))), "")
