from pathlib import Path

import pytest

from extract.document import describe
from extract.readers.base import Limits
from extract.readers.sniff import reader_for, sniff
from veikart.core.blocks import Block, BlockKind, DocumentMeta, Page
from veikart.core.config import DocumentOverride
from veikart.core.geometry import Box
from veikart.core.records import Document
from veikart.core.vocabulary import load_vocabulary

SHARED = Path(__file__).parents[2] / ".." / "shared"
SLIDE = {"width": 960.0, "height": 540.0}


def block(text: str, y: float = 0.3, size: float = 12.0, kind: BlockKind = BlockKind.TEXT, page: int = 1) -> Block:
    return Block(f"p{page}/{y}/{text[:8]}", page, kind, text, Box(0.1, y, 0.9, y + 0.04), size=size)


def slide(*blocks: Block, number: int = 1, hidden: bool = False) -> Page:
    return Page(number, tuple(blocks), **SLIDE, hidden=hidden)


def dump(*lines: str) -> Page:
    return Page(1, tuple(Block(f"l{n}", 1, BlockKind.TEXT, line, line_start=n) for n, line in enumerate(lines, 1)))


def told(
    *pages: Page,
    meta: DocumentMeta | None = None,
    path: str = "mappe/fil.pptx",
    override: DocumentOverride | None = None,
) -> Document:
    return describe(path, "pptx", "00", meta or DocumentMeta(), list(pages), load_vocabulary(), override)


COVER = slide(
    block("Helse Nord RHF", 0.1, 14),
    block("Digitalt veikart", 0.3, 40),
    block("for pasienttjenester", 0.4, 40),
    block("Styremøte 12. juni 2024", 0.6, 18),
)


def test_cover_tells() -> None:
    document = told(COVER)
    assert document.title == "Digitalt veikart for pasienttjenester"
    assert document.issuer == "HN"
    assert (document.edition, document.date) == ("12. juni 2024", "2024-06-12")
    assert document.series == "hn: digitalt veikart for pasienttjenester"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("PowerPoint-presentasjon", "Digitalt veikart for pasienttjenester"),
        ("PowerPoint Presentation", "Digitalt veikart for pasienttjenester"),
        ("Microsoft Word - utkast.docx", "Digitalt veikart for pasienttjenester"),
        ("fil", "Digitalt veikart for pasienttjenester"),
        ("Lysbilde 1", "Digitalt veikart for pasienttjenester"),
        ("Årsbudsjett for eiendom", "Digitalt veikart for pasienttjenester"),
        ("Veikart for pasienttjenester", "Veikart for pasienttjenester"),
    ],
)
def test_stated_title_counts_where_the_pages_bear_it_out(stated: str, title: str) -> None:
    assert told(COVER, meta=DocumentMeta(title=stated)).title == title


def test_hidden_cover_does_not_count() -> None:
    hidden = slide(block("Gammel tittel", 0.3, 60), hidden=True)
    assert told(hidden, COVER).title == "Digitalt veikart for pasienttjenester"


@pytest.mark.parametrize(
    ("lines", "edition", "date"),
    [
        (["Veikart", "November 2025"], "November 2025", "2025-11"),
        (["Veikart", "Sist oppdatert 14.04.2023"], "14.04.2023", "2023-04-14"),
        (["Veikart", "Versjon 1.2, mars 2024"], "mars 2024", "2024-03"),
        (["Veikart", "Versjon 2.0"], "Versjon 2.0", ""),
        (["Veikart", "20.04.2023 Produktstyremøte"], "20.04.2023", "2023-04-20"),
        (["Vegkart", "Hausten 2024"], "Hausten 2024", "2024"),
        (["Roadmap", "2025"], "2025", "2025"),
        (["Veikart 2025–2028", "Tiltak"], "", ""),
        (["Veikart", "Frist 1. mai 2023"], "", ""),
        (["Veikart", "Oppdateres fortløpende"], "", ""),
    ],
)
def test_editions(lines: list[str], edition: str, date: str) -> None:
    document = told(slide(*(block(line, 0.2 + 0.1 * n, 40 - 10 * n) for n, line in enumerate(lines))))
    assert (document.edition, document.date) == (edition, date)


