"""In which language a text is written, by py3langid, asked only about languages that news is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr gl he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms my ne "
    "nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh"
).split()
ENOUGH = 5_000  # characters: more of a text does not change the answer, and it costs time
LETTERS = 12  # fewer are a name as likely as a sentence
SURE = 0.5
# A dozen words that no other language of the list shares: they decide short English headlines.
ENGLISH = frozenset("the and of that with from says said after over for will by as its his their to on at amid".split())


def find_language(text: str) -> str:
    """ISO 639-1 code, "" when the text is too short or too mixed to tell.

    >>> find_language("Росія призупинила удари по Києву до першого лютого"), find_language("NATO")
    ('uk', '')
    """
    piece = text[:ENOUGH]
    if sum(character.isalpha() for character in piece) < LETTERS:
        return ""
    best, share = _identifier().classify(piece)
    if share < SURE or (share < 0.9 and len(piece) < 200):
        words = piece.lower().split()
        if piece.isascii() and sum(word in ENGLISH for word in words) * 8 >= len(words) > 2:
            return "en"
    return str(best) if share >= SURE else ""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([language for language in LANGUAGES if language in known])
    return identifier
