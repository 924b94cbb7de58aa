"""Time and memory of a project of many small documents: first runs with one and two workers, and an unchanged one.

python bench/load.py [--documents 1000] [--records 20] [--mixed] [--source FOLDER]

Text dumps cost next to nothing to read, so that they measure merging and exporting; `--mixed` makes every second
document a deck and every fourth a Word document, of a slide or two. `--source` takes the documents of a folder, each as
often as it needs to, such as those that `bench/decks/build.py` makes: decks of ten slides, PDFs and Word documents.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

START = "from veikart.app.cli import main; main()"
WORDS = (
    "Innføre Dele Vise Sende Hente Bestille Følge Samle Varsle Planlegge Registrere Fornye Avtale Styre Måle",
    "henvisning timebok journalnotat prøvesvar epikrise legemiddelliste bildedeling hjemmemåling skjema brevsending "
    "behandlingsplan kjernejournal kvittering fullmakt chat videomøte pasientreise utstyrsliste rapport",
    "kommunen hjemmet sykehus utskriving fastlegen psykiatrien fødsel rehabilitering akuttmottak poliklinikk",
)
VERBS, THINGS, PLACES = (line.split() for line in WORDS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--records", type=int, default=20)
    parser.add_argument("--mixed", action="store_true", help="decks and Word documents as well")
    parser.add_argument("--source", type=Path, help="a folder of documents to take")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="veikart-load-"))
    try:
        if given.source:
            take(folder, given.source, given.documents)
        else:
            make(folder, given.documents, given.records, given.mixed)
        print("| run | seconds | records | measures | largest process, MiB |\n| --- | --- | --- | --- | --- |")
        for name, workers, again in (
            ("first, 1 worker", 1, True),
            ("first, 2 workers", 2, True),
            ("unchanged", 2, False),
        ):
            measure(folder, name, workers, again)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make(folder: Path, documents: int, records: int, mixed: bool) -> None:
    """Write documents of one list each."""
    (folder / "raw").mkdir()
    chance = random.Random(4)
    for number in range(documents):
        year = 2023 + number % 5
        lines = [f"• {chance.choice(VERBS)} {chance.choice(THINGS)} i {chance.choice(PLACES)}" for _ in range(records)]
        title, heading, items = f"Veikart {year} for region {number}", f"Tiltak i {year}", list(dict.fromkeys(lines))
        path = folder / "raw" / f"plan-{number:04}.txt"
        if mixed and number % 2 == 0:
            write_deck(path.with_suffix(".pptx"), title, heading, items)
        elif mixed and number % 4 == 1:
            write_document(path.with_suffix(".docx"), title, heading, items)
        else:
            path.write_text("\n".join([title, "", heading, *items, ""]), encoding="utf-8")


def take(folder: Path, source: Path, documents: int) -> None:
    """Copy the decks, PDFs and Word documents of a folder, in turn and as often as it takes."""
    (folder / "raw").mkdir()
    found = sorted(p for p in source.iterdir() if p.suffix in {".pptx", ".pdf", ".docx"})
    for number in range(documents):
        path = found[number % len(found)]
        shutil.copy(path, folder / "raw" / f"{number:04}-{path.name}")


def write_deck(path: Path, title: str, heading: str, items: list[str]) -> None:
    """Write a title slide and two slides of bullets."""
    from pptx import Presentation

    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = title
    for part in (items[: len(items) // 2], items[len(items) // 2 :]):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = heading
        slide.placeholders[1].text = "\n".join(item.removeprefix("• ") for item in part)
    deck.save(str(path))


def write_document(path: Path, title: str, heading: str, items: list[str]) -> None:
    """Write a heading with a list below it."""
    from docx import Document

    document = Document()
    document.add_heading(title, 0)
    document.add_heading(heading, 1)
    for item in items:
        document.add_paragraph(item.removeprefix("• "), style="List Bullet")
    document.save(str(path))


def measure(folder: Path, name: str, workers: int, again: bool) -> None:
    (folder / "pipeline.toml").write_text(f"[extract]\nworkers = {workers}\n", encoding="utf-8")
    command = [sys.executable, "-c", START, "run", "--json", "--project", str(folder), *(["--again"] if again else [])]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = [0]
    watcher = threading.Thread(target=watch, args=(process, peak), daemon=True)
    watcher.start()
    result = json.loads(process.communicate()[0])
    seconds = time.perf_counter() - begun
    print(f"| {name} | {seconds:.1f} | {result['records']} | {result['measures']} | {peak[0]} |", flush=True)


def watch(process: "subprocess.Popen[str]", peak: list[int]) -> None:
    """Keep the largest memory of the main process, where the system tells it."""
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None and os.name == "posix":
        try:
            told = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        except OSError:
            return
        peak[0] = max([peak[0], *(int(line.split()[1]) // 1024 for line in told)])
        time.sleep(0.1)


if __name__ == "__main__":
    main()
