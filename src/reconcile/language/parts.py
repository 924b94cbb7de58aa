"""Names as sets of parts: lemmas of words and of parts of compounds, synonyms as one, and the marks beside them."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reconcile.language.compounds import Rules, Splitter
from reconcile.language.lexicon import NOUN, VERB, Lexicon, load_lexicon
from veikart.core.text import fold, words
from veikart.core.vocabulary import Vocabulary

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\d+|[^\W\d_]+(?:\.(?=\s|$))?")
_DASH = re.compile(r"\s[-–—]\s*|[–—]\s|:\s")
_VERSION = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?![\d.])")
_AGES = re.compile(r"(?<!\d)(\d{1,2})\s*[-–/]\s*(\d{1,2})(?!\d)(?:\s*år)?")
_AGE_LIMIT = re.compile(r"(?<!\d)(\d{1,2})\s*(?:år|years)\b")
_FOR = re.compile(r"(?<!\w)(?:for|blant|hos)\s+(?!(?:å|at|den|det|de|som)\b)(?!.*\b(?:for|blant|hos)\s)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]*[a-zæøå][A-ZÆØÅ][^\W\d_]*")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
MAX_AGE = 25
SMALL = frozenset({"for", "til", "med", "via", "fra", "frå", "ved", "hos", "mellom", "and", "the"})
"""Words that an abbreviation skips."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells measures of like names apart: steps and parts, versions, age groups."""

    steps: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()  # "målbilde", "strategi": work about a measure rather than the measure


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name taken apart. `parts` are in the order of the name, each once."""

    text: str
    key: str
    parts: tuple[str, ...]
    marks: Marks
    acronyms: tuple[str, ...] = ()
    head: tuple[str, ...] = ()  # the parts before a dash between blanks, () where there is none
    spelled: tuple[tuple[str, ...], ...] = ()  # the parts of each word of content, in order
    whom: tuple[str, ...] = ()  # the parts after the last "for", "blant" or "hos": those whom the measure is for


class Language:
    """Takes names apart. One for a run: what it has seen it keeps."""

    def __init__(self, lexicon: Lexicon, data: Mapping[str, Any], is_frame: Callable[[str], bool]) -> None:
        self._is_frame = is_frame
        compounds, nynorsk = data["compounds"], data["nynorsk"]
        rules = Rules(
            not_first=frozenset(compounds["not_first"]),
            not_last=frozenset(compounds["not_last"]),
            words=frozenset(compounds["words"]),
            endings=tuple((a, b) for a, b in nynorsk["endings"]),
            beginnings=tuple((a, b) for a, b in nynorsk["beginnings"]),
        )
        self.splitter = Splitter(lexicon, rules, {**data["english"]["words"], **nynorsk["words"]})
        self._same: dict[str, str] = {word: group[0] for group in data["synonyms"]["groups"] for word in group}
        self._short = dict(data["abbreviations"]["words"])
        self._grammar = frozenset(data["grammar"]["words"])
        self._light = frozenset(data["light"]["words"])
        self._stops = frozenset(data["topic"]["stops"])
        self._general = frozenset(data["topic"]["general"])
        self._kinds = frozenset(data["marks"]["kinds"])
        steps = "|".join(sorted(data["marks"]["steps"], key=len, reverse=True))
        self._step = re.compile(rf"\b({steps})\.?\s*(\d+(?!\.\d)|i{{1,3}}|iv)\b", re.IGNORECASE)
        self._repairs: dict[str, str] = {}
        self._concepts: dict[str, str] = {}
        self._parsed: dict[str, Parsed] = {}

    def repair(self, repairs: Mapping[str, str]) -> None:
        """Take misspelt words as the words they are meant to be, from now on."""
        if dict(repairs) != self._repairs:
            self._repairs = dict(repairs)
            self._parsed.clear()

    def parse(self, text: str) -> Parsed:
        """Take a name apart; documents use the same ones again and again."""
        if text not in self._parsed:
            self._parsed[text] = self._taken_apart(text)
        return self._parsed[text]

    def _taken_apart(self, text: str) -> Parsed:
        text = unicodedata.normalize("NFKC", text)
        marks, rest = self._marks(text)
        parts: dict[str, None] = {}
        spelled: list[tuple[str, ...]] = []
        acronyms: list[str] = []
        for printed in _TOKEN.findall(rest):
            word = printed.rstrip(".").casefold()
            if printed.isupper() and len(printed) > 2:
                acronyms.append(word)
            found = self._printed(printed)
            parts.update(dict.fromkeys(self.concept(part) for part in found))
            if len(word) > 2 and word not in SMALL:
                spelled.append(tuple(self.concept(part) for part in found))
        head: tuple[str, ...] = ()
        if dash := _DASH.search(rest):
            before = [w.rstrip(".").casefold() for w in _TOKEN.findall(rest[: dash.start()])]
            head = tuple(self.concept(part) for word in before for part in self.parts_of(word))
        return Parsed(text, fold(text), tuple(parts), marks, tuple(acronyms), head, tuple(spelled), self._whom(rest))

    def topic(self, text: str) -> dict[str, bool]:
        """Return the parts of what a name is about, its words of content up to "for", "via" and the like; True for
        those that are a word or its last part of content.

        "Digitale skjema via Helsenorge" is about forms, "Støtte for at eksterne forvalter egne skjema" about what comes
        after "for", because the words before it are frame words.
        """
        text = unicodedata.normalize("NFKC", text)
        found: dict[str, bool] = {}
        for match in _TOKEN.finditer(text):
            word = match[0].rstrip(".").casefold()
            if word in self._stops and found:
                break
            parts = self._printed(match[0])
            long_enough = 1 if match[0].isupper() else 2
            told = [
                self.concept(p)
                for p in parts
                if len(p) > long_enough and p.isalpha() and not self.is_frame(p) and not self.is_light(p)
            ]
            divided = text[match.end() : match.end() + 1] in ("-", "\u2010")
            for part in told:
                found[part] = found.get(part, False) or (part is told[-1] and not divided)
        return found

    def is_general(self, part: str) -> bool:
        """Tell whether a part names a kind of things that much of the genre is about."""
        return part in self._general

    def _whom(self, text: str) -> tuple[str, ...]:
        """Return the parts after the last "for", "blant" or "hos"; () where a clause follows, or nothing of content
        stands before it."""
        found = _FOR.search(text)
        if found is None or not self.topic(text[: found.start()]):
            return ()
        printed = _TOKEN.findall(text[found.end() :])
        return tuple(dict.fromkeys(self.concept(part) for word in printed for part in self._printed(word)))

    def _printed(self, word: str) -> tuple[str, ...]:
        """Return the parts of a printed word; a capital inside ("bankID", "HelsaMi") makes it a name, never split."""
        if _NAME.fullmatch(word):
            return (self._repairs.get(word.casefold(), word.casefold()),)
        return self.parts_of(word.rstrip(".").casefold(), abbreviated=word.endswith("."))

    def parts_of(self, word: str, *, abbreviated: bool = False) -> tuple[str, ...]:
        """Return the lemmas of a case-folded word's parts; the word itself where it is unknown."""
        if abbreviated and word in self._short:
            word = self._short[word]
        word = self._repairs.get(word, word)
        if word in self._same:
            return (word,)
        if len(word) <= 2 or not word.isalpha():
            return (word,)
        if self.is_frame(word):
            frame = self.splitter.lemma(word)
            return (frame[0] if frame and self.is_frame(frame[0]) else word,)
        known = self.splitter.lemma(word)
        if known and known[0] in self._same:
            return (known[0],)
        return self.splitter.split(word) or (word,)

    def is_frame(self, word: str) -> bool:
        """Tell whether many names share the word, or it only holds others together, so that it weighs little."""
        return word in self._grammar or self._is_frame(word)

    def has(self, word: str) -> bool:
        """Tell whether the lexicon itself has the word, compounds of its words not counted."""
        return self.splitter.lemma(word) is not None

    def is_light(self, part: str) -> bool:
        """Tell whether a part says how or that something is done rather than what: verbs, adverbs, "selv", "god"."""
        if part in self._light:
            return True
        known = self.splitter.lemma(part)
        return known is not None and not known[1] & NOUN

    def knows(self, word: str) -> bool:
        """Tell whether a word is in the lexicon or made up of words that are."""
        return bool(self.splitter.lemma(word)) or len(self.splitter.split(word)) > 1

    def concept(self, part: str) -> str:
        """Return the word that stands for a part, its synonyms and the noun or verb made from it."""
        if part not in self._concepts:
            noun = self._same.get(part) or self._action(part)
            self._concepts[part] = self._same.get(noun, noun)
        return self._concepts[part]

    def _action(self, part: str) -> str:
        """Return the noun in -ning or -ing for a verb and for such a noun: "forvalte" and "forvaltning" are one."""
        own = self.splitter.lemma(part)
        if part.endswith("e") and own and own[1] & NOUN:
            return part
        stems = [part[: -len(end)] for end in ("ning", "ing", "e") if part.endswith(end) and len(part) > len(end) + 2]
        for stem in stems:
            verb = self.splitter.lemma(stem + "e")
            if verb and verb[1] & VERB and verb[0] == stem + "e":
                nouns = (stem + end for end in ("ning", "ing"))
                return next((n for n in nouns if (k := self.splitter.lemma(n)) and k[1] & NOUN and k[0] == n), part)
        return part

    def _marks(self, text: str) -> tuple[Marks, str]:
        """Return marks, and the text with the words of steps taken out (versions and ages stay as parts)."""
        steps = set()
        for found in self._step.finditer(text):
            number = found[2].casefold()
            steps.add(_ROMAN.get(number, number))
        rest = self._step.sub(" ", text)
        ages = {f"{a}-{b}" for a, b in _AGES.findall(rest) if int(a) < int(b) <= MAX_AGE}
        bare = _AGES.sub(" ", rest)
        ages |= {f"{a} år" for a in _AGE_LIMIT.findall(bare)}
        kinds = {word for word in words(rest) if word in self._kinds}
        marks = Marks(frozenset(steps), frozenset(_VERSION.findall(bare)), frozenset(ages), frozenset(kinds))
        return marks, rest if _TOKEN.search(rest) else text


@cache
def language_data() -> Mapping[str, Any]:
    """Return the packaged words and rules."""
    return tomllib.loads((files("reconcile") / "data" / "language.toml").read_text(encoding="utf-8"))


def load_language(vocabulary: Vocabulary, cache_folder: Path | None = None) -> Language:
    """Return a fresh language over the lexicon, which is compiled into the cache folder where it is missing."""
    return Language(load_lexicon(cache_folder), language_data(), cache(vocabulary.is_frame))