def test_plan_on_the_first_page_is_no_cover() -> None:
    axis = [block(year, 0.22) for year in ("2024", "2025", "2026")]
    boxes = [block(f"Tiltak {n} mai 2024", 0.3 + n * 0.015) for n in range(30)]
    lane = block("Helse Nord", 0.5)
    page = slide(block("Plan for innbyggertjenester", 0.05, 14), *axis, lane, *boxes, block("Juni 2023", 0.93, 8))
    document = told(page)
    assert (document.title, document.issuer) == ("Plan for innbyggertjenester", "")
    assert document.edition == "Juni 2023"
    assert told(slide(block("Plan", 0.05, 30), *axis)).edition == ""
    meetings = [block(f"{n}. mars 2024", 0.3 + n / 50) for n in range(1, 6)]
    assert told(slide(block("Møter", 0.05, 30), *meetings)).edition == ""


def test_note_of_updating_deep_in_the_deck() -> None:
    plan = slide(block("Veikartet er i endring. Sist oppdatert 14.04.2023", 0.9, 9), number=2)
    older = slide(block("Oppdatert 1. mars 2022", 0.9, 9), number=3)
    assert told(slide(block("Veikart", 0.3, 40)), plan, older).date == "2023-04-14"


@pytest.mark.parametrize(
    ("path", "meta", "edition", "date"),
    [
        ("2024-02-01 veikart.pptx", DocumentMeta(modified="2025-01-01"), "2024-02-01", "2024-02-01"),
        ("veikart_202311.pptx", DocumentMeta(), "202311", "2023-11"),
        ("veikart-123456.pptx", DocumentMeta(), "", ""),
        ("veikart.pptx", DocumentMeta(created="2024-01-01", modified="2024-05-05"), "", "2024-05-05"),
        ("veikart.pptx", DocumentMeta(created="2013-01-27", modified="2013-01-27"), "", ""),
    ],
)
def test_name_and_properties_come_last(path: str, meta: DocumentMeta, edition: str, date: str) -> None:
    document = told(slide(block("Veikart", 0.3, 40)), path=path, meta=meta)
    assert (document.edition, document.date) == (edition, date)


@pytest.mark.parametrize(
    ("pages", "meta", "issuer"),
    [
        ([slide(block("Planer i Helse Vest", 0.3, 40))], DocumentMeta(), "HV"),
        ([slide(block("Samarbeid mellom Helse Vest og Helse Nord", 0.3, 40))], DocumentMeta(), ""),
        ([slide(block("Plan", 0.3, 40), block("Helse Vest, Helse Nord", 0.5, 14))], DocumentMeta(), ""),
        ([slide(block("Plan", 0.3, 40))], DocumentMeta(company="Norsk helsenett SF"), "NHN"),
        ([slide(block("Plan", 0.3, 40))], DocumentMeta(author="Kari Nordmann"), ""),
        ([slide(block("Plan", 0.3, 40), block("Ola Nordmann, ola@helse-vest.no", 0.5))], DocumentMeta(), "HV"),
        (
            [slide(block("Plan", 0.3, 40), block("Fagrådet for e-helse", 0.5, 18))],
            DocumentMeta(),
            "Fagrådet for e-helse",
        ),
        ([slide(block("Plan", 0.3, 40), block("Bergen kommune", 0.5, 18))], DocumentMeta(), "Bergen kommune"),
        ([slide(block("Plan", 0.3, 40), block("Styret skal:", 0.5, 18))], DocumentMeta(), ""),
        ([slide(block("Plan", 0.3, 40), block("Logo Helse Nord", 0.05, kind=BlockKind.PICTURE))], DocumentMeta(), "HN"),
        (
            [slide(block("Plan", 0.3, 40), block("Helsedirektoratet", 0.95, 8, BlockKind.FOOTER))],
            DocumentMeta(),
            "HDIR",
        ),
    ],
)
def test_issuers(pages: list[Page], meta: DocumentMeta, issuer: str) -> None:
    assert told(*pages, meta=meta).issuer == issuer


