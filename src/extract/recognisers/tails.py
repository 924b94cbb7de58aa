"""Tails of bullets that tell owner, period and status behind the title: "Shared calendar, HN, 2027 (ongoing)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims import Draft
from extract.layout.cards import Card
from extract.layout.items import is_open
from extract.layout.meanings import Meaning, period_line
from extract.layout.owner_lines import is_short_name, tell_owners
from extract.recognisers.values import say_owners, say_period
from extract.recognisers.wording import is_title
from veikart.core.blocks import Block
from veikart.core.people import names_body, names_role
from veikart.core.periods import Period, parse_period
from veikart.core.records import Field, Status
from veikart.core.text import mend
from veikart.core.titles import parse_title
from veikart.core.vocabulary import Vocabulary
from veikart.core.votes import votes_behind

_CUT = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s*|[–—]\s+")
_PARENTHESIS = re.compile(r"^(?P<rest>.*\S)\s*\((?P<piece>[^()]+)\)$")
_ONLY_WHO = re.compile(r"^(?P<rest>.*\S)\s*\((?P<who>[^(),;]+)\)$")
_WHO_AND_WHEN = re.compile(r"^(?P<rest>.*\S)\s*\((?P<who>[^(),;]+)[,;]\s*(?P<when>[^()]+)\)$")
_WHO_THEN_WHEN = re.compile(r"^(?P<rest>.*\S)\s+[–—]\s+(?P<who>[^(),;–—]+),\s*(?P<when>[^(),]+)$")
_LAST_WORD = re.compile(r"[\w-]+\W*$")
_TABS = re.compile(r"[ \xa0]*\t\s*")
_MOST_BEHIND = 6  # words of one column behind a tab
_DATED = re.compile(r"(?P<name>.*[^\W\d_]{2}[^:]*?)(?::| [–—-])\s+(?P<when>[^:]*\d[^:]*)$")
_SIGNED = re.compile(
    r"(?P<name>.*?[^\W\d_]{2}.*?\S)\s+(?P<when>(?:20)?[2-3]\d(?:\s?[-–—/]\s?(?:20)?[2-3]\d)?)\s*[·|•,/–-]\s*(?P<sign>[A-ZÆØÅ]|[^\w\s])$"
)
_YEAR = re.compile(r"(?<!\d)[2-3]\d(?!\d)")  # of two digits
_LONGEST = 160  # characters of a line that ends in a period
_FORM, _FORMED = 3, 0.6  # so many bullets, and this share, that end in "(who, when)"
_STYLE, _SHARE = 2, 0.5  # so many bullets of a list, and this share of them, must have a tail


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind the title of a bullet, and the title without it; texts are as printed."""

    title: str
    owners: tuple[str, ...] = ()
    owners_text: str = ""
    period: Period | None = None
    period_text: str = ""
    status: Status | None = None
    status_text: str = ""
    votes: str = ""
    sign: str = ""  # the letter or glyph of a key, last of all


def tails_of(texts: Sequence[str], vocabulary: Vocabulary) -> list[Tail | None]:
    """Return the tail of each bullet of a list; none at all where a tail is not the style of the list.

    A single "Seminar, Oslo, 2026" among other bullets may name a place; a role in parentheses is told alone.
    """
    formed = _of_one_form(texts, vocabulary)
    found = [told or tail_of(text, vocabulary) for text, told in zip(texts, formed, strict=True)]
    count = sum(tail is not None for tail in found)
    if any(formed) or (count >= _STYLE and count >= _SHARE * len(found)):
        return found
    return [
        tail if tail is not None and _closes_with_role(text, tail) else None
        for text, tail in zip(texts, found, strict=True)
    ]


