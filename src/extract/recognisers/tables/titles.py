"""What a title cell holds: one title, a title with text about it, or several titles."""

import re
from dataclasses import dataclass

from extract.layout.items import Item, items_of, nest
from extract.layout.tables import Cell
from extract.recognisers.wording import is_sentence
from veikart.core.blocks import Block
from veikart.core.text import mend

_NAME_AND_PROSE = re.compile(r"(?P<name>[^:]{4,80}?)(?::\s+|\s[–—-]\s)(?P<prose>\S.{24,})")
_NAME_AND_ARROW = re.compile(
    r"(?P<name>(?=[^→>]*[^\W\d_]{2})[^→>]{3,60}?)\s+(?:-+>|[→➔➜⇒])\s+(?P<rest>\S+(?:\s+\S+){4,})"
)
"""A name, and behind an arrow what it comes to; "Paper → digital" is a name as a whole."""
_ASIDE = re.compile(r"\([^()]+\)")  # "(Helse Nord IKT)" behind a bold name is read with it
_BADGE = re.compile(r"(?:ny|nye|nytt|nya|nyt|nyhet|nyheit|new)\s*[!:*]*", re.IGNORECASE)  # "NY! Samtalestøtte"
_DASHES = frozenset({"–", "—", "-"})
_PART = 6  # words behind a dash on the second line of a name
_PHRASE = 12  # words behind a bold start that may belong to the title
_REST = 15  # characters of plain text after a bold start that make it a description


@dataclass(slots=True)
class TitleText:
    """A title with the text about it."""

    item: Item
    title: str
    description: str = ""
    about: tuple[Block, ...] = ()  # the blocks of the description that are not the title's


def title_of(item: Item) -> TitleText:
    """Return an item's title, cut after a bold start or before prose; what hangs under it is its description."""
    title, rest = name_and_text(item)
    texts = [rest, *(mend(child.text) for child in _all(item.children))]
    about = tuple(block for child in _all(item.children) for block in child.blocks)
    return TitleText(item, title, " ".join(t for t in texts if t), about)


def name_and_text(item: Item) -> tuple[str, str]:
    """Return an item's title and the text about it that stands behind it in the same paragraph."""
    title, rest = _bold_start(item)
    return (title, rest) if rest else _run_in(title)


def titles_in(cell: Cell, page_width: float = 0.0, *, loose: bool = False) -> list[TitleText]:
    """Return the titles of a cell in the title column of a measure table.

    `loose`: bold words stand here and there in the column, so that a bold start parts no title from a few words more.
    """
    items = nest(items_of(cell.written, page_width))
    if len(items) <= 1:
        return [_undivided(item) if loose else title_of(item) for item in items]
    first, rest = items[0], items[1:]
    if len(rest) == 1 and not first.marked and _goes_on(rest[0]):
        whole = Item([*first.blocks, *rest[0].blocks], f"{first.text}\n{rest[0].head.marker or '–'} {rest[0].text}")
        return [title_of(whole)]
    if not first.marked and _is_text_about(first, rest):
        found = title_of(first)
        texts = [found.description, *(mend(item.text) for item in _all(rest))]
        found.description = " ".join(t for t in texts if t)
        found.about += tuple(block for item in _all(rest) for block in item.blocks)
        return [found]
    return [title_of(item) for item in items]


def _undivided(item: Item) -> TitleText:
    """Return an item whole where what follows its bold start is a phrase and no prose."""
    found = title_of(item)
    _, rest = _bold_start(item)
    whole = rest and not item.children and not is_sentence(rest.rstrip(". ")) and len(rest.split()) <= _PHRASE
    return TitleText(item, item.text) if whole else found


def has_bold_start(cell: Cell) -> bool:
    """Tell whether a cell begins in bold and goes on in plain letters."""
    spans = [span for block in cell.written[:1] for span in block.spans if span.text.strip()]
    return bool(spans) and spans[0].bold and not all(span.bold for span in spans)


def _goes_on(item: Item) -> bool:
    """Tell whether a dashed line under a name goes on with it: "Digital patologi" over "– utrulling i sør"."""
    few = len(item.text.split()) <= _PART
    return item.head.marker in _DASHES and item.text[:1].islower() and few and not item.children


def _is_text_about(first: Item, rest: list[Item]) -> bool:
    """Tell whether the paragraphs after the first one tell about it rather than name measures of their own."""
    if any(item.marked for item in rest):
        return True
    head = first.head
    if any(is_sentence(item.text) for item in rest):
        return True
    return all((head.bold and not i.head.bold) or i.head.italic or i.head.size < head.size * 0.95 for i in rest)


def _bold_start(item: Item) -> tuple[str, str]:
    """Return a bold start and the plain text after it; all of the text where its looks do not change."""
    spans = [span for span in item.head.spans if span.text]
    if len(item.blocks) > 1 or item.part or not spans or not spans[0].bold or all(span.bold for span in spans):
        return item.text, ""
    count = next(i for i, span in enumerate(spans) if not span.bold)
    title = "".join(span.text for span in spans[:count]).strip()
    rest = "".join(span.text for span in spans[count:]).strip()
    if _BADGE.fullmatch(title):
        return rest, ""
    parted = len(rest) >= _REST or rest[:1] in "–—"  # "– NHN, 2027"
    if not parted or not title or _ASIDE.fullmatch(rest):
        return item.text, ""
    return title.rstrip(" :–-"), rest.lstrip(" :–-")


def _run_in(text: str) -> tuple[str, str]:
    """Return a name and the prose behind its colon or dash; all of the text where no prose follows."""
    if (arrow := _NAME_AND_ARROW.fullmatch(mend(text))) is not None:
        return arrow["name"], arrow["rest"]
    found = _NAME_AND_PROSE.match(mend(text))
    if found is None or not is_sentence(found["prose"]) or is_sentence(found["name"]):
        return text, ""
    return found["name"], found["prose"]


def _all(items: list[Item]) -> list[Item]:
    return [found for item in items for found in (item, *_all(item.children))]
