"""Each piece of evidence by itself."""

import pytest

from reconcile.evidence.fields import compare_fields, part_of
from reconcile.evidence.kinship import Kinship
from reconcile.evidence.marks import compare_marks, compare_whom
from reconcile.evidence.model import load_model
from reconcile.evidence.rarity import Rarity
from reconcile.evidence.title import compare_titles
from reconcile.language.acronyms import expand, spelled_out
from reconcile.language.repair import repairs
from reconcile.mentions import Mention, make_corpus
from tests.reconcile.make import Deck, language

MODEL = load_model()
NAMES = [
    "Nasjonal timetjeneste",
    "Nasjonal dokumentdeling",
    "Timer 2.0",
    "Smarte brev",
    "Digitale skjema",
    "Ny plattform",
]


def rarity() -> Rarity:
    parts = [language().parse(name).parts for name in NAMES]
    return Rarity(parts, language().is_frame, language().is_light, MODEL.title)


def title(left: str, right: str) -> tuple[str, float]:
    one, other = language().parse(left), language().parse(right)
    step = compare_titles(one, other, rarity(), MODEL.title)
    assert (step.left, step.right) == (one.text, other.text)
    return step.name, step.weight


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Smarte brev", "SMARTE BREV", "title: same"),
        ("Brev som er smarte", "Smarte brev", "title: same parts"),
        ("Smarte brev", "Smarte brev på papir", "title: contained"),
        ("Smarte brev", "Smarte robotar", "title: overlap"),
        ("Rekvisisjonshotellet vårt", "Rekvisisjonshotelet vårt", "title: spelling"),
    ],
)
def test_levels(left: str, right: str, level: str) -> None:
    assert title(left, right)[0] == level


def test_more_shared_rare_words_weigh_more_and_frame_words_little() -> None:
    assert title("Smarte brev", "Smarte brev")[1] > title("Ny tjeneste", "Ny tjeneste")[1]
    assert title("Smarte brev", "Smarte robotar")[1] < 0
    assert title("Nasjonal timetjeneste", "Nasjonal dokumentdeling")[1] < 0


def test_title_evidence_looks_the_same_from_both_sides() -> None:
    for left in NAMES:
        for right in NAMES:
            assert title(left, right) == title(right, left)


@pytest.mark.parametrize(
    ("left", "right", "named"),
    [
        ("Innføring steg 1", "Innføring steg 2", ["step"]),
        ("Innføring steg 1", "Innføring", ["step"]),
        ("Timer 2.0", "Timer", ["version"]),
        ("Tjenester 12-16", "Tjenester 0-11", ["ages"]),
        ("Målbilde for deling", "Deling", ["kind of work"]),
        ("Innføring fase I", "Innføring fase 1", []),
    ],
)
def test_marks_speak_against(left: str, right: str, named: list[str]) -> None:
    steps = compare_marks(language().parse(left).marks, language().parse(right).marks, MODEL.against)
    assert [s.name for s in steps] == named
    assert all(s.weight < 0 for s in steps)


@pytest.mark.parametrize(
    ("left", "right", "levels"),
    [
        ("Selvbetjening for fastleger", "Selvbetjening for kommuner", ["other"]),
        ("Sterk autentisering for ansatte", "Sterk autentisering", ["one only"]),
        ("Datadeling for digital hjemmeoppfølging", "Datadeling, digital hjemmeoppfølging", []),
        ("Støtte for fastleger", "Støtte", []),
        ("Enklere for aktører å konfigurere tilbud", "Enklere å konfigurere tilbud", []),
    ],
)
def test_those_a_measure_is_for_tell_it_apart(left: str, right: str, levels: list[str]) -> None:
    one, other = language().parse(left), language().parse(right)
    steps = compare_whom(one, other, rarity(), MODEL.against)
    assert [s.level for s in steps] == levels
    assert all(s.weight < 0 for s in steps)


def test_documents_that_share_names_are_kin_and_strangers_are_not() -> None:
    words = ("brev", "kurs", "varsel", "robot", "sensor", "tolk", "kart", "vakt", "søvn", "arkiv", "resept", "smerte")
    decks = Deck("a.txt"), Deck("b.txt"), Deck("c.txt")
    for word in words:
        decks[0].add(f"Utvide {word}sordningen")
        decks[1].add(f"Utvide {word}sordningen")
        decks[2].add(f"Avvikle {word}skontoret")
    found = make_corpus([d.done() for d in decks]).mentions
    names = {m.number: (language().parse(m.name),) for m in found}
    weigh = Rarity([n[0].parts for n in names.values()], language().is_frame, language().is_light, MODEL.title)
    kinship = Kinship(found, names, weigh, MODEL.kinship, MODEL.title["telling"])
    first = {m.document.path: m for m in found}
    kin, strangers = (kinship.compare(first["a.txt"], first[p]) for p in ("b.txt", "c.txt"))
    assert kin is not None
    assert strangers is not None
    assert kin.weight > 0 > strangers.weight
    assert (kin.left, strangers.left) == ("a.txt (12/12)", "a.txt (0/12)")
    assert kinship.compare(first["a.txt"], first["a.txt"]) is None


def mentions(*decks: Deck) -> list[Mention]:
    found = {m.record.id: m for m in make_corpus([d.done() for d in decks]).mentions}
    return [found[r.id] for d in decks for r in d.records]


def test_fields() -> None:
    one, other = Deck("a.txt"), Deck("b.txt")
    one.add("A", owners="HN", period_start="2024-01-01", period_end="2024-12-31", group="Skjema")
    other.add("B", owners="HV", period_start="2026-01-01", group="skjema")
    steps = {s.name: s for s in compare_fields(*mentions(one, other), MODEL)}
    assert {name: s.weight < 0 for name, s in steps.items()} == {"owner": True, "period": True, "group": False}
    assert steps["period"].right == "2026-01-01 →"


def test_a_need_is_not_its_measure_but_a_common_measure_is_its_rows() -> None:
    deck = Deck("a.txt")
    deck.add("Øke tilfanget")
    deck.add("Katalog", parent="Øke tilfanget")
    assert part_of(*mentions(deck), MODEL.against) is not None
    crosswalk = Deck("b.txt")
    crosswalk.row("Felles", "Regional")
    assert part_of(*mentions(crosswalk), MODEL.against) is None


def test_abbreviations_are_spelled_out_only_in_company() -> None:
    parse = language().parse
    names = [parse("Etablering Datadeling DHO"), parse("Datadeling for digital hjemmeoppfølging")]
    meanings = spelled_out(names)
    assert meanings == {"dho": ("digital", "hjemme", "oppfølging")}
    assert "hjemme" in expand(names[0], meanings)
    assert spelled_out([parse("Dataprodukter MVP"), parse("Mulig å være pårørende")]) == {}


def test_slips_are_repaired_towards_words_that_are_known() -> None:
    counts = {"checkware": 3, "chekcware": 1, "henvisning": 2, "anvisning": 1, "xylofonist": 1}
    assert repairs(counts, lambda w: w in {"henvisning", "anvisning"}) == {"chekcware": "checkware"}


def test_the_model_is_hashed() -> None:
    assert len(MODEL.hash) == 12
    assert load_model().hash == MODEL.hash
