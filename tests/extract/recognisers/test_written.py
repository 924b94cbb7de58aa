from pathlib import Path

import pytest

from extract.service import extract_document
from veikart.core.config import Config
from veikart.core.records import Extraction, Field


def read(text: str, folder: Path, name: str = "notat.md") -> Extraction:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract_document(path, name, "0", Config())


def titles(found: Extraction) -> list[str]:
    return [record.title for record in found.records]


def told(found: Extraction, field: Field) -> dict[str, str]:
    return {record.title: "; ".join(record.values(field)) for record in found.records}


def test_headings_below_quarters_are_measures_and_a_tick_says_done(tmp_path: Path) -> None:
    found = read(
        "# Plan for arkivet\n\n## Q1 - 2027\n\n### ✔ Felles kalender\nEn kalender for alle avdelinger.\n\n"
        "### Raskere søk\nSøket skal bli raskere.\n\n## Q2 - 2027\n\n### Nytt lager\nLageret er fullt.\n",
        tmp_path,
    )
    assert told(found, Field.PERIOD_START) == {
        "Felles kalender": "2027-01-01", "Raskere søk": "2027-01-01", "Nytt lager": "2027-04-01"
    }  # fmt: skip
    assert told(found, Field.STATUS) == {"Felles kalender": "done", "Raskere søk": "", "Nytt lager": ""}
    assert told(found, Field.DESCRIPTION)["Nytt lager"] == "Lageret er fullt."


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("*Status: ikke påbegynt*", "not_started"),
        ("Status: Levert i vår", "done"),
        ("**Status:** Delvis levert. Resten kommer.", "ongoing"),
        ("Status: Arbeid med hjemmel er påbegynt", "ongoing"),
        ("Status: mangler", ""),
    ],
)
def test_status_lines_below_headings_that_are_measures(line: str, status: str, tmp_path: Path) -> None:
    text = "# Veikart\n\n## 2027 - høy prioritet\n\n### Felles kalender (Q2 2027)\n"
    text += f"{line}\n\nTekst.\n\n### Nytt lager\nMer.\n"
    found = read(text, tmp_path)
    assert told(found, Field.STATUS)["Felles kalender (Q2 2027)"] == status
    assert told(found, Field.PERIOD_START)["Felles kalender (Q2 2027)"] == "2027-04-01"


def test_lists_below_themes_of_a_period_are_measures_of_the_theme(tmp_path: Path) -> None:
    found = read(
        "# Feuille de route\n\n## Échéancier: T1 (avril à juin 2027)\n\n### Thème: Lecture\n#### Salle\n"
        "- Ouvrir une salle de lecture. [Terminé]\n- Nouveaux meubles : tables, chaises et lampes. [En cours]\n\n"
        "#### Modèle de contribution\n- Définir un modèle. [Non commencé]\n\n"
        "## T4\n\n#### Autres\n- Un café. [Dépriorisé]\n",
        tmp_path,
    )
    assert titles(found) == [
        "Ouvrir une salle de lecture", "Nouveaux meubles : tables, chaises et lampes", "Définir un modèle", "Un café"
    ]  # fmt: skip
    assert list(told(found, Field.STATUS).values()) == ["done", "ongoing", "not_started", ""]
    assert list(told(found, Field.GROUP).values()) == ["Salle", "Salle", "Modèle de contribution", "Autres"]
    assert found.records[0].values(Field.PERIOD_START) == ("2027-04-01",)
    # The quarters follow a budget's year, so that the last one has no days of its own.
    assert found.records[3].values(Field.PERIOD_START) == ()


