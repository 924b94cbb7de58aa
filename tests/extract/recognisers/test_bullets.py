from dataclasses import replace

import pytest

from extract.claims import Draft
from extract.layout.reading import page_owner
from extract.recognisers.bullets import recognise_bullets
from tests.extract.recognisers.pages import bullets, deck, slide, table, text_at, title
from veikart.core.blocks import Block, BlockKind, Span
from veikart.core.geometry import Box
from veikart.core.problems import Code
from veikart.core.records import Field, Role

NAMES = ["Nettkurs for pårørende", "Sporing av senger", "Samtykke på mobil"]


def drafts(blocks: list[Block]) -> list[Draft]:
    page = slide(blocks)
    claim = recognise_bullets(page, deck(page))
    return claim.drafts if claim else []


def value(draft: Draft, name: Field) -> str:
    return "; ".join(s.value for s in draft.statements if s.field is name)


def test_lists_whose_items_end_in_a_status_behind_their_owner_are_measures() -> None:
    listed = bullets(["Selvbetjent uttrekk (FHI) – ikke startet", "Felles testpersoner (NHN) – i drift"], 0.1, 0.3)
    assert len(drafts([title("Nye behov siden sist"), text_at("Forvaltning", 0.1, 0.25), *listed])) == 2
    listed = bullets(["Møte med leverandør (utsatt) – tirsdag", "Lunsj (kantina) – mat"], 0.1, 0.3)
    assert not drafts([title("Dagen"), text_at("Forvaltning", 0.1, 0.25), *listed])


def test_a_list_under_a_plan_heading_is_measures_in_groups() -> None:
    blocks = bullets(NAMES[:2], 0.05, 0.25, heading="Mestring") + bullets(NAMES[2:], 0.55, 0.25, heading="Innbygger")
    found = drafts([title("Tiltak som krever bestilling"), *blocks])
    assert [(d.title, value(d, Field.GROUP)) for d in found] == [
        (NAMES[0], "Mestring"), (NAMES[1], "Mestring"), (NAMES[2], "Innbygger"),
    ]  # fmt: skip


def test_stickers_go_to_the_line_that_they_stand_beside() -> None:
    listed = bullets(NAMES, 0.05, 0.25)
    stickers = [
        text_at(name, 0.5, listed[line].box.y0, size=10, fill="#FFE699")  # type: ignore[union-attr]
        for name, line in (("Helse Vest", 0), ("KS", 2))
    ]
    found = drafts([title("Hvem vil bidra"), *listed, *stickers])
    assert [value(d, Field.OWNERS) for d in found] == ["HV", "", "KS"]


def test_a_sticker_between_two_lines_goes_to_neither_with_a_problem() -> None:
    listed = bullets(NAMES, 0.05, 0.25)
    between = (listed[0].box.middle[1] + listed[1].box.middle[1]) / 2  # type: ignore[union-attr]
    sticker = text_at("Helse Vest", 0.5, between - 0.011, size=10, fill="#FFE699")
    page = slide([title("Tiltaksliste"), *listed, sticker])
    claim = recognise_bullets(page, deck(page))
    assert claim is not None
    assert [value(d, Field.OWNERS) for d in claim.drafts] == ["", "", ""]
    assert [p.code for p in claim.problems] == [Code.OWNER_AMBIGUOUS]


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Agenda", ["Godkjenning av referat", "Status", "Eventuelt"]),
        ("Gevinster for innbyggerne", ["Kortere ventetid", "Mindre reising"]),
        ("Hvordan ble planen til?", ["Tre møter på skjerm", "Arbeidsmøter i regionene"]),
        ("Erfaringer", ["Brukerne er fornøyde med løsningen", "Opplæringen tok lengre tid enn planlagt"]),
        ("Deltakere", ["Kari Nordmann", "Ola Hansen"]),
        (
            "Veien videre",
            [
                "Innspill til referatet sendes innen 25. mars",
                "Arbeidsmøte om forskriften 22. april",
                "Neste produktråd: 10. juni",
                "Frist for saker til junimøtet: 27. mai",
            ],
        ),
        ("Våre prinsipper", ["Innbyggeren først", "Gjenbruk før nyutvikling"]),
        ("", ["Mer enn 300 000 brukere", "12 % økning"]),
    ],
)
def test_other_lists_are_no_measures(heading: str, items: list[str]) -> None:
    assert drafts(([title(heading)] if heading else []) + bullets(items, 0.1, 0.3)) == []


