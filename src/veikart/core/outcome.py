"""What reconciling yields: measures, compared pairs, conflicts and lineage."""

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """What is held about two records."""

    SAME = "same"
    REVIEW = "review"
    RELATED = "related"
    DIFFERENT = "different"


class Source(StrEnum):
    """What a verdict rests on."""

    EVIDENCE = "evidence"
    CROSSWALK = "crosswalk"
    ALIAS = "alias"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of evidence: its weight in bits and the two values it looked at."""

    name: str
    weight: float
    left: str = ""
    right: str = ""
    level: str = ""  # where the name leaves it open: "same" of an owner


@dataclass(frozen=True, slots=True)
class Pair:
    """Two compared records with the waterfall of evidence between them; ids in ascending order."""

    left: str
    right: str
    weight: float  # sum of the prior and the steps, in bits (log2 odds)
    verdict: Verdict
    source: Source
    steps: tuple[Step, ...] = ()
    explanation: str = ""

    @property
    def probability(self) -> float:
        """The weight as a probability between 0 and 1."""
        if self.weight > 60:
            return 1.0
        odds = 2.0 ** max(self.weight, -60.0)
        return float(odds / (1.0 + odds))


@dataclass(frozen=True, slots=True)
class Measure:
    """A canonical measure: the survivors among the values of its records."""

    id: str
    name: str
    aliases: tuple[str, ...]
    owners: tuple[str, ...]
    period_start: str
    period_end: str
    status: str
    group: str
    records: tuple[str, ...]
    documents: tuple[str, ...]
    sensitivity: str = ""
    first_edition: str = ""
    last_edition: str = ""


class ConflictKind(StrEnum):
    """What a conflict is about."""

    CONTRADICTORY_LINK = "contradictory_link"
    AMBIGUOUS_IDENTITY = "ambiguous_identity"
    SPLIT_OR_MERGE = "split_or_merge"
    PERIOD = "period"
    STATUS = "status"
    OWNER = "owner"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One question for the secretariat, answerable by itself. Higher priority comes first."""

    id: str
    kind: ConflictKind
    priority: float
    measures: tuple[str, ...]
    records: tuple[str, ...]
    field: str = ""
    values: tuple[str, ...] = ()
    message: str = ""
    state: str = "open"  # or decided
    decision: str = ""


class Change(StrEnum):
    """What happened to a measure between two editions."""

    KEPT = "kept"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    DROPPED = "dropped"
    NEW = "new"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Lineage:
    """One change between two editions, with the measures on both sides."""

    from_edition: str
    to_edition: str
    change: Change
    from_measures: tuple[str, ...]
    to_measures: tuple[str, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class LevelWeight:
    """What a level of evidence weighs in a run beside its packaged weight, in bits, and why."""

    name: str  # "owner: same"
    packaged: float | None  # None where it depends on the words of the titles
    estimated: float = 0.0  # what the documents moved it
    decided: float = 0.0  # what people's decisions moved it
    share_same: float | None = None  # of the pairs of one measure that reach it
    share_chance: float | None = None  # of the pairs by chance that reach it

    @property
    def shift(self) -> float:
        """Bits on top of the packaged weight."""
        return round(self.estimated + self.decided, 2)


@dataclass(frozen=True, slots=True)
class RunModel:
    """The weights that a run used; the hash tells them from any others."""

    hash: str
    packaged: str  # hash of the packaged model
    levels: tuple[LevelWeight, ...]
    pairs_same: float  # compared pairs that are one measure, as expected
    pairs_chance: int  # pairs by chance that were looked at
    decisions: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The whole outcome: `member_of` maps record id to measure id, `chosen` holds the survivors by record and field."""

    measures: tuple[Measure, ...]
    pairs: tuple[Pair, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    member_of: dict[str, str] = field(default_factory=dict)
    chosen: frozenset[tuple[str, str, str]] = frozenset()  # (record id, field, value)
    model: RunModel | None = None
