"""The words around a place, as evidence."""

_STOPS = "。！？；\n"


def sentence_around(text: str, start: int, end: int, *, reach: int = 40) -> str:
    """Return the sentence that holds text[start:end], cut to `reach` characters on either side."""
    left = max(start - reach, max(text.rfind(stop, 0, start) for stop in _STOPS) + 1, 0)
    stops = [at for stop in _STOPS if (at := text.find(stop, end)) >= 0]
    right = min([end + reach, len(text), *(at + 1 for at in stops)])
    return " ".join(text[left:right].split())
