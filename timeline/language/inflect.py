"""Verb forms that a headline needs, out of a lemma."""

from __future__ import annotations

_IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
# Lemmas that the parser gets wrong: "raging" is not of "rag".
_MISREAD = {"rag": "rage", "wag": "wage", "stag": "stage"}
_VOWELS = "aeiou"
# Two syllables or more and stressed on the last: the final consonant doubles before -ing.
_DOUBLED = frozenset(
    "admit begin commit compel control deter expel occur omit patrol permit propel rebel recur refer regret repel "
    "submit transfer transmit upset".split()
)


def present(lemma: str, *, plural: bool = False) -> str:
    """The headline present.

    >>> [present(lemma) for lemma in ("pause", "launch", "deny", "stay", "have")]
    ['pauses', 'launches', 'denies', 'stays', 'has']
    >>> present("deny", plural=True)
    'deny'
    """
    lemma = _MISREAD.get(lemma, lemma)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][plural]
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def many(noun: str) -> str:
    """The plural of a noun for persons.

    >>> [many(noun) for noun in ("rebel", "gunman", "paramilitary")]
    ['rebels', 'gunmen', 'paramilitaries']
    """
    return noun[:-3] + "men" if noun.endswith("man") else present(noun, plural=False)


def gerund(lemma: str) -> str:
    """The -ing form.

    >>> [gerund(lemma) for lemma in ("strike", "hit", "attack", "die", "agree", "visit", "begin")]
    ['striking', 'hitting', 'attacking', 'dying', 'agreeing', 'visiting', 'beginning']
    """
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if lemma in _DOUBLED or _doubles(lemma):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def _doubles(lemma: str) -> bool:
    """One syllable that ends in one vowel and one consonant: "hit", "ban", "stop"."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in lemma) == 1


def past(lemma: str) -> str:
    """The regular past.

    >>> [past(lemma) for lemma in ("strike", "stop", "deny", "attack", "visit")]
    ['striked', 'stopped', 'denied', 'attacked', 'visited']
    """
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in _DOUBLED or _doubles(lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"
