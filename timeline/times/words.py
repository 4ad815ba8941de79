"""English words for numbers, months, weekdays, units: the pieces that patterns are made of, and what they mean.

Every pattern is lower case: rules read a lower-case copy of the text, in which characters keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6,
    "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tues": 2, "tue": 2, "wed": 3, "weds": 3, "thurs": 4, "thur": 4, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip
# Unit → how many of which TIMEX3 letter; time units stand after the T.
UNITS = {
    "second": (1, "S"), "minute": (1, "M"), "hour": (1, "H"), "day": (1, "D"), "week": (1, "W"), "weekend": (1, "WE"),
    "fortnight": (2, "W"), "month": (1, "M"), "quarter": (1, "Q"), "year": (1, "Y"), "decade": (10, "Y"),
    "century": (100, "Y"), "millennium": (1000, "Y"), "half-century": (50, "Y"), "quarter-century": (25, "Y"),
}  # fmt: skip
FINER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}
CLOCK_UNITS = ("second", "minute", "hour")
PLURALS = {"centuries": "century", "millennia": "millennium", "mins": "minute", "min": "minute", "secs": "second",
           "hrs": "hour", "hr": "hour", "yrs": "year", "yr": "year"}  # fmt: skip
DECADES = {"tens": 1, "teens": 1, "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6,
           "seventies": 7, "eighties": 8, "nineties": 9}  # fmt: skip
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI"}

SMALL_HOURS_END = "05"  # a clock before it, told of a night, is of the day that the night leads to


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def named(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})"


_FULL = one_of(word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july"))
_SHORT = one_of(word for word in MONTHS if len(word) <= 4 and word not in ("may", "june", "july"))
MONTH = rf"(?:{_FULL}\b|{_SHORT}\b\.?)"
WEEKDAY = rf"(?:{one_of(word for word in WEEKDAYS if len(word) > 5)}\b|{one_of(word for word in WEEKDAYS if len(word) < 6)}\b\.?)"
SEASON = one_of(SEASONS)
UNIT = r"(?:(?:half|quarter)[- ]century|seconds?|minutes?|hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|century|centuries|millennium|millennia|hrs?|mins?|secs?|yrs?)\b"
SINGULAR = r"(?:(?:half|quarter)[- ]century|second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century|millennium)\b"
PLURAL = r"(?:seconds|minutes|hours|days|weeks|weekends|fortnights|months|quarters|years|decades|centuries|millennia)\b"
PART_OF_DAY = one_of(PARTS_OF_DAY)
YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![0-9]|[.,][0-9]{3}\b)"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|(?<=[23])d)?(?![0-9])"
SMALLER = one_of(SMALL)
ORDINAL = one_of(ORDINALS)
ORDINAL_DAY = rf"(?:(?:twenty|thirty)[ -](?:{one_of(w for w, n in ORDINALS.items() if n < 10)})|{ORDINAL})"
NTH = rf"(?:{ORDINAL_DAY}|[0-9]{{1,3}}(?:st|nd|rd|th))"
_NUMBER_WORD = one_of([*SMALL, *LARGE])
_FIRST_WORD = rf"(?:{SMALLER}|{one_of(LARGE)}(?![\s-]{SMALLER}\b))"  # not the last word of "70 million"
_LARGE_AND = "|".join(rf"(?<={word})\sand\s" for word in LARGE)
SPELLED = rf"{_FIRST_WORD}\b(?:(?:-|\s|{_LARGE_AND}){_NUMBER_WORD}\b){{0,7}}"
FRACTION = r"(?:[0-9]{1,2}[\s-])?[1-9]/[2-9][0-9]?"
FIGURE = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6}(?:\.[0-9]{1,2})?(?:\s?[¼½¾]|\s(?:hundred|thousand|million|billion)\b)?"
)
VAGUE = r"(?:(?:a\s)?couple(?:\sof)?|(?:several|a\sfew|many|some)(?:\s(?:hundred|thousand|dozen))?|few|a\snumber\sof|a\shandful\sof|dozens\sof|hundreds\sof|thousands\sof|millions\sof|countless|numerous)"
PARTS = r"(?:a\squarter|three(?:\s|-)quarters)"
AND_PART = r"(?:-|\s)and(?:-|\s)(?:(?:a|one)(?:-|\s)(?:half|quarter)|three(?:-|\s)quarters)\b"
MORE = r"(?:another|an\s(?:additional|extra)|a\sfurther)"
EXACT = rf"(?:{PARTS}\sof\san?|{MORE}\s(?:few\b|{FIGURE}|{SPELLED})|{FRACTION}|(?:{FIGURE}|{SPELLED})(?:{AND_PART})?|(?:half\sa\s|a\shalf\s|a\s|{_NUMBER_WORD}\s)?dozen|another|a\s(?:hundred|thousand)|(?:a\s)?half(?=-(?:hour|day|minute)\b)|half\san?|a\ssingle|an?)"
NUMBER = rf"(?:{VAGUE}|{EXACT})"
_WORDS = re.compile(r"[a-z]+|[0-9][0-9.,/]*")
_MORE = re.compile(r"(?:another|an (?:additional|extra)|a further) (?=.)")
_AND_PART = re.compile(r" and (?:a|one|three) (?P<part>half|quarters?)$")
_VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def unit_of(word: str) -> str:
    """The unit a word names, singular.

    >>> unit_of("centuries"), unit_of("days"), unit_of("hrs"), unit_of("quarter century")
    ('century', 'day', 'hour', 'quarter-century')
    """
    word = word.lower().replace(" ", "-")
    if word in PLURALS:
        return PLURALS[word]
    return word[:-1] if word.endswith("s") else word


def month_of(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def weekday_of(word: str) -> int:
    return WEEKDAYS[word.rstrip(".")]


def day_of(word: str) -> int:
    """The day of the month, of figures or an ordinal.

    >>> day_of("22nd"), day_of("twenty-first")
    (22, 21)
    """
    digits = re.match(r"[0-9]+", word)
    return int(digits.group()) if digits else ordinal_of(word)


def ordinal_of(word: str) -> int:
    """What an ordinal says: "21st", "third", "twenty-first"."""
    digits = re.match(r"[0-9]+", word)
    if digits:
        return int(digits.group())
    return sum(ORDINALS.get(part, SMALL.get(part, 0)) for part in re.split(r"[\s-]", word))


def number_of(words: str) -> float | None:
    """What a number says; None for a vague one.

    >>> number_of("2 1/2"), number_of("twenty-four"), number_of("a hundred and five"), number_of("several")
    (2.5, 24.0, 105.0, None)
    >>> number_of("a couple of"), number_of("half a dozen"), number_of("four and a half"), number_of("two dozen")
    (2.0, 6.0, 4.5, 24.0)
    >>> number_of("two and one-half"), number_of("3½"), number_of("another two"), number_of("1.5 million")
    (2.5, 3.5, 2.0, 1500000.0)
    """
    words = _MORE.sub("", " ".join(words.replace("-", " ").split()))
    if words.startswith(("a couple", "couple")):
        return 2.0
    if words in ("a", "an", "another", "single", "a single", "the", "this", "that", "per", "each", "every"):
        return 1.0
    if words in ("half a", "half an", "a half", "half"):
        return 0.5
    if " of a" in words and "quarter" in words:
        return 0.25 if words.startswith("a ") else 0.75
    if words.endswith("dozen"):
        return 6.0 if "half" in words else 12.0 * (number_of(words[:-6]) or 1.0)
    extra = 0.0
    if part := _AND_PART.search(words):
        extra = 0.5 if part["part"] == "half" else 0.75 if part["part"] == "quarters" else 0.25
        words = words[: part.start()]
    if words[:1].isdigit():
        figures = _figures(words)
        return None if figures is None else figures + extra
    total, current, seen = 0.0, 0.0, False
    for word in _WORDS.findall(words):
        if word in SMALL:
            current, seen = current + SMALL[word], True
        elif word in LARGE:
            current, seen = (current or 1.0) * LARGE[word], True
            if word != "hundred":
                total, current = total + current, 0.0
        elif word not in ("a", "and"):
            return None
    return total + current + extra if seen or words in ("a", "an") else None


def _figures(words: str) -> float | None:
    total = 0.0
    for sign, decimal in (("½", " .5"), ("¼", " .25"), ("¾", " .75")):
        words = words.replace(sign, decimal)
    for part in words.replace(",", "").split():
        if part in LARGE or part == "billion":
            total *= LARGE.get(part, 1_000_000_000)
            continue
        if part[-1] in _VULGAR:
            total += _VULGAR[part[-1]]
            part = part[:-1] or "0"
        over, _, under = part.partition("/")
        try:
            total += float(over) / float(under or 1)
        except (ValueError, ZeroDivisionError):
            return None
    return total


def amount(count: float) -> str:
    """A count as TIMEX3 writes it.

    >>> amount(3.0), amount(1.5)
    ('3', '1.5')
    """
    return str(int(count)) if float(count).is_integer() else f"{count:g}"


def duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time; "X" where the count is vague.

    >>> duration(3, "week"), duration(2.5, "year"), duration(5.5, "hour"), duration(None, "day")
    ('P3W', 'P2Y6M', 'PT5H30M', 'PXD')
    >>> duration(2, "decade"), duration(None, "century"), duration(0.5, "year"), duration(0.75, "hour")
    ('P20Y', 'PXC', 'P6M', 'PT45M')
    """
    factor, letter = UNITS[unit]
    clock = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        return f"P{clock}X{ {'decade': 'E', 'century': 'C', 'millennium': 'L'}.get(unit, letter) }"
    total = count * factor
    whole = int(total)
    parts, finer = FINER.get(clock + letter, (1, ""))
    rest = (total - whole) * parts
    if finer and rest and rest.is_integer():
        return f"P{clock}{f'{whole}{letter}' if whole else ''}{amount(rest)}{finer}"
    return f"P{clock}{amount(total)}{letter}"


def full_year(two_digits: int) -> int:
    """Two digits as a year: 00-39 are of this century."""
    return two_digits + (2000 if two_digits < 40 else 1900)
