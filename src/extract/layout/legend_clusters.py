"""Which patches with words stand together as one legend, and what tells them apart."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from extract.layout.codes import named_before_code
from extract.layout.legend_entry import WHITE, Applies, Entry
from extract.layout.owner_lines import is_short_name
from veikart.core.colour import distance
from veikart.core.geometry import same_row
from veikart.core.people import names_organisation
from veikart.core.text import mend

_CODE = re.compile(r"\b[A-ZÆØÅÄÖ]{2,5}\b")
_CODED = re.compile(rf"(?P<code>{_CODE.pattern})\s*(?:[=:–-]\s*)?(?=[A-ZÆØÅÄÖ][a-zæøåäö])")
_KNOWN_OWNERS = 2
_DOWN, _TALL = 0.12, 3.0  # from one entry of a column to the next: of the page, or so many times its height


def clusters_of(pairs: list[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries that stand in one row, column or grid, told apart; then the rows of those in which a sign
    stands twice."""
    found = _clusters(pairs)
    found += [row for cluster in found for row in _rows_of(cluster)]
    for cluster in found:
        yield _of_owners(_told_apart(cluster))


def _clusters(pairs: list[Entry]) -> list[list[Entry]]:
    """Return the pairs in groups that stand in one row, column or grid."""
    left = list(pairs)
    clusters = []
    while left:
        cluster = [left.pop(0)]
        grown = True
        while grown:
            grown = False
            for entry in list(left):
                if any(_aligned(entry, other) for other in cluster):
                    cluster.append(entry)
                    left.remove(entry)
                    grown = True
        clusters.append(cluster)
    return clusters


def _rows_of(cluster: list[Entry]) -> list[list[Entry]]:
    """Return the rows of a cluster in which a sign stands twice: a key in one row below the dots that it explains."""
    if not any(a.looks_like(b) for a, b in combinations(cluster, 2)):
        return []
    rows: list[list[Entry]] = []
    for entry in cluster:
        row = next((row for row in rows if same_row(row[0].place, entry.place)), None)
        if row is None:
            rows.append([entry])
        else:
            row.append(entry)
    return [row for row in rows if sum(e.status is not None for e in row) > 1]


def _aligned(a: Entry, b: Entry) -> bool:
    first, second = a.blocks[0].frame or a.blocks[0].box, b.blocks[0].frame or b.blocks[0].box
    if first is None or second is None or a.blocks[0] is b.blocks[0]:
        return a.blocks[0] is b.blocks[0]
    rows = first.overlap_y(second) > 0 and abs(first.middle[0] - second.middle[0]) < 0.35
    columns = abs(first.x0 - second.x0) < 0.012 and abs(first.middle[1] - second.middle[1]) < max(
        _DOWN, _TALL * first.height
    )
    return rows or columns


def _told_apart(cluster: list[Entry]) -> list[Entry]:
    """Return the entries by their outlines where patches of one fill differ in them alone, and a hollow patch in the
    colour of a full one as white."""
    hollow = [e for e in cluster if e.applies is Applies.PATCH and e.edge and e.blocks[0].fill in {"", WHITE}]
    if len(hollow) == 1 and any(hollow[0].looks_like(e) for e in cluster if e is not hollow[0] and not e.edge):
        return [replace(e, colour=WHITE) if e is hollow[0] else e for e in cluster]
    pairs = list(combinations(cluster, 2))
    edges = [e.edge for e in cluster]
    if not pairs or not all(edges) or not any(a.looks_like(b) for a, b in pairs):
        return cluster
    if any(distance(a, b) < 4 for a, b in combinations(edges, 2)):
        return [replace(e, colour=_inside_of(e)) for e in cluster]  # full and hollow dots of one colour
    return [replace(e, colour=e.edge, applies=Applies.OUTLINE) for e in cluster]


def _of_owners(cluster: list[Entry]) -> list[Entry]:
    """Return the entries as owners, all of them, where half of their words are known to be: "Firma AS" beside "NHN"."""
    if not any(e.status for e in cluster):
        cluster = _coded(cluster)
    known = [e for e in cluster if e.owners]
    if len(known) < max(_KNOWN_OWNERS, len(cluster) / 2) or any(e.status for e in cluster):
        return cluster
    shapes = {e.shape for e in known}  # a diamond beside patches is a milestone
    return [
        e if e.owners or e.shape not in shapes or not is_short_name(e.text) else replace(e, owners=(e.text,))
        for e in cluster
    ]


def _coded(cluster: list[Entry]) -> list[Entry]:
    """Return the entries that begin with a code, or end in one, as its owners, and those that name such codes: "KIR
    Kirurgisk klinikk", "KIR og MED sammen".

    What stands behind at least half of the codes must end as parts of an organisation do: themes have codes as well.
    """
    coded = [pair for e in cluster if (pair := _code_and_name(mend(e.text))) is not None]
    codes = {code for code, _ in coded}
    bodies = sum(names_organisation(name) for _, name in coded)
    if len(codes) < _KNOWN_OWNERS or 2 * bodies < len(codes):
        return cluster
    named = [(e, tuple(code for code in _CODE.findall(e.text) if code in codes)) for e in cluster]
    return [e if e.owners or not own else replace(e, owners=own) for e, own in named]


def _code_and_name(text: str) -> tuple[str, str] | None:
    """Return the code of a legend's word and what it stands for: "KIR Kirurgisk klinikk", "Helsenettet (HNE)"."""
    before = _CODED.match(text)
    return named_before_code(text) if before is None else (before["code"], text[before.end() :])


def _inside_of(entry: Entry) -> str:
    return entry.blocks[0].fill or WHITE