def test_items_that_a_table_lists_on_another_page_are_known() -> None:
    plan = slide([*table([["Tiltak", "År"], *[[name, "2026"] for name in NAMES]])], 1)
    unnamed = slide([title("Helse i sentrum", 2), *bullets([*NAMES[:2], "Nytt bildearkiv"], 0.1, 0.3, 2)], 2)
    assert recognise_bullets(unnamed, deck(unnamed)) is None
    claim = recognise_bullets(unnamed, deck(plan, unnamed))
    assert claim is not None
    assert [d.title for d in claim.drafts] == [*NAMES[:2], "Nytt bildearkiv"]


def test_proposals_and_sub_bullets() -> None:
    found = drafts(
        [title("Nye forslag"), *bullets(["Nettkurs for pårørende", "– Ansvarlig: KS", "– skal være gratis"], 0.1, 0.3)]
    )
    assert [(d.title, d.role, value(d, Field.OWNERS)) for d in found] == [
        ("Nettkurs for pårørende", Role.PROPOSAL, "KS")
    ]
    assert "gratis" in value(found[0], Field.DESCRIPTION)


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Veikart – Helse Vest", ["HV"]),
        ("Helse Nord", ["HN"]),
        ("Veikart – barn og unge", []),
        ("Helse Nord – veikart 2025–2027", ["HN"]),
        ("Oslo: veien videre", ["OSLO"]),
        ("Veikart Helse Nord", ["HN"]),
        ("Regionalt vegkart for Helse Vest 2026–2029", ["HV"]),
        ("Veikart for samarbeid med Helse Vest", []),
        ("Erfaringer fra Helse Vest", []),
    ],
)
def test_the_owner_that_a_slides_title_names(text: str, owners: list[str]) -> None:
    page = slide([title(text), *bullets(NAMES, 0.1, 0.3)])
    assert page_owner(page, deck(page))[0] == owners


def test_a_name_with_prose_behind_it_is_cut() -> None:
    items = ["Digital egenvurdering: pasienten skal svare på spørsmål før hun kommer til timen", "Felles opplæring"]
    found = drafts([title("Tiltaksliste"), *bullets(items, 0.1, 0.3)])
    assert [d.title for d in found] == ["Digital egenvurdering", "Felles opplæring"]
    assert value(found[0], Field.DESCRIPTION).startswith("pasienten")


def test_bullets_that_announce_others_are_groups() -> None:
    items = ["Tilgang:", "– Innsyn for foresatte", "– Tolk på nett", "Kvalitet:", "– Felles avvikssystem"]
    found = drafts([title("Veikart"), *bullets(items, 0.1, 0.3)])
    assert [(d.title, value(d, Field.GROUP)) for d in found] == [
        ("Innsyn for foresatte", "Tilgang"), ("Tolk på nett", "Tilgang"), ("Felles avvikssystem", "Kvalitet"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Coming soon", ["Shared calendar for clinics", "Offline mode", "Faster search"]),
        ("Planer for 2027", ["Felles kalender", "Raskere søk i arkivet"]),
        ("Goals", ["Upgrade the archive", "Improve the search", "Publish the handbook."]),
        ("Next steps (3 months)", ["Integrate the calendar", "Update the handbook", "Add tests"]),
        ("Veien videre", ["Pilot i kommunene", "Endelig publisering", "Felles register"]),
        ("Arkivet – videre plan", ["Flere sider", "Enklere søk", "Nye lesere"]),
        ("Arkivet: hva skjer videre?", ["Flere sider", "Enklere søk"]),
        ("The archive: what's next", ["More pages", "A simpler search"]),
        ("Nästa steg", ["Fler sidor", "Enklare sökning"]),
        ("Up next: initiatives", ["NCS Diversity Programme", "Science Fair Discovery"]),
    ],
)
def test_a_list_under_a_heading_that_looks_ahead_is_measures(heading: str, items: list[str]) -> None:
    found = drafts([title(heading), *bullets(items, 0.1, 0.3)])
    assert [d.title for d in found] == items


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Goals", ["Happy users", "A healthy community"]),
        ("Next steps", ["Does the report reach everybody?", "We have no list of members, and nobody keeps one."]),
        ("Lærdommer", ["Pilot på to avdelinger", "Felles opplæring", "Kort vei til leverandør"]),
        ("Kommende møter", ["Oppstart i styringsgruppen", "Samling for superbrukere"]),
    ],
)
def test_aims_minutes_and_meetings_are_none(heading: str, items: list[str]) -> None:
    assert drafts([title(heading), *bullets(items, 0.1, 0.3)]) == []


