"""Which number of an event comes first: the one a reader asks for."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Quantity

_HARM = ("killed", "wounded", "missing", "detained", "displaced", "weapons", "people", "temperature", "money")
_FIRST = {"WEATHER": ("temperature",), "ECONOMY": ("money", "percentage"), "AID": ("money",), "COERCE": ("detained",)}
# Types whose length is the news: pauses, truces, extensions, sentences. Their numbers stay in the order of the text.
_LASTING = frozenset("RETREAT CONCEDE AGREE SUPPORT COOPERATE COERCE LEGAL SANCTION REJECT REQUEST OTHER".split())
# Types of what is done at once: "within two weeks" near them is no size of theirs.
_AT_ONCE = frozenset({"ASSAULT", "ACCUSE", "STATEMENT", "DEATH"})
_LAST = len(_HARM) + 2


def ordered(kind: str, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of an event of a type, the most telling first; a length comes last, and for what is done at once
    is left out.

    An attack: its dead, its wounded, its weapons. A cold spell: its temperature.
    """
    found = list(quantities)
    if kind in _AT_ONCE:
        found = [one for one in found if one.kind != "duration"]
    if kind in _LASTING:
        return tuple(found)
    order = (*_FIRST.get(kind, ()), *_HARM)
    return tuple(sorted(found, key=lambda one: _rank(one, order)))


def _rank(quantity: Quantity, order: tuple[str, ...]) -> int:
    if quantity.kind in order:
        return order.index(quantity.kind)
    return {"duration": _LAST + 1, "count": _LAST, "": _LAST}.get(quantity.kind, _LAST - 1)
