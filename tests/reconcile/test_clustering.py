from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.clustering import cluster

FLOOR, THRESHOLD = -4.0, 3.0
Pair = tuple[int, int]


def slow(
    size: int, weights: dict[Pair, float], must: list[Pair], cannot: list[Pair], lists: list[list[str]]
) -> list[list[int]]:
    """The same rule, written as plainly as possible: join the best allowed pair of groups until there is none."""
    groups = [{i} for i in range(size)]
    for a, b in must:
        one, other = (next(g for g in groups if n in g) for n in (a, b))
        if one is not other:
            groups.remove(other)
            one |= other
    units = [frozenset(g) for g in groups]
    state = [[u] for u in sorted(units, key=min)]
    seen = {u: {x for i in u for x in lists[i] if sum(x in lists[j] for j in u) == 1} for u in units}

    def between(u: frozenset[int], v: frozenset[int]) -> float:
        found = [weights[min(a, b), max(a, b)] for a in u for b in v if (min(a, b), max(a, b)) in weights]
        return max([*found, FLOOR])

    def average(one: list[frozenset[int]], other: list[frozenset[int]]) -> float:
        total = sum(between(u, v) * len(u) * len(v) for u in one for v in other)
        return round(total / (sum(map(len, one)) * sum(map(len, other))), 9)

    def apart(one: list[frozenset[int]], other: list[frozenset[int]]) -> bool:
        a, b = set().union(*one), set().union(*other)
        if any((x in a and y in b) or (x in b and y in a) for x, y in cannot):
            return True
        return bool(set().union(*(seen[u] for u in one)) & set().union(*(seen[u] for u in other)))

    def compared(one: list[frozenset[int]], other: list[frozenset[int]]) -> bool:
        return any((min(a, b), max(a, b)) in weights for u in one for v in other for a in u for b in v)

    while True:
        options = [
            (-average(one, other), min(map(min, one)), min(map(min, other)), i, j)
            for (i, one), (j, other) in combinations(enumerate(state), 2)
            if compared(one, other) and not apart(one, other) and average(one, other) >= THRESHOLD
        ]
        if not options:
            return sorted(sorted(set().union(*g)) for g in state)
        _, _, _, i, j = min(options)
        state[i] += state.pop(j)
        state.sort(key=lambda g: min(map(min, g)))


@st.composite
def problems(draw: st.DrawFn) -> tuple[int, dict[Pair, float], list[Pair], list[Pair], list[list[str]]]:
    size = draw(st.integers(2, 8))
    pairs = list(combinations(range(size), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=16))
    weights = {p: float(draw(st.integers(-10, 12))) for p in chosen}
    must = draw(st.lists(st.sampled_from(pairs), max_size=2))
    cannot = draw(st.lists(st.sampled_from(pairs), max_size=3))
    lists = [draw(st.lists(st.sampled_from("ab"), max_size=1)) for _ in range(size)]
    return size, weights, must, cannot, lists


@settings(max_examples=300, deadline=None)
@given(problems())
def test_same_as_the_plain_rule(
    problem: tuple[int, dict[Pair, float], list[Pair], list[Pair], list[list[str]]],
) -> None:
    size, weights, must, cannot, lists = problem
    assert cluster(size, weights, must, cannot, THRESHOLD, FLOOR, lists) == slow(size, weights, must, cannot, lists)


@settings(max_examples=100, deadline=None)
@given(problems(), st.randoms())
def test_order_of_the_input_does_not_matter(problem: tuple, random: object) -> None:  # type: ignore[type-arg]
    size, weights, must, cannot, lists = problem
    shuffled = list(weights.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    once = cluster(size, weights, must, cannot, THRESHOLD, FLOOR, lists)
    assert once == cluster(size, dict(shuffled), must[::-1], cannot[::-1], THRESHOLD, FLOOR, lists)


@given(problems())
def test_cannot_link_is_never_crossed(problem: tuple) -> None:  # type: ignore[type-arg]
    size, weights, _, cannot, lists = problem
    for group in cluster(size, weights, [], cannot, THRESHOLD, FLOOR, lists):
        assert not any(a in group and b in group for a, b in cannot)
        held = [x for n in group for x in lists[n]]
        assert len(held) == len(set(held))


def test_a_chain_does_not_collapse() -> None:
    chain = {(i, i + 1): 5.0 for i in range(20)}
    assert max(map(len, cluster(21, chain, [], [], THRESHOLD, FLOOR))) == 2
