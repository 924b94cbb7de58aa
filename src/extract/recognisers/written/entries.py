"""Bullets of a written plan: what each is called, and what its box, sign or tag tells of it."""

import re
from dataclasses import dataclass, replace

from extract.layout.items import Item
from extract.recognisers.dated import DatedLine, dated_line
from extract.recognisers.tables.titles import name_and_text
from extract.recognisers.written.signs import sign_status
from veikart.core.records import Status
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_BOXES = {"☐": None, "☑": Status.DONE}
_SIGN_IN_FRONT = re.compile(r"^[^\w\s«\"“'‘(\[#&.¿¡~+<>/\\@-]+\s*")
_SIGN_BEHIND = re.compile(r"\s*[^\w\s»\"”'’)\].,:;!?%+…<>/\\*-]+$")
_TAG_IN_FRONT = re.compile(r"\[(?P<inner>[^\[\]]{2,40})\]\s+(?=\S)")
_TAG = re.compile(r"\s*\[(?P<inner>[^\[\]]{2,40})\]\s*\.?$")
_DASHED = re.compile(r"^(?P<rest>.+\S)\s+[–—-]\s+(?P<tail>[^–—]{2,40})$")
_ARROW = re.compile(r"\s*(?:→|➔|=>|->)\s*(?=\S)")
_TWO_SENTENCES = re.compile(r"(?P<first>.{12,}?[^\W\d_]{3,})[.!]\s+(?P<rest>[^\W\d_a-zæøåäöüéèñ].+)$", re.DOTALL)
_FEW_WORDS = 4

Signs = dict[str, Status | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A bullet read: its title, text about it, and what else it tells; texts are as printed."""

    title: str
    about: str = ""
    boxed: bool = False
    status: Status | None = None
    status_text: str = ""
    dated: DatedLine | None = None


def read_entry(item: Item, vocabulary: Vocabulary, signs: Signs) -> Entry:
    """Return what a list item says; `signs` are those that stand for a status."""
    head = item.head
    entry = Entry("", boxed=head.marker in _BOXES, status=_BOXES.get(head.marker))
    if entry.status is not None:
        entry = replace(entry, status_text=head.marker)
    entry = _tagged(_signed(replace(entry, title=mend(item.text)), signs), vocabulary)
    title, about = _parts(replace(item, text=entry.title.rstrip(".")))
    entry = _tagged(_signed(replace(entry, title=mend(title), about=mend(about)), signs), vocabulary)
    if not entry.about and (arrow := _ARROW.search(entry.title)):
        entry = replace(entry, title=entry.title[: arrow.start()], about=entry.title[arrow.end() :])
    line = dated_line(entry.title)
    if line is not None:
        entry = replace(entry, dated=line, title=line.rest)
    if not entry.about and (parts := _TWO_SENTENCES.match(entry.title)):
        entry = replace(entry, title=parts["first"], about=parts["rest"])
    return replace(entry, title=entry.title.strip().rstrip(":"))


def _parts(item: Item) -> tuple[str, str]:
    """Return an item's title and the text behind it; a bold start that its sentence goes on from is no title."""
    title, about = name_and_text(item)
    if about and about[:1].islower() and f"{title} {about[:8]}" in mend(item.text):
        return item.text, ""
    return (title, about) if about else _lead(item)


def _lead(item: Item) -> tuple[str, str]:
    """Return a bold start that a sign parts from the little that stands behind it; all of the text otherwise."""
    spans = [span for span in item.head.spans if span.text.strip()]
    if len(item.blocks) > 1 or len(spans) < 2 or not spans[0].bold or spans[1].bold:
        return item.text, ""
    name, rest = spans[0].text.strip(), "".join(span.text for span in spans[1:]).strip()
    parted = name.endswith((":", ".")) or rest[:1] in {":", "–", "—", "-", "→"}
    return (name.rstrip(":."), rest.lstrip(" :–—-→")) if parted else (item.text, "")


def _signed(entry: Entry, signs: Signs) -> Entry:
    """Take drawn signs off the ends of a title; some of them stand for a status."""
    front, behind = _SIGN_IN_FRONT.match(entry.title), _SIGN_BEHIND.search(entry.title)
    drawn = (front[0] if front else "") + (behind[0] if behind else "") + entry.about[:2]
    told = sign_status(drawn, signs)
    if told is not None and not entry.status_text:
        entry = replace(entry, status=told[1], status_text=told[0])
    return replace(entry, title=_SIGN_BEHIND.sub("", _SIGN_IN_FRONT.sub("", entry.title)))


def _tagged(entry: Entry, vocabulary: Vocabulary) -> Entry:
    """Take a tag in brackets, or a status behind a dash, off the end of a title or of the text about it."""
    for name in ("title", "about"):
        text = getattr(entry, name)
        if tag := _TAG_IN_FRONT.match(text):
            rest, inner = text[tag.end() :], tag["inner"].strip()
        elif tag := _TAG.search(text):
            rest, inner = text[: tag.start()], tag["inner"].strip()
        elif (tail := _DASHED.match(text)) and vocabulary.status(tail["tail"].strip(" .")):
            rest, inner = tail["rest"], tail["tail"].strip(" .")
        else:
            continue
        inner = _SIGN_IN_FRONT.sub("", inner)
        if not rest.strip() or len(inner.split()) > _FEW_WORDS:
            continue
        told = entry.status_text or inner
        status = entry.status if entry.status_text else vocabulary.status(inner)
        return replace(_set(entry, name, rest.strip()), status=status, status_text=told)
    return entry


def _set(entry: Entry, name: str, text: str) -> Entry:
    return replace(entry, title=text) if name == "title" else replace(entry, about=text)
