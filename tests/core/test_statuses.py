import pytest

from veikart.core.records import Status
from veikart.core.vocabulary import load_vocabulary

V = load_vocabulary()
S = Status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I drift", S.IN_OPERATION), ("i produksjon", S.IN_OPERATION), ("Live", S.IN_OPERATION),
        ("Under arbeid", S.ONGOING),
        ("Pågår", S.ONGOING), ("i gang", S.ONGOING), ("In progress", S.ONGOING), ("Pågående", S.ONGOING),
        ("Planlagt", S.PLANNED),
        ("Vedteken", S.PLANNED), ("Ikke startet", S.NOT_STARTED), ("ikkje starta", S.NOT_STARTED),
        ("Ikke påbegynt", S.NOT_STARTED), ("Klar til start", S.NOT_STARTED), ("Klar", S.DONE),
        ("Not yet started", S.NOT_STARTED), ("ej påbörjad", S.NOT_STARTED), ("Under vurdering", S.UNDER_CONSIDERATION),
        ("Ej startad", S.NOT_STARTED), ("Ikkje avgjort", S.UNDER_CONSIDERATION), ("Klart", S.DONE),
        ("(under revurdering)", S.UNDER_CONSIDERATION), ("Mulig", S.UNDER_CONSIDERATION), ("Ferdig", S.DONE),
        ("Fullført", S.DONE),
        ("Completed", S.DONE), ("Status: pågår", S.ONGOING), ("delvis i drift", S.IN_OPERATION),
        ("Hvitt: Ikke startet", S.NOT_STARTED),
        ("Planlegge", S.PLANNED), ("Gjennomføre", S.ONGOING), ("Genomförs", S.ONGOING),
        ("Taget i brug", S.IN_OPERATION),
        ("Leveret", S.DONE), ("Konseptfase", None), ("Avslutte", None),
        ("V", None), ("", None), ("Grønn", None), ("Digital dialog", None), ("Planlagt/ikke startet", None),
    ],
)  # fmt: skip
def test_whole_texts(text: str, status: Status | None) -> None:
    assert V.status(text) is status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tjenesten er i drift i nord", (S.IN_OPERATION, "i drift")),
        ("Arbeidet er ikke startet", (S.NOT_STARTED, "ikke startet")),
        ("Innføring er planlagt i 2026", (S.PLANNED, "planlagt")),
        ("Kan ikke lenger planlegges", None),
        ("En startet tjeneste", None),
        ("Ferdigstilles", None),
    ],
)
def test_statuses_inside_a_text(text: str, found: tuple[Status, str] | None) -> None:
    assert V.status_in(text) == found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Grønn tekst – Aktivitet startet i regionen", S.ONGOING),
        ("Blå tekst – regionen planlegger å innføre løsningen så snart den foreligger", S.PLANNED),
        ("Svart tekst – Aktivitet ikke påbegynt", S.NOT_STARTED),
        ("Grønt: Under arbeid", S.ONGOING),
        ("Blå = ferdigstilt 2024", S.DONE),
        ("Hovedaktivitet/felles uttrykk", None),
        ("Rød – viktig", None),
    ],
)
def test_texts_of_a_legend(text: str, status: Status | None) -> None:
    assert V.legend_status(text) is status


@pytest.mark.parametrize(("text", "status"), [("Underveis", S.ONGOING), ("På plass", S.DONE), ("Levert", S.DONE)])
def test_words_of_a_key_tell_a_status_there(text: str, status: Status) -> None:
    assert V.key_status(text) is status
    assert (V.status(text) is None) == (text != "Levert")
