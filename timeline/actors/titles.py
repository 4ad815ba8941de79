"""Titles before a name: polite ones, ranks and offices that make a person of what follows."""

from __future__ import annotations

from timeline.language.document import Token

POLITE = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. prof. sir".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady gen gen. col col. lt lt. maj maj. capt capt. sgt "
    "sgt. adm adm. cmdr cmdr. brig brig. rep rep. sen sen. gov gov. hon hon. rev rev. fr fr. st pres pres. sheikh mullah "
    "ayatollah".split()
)
RANKS = (TITLES - {"st", "pres"}) | frozenset(
    "general colonel captain major sergeant lieutenant admiral senator judge professor inspector detective secretary "
    "minister chancellor governor mayor ambassador congressman congresswoman justice commissioner bishop archbishop "
    "cardinal rabbi imam pastor reverend".split()
)


def is_rank_of(title: Token, name: Token) -> bool:
    """ "General China", "Secretary Chad": the title is the name's own; "the general, China said" has none."""
    return title.text.istitle() and title.lower in RANKS and title.head is name and title.i == name.i - 1
