"""Behind which prepositions a party stands within the phrase of a thing or an act, and by whom an act was done."""

from __future__ import annotations

from timeline.events.roles.ascribed import DEEDS, OFFERS, at_hands, makers
from timeline.events.roles.nouns import UNDERGONE, is_armed, is_harm, is_place, is_weapon
from timeline.events.syntax.governed import governed, under
from timeline.events.syntax.words import TALKS
from timeline.language.document import Token

ACTING = "acting"  # the side that does it, where `kind` says what the other side meets
INSIDE = ("between", "by", "of", "from", "on", "against", "in", "to", "for", "with")
# Judging an act is aimed at who did it, not at whom the act met.
PROMISED = frozenset("offer promise pledge gift donation".split())
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def inner_words(noun: Token, kind: str) -> tuple[str, ...]:
    """The prepositions behind which a thing's own party stands: of an act of harm, who meets it stands behind the others."""
    if kind == ACTING and noun.lemma in PROMISED:
        return ("between", "by", "from")  # "an offer of troops"
    if kind == ACTING:
        return ("between", "by") if is_harm(noun) else ("between", "by", "of", "from")
    if kind == "CONSULT" or noun.lemma in TALKS:
        return tuple(
            word for word in INSIDE if word != "in"
        )  # "discussed migration in Izmir", "halt the talks in Rome"
    if kind in JUDGING:
        return ("from",) if is_harm(noun) or noun.lemma in UNDERGONE else ("of", "from")
    if kind == "PROTEST":
        return tuple(word for word in INSIDE if word != "in")  # "staged a protest in Lima against the tax"
    if kind == "ASSAULT":
        return tuple(word for word in INSIDE if word not in ("for", "with"))  # "burst into a tent for the mayor"
    return INSIDE


def struck_places(preposition: Token) -> list[Token]:
    """The acts of harm by which the places behind "in" are said to be struck."""
    hit = [one for noun in governed(preposition) if is_place(noun) for one in noun.children_by("acl")]
    return [harm for one in hit if one.tag == "VBN" for harm in under(one, "by") if is_harm(harm)]


def by_whom(noun: Token) -> list[Token]:
    """What "by" governs after a noun or after what follows it: "the invasion of Ukraine by Russia"."""
    inside = (one for word in ("of", "on", "against") for inner in under(noun, word) for one in under(inner, "by"))
    found = under(noun, "by") or list(inside)  # "the raid on Chad by Peru"
    if found or not (is_harm(noun) or is_weapon(noun) or noun.lemma in OFFERS or noun.lemma in DEEDS):
        return found
    if noun.lemma in OFFERS or noun.lemma in DEEDS:
        return makers(noun)
    return (
        makers(noun) or [one for one in under(noun, "from") if is_armed(one)] or at_hands(noun)
    )  # "fire from rebels", not "from Gaza"