def test_bullets_over_dated_bullets_are_groups() -> None:
    listed = bullets(["Extensions", "Add the calendar (Q3 2026)", "Add the archive (Q4 2026)"], 0.1, 0.3)
    nested = [listed[0], *(replace(b, level=1) for b in listed[1:])]
    found = drafts([title("Roadmap"), *nested])
    assert [d.title for d in found] == ["Add the calendar (Q3 2026)", "Add the archive (Q4 2026)"]


def test_a_bullet_with_a_colon_over_sentences_is_a_title() -> None:
    listed = bullets(["Handbook complete:", "All chapters are reviewed.", "Printed copies exist."], 0.1, 0.3)
    nested = [listed[0], *(replace(b, level=1) for b in listed[1:])]
    assert [d.title.rstrip(":") for d in drafts([title("Milestones"), *nested])] == ["Handbook complete"]


def test_lines_that_begin_with_their_period_are_measures_of_it() -> None:
    listed = ["Mars 2026: Felles kalender", "Juni 2026: Nytt arkiv", "Q4 2026: Raskere søk"]
    found = drafts([title("Dette kommer"), *bullets(listed, 0.1, 0.3)])
    assert [(d.title, value(d, Field.PERIOD_START)) for d in found] == [
        ("Felles kalender", "2026-03-01"), ("Nytt arkiv", "2026-06-01"), ("Raskere søk", "2026-10-01"),
    ]  # fmt: skip


def test_a_history_in_years_is_none() -> None:
    listed = ["2017: Founded in Bergen", "2019: First release", "2021: Joined the foundation"]
    assert drafts([title("History"), *bullets(listed, 0.1, 0.3)]) == []


def test_full_stops_are_style_where_all_items_of_a_plan_have_them() -> None:
    listed = ["Felles kalender for alle avdelingene i byen.", "Nytt arkiv med søk i gamle protokoller.", "Ny forside."]
    assert len(drafts([title("Veikart"), *bullets(listed, 0.1, 0.3)])) == len(listed)


def test_bold_bullets_that_say_what_is_to_be_done_are_no_groups() -> None:
    listed = bullets(["Build the archive", "Shelves and boxes", "Launch the search", "Old volumes first"], 0.1, 0.3)
    nested = [replace(b, bold=True) if n % 2 == 0 else replace(b, level=1) for n, b in enumerate(listed)]
    assert [d.title for d in drafts([title("Plans"), *nested])] == ["Build the archive", "Launch the search"]


