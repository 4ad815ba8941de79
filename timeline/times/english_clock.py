"""English: times of day ("5 p.m. EST", "15:00 GMT", "Friday morning", "overnight")."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

from timeline.rules import Rule
from timeline.times.meaning import Bare, Clock, Count, Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.words import PART_OF_DAY, PARTS_OF_DAY, SMALL, WEEKDAY, number_of, one_of, weekday_of

ZONES = {
    row["zone"].lower(): int(row["minutes"])
    for row in csv.DictReader(files("timeline.times").joinpath("zones.csv").read_text(encoding="utf-8").splitlines())
}
ZONE = rf"(?:(?P<zone>{one_of(ZONES)})\b(?:\s?(?P<sign>[+-])(?P<shift>[0-9]{{1,2}})(?::?[0-9]{{2}})?)?|(?:eastern|pacific|central|mountain|greenwich\smean)\s(?:standard\s|daylight\s|summer\s)?time)"
HALF_DAY = r"(?P<half>[ap]\.\s?m(?:\.|\b)|[ap]\s?m\b)"
HOURS = one_of([w for w, n in SMALL.items() if 1 <= n <= 12])


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


def offset_of(match: re.Match[str]) -> int | None:
    """Minutes from UTC, of the zone in the match."""
    zone = match.groupdict().get("zone")
    if not zone:
        return None
    extra = int(match["shift"]) * 60 * (-1 if match["sign"] == "-" else 1) if match["shift"] else 0
    return ZONES[zone] + extra


@phrase(
    rf"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?:[:.](?P<second>[0-5][0-9]))?)?\s?{HALF_DAY}(?:\s{ZONE})?",
    yes={
        "5 p.m.": "2024-01-16T17:00",
        "10:35 a.m.": "2024-01-16T10:35",
        "5 p.m. EST": "2024-01-16T17:00",
        "7pm": "2024-01-16T19:00",
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
    if match["half"] in ("a m", "p m") or verb:
        return None
    return Clock(clock=clock, offset=offset_of(match))


@phrase(
    rf"(?P<hour>[0-2]?[0-9])(?P<mark>[:.h])(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?:\s?(?:hours|hrs))?(?:\s?\(?{ZONE}\)?)?",
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
    rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])\s?(?:hours\s?(?:{ZONE.replace('zone', 'zone2').replace('sign', 'sign2').replace('shift', 'shift2')})?|hrs|{ZONE})",
    yes={"0735 GMT": "2024-01-16T07:35", "at 0600 hours": "2024-01-16T06:00"},
    no=["0735 people", "1500 miles"],
)
def military_clock(match: re.Match[str], context: Context) -> Made:
    """'0735 GMT'."""
    return Clock(clock=f"{match['hour']}:{match['minute']}", offset=offset_of(match))


@phrase(
    rf"(?:(?P<past>half|a\squarter|quarter|[0-9]{{1,2}}|{HOURS}|twenty|twenty-five)(?:\sminutes)?\s(?P<way>past|to|after|before)\s)?(?P<hour>[0-9]{{1,2}}|{HOURS})(?:\so'clock)(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|(?P<half>a\.?m|p\.?m)\.?|at\snight))?|half\spast\s(?P<half_past>{HOURS}|[0-9]{{1,2}})",
    yes={"five o'clock in the afternoon": "2024-01-16T17:00", "half past three": "2024-01-16T03:30"},
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
    r"(?P<word>noon|midday|midnight|noontime)",
    yes={"at noon": "2024-01-16T12:00", "by midnight": "2024-01-16T24:00"},
    no=["High Noon"],
)
def noon(match: re.Match[str], context: Context) -> Made:
    """'noon', 'midnight'."""
    if context.is_capital(match.start()) and match.start() and context.document.parsed:
        return None
    return Clock(clock="24:00" if match["word"] == "midnight" else "12:00")


@phrase(
    rf"(?:early\s|late\s|mid[- ]|(?P<lead>last\s|this\s|next\s))?(?P<weekday>{WEEKDAY})(?P<gap>\s|'s\s)(?:early\s|late\s|mid-?)?(?P<part>{PART_OF_DAY})",
    yes={"Friday morning": "2024-01-12TMO", "early Thursday evening": "2024-01-11TEV"},
    no=["Saturday Night Live", "Friday Night Lights"],
)
def weekday_part(match: re.Match[str], context: Context) -> Made:
    """'Friday morning'."""
    if not context.is_capital(match.start("weekday")) or context.is_capital(match.start("part")):
        return None
    toward = (match["lead"] or "").strip()
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=Bare(weekday=weekday_of(match["weekday"]), toward=toward))


@phrase(
    rf"(?:early\s|late\s)?(?P<day>yesterday|tomorrow|today|the\sday\sbefore\syesterday|the\sday\safter\stomorrow)\s(?:early\s|late\s)?(?P<part>{PART_OF_DAY})",
    yes={"tomorrow morning": "2024-01-17TMO", "yesterday afternoon": "2024-01-15TAF"},
)
def deictic_part(match: re.Match[str], context: Context) -> Made:
    """'tomorrow morning'."""
    words = match["day"]
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words, -2 if "yesterday" in words else 2)
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=Count(count=days, unit="day"))


@phrase(
    rf"(?P<which>this|last|that|the\snext|the\sfollowing|the\sprevious|the\ssame|next)\s(?:very\s)?(?:early\s|late\s)?(?P<part>{PART_OF_DAY})|tonight",
    yes={
        "this morning": "2024-01-16TMO",
        "last night": "2024-01-15TNI",
        "tonight": "2024-01-16TNI",
        "the next morning": "2024-01-17TMO",
    },
    no=["a guest on The Tonight Show", 'Speaking on CBS\'s "This Morning" he denied it.'],
)
def which_part(match: re.Match[str], context: Context) -> Made:
    """'this morning', 'last night', 'the next morning'."""
    if context.is_in_name(match.end() - 1):
        return None
    if match["which"] is None:
        return Clock(clock="NI", day=Count(count=0, unit="day"))
    which = " ".join(match["which"].split())
    count = {"last": -1, "the previous": -1, "this": 0, "that": 0, "the same": 0}.get(which, 1)
    base = "published" if which in ("this", "last") else "reference"
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=Count(count=count, unit="day", base=base))


@phrase(
    r"overnight",
    yes={"overnight": "2024-01-16TNI"},
    no=["an overnight success", "Overnight Express"],
)
def overnight(match: re.Match[str], context: Context) -> Made:
    """'overnight': the night that leads to the day."""
    if context.tag_at(match.start()) in ("JJ", "NN", "NNP"):
        return None
    return Clock(clock="NI", day=Count(count=0, unit="day", base="either"))


@phrase(
    r"(?:the\s)?(?:(?:early|late|small|wee)\s)?(?P<part>morning|afternoon|evening|night|hours|dawn|dusk|sunrise|sunset|nightfall|daybreak|daytime|nighttime|mid-?morning|mid[- ]afternoon)(?:\shours)?",
    yes={
        "at night": "XXXX-XX-XXTNI",
        "in the morning": "2024-01-16TMO",
        "by mid afternoon": "2024-01-16TAF",
        "at dawn": "2024-01-16TMO",
    },
    no=[
        "a night to remember",
        "election night",
        "Night fell",
        "the Dawn newspaper",
        "working hours",
        "since the dawn of the republic",
        "the evening standard",
    ],
)
def part_of_day(match: re.Match[str], context: Context) -> Made:
    """'in the morning', 'at night'."""
    words, part = match.group(), match["part"]
    before, after = context.before(match.start(), 12), context.after(match.end(), 12)
    code = {
        "dawn": "MO", "sunrise": "MO", "daybreak": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI", "daytime": "DT",
        "mid-morning": "MO", "midmorning": "MO", "mid afternoon": "AF", "mid-afternoon": "AF",
    }.get(part, PARTS_OF_DAY.get(part, ""))  # fmt: skip
    if not code or context.is_capital(match.start("part")):
        return None
    if re.match(
        r"[- ](?:prayers|shift|standard|news|post|raid|club|vision|market|school|star|sickness|life)", after
    ) or after.startswith("-"):
        return None
    if part == "dawn" and after.startswith(" of "):
        return None
    if part in ("night", "daytime", "nighttime") and not words.startswith(("the ", "early", "late")):
        if re.search(r"\b(?:at|by) $", before):
            return Known(type="TIME", value=f"XXXX-XX-XXT{code}")
        return None
    if not re.search(r"\b(?:in|by|at|during|on|until|before|since|from|after|throughout|through|through) $", before):
        return None
    if (
        words.startswith("the ")
        or re.match(r"early|late|mid", words)
        or part in ("dawn", "sunrise", "daybreak", "dusk", "sunset", "nightfall")
    ):
        return Clock(clock=code)
    return None


@phrase(
    r"(?P<part>night|nighttime|daytime|daylight)(?=[\s-](?:attacks?|raids?|operations?|patrols?|march(?:es|ed)?|flights?|strikes?|bombings?|bombardments?|shelling|traffic|fighting|assaults?|landings?|curfew|actions?|battles?|missions?|sorties|air)\b)",
    yes={"using night attacks": "XXXX-XX-XXTNI", "a daytime raid": "XXXX-XX-XXTDT"},
    no=["night clubs", "Night attack"],
)
def by_night(match: re.Match[str], context: Context) -> Made:
    """'night attacks': those of any night."""
    if context.is_capital(match.start()):
        return None
    return Known(type="TIME", value=f"XXXX-XX-XXT{'NI' if match['part'].startswith('night') else 'DT'}")


RULES: tuple[Rule, ...] = (
    half_day_clock,
    clock,
    military_clock,
    o_clock,
    noon,
    weekday_part,
    deictic_part,
    which_part,
    overnight,
    part_of_day,
    by_night,
)
