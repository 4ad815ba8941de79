"""Who, how much and how real, in words a person would say, and no more certain than the row they come from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

BASES = {
    "explicit": "the text names the date",
    "relative": "counted from a date the text gives or from the day it was published",
    "inherited": "taken over from the sentences before",
    "publication": "the text names no time: the day it was published is the only limit",
    "none": "the text gives no time",
}
MODALITY_WORDS = {
    "happened": "told as having happened",
    "ongoing": "told as going on",
    "planned": "planned, not yet told as done",
    "forecast": "forecast",
    "demanded": "demanded, not told as done",
    "threatened": "threatened, not told as done",
    "offered": "offered, not told as done",
    "denied": "denied",
    "conditional": "only under a condition",
    "alleged": "alleged, not established",
}


def listed(names: Sequence[str]) -> str:
    """
    >>> listed(["Russia", "Ukraine", "Turkey"])
    'Russia, Ukraine and Turkey'
    """
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def parties(row: Mapping[str, Any]) -> str:
    """Who to whom: "Russia → Ukraine"; several actors and no recipient did it together."""
    actors, recipients = texts(row.get("actors")), texts(row.get("recipients"))
    if actors and recipients:
        return f"{listed(actors)} → {listed(recipients)}"
    return listed(actors) or (f"→ {listed(recipients)}" if recipients else "")


def how_real(row: Mapping[str, Any]) -> str:
    """Modality and polarity in words, as the hover and the detail have them."""
    words = MODALITY_WORDS.get(str(row.get("modality")), str(row.get("modality") or ""))
    return f"{words}; told as not having taken place" if row.get("polarity") == "negative" else words


def who_says(row: Mapping[str, Any]) -> str:
    """Who says so: the speaker and the outlet; of several reports, the outlets, and who denies what they tell.

    >>> who_says({"speaker": "Zelenskyy", "publisher": "The Courier"})
    'says Zelenskyy, in The Courier'
    >>> who_says({"modality": "happened", "sources": [{"publisher": "The Courier", "modality": "happened"},
    ...     {"publisher": "The Wire", "modality": "denied", "speaker": "Akar"}]})
    'told by The Courier and The Wire; denied by Akar'
    """
    sources = records(row.get("sources"))
    if len(sources) < 2:
        speaker, outlet = str(row.get("speaker") or ""), str(row.get("publisher") or "a report without a named outlet")
        return f"says {speaker}, in {outlet}" if speaker else f"says {outlet}"
    outlets = list(dict.fromkeys(str(one.get("publisher") or "an unnamed outlet") for one in sources))
    told = outlets if len(outlets) <= 3 else [*outlets[:2], f"{len(outlets) - 2} others"]
    denying = dict.fromkeys(
        str(one.get("speaker") or one.get("publisher") or "")
        for one in sources
        if one.get("modality") == "denied" and row.get("modality") != "denied"
    )
    return f"told by {listed(told)}" + (
        f"; denied by {listed([one for one in denying if one])}" if any(denying) else ""
    )


def speakers(row: Mapping[str, Any]) -> list[str]:
    """Everyone the reports name as saying so, with how real they call it where that is not what the row says."""
    sources = records(row.get("sources")) or [row]
    found = []
    for one in sources:
        name, modality = str(one.get("speaker") or ""), str(one.get("modality") or "")
        if name:
            found.append(f"{name} ({modality})" if modality and modality != row.get("modality") else name)
    return list(dict.fromkeys(found))


def records(value: Any) -> list[Mapping[str, Any]]:
    """A list of records out of a cell that may be a list, an array, or nothing."""
    return [one for one in (value if value is not None else ()) if isinstance(one, Mapping)]


UNITS = {"degC": "°C", "degF": "°F", "USD": "US$", "EUR": "€", "GBP": "£"}
BEFORE = {"USD", "EUR", "GBP"}


def quantity(one: Mapping[str, Any]) -> str:
    """A quantity in words.

    >>> quantity({"kind": "temperature", "low": -26.0, "high": -26.0, "unit": "degC"})
    '−26 °C (temperature)'
    >>> quantity({"kind": "killed", "low": 40, "high": None, "unit": "people"})
    'at least 40 people (killed)'
    """
    low, high = number(one.get("low")), number(one.get("high"))
    unit = str(one.get("unit") or "")
    if low and high:
        amount = low if low == high else f"{low} to {high}"
    elif low or high:
        amount = f"at least {low}" if low else f"at most {high}"
    else:
        return ""
    sign = UNITS.get(unit, unit)
    full = f"{sign}{amount}" if unit in BEFORE and low == high else f"{amount} {sign}".rstrip()
    full = full.replace(" %", "%")
    kind = str(one.get("kind") or "")
    return f"{full} ({kind})" if kind and kind != unit else full


def number(value: Any) -> str:
    """A number with thin thousands and a real minus; "" for none."""
    if value is None or value != value:
        return ""
    try:
        amount = float(value)
    except (TypeError, ValueError):
        return ""
    if not math.isfinite(amount):
        return ""
    text = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.10g}"
    return text.replace("-", "−")


def texts(value: Any) -> list[str]:
    """A list of text out of a cell that may be a list, an array, or nothing."""
    if value is None or isinstance(value, (str, float)):
        return [value] if isinstance(value, str) and value else []
    return [str(one) for one in value if one]
