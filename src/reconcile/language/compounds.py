"""Compound words taken apart with a lexicon: "timetjeneste" → "time", "tjeneste".

Norwegian writes compounds as one word, with or without a linking letter (fugebokstav) s or e. The best way to read a
word is the one with the fewest and longest parts, every one of them a word of the lexicon; the last carries the
inflection. Source of the idea: Koehn and Knight (2003), Empirical methods for compound splitting, without counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.language.lexicon import ADJECTIVE, LEMMA, NOUN, VERB, Lexicon

MIN_PART = 3
MAX_WORD = 60
MIN_FOREIGN = 5
MIN_UNKNOWN = 4
"""Letters of a part that the lexicon does not know, beside one that it does."""
SHORT_COST = {3: 0.9, 4: 0.35, 5: 0.1}
"""What a short part costs beside the one that every part costs: short words turn up inside long ones by chance."""
LINK_COST = 0.15
VERB_COST = 0.5
WHOLE_COST = 2.4
"""Cost of leaving a known word whole: more than two good parts, less than parts of which one is doubtful."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Words that are no parts although the lexicon has them, and words that it lacks."""

    not_first: frozenset[str]
    not_last: frozenset[str]
    words: frozenset[str]
    endings: tuple[tuple[str, str], ...] = ()  # nynorsk, bokmål
    beginnings: tuple[tuple[str, str], ...] = ()


class Splitter:
    """Takes words apart; answers are kept, so that each distinct word costs once."""

    def __init__(self, lexicon: Lexicon, rules: Rules, foreign: Mapping[str, str]) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._foreign = foreign  # nynorsk form → bokmål
        self._parts: dict[str, tuple[str, ...]] = {}
        self._forms: dict[str, tuple[str, int] | None] = {}

    def lemma(self, form: str) -> tuple[str, int] | None:
        """Return lemma and parts of speech of a known word."""
        if form not in self._forms:
            self._forms[form] = self._find(form)
        return self._forms[form]

    def _find(self, form: str) -> tuple[str, int] | None:
        if form in self._foreign:
            return self._foreign[form], NOUN | LEMMA
        if form in self._rules.words:
            return form, NOUN | LEMMA
        return self._lexicon.look_up(form) or self._by_ending(form)

    def _by_ending(self, form: str) -> tuple[str, int] | None:
        """Try the word with bokmål endings and beginnings for nynorsk ones."""
        if len(form) < MIN_FOREIGN:
            return None
        for theirs, ours in self._rules.endings:
            if form.endswith(theirs) and (found := self._lexicon.look_up(form[: -len(theirs)] + ours)):
                return found
        for theirs, ours in self._rules.beginnings:
            if form.startswith(theirs) and (found := self._lexicon.look_up(ours + form[len(theirs) :])):
                return found
        return None

    def split(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of the word's parts; one part where it is no compound, () where it is unknown."""
        if word not in self._parts:
            parts = self._split(word)
            if not parts and word.endswith("s") and len(word) > MIN_PART:
                parts = self._split(word[:-1])  # genitive, or the first part of "behandlings- og …"
            parts = parts or self._half_known(word)
            self._parts[word] = parts if len(parts) < 2 else tuple(p for part in parts for p in self._again(part))
        return self._parts[word]

    def _again(self, part: str) -> tuple[str, ...]:
        """Take a part apart that is a compound itself, so that it meets the same word standing alone."""
        return self.split(part) or (part,)

    def _half_known(self, word: str) -> tuple[str, ...]:
        """Cut a known noun off the end of an unknown word ("checkwareskjema"), the longest that there is."""
        if not word.isalpha() or len(word) > MAX_WORD:
            return ()
        for start in range(MIN_UNKNOWN, len(word) - MIN_UNKNOWN):
            found = self.lemma(word[start:])
            if (
                found
                and found[1] & NOUN
                and word[start:] not in self._rules.not_last
                and len(word) - start > MIN_UNKNOWN
            ):
                return word[:start], found[0]
        return ()

    def _split(self, word: str) -> tuple[str, ...]:
        whole = self.lemma(word)
        if word in self._rules.words or len(word) < 2 * MIN_PART or len(word) > MAX_WORD or not word.isalpha():
            return (whole[0],) if whole else ()
        best: tuple[float, tuple[str, ...]] | None = (WHOLE_COST, (whole[0],)) if whole else None
        path = self._best_path(whole[0] if whole and whole[0].isalpha() else word)
        if path and (best is None or path[0] < best[0]):
            best = path
        return best[1] if best else ()

    def _best_path(self, word: str) -> tuple[float, tuple[str, ...]] | None:
        """Cheapest reading of the word as two parts or more, by dynamic programming over its beginnings."""
        size = len(word)
        paths: list[tuple[float, tuple[str, ...]] | None] = [None] * (size + 1)
        paths[0] = (0.0, ())
        for end in range(MIN_PART, size + 1):
            for start in range(end - MIN_PART + 1):
                before = paths[start]
                if before is None or (start == 0 and end == size):
                    continue
                piece = self._last(word[start:]) if end == size else self._first(word[start:end])
                if piece is None:
                    continue
                path = (before[0] + piece[0], (*before[1], piece[1]))
                here = paths[end]
                if here is None or path < here:
                    paths[end] = path
        return paths[size]

    def _last(self, text: str) -> tuple[float, str] | None:
        found = self.lemma(text)
        if found is None or len(text) < MIN_PART or not self._rules.not_last.isdisjoint((text, found[0])):
            return None
        if not found[1] & (NOUN | ADJECTIVE | VERB):
            return None
        verb = VERB_COST if not found[1] & NOUN else 0.0
        return 1.0 + SHORT_COST.get(len(text), 0.0) + verb, found[0]

    def _first(self, text: str) -> tuple[float, str] | None:
        options = [self._stem(text, 0.0)]
        if text[-1] in "se" and len(text) > MIN_PART:
            options.append(self._stem(text[:-1], LINK_COST))
        if text[-1] == "-":
            options.append(self._stem(text[:-1], 0.0))
        return min((o for o in options if o), default=None)

    def _stem(self, text: str, cost: float) -> tuple[float, str] | None:
        """A first or middle part: a lemma of a noun or adjective, or a verb's stem."""
        if len(text) < MIN_PART or text in self._rules.not_first:
            return None
        found = self.lemma(text)
        if found and found[1] & (NOUN | ADJECTIVE) and (found[1] & LEMMA or found[0] == text):
            return 1.0 + cost + SHORT_COST.get(len(text), 0.0), found[0]
        verb = self.lemma(text + "e")
        if verb and verb[1] & VERB and verb[1] & LEMMA:
            return 1.0 + cost + VERB_COST + SHORT_COST.get(len(text), 0.0), verb[0]
        return None
