from pathlib import Path

import docx
import pytest

from tests.extract.readers.docx_parts import NAMES, blocks_of, p, page_of, r
from veikart.core.blocks import BlockKind

BOX = "<w:txbxContent>" + p("I boksen") + "</w:txbxContent>"
STYLES = f"""<w:styles {NAMES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Egen2"><w:name w:val="Egen"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Barn"><w:name w:val="Barn av egen"/><w:basedOn w:val="Egen2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik3"><w:name w:val="Rubrik 3"/></w:style>
<w:style w:type="paragraph" w:styleId="INNH1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Tittel"><w:name w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("Ny ") + "<w:ins>" + r("tekst") + "</w:ins>", "Ny tekst"),
        (r("Ny") + "<w:del><w:r><w:delText>gammel</w:delText></w:r></w:del>", "Ny"),
        ("<w:moveFrom>" + r("bort") + "</w:moveFrom><w:moveTo>" + r("hit") + "</w:moveTo>", "hit"),
        (r("Synlig") + r("skjult", "<w:vanish/>"), "Synlig"),
        (r("Synlig") + r("skjult", '<w:rStyle w:val="Skjult"/>'), "Synlig"),
        (r("Vises", '<w:rStyle w:val="Skjult"/><w:vanish w:val="0"/>'), "Vises"),
        ("<w:hyperlink>" + r("Lenket tekst") + "</w:hyperlink>", "Lenket tekst"),
        ("<w:sdt><w:sdtContent>" + r("Styrt") + "</w:sdtContent></w:sdt>", "Styrt"),
        (
            r("A")
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + r("Klikk")
            + "</w:sdtContent></w:sdt>",
            "A",
        ),
        ('<w:fldSimple w:instr="DATE">' + r("1. mars") + "</w:fldSimple>", "1. mars"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
            + r("kode")
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("svar")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + r(" etter"),
            "svar etter",
        ),
        ("<w:r><w:t>Behand\u00adling</w:t><w:softHyphen/><w:t>s</w:t></w:r>", "Behandlings"),
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>helse</w:t></w:r>", "e-helse"),
        ("<w:r><w:t>Linje</w:t><w:br/><w:t>to</w:t></w:r>", "Linje\nto"),
        ('<w:r><w:t>Før</w:t><w:br w:type="page"/><w:t>etter</w:t></w:r>', "Føretter"),
        (
            "<w:r><w:ruby><w:rt>" + r("rt") + "</w:rt><w:rubyBase>" + r("grunn") + "</w:rubyBase></w:ruby></w:r>",
            "grunn",
        ),
    ],
)
def test_text_is_final(tmp_path: Path, inside: str, expected: str) -> None:
    assert [b.text for b in blocks_of(tmp_path, f"<w:p>{inside}</w:p>", styles=STYLES)] == [expected]


def test_symbol_in_front_is_a_bullet(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> Ferdig</w:t></w:r></w:p>'
    (block,) = blocks_of(tmp_path, body)
    assert (block.kind, block.marker, block.text) == (BlockKind.BULLET, "✓", "Ferdig")


def test_text_box_is_read_once(tmp_path: Path) -> None:
    choice = (
        '<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="00b050"/></a:solidFill>'
        f"</wps:spPr><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    )
    fallback = f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    anchor = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    blocks = blocks_of(tmp_path, f"<w:p>{r('Ved siden av')}<w:r>{anchor}</w:r></w:p>")
    assert [(b.id, b.text, b.fill) for b in blocks] == [
        ("b1", "Ved siden av", ""),
        ("b1/x1/1", "I boksen", "#00B050"),
    ]
    assert blocks[1].container == "b1/x1"


def test_deleted_paragraph_mark_joins(tmp_path: Path) -> None:
    body = p("Første ", properties="<w:rPr><w:del/></w:rPr>") + p("del")
    assert [b.text for b in blocks_of(tmp_path, body)] == ["Første del"]


def test_headings_and_their_path(tmp_path: Path) -> None:
    body = (
        p("Plan", "Tittel")
        + p("Område", "Overskrift1")
        + p("Tiltak A", "Barn")
        + p("tekst")
        + p("Dypere", "Rubrik3")
        + p("Nytt", properties='<w:outlineLvl w:val="0"/>')
        + p("Ikke overskrift", "Overskrift1", '<w:outlineLvl w:val="9"/>')
    )
    blocks = blocks_of(tmp_path, body, styles=STYLES)
    assert [(b.kind.value, b.level, b.heading_path) for b in blocks] == [
        ("title", 1, ()),
        ("title", 1, ()),
        ("title", 2, ("Område",)),
        ("text", 0, ("Område", "Tiltak A")),
        ("title", 3, ("Område", "Tiltak A")),
        ("title", 1, ()),
        ("text", 0, ("Nytt",)),
    ]
    assert blocks[0].group == "title"


def test_bold_and_larger_lines_are_headings(tmp_path: Path) -> None:
    big = '<w:b/><w:sz w:val="32"/>'
    middle = '<w:b/><w:sz w:val="26"/>'
    body = (
        p("Stort", run=big)
        + p("Mellom", run=middle)
        + p("Vanlig tekst som det er mye av i dokumentet. " * 5)
        + p("Kun fet", run="<w:b/>")
        + p("Stor setning som ender med punktum.", run=big)
    )
    blocks = blocks_of(tmp_path, body, styles=STYLES)
    assert [(b.kind.value, b.level) for b in blocks] == [
        ("title", 1),
        ("title", 2),
        ("text", 0),
        ("text", 0),
        ("text", 0),
    ]
    assert blocks[3].bold


@pytest.mark.parametrize(
    "line",
    [
        p("Tiltak\t4", "INNH1"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent>" + p("Tiltak") + "</w:sdtContent></w:sdt>",
        '<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs></w:pPr>'
        "<w:r><w:t>Tiltak</w:t><w:tab/><w:t>12</w:t></w:r></w:p>",
    ],
)
def test_contents_are_known(tmp_path: Path, line: str) -> None:
    (block,) = blocks_of(tmp_path, line, styles=STYLES)
    assert (block.kind, block.group) == (BlockKind.TEXT, "toc")


def test_contents_field_reaches_over_paragraphs(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>Første\t1</w:t></w:r></w:p>'
        + p("Andre\t2")
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        + p("Tekst")
    )
    assert [(b.text[:5], b.group) for b in blocks_of(tmp_path, body)] == [
        ("Først", "toc"),
        ("Andre", "toc"),
        ("Tekst", ""),
    ]


def test_run_in_label_keeps_its_look(tmp_path: Path) -> None:
    (block,) = blocks_of(tmp_path, f"<w:p>{r('Problem:', '<w:b/>')}{r(' lang tekst')}</w:p>")
    assert [(s.text, s.bold) for s in block.spans] == [("Problem:", True), (" lang tekst", False)]
    assert not block.bold


def test_lists_have_markers_and_levels(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "%1.%2)"), ("bullet", "\uf0b7")])
    )
    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
    )

    def item(text: str, level: int, number: int = 1) -> str:
        own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return p(text, properties=own)

    body = item("A", 0) + item("B", 1) + item("C", 1) + item("D", 0) + item("E", 1) + item("F", 2) + item("G", 0, 2)
    blocks = blocks_of(tmp_path, body + item("H", 0, 0) + item("I", 0, 99), numbering=numbering)
    assert [(b.marker, b.level, b.kind.value) for b in blocks] == [
        ("1.", 0, "bullet"),
        ("1.a)", 1, "bullet"),
        ("1.b)", 1, "bullet"),
        ("2.", 0, "bullet"),
        ("2.a)", 1, "bullet"),
        ("•", 2, "bullet"),
        ("5.", 0, "bullet"),
        ("", 0, "text"),
        ("", 0, "text"),
    ]


def test_notes_headers_and_comments_stand_apart(tmp_path: Path) -> None:
    footnotes = (
        f'<w:footnotes {NAMES}><w:footnote w:id="0" w:type="separator">{p("skille")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Vedtatt i 2024.")}</w:footnote></w:footnotes>'
    )
    comments = f'<w:comments {NAMES}><w:comment w:id="0">{p("Husk dette")}</w:comment></w:comments>'
    header = f'<w:hdr {NAMES}>{p("Følsomhet Intern (gul)")}<w:p><w:r><w:pict><v:shape><v:textpath string="UTKAST"/>'
    blocks = blocks_of(
        tmp_path,
        p("Brødtekst"),
        footnotes=footnotes,
        comments=comments,
        header=header + "</v:shape></w:pict></w:r></w:p></w:hdr>",
    )
    assert [(b.kind.value, b.text) for b in blocks] == [
        ("header", "Følsomhet Intern (gul)"),
        ("watermark", "UTKAST"),
        ("text", "Brødtekst"),
        ("footnote", "Vedtatt i 2024."),
        ("note", "Husk dette"),
    ]


def test_colours_and_shading(tmp_path: Path) -> None:
    body = p("Grønn", properties='<w:shd w:val="clear" w:fill="92d050"/>', run='<w:color w:val="c00000"/>')
    body += p("Merket", run='<w:highlight w:val="yellow"/>') + p("Auto", run='<w:color w:val="auto"/>')
    assert [(b.fill, b.colour) for b in blocks_of(tmp_path, body)] == [
        ("#92D050", "#C00000"),
        ("#FFFF00", ""),
        ("", ""),
    ]


def test_smartart_is_read_from_its_data(tmp_path: Path) -> None:
    dgm = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    points = "".join(
        f'<dgm:pt modelId="{n}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for n, text in ((1, "Steg"), (2, "Delsteg"))
    )
    edges = '<dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="2" srcOrd="0"/>'
    data = (
        f'<dgm:dataModel {dgm} {NAMES}><dgm:ptLst><dgm:pt modelId="0" type="doc"/>{points}</dgm:ptLst>'
        f"<dgm:cxnLst>{edges}</dgm:cxnLst></dgm:dataModel>"
    )
    body = f'<w:p><w:r><w:drawing><dgm:relIds {dgm} r:dm="r1"/></w:drawing></w:r></w:p>'
    blocks = blocks_of(tmp_path, body, diagramData=data)
    assert [(b.text, b.level, b.group) for b in blocks] == [("Steg", 0, "smartart"), ("Delsteg", 1, "smartart")]


def test_lists_made_by_library_styles(tmp_path: Path) -> None:
    path = tmp_path / "library.docx"
    document = docx.Document()
    for style, text in (
        ("List Bullet", "ute"),
        ("List Bullet 2", "inne"),
        ("List Number", "en"),
        ("List Number", "to"),
    ):
        document.add_paragraph(text, style=style)
    document.save(str(path))
    found = [(b.marker, b.level, b.kind.value) for b in page_of(path).blocks]
    assert found == [("•", 0, "bullet"), ("•", 1, "bullet"), ("1.", 0, "bullet"), ("2.", 0, "bullet")]
