import pytest

from veikart.core.decisions import Judgement, Side, make_decision, read_decisions, standing, to_line, undo
from veikart.core.problems import Code

LEFT, RIGHT = Side("r1", "Én (A)", "Én", "a.pdf", "HN"), Side("r2", "To", "To", "b.pdf")


def test_lines_come_back_as_they_went() -> None:
    made = make_decision(Judgement.SAME, LEFT, RIGHT, by="abc", when="2026-01-02", reason="samme tiltak")
    (read,), problems = read_decisions([to_line(made)])
    assert not problems
    assert (read.id, read.judgement, read.left, read.right, read.reason, read.line) == (
        made.id,
        Judgement.SAME,
        LEFT,
        RIGHT,
        "samme tiltak",
        1,
    )


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"verdict": "maybe"}', '{"verdict": "same", "left": []}', '{"verdict": "same", "by": 3}', "nei"],
)
def test_a_damaged_line_costs_that_line(line: str) -> None:
    good = to_line(make_decision(Judgement.DIFFERENT, LEFT, RIGHT, by="abc", when="2026"))
    read, problems = read_decisions([good, line, "", good])
    assert [d.line for d in read] == [1, 4]
    assert [(p.code, dict(p.values)["line"]) for p in problems] == [(Code.DECISION_UNREADABLE, "2")]


def test_undo_takes_back_and_only_that() -> None:
    one = make_decision(Judgement.SAME, LEFT, RIGHT, by="abc", when="2026-01-01")
    other = make_decision(Judgement.RELATED, LEFT, RIGHT, by="abc", when="2026-01-02")
    assert standing([one, other, undo(one, by="abc", when="2026-01-03")]) == [other]
    assert standing([one, undo(one, by="abc", when="2026-01-03"), one]) == [one]
