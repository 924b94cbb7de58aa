"""Organisations of the vocabulary in text: one, several run together, or somewhere in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from veikart.core.text import fold, mend, remembered

_SUFFIX = r"(?:\s+(?:RHF|HF|SF|AS)\b)?"
_SEPARATOR = re.compile(r"(?:[\s,;/+&•·|()\[\]:]|\s[-–—]\s|\b(?:og|and|och|samt)\b)+", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/+&•|\n]|\s(?:og|and|och|samt)\s")
_COMPANY = re.compile(r"\s+(?:RHF|HF|SF|AS)$")
_COUNTRY = re.compile(r"\s*\([A-Z]{2}$")  # "Inera (SE)", its last parenthesis gone
_BROKEN = re.compile(r"(?<=\w)-\s+(?=(?P<next>\w))")  # "Finnmarks- sykehuset", "Nord- Trøndelag"
_MAX_PRINTED = 60
_MAX_LIST = 400
"""Longest text in characters that can be nothing but organisations."""
_NO_SMALL_LETTER = r"(?-i:(?![a-zæøåäö]))"
_WORD_END_GLUED = r"(?:(?![^\W_])|(?-i:(?=[A-ZÆØÅ][a-zæøå])))"  # "KSOslo kommune" is KS and Oslo kommune
_GLUE_FREE = 5
"""Names of fewer characters must be whole words; longer ones may run together as in "HelsedirektoratetHelse Vest"."""
_OPENING = 3
"""Letters by which most texts are known not to begin with an organisation."""
_PART = re.compile(r"[^\s\-–]+")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation: code, names (any case), short forms (in running text as written), forms for whole texts only."""

    code: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