def test_bold_bullets_on_a_slide_about_needs_are_needs_of_what_stands_under_them() -> None:
    listed = bullets(
        ["Tryggere hjemreise", "– Telefonvakt", "– Medisinplan på ett ark", "Finne fram", "– Kart i app"], 0.05, 0.25
    )
    listed = [replace(b, bold=b.level == 0) for b in listed]
    found = drafts([title("Behov fra brukerutvalget"), *listed])
    assert [(d.title, d.role, d.parent.title if d.parent else "") for d in found] == [
        ("Tryggere hjemreise", Role.NEED, ""),
        ("Telefonvakt", Role.MEASURE, "Tryggere hjemreise"),
        ("Medisinplan på ett ark", Role.MEASURE, "Tryggere hjemreise"),
        ("Finne fram", Role.NEED, ""),
        ("Kart i app", Role.MEASURE, "Finne fram"),
    ]


def test_a_sticker_goes_to_the_clearly_nearer_of_two_close_lines() -> None:
    listed = bullets(NAMES, 0.05, 0.25)
    sticker = text_at("Helse Vest", 0.5, 0.285 + 0.3 * 0.04, size=12, fill="#FFE699")
    found = drafts([title("Tiltak"), *listed, sticker])
    assert [value(d, Field.OWNERS) for d in found] == ["", "HV", ""]


def test_loose_bullets_in_boxes_of_their_own_are_one_list() -> None:
    listed = [replace(b, container="") for b in bullets(NAMES, 0.05, 0.25)]
    spread = [
        replace(b, box=b.box and Box(b.box.x0, 0.2 + 0.13 * i, b.box.x1, 0.23 + 0.13 * i)) for i, b in enumerate(listed)
    ]
    assert [d.title for d in drafts([title("Tiltak vi trenger"), *spread])] == NAMES


def test_a_sticker_behind_a_label_of_owners_under_a_list_owns_all_its_items() -> None:
    listed = bullets(NAMES, 0.05, 0.25)
    label, sticker = (
        text_at("Ansvarlig kommune:", 0.06, 0.45),
        text_at("Rana kommune", 0.22, 0.45, size=12, fill="#FFE699"),
    )
    found = drafts([title("Tiltak"), *listed, label, sticker])
    assert [(d.title, value(d, Field.OWNERS)) for d in found] == [(name, "Rana kommune") for name in NAMES]


def shared_out(heading: str, *names: str) -> list[Draft]:
    blocks = [title(heading)]
    for i, name in enumerate(names):
        x = 0.05 + i * 0.3
        circle = Box(x, 0.17, x + 0.12, 0.38)
        blocks.append(
            replace(text_at(name, x + 0.02, 0.26, container=f"c{i}"), frame=circle, fill="#0B3C5D", bold=True)
        )
        blocks += bullets([f"Testdata {i} for regionen", f"Samordnet opplæringsplan {i}"], x, 0.42)
    page = slide(blocks)
    claim = recognise_bullets(page, replace(deck(page), issuer="Medisyst AS"))
    return claim.drafts if claim else []


def test_lists_under_organisations_are_what_each_takes_on_where_the_page_looks_ahead() -> None:
    found = shared_out("Neste steg: hvem tar hva?", "Medisyst", "Helse Vest", "NHN")
    assert [value(d, Field.OWNERS) for d in found] == ["Medisyst", "Medisyst", "HV", "HV", "NHN", "NHN"]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Neste steg: hvem tar hva?", ("Økonomi", "Personell", "Teknologi")),
        ("Hvem er vi?", ("Helse Nord", "Helse Vest", "NHN")),
        ("Hvem gjør hva i forvaltningen?", ("Helse Nord", "Helse Vest", "NHN")),
    ],
    ids=["no organisations", "who we are", "roles"],
)
def test_other_lists_in_columns_are_not_shared_out(heading: str, names: tuple[str, ...]) -> None:
    assert not shared_out(heading, *names)


@pytest.mark.parametrize(("heading", "count"), [("Sykehus", 2), ("Ansvarlig", 0)])
def test_a_kind_of_bodies_over_a_list_is_its_group(heading: str, count: int) -> None:
    found = drafts([title("Veikart 2026"), *bullets(["Felles kalender", "Digital dialog"], 0.1, 0.3, heading=heading)])
    assert [value(d, Field.GROUP) for d in found] == [heading] * count