def test_boxes_of_task_lists_in_phases(tmp_path: Path) -> None:
    found = read(
        "# Implementierungs-Roadmap\n\n## Timeline\n\n### Phase 1: Grundlagen (bis 06/27)\n\n**Ziel:** Fundament\n\n"
        "#### Räume\n- [x] **Lesesaal öffnen** → [mehr](a.md)\n"
        "- [ ] **Lager bauen:** mit neuen Regalen für alle Bände\n\n"
        "#### Kritische Erfolgsfaktoren\n- **Ruhe:** im ganzen Haus\n- **Licht:** an jedem Platz\n",
        tmp_path,
    )
    assert told(found, Field.STATUS) == {"Lesesaal öffnen": "done", "Lager bauen": ""}
    assert told(found, Field.PERIOD_END)["Lager bauen"] == "2027-06-30"
    assert told(found, Field.GROUP)["Lager bauen"] == "Räume"


def test_a_line_that_opens_a_list_is_its_heading_even_without_a_blank_line(tmp_path: Path) -> None:
    found = read(
        "# Plan\n\n## Sammendrag\n\nVeikart:\nFase 1 (til 06/27):\n- Åpne lesesalen\n- Flytte bøkene\n"
        "Fase 2 (fra 07/27)\n"
        "- Bygge lageret\n- Rydde loftet\n",
        tmp_path,
        "veikart.md",
    )
    assert told(found, Field.PERIOD_END)["Flytte bøkene"] == "2027-06-30"
    assert told(found, Field.PERIOD_START)["Bygge lageret"] == "2027-07-01"


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("FAQ", "- **Hva er arkivet?** Et hus med bøker.\n- **Er det åpent?** Ja."),
        ("Risks", "- Fire in the store\n- Water in the store"),
        ("Contributing", "- Open an issue\n- Send a patch"),
        ("Changelog", "### v1.2\n- Added a calendar\n- Added a search"),
        ("License", "MIT"),
        ("Phase 1 KPIs", "- 30 lecteurs par jour\n- 5 salles ouvertes"),
        ("Preguntas frecuentes", "- ¿Qué es?\n- ¿Dónde está?"),
        ("How we work", "- Small steps\n- Early feedback"),
    ],
)
def test_other_chapters_of_a_roadmap_are_none(heading: str, body: str, tmp_path: Path) -> None:
    text = f"# Roadmap\n\n## Planned\n\n- Shared calendar\n- Faster search\n\n## {heading}\n\n{body}\n"
    assert titles(read(text, tmp_path)) == ["Shared calendar", "Faster search"]


def test_a_text_that_is_no_plan_has_no_measures(tmp_path: Path) -> None:
    text = "# Arkivet\n\n## Installasjon\n\n- Last ned\n- Pakk ut\n\n"
    text += "## Funksjoner\n\n- Kalender\n- Søk\n\n## Steg 1\n\n- Start\n"
    assert titles(read(text, tmp_path)) == []


def test_a_roadmap_chapter_of_another_text_is_read_alone(tmp_path: Path) -> None:
    text = (
        "# Arkivet\n\n## Funksjoner\n\n- Kalender\n- Søk\n\n## Veikart\n\n- [x] Innlogging\n- [ ] Utlån på nett\n\n"
        "## Lisens\n\nMIT\n"
    )
    assert told(read(text, tmp_path), Field.STATUS) == {"Innlogging": "done", "Utlån på nett": ""}


def test_signs_mean_what_the_legend_of_the_text_says(tmp_path: Path) -> None:
    text = (
        "# Roadmap\n\n> Legend: ✅ done · 🚧 in progress · ⬜ planned\n\n"
        "## Phase 1: Rooms\n\n| Item | Status |\n|--|--|\n"
        "| Reading room | ✅ |\n| Store | 🚧 (walls up) |\n\n## Phase 2: Search\n\n- ⬜ Index\n- 🚧 Faster search\n"
    )
    assert told(read(text, tmp_path), Field.STATUS) == {
        "Reading room": "done", "Store": "ongoing", "Index": "planned", "Faster search": "ongoing"
    }  # fmt: skip


