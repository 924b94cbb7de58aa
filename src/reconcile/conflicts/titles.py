"""One measure under several names, where no crosswalk says so: which name shall stand?"""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind

SPELLING = 88.0
"""Likeness (0–100) from which two names are one name spelt in two ways."""


def titles(scene: Scene) -> Iterator[Draft]:
    """Yield measures with several names: misspelt ones, and different ones within a document or across documents."""
    for measure, mentions in scene.groups():
        distinct = {m.key: m for m in mentions}
        if len(distinct) > 1:
            yield from _spelt(measure, mentions, distinct)
            free = {
                key: m
                for key, m in distinct.items()
                if not any(r.role.value in ("member", "common") for r in m.records)
            }
            if len(free) > 1 and not _only_spelling([m.key for m in free.values()]):
                yield _named(measure, mentions, list(free.values()))


def _spelt(measure: str, mentions: Sequence[Mention], distinct: dict[str, Mention]) -> Iterator[Draft]:
    keys = sorted(distinct)
    for i, key in enumerate(keys):
        for other in keys[i + 1 :]:
            if key[0].isalpha() and fuzz.ratio(key, other) >= SPELLING and not _digits_differ(key, other):
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


def _digits_differ(left: str, right: str) -> bool:
    return [c for c in left if c.isdigit()] != [c for c in right if c.isdigit()]
