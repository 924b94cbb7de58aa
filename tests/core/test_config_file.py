"""Mistakes in pipeline.toml are told all at once, each with key, line and a suggestion."""

from pathlib import Path

import pytest

from veikart.app.initialise import template
from veikart.core.config import Config
from veikart.core.config_file import ConfigError, known_keys, parse_config

ROOT = Path(__file__).parents[2]

CASES = [
    ("[reconcile]\nsame = 2\ntreshold = 3\n", "reconcile.treshold", 3, "unknown key"),
    ("[extract]\n\nworkers = -1\n", "extract.workers", 3, "greater than or equal"),
    ("[extract]\ntimeout_seconds = 'long'\n", "extract.timeout_seconds", 2, "number"),
    ("[projct]\nname = 'x'\n", "projct", 1, "unknown key"),
    ("[project]\nlanguage = 'de'\n", "project.language", 2, "pattern"),
    ('[documents."a/b.pdf"]\npages = "3-8,x"\n', "documents.a/b.pdf.pages", 2, "'x'"),
    ('[documents."a.pdf"]\nissuers = "HN"\n', "documents.a.pdf.issuers", 2, "unknown key"),
]


@pytest.mark.parametrize(("text", "key", "line", "words"), CASES)
def test_a_mistake_has_key_and_line(text: str, key: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    (mistake,) = caught.value.mistakes
    assert (mistake.key, mistake.line) == (key, line)
    assert words in mistake.message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("[reconcile]\nsme = 3\n", "same"),
        ("[extract]\ntimeout_second = 3\n", "timeout_seconds"),
        ("[exports]\n", "export"),
        ('[documents."x.pptx"]\nisuer = "HN"\n', "issuer"),
    ],
)
def test_an_unknown_key_gets_a_suggestion(text: str, meant: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    assert caught.value.mistakes[0].suggestion == meant


def test_all_mistakes_are_told_together() -> None:
    text = "[extract]\nworkers = 'many'\nmemory = 3\n[export]\ncsv_excel = 'perhaps'\n"
    with pytest.raises(ConfigError) as caught:
        parse_config(text)
    assert [m.line for m in caught.value.mistakes] == [2, 3, 5]


def test_broken_toml_names_the_line() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config("[project]\nname = \n")
    assert caught.value.mistakes[0].line == 2


def test_the_template_says_the_defaults_and_is_the_projects_own() -> None:
    assert parse_config(template()) == Config()
    assert (ROOT / "pipeline.toml").read_text(encoding="utf-8") == template()


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    missing = [key for key, *_ in known_keys() if f"`{key}`" not in page]
    assert not missing
