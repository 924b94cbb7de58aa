"""Signs of statuses: letters and glyphs that the page explains ("P Planlagt", "✓ ferdig ▶ under arbeid")."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.layout.meanings import Meaning
from extract.layout.thing import Thing
from veikart.core.blocks import Block
from veikart.core.geometry import same_row
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

_LONGEST = 2
_NEAR = 0.04
_LEAST = 2
_BRIEF = 3  # words that explain a sign, where not all of them tell a status
_GLYPH = re.compile(r"(?<!\S)(?P<sign>[^\w\s.,;:()/&+\-–—|\"'«»=])(?=\s)")


def signs_of(things: Sequence[Thing], vocabulary: Vocabulary) -> tuple[dict[str, Meaning], tuple[Thing, ...]]:
    """Return what each sign means and the things that explain them; nothing where fewer than two are explained."""
    found: dict[str, Meaning] = {}
    used: list[Thing] = []
    words = [t for t in things if len(mend(t.text)) > _LONGEST]
    for thing in things:
        text = mend(thing.text)
        if len(text) <= _LONGEST and not text.isdecimal():
            beside = _word_of(thing, words, vocabulary)
            if beside is not None:
                used += [thing, beside]
                _note(found, text, mend(beside.text), vocabulary)
        else:
            marker = thing.blocks[0].marker
            for sign, word in explained(mend(f"{marker} {text}") if marker else text, vocabulary):
                used.append(thing)
                _note(found, sign, word, vocabulary)
    told = len({m.status for m in found.values()}) >= _LEAST
    return (found, tuple(used)) if told and _are_used(found, things, used) else ({}, ())


def _are_used(signs: Iterable[str], things: Sequence[Thing], key: Sequence[Thing]) -> bool:
    """Tell whether a sign stands outside its key too; one beside the heading of a column does not."""
    explaining = {t.id for t in key}
    return any(sign_of(t.blocks[0], signs) for t in things if t.id not in explaining)


def sign_of(block: Block, signs: Iterable[str]) -> str:
    """Return the sign that is all of a text, or a glyph that it begins or ends with; "" where there is none."""
    text = block.text.strip()
    edges = {text, block.marker, *(e for e in (text[:1], text[-1:]) if not e.isalnum())}
    return next((sign for sign in signs if sign in edges), "")


def without_sign(title: str, sign: str) -> str:
    """Return a title without the glyph that stands before or behind it."""
    bare = title.strip()
    return bare.removeprefix(sign).removesuffix(sign).strip() if sign and not sign.isalnum() else title


def _word_of(sign: Thing, words: Sequence[Thing], vocabulary: Vocabulary) -> Thing | None:
    """Return the status word that stands right behind a sign."""
    near = [
        t
        for t in words
        if same_row(sign.place, t.ink) and -0.005 <= t.ink.x0 - sign.place.x1 <= _NEAR and vocabulary.key_status(t.text)
    ]
    return min(near, key=lambda t: t.ink.x0) if near else None


def explained(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return the signs and their words where a line explains several of them and says nothing else.

    Of several brief words one or two may tell no status: "● I rute ▲ Avvik ■ Stanset".
    """
    hits = list(_GLYPH.finditer(text))
    if not hits or text[: hits[0].start()].strip(" :"):
        return []
    ends = [b.start() for _, b in pairwise(hits)] + [len(text)]
    pairs = [(h["sign"], text[h.end() : end].strip(" ,;|=:–")) for h, end in zip(hits, ends, strict=True)]
    told = sum(vocabulary.key_status(word) is not None for _, word in pairs)
    brief = all(0 < len(word.split()) <= _BRIEF for _, word in pairs)
    most = told >= _LEAST or (told and len(pairs) > _LEAST)
    return pairs if told == len(pairs) or (brief and most) else []


def _note(found: dict[str, Meaning], sign: str, word: str, vocabulary: Vocabulary) -> None:
    found.setdefault(sign, Meaning(status=vocabulary.key_status(word), text=f"{sign} = {word}"))