def test_slides_that_count_stages_list_what_each_of_them_does() -> None:
    works = [["Søk -> finner bøker med feil i navnet også", "Nye hyller", "Bedre lås"], ["Flere bord", "Nye lamper"]]
    heads = ["Sprint 1 – lageret", "Sprint nr. 2 – salen"]
    pages = [
        slide([title(head, number), *bullets(items, 0.1, 0.3, number)], number)
        for number, (head, items) in enumerate(zip(heads, works, strict=True), start=1)
    ]
    claims = [recognise_bullets(page, deck(*pages)) for page in pages]
    assert [[d.title for d in claim.drafts] for claim in claims if claim] == [
        ["Søk", "Nye hyller", "Bedre lås"], ["Flere bord", "Nye lamper"],
    ]  # fmt: skip
    assert recognise_bullets(pages[1], deck(pages[1])) is None


def test_headings_at_the_left_of_several_lists_name_their_groups() -> None:
    rows = [("Medvirkning", NAMES[:2], 0.25), ("Datadeling", [*NAMES[2:], "Felles kodeverk"], 0.5)]
    blocks = [title("Sentrale tiltak")]
    for area, names, y in rows:
        blocks += [replace(text_at(area, 0.05, y + 0.02), bold=True, size=17.0), *bullets(names, 0.4 + y / 10, y)]
    found = drafts(blocks)
    assert [value(d, Field.GROUP) for d in found] == ["Medvirkning"] * 2 + ["Datadeling"] * 2
    alone = drafts([title("Sentrale tiltak"), blocks[1], *bullets(NAMES, 0.4, 0.25)])
    assert [value(d, Field.GROUP) for d in alone] == [""] * 3


def test_a_badge_in_bold_is_no_name() -> None:
    badged = bullets(["NY! Samtalestøtte med kunstig intelligens", *NAMES], 0.1, 0.3)
    badged[0] = replace(badged[0], spans=(Span("NY!", bold=True), Span(" Samtalestøtte med kunstig intelligens")))
    assert drafts([title("Tiltak"), *badged])[0].title == "Samtalestøtte med kunstig intelligens"


@pytest.mark.parametrize(
    ("heading", "start"),
    [
        ("Pakke A – våren 2027", "2027-01-01"),
        ("Next (2028 →)", "2028-01-01"),
        ("Pakke A", ""),
        ("2027 Digitalt først", "2027-01-01"),
    ],
)
def test_a_heading_of_few_words_tells_the_period_behind_it(heading: str, start: str) -> None:
    found = drafts([title("Tiltak"), *bullets(NAMES, 0.1, 0.3, heading=heading)])
    assert {value(d, Field.PERIOD_START) for d in found} == {start}


@pytest.mark.parametrize(("title_text", "count"), [("Tre grep må prioriteres", 3), ("Fire grep må prioriteres", 0)])
def test_a_title_that_counts_what_stands_below_announces_it(title_text: str, count: int) -> None:
    listed = bullets([f"{name}: raskere svar til alle som venter" for name in NAMES], 0.1, 0.3)
    assert len(drafts([title(title_text), *listed])) == count


def test_lists_on_the_steps_of_a_staircase_are_of_the_steps_years() -> None:
    blocks = [title("Trappen mot 2028")]
    for i, name in enumerate(NAMES):
        x, top = 0.1 + i * 0.28, 0.6 - i * 0.15
        blocks += bullets([name, f"{name} for barn"], x, top - 0.09)
        step = text_at(f"{2026 + i} Trinn {'ABC'[i]}", x, top + 0.02, fill="#5B2A86", container=f"p1/step{i}")
        blocks.append(replace(step, frame=Box(x, top, x + 0.28, 0.95)))
    found = drafts(blocks)
    assert [(d.title, value(d, Field.PERIOD_START)) for d in found] == [
        (title_text, f"{2026 + i}-01-01") for i, name in enumerate(NAMES) for title_text in (name, f"{name} for barn")
    ]


