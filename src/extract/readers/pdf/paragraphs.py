"""Lines to paragraphs: what goes on in the next line is one text, what starts anew is another."""

from itertools import pairwise

from extract.readers.pdf.model import Line, Paragraph, Shape

LEADING = 1.75
"""Of the type size: pitch of lines in one paragraph."""
LEADING_BARE = 1.65
"""The same on the bare page, where no frame says what belongs together; text set wider is judged by its own pitch."""
WIDEST_LEADING = 2.5
"""Widest pitch of running text: two lines' height between lines of a draft."""
LEAST_SPACED, MOST_SPACED, FULL, RUNNING = 5, 0.6, 0.8, 0.5
"""So many lines, this share of them at one pitch, as many reaching this far across, and this share beginning small
make running text that is set wide."""
LEAST_WORDS = 4
"""Words of a line of running text."""
GAP_GROWTH = 1.25
"""A pitch this much wider than the paragraph's own starts another."""
SIZE_SLACK = 0.08
"""Type sizes that differ by less are one."""
EDGE = 0.5
"""Of the type size: edges this close are aligned."""
INSET = 7.2
"""Points between a frame and its text, as presentation programs set it unless told otherwise."""
DASHES = frozenset({"–", "—", "-"})
SHORT = 0.35
"""A line that leaves this much of the column empty, and whose next word would have fitted, ends its paragraph."""


def build_paragraphs(lines: list[Line], holder: int) -> list[Paragraph]:
    """Return the paragraphs of one holder's lines, top to bottom."""
    done: list[Paragraph] = []
    dashes = sum(line.marker in DASHES for line in lines)
    leading = LEADING if holder >= 0 else _leading(lines)
    for line in lines:
        if dashes == 1 and line.marker in DASHES and done and _is_centred_dash(done[-1], line):
            line.words[0].text = f"{line.marker} {line.words[0].text}"
            line.marker = ""
            done[-1].lines.append(line)
        elif line.marker:
            done.append(Paragraph([line], holder))
        elif (
            home := next((p for p in reversed(done[-24:]) if _goes_on(p, line, leading, holder < 0)), None)
        ) is not None:
            home.lines.append(line)
        else:
            done.append(Paragraph([line], holder))
    return done


def _leading(lines: list[Line]) -> float:
    """Return the widest pitch within a paragraph of the bare page, of the type size: that of text which is set wide."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.marker and abs(a.x0 - b.x0) <= EDGE * max(a.size, 1.0)]
    pitches = sorted(((b.y0 + b.y1) - (a.y0 + a.y1)) / 2 / max(a.size, 1.0) for a, b in pairs)
    usual = pitches[len(pitches) // 2] if len(pitches) >= LEAST_SPACED else 0.0
    if not LEADING_BARE < usual <= WIDEST_LEADING:
        return LEADING_BARE
    right = max(a.x1 for a, _ in pairs)
    full = sum(a.x1 - a.x0 >= FULL * (right - a.x0) for a, _ in pairs)
    even = sum(abs(pitch - usual) <= SIZE_SLACK * usual for pitch in pitches)
    small = sum(b.words[0].text[:1].islower() and len(b.words) >= LEAST_WORDS for _, b in pairs)
    runs_on = min(full, even) >= MOST_SPACED * len(pairs) and small >= RUNNING * len(pairs)
    return usual * (1 + SIZE_SLACK) if runs_on else LEADING_BARE


def _is_centred_dash(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether the only dash before a line is part of a centred text: "Felles journal" over "– sluttrapport"."""
    last, size = paragraph.lines[-1], max(line.size, 1.0)
    pitch = ((line.y0 + line.y1) - (last.y0 + last.y1)) / 2
    apart = abs(line.marker_x - last.x0)
    middle = abs((line.marker_x + line.x1) - (last.x0 + last.x1)) / 2
    small = line.words[0].text[:1].islower()
    return not paragraph.marker and small and 0 < pitch <= LEADING * size and middle <= EDGE * size < apart


def mend_cut_words(paragraph: Paragraph, frame: Shape) -> None:
    """Mark lines that carry on a word which was wider than its frame and therefore cut anywhere, without a hyphen.

    Programs that break a line at a blank leave the blank at its end.
    """
    for last, line in pairwise(paragraph.lines):
        alone = len(last.words) == 1 and last.words[0].text.isalpha()
        if not alone or line.words[0].parted or not line.words[0].text.isalpha():
            continue
        word, rest = last.words[0], line.words[0]
        letter = (rest.x1 - rest.x0) / len(rest.text)
        full = word.x1 - word.x0 + 1.3 * letter > frame.width - 2 * INSET
        same_case = rest.text[0].islower() or (word.text.isupper() and len(rest.text) < len(word.text))
        line.glued = full and same_case and len(rest.text) <= len(word.text)


def _goes_on(paragraph: Paragraph, line: Line, leading: float, bare: bool) -> bool:
    """Tell whether the line carries on the paragraph."""
    last = paragraph.lines[-1]
    size = max(line.size, 1.0)
    pitch = ((line.y0 + line.y1) - (last.y0 + last.y1)) / 2
    if pitch < 0.5 * size or pitch > leading * size:
        return False
    if not (_alike(last, line) or _in_parentheses(paragraph, line)):
        return False
    if len(paragraph.lines) > 1 and pitch > GAP_GROWTH * _pitch(paragraph) + 0.5:
        return False
    if not _aligned(paragraph, line, size):
        return False
    return not (bare and _ends(paragraph, line, size))


def _pitch(paragraph: Paragraph) -> float:
    a, b = paragraph.lines[-2], paragraph.lines[-1]
    return ((b.y0 + b.y1) - (a.y0 + a.y1)) / 2


def _alike(last: Line, line: Line) -> bool:
    """Tell whether the line starts in the style that the last one ended in."""
    before, after = last.words[-1].style, line.words[0].style
    if abs(last.size - line.size) > SIZE_SLACK * max(last.size, line.size):
        return False
    return before.bold == after.bold and before.colour == after.colour and before.hidden == after.hidden


def _in_parentheses(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether the line is, or ends, what stands in parentheses behind a bullet: often set smaller or paler."""
    if not paragraph.marker or line.size > paragraph.lines[0].size:
        return False
    if line.words[0].text.startswith("("):
        return True
    last = "".join(word.text for word in paragraph.lines[-1].words)
    return last.count("(") > last.count(")")


def _aligned(paragraph: Paragraph, line: Line, size: float) -> bool:
    """Tell whether the line keeps the paragraph's left edge, centre or right edge."""
    slack = EDGE * size
    first, last = paragraph.lines[0], paragraph.lines[-1]
    if abs(line.x0 - last.x0) <= slack or (paragraph.marker and abs(line.x0 - first.left) <= slack):
        return True
    if paragraph.marker:
        return False
    shared = min(last.x1, line.x1) - max(last.x0, line.x0)
    if shared <= 0:
        return False
    centred = abs((line.x0 + line.x1) - (last.x0 + last.x1)) / 2 <= slack
    return centred or abs(line.x1 - last.x1) <= slack


def _ends(paragraph: Paragraph, line: Line, size: float) -> bool:
    """Tell whether the paragraph's last line stops short though the next word would have fitted."""
    last = paragraph.lines[-1]
    if abs(line.x0 - last.x0) > EDGE * size:
        return False
    right = max(q.x1 for q in paragraph.lines)
    width = max(right, line.x1) - last.x0
    room = max(right, line.x1) - last.x1
    word = line.words[0]
    return room > SHORT * width and room > (word.x1 - word.x0) + size
