"""A title taken apart: name, qualifiers, other names, owners, status and period, decided by form alone."""

import re
from dataclasses import dataclass, replace

from veikart.core.partners import without_partners
from veikart.core.people import looks_like_person, without_people
from veikart.core.periods import FoundPeriod, Period, find_periods
from veikart.core.records import LinkKind, Status
from veikart.core.text import HYPHENS, is_acronym, mend, words
from veikart.core.vocabulary import Vocabulary
from veikart.core.votes import is_votes

MAX_NAME_WORDS = 10
"""A longer parenthesis is an explanation, not a name."""

MIN_NAME_WORDS = 2
"""Both sides of a dash must be names of their own: two words, or one with an inner capital such as "CheckWare"."""

MAX_TITLE = 600
"""A longer text in characters is no title and is left as it is."""

_BULLET = re.compile(r"^(?:[•●○◐◑◒◓◔◕◦▪■□◆◇►▶➢➤✓✔☑‣⁃∙·*»›o]\s+|[•●▪■►▶➢➤✓✔‣⁃∙·]\s*|[-–—]\s+)+")
_PICTURE = re.compile("^(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]\ufe0f?\\s*)+(?=\\w)")
"""A small picture that stands as a bullet."""
_ADDRESS = re.compile(r"\s*\(?\bhttps?://\S+", re.IGNORECASE)
_FOOTNOTE_MARKS = re.compile(r"(?<=[\w)»”\"])\s?[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]+(?=$|[\s,.;:)])")
_GLUED_DIGIT = re.compile(r"(?<=[a-zæøåäöéA-ZÆØÅ.,;:)])(?P<digit>[1-9])$")
_TRAILING = re.compile(r"[\s.,:;–—·•|-]+$")
_ABBREVIATED = re.compile(r"(?:\b(?:etc|osv|m\.m|mv|m\.fl|inkl|evt|ca|bl\.a|o\.l|mfl|jf|AS|Inc|Ltd))\.$", re.IGNORECASE)
_SPACED = re.compile(r"(?P<name>[^\n]*\S)(?:[ \xa0]{2,}|[ \xa0]*\t\s*)(?P<who>[^\s,;]+(?:[,;/]\s?[^\s,;]+){0,3})$")
"""A name with an owner set apart by blanks: "Køvisning på mobil   HN, HV"."""
_LAST_PARENTHESIS = re.compile(r"\s*\((?P<inner>[^()]*)\)\s*$")
_DASH = re.compile(r"\s+[-–—]\s*(?=\S)|(?<=\S)[–—]\s+")
_AGES = re.compile(
    r"\d+\s*[-–/]\s*\d+\s*(?:år|years?|mnd|uker|dager)?|(?:under|over|fra|til|<|>)?\s*\d+\s*(?:år|\+)", re.IGNORECASE
)
_TICK = re.compile(r"[VvXx✓✔☑]")
_OWNER_IN_FRONT = re.compile(r"^(?P<owner>[A-ZÆØÅ][^:–—]{1,60}?)(?::\s+|\s+[-–—]\s+)(?P<rest>\S.*)$")
_LEADING_ACRONYM = re.compile(r"^(?P<short>[A-ZÆØÅ][A-ZÆØÅ0-9]{1,9}):\s+(?P<rest>\S.{7,})$")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed and what it says beside the name.

    `links` hold how the title itself ties another name to the measure.
    """

    title: str
    name: str
    qualifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    status: Status | None = None
    status_text: str = ""
    links: tuple[tuple[LinkKind, str], ...] = ()
    period: Period | None = None


def parse_title(text: str, vocabulary: Vocabulary) -> Title:
    """Take a title apart: `title` keeps its parentheses, `name` is without qualifiers, owner codes and other names."""
    spaced = _SPACED.match(text) if len(text) <= MAX_TITLE else None
    owners = vocabulary.split_organisations(spaced["who"]) if spaced is not None else []
    if spaced is not None and owners:
        title = parse_title(spaced["name"], vocabulary)
        return title if title.owners else replace(title, owners=tuple(owners))
    cleaned = clean_title(vocabulary.titles.without_number(clean_title(text)))
    title = Title(cleaned, cleaned)
    if len(cleaned) > MAX_TITLE:
        return title
    title = _parenthesised(title, vocabulary)
    return _leading(_dashed(_owned(title, vocabulary), vocabulary))


def _parenthesised(title: Title, vocabulary: Vocabulary) -> Title:
    """Read the parentheses at the end, the last one first, as far as they say something beside the name."""
    while match := _LAST_PARENTHESIS.search(title.name):
        rest = title.name[: match.start()].rstrip()
        step = _qualified(title, match["inner"].strip(), vocabulary) if rest else None
        if step is None:
            break
        title = replace(step, name=_TRAILING.sub("", rest))
    return title


def clean_title(text: str) -> str:
    """Return the title on one line without bullet, footnote mark, trailing punctuation and unbalanced parentheses."""
    title = _BULLET.sub("", _PICTURE.sub("", mend(text)))
    if "://" in title and (named := _ADDRESS.sub("", title).strip()):
        title = named
    if len(title) > MAX_TITLE:
        return title
    before = ""
    while title != before:
        before = title
        title = _FOOTNOTE_MARKS.sub("", title)
        title = _without_footnote_digit(title)
        if not _ABBREVIATED.search(title):
            title = _TRAILING.sub("", title)
        title = _balanced(title)
    return title


def _without_footnote_digit(title: str) -> str:
    """Drop a digit glued to the end of a long lower-case word: "brev4" but not "EPJ2", "steg2", "Timer2" or "del3"."""
    match = _GLUED_DIGIT.search(title)
    if not match:
        return title
    word = re.split(r"[\s/]", title[: match.start()])[-1]
    letters = word.strip(".,;:()»«\"'")
    is_word = len(letters) >= 6 and letters.isalpha() and letters[1:].islower()
    after_mark = word[-1:] in ".,;:)" and len(letters) > 2 and letters.isalpha()
    return title[: match.start()] if is_word or after_mark else title


def _balanced(title: str) -> str:
    if title.endswith(")") and title.count(")") > title.count("("):
        return title[:-1].rstrip()
    return title[:-1].rstrip() if title.endswith("(") else title


def _qualified(title: Title, inner: str, vocabulary: Vocabulary) -> Title | None:
    """Read the content of a trailing parenthesis; None where it belongs to the name."""
    with_qualifier = replace(title, qualifiers=(inner, *title.qualifiers))
    ages = _AGES.fullmatch(inner) and not find_periods(inner)  # "12–16", not "2026–2028"
    if not inner or ages or vocabulary.titles.is_step(inner):
        return None
    if _TICK.fullmatch(inner) or _NOBODY.fullmatch(inner) or is_votes(inner):
        return with_qualifier
    if status := vocabulary.status(inner):
        told = vocabulary.titles.tells_status(inner)
        return replace(with_qualifier, status=status, status_text=inner) if told else None
    alone = inner if find_periods(inner) else without_partners(inner)
    if owners := vocabulary.split_organisations(alone):
        printed = tuple(p.strip() for p in re.split(r"[,;/&+]|\s(?:og|and|och)\s", inner) if p.strip())
        if len(printed) == len(owners):
            with_qualifier = replace(title, qualifiers=(*printed, *title.qualifiers))
        return replace(with_qualifier, owners=(*owners, *(o for o in title.owners if o not in owners)))
    if vocabulary.titles.is_scope(inner):
        return with_qualifier
    if period := _period(inner):
        return replace(with_qualifier, period=period)
    if charged := _charged(title, inner, vocabulary):
        return charged
    return _other_name(title, inner, vocabulary) or _mixed(with_qualifier, inner, vocabulary)


_NOBODY = re.compile(
    r"(?:ingen|uten|utan|mangler|manglar|no|saknar|uavklart)\s+"
    r"(?:eier|eigar|ansvarlig|ansvarleg|ejer|ägare|owner)"
    r"|(?:eier|eigar|ansvarlig|ansvarleg|owner)\s+"
    r"(?:mangler|manglar|ukjent|ukjend|avklares|avklarast|ikke avklart|missing|tbd)",
    re.IGNORECASE,
)
"""What parentheses say where nobody owns the measure."""
_LEADS = re.compile(
    r"\b(?:ansvar(?:lig|leg)?|eier|eigar|owner|lead|oppstart|start(?:er|ar|et|a)?|fra|frå|innen|innan|til|fram til|from"
    r"|by|until)\b\s*:?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:start(?:a|et)|påbegynt|påbyrja|begun|started|since|sidan|siden)\s*$", re.IGNORECASE)


_CHARGED = re.compile(
    r"(?:ansvar(?:lig|leg|ig)?|ansv\.?|eier|eigar|ejer|ägare|owner|responsible|innmelder|innmeldar"
    r"|(?:meldt? inn|innmeldt?|foreslått|føreslått|spilt inn|proposed|suggested|ønsket|bestilt) (?:av|by))"
    r"(?:\s*:\s*|\s+)(?P<who>\S.*)",
    re.IGNORECASE,
)
_AT = re.compile(r"[a-zæøå].*\s(?:i|ved|hos|in|at)\s(?P<body>[A-ZÆØÅ].*)")  # "personvernombudet i Lia kommune"
_LONGEST_OWNER = 6  # words


def _charged(title: Title, inner: str, vocabulary: Vocabulary) -> Title | None:
    """Read who is in charge by name, and when: "(ansvarlig: Fjordby legevakt, 2026)"."""
    match = _CHARGED.fullmatch(inner)
    if match is None:
        return None
    found = find_periods(match["who"])
    told = without_partners(match["who"][: found[0].start] if found else match["who"])
    who = without_people(told, vocabulary.split_organisations).strip(" ,;–-")
    who = place["body"] if (place := _AT.fullmatch(who)) else who
    owners = vocabulary.split_organisations(who) or vocabulary.organisations_in(who)
    if not owners and who and len(who.split()) <= _LONGEST_OWNER and not looks_like_person(who):
        owners = [who]
    period = found[0].period if len(found) == 1 else title.period
    qualifiers = (inner, *title.qualifiers)
    return replace(title, owners=tuple(owners) or title.owners, period=period, qualifiers=qualifiers)


def _status_among(inner: str, vocabulary: Vocabulary) -> tuple[Status, str] | None:
    """Return the status that one of several parts in a parenthesis is: "(HN, ferdig)"."""
    parts = [part.strip() for part in inner.split(",")] if "," in inner else []
    told = ((status, part) for part in parts if (status := vocabulary.status(part)) is not None)
    return next((found for found in told if vocabulary.titles.tells_status(found[1])), None)


def _mixed(title: Title, inner: str, vocabulary: Vocabulary) -> Title | None:
    """Read a parenthesis of several qualifiers: "(HN, i drift)", "(planlagt 2026)"."""
    rest = inner
    found = vocabulary.status_in(inner) or _status_among(inner, vocabulary)
    if found:
        rest = rest.replace(found[1], " ")
        title = replace(title, status=found[0], status_text=inner)
    for hit in reversed(find_periods(rest)):
        period = replace(hit.period, end=None) if _SINCE.search(rest[: hit.start]) else hit.period
        title = replace(title, period=period)
        rest = rest[: hit.start] + " " + rest[hit.end :]
    rest = _LEADS.sub(" ", without_partners(rest))
    owners = vocabulary.split_organisations(rest) if words(rest) else []
    if words(rest) and not owners and not any(_period(part) for part in inner.split(",")):
        return None  # "(alle kommunane, 2027)" tells its year whoever the rest is
    return replace(title, owners=tuple(owners) or title.owners)


def _period(inner: str) -> Period | None:
    """Return the period of a parenthesis that holds nothing else; several years span from the first to the last."""
    found = find_periods(inner)
    if not found or words(_without(inner, found)):
        return None
    if len(found) == 1:
        return replace(found[0].period, text=inner)
    starts, ends = [f.period.start for f in found], [f.period.end for f in found]
    first, last = [s for s in starts if s], [e for e in ends if e]
    return Period(min(first, default=None), max(last) if len(last) == len(ends) else None, inner)


def _without(text: str, found: list[FoundPeriod]) -> str:
    for hit in reversed(found):
        text = text[: hit.start] + " " + text[hit.end :]
    return text


def _other_name(title: Title, inner: str, vocabulary: Vocabulary) -> Title | None:
    if other := vocabulary.titles.other_name(inner):
        return _with_alias(title, LinkKind.FORMERLY if other[1] else LinkKind.ALIAS, other[0])
    if not _is_name(inner, vocabulary):
        return None
    return _with_alias(title, LinkKind.ALIAS, inner)


def _with_alias(title: Title, kind: LinkKind, name: str) -> Title:
    return replace(title, aliases=(name, *title.aliases), links=((kind, name), *title.links))


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a parenthesis is a name: it starts with a capital, and is no list, number or sentence."""
    first = text.lstrip("«\"'“‘")[:1]
    if not (first.isupper() or re.match(r"[a-zæøå][A-ZÆØÅ]", text)) or "," in text or ";" in text:
        return False
    if re.fullmatch(r"[A-ZÆØÅ]{1,5}(?:/[A-ZÆØÅ]{1,5})+", text) or not any(c.isalpha() for c in text):
        return False
    if vocabulary.titles.describes(text) or vocabulary.titles.is_technical(text):
        return False
    if len(text) == 1 or vocabulary.looks_like_organisation(text):
        return False
    if re.search(r"\s(?:og|and|och|samt|\+|&)\s[A-ZÆØÅ]", text):
        return False  # two names with "og" between them are parts, not another name
    return not (find_periods(text) or vocabulary.status_in(text)) and len(text.split()) <= MAX_NAME_WORDS


