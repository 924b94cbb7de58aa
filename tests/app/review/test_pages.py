"""What people see: everything escaped, nothing from outside the list of documents, headers on every answer."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from tests.app.review.conftest import ORIGIN, PORT, Page, browse
from veikart.app.project import Project, find_project
from veikart.app.review.guard import HEADERS
from veikart.app.review.questions import about, ask
from veikart.app.review.web import make_app
from veikart.core.messages import Catalogue
from veikart.core.question_parts import question_parts
from veikart.core.records import Field, Statement
from veikart.core.store import read_extraction, write_extraction

PATHS = ["/", "/?state=&kind=period&q=time&page=9", "/measures", "/measures?q=time", "/decisions", "/question/none",
         "/measure/none", "/nowhere", "/static/review.css", "/static/keys.js", "/static/../desk.py"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(page: Page, path: str) -> None:
    answer = page.client.get(path)
    assert answer.status_code in (200, 404)
    assert {name: answer.headers[name] for name in HEADERS if name != "Cache-Control"} == {
        name: value for name, value in HEADERS.items() if name != "Cache-Control"
    }
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_every_question_and_measure_has_a_page(page: Page) -> None:
    view = page.view
    paths = [f"/question/{c}" for c in view.conflicts] + [f"/measure/{m}" for m in view.measures]
    assert {page.client.get(path).status_code for path in paths} == {200}


def test_nothing_of_a_document_is_left_on_the_browsers_disk(page: Page) -> None:
    record = next(r for r in page.view.records.values() if r.box is not None)
    for path in ("/", "/measures", f"/picture/{record.id}/near.png"):
        assert page.client.get(path).headers["Cache-Control"] == "no-store"


def test_the_pages_need_no_inline_script_or_style(page: Page) -> None:
    for path in ("/", f"/question/{page.view.open[0]}", "/measures", "/decisions"):
        body = page.client.get(path).text
        assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=|javascript:", body)
        assert "http://" not in body
        assert "https://" not in body


STRANGE = [
    "evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:9", "", "localhost.evil.example:8123",
    "[::1]:8123", "[::ffff:127.0.0.1]:8123", "0.0.0.0:8123", "127.1:8123", "2130706433:8123", "localhost.:8123",
    "127.0.0.1.:8123", "127.0.0.1:08123", "127.0.0.1:8123:8123", "127.0.0.1:8123@evil.example", " 127.0.0.1:8123 x",
]  # fmt: skip


@pytest.mark.parametrize("host", STRANGE)
def test_another_host_is_refused(samples: Project, host: str) -> None:
    client = TestClient(make_app(samples, PORT), base_url=ORIGIN)
    assert client.get("/", headers={"Host": host}).status_code == 403


def test_both_names_of_loopback_are_answered(samples: Project) -> None:
    client = TestClient(make_app(samples, PORT), base_url=ORIGIN)
    assert client.get("/", headers={"Host": f"localhost:{PORT}"}).status_code == 200


FORGED = [
    {},
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9"},
    {"Origin": f"https://127.0.0.1:{PORT}"},
    {"Origin": f"http://localhost:{PORT}"},  # another name than the Host asked for
    {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"},
    {"Origin": ORIGIN, "Sec-Fetch-Site": "same-site"},
    {"Origin": f"{ORIGIN}.evil.example"},
    {"Origin": f"{ORIGIN}/"},
    {"Origin": f"http://[::1]:{PORT}"},
    {"Referer": ORIGIN},
]


@pytest.mark.parametrize("headers", FORGED)
def test_a_forged_form_changes_nothing(page: Page, headers: dict[str, str]) -> None:
    conflict = page.identity()
    sides = {"side": list(page.view.conflicts[conflict].records[:2])}
    answer = page.client.post(
        f"/question/{conflict}/verdict", data={"by": "X", "verdict": "same", **sides}, headers=headers
    )
    assert answer.status_code == 403
    assert page.decisions() == []


@pytest.mark.parametrize(("mode", "status"), [("no-cors", 403), ("cors", 403), ("navigate", 200)])
def test_other_sites_may_link_here_and_no_more(page: Page, mode: str, status: int) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode}
    assert page.client.get("/", headers=headers).status_code == status


@pytest.mark.parametrize("length", ["", "-1", "+5", "1e3", "²", "99999999999999999999", "5, 5"])
def test_an_odd_length_is_refused(page: Page, length: str) -> None:
    headers = [
        (b"Host", ORIGIN[7:].encode()),
        (b"Origin", ORIGIN.encode()),
        (b"Content-Length", length.encode("latin-1")),
    ]
    guard = page.client.app
    assert not guard._allowed("POST", Headers(raw=[(name.lower(), value) for name, value in headers]))


def test_a_large_body_is_refused(page: Page) -> None:
    assert page.post("/decisions/undo", decision="x" * 100_000).status_code == 403


def test_all_text_of_documents_and_people_is_escaped(samples: Project) -> None:
    store = next(f for f in sorted(samples.normalized.glob("*.jsonl")) if "verksted" in f.name)
    extraction = read_extraction(store)
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    records = tuple(
        replace(
            r,
            snippet=evil,
            statements=tuple(
                replace(s, value=f"{s.value} {evil}") if s.field in (Field.TITLE, Field.NAME) else s
                for s in (*r.statements, Statement(Field.OWNERS, evil))
            ),
        )
        for r in extraction.records
    )
    write_extraction(store, replace(extraction, records=records), "x")
    page = browse(samples, by=evil)
    view = page.view
    measure = view.outcome.member_of[records[0].id]
    page.post(f"/measure/{measure}/value", name=evil, reason=evil)
    assert page.decisions()
    paths = ["/", "/?q=<script>", "/measures", f"/measure/{measure}", "/decisions", "/decisions?done=<script>"]
    paths += [f"/question/{c}" for c in view.open]
    for path in paths:
        body = page.client.get(path).text
        assert "<script>alert" not in body
        assert "<img src=x" not in body


@pytest.mark.parametrize(
    "name",
    ["../../pipeline.toml", "..%2f..%2fpipeline.toml", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "c:%5cwindows"],
)
def test_no_path_comes_from_the_address(page: Page, name: str) -> None:
    for path in (
        f"/picture/{name}/near.png",
        f"/static/{name}",
        f"/picture/{next(iter(page.view.records))}/{name}.png",
        f"/{name}",
    ):
        answer = page.client.get(path)
        assert answer.status_code == 404
        assert "project" not in answer.text or "<html" in answer.text
        assert "root:" not in answer.text


def test_the_place_of_a_record_is_drawn(page: Page) -> None:
    kinds = {}
    for record in page.view.records.values():
        kinds.setdefault(page.view.documents[record.document].kind, record)
    assert set(kinds) == {"pdf", "pptx", "docx", "text"}
    for kind, record in kinds.items():
        measure = page.client.get(f"/measure/{page.view.outcome.member_of[record.id]}").text
        near = page.client.get(f"/picture/{record.id}/near.png")
        if kind in ("pdf", "pptx"):
            assert near.headers["content-type"] == "image/png"
            whole = page.client.get(f"/picture/{record.id}/page.png")
            assert len(whole.content) > len(near.content) > 2_000
            assert f"/picture/{record.id}/near.png" in measure
        else:
            assert near.status_code == 404
            assert "<mark>" in measure


def test_the_place_that_told_a_value_is_framed_too(page: Page) -> None:
    from veikart.app.review.painter import told_at

    record = next(r for r in page.view.records.values() if r.box is not None and told_at(r, "period"))
    near = page.client.get(f"/picture/{record.id}/near.png").content
    told = page.client.get(f"/picture/{record.id}/period.png").content
    assert told.startswith(b"\x89PNG")
    assert told != near
    assert page.client.get(f"/picture/{record.id}/colour.png").status_code == 404


def test_a_missing_document_costs_its_picture_only(page: Page) -> None:
    record = next(r for r in page.view.records.values() if r.box is not None)
    (page.project.raw / record.document).unlink()
    assert page.client.get(f"/picture/{record.id}/near.png").status_code == 404
    assert page.client.get(f"/measure/{page.view.outcome.member_of[record.id]}").status_code == 200


def test_documents_above_the_ceiling_are_not_shown(samples: Project) -> None:
    config = samples.root / "pipeline.toml"
    text = config.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^#?\s*max_sensitivity = .*$", 'max_sensitivity = "open"', text)
    text += '\n[documents."verksted-innspill-2023.txt"]\nsensitivity = "strictly-confidential"\n'
    config.write_text(text, encoding="utf-8")
    store = next(f for f in sorted(samples.normalized.glob("*.jsonl")) if "verksted" in f.name)
    extraction = read_extraction(store)
    grades = ("intern", "fortrolig", "strengt fortrolig")
    write_extraction(store, replace(extraction, document=replace(extraction.document, sensitivity=grades[-1])), "x")
    project = _with_ceiling(samples.root)
    page = browse(project)
    assert page.view.hidden >= 1
    shown = [page.client.get(p).text for p in ("/", "/?state=", "/measures", "/decisions")]
    shown += [page.client.get(f"/question/{c}").text for c in page.view.open]
    assert "verksted-innspill-2023.txt" not in " ".join(shown)
    for record in extraction.records:
        assert page.client.get(f"/picture/{record.id}/near.png").status_code == 404


def _with_ceiling(root: Path) -> Project:
    project = find_project(root)
    config = project.config
    export = config.export.model_copy(update={"max_sensitivity": "intern"})
    return Project(root, config.model_copy(update={"export": export}))


def test_the_keys_can_be_turned_off(page: Page) -> None:
    assert "keys.js" in page.client.get("/").text
    assert page.post("/keys", keys="off").status_code == 303
    assert "keys.js" not in page.client.get("/").text
    page.post("/keys", keys="on")
    assert "keys.js" in page.client.get("/").text


def test_a_page_names_its_own_keys_only(page: Page) -> None:
    field, identity = page.conflict("period"), page.identity()
    for path, told, silent in (
        (f"/question/{field}", "1–9 velg verdi", "beslektet · u"),
        (f"/question/{identity}", "s samme", "1–9"),
        ("/", "j begynn", "s samme"),
    ):
        footer = page.client.get(path).text.split("<footer>")[1]
        assert told in footer
        assert silent not in footer
    assert "Taster:" not in page.client.get("/measures").text


def test_the_evidence_is_told_in_the_projects_language(page: Page) -> None:
    view, catalogue = page.view, Catalogue()
    questions = [ask(view, view.conflicts[c], catalogue) for c in view.open]
    question = next(q for q in questions if q.pair and not q.choices)
    body = page.client.get(f"/question/{question.conflict.id}").text
    for step in question.pair.steps if question.pair else ():
        assert catalogue.has(f"evidence.{step.name}")
        assert f'<th scope="row">{catalogue.label("evidence", step.name)}</th>' in body


def test_the_queue_tells_the_measures_and_the_question(page: Page) -> None:
    view, body = page.view, page.client.get("/").text
    first = view.conflicts[view.open[0]]
    assert f"<b>{escape(about(first, view))}</b>" in body
    assert escape(question_parts(first.message)[1])[:60] in body


def test_english_by_configuration(samples: Project) -> None:
    config = samples.config.project.model_copy(update={"language": "en"})
    page = browse(Project(samples.root, samples.config.model_copy(update={"project": config})))
    body = page.client.get("/").text
    assert '<html lang="en">' in body
    assert "Questions" in body


def test_every_text_of_the_templates_is_in_the_catalogue() -> None:
    from veikart.core.messages import Catalogue

    templates = Path(__file__).parents[3] / "src/veikart/app/review/templates"
    used = {
        k
        for f in templates.glob("*.html")
        for k in re.findall(r"\"(review\.\w+)\"(?! ~)", f.read_text(encoding="utf-8"))
    }
    assert len(used) > 60
    assert sorted(used - Catalogue("nb").keys()) == []
