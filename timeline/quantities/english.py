"""Numbers as English news writes them: figures, words, vague counts, ranges and bounds. Text alone, no syntax."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.record import record

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * k for k, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
# The least that a careful reader takes each to mean; "several" is more than two (Merriam-Webster).
VAGUE = {
    "couple": 2.0,
    "few": 3.0,
    "several": 3.0,
    "handful": 3.0,
    "multiple": 3.0,
    "numerous": 3.0,
    "tens": 20.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
PLURAL_SCALES = {"hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}
AFTER_A = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen", "couple", "handful", "few"})
FRACTIONS = frozenset("half halves third thirds quarter quarters fourth fourths fifth fifths tenth tenths".split())
STARTERS = frozenset(ONES) | frozenset(TENS) | frozenset(VAGUE) | {"a", "an", "half", "dozen", "hundred", "thousand"}
LONGEST = 14  # pieces a number may have

_PIECE = re.compile(
    r"(?P<gap>[ \n]?)(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)|\d+(?:\.\d+)?)|(?P<word>[A-Za-z]+)|(?P<dash>[-–]))"
)
_BOUND_BEFORE = re.compile(
    r"(?:^|[\s(\"'–—;:,-])(?P<words>"
    r"(?P<low>at least|not less than|no fewer than|no less than|a minimum of|upwards? of|as few as|least)|"
    r"(?P<above>(?:far |well |slightly |much )?(?:more|greater|higher|larger) than|over|above|exceeding|surpassing|topping)|"
    r"(?P<high>up to|as many as|as much as|as high as|at most|not more than|no more than|a maximum of|"
    r"(?:fewer|less|lower) than|under|below)|"
    r"(?P<about>about|around|some|approximately|approx\.?|roughly|nearly|almost|close to|an estimated|estimated|circa|"
    r"just over|just under)"
    r")\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?P<minus>-|minus )?$", re.IGNORECASE)
_AND = re.compile(r"(?:%| percent| per cent)? and (?P<minus>-|minus )?")
_CURRENCY = re.compile(r"(?:US|A|C)?[$€£]")
# "from 10 to 20" and "rose 10 to 20" are two values, before and after.
_CHANGE = re.compile(
    r"\b(?:from|rose|risen|rising|fell|fallen|falling|dropped|drop|climbed|gained|lost|jumped|slipped|up|down|by|increased|"
    r"decreased|cut|added|shed)\s+(?:by |about |around |some |nearly |roughly )?(?:US)?[$€£]?$",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:\b(?:minus|negative) |(?<![\w)\]-])-)$", re.IGNORECASE)
_AFTER = re.compile(r" (?:or (?P<low>more|above|higher)|or (?P<high>less|fewer|under)|(?P<about>or so))\b|\+|-plus\b")
_WINDOW = 32


@record
class Number:
    """`[start, end)` with its bounds and sign; `core` is where the figure itself begins; `low` and `high` are None for
    an open side. `rule` keeps "more than 30", which is 31 at least, apart from "at least 30"."""

    start: int
    core: int
    end: int
    low: float | None
    high: float | None
    rule: str
    negative: bool = False


def read_number(text: str, at: int) -> Number | None:
    """The number that begins at `at`, with its range, bounds and sign; None when there is none.

    >>> read_number("lasted at least two dozen days", 16).low
    24.0
    """
    plain = _read_plain(text, at)
    if plain is None:
        return None
    return _bounded(text, _ranged(text, plain))


def _read_plain(text: str, at: int) -> Number | None:
    """One number: "2.5 million", "a few hundred", "twenty-six", "hundreds of thousands", "one and a half"."""
    piece = _PIECE.match(text, at)
    if piece is None or piece["gap"]:
        return None
    if piece["digits"]:
        return _scaled(text, at, piece.end(), float(piece["digits"].replace(",", "")), "figures")
    word = (piece["word"] or "").lower()
    if word in ("a", "an"):
        following = _PIECE.match(text, piece.end())
        word = (following["word"] or "").lower() if following and following["gap"] else ""
        if following is None or word not in AFTER_A:
            return None
        end = following.end()
        if word in VAGUE:
            return _vague(text, at, end, word)
        return _scaled(text, at, end, 12.0 if word == "dozen" else SCALES[word], "words")
    if word == "half":
        following = re.compile(r" an? (million|billion|trillion|dozen)\b").match(text, piece.end())
        if following is None:
            return None
        value = 0.5 * (12 if following[1] == "dozen" else SCALES[following[1]])
        return Number(at, at, following.end(), value, value, "words")
    if word in VAGUE and word not in ("few", "couple", "handful"):
        return _vague(text, at, piece.end(), word)
    if word in ONES or word in TENS:
        return _words(text, at)
    return None


def _words(text: str, at: int) -> Number | None:
    """ "two hundred and fifty", "twenty-six", "three million"."""
    value, end, previous = 0.0, at, ""
    position = at
    for _ in range(LONGEST):
        piece = _PIECE.match(text, position)
        if piece is None or piece["digits"]:
            break
        word = (piece["word"] or "-").lower()
        if word in ONES:
            if previous and not (previous in TENS and 0 < ONES[word] < 10) and previous not in ("and", "hundred"):
                break
            value += ONES[word]
        elif word in TENS:
            if previous not in ("", "and", "hundred"):
                break
            value += TENS[word]
        elif word == "hundred" and 0 < value < 100:
            value *= 100
        elif (word == "-" and previous in TENS and not piece["gap"]) or (word == "and" and value % 100 == 0 and value):
            position = piece.end()
            previous = previous if word == "-" else "and"
            continue
        else:
            break
        previous, position, end = word, piece.end(), piece.end()
    return _scaled(text, at, end, value, "words")


def _scaled(text: str, at: int, end: int, value: float, rule: str) -> Number | None:
    """ "… million", "… and a half million", "… dozen"; a fraction ("two thirds") is no number of things."""
    half = re.compile(r" and a half\b").match(text, end)
    if half:
        value, end = value + 0.5, half.end()
    part = re.compile(r" (\d)/(\d)\b(?!/)").match(text, end)
    if part and part[2] != "0":
        value, end = value + int(part[1]) / int(part[2]), part.end()
    for _ in range(2):
        piece = _PIECE.match(text, end)
        if piece is None:
            break
        if piece["dash"] and not piece["gap"]:
            piece = _PIECE.match(text, piece.end())
            if piece is None or piece["gap"]:
                break
        word = (piece["word"] or "").lower()
        if word in FRACTIONS and rule == "words":
            return None
        if word in SCALES:
            value *= SCALES[word]
        elif word == "dozen":
            value *= 12
        else:
            break
        end = piece.end()
    return Number(at, at, end, value, value, rule)


def _vague(text: str, at: int, end: int, word: str) -> Number:
    """ "several hundred", "tens of thousands", "a couple of dozen", "dozens"."""
    value = VAGUE[word]
    for _ in range(3):
        following = re.compile(r" (of )?([a-z]+)\b", re.IGNORECASE).match(text, end)
        name = following[2].lower() if following else ""
        if following is None:
            break
        if name in PLURAL_SCALES and following[1]:
            value *= PLURAL_SCALES[name]
        elif name in SCALES and (not following[1] or word == "couple"):
            value *= SCALES[name]
        elif name in ("dozen", "dozens"):
            value *= 12
        else:
            break
        end = following.end()
    exact = word == "couple"
    return Number(at, at, end, value, value if exact else None, "vague")


_TO = re.compile(r"(?P<dash> ?[-–] ?)|(?P<to> to | or )(?:(?:as many as|even|perhaps|maybe|about|around) )?")


def _ranged(text: str, first: Number) -> Number:
    """The range that begins with `first` ("10 to 20 million", "between 10 and 20"), or `first` itself."""
    between = _BETWEEN.search(text, max(0, first.start - _WINDOW), first.start)
    link = _AND.match(text, first.end) if between else _TO.match(text, first.end)
    if link is None or first.low is None or first.rule == "vague":
        return first
    if not between and _CHANGE.search(text[max(0, first.start - _WINDOW) : first.start]):
        return first
    currency = _CURRENCY.match(text, link.end())
    second = _read_plain(text, currency.end() if currency else link.end())
    if second is None or second.low is None or second.rule == "vague":
        return first
    if between and link["minus"]:  # "between -10 and -15"
        low, high = sorted((first.low, second.low)) if between["minus"] else (-second.low, first.low)
        return Number(between.start(), first.core, second.end, low, high, "range", negative=bool(between["minus"]))
    if between and between["minus"]:
        return Number(between.start(), first.core, second.end, -first.low, second.low, "range")
    low = first.low
    last = _PIECE.match(text, second.start)
    bare = float(last["digits"].replace(",", "")) if last and last["digits"] else None
    if bare and low < bare < second.low:  # "10 to 20 million"
        low *= second.low / bare
    elif first.rule == second.rule == "words" and low < 100 <= second.low and first.end - first.core < 10:
        scale = 10 ** (len(str(int(second.low))) - len(str(int(second.low)).rstrip("0")))
        low *= scale if scale >= 1000 else 1
    if second.low <= low or _chained(text, first.start, second.end):
        return first
    start = between.start() if between else first.start
    return Number(start, first.core, second.end, low, second.low, "range")


def _chained(text: str, start: int, end: int) -> bool:
    """Whether hyphens join further figures on either side, as in a telephone number or an identifier."""
    return bool(re.match(r"[-–/.]?\d|[-–][A-Z]", text[end : end + 2])) or bool(
        re.search(r"[\dA-Za-z][-–/]$", text[max(0, start - 2) : start])
    )


def _bounded(text: str, number: Number) -> Number:
    """The number with the words before and after it that bound it, and its sign."""
    minus = _MINUS.search(text[max(0, number.start - 10) : number.start])
    if minus:
        start = number.start - len(minus.group())
        number = replace(number, start=start, negative=True)
    window = text[max(0, number.start - _WINDOW) : number.start]
    currency = re.search(r"(?:US|A|C|NZ|HK|S|R)?[$€£¥₴₽₹₺₪₩]\s?$|\b[A-Z]{3} $", window)
    before = _BOUND_BEFORE.search(window[: currency.start()] if currency else window)
    if before:
        number = replace(number, start=number.start - len(window) + before.start("words"))
        if before["low"] or before["above"]:
            bound = "more than" if before["above"] else "at least"
            number = replace(number, high=None, rule=f"{number.rule}, {bound}")
        elif before["high"]:
            top = number.high if number.high is not None else number.low
            number = replace(number, low=None, high=top, rule=f"{number.rule}, at most")
        else:
            number = replace(number, rule=f"{number.rule}, about")
    after = _AFTER.match(text, number.end)
    if after:
        number = replace(number, end=after.end())
        if after["high"]:
            number = replace(number, low=None, rule=f"{number.rule}, at most")
        elif not after["about"]:
            number = replace(number, high=None, rule=f"{number.rule}, at least")
    return number