def _owned(title: Title, vocabulary: Vocabulary) -> Title:
    """Read an owner in front: "HN: Digital dialog", "Helse Vest – Digital dialog"."""
    match = _OWNER_IN_FRONT.match(title.name)
    owners = vocabulary.split_organisations(match["owner"]) if match else []
    if not match or not owners or not (match["rest"][:1].isupper() or len(words(match["rest"])) > 1):
        return title
    qualifiers, owners = (*title.qualifiers, match["owner"]), [*owners, *title.owners]
    return replace(title, name=match["rest"], qualifiers=qualifiers, owners=tuple(dict.fromkeys(owners)))


def _dashed(title: Title, vocabulary: Vocabulary) -> Title:
    """Read "X – Y": a former name, a qualifier, or a second name where both sides are names of their own."""
    cuts = [cut for cut in _DASH.finditer(title.name) if not _is_open(title.name[: cut.start()])]
    if not cuts:
        return title
    cut = cuts[-1]
    left, right = title.name[: cut.start()].rstrip(), title.name[cut.end() :].strip()
    if other := vocabulary.titles.other_name(right):
        return replace(_with_alias(title, LinkKind.FORMERLY if other[1] else LinkKind.ALIAS, other[0]), name=left)
    tail = _qualified(replace(title, name=left), right, vocabulary) if not _is_name(right, vocabulary) else None
    if tail is not None and (vocabulary.status(right) or vocabulary.split_organisations(right) or _period(right)):
        return _parenthesised(tail, vocabulary)
    spaced = title.name[cut.start()].isspace() and title.name[cut.end() - 1].isspace() and len(cuts) == 1
    if spaced and _stands_alone(left) and _stands_alone(right) and _is_name(right, vocabulary):
        return replace(_with_alias(title, LinkKind.DASH, right), name=left)
    return title


