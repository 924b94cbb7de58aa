"""Who issued a document: as its cover, logo, footer and properties tell. Empty where it speaks for several."""

import re
from collections import Counter

from extract.about.front import issuer_words, readable
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.periods import find_periods, parse_axis
from veikart.core.text import mend, words
from veikart.core.vocabulary import Vocabulary

MIN_MENTIONS = 8
DOMINANT = 0.75
"""Share of all mentions of organisations from which the text alone may tell the issuer."""

_LANES = 3
_AXIS_LABELS = 2
_BODY_WORDS = 8
_ADDRESS = re.compile(r"(?:@|https?://(?:www\.)?|www\.)([a-z0-9-]+)\.(?:no|se|dk|com|org|eu|net)\b", re.IGNORECASE)
_LOGO_SHARE = 0.5


def issuer_of(
    front: list[Block], edges: list[str], pages: list[Page], meta: DocumentMeta, title: str, vocabulary: Vocabulary
) -> str:
    """Return the issuer's code or printed name, "" where nothing tells or several organisations share the document."""
    found = (
        _on_cover(front, title, vocabulary)
        or _in_title(title, vocabulary)
        or _on_edges(edges, vocabulary)
        or _body_on_cover(front, title, vocabulary)
        or _in_properties(meta, vocabulary)
        or _on_logo(pages, vocabulary)
        or _by_address(front, edges, vocabulary)
        or _by_mentions(pages, vocabulary)
    )
    return "" if found and _shared(pages, found, vocabulary) else found


def _on_cover(front: list[Block], title: str, vocabulary: Vocabulary) -> str:
    """Return the one organisation that has a line of its own on the cover, perhaps beside a date."""
    named: list[str] = []
    for block in front:
        line = _without_dates(mend(block.text))
        if block.kind in {BlockKind.CELL, BlockKind.BULLET} or mend(block.text) == title:
            continue
        several = vocabulary.split_organisations(line)
        named += several or [name for name in [vocabulary.owner(line)] if name]
    distinct = list(dict.fromkeys(named))
    return distinct[0] if len(distinct) == 1 else ""


def _in_title(title: str, vocabulary: Vocabulary) -> str:
    named = vocabulary.organisations_in(title)
    return named[0] if len(named) == 1 else ""


def _on_edges(edges: list[str], vocabulary: Vocabulary) -> str:
    named: list[str] = []
    for text in edges:
        parts = re.split(r"\s*[|•·\t]\s*|\s+[–—-]\s+|,\s+", _without_dates(text))
        named += [name for part in parts if (name := vocabulary.owner(part))]
    distinct = list(dict.fromkeys(named))
    return distinct[0] if len(distinct) == 1 else ""


def _body_on_cover(front: list[Block], title: str, vocabulary: Vocabulary) -> str:
    """Return a board, council or directorate outside the vocabulary that has a line of its own on the cover."""
    for block in front:
        if block.text.rstrip().endswith((".", ":", "?", "!", ";")):
            continue
        line = _without_dates(mend(block.text))
        tokens = words(line)
        if line == title or not 1 <= len(tokens) <= _BODY_WORDS or block.kind is BlockKind.BULLET:
            continue
        if line[:1].isupper() and tokens[0].endswith(issuer_words().bodies):
            return vocabulary.owner(line) or line
    return ""


def _in_properties(meta: DocumentMeta, vocabulary: Vocabulary) -> str:
    return vocabulary.owner(meta.company) or vocabulary.owner(meta.author)


def _on_logo(pages: list[Page], vocabulary: Vocabulary) -> str:
    """Return the organisation that the descriptions of pictures name on most pages or on the first."""
    counts: Counter[str] = Counter()
    first: set[str] = set()
    for index, page in enumerate(pages):
        codes = {
            code
            for block in page.blocks
            if block.kind is BlockKind.PICTURE
            for code in vocabulary.organisations_in(block.text)
        }
        counts.update(codes)
        first |= codes if index == 0 else set()
    steady = [code for code, count in counts.items() if count >= max(2.0, _LOGO_SHARE * len(pages))]
    if len(steady) == 1:
        return steady[0]
    return first.pop() if len(first) == 1 else ""


def _by_address(front: list[Block], edges: list[str], vocabulary: Vocabulary) -> str:
    texts = [block.text for block in front] + edges
    hosts = [host.replace("-", " ") for text in texts for host in _ADDRESS.findall(text)]
    named = list(dict.fromkeys(code for host in hosts if (code := vocabulary.organisation(host))))
    return named[0] if len(named) == 1 else ""


def _by_mentions(pages: list[Page], vocabulary: Vocabulary) -> str:
    counts: Counter[str] = Counter()
    for page in pages:
        for block in readable(page):
            counts.update(vocabulary.organisations_in(block.text))
    total = counts.total()
    if not total:
        return ""
    code, count = counts.most_common(1)[0]
    return code if count >= MIN_MENTIONS and count >= DOMINANT * total else ""


def _shared(pages: list[Page], issuer: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the issuer is but one lane among others on a plan: then the deck speaks for all of them."""
    for page in pages:
        names = [mend(b.text) for b in readable(page) if not (b.table and b.column)]
        lanes = Counter(name for text in names if (name := vocabulary.organisation(text)))
        alone = {name for name, count in lanes.items() if count == 1}
        if issuer in alone and len(alone) >= _LANES:
            axis = sum(parse_axis(text) is not None for block in readable(page) if (text := mend(block.text)))
            if axis >= _AXIS_LABELS:
                return True
    return False


def _without_dates(line: str) -> str:
    for period in reversed(find_periods(line)):
        line = line[: period.start] + line[period.end :]
    return line.strip(" ,;:|•·–—-\t")