class Organisations:
    """Finds organisations in text."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        patterns: Sequence[str],
        printed: Iterable[str] = (),
        base: "Organisations | None" = None,
    ) -> None:
        """Learn organisations; with a `base`, in front of those that it knows, whose compiled forms are shared."""
        self._as_printed = frozenset(printed)
        self._codes: dict[str, str] = {}
        names: set[str] = set()
        shorts: set[str] = set()
        wholes: set[str] = set()
        for organisation in organisations:
            names.update(organisation.names)
            shorts.update(organisation.short)
            wholes.update((organisation.code, *organisation.whole))
            for form in (organisation.code, *organisation.names, *organisation.short, *organisation.whole):
                self._codes.setdefault(fold(form), organisation.code)
        for form, code in base._codes.items() if base else ():
            self._codes.setdefault(form, code)
        self._whole: _Forms = _Forms(names | shorts | wholes, base._whole if base else None)
        running = (*_compiled(names, re.IGNORECASE), *_compiled(shorts, re.NOFLAG))
        self._running: tuple[re.Pattern[str], ...] = (*(base._running if base else ()), *running)
        own = re.compile("|".join(f"(?:{p})" for p in patterns) or r"(?!)", re.IGNORECASE)
        self._patterns: re.Pattern[str] = base._patterns if base else own
        self._code = remembered(self._find_code)
        self._form = remembered(self._has_form)
        self._split = remembered(self._find_all)

    def extended(self, organisations: Sequence[Organisation]) -> "Organisations":
        """Return these with more in front of them; those that are new stand as a text prints them."""
        new = {organisation.code for organisation in organisations if not self.code(organisation.code)}
        return Organisations(organisations, (), self._as_printed | new, self)

    def code(self, text: str) -> str:
        """Return the code if the whole text is one organisation of the vocabulary, else ""."""
        return self._code(text)

    def _find_code(self, text: str) -> str:
        if len(text) > _MAX_LIST:
            return ""
        text = mend(text).strip(" .,:;()[]•–-*")
        bare = _COUNTRY.sub("", _COMPANY.sub("", text))
        return self._codes.get(fold(text)) or self._codes.get(fold(bare)) or ""

    def owner(self, text: str) -> str:
        """Return the code, or the printed name of an organisation outside the vocabulary, else ""."""
        if len(text) > _MAX_LIST:
            return ""
        printed = mend(text).strip(" .,:;()[]•*")
        return self.code(text) or (printed if self.looks_like(text) else "")

    def printed(self, code: str, text: str) -> str:
        """Return the form in which the text names an organisation whose printed form is kept; else the code."""
        if code not in self._as_printed:
            return code
        text = _BROKEN.sub(lambda m: "-" if m["next"].isupper() else "", mend(text[:_MAX_LIST]))
        whole = re.sub(r"\s+(?:RHF|HF|SF|AS)$", "", text.strip(" .,:;()[]•–-*"))
        if self.code(whole) == code:
            return whole
        hits = [hit for forms in self._running for hit in forms.finditer(text)]
        forms = [re.sub(r"\s+(?:RHF|HF|SF|AS)$", "", hit[0]) for hit in hits if self.code(hit[0]) == code]
        if forms:
            return max(forms, key=len)
        own = re.search(re.escape(code), text, re.IGNORECASE)
        return own[0] if own else code

    def looks_like(self, text: str) -> bool:
        """Tell whether the whole text is an organisation, in the vocabulary or by its form."""
        return self._form(text)

    def _has_form(self, text: str) -> bool:
        printed = mend(text[:_MAX_LIST]).strip(" .,:;()[]•*")
        if not printed or len(printed) > _MAX_PRINTED:
            return False
        return bool(self.code(printed)) or (printed[0].isupper() and bool(self._patterns.fullmatch(printed)))

    def split(self, text: str) -> list[str]:
        """Return the organisations if the text is nothing but organisations, else []: codes, or printed names."""
        return list(self._split(text))

    def _find_all(self, text: str) -> list[str]:
        if len(text) > _MAX_LIST:
            return []
        text = mend(text)
        found: list[str] = []
        position = _skip(text, 0)
        while position < len(text):
            match = self._whole.match(text, position)
            if not match:
                return self._split_printed(text)
            found.append(self.code(match[0]))
            position = _skip(text, match.end())
        return list(dict.fromkeys(filter(None, found)))

    def _split_printed(self, text: str) -> list[str]:
        parts = [p for p in _BETWEEN.split(text) if p.strip()]
        owners = list(takewhile(bool, map(self.owner, parts)))
        return list(dict.fromkeys(owners)) if len(owners) == len(parts) else []

    def within(self, text: str) -> list[str]:
        """Return the codes of the organisations named anywhere in the text, in the order they stand."""
        text = mend(text)
        hits = [(m.start(), -m.end(), m[0]) for forms in self._running for m in forms.finditer(text)]
        found: list[str] = []
        reached = 0
        for start, minus_end, printed in sorted(hits):
            if start >= reached:
                found.append(self.code(printed))
                reached = -minus_end
        return list(dict.fromkeys(filter(None, found)))


class _Forms:
    """Forms by their first letters: most texts begin with none of them, and few are ever compiled."""

    def __init__(self, forms: set[str], base: "_Forms | None" = None) -> None:
        known = set(base._openings) if base else set()
        self._openings: tuple[str, ...] = tuple(known | {_opening(form) for form in forms})
        self._base = base
        self._by_letter: dict[str, set[str]] = defaultdict(set)
        for form in forms:
            self._by_letter[_opening(form)[:1]].add(form)
        self._pattern = cache(self._compile)

    def match(self, text: str, position: int) -> re.Match[str] | None:
        """Return the longest form that stands at this place of the text."""
        opening = text[position : position + _OPENING].casefold()
        return self._pattern(opening[:1]).match(text, position) if opening.startswith(self._openings) else None

    def _compile(self, letter: str) -> re.Pattern[str]:
        if self._base is not None and letter not in self._by_letter:
            return self._base._pattern(letter)
        return _alternatives(self._all(letter), re.IGNORECASE, glued=True)

    def _all(self, letter: str) -> set[str]:
        own = self._by_letter.get(letter, set())
        return own | self._base._all(letter) if self._base is not None else own


def _skip(text: str, position: int) -> int:
    match = _SEPARATOR.match(text, position)
    return match.end() if match else position


def _opening(form: str) -> str:
    first = _PART.search(form)
    return first[0][:_OPENING].casefold() if first else ""


def _compiled(forms: set[str], flags: re.RegexFlag) -> list[re.Pattern[str]]:
    return [_alternatives(forms, flags, glued=False)] if forms else []


def _alternatives(forms: set[str], flags: re.RegexFlag, *, glued: bool) -> re.Pattern[str]:
    """Match any of the forms, longest first; blanks and hyphens in a form may be either or missing."""
    parts = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        pattern = r"[\s\-–]*".join(re.escape(w) for w in _PART.findall(form))
        loose = glued and len(form) >= _GLUE_FREE
        parts.append(pattern + _SUFFIX + (_NO_SMALL_LETTER if loose else _WORD_END_GLUED if glued else r"(?![^\W_])"))
    body = "|".join(parts) or r"(?!)"
    start = "" if glued else r"(?<![^\W_])(?<![^\W_][-–])"
    case = flags & re.IGNORECASE
    return re.compile(f"{start}(?:(?{'i' if case else ''}:{body}))" if case else f"{start}(?:{body})")


def organisations_from(table: Mapping[str, object]) -> list[Organisation]:
    """Read organisations from the shape of data/organisations.toml, checked before."""
    rows = table.get("organisation", [])
    assert isinstance(rows, list)
    return [Organisation(r["code"], *(tuple(r.get(k, ())) for k in ("names", "short", "whole"))) for r in rows]
