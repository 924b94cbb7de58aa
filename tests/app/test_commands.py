"""Every command is documented, speaks JSON alone when asked, and keeps data and talk apart."""

import csv
import json
import sys
from pathlib import Path

import pytest
import typer

from tests.app.command import veikart
from veikart.app.cli import app
from veikart.app.exits import Exit

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_and_stands_in_the_docs(command: str) -> None:
    done = veikart(command, "--help")
    assert done.returncode == 0
    for option in ("--json", "--quiet"):
        assert option in done.stdout
    assert f"`veikart {command}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_exit_codes_stand_in_the_docs() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert all(f"| {code.value} |" in page for code in Exit)


def test_init_makes_a_project_and_never_overwrites(tmp_path: Path) -> None:
    folder = tmp_path / "nytt prosjekt"
    assert veikart("init", folder).returncode == 0
    (folder / "pipeline.toml").write_text("[project]\nname = 'mine'\n", encoding="utf-8")
    again = veikart("init", folder)
    assert again.returncode == 3
    assert "mine" in (folder / "pipeline.toml").read_text(encoding="utf-8")
    assert veikart("doctor", "--project", folder).returncode == 0


def test_quiet_says_nothing_and_no_color_has_no_escapes(project: Path) -> None:
    done = veikart("run", "--project", project, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    coloured = veikart("run", "--project", project, FORCE_COLOR="1")
    plain = veikart("run", "--project", project, NO_COLOR="1")
    assert "\x1b[" in coloured.stdout
    assert "\x1b[" not in plain.stdout + plain.stderr


def test_the_project_is_found_upwards_and_by_environment(project: Path) -> None:
    done = veikart("doctor", "--json", VEIKART_PROJECT=str(project))
    checks = {c["name"]: c["message"] for c in json.loads(done.stdout)["checks"]}
    assert checks["project"] == str(project.resolve())


def test_inspect_draws_and_tells(project: Path, tmp_path: Path) -> None:
    picture = tmp_path / "side.png"
    name = "produktstyre-status-2024.pdf"
    done = veikart("inspect", name, "--page", 2, "--png", picture, "--json", "--project", project)
    assert done.returncode == 0, done.stderr
    (page,) = json.loads(done.stdout)["pages"]
    assert sum(block["use"] == "record" for block in page["blocks"]) >= 7
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert veikart("inspect", name, "--page", 99, "--project", project).returncode == 2
    assert veikart("inspect", "borte.pdf", "--project", project).returncode == 2


def test_help_is_quick_because_heavy_parts_are_lazy() -> None:
    import subprocess
    import sys

    probe = (
        "import sys; from veikart.app.cli import app; import veikart.core.records; heavy = "
        "('pandas','spacy','pdfplumber','pypdfium2','pptx','docx','rapidfuzz','scipy','xlsxwriter');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_decision_is_followed_explained_and_taken_back(project: Path) -> None:
    veikart("run", "--project", project, "--quiet")
    first, second = pair_of_one_measure(project)
    done = veikart("decide", "different", first, second, "--by", "kari", "--reason", "to ting", "--project", project)
    assert done.returncode == 0, done.stderr
    told = json.loads(veikart("explain", first, second, "--json", "--project", project).stdout)["pair"]
    assert told["verdict"] == "different"
    assert [(d["by"], d["reason"]) for d in told["decisions"]] == [("kari", "to ting")]
    veikart("run", "--project", project, "--quiet")
    assert measure_of(project, first) != measure_of(project, second)
    undone = veikart("decide", "undo", told["decisions"][0]["id"], "--by", "kari", "--project", project)
    assert undone.returncode == 0, undone.stderr
    veikart("run", "--project", project, "--quiet")
    assert measure_of(project, first) == measure_of(project, second)
    assert len((project / "decisions" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_explain_takes_names_and_lists_what_they_may_mean(project: Path) -> None:
    veikart("run", "--project", project, "--quiet")
    with (project / "exports" / "measures.csv").open(encoding="utf-8", newline="") as source:
        names = {row["name"]: row["measure_id"] for row in csv.DictReader(source)}
    name = next(n for n in names if sum(n.casefold() in other.casefold() for other in names) == 1)
    told = json.loads(veikart("explain", name.upper(), "--json", "--project", project).stdout)
    assert told["measure"]["measure_id"] == names[name]
    model = json.loads((project / "exports" / "model.json").read_text(encoding="utf-8"))
    assert told["model"]["hash"] == model["hash"]
    several = veikart("explain", "e", "--project", project)
    assert several.returncode == 2
    assert next(iter(sorted(names.values())))[:2] in several.stderr


def test_unknown_ids_and_missing_names_are_usage_errors(project: Path) -> None:
    veikart("run", "--project", project, "--quiet")
    assert veikart("explain", "r000000000000", "--project", project).returncode == 2
    assert veikart("explain", "a", "b", "c", "--project", project).returncode == 2
    first, second = pair_of_one_measure(project)
    assert veikart("decide", "same", first, second, "--project", project).returncode == 2
    assert veikart("decide", "perhaps", first, second, "--by", "kari", "--project", project).returncode == 2
    assert not (project / "decisions" / "decisions.jsonl").exists()


def records_of(project: Path) -> list[dict[str, str]]:
    with (project / "exports" / "records.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def measure_of(project: Path, record: str) -> str:
    return next(row["measure_id"] for row in records_of(project) if row["record_id"] == record)


def pair_of_one_measure(project: Path) -> tuple[str, str]:
    """Two mentions from different documents that evidence alone made one measure: equal names, no crosswalk."""
    rows = [row for row in records_of(project) if row["name"] == "Rekvisisjonshotell"]
    first = rows[0]
    second = next(row for row in rows if row["document"] != first["document"])
    return first["record_id"], second["record_id"]


def test_diff_tells_what_became_of_the_measures(project: Path) -> None:
    veikart("run", "--project", project, "--quiet")
    done = veikart("diff", "2023", "2025", "--json", "--project", project)
    assert done.returncode == 0, done.stderr
    changes = {c["change"]: c for c in json.loads(done.stdout)["changes"]}
    assert {"kept", "new", "dropped"} & set(changes)
    assert veikart("diff", "1999", "2025", "--project", project).returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that nobody may write to")
def test_a_file_that_cannot_be_written_is_no_traceback(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "liste.csv"
    table.write_text("navn\nDigital dialog\n", encoding="utf-8")
    done = veikart("match", table, "--title", "navn", "--out", "/sys/ut.csv", "--project", project)
    assert done.returncode == 3
    assert "VK904" in done.stderr


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_what_is_printed_fits_the_terminal(project: Path, columns: int) -> None:
    ran = veikart("run", "--project", project, COLUMNS=str(columns))
    asked = veikart("conflicts", "--project", project, COLUMNS=str(columns))
    for done in (ran, asked):
        assert done.returncode == 0
        assert max(len(line) for line in done.stdout.splitlines()) <= columns
    if columns >= 80:  # no name of a document is broken, no column stands empty
        assert "samarbeidsforum-veikart-2023.pptx  pptx" in ran.stdout
    assert "Sider uten tekst" not in ran.stdout
    assert "\n    Er de ett tiltak?" in asked.stdout


def test_the_review_workbook_is_named_where_it_is(project: Path) -> None:
    veikart("run", "--project", project, "--quiet")
    done = veikart("export", "--review", "--project", project)
    assert "exports/review.xlsx" in done.stdout
    assert (project / "exports" / "review.xlsx").exists()
