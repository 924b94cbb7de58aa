"""Recognisers for what is drawn with shapes: timelines, Gantt charts, boards and staged plans."""

from extract.recognisers.drawn.alike import alike
from extract.recognisers.drawn.between import between
from extract.recognisers.drawn.board import board
from extract.recognisers.drawn.boxes import boxes
from extract.recognisers.drawn.captioned import captioned
from extract.recognisers.drawn.dotted import dotted
from extract.recognisers.drawn.entries import entries
from extract.recognisers.drawn.gauges import gauges
from extract.recognisers.drawn.headed_boxes import headed_boxes
from extract.recognisers.drawn.keyed import keyed
from extract.recognisers.drawn.pairs import pairs
from extract.recognisers.drawn.panels import panels
from extract.recognisers.drawn.phases import phases
from extract.recognisers.drawn.pillars import pillars
from extract.recognisers.drawn.quadrant import quadrant
from extract.recognisers.drawn.ranked import ranked
from extract.recognisers.drawn.ring import ring
from extract.recognisers.drawn.sheet import sheet
from extract.recognisers.drawn.stages import stages
from extract.recognisers.drawn.stairs import stairs
from extract.recognisers.drawn.timeline import timeline
from extract.recognisers.drawn.tree import tree
from extract.registry import Recognise

DRAWN: tuple[tuple[str, Recognise], ...] = (
    ("timeline", timeline),
    ("board", board),
    ("pairs", pairs),
    ("between", between),
    ("stages", stages),
    ("stairs", stairs),
    ("sheet", sheet),
    ("captioned", captioned),
    ("gauges", gauges),
    ("dotted", dotted),
    ("headed-boxes", headed_boxes),
    ("entries", entries),
    ("panels", panels),
    ("pillars", pillars),
    ("keyed", keyed),
    ("quadrant", quadrant),
    ("boxes", boxes),
    ("alike", alike),
    ("ranked", ranked),
    ("ring", ring),
    ("tree", tree),
    ("phases", phases),
)
"""Name and function of every recogniser of drawn plans."""
