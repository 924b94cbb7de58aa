"""A national plan as a Word document: descriptions under focus areas, then tables of needs and measures."""

import io

from docx import Document

from samples.package import MADE, repack

DESCRIPTIONS = [
    (
        "Et rikt helsetilbud",
        [
            (
                "Rekvisisjonshotell – Pasientens rekvisisjoner",
                "Prøver tas ofte et annet sted enn der de er bestilt, og papiret blir borte.",
                "Rekvisisjonen bør følge pasienten digitalt.",
                "Færre feil og bedre oversikt.",
            ),
            (
                "Behandlingshjelpemidler og utstyr",
                "Ingen ser hvilket utstyr som er lånt ut.",
                "En samlet oversikt med bestilling av forbruksvarer.",
                "Mindre telefontid.",
            ),
            (
                "Visualiserte forløp (med frister)",
                "Brev og innkallinger henger ikke sammen for den som får dem.",
                "Vis hva som har skjedd, og hva som kommer.",
                "Pasienten møter forberedt.",
            ),
        ],
    ),
    (
        "Helhetlig helsetilbud",
        [
            (
                "Velge time selv i spesialisthelsetjenesten",
                "Timer settes opp uten at pasienten er spurt.",
                "Pasienten bør kunne velge og flytte timen selv.",
                "Færre går glipp av timen.",
            ),
            (
                "Dialog med behandlende enhet",
                "Spørsmål går i telefonkø.",
                "Meldinger til og fra avdelingen i et pågående forløp.",
                "Raskere svar begge veier.",
            ),
        ],
    ),
    (
        "Helsenorge for alle",
        [
            (
                "Løsninger for barn/unge 12–16 år",
                "Ungdom har ikke et eget digitalt tilbud.",
                "Tjenester der ungdom kan medvirke.",
                "Enklere kontakt med ungdommen selv.",
            ),
        ],
    ),
]
NEED, MEASURE = "Overordnet behov", "Tilhørende tiltak"
TABLES = [
    (
        "Et rikt helsetilbud",
        [
            (NEED, "Rekvisisjonshotell", "2026-2027"),
            (NEED, "Behandlingshjelpemidler og utstyr", "2026-2027"),
            (NEED, "Visualiserte forløp", "2027-2028"),
            (NEED, "Varsler om alt som angår meg", "2026-2027"),
            (MEASURE, "Varsel om ekstern hendelse", "2027-2028"),
            (NEED, "Digital henvisning", "2026-2027"),
        ],
    ),
    (
        "Helhetlig helsetilbud",
        [
            (NEED, "Velge time selv i spesialist", "2026-2027"),
            (NEED, "Dialog med behandlende enhet i spesialist", "2026-2027"),
        ],
    ),
    (
        "Helsenorge for alle",
        [
            (NEED, "Løsninger for barn/unge 12–16", "2026-2027"),
            (MEASURE, "Integrerte ungdomstjenester", "2026-2027"),
            (NEED, "Persontilpasning skreddersydd for meg", "2026-2027"),
        ],
    ),
]


def make() -> bytes:
    """Return the document's bytes."""
    document = Document()
    document.core_properties.title = "Nasjonalt veikart"
    document.core_properties.author = "Produktstyret"
    document.core_properties.created = document.core_properties.modified = MADE
    document.add_heading("Nasjonalt veikart", level=0)
    document.add_paragraph("Produktstyret, november 2025")
    document.add_paragraph(
        "Planen samler det sektoren ønsker å få gjort de neste årene. Årstallene sier når arbeidet ventes å foregå."
    )
    for area, measures in DESCRIPTIONS:
        document.add_heading(area, level=1)
        for title, problem, need, benefit in measures:
            document.add_heading(title, level=2)
            for label, text in (("Problem", problem), ("Behov", need), ("Nytteverdi", benefit)):
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{label}: ").bold = True
                paragraph.add_run(text)
    document.add_heading("Tiltak og år", level=1)
    for area, rows in TABLES:
        document.add_heading(area, level=2)
        table = document.add_table(rows=1, cols=3, style="Table Grid")
        for cell, text in zip(table.rows[0].cells, ("Behov eller tiltak", "Tiltak", "År"), strict=True):
            cell.text = text
            cell.paragraphs[0].runs[0].bold = True
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())
