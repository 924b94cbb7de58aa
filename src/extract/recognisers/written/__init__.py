"""Plans that are written as headings with lists or prose below them, as public roadmaps in Markdown are.

`outline` makes a tree of a page's headings, `headings` tells what one says, `scope` which parts of the tree are the
plan and what the headings above a part tell of it; `features` finds headings that are measures themselves, `lists`
the lists that name measures, `entries` reads their bullets, `facts` the lines such as "Status: …" below a heading,
`signs` what ticks and the like stand for; `tables`, `phase_tables`, `diagrams` and `trees` read
tables and plans drawn in text.
"""

from extract.recognisers.written.diagrams import NAME as DIAGRAM
from extract.recognisers.written.diagrams import drawn_in_text
from extract.recognisers.written.phase_tables import NAME as PHASE_TABLES
from extract.recognisers.written.phase_tables import phase_tables
from extract.recognisers.written.plan import NAME as WRITTEN_PLAN
from extract.recognisers.written.plan import written_plan
from extract.recognisers.written.tables import NAME as TABLES
from extract.recognisers.written.tables import written_tables
from extract.recognisers.written.trees import NAME as TREES
from extract.recognisers.written.trees import text_trees
from extract.registry import Recognise

WRITTEN: tuple[tuple[str, Recognise], ...] = (
    (WRITTEN_PLAN, written_plan),
    (DIAGRAM, drawn_in_text),
    (TREES, text_trees),
    (TABLES, written_tables),
    (PHASE_TABLES, phase_tables),
)
"""Recognisers of written plans, by name."""
