"""The scene: soldiers, police or protesters without a country take that of the place their sentence speaks of."""

from __future__ import annotations

from timeline.actors.phrases import Mention
from timeline.actors.roles import main_country
from timeline.actors.seeds import WHERE, Seed

NATIONAL = frozenset(("MIL", "COP", "GOV", "LEG", "JUD", "SPY"))
LOCAL = frozenset(("OPP", "CVL", "EDU", "LAB", "AGR", "HLH", "REF", "CRM", "REB"))


def fill_countries(seeds: list[Seed], mentions: list[Mention]) -> None:
    """Countries of groups and bodies known by a common noun alone; mentions are changed in place."""
    scene: dict[int, set[str]] = {}
    for seed in seeds:
        if seed.kind in ("state", "place") and seed.country and not seed.turned:
            head = seed.head
            if head.dep == "pobj" and head.head.lower in WHERE:
                scene.setdefault(head.sentence.index, set()).add(seed.country)
    main = main_country(mentions)
    for mention in mentions:
        if mention.country or mention.seed.form != "noun" or mention.seed.noun is None or mention.kind == "unknown":
            continue
        here = scene.get(mention.head.sentence.index, set())
        if len(here) == 1 and (mention.sector in NATIONAL or mention.sector in LOCAL):
            mention.country = min(here)
        elif mention.sector in NATIONAL and not here and mention.seed.noun.kind != "person":
            mention.country = main
