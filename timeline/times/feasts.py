"""Feasts that move with other calendars: the Orthodox Easter, the Jewish year's and the Islamic year's.

A feast that begins at sunset is named for the day after, as almanacs and news do.
"""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import EASTER_JULIAN, EASTER_WESTERN, easter
from hijridate import Hijri


def from_julian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the Julian calendar.

    >>> from_julian(1917, 10, 25)
    datetime.date(1917, 11, 7)
    """
    century = (year if month > 2 else year - 1) // 100
    return date(year, month, 1) + timedelta(days=day - 1 + century - century // 4 - 2)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, which reckon it by the Julian calendar.

    >>> orthodox_easter(2018), orthodox_easter(2024)
    (datetime.date(2018, 4, 8), datetime.date(2024, 5, 5))
    """
    sunday = easter(year, EASTER_JULIAN)
    return from_julian(year, sunday.month, sunday.day)


def western_easter(year: int) -> date:
    """Easter Sunday of the western churches, of the years before 1583 in the Julian calendar that they lived by.

    >>> western_easter(1471), western_easter(1916)
    (datetime.date(1471, 4, 14), datetime.date(1916, 4, 23))
    """
    sunday: date = easter(year, EASTER_JULIAN if year < FIRST_GREGORIAN else EASTER_WESTERN)
    return sunday


FIRST_GREGORIAN = 1583  # the first year whose Easter the new calendar reckons


def passover(year: int) -> date:
    """The first day of Passover, 15 Nisan (Gauss).

    >>> passover(2018), passover(2024), passover(1973)
    (datetime.date(2018, 3, 31), datetime.date(2024, 4, 23), datetime.date(1973, 4, 17))
    """
    jewish = year + 3760
    cycle, leap = (12 * jewish + 17) % 19, jewish % 4
    moment = 32.0440931611 + 1.5542417966 * cycle + 0.25 * leap - 0.00317779402 * jewish
    day = int(moment)
    weekday, rest = (day + 3 * jewish + 5 * leap + 5) % 7, moment - day
    if weekday == 0 and cycle > 11 and rest >= 0.89772376543:
        day += 1
    elif weekday == 1 and cycle > 6 and rest >= 0.63287037037:
        day += 2
    elif weekday in (2, 4, 6):
        day += 1
    return from_julian(year, 3, 1) + timedelta(days=day - 1)


def rosh_hashanah(year: int) -> date:
    """New Year of the Jewish calendar, 163 days after Passover.

    >>> rosh_hashanah(2018), rosh_hashanah(2023)
    (datetime.date(2018, 9, 10), datetime.date(2023, 9, 16))
    """
    return passover(year) + timedelta(days=163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, 25 Kislev; the month before it has a thirtieth day in the longest years.

    >>> hanukkah(2018), hanukkah(2023), hanukkah(2016)
    (datetime.date(2018, 12, 3), datetime.date(2023, 12, 8), datetime.date(2016, 12, 25))
    """
    new_year = rosh_hashanah(year)
    complete = (rosh_hashanah(year + 1) - new_year).days in (355, 385)
    return new_year + timedelta(days=83 + complete)


def islamic(year: int, month: int, day: int) -> date:
    """The first time in a Gregorian year that an Islamic day begins: by the Umm al-Qura calendar of Saudi Arabia where it
    is known (1343 to 1500 AH, 1924 to 2077), else by the tabular one. Other countries may see the moon a day later.

    >>> islamic(2024, 10, 1), islamic(2025, 9, 1), islamic(1900, 10, 1)
    (datetime.date(2024, 4, 10), datetime.date(2025, 3, 1), datetime.date(1900, 2, 1))
    """
    return _of_hijri(_hijri_year(year, month, day), month, day)


def _hijri_year(year: int, month: int, day: int) -> int:
    about = (year - 622) * 1461000 // 1417468  # the lengths of both calendars' years
    return next((one for one in range(about - 1, about + 3) if _of_hijri(one, month, day).year >= year), about + 3)


def _of_hijri(year: int, month: int, day: int) -> date:
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except OverflowError:
        passed = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
        return date.fromordinal(min(max(1, date(622, 7, 18).toordinal() + passed), date.max.toordinal()))


def ramadan(year: int) -> date:
    """The first day of the fast."""
    return islamic(year, 9, 1)


def days_of_ramadan(year: int) -> int:
    """How many days the fast that begins in a year has.

    >>> days_of_ramadan(2024), days_of_ramadan(2025), days_of_ramadan(2000)
    (30, 29, 30)
    """
    days = (_of_hijri(_hijri_year(year, 9, 1), 10, 1) - ramadan(year)).days
    return min(max(29, days), 30)  # 28 in 1925, in the first year of the Umm al-Qura table


def eid_al_fitr(year: int) -> date:
    """The day after the fast.

    >>> eid_al_fitr(2025)
    datetime.date(2025, 3, 30)
    """
    return islamic(year, 10, 1)


def eid_al_adha(year: int) -> date:
    """The feast of sacrifice, in the month of the pilgrimage.

    >>> eid_al_adha(2024)
    datetime.date(2024, 6, 16)
    """
    return islamic(year, 12, 10)


def ashura(year: int) -> date:
    """
    >>> ashura(2024)
    datetime.date(2024, 7, 16)
    """
    return islamic(year, 1, 10)


def mawlid(year: int) -> date:
    """The birthday of the Prophet.

    >>> mawlid(2024)
    datetime.date(2024, 9, 15)
    """
    return islamic(year, 3, 12)
