"""Forms from the page, checked before anything is made of them. Every mistake is a sentence for the person."""

from collections.abc import Callable
from urllib.parse import quote, unquote

from starlette.datastructures import FormData
from starlette.requests import Request

from reconcile.rulings import EMPTY, NAME, OWNERS, PERIOD, STATUS, interval
from veikart.core.decisions import Judgement
from veikart.core.messages import Catalogue
from veikart.core.periods import parse_period
from veikart.core.text import mend
from veikart.core.vocabulary import Vocabulary

COOKIE = "reviewer"
KEYS = "keys"
"""The cookie that turns the keys off: single keys get in the way of some ways of using a computer (WCAG 2.1.4)."""
MAX_NAME, MAX_REASON, MAX_VALUE, MAX_ID = 80, 1_000, 300, 80
JUDGEMENTS = (Judgement.SAME, Judgement.DIFFERENT, Judgement.RELATED, Judgement.UNSURE)
_KEPT = f"; Path=/; Max-Age={10 * 365 * 24 * 3600}; HttpOnly; SameSite=Strict"


class FormError(Exception):
    """What is wrong with a form, in words for the person."""


class Form:
    """One posted form."""

    def __init__(self, data: FormData, catalogue: Catalogue) -> None:
        self._data = data
        self._catalogue = catalogue

    def line(self, name: str, limit: int = MAX_ID) -> str:
        """Return a field as one clean line, "" where it is missing."""
        value = self._data.get(name, "")
        if not isinstance(value, str):
            raise FormError(self._catalogue.text("review.unknown_form"))
        clean = mend(value)
        if len(clean) > limit:
            raise FormError(self._catalogue.text("review.too_long"))
        return clean

    def lines(self, name: str) -> list[str]:
        """Return all values of a field."""
        found = [v for v in self._data.getlist(name) if isinstance(v, str)]
        if any(len(v) > MAX_ID for v in found):
            raise FormError(self._catalogue.text("review.too_long"))
        return found

    def by(self) -> str:
        """Return the reviewer's name."""
        name = self.line("by", MAX_NAME)
        if not name:
            raise FormError(self._catalogue.text("review.need_name"))
        return name

    def judgement(self) -> Judgement:
        """Return the verdict."""
        told = self.line("verdict")
        if told not in [j.value for j in JUDGEMENTS]:
            raise FormError(self._catalogue.text("review.unknown_form"))
        return Judgement(told)


async def read_form(request: Request, catalogue: Catalogue) -> Form:
    """Return the posted form; files are not taken."""
    try:
        return Form(await request.form(max_files=0, max_fields=100), catalogue)
    except Exception as error:
        raise FormError(catalogue.text("review.unknown_form")) from error


def read_value(field: str, text: str, vocabulary: Vocabulary, catalogue: Catalogue) -> str:
    """Return a value that a person wrote as decisions write it.

    Raises:
        FormError: it cannot be read as a value of the field.
    """
    if text == EMPTY and field != NAME:
        return EMPTY
    reader: dict[str, Callable[[str, Vocabulary, Catalogue], str]] = {
        NAME: lambda told, _v, _c: told,
        PERIOD: _period,
        STATUS: _status,
        OWNERS: _owners,
    }
    value = reader[field](text, vocabulary, catalogue)
    if not value:
        raise FormError(catalogue.text("review.need_value"))
    return value


def reviewer_of(request: Request) -> str:
    """Return the name that the browser remembers."""
    return mend(unquote(request.cookies.get(COOKIE, "")))[:MAX_NAME]


def cookie(name: str) -> str:
    """Return the header that lets the browser remember the name."""
    return f"{COOKIE}={quote(name)}{_KEPT}"


def keys_cookie(wanted: str) -> str:
    """Return the header that turns the keys on or off."""
    return f"{KEYS}={'off' if wanted == 'off' else 'on'}{_KEPT}"


def _period(text: str, _vocabulary: Vocabulary, catalogue: Catalogue) -> str:
    period = parse_period(text)
    if period is None:
        raise FormError(catalogue.text("review.bad_period", text=text))
    return interval(period.start_iso, period.end_iso)


def _status(text: str, vocabulary: Vocabulary, catalogue: Catalogue) -> str:
    status = vocabulary.status(text)
    if status is None:
        raise FormError(catalogue.text("review.bad_status", text=text))
    return status.value


def _owners(text: str, vocabulary: Vocabulary, _catalogue: Catalogue) -> str:
    found: list[str] = []
    for part in text.split(";"):
        told = part.strip()
        found += vocabulary.split_organisations(told) or ([told] if told else [])
    return "; ".join(dict.fromkeys(found))
