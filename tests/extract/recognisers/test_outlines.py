from pathlib import Path

import pytest

from tests.extract.recognisers.flat_support import Outcome, read
from veikart.core.records import Field

LISTS = """# Roadmap for the archive

## {heading}

{bullets}

## Contact

- Write to the office
- Call the desk
"""


def outline(heading: str, *bullets: str, folder: Path) -> Outcome:
    return read(LISTS.format(heading=heading, bullets="\n".join(f"- {b}" for b in bullets)), folder)


def test_bullets_under_a_heading_that_looks_ahead_are_measures_of_its_group(tmp_path: Path) -> None:
    found = outline("Planned", "Shared calendar", "Faster search in\n  old volumes", folder=tmp_path)
    assert found.titles == ["Shared calendar", "Faster search in old volumes"]


def test_headings_that_are_periods_date_their_lists(tmp_path: Path) -> None:
    text = "# Planer\n\n## Q1 2027\n\n- Felles kalender\n- Nytt arkiv\n\n## Q2 2027\n\n- Raskere søk\n- Ny forside\n"
    found = read(text, tmp_path)
    assert found.told(Field.PERIOD_START) == {
        "Felles kalender": "2027-01-01", "Nytt arkiv": "2027-01-01",
        "Raskere søk": "2027-04-01", "Ny forside": "2027-04-01",
    }  # fmt: skip


def test_a_name_is_cut_from_the_sentences_behind_it(tmp_path: Path) -> None:
    bullets = ("**Felles kalender.** Den brukes av alle.", "**Nytt arkiv.** Det erstatter det gamle.")
    assert outline("Neste leveranser", *bullets, folder=tmp_path).titles == ["Felles kalender", "Nytt arkiv"]


@pytest.mark.parametrize(
    ("heading", "bullets"),
    [
        ("Open risks", ("The volumes are damp and some of them are lost.", "Nobody has read the catalogue yet.")),
        ("Criteria", ("number of readers", "share of volumes found", "cost of every loan")),
        ("Upcoming meetings", ("Board of the archive", "Friends of the archive")),
    ],
)
def test_other_lists_of_a_roadmap_are_none(heading: str, bullets: tuple[str, ...], tmp_path: Path) -> None:
    assert outline(heading, *bullets, folder=tmp_path).titles == []


def test_drawn_signs_and_words_behind_a_dash_are_no_part_of_the_name(tmp_path: Path) -> None:
    bullets = ("📅 **Felles kalender** - for alle avdelinger", "🔍 **Raskere søk** - også i gamle protokoller")
    found = outline("Kommende funksjoner", *bullets, folder=tmp_path)
    assert found.titles == ["Felles kalender", "Raskere søk"]


def test_a_history_of_versions_is_none(tmp_path: Path) -> None:
    found = outline("Version history", "**v1.0** - First search", "**v2.0** - Calendar and search", folder=tmp_path)
    assert found.titles == []


def test_headings_that_are_statuses_make_lists_and_other_headings_end_them(tmp_path: Path) -> None:
    text = "# Kommende funksjoner\n\n## Planlagt\n\n- Felles kalender\n- Nytt arkiv\n\n## Under vurdering\n\n"
    text += "- Raskere søk\n- Ny forside\n\n## Format\n\nVi følger en fast form.\n"
    found = read(text, tmp_path)
    assert found.told(Field.STATUS) == {
        "Felles kalender": "planned", "Nytt arkiv": "planned",
        "Raskere søk": "under_consideration", "Ny forside": "under_consideration",
    }  # fmt: skip
