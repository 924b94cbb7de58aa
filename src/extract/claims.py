"""What a recogniser hands back: drafts of records, links between them, and what it used each block as."""

from dataclasses import dataclass, field
from enum import StrEnum

from veikart.core.blocks import Block
from veikart.core.geometry import Box
from veikart.core.problems import Problem
from veikart.core.records import Field, LinkKind, Role, Statement


class Use(StrEnum):
    """What a block became; `inspect` draws it, the page's account counts it."""

    RECORD = "record"
    AXIS = "axis"
    LEGEND = "legend"
    OWNER = "owner"
    GROUP = "group"
    STATUS = "status"
    PERIOD = "period"
    DESCRIPTION = "description"
    HEADING = "heading"
    FURNITURE = "furniture"
    IGNORED = "ignored"


@dataclass(slots=True)
class Draft:
    """A record in the making: the blocks that carry its title, and what was read about it so far.

    `title` is the raw text, lines still apart; the assembler mends and parses it. `period_kind` and the like are told
    by the method of a statement. Drafts of one `listing` are taken as different measures.
    """

    blocks: tuple[Block, ...]
    title: str
    role: Role = Role.MEASURE
    listing: str = ""
    parent: "Draft | None" = None
    confidence: float = 1.0
    statements: list[Statement] = field(default_factory=list)
    anchor_suffix: str = ""  # tells two drafts from one block apart

    def say(
        self,
        name: Field,
        value: str,
        source: Block | None,
        method: str,
        *,
        original: str = "",
        confidence: float = 1.0,
    ) -> None:
        """Add a statement read from the source block; an empty value is not added."""
        if not value:
            return
        self.statements.append(
            Statement(
                field=name,
                value=value,
                original=original,
                page=source.page if source else 0,
                box=_place(source),
                snippet=source.text.replace("\n", " ").strip() if source else "",
                method=method,
                confidence=confidence,
            )
        )

    def says(self, name: Field) -> bool:
        """Tell whether the draft has a value for the field."""
        return any(s.field is name for s in self.statements)


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A link in the making; `right` is None where the other name is not a mention of its own."""

    kind: LinkKind
    left: Draft
    right: Draft | None
    right_name: str = ""
    source: Block | None = None
    method: str = ""


@dataclass(slots=True)
class Claim:
    """What one recogniser made of one page. The higher confidence wins a block that two of them want."""

    recogniser: str
    confidence: float
    drafts: list[Draft] = field(default_factory=list)
    links: list[DraftLink] = field(default_factory=list)
    uses: dict[str, tuple[Use, str]] = field(default_factory=dict)  # block id → use and reason
    problems: list[Problem] = field(default_factory=list)

    def use(self, blocks: "list[Block] | tuple[Block, ...] | Block", use: Use, reason: str = "") -> None:
        """Note what blocks became; the first note stands."""
        for block in [blocks] if isinstance(blocks, Block) else blocks:
            self.uses.setdefault(block.id, (use, reason))

    def add(self, draft: Draft) -> Draft:
        """Add a draft and note its blocks as its record."""
        self.drafts.append(draft)
        self.use(draft.blocks, Use.RECORD, self.recogniser)
        return draft


def _place(block: Block | None) -> Box | None:
    if block is None:
        return None
    return block.box or block.frame
