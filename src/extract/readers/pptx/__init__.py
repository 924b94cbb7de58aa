"""The PowerPoint reader: shapes with exact places and resolved colours."""

from extract.readers.pptx.document import READER, PptxReader

__all__ = ["READER", "PptxReader"]
