"""From drafts to records: titles are mended and parsed, parents and links resolved, ids given."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.claims import Claim, Draft, DraftLink
from veikart.core.blocks import Block
from veikart.core.geometry import Box, surround
from veikart.core.ids import link_id, record_id
from veikart.core.records import Field, Link, LinkKind, Record, Statement
from veikart.core.text import fold, mend
from veikart.core.titles import Title, parse_title
from veikart.core.vocabulary import Vocabulary

_SNIPPET_LENGTH = 300


@dataclass(slots=True)
class Assembler:
    """Collects the records and links of one document; knows which ids are taken."""

    document: str
    sensitivity: str
    vocabulary: Vocabulary
    records: list[Record] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)
    _titles: dict[int, Title] = field(default_factory=dict)
    _made: dict[int, Record] = field(default_factory=dict)

    def add(self, claim: Claim, drafts: list[Draft]) -> list[Record]:
        """Turn the drafts that won their blocks into records, and the claim's links between them into links."""
        kept = [draft for draft in drafts if fold(self._title(draft).title)]
        shared = _shared_containers(claim.drafts)
        made = [self._record(draft, claim, shared) for draft in kept]
        for link in claim.links:
            self._link(link)
        self._titles.clear()
        self._made.clear()
        return made

    def arrange(self, first: int, blocks: Sequence[str]) -> None:
        """Put the records from index `first` on into the reading order of the blocks that they are anchored to."""
        places = {block: place for place, block in enumerate(blocks)}
        self.records[first:] = sorted(self.records[first:], key=lambda r: _reading_place(r.anchor, places))

    def _title(self, draft: Draft) -> Title:
        if id(draft) not in self._titles:
            self._titles[id(draft)] = parse_title(draft.title, self.vocabulary)
        return self._titles[id(draft)]

    def _record(self, draft: Draft, claim: Claim, shared: set[str]) -> Record:
        title, first = self._title(draft), draft.blocks[0]
        anchor = first.id + draft.anchor_suffix
        identity, copy = record_id(self.document, anchor), 2
        while identity in self._ids:
            identity, copy = record_id(self.document, f"{anchor}#{copy}"), copy + 1
        self._ids.add(identity)
        record = Record(
            id=identity,
            document=self.document,
            anchor=anchor,
            page=first.page,
            role=draft.role,
            statements=tuple(self._statements(draft, title, claim.confidence)),
            box=_box(draft, shared),
            line_start=min((b.line_start for b in draft.blocks), default=0),
            line_end=max((b.line_end for b in draft.blocks), default=0),
            listing=draft.listing,
            snippet=_snippet(draft.blocks),
            extractor=claim.recogniser,
            confidence=round(min(claim.confidence, draft.confidence), 3),
            sensitivity=self.sensitivity,
        )
        self.records.append(record)
        self._made[id(draft)] = record
        for kind, other in title.links:
            self._alias(record, title, kind, other)
        return record

    def _statements(self, draft: Draft, title: Title, confidence: float) -> list[Statement]:
        """Return what the title says, then what the page around it says; where both speak, the title stands first."""
        first = draft.blocks[0]
        around, snippet = surround([b.box for b in draft.blocks if b.box]), _snippet(draft.blocks)

        def read(name: Field, value: str, original: str = "", method: str = "title") -> Statement:
            return Statement(name, value, original, first.page, around, snippet, method, round(confidence, 3))

        original = mend(draft.title)
        own = [
            read(Field.TITLE, title.title, original if original != title.title else ""),
            read(Field.NAME, title.name),
        ]
        own += [read(Field.QUALIFIERS, value) for value in title.qualifiers]
        own += [read(Field.ALIASES, value) for value in title.aliases]
        own += [read(Field.OWNERS, value, method="title-code") for value in title.owners]
        if title.status:
            own.append(read(Field.STATUS, title.status.value, title.status_text, "title-word"))
            own.append(read(Field.STATUS_TEXT, title.status_text, method="title-word"))
        if title.period:
            own.append(read(Field.PERIOD_START, title.period.start_iso, title.period.text, "title-period"))
            own.append(read(Field.PERIOD_END, title.period.end_iso, title.period.text, "title-period"))
            own.append(read(Field.PERIOD_TEXT, title.period.text, method="title-period"))
        own = [statement for statement in own if statement.value]
        if draft.parent is not None and not draft.says(Field.PARENT):
            parent = self._title(draft.parent).title
            own.append(Statement(Field.PARENT, parent, "", first.page, None, snippet, "parent", 1.0))
        told = _told_by_title(own)
        said = own + [_unnumbered(s) for s in draft.statements if s.field not in told]
        return [self._as_printed(s) if s.field is Field.OWNERS else s for s in said]

    def _as_printed(self, owner: Statement) -> Statement:
        value = self.vocabulary.printed_owner(owner.value, owner.original or owner.snippet)
        return owner if value == owner.value else replace(owner, value=value)

    def _alias(self, record: Record, title: Title, kind: LinkKind, other: str) -> None:
        self.links.append(
            Link(
                id=link_id(record.id, other, kind.value),
                document=self.document,
                kind=kind,
                left_record=record.id,
                right_record="",
                left_name=title.name,
                right_name=other,
                page=record.page,
                box=record.box,
                snippet=record.snippet,
                method="title",
            )
        )

    def _link(self, link: DraftLink) -> None:
        left = self._made.get(id(link.left))
        right = self._made.get(id(link.right)) if link.right is not None else None
        other = right.name if right else mend(link.right_name)
        if left is None or not other:
            return
        source = link.source
        self.links.append(
            Link(
                id=link_id(left.id, right.id if right else other, link.kind.value),
                document=self.document,
                kind=link.kind,
                left_record=left.id,
                right_record=right.id if right else "",
                left_name=left.name,
                right_name=other,
                page=left.page,
                box=(source.box or source.frame) if source else left.box,
                snippet=mend(source.text)[:_SNIPPET_LENGTH] if source else left.snippet,
                method=link.method,
            )
        )


