"""What a page's Content-Security-Policy says, as far as it changes what its visitors' browsers load."""

from crawler.extract.tree import ParsedPage

_UPGRADE = "upgrade-insecure-requests"


def upgrades_insecure(doc: ParsedPage, header: str | None) -> bool:
    """True where browsers load over https whatever the page names with http.

    `header` is the answer's Content-Security-Policy; a page may also state one in a meta tag.
    """
    if header and _UPGRADE in header.lower():
        return True
    if _UPGRADE not in doc.html:
        return False
    return any(
        (meta.get("http-equiv") or "").lower() == "content-security-policy" and _UPGRADE in (meta.get("content") or "")
        for meta in doc.root.iter("meta")
    )
