import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from veikart.core.records import Role, Status
from veikart.core.text import phrase
from veikart.core.vocabulary import DATA_FILES, load_vocabulary

V = load_vocabulary()


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("veikart.core") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", DATA_FILES)
def test_every_file_says_what_it_holds(name: str) -> None:
    text = (files("veikart.core") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    assert text.startswith("# ")


def test_no_status_phrase_means_two_things() -> None:
    meaning: dict[str, set[str]] = {}
    for status, lists in table("statuses").items():
        if status in set(Status):
            for text in (*lists["phrases"], *lists["whole"]):
                meaning.setdefault(phrase(text), set()).add(status)
    assert {text: found for text, found in meaning.items() if len(found) > 1} == {}


@pytest.mark.parametrize("status", list(Status))
def test_every_phrase_reads_as_its_status(status: Status) -> None:
    lists = table("statuses")[status.value]
    assert [t for t in (*lists["phrases"], *lists["whole"]) if V.status(t) is not status] == []
    assert [t for t in lists["phrases"] if (found := V.status_in(t)) is None or found[0] is not status] == []


@pytest.mark.parametrize("section", ["headers", "labels"])
def test_no_heading_means_two_things(section: str) -> None:
    meaning: dict[str, set[str]] = {}
    for concept, texts in table("headings")[section].items():
        for text in texts:
            meaning.setdefault(phrase(text), set()).add(concept)
    assert {text: found for text, found in meaning.items() if len(found) > 1} == {}


def test_roles_are_roles() -> None:
    assert set(table("headings")["roles"]) <= {role.value for role in Role}


def test_no_form_names_two_organisations() -> None:
    owner: dict[str, str] = {}
    clashes = []
    for row in table("organisations")["organisation"]:
        for form in (row["code"], *row["names"], *row["short"], *row.get("whole", ())):
            if owner.setdefault(form.casefold(), row["code"]) != row["code"]:
                clashes.append(form)
            assert V.organisation(form) == row["code"]
    assert clashes == []


def test_the_documented_additions_work() -> None:
    page = (Path(__file__).parents[2] / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    own = load_vocabulary(tomllib.loads(example[1])["vocabulary"])
    assert own.organisation("Helseregion Vest") == own.organisation("Helse Vest") == "HV"
    assert own.organisations_in("Ledes av EKS i år") == ["EKS"]
    assert own.status("i støpeskjeen") is Status.ONGOING
    assert (own.header("Prosjektvert"), own.label("Hva får vi igjen")) == ("owner", "benefit")
    assert own.is_frame("Framtidsrettet")
    assert not V.is_frame("Framtidsrettet")
