"""Links between nodes: what documents bind together, and claims that contradict them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.mentions import Corpus
from reconcile.union import Union
from veikart.core.records import BINDING, Link, Role
from veikart.core.text import fold

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bound:
    """A document's link resolved to nodes: two of them, or one where the other name is no mention of its own."""

    link: Link
    left: int
    right: int

    @property
    def pair(self) -> Pair:
        """The two nodes in ascending order."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)


def resolve(corpus: Corpus) -> list[Bound]:
    """Return all links whose two names are mentions, in the order of their ids."""
    found: list[Bound] = []
    for link in corpus.links:
        left = corpus.by_record.get(link.left_record, -1)
        if link.right_record in corpus.by_record:
            rights: Sequence[int] = [corpus.by_record[link.right_record]]
        else:
            rights = [n for n in corpus.in_document(link.document, link.right_name) if n != left]
        if left < 0:
            lefts = corpus.in_document(link.document, link.left_name)
            left = lefts[0] if lefts else -1
        found += [Bound(link, left, right) for right in rights if left >= 0 and right != left]
    return found


def by_name(corpus: Corpus, must: Sequence[Pair], tells: Callable[[int], bool]) -> list[Pair]:
    """Carry bindings over to mentions of the same names elsewhere: a crosswalk binds names, not only its own cells.

    Not where the name is bound to two measures, where `tells` finds it too common to mean one thing, or where the
    mention has other owners than the bound row.
    """
    union = Union(len(corpus.mentions))
    union.join_all(must)
    bound = sorted({n for pair in must for n in pair})
    rows: dict[str, list[int]] = defaultdict(list)
    for node in bound:
        rows[corpus.mentions[node].key].append(node)
    commons: dict[int, set[str]] = defaultdict(set)
    for node in bound:
        if Role.COMMON in corpus.mentions[node].roles:
            commons[union.find(node)].add(corpus.mentions[node].key)
    carried: list[Pair] = []
    for key, nodes in rows.items():
        if not tells(nodes[0]) or not _one_row(commons, [union.find(n) for n in nodes]):
            continue
        owners = frozenset(o for n in nodes for o in corpus.mentions[n].owners)
        for other in corpus.by_key.get(key, ()):
            mention = corpus.mentions[other]
            if (
                mention.key != key
                or other in nodes
                or (owners and mention.owners and owners.isdisjoint(mention.owners))
            ):
                continue
            carried.append((min(nodes[0], other), max(nodes[0], other)))
    return sorted(carried)


def _one_row(commons: Mapping[int, set[str]], groups: Sequence[int]) -> bool:
    """Tell whether bound groups are one, or the rows of one common measure in several documents."""
    shared = set.intersection(*(commons.get(group, set()) for group in groups))
    return len(set(groups)) == 1 or bool(shared)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A mention that gives another name which stronger evidence holds for another measure."""

    node: int
    alias: str  # as printed
    others: tuple[int, ...]  # mentions that bear the other name
    listed: bool  # True: the two stand side by side in one list; False: they are bound to different measures


def contradictions(corpus: Corpus, must: Sequence[Pair]) -> list[Contradiction]:
    """Return the names in parentheses and after dashes that bindings or lists contradict: they are not believed."""
    union = Union(len(corpus.mentions))
    union.join_all(must)
    bound = {union.find(n) for pair in must for n in pair}
    found: list[Contradiction] = []
    for mention in corpus.mentions:
        group = union.find(mention.number)
        for alias in mention.aliases:
            named = [n for n in corpus.by_key.get(fold(alias), ()) if corpus.mentions[n].key == fold(alias)]
            groups = {union.find(n) for n in named}
            if not named or group in groups:
                continue
            apart = group in bound and bool(groups & bound)
            namesakes = [n for n in corpus.by_key[mention.key] if corpus.mentions[n].key == mention.key]
            beside = any(_side_by_side(corpus, n, other) for n in namesakes for other in named)
            if apart or beside:
                found.append(Contradiction(mention.number, alias, tuple(named), beside and not apart))
    return found


def _side_by_side(corpus: Corpus, left: int, right: int) -> bool:
    one, other = corpus.mentions[left], corpus.mentions[right]
    return not (one.listings.isdisjoint(other.listings) and one.pages.isdisjoint(other.pages))


def binding(bounds: Sequence[Bound]) -> list[Pair]:
    """Return the pairs that documents bind together."""
    return sorted({b.pair for b in bounds if b.link.kind in BINDING})
