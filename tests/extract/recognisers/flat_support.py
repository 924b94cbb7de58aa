"""Reads a piece of text as the text reader does and assembles what the flat recognisers make of it."""

from dataclasses import dataclass
from pathlib import Path

from extract.arbitration import share_out
from extract.assemble import Assembler
from extract.claims import Use
from extract.deck import Deck
from extract.readers.base import Limits
from extract.readers.text import READER
from extract.recognisers.flat import FLAT
from veikart.core.config import Config
from veikart.core.records import Field, Link, Record
from veikart.core.vocabulary import load_vocabulary


@dataclass
class Outcome:
    records: list[Record]
    links: list[Link]
    uses: dict[str, tuple[Use, str]]

    @property
    def titles(self) -> list[str]:
        return [record.title for record in self.records]

    def one(self, title: str) -> Record:
        found = [record for record in self.records if record.title == title]
        assert len(found) == 1, (title, self.titles)
        return found[0]

    def told(self, field: Field) -> dict[str, str]:
        return {record.title: "; ".join(record.values(field)) for record in self.records}


def deck_of(text: str, folder: Path, issuer: str = "") -> Deck:
    """Read a dump; an underscore at a line's end stands for the blank that a broken line ends in."""
    text = text.replace("_\n", " \n")
    path = folder / "dump.txt"
    path.write_text(text, encoding="utf-8")
    pages = list(READER.open(path, Limits()).pages())
    return Deck("dump.txt", "text", pages, load_vocabulary(), Config(), issuer)


def read(text: str, folder: Path, issuer: str = "") -> Outcome:
    deck = deck_of(text, folder, issuer)
    assembler = Assembler(deck.path, "", deck.vocabulary)
    uses: dict[str, tuple[Use, str]] = {}
    for page in deck.pages:
        claims = [claim for _, recognise in FLAT if (claim := recognise(page, deck)) is not None]
        shares, used = share_out(claims)
        uses.update(used)
        for claim, drafts in shares:
            assembler.add(claim, drafts)
    records = sorted(assembler.records, key=lambda r: (r.line_start, r.anchor))
    return Outcome(records, assembler.links, uses)
