"""Colour behind words is no area; cells and labels of the same colour are."""

from extract.readers.pdf.highlights import without_highlights
from extract.readers.pdf.model import Shape, Style, Word

STYLE = Style("Arial", 18.0, bold=False, italic=False, colour="#000000")


def word(text: str, x0: float, x1: float, y0: float = 101.0) -> Word:
    return Word(text, x0, y0, x1, y0 + 18, STYLE, 0, spaced=True)


def piece(x0: float, x1: float, y0: float = 99.0, fill: str = "#FFFFFF") -> Shape:
    return Shape(x0, y0, x1, y0 + 22, "rect", fill)


def test_pieces_that_abut_under_one_line_are_left_out_with_the_lone_ones_of_their_colour() -> None:
    words = [word("Endpoint", 50, 120), word("Register", 125, 190), word("Gateway", 50, 115, 141)]
    shapes = [piece(50, 125), piece(125, 190), piece(50, 116, 139), piece(40, 300, 200, "#0000FF")]
    assert without_highlights(words, shapes) == shapes[3:]


def test_cells_that_abut_keep_their_colour() -> None:
    words = [word("jan", 60, 90), word("feb", 160, 190)]
    shapes = [piece(50, 150), piece(150, 250)]
    assert without_highlights(words, shapes) == shapes


def test_a_lone_label_that_fits_its_word_is_kept_where_nothing_is_marked() -> None:
    shapes = [piece(50, 115)]
    assert without_highlights([word("Gateway", 50, 115)], shapes) == shapes
