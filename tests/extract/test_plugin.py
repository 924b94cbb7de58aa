"""The recogniser that the docs show works as it stands there."""

import re
from pathlib import Path

from extract.claims import Use
from extract.deck import Deck
from veikart.core.blocks import Block, BlockKind, Page
from veikart.core.config import Config
from veikart.core.records import Field
from veikart.core.vocabulary import load_vocabulary

DOCS = Path(__file__).parents[2] / "docs" / "adding-a-kind.md"


def test_the_recogniser_in_the_docs_claims_its_lines() -> None:
    code = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    names: dict[str, object] = {}
    exec(code[1], names)
    blocks = (Block("a", 1, BlockKind.TEXT, "Tiltak: Smarte brev"), Block("b", 1, BlockKind.TEXT, "Noe annet: prat"))
    page = Page(1, blocks)
    claim = names["recognise"](page, Deck("x.txt", "text", [page], load_vocabulary(), Config()))  # type: ignore[operator]
    assert [d.title.strip() for d in claim.drafts] == ["Smarte brev"]
    assert claim.drafts[0].says(Field.GROUP)
    assert claim.uses == {"a": (Use.RECORD, "tiltak-lines")}
