"""Recognisers for what is drawn with shapes: timelines, Gantt charts, boards and staged plans."""

from extract.recognisers.drawn.timeline import NAME as _TIMELINE
from extract.recognisers.drawn.timeline import timeline
from extract.registry import Recognise

DRAWN: tuple[tuple[str, Recognise], ...] = ((_TIMELINE, timeline),)
"""Name and function of every recogniser of drawn plans."""
