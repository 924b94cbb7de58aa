"""Short forms of organisations that a document explains itself: a key of codes for stickers and parentheses."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from extract.deck import Deck
from extract.layout.codes import coded_pairs, codes_in_use, in_use, named_before_code
from extract.layout.told_owners import told_owners
from veikart.core.blocks import Block, Page
from veikart.core.people import names_organisation
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary

_SHORT = re.compile(r"^(?P<short>[A-ZÆØÅ][\wÆØÅæøå&.-]{0,9})\s*(?P<sign>=|[–—-]|:)\s+(?P<long>[A-ZÆØÅ][^=:\n]{3,60})$")
_SIGN = re.compile(r"[=–—:-]")
_LINES = re.compile(r"[\n;]|\.\s+(?=[^.=\s]{1,10}\s*=)|,(?=[^,=]*=)|[ \xa0]+(?=[A-ZÆØÅ]{2,6}\s*=)")
_FORM = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå&.-]{0,9}")
_LONGEST_NAMED = 60  # characters
_EQUATED = re.compile(r"(?P<code>[A-ZÆØÅÄÖ]\w{0,5})\s*=\s*(?P<name>[^=,;.]{3,40})(?=[,;.]|$)")
_LEAST_MEMBERS = 3
"""Short forms of one page from which they are those of its members, though no name shows what it is."""
_LEAST_CODES = 2
_LONGEST_NAME = 4
_NEXT = 0.05
"""Farthest that a name stands right of its short form, as a share of the page's width."""
_KEY = "short_forms"


def short_forms(deck: Deck) -> dict[str, str]:
    """Return the organisations behind short forms that a page explains ("HX = Helse Eksempel"), codes where known.

    What the stretches before explained still holds. A form that is explained in two ways is left out.
    """
    found: dict[str, set[str]] = {}
    codes = {c: uses for c, uses in codes_in_use(deck.pages).items() if not deck.vocabulary.organisation(c)}
    for page in deck.pages:
        for short, owner in (*_explained(page, deck.vocabulary), *_coded(page, codes, deck.vocabulary)):
            found.setdefault(short, set()).add(owner)
    known: dict[str, str] = deck.carried.setdefault(_KEY, {})
    for short, owners in found.items():
        if len(owners) == 1:
            known.setdefault(short, next(iter(owners)))
    return known


def explained_forms(deck: Deck) -> dict[str, str]:
    """Return the short forms that `short_forms` has found so far."""
    return dict(deck.carried.get(_KEY, {}))


def learned(deck: Deck) -> Vocabulary:
    """Return the vocabulary with the short forms that the deck explains itself and the owners that its tables name.

    It is the same one where there are none.
    """
    forms, known = short_forms(deck), deck.vocabulary
    told = [name for name in told_owners(deck) if name not in forms]
    explained = all(known.printed_owner(known.organisation(short), short) == owner for short, owner in forms.items())
    if explained and not told:
        return known
    rows: dict[str, dict[str, list[str]]] = {}
    for short, owner in () if explained else forms.items():
        where = "short" if len(short) > 1 else "whole"  # a letter within a sentence is no organisation
        rows.setdefault(known.organisation(owner) or owner, {}).setdefault(where, []).append(short)
    return known.with_organisations([*({"code": owner, **row} for owner, row in rows.items()), *_whole(told)])


def _whole(names: Sequence[str]) -> list[dict[str, object]]:
    """Return organisations that stand by their names where these are whole texts."""
    return [{"code": name, "whole": [name]} for name in names]


