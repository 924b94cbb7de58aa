"""What must hold of any document that can be read at all."""

from pathlib import Path

from extract.service import extract_document, inspect_document
from veikart.core.config import Config, ExtractSection
from veikart.core.problems import Code, DocumentError
from veikart.core.records import Extraction
from veikart.core.text import fold

CONFIG = Config(extract=ExtractSection(ocr=False))


def stands(path: Path) -> Extraction | None:
    """Extract a document and check that no recogniser failed and every record's snippet stands on its page."""
    try:
        found = extract_document(path, path.name, "", CONFIG)
    except DocumentError:
        return None
    assert not [p for p in found.document.problems if p.code is Code.RECOGNISER_FAILED], found.document.problems
    texts = {
        report.page.number: fold(" ".join(block.text for block in report.page.blocks))
        for report in inspect_document(path, path.name, CONFIG)
    }
    for record in found.records:
        for word in record.snippet.split():
            assert fold(word) in texts[record.page], record
    assert len({record.id for record in found.records}) == len(found.records)
    return found
