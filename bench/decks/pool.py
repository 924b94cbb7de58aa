"""Invented titles of measures, by language: plausible, of varied length and form, none copied from a document."""

from bench.decks.gold import Measure


def _plain(text: str) -> tuple[Measure, ...]:
    return tuple(Measure(line.strip()) for line in text.strip().splitlines())


NB = (
    *_plain("""
    Digital venteliste for pasienter
    Hjemmemonitorering ved hjertesvikt
    Felles innbyggerkalender
    Videokonsultasjon 2.0
    Egenmelding av legemidler
    Oppslag i nasjonal vaksinasjonsoversikt
    Trygg pålogging for foresatte
    Fullmakt & representasjon
    Elektronisk samtykke til forskning
    Kartleggingsskjema før innleggelse
    Robotisert timeinnkalling
    Digital forberedelse til operasjon
    Bildedeling mellom sykehus og fastlege
    Strukturert epikrise
    Tolketjeneste på skjerm
    Pasientens egen måleplan
    Utskrivningsplan i kommunal portal
    Chat med jordmor
    Innsjekk og betaling på mobil
    Prøvesvar fra private laboratorier
    Digitalt førstevalg i psykisk helsevern
    Sikker meldingsutveksling med skolehelsetjenesten
    Varsling ved endret timetidspunkt
    Opplæringspakke for digitale veiledere
    Kunstig intelligens i bildediagnostikk
    Felles plattform for velferdsteknologi
    Datadeling om kritisk informasjon
    Modernisering av folkeregisteroppslag
    Pakkeforløp hjem for kreft
    Selvbetjent reiseoppgjør
    Digital svangerskapsjournal
    Nettbasert mestringskurs
    Legemiddelgjennomgang med pasienten
    Tilgangsstyring for pårørende
    Sporing av medisinsk utstyr
    Mobil journal for ambulansepersonell
    Henvisning fra avtalespesialist
    Oppgavelister til hjemmesykepleien
    Avbestilling uten telefonkø
    E-resept for multidose
    Kvalitetsregister på ett sted
    Rehabilitering hjemme med sensor
    Åpne grensesnitt for leverandører
    Sømløs overgang fra barn til voksen
    Rutine for digital post til innsatte
    Sanntidsoversikt over ledige senger
    Responssenter for trygghetsalarmer
    Overføring av måledata til journal
    Digital hjerneslagvei
    Pilot med talegjenkjenning
    Kroniske sår – bilder fra hjemmet
    Forvaltningsmodell for felles kodeverk
    Innbyggertest av nye tjenester
    Digitale skjema i rusbehandling
    Nødnett neste generasjon
    Felles språk i dokumentasjonen
    Min diabetesoversikt
    Måling av brukertilfredshet
    Støtte til samvalg
    Automatisk frikort
    Døgnåpen veiledning for gravide
    Sykepleiesammenfatning på nett
    Dialog om legemiddelallergi
    Konsolidering av integrasjonsplattform
    Utfasing av telefaks
    Beslutningsstøtte ved sepsis
    Digital tannhelsejournal
    Fjernkonsultasjon fra legevaktbil
    Hjemmesykehus for barn
    Digitalt ungdomsrom
    """),
    Measure("Timevelger (tidligere Bookingmotor)", (), ("Bookingmotor",)),
    Measure("Behandlerkart (pilot)", ("pilot",)),
    Measure("Digital hjelpemiddelsøknad (DHS)", (), ("DHS",)),
    Measure("Informasjon etter poliklinisk besøk"),
    Measure("Logg over hvem som har sett på journalen min"),
    Measure("Deling av behandlings- og egenmestringsplan"),
    Measure("Samhandling om utskrivningsklare pasienter mellom sykehus og kommune"),
    Measure("Innføring av felles løsning for strukturert henvisning, trinn 1"),
    Measure("Innføring av felles løsning for strukturert henvisning, trinn 2"),
    Measure("Brukerråd 24/7"),
)