def test_an_owner_in_parentheses_makes_a_name_of_what_reads_like_a_sentence() -> None:
    listed = bullets(["Vise hvem som har lest journalen min (HSØ)", "Bytte av behandlingssted (HN)"], 0.1, 0.3)
    assert len(drafts([title("Innmeldte behov"), *listed])) == 2


def test_a_heading_of_proposals_counts_more_than_a_title_that_asks() -> None:
    listed = bullets(NAMES, 0.1, 0.3, heading="Forslag til felles løft")
    assert len(drafts([title("Hva kan vi gjøre sammen?"), *listed])) == len(NAMES)


@pytest.mark.parametrize(("key", "statuses"), [(True, ["in_operation", "ongoing", "not_started"]), (False, [])])
def test_signs_before_items_tell_statuses_through_the_key(statuses: list[str], *, key: bool) -> None:
    listed = [replace(b, marker=sign) for b, sign in zip(bullets(NAMES, 0.1, 0.3), "●◐○", strict=True)]
    told = text_at("i drift   ◐ pågår   ○ ikke startet", 0.1, 0.9, kind=BlockKind.BULLET, marker="●")
    found = drafts([title("HelsaMi og tilgrensende tjenester"), *listed, *([told] if key else [])])
    assert [value(d, Field.STATUS) for d in found] == statuses


def test_a_need_over_the_list_of_its_measures_is_their_parent() -> None:
    above = [
        text_at("Overordnet behov", 0.1, 0.2, fill="#00685E", container="p1/a"),
        text_at("Mindre dobbeltføring", 0.1, 0.25, container="p1/b", bold=True),
        text_at("Tilhørende tiltak", 0.1, 0.3, fill="#00685E", container="p1/c"),
    ]
    found = drafts([title("Behov fra kommunene"), *above, *bullets(NAMES, 0.1, 0.35)])
    assert [(d.title, d.role) for d in found][:2] == [("Mindre dobbeltføring", Role.NEED), (NAMES[0], Role.MEASURE)]
    assert {d.parent.title for d in found[1:] if d.parent} == {"Mindre dobbeltføring"}


WORK = ["Define the roles", "Create the tests", "Add new cases", "Performance"]


@pytest.mark.parametrize(("slides", "count"), [(3, 4), (2, 0)])
def test_slide_after_slide_of_work_is_a_plan_whatever_the_titles(slides: int, count: int) -> None:
    pages = [slide([title(f"Discipline {n}", n), *bullets(WORK, 0.1, 0.3, n)], n) for n in range(1, slides + 1)]
    claim = recognise_bullets(pages[0], deck(*pages))
    assert len(claim.drafts if claim else []) == count


@pytest.mark.parametrize(("heading", "count"), [("Dette gjør vi sammen", 3), ("Dette er vi", 0)])
def test_a_heading_that_says_what_is_done_counts_more_than_a_title_that_asks(heading: str, count: int) -> None:
    listed = bullets(NAMES, 0.1, 0.3, heading=heading)
    assert len(drafts([title("Hva gjør vi sammen?"), *listed])) == count


def test_what_users_wish_for_are_proposals() -> None:
    found = drafts([title("Det vi ønsker oss mest"), *bullets(NAMES, 0.1, 0.3)])
    assert [d.role for d in found] == [Role.PROPOSAL] * len(NAMES)


def test_a_box_at_the_left_heads_the_list_though_it_tells_who_leads() -> None:
    blocks = [title("Delprosjektene – hva skjer nå?")]
    for row, (name, items) in enumerate(
        (("Data", ["Slette doble numre", "Ny katalog"]), ("Søk", ["Raskt søk", "Ny app"]))
    ):
        box = f"p1/box{row}"
        y = 0.2 + 0.3 * row
        blocks += [text_at(f"Delprosjekt {name}", 0.04, y, bold=True, container=box),
                   text_at("Leder: Kari Moen", 0.04, y + 0.04, bold=True, container=box)]  # fmt: skip
        blocks += [replace(b, id=f"{b.id}r{row}", container=f"p1/list{row}") for b in bullets(items, 0.4, y)]
    page = slide(blocks)
    claim = recognise_bullets(page, deck(page))
    assert claim is not None
    groups = {d.title: [s.value for s in d.statements if s.field is Field.GROUP] for d in claim.drafts}
    assert groups["Slette doble numre"] == ["Delprosjekt Data"]
    assert groups["Ny app"] == ["Delprosjekt Søk"]