_HEADING_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÆØÅÄÖ])")


def _unnumbered(statement: Statement) -> Statement:
    """Return what a heading says of the group without the heading's number: "2.1 Pasienten deltar"."""
    number = _HEADING_NUMBER.match(statement.value) if statement.field is Field.GROUP else None
    if number is None:
        return statement
    printed = statement.original or statement.value
    return replace(statement, value=statement.value[number.end() :], original=printed)


_PERIOD_FIELDS = frozenset({Field.PERIOD_START, Field.PERIOD_END, Field.PERIOD_TEXT})


def _told_by_title(own: list[Statement]) -> set[Field]:
    """Return the fields where the title's own words leave no room for what the page around it says.

    A status is not among them: a bar that is green and says "i drift" is a contradiction that people should see.
    """
    told: set[Field] = {s.field for s in own if s.field in {Field.OWNERS, Field.PARENT, Field.TITLE}}
    if any(s.field in _PERIOD_FIELDS for s in own):
        told |= _PERIOD_FIELDS
    return told


def _reading_place(anchor: str, places: Mapping[str, int]) -> int:
    """Return where the block of an anchor stands; what tells two drafts of one block apart is a suffix of its id."""
    while anchor not in places and "/" in anchor:
        anchor = anchor.rpartition("/")[0]
    return places.get(anchor, len(places))


def _shared_containers(drafts: list[Draft]) -> set[str]:
    """Return the containers that hold more than one draft: their frame is no record's own place."""
    seen: dict[str, int] = {}
    for draft in drafts:
        for container in {b.container for b in draft.blocks if b.container}:
            seen[container] = seen.get(container, 0) + 1
    return {container for container, count in seen.items() if count > 1}


def _box(draft: Draft, shared: set[str]) -> Box | None:
    boxes = []
    for block in draft.blocks:
        own_frame = block.container and block.container not in shared and not block.table
        place = (block.frame or block.box) if own_frame else (block.box or block.frame)
        if place is not None:
            boxes.append(place)
    around = surround(boxes)
    return around.rounded() if around else None


def _snippet(blocks: tuple[Block, ...]) -> str:
    return mend("\n".join(block.text for block in blocks))[:_SNIPPET_LENGTH]
