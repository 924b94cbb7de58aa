"""Make the documents and their gold.

python bench/decks/build.py OUT [--only d01 d04] [--variants 2] [--no-pdf]

PDF is written where LibreOffice (and for web pages Chromium) is installed.
"""

import argparse
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if not __package__:  # run as a file: its own folder is not where its package lies
    sys.path[0] = str(ROOT)

from bench.decks import designs  # noqa: E402
from bench.decks.variant import Variant  # noqa: E402
from pdfminer.high_level import extract_text  # noqa: E402

Maker = Callable[[Variant, Path], None]


def makers() -> dict[str, Maker]:
    """Every design by the name of its module."""
    names = sorted(m.name for m in pkgutil.iter_modules(designs.__path__))
    return {n: importlib.import_module(f"bench.decks.designs.{n}").make for n in names}


def variant(number: int, design: str) -> Variant:
    """The variants: 0 wide, 1 in the old page size with other words and years."""
    start = sum(map(ord, design)) + 20 * number
    return Variant(number, wide=number % 2 == 0, first_year=2025 + number % 3, start=start)


def to_pdf(paths: Sequence[Path], folder: Path) -> None:
    """Convert with LibreOffice, all in one go, where it is installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office or not paths:
        return
    with tempfile.TemporaryDirectory() as profile:
        command = [office, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=900
        )


def print_pages(paths: Sequence[Path]) -> None:
    """Print web pages with a browser, where one is installed."""
    browser = next((b for b in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if b), None)
    for path in paths if browser else ():
        with tempfile.TemporaryDirectory() as profile:
            command = [str(browser), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            command += [f"--user-data-dir={profile}", f"--print-to-pdf={path.with_suffix('.pdf').resolve()}"]
            subprocess.run([*command, path.resolve().as_uri()], check=True, capture_output=True, timeout=120)


def to_text(path: Path, *, feeds: bool) -> None:
    """Write a text dump of the PDF, as pdfminer gives it: pages by form feeds, or by a blank where those were lost."""
    text = re.sub(r"\s*\f", "\n\f", extract_text(path)).rstrip("\f")
    path.with_suffix(".txt").write_text(text if feeds else text.replace("\f", " "), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line and build."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--only", nargs="*", default=[], help="designs whose module or document name begins so")
    arguments.add_argument("--variants", type=int, default=2, help="how many")
    arguments.add_argument("--first", type=int, default=0, help="number of the first variant")
    arguments.add_argument("--no-pdf", action="store_true")
    asked = arguments.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for name, make in makers().items():
        if asked.only and not any(name.startswith(o) for o in asked.only):
            continue
        for number in range(asked.first, asked.first + asked.variants):
            before = {p: p.stat().st_mtime_ns for p in asked.out.iterdir()}
            make(variant(number, name), asked.out)
            made += [p for p in asked.out.iterdir() if before.get(p) != p.stat().st_mtime_ns]
    sources = sorted(p for p in made if p.suffix in {".pptx", ".docx", ".xlsx", ".html"})
    if not asked.no_pdf:
        to_pdf([p for p in sources if p.suffix != ".html"], asked.out)
        print_pages([p for p in sources if p.suffix == ".html"])
        for pdf in (p.with_suffix(".pdf") for p in sources):
            if pdf.exists():
                to_text(pdf, feeds="-1" in pdf.stem)
    for source in (p for p in sources if p.suffix in {".xlsx", ".html"}):
        source.unlink()  # no reader takes it: it is there for its PDF
    print("\n".join(p.name for p in sources))


if __name__ == "__main__":
    main()
