"""Lists of what is to be done: tracked items, bare lines, lists beside each other, and steps of a decision."""

import pytest

from extract.recognisers.bullets import recognise_bullets
from tests.extract.recognisers.pages import bullets, deck, slide, text_at, title
from tests.extract.recognisers.test_bullets import drafts
from veikart.core.blocks import Block, Page


def found_on(page: Page, *others: Page) -> int:
    claim = recognise_bullets(page, deck(page, *others))
    return len(claim.drafts) if claim else 0


def test_a_list_that_is_named_and_a_list_of_what_comes() -> None:
    items = bullets(["Raskere søk", "Ny startside", "Felles lager"], 0.1, 0.3)
    assert len(drafts([title("Feature list"), *items])) == 3
    assert not drafts([title("Features"), *items])
    assert len(drafts([title("Todo’s før lansering"), *items])) == 3
    assert not drafts([title("Neste møte"), *bullets(["Årsrapport #24", "Ny leder #25", "Eventuelt #26"], 0.1, 0.3)])


def test_stray_full_stops_make_no_sentences_of_titles() -> None:
    texts = ["Ombygging av den gamle lesesalen i fjerde etasje.", "Nye hyller", "Felles lås", "Større kafé"]
    assert len(drafts([title("What's next"), *bullets(texts, 0.1, 0.3)])) == 4


def work(number: int, texts: list[str]) -> Page:
    lines = [text_at(text, 0.1, 0.25 + 0.08 * n, page=number) for n, text in enumerate(texts)]
    return slide([title(f"Disiplin {number}", number), *lines], number)


def test_bare_lines_of_a_deck_that_lists_work_are_measures() -> None:
    pages = [work(n, ["Define roles", "Build the catalogue", "Migrate the archive"]) for n in (1, 2, 3)]
    assert found_on(pages[0], *pages[1:]) == 3
    assert found_on(pages[0]) == 0  # one such slide tells nothing
    plain = [work(n, ["Roles of the group", "The catalogue", "An archive"]) for n in (1, 2, 3)]
    assert found_on(plain[0], *plain[1:]) == 0


def two(first: str, second: str) -> list[Block]:
    left = bullets(["Henvisning til rus (HSØ)", "Skjema til givere (HV, HN)"], 0.05, 0.3, heading=first)
    right = bullets(["Felles kursoversikt", "Kjøp av time", "Ny kontaktperson"], 0.55, 0.3, heading=second)
    return [title("Bestillinger"), *left, *right]


def test_a_list_beside_one_of_measures_is_one_too() -> None:
    assert len(drafts(two("Bestilt", "Ikke bestilt"))) == 5
    assert len(drafts(two("Bestilt", "Kostnader"))) == 2


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["15. mai: frist for innspill", "Juni: behandling i styret", "September: orientering til rådet"], 0),
        (["15. mai: felles kalender", "Juni: nytt lager", "September: raskt søk"], 3),
    ],
)
def test_steps_of_a_decision_are_no_measures(texts: list[str], count: int) -> None:
    assert len(drafts([title("Veien videre"), *bullets(texts, 0.1, 0.3)])) == count


def test_lists_that_tell_of_one_measure() -> None:
    parts = (("Milepæler", 0.05), ("Mål", 0.35), ("Gevinster", 0.65))
    lists = [
        b
        for head, x in parts
        for b in bullets(["Oppstart i Bodø: mars 2027", "Kontrakt: mai 2027"], x, 0.3, heading=head)
    ]
    assert not drafts([title("Felles journal i nord"), *lists])
    assert drafts([title("Veikart for journalen"), *lists])


def test_a_lone_later_number_is_a_footnote() -> None:
    note = text_at("Betales av Norges forskningsråd", 0.1, 0.9, marker="2)", size=9.0)
    assert not drafts([title("Tiltak i 2027"), text_at("Grønn: i henhold til plan", 0.1, 0.85), note])
