"""Makes small PDF files for tests: pages of drawing commands, in points from the lower left."""

import zlib
from pathlib import Path

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "ZapfDingbats"}


class Sheet:
    """One page in the making; `y` counts from the top."""

    def __init__(self, width: float = 960, height: float = 540, rotate: int = 0) -> None:
        self.width, self.height, self.rotate = width, height, rotate
        self.commands: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 12,
        *,
        bold: bool = False,
        colour: str = "0 0 0",
        matrix: str = "1 0 0 1",
        extra: str = "",
    ) -> "Sheet":
        raw = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if bold else "F1"
        place = f"{matrix} {x} {self.height - y} Tm"
        self.commands.append(
            f"BT /{font} {size} Tf {colour} rg {extra} {place} ({raw}) Tj ET {'0 Tr' if extra else ''}"
        )
        return self

    def box(self, x: float, y: float, w: float, h: float, fill: str = "", stroke: str = "") -> "Sheet":
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(fill), bool(stroke)]
        colours = (f"{fill} rg " if fill else "") + (f"{stroke} RG " if stroke else "")
        self.commands.append(f"q {colours}{x} {self.height - y - h} {w} {h} re {paint} Q")
        return self

    def path(self, points: list[tuple[float, float]], fill: str) -> "Sheet":
        (x, y), *rest = points
        way = f"{x} {self.height - y} m " + " ".join(f"{a} {self.height - b} l" for a, b in rest)
        self.commands.append(f"q {fill} rg {way} h f Q")
        return self

    def circle(self, x: float, y: float, r: float, fill: str) -> "Sheet":
        """Draw a filled circle around a point."""
        y, k = self.height - y, 0.5523 * r
        curves = [
            (x + r, y + k, x + k, y + r, x, y + r),
            (x - k, y + r, x - r, y + k, x - r, y),
            (x - r, y - k, x - k, y - r, x, y - r),
            (x + k, y - r, x + r, y - k, x + r, y),
        ]
        return self.raw(f"{fill} rg {x + r} {y} m " + " ".join(" ".join(map(str, c)) + " c" for c in curves) + " f")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        self.commands.append(f"q 0 0 0 RG 1 w {x0} {self.height - y0} m {x1} {self.height - y1} l S Q")
        return self

    def picture(self, x: float, y: float, w: float, h: float) -> "Sheet":
        self.commands.append(f"q {w} 0 0 {h} {x} {self.height - y - h} cm /Im Do Q")
        return self

    def raw(self, commands: str) -> "Sheet":
        self.commands.append(commands)
        return self


def make_pdf(path: Path, *sheets: Sheet, title: str = "", forms: str = "") -> Path:
    """Write the sheets to the path and return it. `forms` is the content of a form XObject named Fm."""
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body.encode("cp1252") if isinstance(body, str) else body)
        return len(objects)

    add("<< /Type /Catalog /Pages 2 0 R >>")
    add("")  # pages, written last
    fonts = " ".join(
        f"/{key} {add(f'<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>')} 0 R"
        for key, name in FONTS.items()
    )
    pixel = zlib.compress(b"\x80\x80\x80")
    image = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length " + str(len(pixel)).encode() + b" >>\nstream\n" + pixel + b"\nendstream"
    )
    body = forms.encode("cp1252")
    form = add(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Matrix [2 0 0 2 100 50] /Length "
        + str(len(body)).encode()
        + b" >>\nstream\n"
        + body
        + b"\nendstream"
    )
    pages = []
    for sheet in sheets:
        content = "\n".join(sheet.commands).encode("cp1252")
        stream = add(b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream")
        pages.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate}"
                f" /Resources << /Font << {fonts} >> /XObject << /Im {image} 0 R /Fm {form} 0 R >> >>"
                f" /Contents {stream} 0 R >>"
            )
        )
    kids = " ".join(f"{p} 0 R" for p in pages)
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    info = add(f"<< /Title ({title}) /CreationDate (D:20240516093000+02'00') >>")
    path.write_bytes(_file(objects, info))
    return path


def _file(objects: list[bytes], info: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
