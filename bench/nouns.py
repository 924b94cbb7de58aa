"""A second seeded generator of titles, other than `titles.py` in words, forms and shares: a check on what was tuned.

Words are nouns of Norsk Ordbank and compounds of any two; a document lists a measure once; later mentions have other
verbs in front, words inflected, dropped, moved, joined or split, up to two typos, and another name beside their own.
"""

import itertools
import random
from functools import cache

_ACTS = (
    *("innføring av", "utvikling av", "modernisering av", "felles", "ny", "bedre", "digital", "styrke", "pilotere"),
    *("videreutvikle", "nasjonal", "plan for", "etablere", "forbedre", "anskaffelse av"),
)
_BETWEEN = ("for", "i", "med", "og", "via", "til", "mellom")
_ENDINGS = ("en", "er", "et", "ene")
_ALPHABET = "abcdefghijklmnoprstuvyøåæ"
WORDS = 9_000
"""Nouns in use, by Zipf's law."""

Word = tuple[str, ...]
Base = tuple[str, list[Word], list[str], str]  # verb, words, what stands between them, another name


@cache
def _nouns() -> tuple[str, ...]:
    from spacy.lookups import load_lookups

    table = load_lookups("nb", ["lemma_exc"]).get_table("lemma_exc")
    lemmas = {lemma for found in table["noun"].values() for lemma in found}
    return tuple(sorted(w for w in lemmas if w.isalpha() and w.islower() and 4 <= len(w) <= 11))


def titles(size: int, seed: int = 11) -> tuple[list[str], list[str], list[int]]:
    """Return `size` titles with the document of each and the true cluster."""
    rng = random.Random(seed)
    nouns = rng.sample(_nouns(), WORDS)
    weights = list(itertools.accumulate((rank + 25) ** -0.95 for rank in range(WORDS)))
    documents = range(max(60, size // 800))
    made: list[tuple[str, str, int]] = []
    for cluster in itertools.count():
        base = _base(rng, nouns, weights)
        held = rng.sample(documents, rng.choice((1, 1, 1, 2, 2, 3, 4)))
        made += [(_variant(rng, base) if n else _printed(base), f"d{d}", cluster) for n, d in enumerate(held)]
        if len(made) >= size:
            break
    rng.shuffle(made)
    names, places, truth = zip(*made, strict=True)
    return list(names), list(places), list(truth)


def _base(rng: random.Random, nouns: list[str], weights: list[float]) -> Base:
    words: list[Word] = []
    for _ in range(rng.choice((2, 2, 3, 3, 3, 4, 5))):
        first, second = rng.choices(nouns, cum_weights=weights, k=2)
        words.append((first + rng.choice(("", "s", "e", "s", "")), second) if rng.random() < 0.5 else (first,))
    between = [rng.choice(_BETWEEN) if rng.random() < 0.55 else "" for _ in words[1:]]
    alias = "".join(rng.choices("AEIOUBDFGKLMNPRSTV", k=5)).capitalize() if rng.random() < 0.12 else ""
    return _act(rng), words, between, alias


def _act(rng: random.Random) -> str:
    return rng.choice(_ACTS) if rng.random() < 0.6 else ""


def _printed(base: Base) -> str:
    act, words, between, _ = base
    return _joined(act, ["".join(word) for word in words], between)


def _joined(act: str, words: list[str], between: list[str]) -> str:
    pieces = [act, words[0]]
    for joint, word in itertools.zip_longest(between[: len(words) - 1], words[1:], fillvalue=""):
        pieces += [joint, word]
    text = " ".join(piece for piece in pieces if piece)
    return text[0].upper() + text[1:]


def _variant(rng: random.Random, base: Base) -> str:
    act, words, between, alias = base
    words = list(words)
    if len(words) > 2 and rng.random() < 0.18:
        words.pop(rng.randrange(len(words)))
    if rng.random() < 0.18:
        rng.shuffle(words)
    printed = [_split(rng, word) for word in words]
    if len(printed) > 1 and rng.random() < 0.06:
        at = rng.randrange(len(printed) - 1)
        printed[at : at + 2] = [printed[at] + printed[at + 1]]
    printed = [w + rng.choice(_ENDINGS) if rng.random() < 0.12 and not w.endswith("e") else w for w in printed]
    text = _joined(act if rng.random() < 0.5 else _act(rng), printed, between)
    for _ in range(rng.choice((0, 0, 0, 1, 1, 2))):
        text = _typo(rng, text)
    if alias and rng.random() < 0.6:
        return f"{text} ({alias})" if rng.random() < 0.8 else f"{alias} – {text}"
    return text.upper() if rng.random() < 0.05 else text


def _split(rng: random.Random, word: Word) -> str:
    if len(word) < 2 or rng.random() >= 0.12:
        return "".join(word)
    return (word[0].rstrip("s") if rng.random() < 0.5 else word[0]) + rng.choice(" -") + word[1]


def _typo(rng: random.Random, text: str) -> str:
    at, kind = rng.randrange(1, len(text)), rng.random()
    if kind < 0.3:
        return text[:at] + text[at + 1 :]
    if kind < 0.5:
        return text[:at] + text[at] + text[at:]
    if kind < 0.75:
        return text[:at] + rng.choice(_ALPHABET) + text[at + 1 :]
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
