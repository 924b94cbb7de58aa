"""The recognisers of lists on laid-out pages: tables, bullets, checklists, headed or labelled texts, slides' titles."""

from extract.recognisers.bullets import recognise_bullets
from extract.recognisers.called import NAME as CALLED
from extract.recognisers.called import recognise_called
from extract.recognisers.checklists import NAME as CHECKLIST
from extract.recognisers.checklists import recognise_checklist
from extract.recognisers.fact_sheet import NAME as FACT_SHEET
from extract.recognisers.fact_sheet import recognise_fact_sheet
from extract.recognisers.headed_texts import NAME as HEADED_TEXTS
from extract.recognisers.headed_texts import recognise_headed_texts
from extract.recognisers.slide_titles import recognise_slide_title
from extract.recognisers.tables import recognise_tables
from extract.registry import Recognise

LISTED: tuple[tuple[str, Recognise], ...] = (
    ("tables", recognise_tables),
    ("bullets", recognise_bullets),
    (CALLED, recognise_called),
    (CHECKLIST, recognise_checklist),
    (HEADED_TEXTS, recognise_headed_texts),
    (FACT_SHEET, recognise_fact_sheet),
    ("slide-title", recognise_slide_title),
)
"""Name and function, in no particular order."""