def _explained(page: Page, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the short forms that a page explains: by a sign of equality, or at least two of them in another way."""
    certain: list[tuple[str, str]] = []
    likely: list[tuple[str, str]] = []
    members: list[tuple[str, str]] = []
    for block in page.blocks:
        certain += _labelled(block, vocabulary)
        for line in _lines(block.text):
            match = _SHORT.match(mend(line))
            if match is None or not _is_short(match["short"], vocabulary):
                continue
            owner = _printed(match["long"], vocabulary)
            if owner:
                (certain if match["sign"] == "=" else likely).append((match["short"], owner))
            elif match["sign"] == "=" and match["short"].isupper() and _is_proper(match["long"], vocabulary):
                members.append((match["short"], mend(match["long"])))
    if len(members) + len(certain) >= _LEAST_MEMBERS and _tells_members(page, vocabulary):
        certain += members
    likely += [pair for pair in _beside(page, vocabulary) if pair not in certain]
    return certain + likely if certain or len(likely) > 1 else []


def _coded(page: Page, codes: Mapping[str, int], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the codes that a line of the page explains and that stand on chips or in parentheses in the deck."""
    if len(codes) < _LEAST_CODES:
        return []
    pairs = [pair for b in page.blocks for line in b.text.split("\n") for pair in coded_pairs(line, codes, vocabulary)]
    pairs += in_use(_in_rows(page), codes, vocabulary)
    pairs += in_use(_in_brackets(page, codes), codes, vocabulary)
    return [(code, _printed(name, vocabulary) or name) for code, name in pairs]


def _in_rows(page: Page) -> list[tuple[str, str]]:
    """Return the first two cells of each row of the page's tables, where these are all of it."""
    rows: dict[tuple[str, int], list[Block]] = {}
    for block in page.blocks:
        if block.table and block.text.strip():
            rows.setdefault((block.table, block.row), []).append(block)
    return [(mend(row[0].text), mend(row[1].text)) for row in rows.values() if [b.column for b in row] == [0, 1]]


def _in_brackets(page: Page, codes: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return the organisations whose code stands behind them, with which it begins too: "Helsenettet (HNE)"."""
    texts = [mend(b.text) for b in page.blocks if "(" in b.text and len(b.text) <= _LONGEST_NAMED]
    found = [pair for text in texts if (pair := named_before_code(text)) is not None]
    return [(c, name) for c, name in found if c in codes and name[0] == c[0] and names_organisation(name)]


def _labelled(block: Block, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return what a line says behind a label of owners: "Ansvar: K = kommunane, HF = helseføretaket"."""
    told = vocabulary.run_in(block.text) if block.text.count("=") >= _LEAST_CODES else None
    if told is None or told[0] != "owner":
        return []
    pairs = [(match["code"], mend(match["name"])) for match in _EQUATED.finditer(told[2])]
    return [(code, _printed(name, vocabulary) or name) for code, name in pairs]


def _lines(text: str) -> list[str]:
    """Return the lines of a key; one that explains no form itself goes on the line above it."""
    lines: list[str] = []
    for line in _LINES.split(text) if _SIGN.search(text) else ():
        if lines and "=" in lines[-1] and "=" not in line:
            lines[-1] += "\n" + line
        else:
            lines.append(line)
    return lines


def _printed(name: str, vocabulary: Vocabulary) -> str:
    """Return the code of an organisation, or the name that the key prints where exports show printed names."""
    return vocabulary.printed_owner(vocabulary.owner(name), name)


def _is_proper(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a text may be the name of a place or body: capitals throughout, no word that the genre knows."""
    parts = mend(name).split()
    capital = all(p[:1].isupper() or p in {"og", "i", "and"} for p in parts)
    return len(parts) <= _LONGEST_NAME and capital and vocabulary.status(name) is None and not vocabulary.header(name)


def _tells_members(page: Page, vocabulary: Vocabulary) -> bool:
    """Tell whether a page's first line or a word on it says that it is about who takes part."""
    first = [mend(b.text) for b in page.blocks if b.text.strip()][:2]
    words = [word for text in first for word in (text, *text.split())]
    return any(vocabulary.header(word.strip("?:.,")) == "owner" for word in words)


def _beside(page: Page, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the short forms with the organisation in the next cell of their row, or in the text right of them."""
    forms = [b for b in page.blocks if _FORM.fullmatch(mend(b.text)) and _is_short(mend(b.text), vocabulary)]
    forms = [b for b in forms if b.table or not vocabulary.organisation(mend(b.text))]  # two stickers in a row
    if len(forms) < 2:
        return []
    known = {b.id for b in forms}
    named = [(b, owner) for b in page.blocks if b.id not in known and (owner := _printed(b.text, vocabulary))]
    beside = [(form, next((owner for b, owner in named if _is_next(form, b)), "")) for form in forms]
    pairs = [(form, owner) for form, owner in beside if owner and fold(owner) != fold(mend(form.text))]
    rows = Counter((form.table, form.column) for form, _ in pairs)  # a key has its forms below each other, no heads
    return [(mend(form.text), owner) for form, owner in pairs if not form.table or rows[form.table, form.column] > 1]


def _is_next(form: Block, name: Block) -> bool:
    if form.table or name.table:
        return (form.table, form.row, form.column + 1) == (name.table, name.row, name.column)
    a, b = form.frame or form.box, name.box
    if a is None or b is None:
        return False
    return a.overlap_y(b) > 0.5 * min(a.height, b.height) and 0 <= b.x0 - a.x1 < _NEXT


def _is_short(form: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a form is short for a name: mostly capitals, and no word of the genre ("Eier: Helse Vest")."""
    capitals = sum(c.isupper() for c in form)
    return capitals * 2 > len(form) and not vocabulary.header(form) and not vocabulary.label(form)
