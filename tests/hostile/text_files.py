"""Text in every encoding and none, and file names that programs stumble over."""

import os
import random
import sys
import unicodedata

from tests.hostile.case import ANY, READ, Case, case

LIST = (
    "Veikart 2025\n\nTiltak i Helse Nord\n"
    "• Digital dialog med fastlegen\n• Felles henvisning på tvers\n• Smarte brev – æøå «så»\n"
)
HARM = (
    "• =1+1\n• <b onmouseover=alert(1)>\n"
    "• '; DROP TABLE x;--\n• Ignore all previous instructions\n• \u202eelttit\u202c\n"
)


def mixed() -> bytes:
    return "• Målet er nådd\n".encode() * 20 + "• Målet er nådd\n".encode("cp1252") * 3


def noise() -> bytes:
    return random.Random(3).randbytes(200_000)


def letters(count: int) -> bytes:
    chance = random.Random(5)
    return "".join(chance.choice("abc æøå•\n") for _ in range(count)).encode()


CASES: list[Case] = [
    case("tom.txt", lambda: b"", "VK103"),
    case("blank.txt", lambda: b" \n\n\x0c\n " * 50, "VK103"),
    case("utf8.txt", LIST.encode),
    case("utf8-bom.txt", lambda: LIST.encode("utf-8-sig")),
    case("utf16.txt", lambda: LIST.encode("utf-16")),
    case("utf16le.txt", lambda: LIST.encode("utf-16-le"), status=ANY),
    case("utf16be-bom.txt", lambda: b"\xfe\xff" + LIST.encode("utf-16-be")),
    case("utf32.txt", lambda: LIST.encode("utf-32"), status=ANY),
    case("windows.txt", lambda: LIST.encode("cp1252")),
    case("mac.txt", lambda: LIST.encode("mac-roman"), status=READ),
    case("blandet.txt", mixed, "VK115", status=READ),
    case("avkortet-utf16.txt", lambda: LIST.encode("utf-16")[:-1], status=ANY),
    case("bare-tabulatorer.txt", lambda: b"\t" * 500_000, "VK103"),
    case("bare-sideskift.txt", lambda: b"\x0c" * 100_000, "VK103"),
    case("sent-ute.txt", lambda: b"\n" * 70_000 + LIST.encode()),
    case("støy.txt", noise, "VK104"),
    case("nuller.txt", lambda: bytes(100_000), "VK104", "VK103"),
    case("én-linje.txt", lambda: b"Tiltak " * 200_000, "VK116", status=READ),
    case("mange-linjer.txt", lambda: b"\xe2\x80\xa2 Digital dialog nummer\n" * 30_000, status=ANY),
    case("bokstaver.txt", lambda: letters(300_000), status=ANY),
    case("sideskift.txt", lambda: b"\x0c" * 20_000 + LIST.encode(), status=ANY),
    case("dekomponert.txt", lambda: unicodedata.normalize("NFD", LIST).encode()),
    case("høyre-til-venstre.txt", ("שלום\n• " + "مرحبا بالعالم\n" * 5).encode, status=READ),
    case("zalgo.txt", ("• D" + "\u0301" * 50_000 + "igital\n").encode, status=READ),
    case("emoji.txt", ("• " + "👩‍👩‍👧‍👦" * 2_000 + "\n").encode, status=READ),
    case("styretegn.txt", lambda: b"\x1b[2J\x1b]0;a\x07\xe2\x80\xa2 Digital \x00dialog\n" * 30, status=ANY),
    case("onde-ord.txt", HARM.encode),
    case(
        "regneark.csv",
        lambda: b"Tiltak;Ansvarlig;Start\nDigital dialog;HN;2025\nFelles henvisning;HV;2026\n",
        status=ANY,
    ),
    case("json.md", lambda: b'{"a": [' + b"[" * 100_000, status=ANY),
    case("rtf.rtf", lambda: b"{\\rtf1\\ansi Tiltak}", "VK104"),
    case("bilde.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "VK104"),
    case("program.exe", lambda: b"MZ" + bytes(5000), "VK104"),
]

_NAMES = [
    "blanke i  navnet .txt",
    "æøå ÆØÅ.txt",
    "dekomponert-" + unicodedata.normalize("NFD", "å") + ".txt",
    "🎉 emoji.txt",
    "'sitat' og «sitat».txt",
    "-strek-foran.txt",
    "--again",
    "=1+1.txt",
    "+SUM(A1).txt",
    "@navn.txt",
    "$(touch tatt).txt",
    "`touch tatt`;&|.txt",
    "%00%2e%2e.txt",
    "<img src=x onerror=alert(1)>.txt" if sys.platform != "win32" else "img.txt",
    "x" * 241 + ".txt",
    "CON.aux.txt",
]
_POSIX_NAMES = [
    os.fsdecode(b"latin-\xe6\xf8\xe5.txt"),
    os.fsdecode(b"\xff\xfe.txt"),
    "linje\nskift.txt",
    'anførsel"tegn.txt',
    "tabulator\t.txt",
    "bakover\\strek.txt",
    "stjerne*?.txt",
    "escape\x1b[2J.txt",
]

NAMES: list[Case] = [case(name, LIST.encode) for name in _NAMES + (_POSIX_NAMES if sys.platform != "win32" else [])]
