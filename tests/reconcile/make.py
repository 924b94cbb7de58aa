"""Small corpora for tests: documents with records and links, in few words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from reconcile.language.parts import Language, load_language
from reconcile.registry import Registry
from reconcile.service import Outcome, reconcile
from veikart.core.config import ReconcileSection
from veikart.core.decisions import Decision
from veikart.core.ids import link_id, record_id
from veikart.core.records import Document, Extraction, Field, Link, LinkKind, Record, Role, Statement
from veikart.core.titles import parse_title
from veikart.core.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@cache
def language() -> Language:
    """A language for tests that only take names apart."""
    return load_language(VOCABULARY)


@dataclass
class Deck:
    """A document in the making."""

    path: str
    date: str = ""
    issuer: str = ""
    series: str = ""
    records: list[Record] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    short_forms: dict[str, str] = field(default_factory=dict)

    def add(self, title: str, *, page: int = 1, listing: str = "", role: Role = Role.MEASURE, **values: str) -> Record:
        """Add a mention; values are fields by name ("owners", "period_start", "status", "parent" …)."""
        parsed = parse_title(title, VOCABULARY)
        statements = [Statement(Field.TITLE, parsed.title), Statement(Field.NAME, parsed.name)]
        statements += [Statement(Field.ALIASES, alias) for alias in parsed.aliases]
        for name, value in values.items():
            statements += [Statement(Field(name), part) for part in value.split("; ")]
        anchor = f"a{len(self.records)}"
        record = Record(
            record_id(self.path, anchor),
            self.path,
            anchor,
            page,
            role,
            tuple(statements),
            listing=listing,
            snippet=title,
        )
        self.records.append(record)
        for kind, name in parsed.links:
            self.link(record, None, kind, name)
        return record

    def row(self, common: str, *members: str) -> None:
        """Add a row of a crosswalk."""
        head = self.add(common, page=9, role=Role.COMMON)
        for title in members:
            member = self.add(title, page=9, role=Role.MEMBER, parent=head.name)
            self.link(head, member, LinkKind.CROSSWALK)

    def link(self, left: Record, right: Record | None, kind: LinkKind, name: str = "") -> None:
        """Add the document's own claim."""
        other = right.id if right else name
        self.links.append(
            Link(
                link_id(left.id, other, kind),
                self.path,
                kind,
                left.id,
                right.id if right else "",
                left.name,
                right.name if right else name,
                page=left.page,
            )
        )

    def done(self) -> Extraction:
        """The document as extracted."""
        forms = tuple(self.short_forms.items())
        told = {"issuer": self.issuer, "date": self.date, "series": self.series}
        document = Document(self.path, "0", "text", pages=20, short_forms=forms, **told)
        return Extraction(document, tuple(self.records), tuple(self.links))


def run(*decks: Deck, decisions: Sequence[Decision] = (), registry: Registry | None = None) -> Outcome:
    """Reconcile decks with the default configuration."""
    extractions = [deck.done() for deck in decks]
    return reconcile(extractions, ReconcileSection(), VOCABULARY, decisions, registry or Registry(), None)


def together(outcome: Outcome, left: Record, right: Record) -> bool:
    """Tell whether two records came to one measure."""
    members = outcome.reconciliation.member_of
    return members[left.id] == members[right.id]
