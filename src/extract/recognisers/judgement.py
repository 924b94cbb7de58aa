"""Whether a list names measures or tells about something else: evidence for and against, added up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.items import Item
from extract.recognisers.dated import dated_line, dated_share
from extract.recognisers.lexicon import lexicon
from extract.recognisers.progress import progress_of
from extract.recognisers.qualified import CODED, is_qualified
from extract.recognisers.tables.titles import name_and_text
from extract.recognisers.tails import dated_behind, signed_behind
from extract.recognisers.wording import are_stopped, is_label, is_number, is_prose, is_question, is_title
from veikart.core.counted import heading_label
from veikart.core.people import looks_like_person
from veikart.core.records import Role
from veikart.core.text import fold, mend
from veikart.core.vocabulary import Vocabulary
from veikart.core.votes import votes_behind

ENOUGH = 1.0
"""Sum from which a list is taken as a list of measures."""

_CLAUSE_HEADING = re.compile(
    r"\b(?:skal|er|at|å|vi|har|som|for å|kan|må|vil|shall|will|is|are|to|gikk på)\s*:?$", re.IGNORECASE
)
_HEAD_WORD = re.compile(
    r"([^\W\d_]{4,})(?=\s*(?:$|[\d:(–—,-]|(?:i|for|på|til|frå|fra|av|om|med|ved|hos|og|in|from|by|of|to|on|at|with|and|behind|bak|bakom|bag)\b))",
    re.IGNORECASE,
)
"""A word that ends a phrase: "tiltak" in "Nye tiltak i 2026", not "project" in "Project challenges"."""
_LIST = re.compile(r"\s+(?:list|lista|liste|listan|overview)$", re.IGNORECASE)
_WHAT = re.compile(r"\b(?:hva|kva|what|vad|hvad)\b.*", re.IGNORECASE)
_TIME = re.compile(r"\b(?:kl\.?\s*)?[012]?\d[.:][0-5]\d\s*(?:[-–]|$)")
_FIGURE = re.compile(r":\s*[~≈<>≥≤]?\s*(?!20\d\d\b)\d[\d.,  ]*%?(?:\s*[,;(].*)?$")
"""An indicator with its value: "Participants: 1,400", not "Archive: 2026"."""
_DURATION = re.compile(
    r"\b\d+\s*(?:[-–]\s*\d+\s*)?(?:months?|weeks?|years?|mnd|måneder|månader|uker|veker|år|monate)\b", re.IGNORECASE
)
_MAY_LOOK_AHEAD = frozenset({"summary", "vision", "review"})
"""Kinds of pages that tell what comes next where their heading says so."""
_DATED_LINES, _DATED = 3, 0.6  # so many items, and this share of them, that begin with their period
_COUNTED_SLIDES = 2  # so many slides titled "Sprint 1 – …", "Sprint 2 – …"
_PERIOD_HEADINGS = 2  # so many lists under periods
_PROGRESS_HEADINGS = 2  # so many lists under headings such as "Gjennomført i 2025"
_VOTED_ITEMS = 3  # so many items, more than half of them with votes
_TRACKED_ITEMS, _TRACKED = 3, 0.4  # so many items, and this share of them with a number in a tracker
_ISSUE = re.compile(r"(?<![\w&])#\d{1,6}\b|\b[A-Z]{2,10}-\d{1,6}\b")
"""The number of an issue or a story: "#423", "HSO-112"."""
_LABELLED_ITEMS, _LABELLED = 3, 0.6  # so many items, and this share of them, with labelled bullets below them
_OWNER_HEADINGS = 2  # so many lists under organisations
_MOST_HEADING = 16  # words
_NEAR, _MOST_COUNTED = 4, 12  # words between a number and what it counts; the largest number of measures in a title
_SIGNED = 0.6  # share of items with a sign for a bullet
_MEASURED = 0.5  # share of items that are indicators with their values
_STEPS = 0.5  # share of items that are steps of a hearing or decision
_WHEN = re.compile(r"^[^:–—]{3,25}?\s?[:–—]\s*")
"""A day or month without a year before an item: "15. mai: frist for innspill"."""
_ACTING = 0.5  # share of items that begin with what is to be done
_AGAINST_LABELS = frozenset(
    {"benefit", "problem", "goal", "target", "background", "dependency", "source", "cost", "note"}
)
_AGAINST_HEADERS = frozenset({"owner", "note", "cost", "benefit", "priority", "description", "status"})
_FOR_HEADERS = frozenset({"measure", "need", "need_or_measure"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known around a list: its heading, the page's title, and what else the deck tells."""

    title: str = ""
    heading: str = ""
    stickers: int = 0  # owners' labels beside its items
    stickers_elsewhere: int = 0  # beside other lists of the page
    known: int = 0  # of its items that other pages list as measures
    lists: int = 1  # lists of the same kind on the page
    periods: int = 0  # of them whose heading is a period
    progress: int = 0  # of them whose heading tells how far the measures below have come
    counted: int = 0  # slides of the deck whose title counts the same stages as this one's
    owners: int = 0  # … whose heading is an organisation
    ahead: bool = False  # a bullet over the items says that these undertakings come next
    signed: int = 0  # of its items whose bullets are signs of statuses that the page explains
    labelled: int = 0  # of its items with bullets below them that tell who, when or how far by a label
    works: bool = False  # the deck lists work slide after slide
    acts: bool = False  # … and so does this list, item by item


