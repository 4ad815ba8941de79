"""Document → Quantities: the numbers of an article, each with what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.language.document import Document, Token
from timeline.model import Quantity, Span, Timex
from timeline.quantities.english import STARTERS, Number, read_number
from timeline.quantities.kinds import counted_noun, kind_of
from timeline.quantities.words import units

LONGEST_WORD = 40  # a "word" longer than this is an address or an identifier
# Words whose number is a name: "Article 5", "Route 66", "No. 10".
NUMBERED = frozenset(
    "no no. nos nos. number article articles section sections chapter resolution resolutions paragraph highway route "
    "room flight page figure table phase order committee channel line reactor gate committee rule act law clause "
    "annex appendix point item step stage tier level category grade version volume issue part episode season mark "
    "task hill unit block bus platform ward precinct apollo passcode code box building area zone sector amendment "
    "division brigade battalion regiment area pier terminal exit interstate i-".split()
)
_DIGIT = re.compile(r"\d")
_IDENTIFIER_BEFORE = re.compile(r"[\w.,/:#@°′″']\Z|[A-Za-z0-9][-–]\Z|[\[№]\Z")
_IDENTIFIER_AFTER = re.compile(r"[-–]\d|[-–][A-Z]|/|:\d|[A-Za-z_@°′″\]]|\.\d|[-–][a-z]")
_AGE = re.compile(r"\b(?:aged?|ages)(?: of| between| from)? (?:[0-9]{1,2} (?:and|to) )?\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?![\d,.]*\d)")
_BELOW_ZERO = re.compile(r"(?: degrees?)?(?: (?:Celsius|Fahrenheit|C|F))? below(?: zero| freezing)?\b", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude(?:[- ]of)?[- ]$", re.IGNORECASE)
_RATE = re.compile(
    r"[\w%)] (?<!for )(?<!in )(?<!of )(?<!than )(?<!within )(?<!least )(?<!about )(?<!lasted )an? [a-z]+\Z"
)
_PER = re.compile(r" per (?:[\d,]+|hundred|thousand|million|capita)\b(?: (?:people|inhabitants|residents|population))?")
CLOCK_WORDS = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months quarter "
    "quarters year years decade decades century centuries o'clock a.m. p.m. am pm gmt utc est edt time".split()
)
QUAKES = frozenset("earthquake quake aftershock tremor".split())
SIGNED = frozenset({"temperature", "percentage", "money", ""})


def find_quantities(document: Document, times: Sequence[Timex]) -> list[Quantity]:
    """Every quantity, in order of appearance. None overlaps a time, but for those of kind "duration", which are the
    durations among `times` themselves ("a week-long pause": 7 day)."""
    taken = sorted((time.span for time in times), key=lambda span: span.start)
    found = [*_numbers(document, taken), *_durations(document, times), *_none_at_all(document)]
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda quantity: (quantity.span.start, quantity.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:  # "No killed dozens of": one of the two
            kept.append(one)
    return kept


def _numbers(document: Document, taken: Sequence[Span]) -> Iterator[Quantity]:
    text, k, done = document.text, 0, 0
    for token in document.tokens:
        at = _starts(token, parsed=document.parsed)
        if at is None or at < done:
            continue
        while k < len(taken) and taken[k].end <= at:
            k += 1
        number = read_number(text, at)
        if number is None or (k < len(taken) and taken[k].start < number.end):
            continue
        quantity = read_quantity(document, token, number)
        if quantity is not None and quantity.span.start >= done:
            done = quantity.span.end
            yield quantity
        done = max(done, number.end)


def _starts(token: Token, *, parsed: bool) -> int | None:
    """Where a number begins in this word, if one may."""
    if parsed and token.lower in STARTERS:
        return token.start
    if len(token.text) > LONGEST_WORD:
        return None
    if token.text[0].isalpha() and "$" not in token.text:
        return None
    digit = _DIGIT.search(token.text)
    return token.start + digit.start() if digit and digit.group().isascii() else None


def read_quantity(document: Document, token: Token, number: Number) -> Quantity | None:
    """The quantity of a number that begins in `token`; None for identifiers, scores, years and the like."""
    text = document.text
    before = text[max(0, number.start - 24) : number.start]
    known = units()
    sign = known.before.search(text, max(0, number.core - 6), number.core)
    if sign:
        end, factor = _scale_letter(text, number)
        return _made(
            _times(number, factor), min(number.start, sign.start()), end, "money", known.currencies[sign["sign"]]
        )
    if _IDENTIFIER_BEFORE.search(before):
        return None
    unit = known.after.match(text, number.end)
    if unit is None and number.rule.startswith("vague") and text.startswith(" of ", number.end):
        unit = known.after.match(text, number.end + 3)
    if unit:
        return _measured(document, token, number, unit)
    if not document.parsed:
        return None
    magnitude = _MAGNITUDE.search(before)
    if magnitude:
        return _made(number, number.start - len(magnitude.group()), number.end, "magnitude", "magnitude")
    return _counted(document, token, number)


def _measured(document: Document, token: Token, number: Number, unit: re.Match[str]) -> Quantity:
    """A number with its unit."""
    form = unit["touching"] or unit["loose"].lower()
    kind, symbol = units().meanings[form]
    end = unit.end() - len(_unit_tail(form))
    if kind == "temperature":
        below = _BELOW_ZERO.match(document.text, number.end if symbol == "deg" else end)
        if below:
            return _made(number, number.start, below.end(), kind, symbol, negative=True)
    if form == "pounds" and _is_weight(token):
        kind, symbol = "weight", "lb"
    return _made(number, number.start, end, kind, symbol)


def _counted(document: Document, token: Token, number: Number) -> Quantity | None:
    """A number of things or people, told by the syntax around it."""
    text = document.text
    if _IDENTIFIER_AFTER.match(text, number.end) or (text[number.end : number.end + 1] == "%"):
        return None
    if text[number.core] == "0" and number.low != 0 and number.core + 1 < len(text) and text[number.core + 1].isdigit():
        return None  # "0591"
    last = _last_token(document, number)
    noun = counted_noun(last)
    if _is_name(document, token, last, noun, number):
        return None
    if noun is not None and noun.lower in CLOCK_WORDS:
        return None  # lengths of time and clocks are for `times` to read
    kind, unit = kind_of(last, noun)
    if not kind:
        return None
    rate = _PER.match(text, noun.end if noun is not None else number.end)
    if rate:
        return _made(
            number,
            number.start,
            rate.end(),
            "rate",
            f"{kind if unit == 'people' else unit}{rate.group()}",
            negative=False,
        )
    if noun is not None and noun.lemma in QUAKES and number.high is not None and number.high < 10:
        return _made(number, number.start, number.end, "magnitude", "magnitude")
    if kind == "count" and (number.low == 1 or (number.rule == "vague" and (number.low or 0) <= 3)):
        return None  # "one idea", "one or more", "several issues": an article more than a count
    if number.negative and noun is None:
        return _made(number, number.start, number.end, "count", "")
    return _made(number, number.start + number.negative, number.end, kind, unit, negative=False)


def _is_name(document: Document, first: Token, last: Token, noun: Token | None, number: Number) -> bool:
    """Whether the number is part of a name, an ordinal use, a year or a bare label."""
    tokens, sentence = document.tokens, first.sentence
    before = tokens[first.i - 1] if first.i > sentence.tokens[0].i else None
    after = tokens[last.i + 1] if last.i < sentence.tokens[-1].i else None
    if before is not None and before.start >= number.start:
        at = document.tokens_in(Span(number.start, number.start + 1))
        before = tokens[at[0].i - 1] if at and at[0].i > sentence.tokens[0].i else None
    if before is not None:
        if before.lower in NUMBERED:
            return True
        if before.lower == "per" or _is_model(before, first, noun):
            return True
        if noun is None and (
            _AGE.search(document.text, max(0, number.start - 24), number.start) or _is_age(before, after)
        ):
            return True
        if noun is None and last.dep == "attr" and any(w.lower in ("he", "she", "i") for w in last.head.children):
            return True  # "He was 86."
    plural = noun is not None and noun.tag in ("NNS", "NNPS")
    listed = before is not None and before.lower in ("the", "and", "or", "in", "since", "of")
    if (not plural or listed) and _YEAR.fullmatch(document.text[number.core : number.end]):
        return True
    if first.lower == "one":
        if after is not None and after.lower in ("of", "another", "'s"):
            return True
        if first.tag in ("PRP", "NN") or (before is not None and before.lower in ("no", "this", "that", "the", "each")):
            return True
    # "Six Nations", "Three Gorges Dam"
    named = first.text[0].isupper() and before is not None and noun is not None and noun.pos == "PROPN"
    return named and first.text.isalpha()


def _is_age(before: Token, after: Token | None) -> bool:
    """ "Ann Lee, 43, was …", "Ann Lee (43)", "Ann Lee, 43; Omar Farah, 50"."""
    words = before.sentence.tokens
    name = words[before.i - words[0].i - 1] if before.i > words[0].i else None
    if name is None or after is None or name.pos != "PROPN":
        return False
    if name.entity == "PERSON" and before.text in ("(", ","):
        return after.text in ")," if before.text == "(" else after.text in ",.);" or after.lower in ("and", "from")
    return before.text == "," and after.text in ",.)"


def _is_model(before: Token, first: Token, noun: Token | None) -> bool:
    """ "Boeing 707", "Matrice 600 drones": a figure that belongs to the name before it."""
    if before.pos != "PROPN" or not first.text[0].isdigit() or before.entity in ("GPE", "LOC", "NORP", "PERSON"):
        return False
    return noun is None or noun.tag == "NN" or (before.dep == "compound" and before.head is noun)


def _durations(document: Document, times: Sequence[Timex]) -> Iterator[Quantity]:
    """The durations among the times that have a length: P1W is 7 day. Not "an hour" in "$3 an hour"."""
    for time in times:
        if _RATE.search(document.text[max(0, time.span.start - 12) : time.span.end]):
            continue
        length = re.fullmatch(r"PT?(\d+(?:\.\d+)?)([YMWDHS])", time.value)
        if time.type != "DURATION" or length is None or time.interval is not None:
            continue  # "the last two years" says when, not how long
        clock = time.value.startswith("PT")
        value, unit = float(length[1]), length[2]
        names = {"H": "hour", "M": "minute", "S": "second"} if clock else {"Y": "year", "M": "month", "D": "day"}
        if unit == "W" and not clock:
            value, unit = value * 7, "D"
        if unit in names:
            yield Quantity(time.span, "duration", value, value, names[unit], "duration")


def _none_at_all(document: Document) -> Iterator[Quantity]:
    """ "no casualties", "without Patriot missiles": zero of them."""
    if not document.parsed:
        return
    for token in document.tokens:
        if token.lower not in ("no", "without"):
            continue
        noun = token.head if token.lower == "no" and token.dep == "det" else token.child("pobj")
        if noun is None or noun.i <= token.i or noun.tag not in ("NNS", "NN") or noun.i - token.i > 6:
            continue
        kind, unit = kind_of(noun, noun, alone=True)
        if kind in ("weapons", "killed", "wounded", "casualties") and noun.tag == "NNS":
            yield Quantity(Span(token.start, noun.end), kind, 0.0, 0.0, unit, "none at all")


def _scale_letter(text: str, number: Number) -> tuple[int, float]:
    """ "$5m", "€40bn", "$3 k": where the scale letter ends and what it multiplies by."""
    letter = re.compile(r" ?(m|bn|b|k|tn|mn|mln)\b", re.IGNORECASE).match(text, number.end)
    if letter is None:
        return number.end, 1.0
    return letter.end(), {"m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "k": 1e3, "tn": 1e12}[letter[1].lower()]


def _times(number: Number, factor: float) -> Number:
    if factor == 1.0:
        return number
    low = None if number.low is None else number.low * factor
    high = None if number.high is None else number.high * factor
    return Number(number.start, number.core, number.end, low, high, number.rule, number.negative)


def _unit_tail(form: str) -> str:
    """What of a form only helps to tell it: "pounds *of*", "pound *bomb*"."""
    return {"pounds of": " of", "pound bomb": " bomb", "pound bombs": " bombs"}.get(form, "")


def _is_weight(token: Token) -> bool:
    words = {word.lower for word in token.sentence.tokens}
    return not words.isdisjoint({"weigh", "weighs", "weighed", "weighing", "kilograms", "kilogram", "kg", "kgs", "lbs"})


def _last_token(document: Document, number: Number) -> Token:
    """The last word of the figure itself, without "or more" and a plus sign."""
    return document.tokens_in(Span(number.core, number.end))[-1]


def _made(number: Number, start: int, end: int, kind: str, unit: str, *, negative: bool | None = None) -> Quantity:
    """The quantity with its sign; bounds change places below zero."""
    low, high = number.low, number.high
    if number.negative if negative is None or (number.negative and kind in SIGNED) else negative:
        low, high = (None if high is None else -high), (None if low is None else -low)
    return Quantity(Span(start, end), kind, low, high, unit, number.rule)