def _of_one_form(texts: Sequence[str], vocabulary: Vocabulary) -> list[Tail | None]:
    """Return the tails of a list whose bullets end in "14 votes", in "– i drift siden 2023", or in "(who, when)" where
    some of those named are known as owners."""
    voted = [votes_behind(text) for text in texts]
    if sum(found is not None for found in voted) >= max(_FORM, _FORMED * len(texts)):
        return [found and Tail(found[0], votes=found[1]) for found in voted]
    stated = [stated_behind(text, vocabulary) for text in texts]
    if sum(tail is not None for tail in stated) >= max(_FORM, _FORMED * len(texts)):
        return [None if tail is None or vocabulary.status(tail.status_text) else tail for tail in stated]
    for behind in (dated_behind, signed_behind):
        dated = [behind(text) for text in texts]
        if sum(tail is not None for tail in dated) >= max(_FORM, _FORMED * len(texts)):
            return dated
    by_whom = _by_whom(texts, vocabulary)
    if any(by_whom):
        return by_whom
    found = [_who_and_when(text) for text in texts]
    names = [tail.owners_text for tail in found if tail is not None]
    known = any(vocabulary.split_organisations(name) or names_role(name) or names_body(name) for name in names)
    return found if known and len(names) >= max(_FORM, _FORMED * len(texts)) else [None] * len(texts)


def _by_whom(texts: Sequence[str], vocabulary: Vocabulary) -> list[Tail | None]:
    """Return the tails of bullets that end in "(who)" where as many of those named are known as `tell_owners` asks; the
    known ones are left to the titles."""
    found = [_ONLY_WHO.match(mend(text).rstrip(" .;,")) for text in texts]
    names = [match["who"] for match in found if match is not None and is_short_name(match["who"])]
    if len(names) < max(_FORM, _FORMED * len(texts)) or not tell_owners(names, vocabulary):
        return [None] * len(texts)
    unknown = {name for name in names if not vocabulary.split_organisations(name) and vocabulary.status(name) is None}
    return [
        Tail(match["rest"], (match["who"],), match["who"]) if match is not None and match["who"] in unknown else None
        for match in found
    ]


def stated_behind(text: str, vocabulary: Vocabulary) -> Tail | None:
    """Return the name and the status that begins what stands behind its dash: "Felles journal – i drift siden 2023"."""
    name, dash, behind = mend(text).rstrip(" .;").rpartition(" – ")
    told = vocabulary.status_in(behind) if dash and name.strip() else None
    if told is None or not behind.casefold().startswith(told[1].casefold()):
        return None
    return Tail(name.strip(), status=told[0], status_text=behind)


def dated_behind(text: str) -> Tail | None:
    """Return the name and the period that is all behind its colon or dash: "Felles journal: 1. mars til 31. mai 2026".

    A single day is none: meetings and deadlines are listed so.
    """
    match = _DATED.match(mend(text).rstrip(" .;")) if len(text) <= _LONGEST else None
    period = period_line(match["when"]) if match is not None else None
    if match is None or period is None or period.start == period.end:
        return None
    return Tail(match["name"], period=period, period_text=match["when"])


def signed_behind(text: str) -> Tail | None:
    """Return the name, the years and the letter of a key that end a bullet: "Vaksinekort  26–27 · P"."""
    match = _SIGNED.match(mend(text)) if len(text) <= _LONGEST else None
    period = parse_period(_YEAR.sub("20\\g<0>", match["when"])) if match is not None else None
    if match is None or period is None:
        return None
    return Tail(match["name"], period=period, period_text=match["when"], sign=match["sign"])


def _who_and_when(text: str) -> Tail | None:
    printed = mend(text).rstrip(" .;,")
    match = _WHO_AND_WHEN.match(printed) or _WHO_THEN_WHEN.match(printed)
    period = period_line(match["when"]) if match is not None else None
    if match is None or period is None or not is_short_name(match["who"]):
        return None
    return Tail(match["rest"], (match["who"],), match["who"], period, match["when"])


def _closes_with_role(text: str, tail: Tail) -> bool:
    """Tell whether the tail is who is in charge, in parentheses: "(fagsjef)" needs no list of its style."""
    return mend(text).endswith(")") and bool(tail.owners_text) and names_role(tail.owners_text)


def tail_of(text: str, vocabulary: Vocabulary) -> Tail | None:
    """Return the title and its tail; None where there is no tail, or where the title's own reading tells all of it."""
    if (columns := _TABS.split(text.strip()))[1:]:
        return _tabbed(columns, vocabulary)
    printed = mend(text).rstrip(" .;,")
    tail, bare = Tail(printed), Tail(printed)
    behind = _PARENTHESIS.match(printed)
    if behind is not None:
        tail = _with(replace(tail, title=behind["rest"]), behind["piece"], vocabulary) or bare
    closed = tail
    while (step := _shorter(tail, vocabulary)) is not None:
        tail = step
    by_title = tail is closed and not names_role(tail.owners_text)  # what parentheses tell beside roles
    if by_title or not (tail.owners or tail.period) or not _is_whole(tail.title, vocabulary):
        return None
    return None if _told_by_title(printed, tail, vocabulary) else tail


