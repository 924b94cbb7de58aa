"""The one step of pdfplumber's table finder that is our own gives what pdfplumber's gives."""

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as finder

from extract.readers.pdf.grid import SNAP, cells_between

places = st.integers(0, 6).map(lambda step: 40.0 * step)
edges = st.lists(st.tuples(st.sampled_from("hv"), places, places, places), min_size=1, max_size=25)


@given(edges)
def test_cells_between_crossings_are_those_of_pdfplumber(drawn: list[tuple[str, float, float, float]]) -> None:
    lines = []
    for way, at, a, b in drawn:
        low, high = sorted((a, b))
        x0, x1, y0, y1 = (low, high, at, at) if way == "h" else (at, at, low, high)
        lines.append(
            {"orientation": way, "x0": x0, "x1": x1, "top": y0, "bottom": y1, "width": x1 - x0, "height": y1 - y0}
        )
    crossings = finder.edges_to_intersections(finder.merge_edges(lines, SNAP, SNAP, SNAP, SNAP), SNAP, SNAP)
    assert cells_between(crossings) == finder.intersections_to_cells(crossings)