def weigh(items: Sequence[Item], around: Evidence, vocabulary: Vocabulary) -> float:
    """Return the sum of the evidence that the items are measures."""
    whole = [mend(name_and_text(item)[0]) for item in items]
    if not whole:
        return -1.0
    texts = [line.rest if (line := dated_line(text)) else text for text in whole]
    dated = len(texts) >= _DATED_LINES and dated_share(whole) >= _DATED
    return (
        (0.75 if dated else 0.0)
        + (0.75 if around.periods >= _PERIOD_HEADINGS and heading_label(around.heading) else 0.0)
        + (0.75 if around.progress >= _PROGRESS_HEADINGS and progress_of(around.heading, vocabulary) else 0.0)
        + (0.75 if around.counted >= _COUNTED_SLIDES else 0.0)
        + (0.75 if _shares_out(around, vocabulary) else 0.0)
        + (0.75 if len(items) == counted_things(around.title) else 0.0)
        + (1.0 if around.ahead else 0.0)
        + (1.0 if around.signed > _SIGNED * len(texts) else 0.0)
        + (2.0 if around.labelled >= max(_LABELLED_ITEMS, _LABELLED * len(texts)) else 0.0)
        + (0.5 if around.works else 0.0)
        + (0.5 if around.works and around.acts else 0.0)
        + (0.75 if _are_voted(texts) or _are_dated(texts, around, vocabulary) else 0.0)
        + (0.5 if len(texts) >= _TRACKED_ITEMS and _share_tracked(texts) >= _TRACKED else 0.0)
        + _by_headings(around, vocabulary)
        + _by_wording(texts, around, vocabulary)
        + _by_outlook(texts, around, vocabulary)
        + min(3.0, 0.75 * around.stickers)
        + (0.5 if around.stickers and around.stickers_elsewhere >= 2 else 0.0)
        + (1.0 if around.known >= 0.3 * len(texts) else 0.0)
        + (0.25 if around.lists > 1 else 0.0)
    )


def _by_outlook(texts: Sequence[str], around: Evidence, vocabulary: Vocabulary) -> float:
    """Return the weight of headings that look ahead without naming a plan, and of items worded as undertakings there.

    "Goals" and "Next steps" stand over aims and minutes too: they need items that begin with what is to be done.
    """
    if any(about_measures(text, vocabulary) >= 1.0 for text in (around.title, around.heading)):
        return 0.0
    outlook = max(vocabulary.outlook(around.title), vocabulary.outlook(around.heading))
    if not outlook:
        return 0.0
    acting = sum(vocabulary.is_action(text) for text in texts) / len(texts)
    return (outlook if outlook == 1.0 else 0.5 * outlook) + (0.5 if acting >= _ACTING else 0.0)


