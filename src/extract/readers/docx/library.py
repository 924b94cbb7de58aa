"""python-docx opens the package and parses its parts; what it refuses is read part by part instead.

python-docx gives up on a whole file for one damaged relationship or an unknown content type, and holds every picture in
memory. So its answer is used where it has one, for files of an ordinary size, and never needed.
"""

from lxml import etree

from extract.readers.opc import Package

_LARGEST = 64 * 2**20  # unpacked bytes up to which the package is also held in memory


def parsed_parts(package: Package) -> dict[str, etree._Element]:
    """Return the roots of the parts that python-docx parsed, by name; none where it cannot open the package."""
    if package.unpacked_size > _LARGEST:
        return {}
    from docx.opc.part import XmlPart
    from docx.package import Package as WordPackage

    try:
        opened = WordPackage.open(package.plain_copy())
        parts = [part for part in opened.iter_parts() if isinstance(part, XmlPart)]
    except Exception:  # it raises whatever a damaged package makes it stumble over
        return {}
    return {str(part.partname).lstrip("/"): part.element for part in parts}
