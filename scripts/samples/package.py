"""Office packages with the same bytes every time."""

import io
import zipfile
from datetime import datetime

MADE = datetime(2025, 11, 3, 9, 0, 0)
_STAMP = (2025, 11, 3, 9, 0, 0)


def repack(data: bytes) -> bytes:
    """Return the package with fixed times on its parts, in the order it has."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            fixed = zipfile.ZipInfo(info.filename, _STAMP)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, source.read(info.filename))
    return out.getvalue()
