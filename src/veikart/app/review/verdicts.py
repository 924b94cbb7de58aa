"""Decisions that cannot hold at once: same and different about what sameness makes one, two values for one field."""

from collections import defaultdict
from collections.abc import Mapping

from veikart.core.decisions import Decision, Judgement

_APART = frozenset({Judgement.DIFFERENT, Judgement.RELATED})


def contradictions(decisions: Mapping[int, Decision]) -> dict[int, set[int]]:
    """Return every decision that contradicts others, by number, with the numbers of those others."""
    found: dict[int, set[int]] = defaultdict(set)
    _identities(decisions, found)
    _values(decisions, found)
    return dict(found)


def _identities(decisions: Mapping[int, Decision], found: dict[int, set[int]]) -> None:
    links: dict[str, dict[str, int]] = defaultdict(dict)
    for number, d in decisions.items():
        if d.judgement is Judgement.SAME:
            links[d.left.record].setdefault(d.right.record, number)
            links[d.right.record].setdefault(d.left.record, number)
    seen: dict[frozenset[str], int] = {}
    for number, d in decisions.items():
        if d.judgement is Judgement.VALUE:
            continue
        pair = frozenset((d.left.record, d.right.record))
        first = seen.setdefault(pair, number)
        if decisions[first].judgement is not d.judgement:
            found[number].add(first)
            found[first].add(number)
        if d.judgement in _APART:
            for other in _path(links, d.left.record, d.right.record):
                found[number].add(other)
                found[other].add(number)


def _path(links: Mapping[str, Mapping[str, int]], start: str, goal: str) -> list[int]:
    """Return the decisions that make two records one, step by step; none where nothing does."""
    came: dict[str, tuple[str, int]] = {}
    queue = [start]
    for record in queue:
        for following, number in links.get(record, {}).items():
            if following != start and following not in came:
                came[following] = (record, number)
                queue.append(following)
    path: list[int] = []
    while goal in came and goal != start:
        goal, number = came[goal]
        path.append(number)
    return path


def _values(decisions: Mapping[int, Decision], found: dict[int, set[int]]) -> None:
    chosen: dict[tuple[str, str], int] = {}
    for number, d in decisions.items():
        if d.judgement is Judgement.VALUE and d.value:
            first = chosen.setdefault((d.left.record, d.field), number)
            if decisions[first].value != d.value:
                found[number].add(first)
                found[first].add(number)
