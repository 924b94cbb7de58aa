"""The vocabulary of the genre: organisations, statuses, headings, labels. Data, extendable by pipeline.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache
from importlib.resources import files

from veikart.core.headings import Ahead, Furniture, Headings, PageKinds, Themes, column_concept
from veikart.core.organisations import Organisation, Organisations, organisations_from
from veikart.core.periods import parse_axis
from veikart.core.records import Role, Status
from veikart.core.sensitivity import Grade, Sensitivities
from veikart.core.statuses import Statuses
from veikart.core.text import fold, mend, remembered, words
from veikart.core.title_words import TitleWords
from veikart.core.vocabulary_data import VocabularyData, merged, validate

_LABEL = 120
"""Longest text in characters of which all can be a label."""

DATA_FILES = ("organisations", "statuses", "headings", "pages", "words")


class Vocabulary:
    """Answers what a word or heading means in a roadmap. Make one with `load_vocabulary`."""

    def __init__(self, data: VocabularyData) -> None:
        self._learn_organisations(data)
        self._statuses = Statuses(data.statuses(), [w for words in data.section("colours").values() for w in words])
        self._headers = Headings(data.section("headers"), data.texts("kinds", "words"), data.section("compounds"))
        self._labels = Headings(data.section("labels"))
        self._roles = Headings(data.section("roles"))
        self._pages = PageKinds(data.nested("page_kinds"), data.texts("plan", "words"))
        self._ahead = Ahead(data.texts("ahead", "strong"), data.texts("ahead", "weak"))
        self._themes = Themes(data.section("themes"))
        self._actions = frozenset(fold(w) for w in data.texts("actions", "words"))
        self._work_steps = frozenset(fold(w) for w in data.texts("work_steps", "words"))
        self._changes = frozenset(fold(w) for w in data.texts("changes", "words"))
        self._weights = frozenset(fold(w) for w in data.texts("weights", "words"))
        self._furniture = Furniture(data.texts("furniture", "patterns"))
        grades = [Grade(g["name"], tuple(g["words"]), tuple(g.get("colours", ()))) for g in data.grades()]
        self._sensitivities = Sensitivities(grades, data.texts("sensitivity_lead", "words"))
        self.titles = TitleWords(data.section("titles"), data.texts("technical", "words"))
        self._frame = frozenset(fold(w) for w in data.texts("frame", "words"))
        self._colour_names = {family: words[0] for family, words in data.section("colours").items() if words}
        self._colours = {w.casefold(): family for family, words in data.section("colours").items() for w in words}
        self._colour_openings = frozenset(first for w in self._colours for first in words(w)[:1])
        body = "|".join(re.escape(w) for w in sorted(self._colours, key=len, reverse=True)) or r"(?!)"
        self._colour = re.compile(rf"(?<![^\W_])(?:{body})(?![^\W_])", re.IGNORECASE)
        self._status = remembered(self._statuses.whole)
        self._status_in = remembered(self._statuses.within)
        self._header = remembered(lambda text: column_concept(self._headers, text))
        self._label = remembered(lambda text: self._labels.composite(mend(text[:_LABEL])))
        self._run_in = remembered(self._labels.run_in)
        self._role = remembered(lambda text: self._roles.concept(mend(text[:_LABEL])))
        self._kind = remembered(self._pages.kind)
        self._plan = remembered(self._pages.is_plan)
        self._outlook = remembered(self._ahead.outlook)
        self._theme = remembered(self._themes.theme)
        self._edge = remembered(self._furniture.is_furniture)
        self._grade = remembered(self._sensitivities.label)

    def _learn_organisations(self, data: VocabularyData) -> None:
        self._organisations = Organisations(
            [*organisations_from(data.organisations()), *map(Organisation, data.texts("places", "municipalities"))],
            data.texts("patterns", "organisation"),
            set(data.texts("printed", "codes")) - set(data.texts("printed", "spelled_out")),
        )
        self._within = remembered(self._organisations.within)

    def with_organisations(self, rows: Sequence[Mapping[str, object]]) -> "Vocabulary":
        """Return the vocabulary with these organisations or forms of known ones in front.

        The rows have the shape of data/organisations.toml. New organisations are shown in the form in which a text
        prints them. All that is no organisation is shared, not made anew.
        """
        more = copy(self)
        more._organisations = self._organisations.extended(organisations_from({"organisation": list(rows)}))
        more._within = remembered(more._organisations.within)
        return more

    def organisation(self, text: str) -> str:
        """Return the code if the whole text is one organisation of the vocabulary, else ""."""
        return self._organisations.code(text)

    def owner(self, text: str) -> str:
        """Return the code, or the printed name where the whole text has the form of an organisation, else ""."""
        return self._organisations.owner(text)

    def owner_key(self, owner: str) -> str:
        """Return what two forms of one organisation share: its code, else the name itself."""
        return self._organisations.code(owner) or owner

    def printed_owner(self, code: str, text: str) -> str:
        """Return an owner as exports show it: its code, or the form in the text where printed forms are kept."""
        return self._organisations.printed(code, text)

    def split_organisations(self, text: str) -> list[str]:
        """Return codes (or printed names) if the text is nothing but organisations, also run together; else []."""
        return self._organisations.split(text)

    def organisations_in(self, text: str) -> list[str]:
        """Return the codes of all organisations of the vocabulary named in the text."""
        return list(self._within(text))

    def looks_like_organisation(self, text: str) -> bool:
        """Tell whether the whole text is an organisation, in the vocabulary or by its form ("… kommune")."""
        return self._organisations.looks_like(text)

    def status(self, text: str) -> Status | None:
        """Return the status if the whole text says one."""
        return self._status(text)

    def key_status(self, text: str) -> Status | None:
        """Return the status if the whole text says one, standing in a key of signs or colours ("Underveis")."""
        return self._statuses.keyed(text)

    def status_in(self, text: str) -> tuple[Status, str] | None:
        """Return the first status told anywhere in the text, with the words that tell it."""
        return self._status_in(text)

    def legend_status(self, text: str) -> Status | None:
        """Return the status that the text of a legend means ("Grønn tekst – aktivitet startet i …")."""
        return self._statuses.legend(text)

    def denies_status(self, before: str) -> bool:
        """Tell whether a status word that follows this text is denied by it: "ikke" before "levert"."""
        return self._statuses.denies(before)

    def header(self, text: str) -> str:
        """Return the concept of a column heading (measure, owner, start …), "" if it is none."""
        return self._header(text)

    def label(self, text: str) -> str:
        """Return the concept of a run-in label (problem, need, benefit …) if the whole text is one, else ""."""
        return self._label(text) if len(text) <= _LABEL else ""

    def run_in(self, text: str) -> tuple[str, str, str] | None:
        """Split "Problem: text" into concept, printed label and rest; None where there is no known label."""
        return self._run_in(text)

    def role(self, text: str) -> Role | None:
        """Return the role that a heading gives to what stands below it ("Overordnet behov" → need)."""
        concept = self._role(text)
        return Role(concept) if concept else None

    def page_kind(self, text: str) -> str:
        """Return what a page heading says the page is where that is not a plan (agenda, thanks …), else ""."""
        return self._kind(text)

    def is_plan_heading(self, text: str) -> bool:
        """Tell whether a heading says that the page is a plan (veikart, roadmap, tidslinje …)."""
        return self._plan(text)

    def outlook(self, text: str) -> float:
        """Return how surely a heading looks ahead: 1 for "Future plans", 0.5 for "Goals", 0 for neither."""
        return self._outlook(text) or (1.0 if _leads_later(text) else 0.0)

    def theme(self, text: str) -> str:
        """Return what a heading says that a figure shows of measures: progress, dependence, or ""."""
        return self._theme(text)

    def is_action(self, text: str) -> bool:
        """Tell whether a text begins as an undertaking does ("Upgrade …", "Innføre …", "Utvikling av …")."""
        first = mend(text).split(maxsplit=1)
        return bool(first) and fold(first[0]) in self._actions

    def is_work_step(self, text: str) -> bool:
        """Tell whether a text begins as a stage of one undertaking does ("Innkjøp av …", "Training of …")."""
        first = mend(text).split(maxsplit=1)
        return bool(first) and fold(first[0]) in self._work_steps

    def is_change(self, text: str) -> bool:
        """Tell whether a heading says what became of the measures below it since the last time ("Nytt", "Utsatt")."""
        return fold(text) in self._changes

    def is_weight(self, text: str) -> bool:
        """Tell whether a text names what measures are weighed by in a chart ("Nytte", "Kompleksitet")."""
        return fold(text) in self._weights

    def is_furniture(self, text: str) -> bool:
        """Tell whether the whole text is page furniture by its words ("Side 3 av 20", "Kilde: …")."""
        return self._edge(text) or bool(self.sensitivity(text) and len(text) < 60)

    def sensitivity(self, text: str) -> str:
        """Return the name of the sensitivity grade that the text prints as a label, else ""."""
        return self._grade(text)

    def sensitivity_rank(self, name: str) -> int:
        """Return the place of a label in the order of protection, from 1; 0 for none."""
        return self._sensitivities.rank(name)

    def highest_sensitivity(self, names: "list[str] | tuple[str, ...]") -> str:
        """Return the most protected of the labels, "" where none is known."""
        return self._sensitivities.highest(names)

    def colour_word(self, text: str) -> str:
        """Return the colour family that the first colour word in the text names, else ""."""
        text = mend(text)
        match = None if self._colour_openings.isdisjoint(words(text)) else self._colour.search(text)
        return self._colours[match[0].casefold()] if match else ""

    def colour_name(self, family: str) -> str:
        """Return the first word for a colour family ("green" → "grønn"); the family's own name where there is none."""
        return self._colour_names.get(family, family)

    def is_frame(self, word: str) -> bool:
        """Tell whether a word is one of those that many names share ("nasjonal", "digital", "løsning")."""
        return fold(word) in self._frame


@cache
def _packaged() -> VocabularyData:
    folder = files("veikart.core") / "data"
    tables: dict[str, object] = {}
    for name in DATA_FILES:
        tables.update(tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")))
    return VocabularyData(tables)


def _leads_later(text: str) -> bool:
    """Tell whether a heading begins with a time to come and a colon: "Lengre sikt: idear vi tek vidare"."""
    lead, colon, _ = text[:_LABEL].partition(":")
    label = parse_axis(lead) if colon else None
    return label is not None and label.later


@cache
def _default() -> Vocabulary:
    return Vocabulary(_packaged())


def load_vocabulary(extra: Mapping[str, object] | None = None) -> Vocabulary:
    """Return the packaged vocabulary with additions of the same shape, as under [vocabulary] in pipeline.toml.

    Raises ValueError with all errors of the additions, one a line.
    """
    if not extra:
        return _default()
    errors = validate(extra, _packaged().tables)
    if errors:
        raise ValueError("\n".join(errors))
    return Vocabulary(merged(_packaged(), extra))
