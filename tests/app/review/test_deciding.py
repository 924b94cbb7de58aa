"""What people do: on disk before the page says so, seen at once, undone, and never lost beside others."""

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.app.review.conftest import Page, browse
from veikart.app.project import Project
from veikart.app.review import desk as desk_module
from veikart.app.review.acts import members
from veikart.app.review.desk import Desk
from veikart.core.decisions import Judgement
from veikart.core.text import fold


def sides(page: Page, conflict: str) -> list[str]:
    from veikart.app.review.questions import ask
    from veikart.core.messages import Catalogue

    return [side.key for side in ask(page.view, page.view.conflicts[conflict], Catalogue()).sides]


@pytest.mark.parametrize("verdict", ["same", "different", "related", "unsure"])
def test_a_verdict_is_on_disk_and_seen_at_once(page: Page, verdict: str) -> None:
    conflict = page.identity()
    keys = sides(page, conflict)
    before = page.view
    answer = page.post(f"/question/{conflict}/verdict", verdict=verdict, side=keys, reason="se kryssvisningen")
    assert answer.status_code == 303
    (made,) = page.decisions()
    assert (made.judgement, made.by, made.reason, made.conflict) == (
        Judgement(verdict),
        "Kari",
        "se kryssvisningen",
        conflict,
    )
    assert [made.left.record, made.right.record] == keys
    after = page.view
    one = len({after.outcome.member_of[k] for k in keys}) == 1
    assert one == (verdict == "same")
    assert (conflict in after.open) == (verdict == "unsure")
    if verdict != "unsure":
        assert after.answered == before.answered + 1
    followed = page.client.get(answer.headers["location"]).text
    assert 'role="status"' in followed
    assert f"{after.answered} av {after.total}" in followed


def test_the_next_question_follows(page: Page) -> None:
    order = page.view.open
    first = page.conflict("period")
    choice = f"{page.view.conflicts[first].measures[0]}|-"
    answer = page.post(f"/question/{first}/value", choice=choice)
    assert answer.headers["location"].split("?")[0] == f"/question/{order[order.index(first) + 1]}"


def test_undo_takes_back_all_of_one_act(page: Page) -> None:
    before = page.view
    measure = max(before.outcome.measures, key=lambda m: len(members(before, m)))
    record = members(before, measure)[-1][0]
    page.post(f"/measure/{measure.id}/drop", record=record)
    made = page.decisions()
    assert len(made) == len(members(before, measure)) - 1 > 1
    assert page.post("/decisions/undo", decision=made[1].id).status_code == 303
    after = page.view
    assert after.standing == ()
    assert after.outcome.measures == before.outcome.measures
    assert len(page.decisions()) == 2 * len(made)  # nothing was rewritten
    assert page.post("/decisions/undo", decision=made[1].id).status_code == 422


def test_a_dropped_member_leaves_and_the_rest_stays(page: Page) -> None:
    before = page.view
    measure = next(m for m in before.outcome.measures if len(members(before, m)) >= 3)
    groups = members(before, measure)
    gone, rest = groups[0], [r for group in groups[1:] for r in group]
    answer = page.post(f"/measure/{measure.id}/drop", record=gone[0], reason="hører til et annet tiltak")
    assert answer.status_code == 303
    member_of = page.view.outcome.member_of
    assert len({member_of[r] for r in rest}) == 1
    assert member_of[gone[0]] not in {member_of[r] for r in rest}
    assert page.client.get(answer.headers["location"]).status_code == 200


def test_a_measure_is_renamed_and_corrected(page: Page) -> None:
    measure = page.view.outcome.measures[0]
    form = {"name": "Et nytt navn", "period": "2026–2028", "status": "done", "owners": "Helse Nord; Sunnby kommune"}
    answer = page.post(f"/measure/{measure.id}/value", **form)
    assert answer.status_code == 303
    now = page.view.measures[measure.id]
    assert (now.name, now.period_start, now.period_end) == ("Et nytt navn", "2026-01-01", "2028-12-31")
    assert (now.status, now.owners) == ("done", ("HN", "Sunnby kommune"))
    assert fold(measure.name) in {fold(a) for a in now.aliases}
    again = page.post(f"/measure/{measure.id}/value", **form)
    assert again.status_code == 422  # nothing new
    cleared = page.post(f"/measure/{measure.id}/value", **{**form, "period": "", "status": "-", "owners": ""})
    assert cleared.status_code == 303
    now = page.view.measures[measure.id]
    assert (now.period_start, now.status, now.owners) == ("", "", ())


