"""A seeded generator of Norwegian-like titles of measures in clusters of one to four, for measuring the matcher.

The words are compounds of stems and heads with Zipf frequencies; a later mention of a title has typos, another word
order, dropped or added words, compounds split or joined, or another name in parentheses. Own code, own data.
"""

import itertools
import random

_STEMS = (
    "pasient time prøve behandling journal dokument skjema brev legemiddel henvisning varsel dialog helse "
    "kommune sykehus pårørende rekvisisjon oppgave avtale reise video hjemme data test innsyn samtykke "
    "fullmakt kurs plan forløp resultat måling utstyr vaksine smerte kreft rus barn ungdom skole bolig "
    "omsorg nød akutt sår syn hørsel tann hud hjerte lunge nyre blod gen foster føde kosthold trening "
    "søvn arbeid trygd bruker ansatt leder region nasjon drift sikkerhet identitet nettverk sensor robot "
    "bilde lyd tekst språk tolk kart vei bygg energi klima vann avfall park idrett kultur "
)
_HEADS = (
    "tjeneste løsning system register plattform portal modul oversikt støtte verktøy kanal kontroll "
    "styring deling visning booking melding rapport analyse modell ordning senter team rutine håndtering "
    "oppfølging utveksling registrering innhenting utsending bestilling godkjenning veileder database "
    "arkiv liste logg nøkkel nettsted app funksjon pakke prosess tilbud program strategi "
)
_FRAMES = "nasjonal regional digital felles ny bedre mine innføring av støtte for utvikling av etablering av "
STEMS, HEADS, FRAMES = _STEMS.split(), _HEADS.split(), _FRAMES.split()
LINKS = ("", "s", "e", "")
ALPHABET = "abcdefghijklmnoprstuvyøåæ"


def titles(size: int, seed: int = 7) -> tuple[list[str], list[str], list[int]]:
    """Return `size` titles with the document of each and the true cluster; a document has a title of a cluster once."""
    rng = random.Random(seed)
    lexicon = _words(rng)
    weights = list(itertools.accumulate(1.0 / (rank + 8) for rank in range(len(lexicon))))
    made: list[str] = []
    documents: list[str] = []
    truth: list[int] = []
    cluster = 0
    while len(made) < size:
        base = _base(rng, lexicon, weights)
        for copy in range(rng.choice((1, 1, 2, 2, 3, 4))):
            made.append(" ".join(base[0]) if copy == 0 else _variant(rng, base, lexicon, weights))
            documents.append(f"d{(cluster * 7 + copy * 13) % 40 + copy * 40}")
            truth.append(cluster)
        cluster += 1
    order = list(range(size))
    rng.shuffle(order)
    return [made[i] for i in order], [documents[i] for i in order], [truth[i] for i in order]


def _words(rng: random.Random) -> list[tuple[str, ...]]:
    """About three thousand words as tuples of parts, in random order of frequency."""
    compounds = [(stem + rng.choice(LINKS), head) for stem in STEMS for head in HEADS if rng.random() < 0.55]
    words = [*compounds, *((w,) for w in (*STEMS, *HEADS))]
    rng.shuffle(words)
    return words


Base = tuple[list[str], list[tuple[str, ...]], str]


def _base(rng: random.Random, lexicon: list[tuple[str, ...]], weights: list[float]) -> Base:
    picked = rng.choices(lexicon, cum_weights=weights, k=rng.choice((3, 3, 4, 4, 5)))
    frame = rng.choice(FRAMES) if rng.random() < 0.5 else ""
    alias = "".join(rng.choices("ABDEFGHIKLMNOPRST", k=4)) if rng.random() < 0.1 else ""
    printed = ["".join(word) for word in picked]
    return ([frame, *printed] if frame else printed), picked, alias


def _variant(rng: random.Random, base: Base, lexicon: list[tuple[str, ...]], weights: list[float]) -> str:
    _, picked, alias = base
    words = []
    for word in picked:
        split = len(word) > 1 and rng.random() < 0.2
        words.append(
            " ".join((word[0].rstrip("se") if rng.random() < 0.3 else word[0], word[1])) if split else "".join(word)
        )
    if len(words) > 3 and rng.random() < 0.25:
        words.pop(rng.randrange(len(words)))
    if rng.random() < 0.05:
        words.append("".join(rng.choices(lexicon, cum_weights=weights)[0]))
    if rng.random() < 0.25:
        rng.shuffle(words)
    if len(words) > 1 and rng.random() < 0.08:
        at = rng.randrange(len(words) - 1)
        words[at : at + 2] = [words[at] + words[at + 1]]
    text = " ".join(words)
    if rng.random() < 0.4:
        text = f"{rng.choice(FRAMES)} {text}"
    for _ in range(rng.choice((0, 0, 1, 1))):
        text = _typo(rng, text)
    return f"{text} ({alias})" if alias and rng.random() < 0.5 else text


def _typo(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text))
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + rng.choice(ALPHABET) + text[at:]
    if kind == 2:
        return text[:at] + rng.choice(ALPHABET) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
