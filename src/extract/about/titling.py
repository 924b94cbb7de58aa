"""What a document is called, and which series of editions it belongs to."""

import re

from extract.about.front import issuer_words
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.periods import find_periods
from veikart.core.text import fold, mend, phrase, words
from veikart.core.vocabulary import Vocabulary

_LONGEST_TITLE = 160
_SAME_SIZE = 0.95
_SHARED_WORDS = 0.5
_MIN_LETTERS = 3
_TITLE_LINES = 3
_VERSION = re.compile(
    r"(?<!\w)(?:versjon|version|utgave|utgåve|edition|rev(?:isjon|ision)?|utkast|draft)\.?\s*\d+(?:\.\d+)*(?!\w)"
    r"|(?<!\w)v?\d+(?:\.\d+)+(?!\w)|(?<!\w)v\d+(?!\w)|(?<!\d)(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\(\s*\)")


def title_of(front: list[Block], pages: list[Page], meta: DocumentMeta, path: str, vocabulary: Vocabulary) -> str:
    """Return the title: as the properties state it where the pages bear it out, else as the cover prints it."""
    stated = mend(meta.title)
    printed = _printed_title(front, bool(pages) and pages[0].laid_out, vocabulary)
    if not stated or is_junk(stated, path):
        return printed
    return stated if not printed or _borne_out(stated, front, pages) else printed


def series_of(title: str, issuer: str, path: str) -> str:
    """Return a key that editions of one document share: the title without dates, versions and words of edition."""
    name = title or re.sub(r"[_.-]+", " ", path.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    for period in reversed(find_periods(name)):
        name = name[: period.start] + " " + name[period.end :]
    name = _PARENTHESIS.sub(" ", _VERSION.sub(" ", name))
    kept = [word for word in words(name) if word not in issuer_words().edition]
    key = " ".join(kept) or phrase(title or path)
    return f"{issuer.casefold()}: {key}" if issuer else key


def is_junk(title: str, path: str) -> bool:
    """Tell whether a stated title is what a program or template wrote, or just the file's name."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return bool(issuer_words().junk.fullmatch(title)) or fold(title) == fold(stem) or "_" in title.strip("_")


def _borne_out(stated: str, front: list[Block], pages: list[Page]) -> bool:
    """Tell whether half of the stated title's words stand on the first pages: templates leave titles behind."""
    own = set(words(stated))
    shown = {word for block in front for word in words(block.text)}
    shown |= {word for page in pages[:3] for block in page.blocks for word in words(block.text)}
    return len(own & shown) >= _SHARED_WORDS * len(own)


def _printed_title(front: list[Block], laid_out: bool, vocabulary: Vocabulary) -> str:
    usable = [block for block in front if _may_be_title(block, vocabulary)]
    if not usable:
        return ""
    titles = [b for b in usable if b.kind is BlockKind.TITLE]
    named = [b for b in titles if b.group == "title"]
    if named or (titles and not any(b.size for b in titles)):
        return _clean((named or titles)[0].text)
    if any(block.size for block in usable):
        return _largest(usable, front)
    if laid_out:
        return _clean((titles or usable)[0].text)
    return _first_lines(front, usable[0], vocabulary)


def _may_be_title(block: Block, vocabulary: Vocabulary) -> bool:
    text = mend(block.text)
    if sum(c.isalpha() for c in text) < _MIN_LETTERS or len(text) > _LONGEST_TITLE:
        return False
    if block.kind in {BlockKind.BULLET, BlockKind.CELL} or block.group == "toc":
        return False
    if vocabulary.is_furniture(text) or vocabulary.sensitivity(text) or vocabulary.looks_like_organisation(text):
        return False
    periods = find_periods(text)
    letters = len(fold(text))
    return sum(len(fold(text[p.start : p.end])) for p in periods) * 2 < letters


def _largest(blocks: list[Block], front: list[Block]) -> str:
    """Join the lines in the largest type: a title may stand in several blocks one below the other."""
    size = max(block.size for block in blocks)
    start = next(i for i, block in enumerate(blocks) if block.size >= _SAME_SIZE * size)
    lines = [blocks[start]]
    if len(front) > _TITLE_LINES and all(block.size >= _SAME_SIZE * size for block in front):
        return _clean(lines[0].text)  # nothing stands out: the first line it is
    for block in blocks[start + 1 : start + _TITLE_LINES]:
        if block.size < _SAME_SIZE * size or block.text.rstrip().endswith(":"):
            break
        lines.append(block)
    joined = "\n".join(block.text for block in lines)
    return _clean(joined) if len(joined) <= _LONGEST_TITLE else _clean(lines[0].text)


def _first_lines(front: list[Block], first: Block, vocabulary: Vocabulary) -> str:
    """Join the first line of a text dump with the lines that it wraps into."""
    if first.kind is BlockKind.TITLE:
        return _clean(first.text)
    tokens = words(first.text)
    if len(tokens) > 1 and sum(bool(vocabulary.header(token)) for token in tokens) * 2 >= len(tokens):
        return ""  # the headings of a table
    lines = [first.text]
    following = front[front.index(first) + 1 :]
    wrapped = first.column_span > 1
    for block in following[: _TITLE_LINES - 1]:
        if not wrapped or block.row or block.kind is not BlockKind.TEXT:
            break
        lines.append(block.text)
        wrapped = block.column_span > 1
    return _clean("\n".join(lines))


def _clean(text: str) -> str:
    return mend(text).strip(" .:;,–-")