def test_the_right_value_of_a_conflict_is_chosen(page: Page) -> None:
    conflict = page.view.conflicts[page.conflict("period")]
    measure = conflict.measures[0]
    page.post(f"/question/{conflict.id}/value", choice=f"{measure}|other", **{f"other-{measure}": "Q3 2027"})
    now = page.view.measures[measure]
    assert (now.period_start, now.period_end) == ("2027-07-01", "2027-09-30")
    assert page.view.conflicts[conflict.id].state == "decided"
    kept = page.conflict("status") if page.has("status") else page.conflict("period")
    page.post(f"/question/{kept}/value", choice="keep")
    assert page.view.conflicts[kept].state == "decided"


BAD = [
    ({"by": ""}, "Skriv navnet"),
    ({"by": "x" * 81}, "for lang"),
    ({"verdict": "maybe"}, "kunne ikke leses"),
    ({"verdict": "value"}, "kunne ikke leses"),
    ({"side": []}, "Merk minst to"),
    ({"side": ["r000", "r111"]}, "Merk minst to"),
    ({"reason": "x" * 1001}, "for lang"),
]


@pytest.mark.parametrize(("wrong", "told"), BAD)
def test_a_wrong_form_is_told_and_changes_nothing(page: Page, wrong: dict[str, object], told: str) -> None:
    conflict = page.identity()
    form: dict[str, object] = {"verdict": "same", "side": sides(page, conflict), **wrong}
    answer = page.post(f"/question/{conflict}/verdict", **form)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'role="alert"' in answer.text
    assert page.decisions() == []


def test_a_period_that_is_none_is_told(page: Page) -> None:
    conflict = page.view.conflicts[page.conflict("period")]
    measure = conflict.measures[0]
    answer = page.post(f"/question/{conflict.id}/value", choice=f"{measure}|other", **{f"other-{measure}": "snart"})
    assert answer.status_code == 422
    assert "snart" in answer.text
    assert page.post(f"/question/{conflict.id}/value", choice=f"{measure}|1999-01-01/..").status_code == 422


def test_what_if_tells_and_saves_nothing(page: Page) -> None:
    conflict = page.identity()
    body = page.client.get(f"/question/{conflict}?if=same").text
    assert "omtaler får andre naboer" in body
    assert "Ingen tiltak endres." in page.client.get(f"/question/{conflict}?if=different").text
    assert page.decisions() == []
    assert page.client.get(f"/question/{conflict}?if=undo").status_code == 200


def test_the_name_is_remembered_by_a_strict_cookie(page: Page) -> None:
    page.by = "Åse Ødegård; =x"
    conflict = page.identity()
    answer = page.post(f"/question/{conflict}/verdict", verdict="unsure", side=sides(page, conflict))
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=Strict" in answer.headers["set-cookie"]
    assert 'value="Åse Ødegård; =x"' in page.client.get(f"/question/{conflict}").text


def test_an_answer_given_meanwhile_is_not_overruled_unseen(page: Page) -> None:
    conflict = page.identity()
    keys = sides(page, conflict)
    other = browse(page.project, "Ola")
    assert other.post(f"/question/{conflict}/verdict", verdict="unsure", side=keys).status_code == 303
    refused = page.post(f"/question/{conflict}/verdict", verdict="different", side=keys, seen="")
    assert refused.status_code == 422
    assert "Ola" in refused.text
    seen = page.decisions()[-1].id
    assert page.post(f"/question/{conflict}/verdict", verdict="different", side=keys, seen=seen).status_code == 303
    assert [d.by for d in page.decisions()] == ["Ola", "Kari"]


def test_of_two_answers_at_the_same_moment_the_second_is_told_of_the_first(page: Page) -> None:
    conflict = page.identity()
    keys = sides(page, conflict)

    def answer(by: str) -> int:
        form = {"by": by, "verdict": "different", "side": keys, "seen": ""}
        return page.post(f"/question/{conflict}/verdict", **form).status_code

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(answer, ("Kari", "Ola"))) == [303, 422]
    assert len(page.decisions()) == 1


