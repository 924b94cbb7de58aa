import pytest

from tests.reconcile.make import language


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("timetjeneste", ("time", "tjeneste")),
        ("behandlingshjelpemidler", ("behandling", "hjelp", "middel")),
        ("egenbehandlingsplan", ("egen", "behandling", "plan")),
        ("prøvesvar", ("prøve", "svar")),
        ("skjemautfyller", ("skjema", "utfylle")),
        ("timeavtaler", ("time", "avtale")),
        ("rekvisisjonshotell", ("rekvisisjon", "hotell")),
        ("samarbeid", ("samarbeid",)),
        ("foreldre", ("forelder",)),
    ],
)
def test_compounds_come_apart(word: str, parts: tuple[str, ...]) -> None:
    assert language().splitter.split(word) == parts


def test_a_word_that_nothing_knows_is_no_compound() -> None:
    assert language().splitter.split("xqzwv") == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("tilvisingane mine for born", "mine henvisninger for barn"),
        ("digitale tenester", "digitale tjenester"),
        ("Dig. behandlings-planer", "digitale behandlingsplaner"),
        ("forvaltning av integrasjoner", "å forvalte integrasjoner"),
        ("gode helseapper", "gode helseapplikasjoner"),
        ("vise prøve svar", "visning av prøvesvar"),
    ],
)
def test_forms_of_one_name_share_their_parts(left: str, right: str) -> None:
    one, other = (set(language().parse(text).parts) for text in (left, right))
    small = {"av", "å"}
    assert one - small == other - small


@pytest.mark.parametrize(
    ("text", "steps", "versions", "ages"),
    [
        ("Innføring steg 1", {"1"}, set(), set()),
        ("Fase II av tiltaket", {"2"}, set(), set()),
        ("Timer 2.0", set(), {"2.0"}, set()),
        ("Digitale tjenester 12-16", set(), set(), {"12-16"}),
        ("Henvisninger for barn (0–11 år)", set(), set(), {"0-11"}),
        ("Tiltak 2026-27", set(), set(), set()),
    ],
)
def test_marks(text: str, steps: set[str], versions: set[str], ages: set[str]) -> None:
    marks = language().parse(text).marks
    assert (set(marks.steps), set(marks.versions), set(marks.ages)) == (steps, versions, ages)
