"""One measure under several names, where no crosswalk says so: which name shall stand?"""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.language.repair import inflected
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind
from veikart.core.records import Role
from veikart.core.text import words

_OF_CROSSWALKS = frozenset({Role.MEMBER, Role.COMMON})
MAX_SLIP = 2
"""Letters that make a slip."""
SPELLING = 88.0
"""Likeness (0–100) from which two names are one name spelt in two ways."""


def titles(scene: Scene) -> Iterator[Draft]:
    """Yield measures with several names: misspelt ones, and different ones within a document or across documents."""
    for measure, mentions in scene.groups():
        distinct = {m.key: m for m in mentions}
        if len(distinct) > 1:
            free = {key: m for key, m in distinct.items() if m.roles.isdisjoint(_OF_CROSSWALKS)}
            named = len(free) > 1 and not _only_spelling([m.key for m in free.values()])
            if named:
                yield _named(measure, mentions, list(free.values()))
            yield from _spelt(measure, mentions, distinct, frozenset(free) if named else frozenset())


def _spelt(
    measure: str, mentions: Sequence[Mention], distinct: dict[str, Mention], asked: frozenset[str]
) -> Iterator[Draft]:
    """Yield the first two names spelt alike but not the same; names `asked` about already only where one is a slip."""
    keys = sorted(distinct)
    for i, key in enumerate(keys):
        for other in keys[i + 1 :]:
            alike = key[0].isalpha() and fuzz.ratio(key, other) >= SPELLING and not _digits_differ(key, other)
            if alike and (not {key, other} <= asked or _is_slip(distinct[key].name, distinct[other].name)):
                pair = (distinct[key], distinct[other])
                listed = f"{names(m.name for m in pair)} ({places(m.record for m in pair)})"
                message = say("title.spelling", values=listed)
                nodes = tuple(m.number for m in mentions)
                records = tuple(r for m in pair for r in m.records)
                values = tuple(m.name for m in pair)
                yield Draft(ConflictKind.TITLE, (measure, "spelling"), 34.0, nodes, records, message, "name", values)
                return


def _named(measure: str, mentions: Sequence[Mention], free: Sequence[Mention]) -> Draft:
    documents = {m.document.path for m in free}
    listed = f"{names(m.name for m in free)} ({places(m.record for m in free)})"
    within = len(documents) < len(free)
    nodes = tuple(m.number for m in mentions)
    records = tuple(r for m in free for r in m.records)
    values = tuple(m.name for m in free)
    message = say("title.names", values=listed)
    priority = 46.0 if within else 40.0
    return Draft(ConflictKind.TITLE, (measure, "names"), priority, nodes, records, message, "name", values)


def _only_spelling(keys: Sequence[str]) -> bool:
    return all(fuzz.ratio(keys[0], key) >= SPELLING for key in keys[1:])


def _is_slip(left: str, right: str) -> bool:
    """Tell whether the names have the same words but for one that is a letter or two off and no inflection."""
    one, other = set(words(left.casefold())), set(words(right.casefold()))
    if len(one - other) != 1 or len(other - one) != 1:
        return False
    (a,), (b,) = one - other, other - one
    return OSA.distance(a, b) <= MAX_SLIP and not inflected(a, b)


def _digits_differ(left: str, right: str) -> bool:
    return [c for c in left if c.isdigit()] != [c for c in right if c.isdigit()]
