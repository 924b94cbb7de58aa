"""The model of a run: every level with its weight and where that came from, frozen under a hash."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from reconcile.deciding import Verdicts
from reconcile.evidence.compare import Comparer, Evidence
from reconcile.evidence.model import Model
from reconcile.learning.adjust import Judged, adjust
from reconcile.learning.estimate import Estimate, estimate
from reconcile.mentions import Corpus
from veikart.core.ids import short_hash
from veikart.core.outcome import LevelWeight, RunModel

Pair = tuple[int, int]


def learn(
    corpus: Corpus, model: Model, plain: Mapping[Pair, Evidence], must: Collection[Pair], judged: Sequence[Judged]
) -> RunModel:
    """Return the weights of this run: packaged, moved by the documents, moved again by decisions."""
    shown = estimate(model, corpus.mentions, plain, must)
    moved = [Judged(j.evidence.moved(shown.shifts), j.same, j.voice) for j in judged]
    decided = adjust(moved, model.learning)
    levels = tuple(_level(name, model, shown, decided) for name in sorted({*shown.shifts, *decided}))
    made = (f"{x.name}|{x.estimated}|{x.decided}" for x in levels)
    return RunModel(
        hash="w" + short_hash("weights", model.hash, *made, length=10),
        packaged=model.hash,
        levels=levels,
        pairs_same=shown.pairs_same,
        pairs_chance=shown.pairs_chance,
        decisions=round(sum(j.voice for j in judged)),
    )


def judged_pairs(verdicts: Verdicts, comparer: Comparer) -> list[Judged]:
    """Return the decided pairs with their plain evidence, in a fixed order; "unsure" decides nothing."""
    kinds = ((verdicts.same, True), (verdicts.different, False), (verdicts.related, False))
    found: list[Judged] = []
    for pairs, same in kinds:
        by_decision: dict[str, list[Pair]] = defaultdict(list)
        for pair, decision in pairs.items():
            by_decision[decision.id].append(pair)
        for _, of in sorted(by_decision.items()):
            found += [Judged(comparer.compare_plainly(*pair), same, 1.0 / len(of)) for pair in sorted(of)]
    return found


def shifts(levels: Iterable[LevelWeight]) -> dict[str, float]:
    """Return the bits on top of the packaged weights, by level."""
    return {level.name: level.shift for level in levels if level.shift}


def _level(name: str, model: Model, shown: Estimate, decided: Mapping[str, float]) -> LevelWeight:
    share = shown.shares.get(name)
    return LevelWeight(
        name=name,
        packaged=_packaged(name, model),
        estimated=shown.shifts.get(name, 0.0),
        decided=decided.get(name, 0.0),
        share_same=round(share.same, 4) if share else None,
        share_chance=round(share.chance, 4) if share else None,
    )


def _packaged(name: str, model: Model) -> float | None:
    """Return the packaged weight of a level that has one; that of a title depends on its words."""
    comparison, _, level = name.partition(": ")
    if comparison in model.fields:
        return round(model.fields[comparison][level].weight, 3)
    return model.prior if name == "prior" else None