def _tabbed(columns: Sequence[str], vocabulary: Vocabulary) -> Tail | None:
    """Return the title before a tab with what stands behind it, as columns of a list; names of persons tell nothing."""
    tail = Tail(mend(columns[0]).rstrip(" .;,:"))
    for piece in map(mend, columns[1:]):
        if len(piece.split()) > _MOST_BEHIND:
            return None
        tail = _with(tail, piece, vocabulary) or tail
    return tail if _is_whole(tail.title, vocabulary) else None


def _shorter(tail: Tail, vocabulary: Vocabulary) -> Tail | None:
    """Return the tail with the longest last piece that is one thing ("2027 – 2028", "HN, HV") taken off the title."""
    for cut in _CUT.finditer(tail.title):
        rest, piece = tail.title[: cut.start()].rstrip(), tail.title[cut.end() :]
        step = _with(replace(tail, title=rest), piece, vocabulary) if rest and piece else None
        if step is not None:
            return step
    return None


def _with(tail: Tail, piece: str, vocabulary: Vocabulary) -> Tail | None:
    """Return the tail with one more piece read; None where the piece is not one, or says again what is known."""
    piece = piece.strip()
    owners = tuple(dict.fromkeys(vocabulary.split_organisations(piece)))
    if owners:
        return None if tail.owners else replace(tail, owners=owners, owners_text=piece)
    period = period_line(piece)
    if period is not None:
        return None if tail.period else replace(tail, period=period, period_text=piece)
    status = vocabulary.status(piece)
    if status is not None and tail.status is None:
        return replace(tail, status=status, status_text=piece)
    if names_role(piece) and not tail.owners:
        return replace(tail, owners=(piece,), owners_text=piece)
    return None


def _is_whole(title: str, vocabulary: Vocabulary) -> bool:
    """Tell whether what is left is a title, not the start of an enumeration ("Dialogue with HN" of "…, HV")."""
    last = _LAST_WORD.search(title)
    listed = last is not None and not title.endswith(")") and bool(vocabulary.split_organisations(last[0]))
    return is_title(title, vocabulary) and not is_open(title) and not listed


def _told_by_title(printed: str, tail: Tail, vocabulary: Vocabulary) -> bool:
    """Tell whether taking the whole text apart as a title finds all that the shorter title and its tail tell."""
    whole, short = parse_title(printed, vocabulary), parse_title(tail.title, vocabulary)
    owners = {*tail.owners, *short.owners}
    return owners <= set(whole.owners) and (whole.period is not None or not (tail.period or short.period))


def take_tails(cards: Sequence[Card], vocabulary: Vocabulary) -> None:
    """Take owner and period off the ends of the bullets in each box or column of a plan.

    "Ny logg – KS, klart 2027"; "Ny logg (Legekontoret)" where the list is of that form.
    """
    lists: dict[str, list[Card]] = {}
    for card in cards:
        if card.marked:
            lists.setdefault(card.place.id if card.place.boxed else f"{card.place.ink.x0:.2f}", []).append(card)
    for listed in lists.values():
        for card, tail in zip(listed, tails_of([card.title for card in listed], vocabulary), strict=True):
            if tail is None or not tail.owners or not (tail.period or mend(card.title).endswith(")")):
                continue
            card.title = tail.title
            said = Meaning(period=tail.period, owners=tail.owners, status=tail.status, text=tail.period_text)
            card.facts.append((said, card.blocks[0]))


def say_tail(draft: Draft, tail: Tail, source: Block) -> None:
    """Add what stands behind a title to its draft: votes, owners, period and status."""
    draft.say(Field.DESCRIPTION, tail.votes, source, "line-end")
    say_owners(draft, tail.owners, tail.owners_text, source, "line-end")
    if tail.period is not None and not draft.says(Field.PERIOD_TEXT):
        say_period(draft, tail.period, tail.period_text, source, "line-end")
    if tail.status is not None:
        draft.say(Field.STATUS, tail.status.value, source, "line-end", original=tail.status_text)
        draft.say(Field.STATUS_TEXT, tail.status_text, source, "line-end")
