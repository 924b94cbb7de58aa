"""Recognisers for text without layout, and for the flowing text of documents."""

from extract.recognisers.flat.announced import NAME as ANNOUNCED
from extract.recognisers.flat.announced import announced_chapters
from extract.recognisers.flat.boards import NAME as BOARD
from extract.recognisers.flat.boards import board
from extract.recognisers.flat.chapters import NAME as CHAPTERS
from extract.recognisers.flat.chapters import chapter_measures
from extract.recognisers.flat.crosswalk import NAME as CROSSWALK
from extract.recognisers.flat.crosswalk import crosswalk
from extract.recognisers.flat.descriptions import NAME as DESCRIPTIONS
from extract.recognisers.flat.descriptions import describe_measures
from extract.recognisers.flat.fact_tables import NAME as FACTS
from extract.recognisers.flat.fact_tables import fact_tables
from extract.recognisers.flat.flow_lists import NAME as FLOW_LIST
from extract.recognisers.flat.flow_lists import flow_list
from extract.recognisers.flat.headed import NAME as HEADED
from extract.recognisers.flat.headed import headed_measures
from extract.recognisers.flat.led import NAME as LED
from extract.recognisers.flat.led import led_paragraphs
from extract.recognisers.flat.lists import NAME as LIST
from extract.recognisers.flat.lists import measure_list
from extract.recognisers.flat.numbered import NAME as NUMBERED
from extract.recognisers.flat.numbered import numbered_measures
from extract.recognisers.flat.outlines import NAME as OUTLINES
from extract.recognisers.flat.outlines import outline_lists
from extract.recognisers.flat.plans import COLUMNS, PICTURE, columns, picture
from extract.recognisers.flat.rows import NAME as ROWS
from extract.recognisers.flat.rows import dissolved_rows
from extract.recognisers.flat.subjects import NAME as SUBJECT
from extract.recognisers.flat.subjects import subject
from extract.recognisers.flat.tabbed import NAME as TABBED
from extract.recognisers.flat.tabbed import tabbed_lines
from extract.recognisers.flat.tables import NAME as TABLES
from extract.recognisers.flat.tables import flat_tables, flow_tables
from extract.recognisers.flat.undertakings import NAME as UNDERTAKINGS
from extract.recognisers.flat.undertakings import undertakings
from extract.recognisers.written.trees import NAME as TREES
from extract.recognisers.written.trees import text_trees
from extract.registry import Recognise

FLAT: tuple[tuple[str, Recognise], ...] = (
    (CROSSWALK, crosswalk),
    (COLUMNS, columns),
    (PICTURE, picture),
    (LIST, measure_list),
    (OUTLINES, outline_lists),
    (SUBJECT, subject),
    (BOARD, board),
    (ROWS, dissolved_rows),
    (DESCRIPTIONS, describe_measures),
    (NUMBERED, numbered_measures),
    (HEADED, headed_measures),
    (CHAPTERS, chapter_measures),
    (FACTS, fact_tables),
    (TABLES, flat_tables),
)
"""Recognisers of pages whose layout is lost, by name."""

DESCRIBED: tuple[tuple[str, Recognise], ...] = (
    (DESCRIPTIONS, describe_measures),
    (NUMBERED, numbered_measures),
    (HEADED, headed_measures),
    (CHAPTERS, chapter_measures),
    (ANNOUNCED, announced_chapters),
    (FACTS, fact_tables),
)
"""Recognisers of structured texts whose lists and tables others read, by name."""

FLOW: tuple[tuple[str, Recognise], ...] = (
    *DESCRIBED,
    (TABLES, flow_tables),
    (FLOW_LIST, flow_list),
    (LED, led_paragraphs),
    (TABBED, tabbed_lines),
    (OUTLINES, outline_lists),
    (UNDERTAKINGS, undertakings),
    (TREES, text_trees),
)
"""Recognisers of flowing documents, by name."""