def test_tables_take_status_and_group_from_the_heading_above(tmp_path: Path) -> None:
    text = "# Veikart\n\n## Fullført\n\n"
    text += "| Funksjon | Beskrivelse |\n|--|--|\n| Kalender | For alle |\n| Søk | I alt |\n"
    assert told(read(text, tmp_path), Field.STATUS) == {"Kalender": "done", "Søk": "done"}


GANTT = """# Notat

## Om planen

```mermaid
gantt
    dateFormat  YYYY-MM-DD
    title       Plan
    excludes    weekends
    section  Rom
    Lesesal klar     :crit, milestone, a1, 2027-01-05, 0d
    Bygge lager      :active, b1, 2027-02-01, 2027-03-31
    Flytte bøker     :after b1, 10d
    Årsskifte        : vert, v1, 2028-01-01,
    section Søk
    Indeks           :done, 2026-01-01, 30d
```
"""


def test_the_tasks_of_a_chart_drawn_in_text(tmp_path: Path) -> None:
    found = read(GANTT, tmp_path)
    fields = (Field.PERIOD_START, Field.PERIOD_END, Field.STATUS, Field.GROUP)
    assert [(r.title, *("".join(r.values(f)) for f in fields)) for r in found.records] == [
        ("Lesesal klar", "2027-01-05", "2027-01-05", "", "Rom"),
        ("Bygge lager", "2027-02-01", "2027-03-31", "ongoing", "Rom"),
        ("Flytte bøker", "2027-03-31", "2027-04-09", "", "Rom"),
        ("Indeks", "2026-01-01", "2026-01-30", "done", "Søk"),
    ]  # fmt: skip


def test_rows_that_are_counted_are_named_by_their_content(tmp_path: Path) -> None:
    text = (
        "# Fahrplan\n\n## Meilensteine\n\n| # | Inhalt | Status |\n|--|--|--|\n| M1 | Lesesaal | ✅ im Juni |\n"
        "| M2 | Lager und Regale | ⬜ offen |\n\n## Begriffe\n\n| Wort | Inhalt | Stand |\n|--|--|--|\n"
        "| Saal | Raum | alt |\n| Regal | Brett | neu |\n"
    )
    found = read(text, tmp_path)
    assert told(found, Field.STATUS) == {"Lesesaal": "done", "Lager und Regale": "not_started"}


def test_goals_for_a_year_are_a_plan_of_that_year(tmp_path: Path) -> None:
    text = "# Arkivet\n\n## 2026 fokus\n\n1. Etablering af læsesal\n2. Flytning af bøger\n\n"
    text += "## Kontakt\n\n- Skriv\n- Ring\n"
    assert told(read(text, tmp_path), Field.PERIOD_START) == {
        "Etablering af læsesal": "2026-01-01", "Flytning af bøger": "2026-01-01"
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "# Nytt\n\n## April 2026\n\n### Ny forside\nDen er ute.\n\n### Nytt søk\nUt.\n\n## Mai 2026\n\n- Kurs\n",
        "# Svar\n\n### 12. februar 2026 - Om lageret\nVi svarte.\n\n### 24. mai 2026 - Om salen\nVi svarte.\n",
        "# Møte\n\n## Agenda: kurs, kafé og veikart\n\n1. Velkommen\n2. Kurs og kafé\n3. Veikart for arkivet\n",
        "# Miljø\n\n## Variabler\n\n| Name | Description |\n|--|--|\n| `LAGER` | Lageret |\n| `SAL` | Salen |\n",
        "# Vedtak\n\n## Følger\n\nBeskriv hva det betyr fremadrettet:\n- Gode: raskere søk\n- Dårlige: dyrere drift\n",
    ],
)
def test_news_answers_agendas_and_reference_tables_are_none(text: str, tmp_path: Path) -> None:
    assert titles(read(text, tmp_path)) == []


