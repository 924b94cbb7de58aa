import re
from pathlib import Path

import pytest

from veikart.core.messages import LANGUAGES, Catalogue, fill
from veikart.core.outcome import Change, ConflictKind, Source, Verdict
from veikart.core.problems import Code, Level, problem
from veikart.core.records import LinkKind, Role, Status

ROOT = Path(__file__).parents[2]
NB, EN = Catalogue("nb"), Catalogue("en")


def test_the_languages_have_the_same_keys_and_placeholders() -> None:
    assert NB.keys() == EN.keys()
    assert [k for k in sorted(NB.keys()) if NB.placeholders(k) != EN.placeholders(k)] == []


@pytest.mark.parametrize("code", list(Code))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_says_what_happened_and_what_to_do(code: Code, language: str) -> None:
    catalogue = Catalogue(language)
    assert catalogue.title(code)
    told = catalogue.problem(problem(code, Level.ERROR))
    assert told.endswith(".")
    assert not set("{}") & set(told)
    assert "[:" not in told
    assert catalogue.text(f"{code.value}.advice") in told


def test_every_code_is_documented() -> None:
    documented = re.findall(
        r"^### (VK\d{3}) ", (ROOT / "docs" / "problems.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert documented == sorted(code.value for code in Code)


@pytest.mark.parametrize(
    ("kind", "values"),
    [("status", Status), ("role", Role), ("verdict", Verdict), ("source", Source), ("conflict_kind", ConflictKind),
     ("change", Change), ("link_kind", LinkKind), ("level", Level)],
)  # fmt: skip
def test_every_value_of_a_closed_set_has_a_text(kind: str, values: type[Status]) -> None:
    assert [v.value for v in values if not NB.has(f"{kind}.{v.value}")] == []


def test_every_key_used_in_the_code_exists() -> None:
    used = {
        key
        for file in (ROOT / "src").rglob("*.py")
        for key in re.findall(r"\.text\(\s*\"([\w.]+)\"", file.read_text(encoding="utf-8"))
    }
    assert used
    assert sorted(used - NB.keys()) == []


def test_stretches_without_a_value_go() -> None:
    template = "Skadet[: {reason}][ ({kind})]. {count}"
    assert fill(template, {"reason": "avkortet", "count": "3"}) == "Skadet: avkortet. 3"
    assert fill(template, {"kind": "pdf"}) == "Skadet (pdf). –"


def test_values_are_translated_and_causes_stand_for_reasons() -> None:
    assert "5 sider" in NB.problem(problem(Code.TOO_LARGE, Level.WARNING, size=5, unit="pages", limit=3))
    assert ": avkortet." in NB.problem(problem(Code.UNREADABLE, Level.ERROR, cause="avkortet"))


def test_values_are_never_read_as_templates() -> None:
    told = NB.problem(problem(Code.UNREADABLE, Level.ERROR, reason="{page} [x] %s"))
    assert "{page} [x] %s" in told


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="nb, en"):
        Catalogue("fr")
    with pytest.raises(KeyError):
        NB.text("no.such.key")
