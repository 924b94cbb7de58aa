"""Titles that look wrong as printed: cut off, divided between two items of a list, or misspelt in one word."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from reconcile.conflicts.scene import Draft, Scene
from reconcile.conflicts.wording import names, places, say
from reconcile.evidence.rarity import CONTENT_BITS
from reconcile.language.repair import inflected
from reconcile.mentions import Mention
from veikart.core.outcome import ConflictKind
from veikart.core.records import Record
from veikart.core.text import fold, words

_TAIL = re.compile(r"\s[-–—]\s*|[–—]\s")


def printed_wrong(scene: Scene) -> Iterator[Draft]:
    """Yield questions about single titles."""
    yield from _divided(scene)
    yield from _misspelt(scene)
    for mention in scene.corpus.mentions:
        cut = next((r for r in mention.records if r.title.count("(") != r.title.count(")")), None)
        if cut is not None:
            message = say("title.cut", name=cut.title, places=places((cut,)))
            key, nodes = (mention.key, mention.document.path, "cut"), (mention.number,)
            yield Draft(ConflictKind.TITLE, key, 33.0, nodes, mention.records, message, "name", (cut.title,))


def _divided(scene: Scene) -> Iterator[Draft]:
    """Yield two neighbours in a list that stand elsewhere as one title: "… strukturerte data – Pasientskjema"."""
    joined: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for mention in scene.corpus.mentions:
        for record in mention.records:
            head, *tail = _TAIL.split(record.title)
            if len(tail) == 1 and len(words(tail[0])) > 1:
                joined[fold(tail[0])].append((head, mention))
    seen: set[tuple[str, str]] = set()
    for before, after in _neighbours(scene):
        for head, whole in joined.get(fold(after.name), ()):
            key = (fold(before.name), fold(after.name))
            if key not in seen and whole.key not in key and _part_of(scene, before, head):
                seen.add(key)
                yield _asked(scene, before, after, whole)


def _neighbours(scene: Scene) -> Iterator[tuple[Record, Record]]:
    """Yield the items of each list with the next one, in the order of reading."""
    lists: dict[str, list[Record]] = defaultdict(list)
    for mention in scene.corpus.mentions:
        for record in mention.records:
            if record.listing:
                lists[f"{record.document}\n{record.listing}"].append(record)
    for _, records in sorted(lists.items()):
        yield from pairwise(sorted(records, key=lambda r: (r.page, r.line_start, r.anchor)))


def _part_of(scene: Scene, record: Record, text: str) -> bool:
    """Tell whether most of what a title is about stands in a text."""
    comparer = scene.compared.comparer
    own = [
        p for p in comparer.names[scene.corpus.by_record[record.id]][0].parts if comparer.rarity.of(p) >= CONTENT_BITS
    ]
    held = set(comparer.language.parse(text).parts)
    return len(own) > 1 and 2 * sum(p in held for p in own) > len(own)


def _asked(scene: Scene, before: Record, after: Record, whole: Mention) -> Draft:
    message = say(
        "split_or_merge.divided",
        left=before.name,
        right=after.name,
        whole=whole.record.title,
        places=places((before, after, whole.record)),
    )
    nodes = tuple(sorted({*(scene.corpus.by_record[r.id] for r in (before, after)), whole.number}))
    records = (before, after, *whole.records)
    key = (fold(before.name), fold(after.name), "divided")
    values = (before.name, after.name)
    return Draft(ConflictKind.SPLIT_OR_MERGE, key, 60.5, nodes, records, message, values=values)


def _misspelt(scene: Scene) -> Iterator[Draft]:
    """Yield words one slip away from a better known one that other titles have."""
    repaired = scene.compared.comparer.repaired
    holders: dict[str, list[Mention]] = defaultdict(list)
    for mention in scene.corpus.mentions:
        for word in {w.casefold() for w in words(mention.name)}:
            holders[word].append(mention)
    for wrong, right in sorted(repaired.items()):
        odd, usual = holders.get(wrong, []), holders.get(right, [])
        if not odd or not usual or inflected(wrong, right) or _whole_name(odd, usual, wrong, right):
            continue
        shown = [r for m in odd for r in m.records]
        message = say(
            "title.word",
            wrong=wrong,
            right=right,
            names=names(m.name for m in odd),
            places=places([*shown, usual[0].record]),
        )
        nodes = tuple(m.number for m in odd)
        yield Draft(ConflictKind.TITLE, (wrong, "word"), 36.0, nodes, tuple(shown), message, "name", (wrong, right))


def _whole_name(odd: list[Mention], usual: list[Mention], wrong: str, right: str) -> bool:
    """Tell whether the names differ in nothing else: then the question about the name's spelling covers it."""
    keys = {m.key for m in usual}
    return all(fold(m.name).replace(fold(wrong), fold(right)) in keys for m in odd)