def test_counted_stages_with_words_about_them_are_measures_with_their_parts(tmp_path: Path) -> None:
    text = (
        "# Feuille de route\n\n## J0 — La salle ✅ *fait le 2026-08-19*\n\nUne salle ouverte.\n\n"
        "- Des tables\n- Des lampes\n\n"
        "## J1 — Le dépôt\n\nPour tous les livres.\n\n## J2 — Le café\n\nAvec du thé.\n\n- Un comptoir\n- Un four\n"
    )
    found = read(text, tmp_path)
    assert told(found, Field.PARENT) == {
        "J0 — La salle": "", "Des tables": "J0 — La salle", "Des lampes": "J0 — La salle", "J1 — Le dépôt": "",
        "J2 — Le café": "", "Un comptoir": "J2 — Le café", "Un four": "J2 — Le café",
    }  # fmt: skip
    assert told(found, Field.STATUS)["J0 — La salle"] == "done"


def test_a_table_of_measures_counts_outside_a_plan(tmp_path: Path) -> None:
    table = "| {} | Aufwand |\n|--|--|\n| Portal ausbauen | M |\n| Register anbinden | S |\n"
    assert titles(read(f"# Analyse\n\n## Schnell\n\n{table.format('Maßnahme')}", tmp_path)) == [
        "Portal ausbauen", "Register anbinden"
    ]  # fmt: skip
    assert titles(read(f"# Analyse\n\n## Schnell\n\n{table.format('Name')}", tmp_path)) == []


def test_headings_with_codes_and_no_dash(tmp_path: Path) -> None:
    text = "# Plan for huset\n\n## Leveranser\n\n### 5.1 M7.0 Migrering\nTekst.\n\n### 5.2 M7.1 Rydding\nTekst.\n"
    assert len(titles(read(text, tmp_path))) == 2


def test_tables_below_goals_and_deliverables(tmp_path: Path) -> None:
    table = "| # | Leverans | Format |\n|--|--|--|\n| L1 | Kartskikt | GDB |\n| L2 | Rapport | PDF |\n"
    assert titles(read(f"# Projektplan\n\n## Mål och leveranser\n\n{table}", tmp_path)) == ["Kartskikt", "Rapport"]
    assert titles(read(f"# Projektplan\n\n## Mål\n\n{table.replace('Leverans', 'Mått')}", tmp_path)) == []
    scope = (
        "# Projektplan\n\n## Avgränsningar\n\n- Geografisk omfattning: länet\n- Skala: preliminär\n- Alla naturtyper\n"
    )
    assert titles(read(scope, tmp_path)) == []


def test_a_table_whose_format_marks_its_header(tmp_path: Path) -> None:
    table = "| MS | Kerneleverance | Blokkeret af |\n|--|--|--|\n| M6 | Fælles rum | M1 |\n| M7 | Opsummering | M5 |\n"
    assert titles(read(f"# Køreplan\n\n## Senere\n\n{table}", tmp_path)) == ["Fælles rum", "Opsummering"]


@pytest.mark.parametrize(
    ("above", "headings", "count"),
    [
        ("Anbefaling", ("Fase 1: Pilot", "Fase 2: Bredding"), 4),
        ("Omfang i M7", ("M7.0 Migrering", "M7.1 Rydding"), 0),  # firmly no plan
        ("Resultat", ("M7.0 Migrering", "M7.1 Rydding"), 4),
        ("Nytt", ("v1.2", "v1.3"), 0),
        ("Anbefaling", ("Fase 1: Pilot", "Kostnader"), 0),
    ],
)
def test_counted_phases_make_a_plan_of_any_chapter(
    above: str, headings: tuple[str, str], count: int, tmp_path: Path
) -> None:
    lists = ["- Innføre felles søk\n- Etablere ny kunnskapsbase\n", "- Pilotere ny assistent\n- Skalere søket\n"]
    parts = [f"### {heading}\n\n{items}\n" for heading, items in zip(headings, lists, strict=True)]
    assert len(titles(read(f"# Studie av huset\n\n## {above}\n\n{''.join(parts)}", tmp_path))) == count