def _is_open(text: str) -> bool:
    """Tell whether a parenthesis is open at the end: the dash in "(2026 – 2027)" parts no names."""
    return text.count("(") > text.count(")")


def _stands_alone(text: str) -> bool:
    parts = text.split()
    if not text[:1].isupper() and text[:1] not in "«\"'":
        return False
    long_words = [p for p in parts if len(p) > 3]
    return (len(parts) > MIN_NAME_WORDS and len(long_words) >= MIN_NAME_WORDS) or any(
        re.search(rf"[a-zæøå][A-ZÆØÅ]|\w[{HYPHENS}]\w", p) for p in parts
    )


def _leading(title: Title) -> Title:
    """Read "DEIS: What the letters stand for": the short form is another name."""
    match = _LEADING_ACRONYM.match(title.name)
    if not match or not is_acronym(match["short"]) or not _spells(match["short"], match["rest"]):
        return title
    return replace(_with_alias(title, LinkKind.ALIAS, match["short"]), name=match["rest"])


def _spells(short: str, text: str) -> bool:
    """Tell whether the letters of an abbreviation stand in a text in their order, the first at the start of a word."""
    letters = iter(" ".join(words(text)))
    return text[:1].casefold() == short[:1].casefold() and all(c in letters for c in short.casefold())
