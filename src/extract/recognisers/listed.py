"""The recognisers of lists on laid-out pages: tables, bullet lists, slide titles with their staged plans."""

from extract.recognisers.bullets import recognise_bullets
from extract.recognisers.slide_titles import recognise_slide_title
from extract.recognisers.tables import recognise_tables
from extract.registry import Recognise

LISTED: tuple[tuple[str, Recognise], ...] = (
    ("tables", recognise_tables),
    ("bullets", recognise_bullets),
    ("slide-title", recognise_slide_title),
)
"""Name and function, in no particular order."""