def counted_things(title: str) -> int:
    """Return how many measures a title says that there are: 5 for "Fem grep må prioriteres", 0 where it does not."""
    first, *rest = title.casefold().split() or [""]
    if not any(lexicon().holds("counting", "things", word.strip(".,:–")) for word in rest[:_NEAR]):
        return 0
    told = [n for n in range(2, _MOST_COUNTED + 1) if first == str(n) or _is_number_word(first, n)]
    return told[0] if told else 0


def _is_number_word(word: str, number: int) -> bool:
    return str(number) in lexicon().lists["counting"] and lexicon().holds("counting", str(number), word)


def _shares_out(around: Evidence, vocabulary: Vocabulary) -> bool:
    """Tell whether a page looks ahead and says below the names of organisations what each of them takes on."""
    return around.owners >= _OWNER_HEADINGS and vocabulary.outlook(around.title) > 0


def _is_other_page(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a heading says that the page is no plan, and nothing in it looks ahead."""
    kind = vocabulary.page_kind(text)
    if kind in _MAY_LOOK_AHEAD and (vocabulary.outlook(text) == 1.0 or _DURATION.search(text)):
        return False
    return bool(kind)


def _by_headings(around: Evidence, vocabulary: Vocabulary) -> float:
    weight = 0.0
    if vocabulary.is_plan_heading(around.title):
        weight += 1.0
    judged = (around.heading,) if _shares_out(around, vocabulary) else (around.title, around.heading)
    if any(_is_other_page(text, vocabulary) for text in judged):
        weight -= 2.5
    elif vocabulary.label(around.title.rstrip(" :")) == "dependency" and not vocabulary.outlook(around.title):
        weight -= 2.0
    doing = lexicon().begins("lists", "doing", around.heading)
    weight += 1.0 if doing else 0.0
    told = doing or about_measures(around.heading, vocabulary) == 1.0  # "Dette gjør vi" below "Hva kan vi gjøre?"
    if around.stickers < 2 and not told and any(_asks(text, vocabulary) for text in judged):
        weight -= 1.5
    if around.heading and not around.ahead:
        weight += _by_heading(around.heading, vocabulary)
    title = "" if lexicon().holds("tables", "singles", around.title) else around.title  # "Project": about one
    named = max(about_measures(text, vocabulary) for text in (title, around.heading))
    return weight + (named if not vocabulary.is_plan_heading(around.title) else 0.5 * named)


def _asks(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a heading asks; "What's next" and "Hva skjer videre" announce what they ask for."""
    told = _WHAT.search(text)
    asked = is_question(text) and ("?" in text or is_question(text.split(maxsplit=1)[0]))  # "Levert, og kva som kjem"
    return asked and not (told and vocabulary.outlook(told[0]) == 1.0)


def _by_heading(heading: str, vocabulary: Vocabulary) -> float:
    bare = heading.rstrip(" :")
    body = any(lexicon().holds("tables", kind, bare) for kind in ("bodies", "units"))
    told = vocabulary.header(bare) in _AGAINST_HEADERS and not body
    if told or vocabulary.label(bare) in _AGAINST_LABELS:
        return -2.0
    return -1.0 if _CLAUSE_HEADING.search(heading) else 0.0


def about_measures(text: str, vocabulary: Vocabulary) -> float:
    """Return how strongly a heading says that measures stand below it."""
    if not text or len(text.split()) > _MOST_HEADING:
        return 0.0  # a sentence about needs or plans announces nothing
    listed = vocabulary.header(_LIST.sub("", text)) in _FOR_HEADERS  # "Feature list", but not "Features"
    told = listed and not lexicon().holds("tables", "columns_only", text)
    if told or heading_role(text, vocabulary) is not None:
        return 1.0
    if vocabulary.is_plan_heading(text):
        return 1.0
    heads = [found[1] for found in _HEAD_WORD.finditer(text)]
    named = any(_names_measures(word, vocabulary) for word in heads)
    return 0.75 if named else 0.0


def _names_measures(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word names measures in a heading: "functionality" does so over a column alone, "project" alone."""
    if vocabulary.header(word) not in _FOR_HEADERS or vocabulary.is_frame(word):
        return False
    return not any(lexicon().holds("tables", kind, word) for kind in ("areas", "columns_only", "singles"))


def names_group(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a heading over a list names a group of measures: no column's heading, but for kinds of bodies."""
    if vocabulary.role(text) is not None:
        return False
    return not vocabulary.header(text) or lexicon().holds("tables", "bodies", text)


def heading_role(text: str, vocabulary: Vocabulary) -> Role | None:
    """Return the role that a heading, or words in a row of it, gives to what stands below ("Nye forslag fra …")."""
    for words in _runs(mend(text).split()):
        role = vocabulary.role(words)
        if role is not None and role not in {Role.COMMON, Role.MEMBER, Role.NEED}:
            return role
    return None


def _runs(words: list[str]) -> Iterator[str]:
    for length in range(min(len(words), 4), 0, -1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length]).strip(" :.,")


def _by_wording(texts: list[str], around: Evidence, vocabulary: Vocabulary) -> float:
    count = len(texts)
    # Names in capitals look like persons' names; where a plan is announced most of them must.
    promised = any(
        vocabulary.is_plan_heading(t) or vocabulary.outlook(t) == 1.0 for t in (around.title, around.heading)
    )

    def share(test: "list[bool]") -> float:
        return sum(test) / count

    weight = -0.5 if count == 1 else 0.0
    stopped = promised and are_stopped(texts)
    titled = share([is_title(t, vocabulary) and not is_prose(t, vocabulary, stopped=stopped) for t in texts])
    weight += 0.25 if titled >= 0.9 else (-1.5 if titled < 0.5 else -0.75 if titled < 0.7 else 0.0)
    if share([t[:1].islower() for t in texts]) > 0.5:
        weight -= 0.75
    average = sum(len(t.split()) for t in texts) / count
    acting = promised and share([vocabulary.is_action(t) for t in texts]) >= _ACTING
    weight += 0.25 if 1.5 <= average <= 9 or acting else (-0.75 if average > 12 else 0.0)
    if share([t.endswith((".", ";")) and not vocabulary.is_action(t) for t in texts]) > 0.5:
        weight -= 0.5
    if share([looks_like_person(t) or is_label(t, vocabulary) for t in texts]) > (0.5 if promised else 0.3):
        weight -= 2.0
    if share([bool(_TIME.search(t)) or is_number(t) for t in texts]) > 0.3:
        weight -= 2.0
    if share([bool(_FIGURE.search(t)) for t in texts]) > _MEASURED:
        weight -= 2.0
    if share([_is_step(t) for t in texts]) >= _STEPS:
        weight -= 2.0
    if share([is_qualified(t, vocabulary) for t in texts]) >= 0.3:
        weight += 1.0
    return weight


def _is_step(text: str) -> bool:
    """Tell whether an item says what happens to a plan: a hearing, a meeting, who is told of it."""
    return lexicon().begins("lists", "steps", _WHEN.sub("", text)) or lexicon().found("lists", "meets", text)


def _are_voted(texts: Sequence[str]) -> bool:
    return len(texts) >= _VOTED_ITEMS and sum(votes_behind(text) is not None for text in texts) * 2 > len(texts)


def _are_dated(texts: Sequence[str], around: Evidence, vocabulary: Vocabulary) -> bool:
    """Tell whether most items end in a stretch of time behind a colon or dash, or in years and the letter of a key.

    People's posts and a summer's staffing do so too: a heading must look ahead or announce a plan for stretches alone.
    """
    headings = (around.title, around.heading)
    ahead = any(about_measures(text, vocabulary) or vocabulary.outlook(text) for text in headings)
    signed = [signed_behind(text) for text in texts]
    dated = sum(
        (sign or (dated_behind(text) if ahead else None)) is not None for text, sign in zip(texts, signed, strict=True)
    )
    return len(texts) >= _DATED_LINES and dated >= _DATED * len(texts)


def _share_tracked(texts: Sequence[str]) -> float:
    return sum(bool(_ISSUE.search(text)) for text in texts) / len(texts)


def key_of(text: str) -> str:
    """Return what two printings of one title share: letters and digits before any closing parenthesis."""
    return fold(CODED.sub("", mend(text)))