NN = (
    *_plain("""
    Digital heimeoppfølging for kronisk sjuke
    Felles ventelisteoversyn
    Eigenregistrering før konsultasjon
    Tilvising frå fastlege med vedlegg
    Rettleiing for pårørande
    Nettkurs om søvn og smerte
    Innbyggjarvarsel på mobil
    Bilete frå heimen ved sårstell
    Opne data om ventetider
    Trygg oppkopling for kommunane
    Kjernejournal i sjukeheimane
    Rekvirering av pasientreiser
    Samhandlingsarena for habilitering
    Legemiddelliste på eitt språk
    Digital utsending av innkallingar
    Skjema for fødeavdelingane
    Videomøte med tolk
    Sjølvbetent innsjekking
    Velferdsteknologi i små kommunar
    Tenesteutvikling saman med ungdom
    Røntgenbilete til tannhelsetenesta
    Varsling til heimetenesta ved utskriving
    Meistringsplan i psykisk helsevern
    Forvaltning av felles skjemabank
    Overgang til ny meldingsstandard
    Strålebehandling nær heimen
    Avklaring av samtykke for mindreårige
    Analyseplattform for kvalitetsdata
    Ambulansejournal på nett
    Felles opplæring for superbrukarar
    Prøvesvar rett til innbyggjaren
    Oversyn over behandlingshjelpemiddel
    Elektronisk bestilling av blodprøvar
    Måling av nytte etter innføring
    Digital fødselsførebuing
    Sikker tekstmelding til jordmor
    """),
    Measure("Heimedialyse (utprøving)", ("utprøving",)),
    Measure("Eigen behandlingsplan (EBP)", (), ("EBP",)),
)

EN = (
    *_plain("""
    Citizen consent service
    Remote monitoring for COPD
    Shared care plan viewer
    Online pre-assessment forms
    Imaging exchange across regions
    Patient-initiated rescheduling
    E-prescribing for dental clinics
    Virtual ward pilot
    Proxy access for parents
    Discharge summaries in plain language
    National terminology server
    Home-based rehabilitation sensors
    Laboratory results within 24 hours
    AI triage in radiology
    Medication list reconciliation
    Secure messaging with midwives
    Open API catalogue
    Digital waiting room
    Travel reimbursement self-service
    Genomics data platform
    Interpreter video hub
    Vaccination history for citizens
    Referral tracking
    Mental health self-help library
    Capacity dashboard for emergency care
    Structured nursing notes
    Data sharing with research registries
    Mobile ambulance record
    Digital maternity booklet
    Smart invitations for screening
    Legacy fax retirement
    Clinical decision support for sepsis
    Care team directory
    Single sign-on for municipalities
    Wearable data intake
    User testing panel
    """),
    Measure("Appointment finder (formerly SlotPicker)", (), ("SlotPicker",)),
    Measure("Patient-reported outcome measures (PROMs)", (), ("PROMs",)),
)

DA = _plain("""
    Digital henvisning til kommunen
    Hjemmemåling ved KOL
    Fælles medicinoverblik
    Videokonsultation i almen praksis
    Borgerens samlede aftaleoversigt
    Selvbetjent tidsbestilling
    Deling af billeder fra hjemmet
    Digital vandrejournal
    Fuldmagt til pårørende
    Overblik over laboratoriesvar
    Robot til indkaldelser
    Fælles servicedesk for telemedicin
    Ny platform for spørgeskemaer
    Åben adgang til sundhedsdata
    Genoptræning med app
    Støtte til fælles beslutningstagning
    Udfasning af fysiske breve
    Varsling ved ændret tid
""")

SV = _plain("""
    Digital remiss från primärvården
    Egenmonitorering vid hjärtsvikt
    Gemensam läkemedelslista i kommunen
    Ombokning via webben
    Ombud för vårdnadshavare
    Provsvar direkt till invånaren
    Bilddelning mellan regioner
    Formulär inför besök
    Chatt med barnmorska
    Vårdplan på mobilen
    Öppna gränssnitt för leverantörer
    Tolk på distans
    Avveckling av fax
    Säker inloggning för ungdomar
    Uppföljning av nytta
    Nationell kösökning
    Talstyrd dokumentation
    Stöd för egenvård
""")

POOLS: dict[str, tuple[Measure, ...]] = {"nb": NB, "nn": NN, "en": EN, "da": DA, "sv": SV}
