"""Notes from a workshop, as text: proposals in lists under headings."""

_TEXT = """\
Verksted om digitale innbyggertjenester
Notater fra gruppearbeidet, juni 2023

Agenda

• Velkommen og praktisk informasjon
• Gruppearbeid i to runder
• Oppsummering i plenum
\f
Tiltak som krever bestilling fra sektoren

Brukere og brukskvalitet

• Varsler om alt som angår meg
• Mulig å være pårørende light
• Persontilpasning skreddersydd for meg

Nye kapabiliteter

• Visualiserte forløp
• Støtte for signerte dokumenter og
  attester/bevis
• Flere verktøy for triagering og
  selvtriagering
• Bidrag til hjemmesykehus
\f
Nye forslag

• Rekvisisjonshotell
• Digital henvisning
• Oppmøteregister
• Fullmakt uten BankID
\f
Takk for i dag!
"""


def make() -> bytes:
    """Return the file's bytes."""
    return _TEXT.encode("utf-8")
