"""Texts of the pages that hold no measure, by language."""

AGENDA = {
    "nb": (
        "Agenda",
        (
            "09.00 Velkommen v/ Kari Lunde",
            "09.15 Status fra regionene",
            "10.00 Gjennomgang av veikartet",
            "11.15 Eventuelt",
            "11.30 Slutt",
        ),
    ),
    "nn": (
        "Sakliste",
        (
            "Kl. 10.00 Opning ved leiaren",
            "Kl. 10.20 Orientering om framdrift",
            "Kl. 11.00 Drøfting i grupper",
            "Kl. 11.45 Oppsummering",
        ),
    ),
    "en": (
        "Agenda",
        (
            "09:00 Welcome and introductions",
            "09:20 Progress since last meeting",
            "10:15 Discussion of priorities",
            "11:00 Any other business",
        ),
    ),
    "da": ("Dagsorden", ("9.00 Velkomst", "9.15 Siden sidst", "10.00 Drøftelse af udkast", "11.30 Eventuelt")),
    "sv": ("Dagordning", ("09.00 Välkommen", "09.15 Läget i regionerna", "10.30 Diskussion", "11.30 Övriga frågor")),
}
BACKGROUND = {
    "nb": (
        "Bakgrunn",
        (
            "Arbeidet bygger på vedtak i styret fra desember, og på innspill fra fagmiljøene gjennom våren.",
            "Vi ser at etterspørselen vokser raskere enn kapasiteten, og at mange venter lenge på svar.",
            "Planen oppdateres to ganger i året og er ikke en bindende forpliktelse om leveranse.",
        ),
    ),
    "nn": (
        "Kvifor lagar vi planen?",
        (
            "Fleire har peika på at vi manglar eit felles bilete av kva som skal skje når.",
            "Planen er eit arbeidsverktøy og blir endra når føresetnadene endrar seg.",
            "Vi har henta innspel frå alle føretaka, frå brukarutvala og frå leverandørane.",
        ),
    ),
    "en": (
        "Why a roadmap?",
        (
            "Partners asked for one shared view of what will happen and when.",
            "The plan is a statement of intent and will be revised twice a year.",
            "Delivery depends on funding decisions that have not yet been taken.",
        ),
    ),
    "da": (
        "Baggrund",
        (
            "Parterne ønsker et samlet billede af, hvad der skal ske hvornår.",
            "Planen revideres hvert halve år og er ikke bindende.",
        ),
    ),
    "sv": (
        "Bakgrund",
        (
            "Parterna har efterfrågat en gemensam bild av vad som ska ske och när.",
            "Planen ses över två gånger om året.",
        ),
    ),
}
THANKS = {
    "nb": "Takk for oppmerksomheten!",
    "nn": "Takk for merksemda",
    "en": "Thank you – questions?",
    "da": "Tak for i dag",
    "sv": "Tack!",
}
FOOTER = {
    "nb": "Følsomhet Intern (gul)",
    "nn": "Følsemd Intern (gul)",
    "en": "Sensitivity: Internal",
    "da": "Intern",
    "sv": "Intern information",
}
DRAFT = {"nb": "UTKAST", "nn": "UTKAST", "en": "DRAFT", "da": "UDKAST", "sv": "UTKAST"}
SURVEY = {
    "nb": (
        "Hva sier brukerne?",
        "Andel som er fornøyd",
        ("Enkel å finne", "Lett å forstå", "Trygg å bruke", "Sparer tid"),
    ),
    "nn": ("Svar frå brukarpanelet", "Del nøgde", ("Lett å finne", "Godt språk", "Sparer tid", "Trygt")),
    "en": ("What users told us", "Share satisfied", ("Easy to find", "Easy to read", "Saves time", "Feels safe")),
    "da": ("Hvad siger borgerne?", "Andel tilfredse", ("Let at finde", "Let at forstå", "Sparer tid")),
    "sv": ("Vad säger invånarna?", "Andel nöjda", ("Lätt att hitta", "Lätt att förstå", "Sparar tid")),
}
ORGANISATION = {
    "nb": (
        "Organisering av arbeidet",
        "Styringsgruppe",
        ("Programleder", "Fagråd", "Brukerpanel"),
        ("Arkitektur", "Innføring", "Kommunikasjon", "Jus"),
    ),
    "nn": (
        "Slik er arbeidet organisert",
        "Styringsgruppe",
        ("Prosjektleiar", "Fagråd", "Brukarutval"),
        ("Arkitektur", "Innføring", "Kommunikasjon"),
    ),
    "en": (
        "Governance",
        "Steering board",
        ("Programme director", "Clinical council", "User panel"),
        ("Architecture", "Adoption", "Legal", "Communication"),
    ),
    "da": ("Organisering", "Styregruppe", ("Programleder", "Fagligt råd"), ("Arkitektur", "Jura", "Kommunikation")),
    "sv": ("Organisation", "Styrgrupp", ("Programledare", "Användarråd"), ("Arkitektur", "Juridik", "Kommunikation")),
}
ARCHITECTURE = {
    "nb": ("Målarkitektur", ("Innbygger", "Portal", "API-lag", "Journalsystem", "Felleskomponenter", "Logg")),
    "nn": ("Samanhengen mellom systema", ("Innbyggjar", "Portal", "API-lag", "Journalsystem", "Register")),
    "en": ("Target architecture", ("Citizen", "Portal", "API gateway", "Health record", "Registries", "Audit log")),
    "da": ("Målarkitektur", ("Borger", "Portal", "API-lag", "Journal", "Registre")),
    "sv": ("Målarkitektur", ("Invånare", "Portal", "API-lager", "Journal", "Register")),
}
CONTACTS = {
    "nb": ("Kontaktpersoner", ("Navn", "Rolle", "E-post")),
    "nn": ("Kontaktpersonar", ("Namn", "Rolle", "E-post")),
    "en": ("Contacts", ("Name", "Role", "E-mail")),
    "da": ("Kontakt", ("Navn", "Rolle", "E-mail")),
    "sv": ("Kontakt", ("Namn", "Roll", "E-post")),
}
PEOPLE = (
    ("Kari Lunde", "Programleder", "kari.lunde@eksempel.no"),
    ("Ola Brekke", "Arkitekt", "ola.brekke@eksempel.no"),
    ("Siv Nordmo", "Jurist", "siv.nordmo@eksempel.no"),
)
