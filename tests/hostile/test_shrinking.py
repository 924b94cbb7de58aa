"""An export that would lose much stops, until somebody says that the loss is right."""

from pathlib import Path

from tests.app.command import contents, run_json, veikart
from veikart.app.shrinking import shrunk


def test_a_deck_cut_short_stops_the_export(project: Path) -> None:
    lines = [
        f"• {word} {part}"
        for word in ("Digital", "Felles", "Smart", "Trygg")
        for part in ("dialog", "plan", "tavle", "timebok")
    ]
    deck = project / "raw" / "ny.txt"
    deck.write_text("Veikart 2025\n\nTiltak i Helse Nord\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert {d["path"]: d["records"] for d in run_json(project)["documents"]}["ny.txt"] == 16
    before = contents(project / "exports")
    deck.write_text("Veikart 2025\n\nTiltak i Helse Nord\n" + "\n".join(lines[:3]) + "\n", encoding="utf-8")
    for _ in range(2):  # asked once more, it is the same question
        done = veikart("run", "--project", project)
        assert done.returncode == 1
        assert "VK501" in done.stdout + done.stderr
        assert contents(project / "exports") == before
    assert veikart("export", "--project", project).returncode == 1
    assert contents(project / "exports") == before
    assert veikart("run", "--project", project, "--accept-loss").returncode == 0
    assert contents(project / "exports") != before
    assert veikart("run", "--project", project).returncode == 0


def test_a_project_without_exports_loses_nothing(tmp_path: Path) -> None:
    assert shrunk(tmp_path, [], 0, 0.5) == []


def test_the_share_decides(tmp_path: Path) -> None:
    (tmp_path / "measures.csv").write_text("measure_id\n" + "m\n" * 20, encoding="utf-8")
    assert [len(shrunk(tmp_path, [], left, 0.5)) for left in (20, 10, 9, 0)] == [0, 0, 1, 1]
    assert shrunk(tmp_path, [], 0, 1.0) == []