def test_one_lane_among_others_is_no_issuer() -> None:
    lanes = [block(name, 0.2 + 0.1 * n) for n, name in enumerate(["Helse Nord", "Helse Vest", "Helse Midt-Norge"])]
    plan = slide(block("2024", 0.1), block("2025", 0.11), *lanes, number=2)
    assert told(COVER, plan).issuer == ""
    assert told(COVER, slide(*lanes, number=2)).issuer == "HN"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tjenesten gir pasienten bedre hjelp, og det er ikke noe som blir borte etter hvert", "nb"),
        ("Tenesta gir pasienten betre hjelp, og det er ikkje noko som blir borte etter kvart. Kva og korleis", "nn"),
        ("The service gives patients better help and it will not be lost after the release", "en"),
        ("Tjänsten ger bättre hjälp och det är inte något som försvinner efter en tid", "sv"),
        ("Ydelsen giver bedre hjælp, og det er ikke noget der bliver væk efter noget tid af det", "da"),
        ("2024 2025 2026", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert told(slide(block(text))).language == language


def test_stated_language_decides_only_where_words_do_not() -> None:
    assert told(slide(block("2024")), meta=DocumentMeta(language="nn-NO")).language == "nn"
    english = slide(block("The service gives patients better help and it will not be lost"))
    assert told(english, meta=DocumentMeta(language="nb-NO")).language == "en"


@pytest.mark.parametrize(
    ("blocks", "labels", "sensitivity"),
    [
        ([block("Følsomhet Intern (gul)", 0.95)], (), "Intern"),
        ([block("Intern", 0.95)], (), "Intern"),
        ([block("Intern", 0.5)], (), ""),
        ([block("Intern", 0.5, kind=BlockKind.FOOTER)], (), "Intern"),
        ([block("Intern utvikling av tjenester", 0.5)], (), ""),
        ([block("Følsomhet Intern (gul)", 0.95)], ("Fortrolig",), "Fortrolig"),
        ([], ("0a1b2c3d-0000-1111-2222-333344445555",), ""),
        ([], ("Kun for styret",), "Kun for styret"),
    ],
)
def test_sensitivity(blocks: list[Block], labels: tuple[str, ...], sensitivity: str) -> None:
    pages = [slide(block("Plan", 0.3, 40), *blocks)]
    assert told(*pages, meta=DocumentMeta(labels=labels)).sensitivity == sensitivity


def test_project_overrules() -> None:
    override = DocumentOverride(title="Vårt veikart", issuer="HV", date="2024", sensitivity="", language="nn")
    document = told(COVER, override=override)
    assert (document.title, document.issuer, document.date, document.language) == ("Vårt veikart", "HV", "2024", "nn")
    assert (document.edition, document.series) == ("12. juni 2024", "hv: vårt veikart")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Veikart for Helsenorge 2024–2026", "Veikart for Helsenorge 2025-2027"),
        ("Veikart for Helsenorge, november 2025", "Veikart for Helsenorge (mars 2026)"),
        ("Veikart for Helsenorge v1.2", "Veikart for Helsenorge – utkast"),
    ],
)
def test_editions_share_a_series(one: str, other: str) -> None:
    first, second = (told(slide(block(title, 0.3, 40))).series for title in (one, other))
    assert first == second == "veikart for helsenorge"


def test_text_dumps() -> None:
    wrapped = Page(
        1,
        (
            Block("l1", 1, BlockKind.TEXT, "Digitale tjenester i", column_span=2, line_start=1),
            Block("l2", 1, BlockKind.TEXT, "Helse Nord", line_start=2),
        ),
    )
    assert (told(wrapped).title, told(wrapped).issuer) == ("Digitale tjenester i Helse Nord", "HN")
    assert told(dump("Nr Tiltak Ansvarlig Status", "1 En ting HN ferdig")).title == ""
    assert told().title == ""


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="shared samples are absent")
@pytest.mark.parametrize(
    ("name", "title", "issuer", "date", "sensitivity"),
    [
        ("seeds/000_00192eee3f7cb83d.txt", "Samarbeidsforum Digitale innbyggertjenester", "", "2023-04-14", "Intern"),
        ("seeds/001_a1a54f5778cf46ec.txt", "Digitale pasient- og samhandlingstjenester", "HN", "", ""),
        ("seeds/003_eda98fe6a3b68fd5.txt", "", "", "2023-04-20", "Intern"),
        ("samples/helse-vest-veikart.pptx", "Utvikling og etablering av tjenester", "", "2023-04-20", "Intern"),
        ("samples/helse-vest-veikart.pdf", "Utvikling og etablering av tjenester", "", "2023-04-20", "Intern"),
        ("samples/nasjonalt-veikart.docx", "Veikart for Helsenorge", "Produktstyret for Helsenorge", "2025-11", ""),
        ("samples/nasjonalt-veikart.pdf", "Veikart for Helsenorge", "Produktstyret for Helsenorge", "2025-11", ""),
    ],
)
def test_samples(name: str, title: str, issuer: str, date: str, sensitivity: str) -> None:
    path = SHARED / name
    kind = sniff(path)
    opened = reader_for(kind).open(path, Limits())
    try:
        document = describe(path.name, kind, "", opened.meta, list(opened.pages()), load_vocabulary(), None)
    finally:
        opened.close()
    assert document.title.startswith(title)
    assert bool(document.title) == bool(title)
    assert (document.issuer, document.date, document.sensitivity) == (issuer, date, sensitivity)
    assert document.language == "nb"
