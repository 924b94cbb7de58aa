"""Who only helps beside the owner of a measure: "NHN i samarbeid med KS", "Stryn, støtta av Statsforvaltaren"."""

import re

_PARTNERS = re.compile(
    r"[\s,;(]+(?:"
    r"(?:i|in)\s+(?:nært\s+|tett\s+|close\s+)?(?:samarbeid|samråd|samspill|samspel|dialog|samarbete|samarbejde|"
    r"cooperation|collaboration|partnership)\s+(?:med|with)"
    r"|(?:sammen|saman|tillsammans|together)\s+(?:med|with)"
    r"|(?:med|with)\s+(?:støtte|bistand|bidrag|support|stöd)\s+(?:fra|frå|from|från|av)"
    r"|(?:støttet|støtta|støttes|stöttas|finansiert|finansieres|bistått|supported|funded|assisted)\s+(?:av|by)"
    r"|(?<=[,;] )(?:med|with)"
    r")\b.*"
    r"|[,;]\s[^,;]*\s(?:bistår|bidrar|bidreg|hjelper|hjelper til|støtter|støttar|assists|supports|contributes)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def without_partners(text: str) -> str:
    """Return a text about owners without those who only help; the text itself where nobody else is named."""
    return _PARTNERS.sub("", text) or text
