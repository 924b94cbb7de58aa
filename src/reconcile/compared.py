"""The corpus compared: bindings, contradicted claims, and the weight of every pair worth comparing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reconcile.bindings import Bound, Contradiction, binding, by_name, contradictions, resolve
from reconcile.candidates import candidates
from reconcile.deciding import Verdicts
from reconcile.evidence.compare import Comparer, Evidence
from reconcile.evidence.model import Model, load_model
from reconcile.evidence.theme import compare_theme, make_theme, theme_pairs
from reconcile.language.parts import Language, load_language
from reconcile.learning.weights import judged_pairs, learn, shifts
from reconcile.mentions import Corpus
from reconcile.namesakes import Namesakes, find_namesakes
from reconcile.union import Union
from veikart.core.outcome import RunModel, Step
from veikart.core.records import BINDING, Role
from veikart.core.text import fold
from veikart.core.vocabulary import Vocabulary

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is known of a corpus before it is clustered."""

    corpus: Corpus
    model: Model
    comparer: Comparer
    bounds: tuple[Bound, ...]
    must: tuple[Pair, ...]  # crosswalk rows and what carries them to other documents
    refused: tuple[Contradiction, ...]
    namesakes: Namesakes
    evidence: dict[Pair, Evidence]
    weights: RunModel


def compare_corpus(
    corpus: Corpus, vocabulary: Vocabulary, cache: Path | None, verdicts: Verdicts, same: float
) -> Compared:
    """Compare all pairs of mentions that are worth it, with weights learned from them and from people's verdicts.

    `same` is the weight in bits from which two mentions are one measure.
    """
    model = load_model()
    language = load_language(vocabulary, cache)
    bounds = resolve(corpus)
    must = binding(bounds)
    if must:  # without a crosswalk nothing is carried anywhere
        must += by_name(corpus, must, Comparer(corpus, language, model, {}, frozenset()).tells)
    refused = contradictions(corpus, must)
    comparer = _comparer(corpus, language, model, bounds, refused)
    told_of = {n for pair in (*verdicts.pairs(), *(b.pair for b in bounds)) for n in pair}
    namesakes = find_namesakes(corpus, comparer, told_of, same)
    apart = {node: names for node, names in comparer.names.items() if node not in namesakes.behind}
    pairs = candidates(apart, comparer.rarity, comparer.links)
    plain = {pair: comparer.compare_plainly(*pair) for pair in pairs} | namesakes.evidence
    weights = learn(corpus, model, plain, must, judged_pairs(verdicts, comparer))
    comparer.learn(shifts(weights.levels))
    evidence = {pair: comparer.moved(found) for pair, found in plain.items()}
    evidence.update(_themes(corpus, comparer, must, evidence))
    return Compared(corpus, model, comparer, tuple(bounds), tuple(must), tuple(refused), namesakes, evidence, weights)


def _comparer(
    corpus: Corpus, language: Language, model: Model, bounds: Iterable[Bound], refused: Iterable[Contradiction]
) -> Comparer:
    against = {(min(c.node, o), max(c.node, o)) for c in refused for o in c.others}
    claims = {b.pair: b.link.kind for b in bounds if b.link.kind not in BINDING and b.pair not in against}
    dropped = frozenset((c.node, fold(c.alias)) for c in refused)
    return Comparer(corpus, language, model, claims, dropped)


def _themes(
    corpus: Corpus, comparer: Comparer, must: Iterable[Pair], evidence: dict[Pair, Evidence]
) -> dict[Pair, Evidence]:
    """Weigh names against the themes of bound groups; a name that stands in a list with one of the group is none of
    it, in whatever document."""
    union = Union(len(corpus.mentions))
    union.join_all(must)
    groups = [sorted(g, key=lambda n: (Role.COMMON not in corpus.mentions[n].roles, n)) for g in union.groups()]
    groups = [group for group in groups if len(group) > 1]
    themes = [theme for group in groups if (theme := make_theme(group, comparer.names, comparer.rarity))]
    bound = frozenset(node for group in groups for node in group)
    members = {group[0]: group for group in groups}
    found: dict[Pair, Evidence] = {}
    beside = _listed_names(corpus, comparer)
    for node, theme in theme_pairs(themes, comparer.names, bound):
        listings = beside[frozenset(comparer.names[node][0].parts)]
        if any(not listings.isdisjoint(corpus.mentions[n].listings) for n in members[theme.node]):
            continue
        named = comparer.names[node]
        step = max(
            (s for name in named if (s := compare_theme(name, theme, comparer.rarity, comparer.model.title))),
            key=lambda s: s.weight,
            default=None,
        )
        pair = (min(node, theme.node), max(node, theme.node))
        if step and (best := _with_theme(evidence.get(pair) or comparer.compare(*pair), step)):
            found[pair] = best
    return found


def _listed_names(corpus: Corpus, comparer: Comparer) -> dict[frozenset[str], frozenset[str]]:
    """Return the lists that names of the same parts are items of, by parts."""
    found: dict[frozenset[str], frozenset[str]] = defaultdict(frozenset)
    for mention in corpus.mentions:
        found[frozenset(comparer.names[mention.number][0].parts)] |= mention.listings
    return found


def _with_theme(evidence: Evidence, theme: Step) -> Evidence | None:
    """Put the theme in the place of the title where it says more; None where it does not."""
    titles = [s for s in evidence.steps if s.name.startswith("title") or s.name == "another name"]
    if theme.weight <= sum(s.weight for s in titles):
        return None
    marks = {"step", "version", "ages", "for whom"}
    steps = tuple(theme if s is titles[0] else s for s in evidence.steps if s not in titles[1:] and s.name not in marks)
    return replace(evidence, weight=round(sum(s.weight for s in steps), 3), steps=steps)
