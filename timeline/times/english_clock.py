"""English: times on the clock ("5 p.m. EST", "15:00 GMT", "0530 hours", "nine in the evening")."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

from timeline.rules import Rule
from timeline.times.meaning import Clock, Count, Made
from timeline.times.phrase import Context, phrase
from timeline.times.words import PARTS_OF_DAY, SMALL, SMALL_HOURS_END, number_of, one_of

ZONES = {
    row["zone"].lower(): int(row["minutes"])
    for row in csv.DictReader(files("timeline.times").joinpath("zones.csv").read_text(encoding="utf-8").splitlines())
}
ZONE = rf"(?:(?P<zone>{one_of(ZONES)})\b(?:\s?(?P<sign>[+-])(?P<shift>[0-9]{{1,2}})(?::?[0-9]{{2}})?)?|[ecmp]\.\s?[sd]\.\s?t\.|(?:eastern|pacific|central|mountain|greenwich\smean)\s(?:standard\s|daylight\s|summer\s)?time)"
HALF_DAY = r"(?P<half>[ap]\.\s?m(?:\.|\b)|[ap]\s?m\b)"
HOURS = one_of([w for w, n in SMALL.items() if 1 <= n <= 12])
UNDER_TEN = one_of([w for w, n in SMALL.items() if 1 <= n <= 9])
SPOKEN = rf"(?:oh\s{UNDER_TEN}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:[\s-]{UNDER_TEN})?)"


def clock_of(hour: int, minute: int, second: int | None, half: str | None) -> str | None:
    """ "15:00"; None for an hour the clock does not have."""
    if half:
        if not 1 <= hour <= 12:
            if not (12 < hour < 24 and half.startswith("p")):
                return None
        else:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    hour %= 24
    return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


DOTTED_ZONE = re.compile(r"[ecmp]\. ?[sd]\. ?t\.$")


def offset_of(match: re.Match[str]) -> int | None:
    """Minutes from UTC, of the zone in the match."""
    zone = match.groupdict().get("zone")
    if not zone:
        dotted = DOTTED_ZONE.search(match.group())
        return ZONES.get(re.sub(r"[. ]", "", dotted.group())) if dotted is not None else None
    extra = int(match["shift"]) * 60 * (-1 if match["sign"] == "-" else 1) if match["shift"] else 0
    return ZONES[zone] + extra


@phrase(
    rf"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?:[:.](?P<second>[0-5][0-9]))?)?\s?{HALF_DAY}(?:\s{ZONE})?",
    yes={
        "5 p.m.": "2024-01-16T17:00",
        "10:35 a.m.": "2024-01-16T10:35",
        "5 p.m. EST": "2024-01-16T17:00",
        "7pm": "2024-01-16T19:00",
        "It is due after 1 am ET.": "2024-01-16T01:00",
        "It fell at 9:45 p.m. (3:45 EDT) and burnt.": "2024-01-16T21:45",
        "It came down at 7 a.m. (2 a.m. E.D.T.) and burnt.": "2024-01-16T07:00",
    },
    no=["I am 5 am not", "13 am"],
)
def half_day_clock(match: re.Match[str], context: Context) -> Made:
    """'5 p.m. EST'."""
    clock = clock_of(
        int(match["hour"]),
        int(match["minute"] or 0),
        int(match["second"]) if match["second"] else None,
        re.sub(r"[. ]", "", match["half"]),
    )
    if clock is None or context.before(match.start(), 1) in (".", ":", "$"):
        return None
    verb = match["half"] == "am" and not match["minute"] and context.tag_at(match.start("half")) == "VBP"
    verb = verb and not match["zone"]
    if match["half"] in ("a m", "p m") or verb:
        return None
    return Clock(clock=clock, offset=offset_of(match))


@phrase(
    rf"(?P<hour>{HOURS})(?:(?:\s|-)(?P<spoken>{SPOKEN}))?\s{HALF_DAY}(?:\s{ZONE})?",
    yes={"at nine a.m.": "2024-01-16T09:00", "at six forty-five p.m. EST": "2024-01-16T18:45"},
    no=["at nine a mile away", "one am I"],
)
def spelled_clock(match: re.Match[str], context: Context) -> Made:
    """'six forty-five p.m.'."""
    half = re.sub(r"[. ]", "", match["half"])
    clock = clock_of(int(number_of(match["hour"]) or 0), spoken_minute(match), None, half)
    if (
        clock is None
        or " " in match["half"].strip(".")
        or (half == "am" and context.tag_at(match.start("half")) == "VBP")
    ):
        return None
    return Clock(clock=clock, offset=offset_of(match))


def spoken_minute(match: re.Match[str]) -> int:
    """The minutes in figures or in words: "oh five" is 5."""
    groups = match.groupdict()
    if groups.get("spoken"):
        return int(number_of(match["spoken"].removeprefix("oh ")) or 0)
    return int(groups.get("minute") or 0)


@phrase(
    rf"(?P<hour>[0-2]?[0-9])(?P<mark>[:.h])(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?:\s?(?:hours|hrs))?(?:\s?(?P<open>\()?{ZONE}(?(open)\)))?",
    yes={"at 15:00 GMT": "2024-01-16T15:00", "at 19:30": "2024-01-16T19:30", "05:30hrs": "2024-01-16T05:30"},
    no=[
        "a score of 3:15",
        "John 3:16",
        "Genesis 11:31",
        "1:48.35",
        "25:10",
        "times of 2:20:51 and 2:20:55",
        "at the 15:20 mark of the film",
    ],
)
def clock(match: re.Match[str], context: Context) -> Made:
    """'15:00 GMT'."""
    hour = int(match["hour"])
    value = clock_of(hour, int(match["minute"]), int(match["second"]) if match["second"] else None, None)
    before, after = context.before(match.start(), 14), context.after(match.end(), 6)
    zoned = match["zone"] is not None or match.group().endswith("time")
    if value is None or re.search(r"[0-9:.,$/+]$|[a-z]-$", before) or re.match(r"[.:,][0-9]|[%/]", after):
        return None
    if match["mark"] != ":" and not (zoned or match.group().endswith(("hours", "hrs"))):
        return None
    led = re.search(
        r"\b(?:at|about|around|by|from|until|till|before|after|since|between|and|to|approximately|roughly|shortly) $|[(–-]$|^$",
        before,
    )
    if not zoned and not match.group().endswith(("hours", "hrs")):
        if (match["second"] and len(match["hour"]) < 2) or after.startswith(" mark"):
            return None
        if not led and (
            len(match["hour"]) < 2 or VERSE.search(context.text, max(0, match.start() - 16), match.start())
        ):
            return None
    return Clock(clock=value, offset=offset_of(match))


# A book and its verse, not "Monday 18:30".
VERSE = re.compile(r"\b(?:[A-Z][a-z]{2,12}(?<!day)|[123] [A-Z][a-z]{3,12}(?<!day)) $")


@phrase(
    rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])\s?(?:hours(?:\s?(?:{ZONE.replace('zone', 'zone2').replace('sign', 'sign2').replace('shift', 'shift2')}))?|hrs|{ZONE})",
    yes={"0735 GMT": "2024-01-16T07:35", "at 0600 hours": "2024-01-16T06:00"},
    no=["0735 people", "1500 miles"],
)
def military_clock(match: re.Match[str], context: Context) -> Made:
    """'0735 GMT'."""
    return Clock(clock=f"{match['hour']}:{match['minute']}", offset=offset_of(match))


@phrase(
    rf"(?:(?P<past>half|a\squarter|quarter|[0-9]{{1,2}}|{HOURS}|twenty|twenty-five)(?:\sminutes)?[\s-](?P<way>past|to|after|before)\s)?(?P<hour>[0-9]{{1,2}}|{HOURS})(?:\so'clock)(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|(?P<half>a\.?m|p\.?m)\.?|at\snight))?|half[\s-]past\s(?P<half_past>{HOURS}|[0-9]{{1,2}})",
    yes={
        "five o'clock in the afternoon": "2024-01-16T17:00",
        "half past three": "2024-01-16T03:30",
        "at half-past three": "2024-01-16T03:30",
    },
)
def o_clock(match: re.Match[str], context: Context) -> Made:
    """ "five o'clock"."""
    hour = int(number_of(match["hour"] or match["half_past"]) or 0)
    minute = 30 if match["half_past"] else 0
    if match["past"]:
        minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["past"]) or int(number_of(match["past"]) or 0)
        if match["way"] in ("to", "before"):
            hour, minute = hour - 1, 60 - minutes
        else:
            minute = minutes
    later = (
        match["part"] in ("afternoon", "evening")
        or (match["half"] or "").startswith("p")
        or match.group().endswith("night")
    )
    half = "p" if later else "a" if match["part"] or match["half"] else None
    value = clock_of(hour, minute, None, half)
    return Clock(clock=value) if value else None


@phrase(
    rf"(?P<word>noon|midday|midnight|noontime)(?:\s{ZONE})?",
    yes={"at noon": "2024-01-16T12:00", "by midnight": "2024-01-16T24:00", "noon EST Friday": "2024-01-12T12:00"},
    no=["High Noon"],
)
def noon(match: re.Match[str], context: Context) -> Made:
    """'noon', 'midnight EST'."""
    if context.is_capital(match.start()) and match.start() and context.document.parsed:
        return None
    return Clock(clock="24:00" if match["word"] == "midnight" else "12:00", offset=offset_of(match))


MINUTES = rf"[0-9]{{1,2}}|{one_of(w for w, n in SMALL.items() if 1 <= n <= 50)}|twenty-five"


@phrase(
    rf"(?:(?P<part>half|a\squarter|quarter)[\s-](?P<side>past|after|to|before)|(?P<minutes>{MINUTES})\s(?P<unit>minutes?\s)?(?P<way>past|after|to|before))\s(?:(?P<word>noon|midday|midnight)|(?P<hour>1[0-2]|[1-9]|{HOURS})(?:\so'clock)?)"
    rf"(?:\s?{HALF_DAY}|\s(?:in\sthe\s(?P<of>morning|afternoon|evening)|at\s(?P<night>night)))?",
    yes={
        "at a quarter past 3 p.m.": "2024-01-16T15:15",
        "half past seven in the morning": "2024-01-16T07:30",
        "It began at half-past nine in the evening.": "2024-01-16T21:30",
        "at one minute past midnight": "2024-01-16T00:01",
        "at ten minutes to nine at night": "2024-01-16T20:50",
        "five minutes before noon": "2024-01-16T11:55",
        "at ten past two this morning": "2024-01-16T02:10",
        "It was a quarter to six when they left.": "2024-01-16T05:45",
    },
    no=[
        "cut its stake by half to 8 percent",
        "a quarter to 12 investors",
        "took 20 minutes after 5 tries",
        "won by half to one",
        "cut from a quarter to six percent",
        "voted ten to two this morning",
        "Sales fell by a quarter to two.",
        "passed by ten to two this morning",
    ],
)
def past_the_hour(match: re.Match[str], context: Context) -> Made:
    """'a quarter past 3 p.m.', 'one minute past midnight'."""
    side = match["side"] or match["way"]
    if not is_of_the_clock(match, side, context):
        return None
    minutes = int(number_of(match["minutes"]) or 0) if match["minutes"] else 30 if match["part"] == "half" else 15
    if minutes > 59 or (match["part"] == "half" and side != "past"):
        return None
    part = PARTS_OF_DAY.get(match["of"] or match["night"] or "", "")
    hour = {"midnight": 0, None: None}.get(match["word"], 12)
    if hour is None:
        hour = int(number_of(match["hour"]) or 0)
        late = part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12)
        half = re.sub(r"[. ]", "", match["half"] or "") or ("p" if late else "a" if part else "")
        hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    moment = hour * 60 + (minutes if side in ("past", "after") else -minutes)
    return Clock(clock=f"{moment // 60 % 24:02d}:{moment % 60:02d}")


def is_of_the_clock(match: re.Match[str], side: str, context: Context) -> bool:
    """Whether an hour is meant, and not "cut from a quarter to six percent" or "voted ten to two"."""
    before, after = context.before(match.start(), 8), context.after(match.end(), 16)
    led, part_next = LEADS_TO_HOUR.search(before) is not None, PART_NEXT.match(after) is not None
    if side == "to" and before.endswith("by "):
        led = False  # "fell by a quarter to two", "passed by ten to two"
    if match["minutes"] and not match["unit"]:
        return led and part_next and side in ("past", "to")
    if match["word"] or match["half"] or match["of"] or match["night"] or match.group().endswith("o'clock"):
        return True
    if part_next or (side == "past" and match["part"]):
        return True
    return led and side == "to" and match["part"] not in (None, "half") and HOUR_ENDS.match(after) is not None


@phrase(
    rf"(?:at\s(?:(?P<about>about|around)\s)?|(?P<around>about|around)\s)(?P<hour>1[0-2]|[1-9]|{HOURS})(?:[:.](?P<minute>[0-5][0-9])|\s(?P<spoken>{SPOKEN}))?(?:\so'clock)?",
    yes={
        "The talks start tonight at 8.": "2024-01-16T20:00",
        "He goes on trial tomorrow morning at nine.": "2024-01-17T09:00",
        "She spoke Monday night at around 11 and left.": "2024-01-15T23:00",
        "It began Monday night around eleven thirty.": "2024-01-15T23:30",
        "The show airs tonight at 12.": "2024-01-16T24:00",
        "He speaks tonight at 12:30.": "2024-01-17T00:30",
        "They fled Monday night about two.": "2024-01-16T02:00",
    },
    no=[
        "tonight at 8 locations",
        "last night at ten Downing Street",
        "fell last night at 5 percent",
        "at 8.",
        "Tonight about 8 to 10 ships will sail.",
    ],
)
def hour_after_part(match: re.Match[str], context: Context) -> Made:
    """'tonight at 8': the hour of a part of the day that has just been named."""
    led = AFTER_PART.search(context.before(match.start(), 13))
    after = context.after(match.end(), 9)
    if led is None or HOUR_ENDS.match(after) is None or (match["around"] and ANOTHER_NUMBER.match(after)):
        return None
    part = {"tonight": "NI"}.get(led["part"]) or PARTS_OF_DAY[led["part"]]
    hour = int(number_of(match["hour"]) or 0)
    value = clock_in_part(hour, spoken_minute(match), part)
    if value is None:
        return None
    about = "about" if match["about"] else "around" if match["around"] else ""
    return ((match.start(about or "hour"), match.end(), Clock(clock=value, mod="APPROX" if about else "")),)


PART_NEXT = re.compile(r" (?:(?:this|yesterday|tomorrow|that) (?:morning|afternoon|evening)|tonight|last night)\b")
LEADS_TO_HOUR = re.compile(r"\b(?:at|was|until|till|about|around|by|since) $")
AFTER_PART = re.compile(r"\b(?P<part>tonight|morning|afternoon|evening|night),? $")
ANOTHER_NUMBER = re.compile(rf" (?:to|and|or) (?:[0-9]|(?:{HOURS})\b)")  # "tonight about 8 to 10 ships will sail"
HOUR_ENDS = re.compile(
    r"$|[.,;!?)](?![0-9])| (?:and|but|for|in|on|to|when|as|with|from|after|before|because|eastern|pacific|local|gmt|est|edt)\b"
)


@phrase(
    rf"(?P<first>[0-2]?[0-9](?:[:.][0-5][0-9])?)(?P<gap>\s?[-–—]\s?|\s(?:and|to|or|until|till)\s)(?P<last>[0-2]?[0-9](?:[:.][0-5][0-9])?)\s?{HALF_DAY}(?:\s{ZONE})?",
    yes={
        "between 2 and 3 a.m.": ["2024-01-16T02:00", "2024-01-16T03:00"],
        "from 11 to 2 p.m. EST": ["2024-01-16T11:00", "2024-01-16T14:00"],
        "7:30-9 p.m.": ["2024-01-16T19:30", "2024-01-16T21:00"],
    },
    no=["gate 4 and 5 p.m. tea", "the 3 to 4 pm odds of 10", "2024-12 a.m."],
)
def clock_pair(match: re.Match[str], context: Context) -> Made:
    """'between 2 and 3 a.m.': the first borrows the half of the day."""
    before = context.before(match.start(), 10)
    if not re.search(r"\b(?:between|from|at|about|around|the hours of|hours) $|^$|[(,] ?$", before):
        return None
    half = match["half"][:1]
    first, last = (re.split("[:.]", match[name]) for name in ("first", "last"))
    end = clock_of(int(last[0]), int(last[1]) if last[1:] else 0, None, half)
    late = half == "p" and int(first[0]) % 12 > int(last[0]) % 12
    begin = clock_of(int(first[0]), int(first[1]) if first[1:] else 0, None, "a" if late else half)
    if begin is None or end is None:
        return None
    offset = offset_of(match)
    return (
        (match.start(), match.end("first"), Clock(clock=begin, offset=offset)),
        (match.start("last"), match.end(), Clock(clock=end, offset=offset)),
    )


@phrase(
    rf"(?P<hour>{HOURS}|1[0-2]|[1-9])(?:[:.](?P<minute>[0-5][0-9])|\s(?P<spoken>{SPOKEN}))?\s(?:(?:in\sthe|this|that|the\s(?:next|following|same)|(?P<day>today|tomorrow|yesterday))\s(?P<part>morning|afternoon|evening)|(?:at|that|last|(?P<day2>tomorrow))\s(?P<night>night)|(?P<tonight>tonight))",
    yes={
        "at 8 tonight": "2024-01-16T20:00",
        "The show airs at 12:30 tonight.": "2024-01-17T00:30",
        "They left at two last night.": "2024-01-16T02:00",
        "It airs at 9 tomorrow morning.": "2024-01-17T09:00",
        "at nine in the evening": "2024-01-16T21:00",
        "around 3:20 in the morning": "2024-01-16T03:20",
        "at 9 that evening": "2024-01-16T21:00",
        "at ten at night": "2024-01-16T22:00",
        "at nine fifteen this morning": "2024-01-16T09:15",
    },
    no=["five in the morning shift", "killed three in the afternoon", "the first of two in the evening"],
)
def hour_in_part(match: re.Match[str], context: Context) -> Made:
    """'at nine in the evening', 'at 9 that evening'."""
    before = context.before(match.start(), 20)
    if (
        MINUTES_BEFORE.search(before)
        or not re.search(
            r"\b(?:at|about|around|by|until|till|from|since|before|after|past|to|between|shortly) $", before
        )
        or re.match(r"[- ](?:shift|session|round|rush|post|raid|sun)", context.after(match.end(), 9))
    ):
        return None
    part = PARTS_OF_DAY[match["part"] or match["night"] or "night"]
    hour = int(number_of(match["hour"]) or 0)
    value = clock_in_part(hour, spoken_minute(match), part)
    if value is None:
        return None
    words = match.group()
    if " in the " in words or words.endswith("at night"):
        return Clock(clock=value)
    late = match["part"] is None and value < SMALL_HOURS_END  # "at 12:30 tonight" is after midnight
    if match["tonight"] or match["day"] or match["day2"]:
        days = {"yesterday": -1, "tomorrow": 1}.get(match["day"] or match["day2"] or "", 0) + late
        return Clock(clock=value, day=Count(count=days, unit="day"))
    count = -1 if words.endswith("last night") else 1 if re.search(r"\b(?:next|following) [a-z]+$", words) else 0
    count += late
    told = re.search(r"\b(?:this|last) [a-z]+$", words) is None
    return Clock(clock=value, day=Count(count=count, unit="day", base="reference" if told else "published"))


def clock_in_part(hour: int, minute: int, part: str) -> str | None:
    """The clock of an hour in a part of the day; twelve at night is the end of the day that the night begins in.

    >>> clock_in_part(9, 0, "NI"), clock_in_part(2, 30, "NI"), clock_in_part(12, 0, "NI"), clock_in_part(12, 0, "AF")
    ('21:00', '02:30', '24:00', '12:00')
    """
    if part == "NI" and (hour, minute) == (12, 0):
        return "24:00"
    late = part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12)
    return clock_of(hour, minute, None, "p" if late else "a")


# "ten past two this morning" is read whole, not from its hour.
MINUTES_BEFORE = re.compile(r"\b(?:half|quarter|minutes?|five|ten|twenty|twenty-five)[ -](?:past|to|after|before) $")


RULES: tuple[Rule, ...] = (
    clock_pair,
    half_day_clock,
    spelled_clock,
    clock,
    military_clock,
    o_clock,
    past_the_hour,
    hour_in_part,
    hour_after_part,
    noon,
)
