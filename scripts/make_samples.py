"""Makes the sample documents in raw/: small, in our own words, the same bytes every time.

usage: python scripts/make_samples.py [FOLDER]
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from samples import board_pdf, joint_deck, national_plan, workshop

MAKERS = {
    "samarbeidsforum-veikart-2023.pptx": joint_deck.make,
    "produktstyre-status-2024.pdf": board_pdf.make,
    "nasjonalt-veikart-2025.docx": national_plan.make,
    "verksted-innspill-2023.txt": workshop.make,
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "raw"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        (folder / name).write_bytes(make())
        print(folder / name)


if __name__ == "__main__":
    main()