def test_nobody_undoes_in_the_name_of_another(page: Page) -> None:
    conflict = page.identity()
    keys = sides(page, conflict)
    page.post(f"/question/{conflict}/verdict", verdict="different", side=keys, seen="")
    (made,) = page.decisions()
    stranger = browse(page.project, by="")
    assert f'value="{page.by}"' not in stranger.client.get("/decisions").text
    assert stranger.post("/decisions/undo", decision=made.id).status_code == 422
    assert len(page.decisions()) == 1


def test_two_desks_see_each_other_and_lose_nothing(samples: Project) -> None:
    pages = [browse(samples, name) for name in ("Kari", "Ola")]
    measures = pages[0].view.outcome.measures
    failures: list[int] = []

    def work(page: Page, mine: int) -> None:
        for number, measure in enumerate(measures):
            if number % 2 == mine and number < 12:
                answer = page.post(f"/measure/{measure.id}/value", name=f"{page.by} {number}", period="2026")
                failures.extend([answer.status_code] * (answer.status_code != 303))

    threads = [threading.Thread(target=work, args=(page, n)) for n, page in enumerate(pages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    names = {m.name for m in pages[0].view.outcome.measures}
    assert {f"{('Kari', 'Ola')[n % 2]} {n}" for n in range(12)} <= names
    body = pages[1].client.get("/measures").text
    assert "Kari 0" in body  # what another desk wrote is seen without a restart


def test_a_decision_from_the_shell_answers_the_question(page: Page) -> None:
    from veikart.app.review.acts import judge, sign

    conflict = page.identity()
    desk = Desk(page.project)
    desk.decide(judge(desk.view(), Judgement.DIFFERENT, sides(page, conflict), sign("Per på skallet")))
    body = page.client.get(f"/question/{conflict}").text
    assert "Per på skallet" in body
    assert conflict not in page.view.open


WRITER = """
import sys
from pathlib import Path
from veikart.core.files import append_lines
for n in range(100):
    append_lines(Path(sys.argv[1]), [f'{sys.argv[2]} {n} ' + 'x' * 300, f'{sys.argv[2]} {n} second'])
"""


def test_several_processes_append_whole_acts(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(file), name]) for name in "abc"]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 600
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        assert first.split()[:2] == second.split()[:2]


def test_a_full_disk_is_told_and_nothing_is_claimed(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk_module, "add_decisions", full)
    conflict = page.identity()
    answer = page.post(f"/question/{conflict}/verdict", verdict="same", side=sides(page, conflict))
    assert answer.status_code == 500
    assert "No space left" in answer.text
    assert "set-cookie" not in answer.headers
    assert page.decisions() == []


def test_a_damaged_line_is_told_and_left(page: Page) -> None:
    conflict = page.identity()
    page.post(f"/question/{conflict}/verdict", verdict="same", side=sides(page, conflict))
    file = page.project.decisions / "decisions.jsonl"
    with file.open("ab") as out:
        out.write(b'{"torn": ')
    assert "VK" not in page.client.get("/decisions").text
    assert "decisions.jsonl" in page.client.get("/decisions").text
    other = page.conflict("period")
    page.post(f"/question/{other}/value", choice="keep")
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[1] == '{"torn": '
    assert json.loads(lines[2])["conflict"] == other


def test_a_restart_remembers_and_a_run_honours(page: Page) -> None:
    from veikart.app.run import export_stage, load, reconcile_stage

    conflict = page.identity()
    keys = sides(page, conflict)
    page.post(f"/question/{conflict}/verdict", verdict="same", side=keys)
    reopened = browse(page.project)
    assert conflict not in reopened.client.get("/").text
    extracted = load(page.project)
    export_stage(page.project, extracted, reconcile_stage(page.project, extracted))
    records = (page.project.exports / "records.csv").read_text(encoding="utf-8")
    ids = [line.split(",")[1] for line in records.splitlines() if line.startswith(tuple(keys))]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_new_extractions_are_taken_in_without_a_restart(page: Page) -> None:
    count = len(page.view.records)
    next(iter(sorted(page.project.normalized.glob("produktstyre*.jsonl")))).unlink()
    assert page.client.get("/").status_code == 200
    assert len(Desk(page.project).view().records) < count
