"""Every command is documented, speaks JSON alone when asked, and keeps data and talk apart."""

import json
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
        "import sys; from veikart.app.cli import app; import veikart.core.records;"
        "print([m for m in ('pandas','spacy','pdfplumber','pypdfium2','pptx','docx','rapidfuzz','scipy','xlsxwriter') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
