"""From a file to its records: open, describe, recognise page by page, account for every page's text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from extract.about.sensitivity import printed_sensitivity
from extract.accounts import account_for
from extract.arbitration import share_out
from extract.assemble import Assembler
from extract.claims import Claim, Use
from extract.deck import Deck
from extract.document import describe
from extract.layout.reading import page_title
from extract.layout.short_forms import explained_forms, learned
from extract.other_pages import without_other_pages
from extract.readers.base import Limits, OpenDocument
from extract.readers.sniff import reader_for, sniff, wrong_ending
from extract.recognisers.catalogue import recognisers_for
from extract.recognisers.fact_sheet import take_parts
from extract.selection import PageSelection, override_for
from extract.told_by_title import date_by_title, state_by_title
from veikart.core.blocks import BlockKind, Page
from veikart.core.config import Config
from veikart.core.problems import Code, Level, Problem, problem
from veikart.core.records import Document, Extraction, PageAccount
from veikart.core.vocabulary import Vocabulary, load_vocabulary

WINDOW = 200
"""Pages kept in memory at a time: whole decks for context, while a book of thousands of pages stays small."""

OCR_SHARE = 0.5
"""Part of a document's time that recognising text in pictures may take: the rest of the pages wants to be read too."""
CROWDED = 8_000
"""Blocks on a drawn page beyond which nothing is looked for: no plan has so many, and places are compared in pairs."""

UNSEEN = 40
"""Characters of hidden text on a page from which leaving it out is told, where it is most of the page's text."""

_UNSEEN = frozenset({BlockKind.NOTE, BlockKind.WATERMARK})


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page as read, with what each block became, for `inspect`."""

    page: Page
    uses: dict[str, tuple[Use, str]]
    account: PageAccount | None = None  # none for a page that was left out


@dataclass(slots=True)
class _Work:
    """What builds up while a document is read."""

    document: Document
    deck: Deck
    assembler: Assembler
    accounts: list[PageAccount] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


def limits_of(config: Config, left_out: frozenset[int] = frozenset()) -> Limits:
    """Return the reader's ceilings that the configuration sets."""
    return Limits(
        unpacked_bytes=config.extract.unpacked_mb * 2**20,
        pages=config.extract.max_pages,
        ocr=config.extract.ocr,
        ocr_seconds=config.extract.timeout_seconds * OCR_SHARE,
        left_out=left_out,
    )


def extract_document(
    path: Path,
    name: str,
    sha256: str,
    config: Config,
    on_page: Callable[[int], None] | None = None,
    lost: Sequence[Problem] = (),
) -> Extraction:
    """Read one document and return its records, links and page accounts.

    `name` is its path below raw/ with forward slashes. `on_page` is called with the number of the page that is about
    to be read or recognised. The pages of `lost` are left out, and their problems told.

    Raises:
        DocumentError: the file cannot be read; the problem names the cause.
    """
    work = None
    for state, _ in _recognise(path, name, sha256, config, on_page or _unnoted, lost):
        work = state
    assert work is not None
    return _finish(work)


def inspect_document(path: Path, name: str, config: Config) -> Iterator[PageReport]:
    """Read one document and yield every page with what its blocks became.

    Raises:
        DocumentError: the file cannot be read.
    """
    for _, report in _recognise(path, name, "", config):
        if report is not None:
            yield report


def _unnoted(_: int) -> None: ...


def _noted(stream: Iterator[Page], on_page: Callable[[int], None]) -> Iterator[Page]:
    """Yield the pages; before each is read, its number is told."""
    number = 0
    while True:
        on_page(number + 1)
        page = next(stream, None)
        if page is None:
            return
        number = page.number
        yield page


def _recognise(
    path: Path,
    name: str,
    sha256: str,
    config: Config,
    on_page: Callable[[int], None] = _unnoted,
    lost: Sequence[Problem] = (),
) -> Iterator[tuple[_Work, PageReport | None]]:
    kind = sniff(path)
    left_out = frozenset(p.page for p in lost)
    opened = reader_for(kind).open(path, limits_of(config, left_out))
    vocabulary = load_vocabulary(config.vocabulary or None)
    override = override_for(name, config)
    selection = PageSelection(override.pages if override else None)
    try:
        stream = _noted(opened.pages(), on_page)
        pages = list(islice(stream, WINDOW))
        document = describe(name, kind, sha256, opened.meta, pages, vocabulary, override)
        work = _begin(document, kind, pages, config, vocabulary)
        work.problems += [*wrong_ending(path, kind), *opened.meta.problems, *lost]
        yield work, None
        while pages:
            work.deck.pages, work.deck.shared = [_seen(page) for page in pages], {}
            work.deck.vocabulary = work.assembler.vocabulary = learned(work.deck)
            for page, seen in zip(pages, work.deck.pages, strict=True):
                if page.number in left_out:
                    continue
                on_page(page.number)
                yield work, _page(work, page, seen, selection)
            pages = list(islice(stream, WINDOW))
            if pages and not (override and override.sensitivity):
                _raise_sensitivity(work, printed_sensitivity(pages, vocabulary))
        forms = tuple(sorted(explained_forms(work.deck).items()))
        work.document = replace(work.document, pages=_page_count(work, opened), short_forms=forms)
    finally:
        opened.close()


