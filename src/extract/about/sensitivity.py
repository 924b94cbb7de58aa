"""How protected a document is: labels in its properties, and what its pages print. The highest wins."""

import re
from collections.abc import Iterable

from extract.about.front import EDGES, READABLE, at_edge
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.text import mend, words
from veikart.core.vocabulary import Vocabulary

_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST = 80
_APART = EDGES | {BlockKind.WATERMARK}
_PRINTED = _APART | READABLE


def sensitivity_of(meta: DocumentMeta, pages: Iterable[Page], vocabulary: Vocabulary) -> str:
    """Return the highest label; an own label of the organisation that no grade knows is kept as it is written."""
    named = [label for label in meta.labels if label.strip() and not _GUID.fullmatch(label.strip())]
    told = [vocabulary.sensitivity(label) or label for label in named]
    known = [label for label in told if vocabulary.sensitivity_rank(label)]
    printed = printed_sensitivity(pages, vocabulary)
    highest = vocabulary.highest_sensitivity([*known, printed])
    return highest or (told[0] if told else "")


def printed_sensitivity(pages: Iterable[Page], vocabulary: Vocabulary) -> str:
    """Return the highest label that pages print, "" for none."""
    found: set[str] = set()
    for page in pages:
        last = len(page.blocks) - 1
        for index, block in enumerate(page.blocks):
            if block.hidden or not block.text or len(block.text) > _LONGEST:
                continue
            if label := _label(block, index in {0, last} and not page.laid_out, vocabulary):
                found.add(label)
    return vocabulary.highest_sensitivity(sorted(found))


def _label(block: Block, at_end: bool, vocabulary: Vocabulary) -> str:
    if block.kind not in _PRINTED:
        return ""
    label = vocabulary.sensitivity(block.text)
    # One word such as "Intern" is a label only where labels stand: in the middle of a page it may be anything.
    stands = at_end or block.kind in _APART or at_edge(block)
    return label if label and (stands or len(words(mend(block.text))) > 1) else ""
