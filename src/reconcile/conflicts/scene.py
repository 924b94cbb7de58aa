"""What the finders of conflicts look at, and the draft that each of them yields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reconcile.compared import Compared
from reconcile.deciding import Verdicts
from reconcile.mentions import Corpus, Mention
from reconcile.merging import Merged
from veikart.core.outcome import ConflictKind, Measure
from veikart.core.records import Record


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished reconciliation, before its conflicts are known."""

    compared: Compared
    merged: Merged
    verdicts: Verdicts
    ids: Sequence[str]  # measure id by place of the cluster
    measures: dict[str, Measure]

    @property
    def corpus(self) -> Corpus:
        """All mentions."""
        return self.compared.corpus

    def measure_of(self, node: int) -> str:
        """Return the measure id of a node."""
        return self.ids[self.merged.of[node]]

    def groups(self) -> Iterable[tuple[str, list[Mention]]]:
        """Yield measure ids with their mentions, in a fixed order."""
        for place, group in enumerate(self.merged.groups):
            yield self.ids[place], [self.corpus.mentions[n] for n in group]


@dataclass(frozen=True, slots=True)
class Draft:
    """A conflict before it has an id and a state. `key` is what the id hashes: names and measures, never wording."""

    kind: ConflictKind
    key: tuple[str, ...]
    priority: float
    nodes: tuple[int, ...]
    records: tuple[Record, ...]
    message: str
    field: str = ""
    values: tuple[str, ...] = ()
