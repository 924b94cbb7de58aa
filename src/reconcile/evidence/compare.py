"""All evidence on two mentions together: the waterfall from the prior to the weight."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reconcile.evidence.fields import compare_fields, compare_places, part_of
from reconcile.evidence.kinship import Kinship
from reconcile.evidence.marks import compare_marks, compare_whom
from reconcile.evidence.model import Model, level_of
from reconcile.evidence.rarity import CONTENT_BITS, Rarity
from reconcile.evidence.title import compare_titles
from reconcile.language.acronyms import expand, spelled_out
from reconcile.language.parts import Language, Parsed
from reconcile.language.repair import repairs
from reconcile.mentions import Corpus, Mention
from veikart.core.outcome import Step
from veikart.core.records import LinkKind
from veikart.core.text import fold, words

LEAST = 0.1
"""Bits below which a step says nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The weight of two mentions and the steps that led there; the first step is the prior."""

    weight: float
    steps: tuple[Step, ...]

    def moved(self, shifts: Mapping[str, float]) -> "Evidence":
        """Return the evidence with the weights of a run: `shifts` in bits by level. What says nothing then is left
        out."""
        steps = [_moved(step, shifts.get(level_of(step), 0.0)) for step in self.steps]
        kept = tuple(s for s in steps if abs(s.weight) >= LEAST or s.name == "prior")
        return Evidence(_rounded(kept), kept)


def _moved(step: Step, shift: float) -> Step:
    if not shift:
        return step
    return Step(step.name, round(step.weight + shift, 3), step.left, step.right, step.level)


class Comparer:
    """Compares mentions of one corpus. Names are taken apart once."""

    def __init__(
        self,
        corpus: Corpus,
        language: Language,
        model: Model,
        links: Mapping[tuple[int, int], LinkKind],
        dropped: frozenset[tuple[int, str]],
    ) -> None:
        """Prepare the corpus; `links` are claims to weigh, `dropped` (node, folded alias) are names not to believe."""
        self.model = model
        self.links = links
        self._shifts: Mapping[str, float] = {}
        self._compared: dict[tuple[str, str, bool], list[Step]] = {}
        self._topics: dict[int, dict[str, bool]] = {}
        self.language = language
        self._mentions = corpus.mentions
        texts = {m.number: _names(m, dropped) for m in corpus.mentions}
        counts = Counter(word for names in texts.values() for name in names for word in words(name))
        self.repaired = repairs(counts, language.knows)
        language.repair(self.repaired)
        parsed = {name: language.parse(name) for names in texts.values() for name in names}
        meanings = spelled_out(parsed.values())
        parsed = {name: replace(p, parts=expand(p, meanings)) for name, p in parsed.items()}
        self.names = {number: tuple(parsed[name] for name in names) for number, names in texts.items()}
        distinct = {p.key: p.parts for p in parsed.values()}
        self.rarity = Rarity(distinct.values(), language.is_frame, language.is_light, model.title)
        self._kinship = Kinship(corpus.mentions, self.names, self.rarity, model.kinship, model.title["telling"])

    def learn(self, shifts: Mapping[str, float]) -> None:
        """Weigh with the weights of this run from now on: bits by level on top of the packaged ones."""
        self._shifts = shifts

    def compare(self, left: int, right: int) -> Evidence:
        """Weigh two nodes with the weights of this run."""
        return self.moved(self.compare_plainly(left, right))

    def moved(self, plain: Evidence) -> Evidence:
        """Return plainly weighed evidence with the weights of this run."""
        return plain.moved(self._shifts)

    def compare_plainly(self, left: int, right: int) -> Evidence:
        """Weigh two nodes with the packaged weights; every comparison that can be made has a step."""
        left, right = min(left, right), max(left, right)
        one, other = self._mentions[left], self._mentions[right]
        steps = [Step("prior", self.model.prior), *self._names_or_link(left, right)]
        steps += compare_fields(one, other, self.model)
        beside = (
            self._kinship.compare(one, other),
            compare_places(one, other, self.model.document),
            part_of(one, other, self.model.against),
        )
        steps += [step for step in beside if step is not None]
        return Evidence(_rounded(steps), tuple(steps))

    def topic(self, node: int) -> Mapping[str, bool]:
        """Return the parts of what a node's name is about; True for words and last parts of words."""
        if node not in self._topics:
            self._topics[node] = self.language.topic(self._mentions[node].name)
        return self._topics[node]

    def tells(self, node: int) -> bool:
        """Tell whether a node's name is rare enough to mean one thing wherever it stands."""
        return self.rarity.sum(self.names[node][0].parts) >= self.model.title["telling"]

    def _names_or_link(self, left: int, right: int) -> list[Step]:
        """The best pair of names, or the documents' own claim where that is stronger: one feature, not two."""
        best = max(
            (
                self._named(a, b, i or j)
                for i, a in enumerate(self.names[left])
                for j, b in enumerate(self.names[right])
            ),
            key=_total,
        )
        kind = self.links.get((left, right))
        if kind is not None and self.model.link[kind.value] > _total(best):
            return [
                Step(
                    f"link: {kind.value}",
                    self.model.link[kind.value],
                    self._mentions[left].name,
                    self._mentions[right].name,
                )
            ]
        return best

    def _named(self, left: Parsed, right: Parsed, alias: int) -> list[Step]:
        """Compare two names; many pairs of mentions bear the same two."""
        key = left.text, right.text, bool(alias)
        if key not in self._compared:
            self._compared[key] = self._compare_names(left, right, alias)
        return self._compared[key]

    def _compare_names(self, left: Parsed, right: Parsed, alias: int) -> list[Step]:
        steps = [compare_titles(left, right, self.rarity, self.model.title)]
        steps += compare_marks(left.marks, right.marks, self.model.against)
        steps += compare_whom(left, right, self.rarity, self.model.against)
        steps += _one_side(left, right, self.rarity, self.model.against)
        if alias:
            steps.append(Step("another name", self.model.title["alias"], left.text, right.text))
        return steps


def _one_side(left: Parsed, right: Parsed, rarity: Rarity, against: Mapping[str, float]) -> list[Step]:
    """A name "A – B" beside one that shares words with B only: B tells a side of A, and others have it too."""
    shared = set(left.parts) & set(right.parts)
    for name in (left, right):
        head = [p for p in name.head if rarity.of(p) >= CONTENT_BITS]
        if head and shared.isdisjoint(head):
            return [Step("one side of a dash", against["one_side"], left.text, right.text)]
    return []


def _total(steps: Iterable[Step]) -> float:
    return sum(step.weight for step in steps)


def _rounded(steps: Iterable[Step]) -> float:
    return round(_total(steps), 3)


def _names(mention: Mention, dropped: frozenset[tuple[int, str]]) -> tuple[str, ...]:
    return (mention.name, *(a for a in mention.aliases if (mention.number, fold(a)) not in dropped))