def _begin(document: Document, kind: str, pages: list[Page], config: Config, vocabulary: Vocabulary) -> _Work:
    issuer = document.issuer
    deck = Deck(document.path, kind, pages, vocabulary, config, issuer)
    return _Work(document, deck, Assembler(document.path, document.sensitivity, vocabulary))


def _seen(page: Page) -> Page:
    """Return the page as its readers see it: without notes, watermarks and what its author hid."""
    if not any(block.hidden or block.kind in _UNSEEN for block in page.blocks):
        return page
    return replace(page, blocks=tuple(b for b in page.blocks if not b.hidden and b.kind not in _UNSEEN))


def _page(work: _Work, page: Page, seen: Page, selection: PageSelection) -> PageReport:
    work.problems += page.problems
    if page.hidden:
        work.hidden.append(page.number)
    if page.hidden or not selection.takes(page.number):
        return PageReport(page, {})
    work.problems += _unseen_text(page, seen)
    if page.width and len(seen.blocks) > CROWDED:
        work.problems.append(
            problem(Code.TOO_LARGE, Level.WARNING, page.number, size=len(seen.blocks), limit=CROWDED, unit="blocks")
        )
        work.accounts.append(account_for(seen, {}, 0, (), work.deck.vocabulary)[0])
        return PageReport(page, {}, work.accounts[-1])
    claims: list[Claim] = []
    for name, recognise in recognisers_for(seen, work.deck):
        try:
            claim = recognise(seen, work.deck)
        except Exception as error:  # one recogniser's fault must not cost the page
            cause = f"{type(error).__name__}: {error}"[:200]
            work.problems.append(
                problem(Code.RECOGNISER_FAILED, Level.WARNING, page.number, recogniser=name, cause=cause)
            )
            continue
        if claim is not None:
            claims.append(without_other_pages(claim, page_title(seen, work.deck), work.deck.vocabulary))
    shares, uses = share_out(claims)
    first = len(work.assembler.records)
    take_parts(shares)
    found = [draft for _, drafts in shares for draft in drafts]
    date_by_title(found, seen, work.deck)
    state_by_title(found, seen, work.deck)
    for claim, drafts in shares:
        work.assembler.add(claim, drafts)
        if drafts or claim is shares[0][0]:
            work.problems += claim.problems
    work.assembler.arrange(first, [block.id for block in seen.blocks])
    records = len(work.assembler.records) - first
    names = tuple(sorted(claim.recogniser for claim, drafts in shares if drafts))
    account, missed = account_for(seen, uses, records, names, work.deck.vocabulary)
    work.accounts.append(account)
    work.problems += missed
    return PageReport(page, uses, account)


def _unseen_text(page: Page, seen: Page) -> list[Problem]:
    """Tell of a page most of whose text nobody sees: white on white, transparent, or under a picture."""
    if len(seen.blocks) == len(page.blocks):
        return []
    left_out = sum(len(block.text) for block in page.blocks if block.hidden)
    if left_out < UNSEEN or left_out <= sum(len(block.text) for block in seen.blocks):
        return []
    return [problem(Code.HIDDEN_CONTENT, Level.WARNING, page.number, pages=page.number, count=1)]


def _raise_sensitivity(work: _Work, label: str) -> None:
    """Take over a label that stands only on later pages, where it is the higher one."""
    highest = work.deck.vocabulary.highest_sensitivity([work.document.sensitivity, label])
    if highest != work.document.sensitivity:
        work.document = replace(work.document, sensitivity=highest)


def _page_count(work: _Work, opened: OpenDocument) -> int:
    if opened.meta.pages:
        return opened.meta.pages
    return work.deck.pages[-1].number if work.deck.pages and work.deck.kind == "text" else 0


def _finish(work: _Work) -> Extraction:
    problems = list(work.problems)
    if work.hidden:
        pages = ", ".join(map(str, work.hidden))
        problems.append(problem(Code.HIDDEN_CONTENT, Level.NOTE, pages=pages, count=len(work.hidden)))
    if not work.assembler.records:
        problems += _nothing_at_all(work, problems)
        problems.append(problem(Code.NO_RECORDS, Level.WARNING))
    located = tuple(replace(p, document=work.document.path) for p in dict.fromkeys(problems))
    document = replace(work.document, problems=(*work.document.problems, *located))
    records = tuple(
        record if record.sensitivity == document.sensitivity else replace(record, sensitivity=document.sensitivity)
        for record in work.assembler.records
    )
    return Extraction(document, records, tuple(work.assembler.links), tuple(work.accounts))


def _nothing_at_all(work: _Work, problems: Sequence[Problem]) -> list[Problem]:
    """Tell of a document without a single character, unless a problem says already why."""
    if any(a.recorded + a.furniture + a.unused for a in work.accounts):
        return []
    if any(p.level is not Level.NOTE and p.code < Code.PLAN_WITHOUT_RECORDS for p in problems) or work.hidden:
        return []
    return [problem(Code.NO_TEXT, Level.WARNING)]
