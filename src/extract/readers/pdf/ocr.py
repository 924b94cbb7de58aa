"""Text in pictures, by tesseract where it is installed. Nothing is downloaded and no shell is used."""

import csv
import shutil
import subprocess
from functools import cache
from io import StringIO

from extract.readers.pdf.model import Style, View, Word

PROGRAM = "tesseract"
LANGUAGES = ("nor", "eng")
PIXELS = 2400
"""Width at which a page is drawn for recognition."""
CONFIDENCE = 40.0
"""Words that tesseract is less sure of (of 100) are left out."""
X_HEIGHT = 0.72
"""Height of a word's box over its type size, near enough."""


def available() -> bool:
    """Tell whether text can be recognised here."""
    return bool(_languages())


@cache
def _languages() -> str:
    """Return the languages that are both wanted and installed, "" if tesseract is not there."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ""
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603 - a fixed command
    except (OSError, subprocess.TimeoutExpired):
        return ""
    installed = set(told.stdout.decode("utf-8", "replace").split())
    return "+".join(language for language in LANGUAGES if language in installed)


def recognise(png: bytes, view: View, seconds: float) -> list[Word]:
    """Return the words in the picture of a page, [] if there are none or it takes too long."""
    program = shutil.which(PROGRAM)
    if program is None or not _languages():
        return []
    command = [program, "stdin", "stdout", "-l", _languages(), "--psm", "11", "tsv"]
    try:
        done = subprocess.run(command, input=png, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return []
    return _words(done.stdout.decode("utf-8", "replace"), view)


def _words(table: str, view: View) -> list[Word]:
    """Read tesseract's table: one row for each page, block, paragraph, line and word."""
    rows = list(csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    page = next((r for r in rows if r.get("level") == "1"), None)
    if page is None or not float(page["width"]):
        return []
    scale = view.width / float(page["width"])
    lines: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows:
        if row.get("level") == "5" and (row.get("text") or "").strip() and float(row["conf"]) >= CONFIDENCE:
            lines.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(row)
    words: list[Word] = []
    for run, line in enumerate(lines.values()):
        tops, feet = [float(r["top"]) for r in line], [float(r["top"]) + float(r["height"]) for r in line]
        top, foot = min(tops) * scale, max(feet) * scale
        style = Style("", round((foot - top) / X_HEIGHT * 0.75, 1), False, False, "")
        for row in line:
            x0 = float(row["left"]) * scale
            words.append(Word(row["text"].strip(), x0, top, x0 + float(row["width"]) * scale, foot, style, run, True))
    return words