def test_bold_items_of_which_few_have_text_below_them_are_no_headings() -> None:
    texts = ["Prøve ut avtalebok", "– To uker med skygge", "Kjøpe kortlesere", "Teste meldinger", "Ny rutine for vakt"]
    listed = [replace(b, bold=b.level == 0) for b in bullets(texts, 0.05, 0.3)]
    found = drafts([title("Planlagte tiltak"), *listed])
    assert [d.title for d in found] == [text for text in texts if not text.startswith("–")]
    assert value(found[0], Field.DESCRIPTION) == "To uker med skygge"


@pytest.mark.parametrize(("behind", "count"), [("{} røyster", 3), ("{} votes", 3), ("{} minutter", 0)])
def test_lists_with_votes_behind_each_name_are_measures(behind: str, count: int) -> None:
    names = [f"{name} {behind.format(9 - n)}" for n, name in enumerate(NAMES)]
    found = drafts([title("Dette valgte vi i haust"), *bullets(names, 0.05, 0.3)])
    assert [d.title for d in found] == NAMES[:count]
    assert [value(d, Field.DESCRIPTION) for d in found] == [behind.format(9 - n) for n in range(count)]


def test_a_parenthesis_behind_a_bold_name_is_read_with_it() -> None:
    listed = [
        replace(b, text=f"{b.text} (Helse Nord IKT)", spans=(Span(b.text, bold=True), Span(" (Helse Nord IKT)")))
        for b in bullets(NAMES, 0.05, 0.3)
    ]
    assert [d.title for d in drafts([title("Tiltak"), *listed])] == [f"{name} (Helse Nord IKT)" for name in NAMES]


def test_a_few_words_behind_bold_names_tell_whose_and_when() -> None:
    behind = ("NHN, oppstart 2026", "KS, 2026–2028", "Alle får bruke den når de vil, også på mobil og nettbrett")
    listed = [
        replace(b, text=f"{b.text} – {text}", spans=(Span(b.text, bold=True), Span(f" – {text}")))
        for b, text in zip(bullets(NAMES, 0.05, 0.3), behind, strict=True)
    ]
    found = drafts([title("Nye tiltak"), *listed])
    assert [d.title for d in found] == NAMES
    assert [value(d, Field.OWNERS) for d in found] == ["NHN", "KS", ""]
    assert [value(d, Field.PERIOD_START)[:4] for d in found] == ["2026", "2026", ""]


def test_bullets_with_labelled_facts_below_them_are_measures() -> None:
    items = []
    for name in NAMES:
        items += [name, "– Ansvar: NHN", "– Tid: 2026–2027"]
    found = drafts([title("Hva gjør vi?"), *bullets(items, 0.1, 0.2)])
    assert [d.title for d in found] == NAMES
    assert {(value(d, Field.OWNERS), value(d, Field.PERIOD_END)) for d in found} == {("NHN", "2027-12-31")}


def test_undertakings_in_small_letters_hang_under_their_period() -> None:
    items = ["Høst 2026", "– forberede ny timebok", "– publisere data", "Vår 2027", "– starte analyse av modulene"]
    found = drafts([title("Neste steg for timeboka"), *bullets(items, 0.1, 0.2)])
    assert [(d.title, value(d, Field.PERIOD_START)[:7]) for d in found] == [
        ("forberede ny timebok", "2026-07"),
        ("publisere data", "2026-07"),
        ("starte analyse av modulene", "2027-01"),
    ]
