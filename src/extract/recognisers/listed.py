"""The recognisers of lists on laid-out pages: tables, bullet lists, slide titles."""

from extract.recognisers.tables import recognise_tables
from extract.registry import Recognise

LISTED: tuple[tuple[str, Recognise], ...] = (("tables", recognise_tables),)
"""Name and function, in no particular order."""
