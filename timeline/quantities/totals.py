"""How many people a text tells to have been killed and captured, its repetitions counted once.

News tells the same deed several times: in the title, in the lead, in the detail. So persons are counted by what they
are (a leader, his fighters): a definite or repeated mention adds nothing, "two more" adds, and an exact number takes
the place of a vague one. What is only planned, denied or told of another attack does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from timeline.language.document import Document, Token
from timeline.model import Quantity
from timeline.quantities.kinds import custody_of
from timeline.quantities.words import people, things

COUNTED = {"killed": "killed", "detained": "captured"}
MORE = frozenset("additional another other more further separate second third fellow".split())
SOME = frozenset("several multiple numerous many various".split())
GROUPS = frozenset("number group handful band cell team series".split())
HEADS = frozenset(
    "leader commander sub-commander subcommander facilitator chief emir governor deputy expert planner mastermind "
    "financier supplier dealer trafficker official head boss kingpin coordinator lieutenant aide adviser advisor".split()
)
NOT_YET = frozenset("to could may might would will should can not".split())
BACK = 300  # words looked back over for the number of "the insurgents"
PLURAL, VAGUE = 2.0, 3.0  # the least that "insurgents" and "several insurgents" are
DEFINITE = frozenset("the this that these those his her their its both".split())
PRONOUNS = {
    "he": 1.0,
    "him": 1.0,
    "she": 1.0,
    "her": 1.0,
    "both": 2.0,
    "they": 2.0,
    "them": 2.0,
    "all": 2.0,
    "those": 2.0,
}
TAKING = frozenset({"seize", "capture"})  # towns and weapons are captured, too
TOLD = frozenset("confirm announce report lead result follow include say claim".split())
UNREAL = frozenset(
    "attempt try plan want seek intend fail aim plot hope refuse threaten order vow pledge target conduct suspect".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody killed or captured: how many at least, who they are, and whether the words are exact, definite, or say
    that there are more of them. `deed` is the place of the word that tells what was done to them."""

    deed: int
    kind: str
    noun: Token
    count: float
    is_exact: bool
    is_definite: bool
    is_more: bool

    @property
    def group(self) -> str:
        """A pronoun is somebody told of elsewhere: it counts only where nobody else does."""
        if self.noun.lower in PRONOUNS:
            return "anybody"
        if self.noun.base in HEADS:
            return "leaders"
        return "leaders" if self.noun.pos == "PROPN" and self.noun.lower not in things() else "others"


@dataclass(slots=True)
class Totals:
    """The least number killed and captured, with the mentions they were counted from."""

    killed: int = 0
    captured: int = 0
    mentions: list[Mention] = field(default_factory=list)


def count_totals(document: Document, quantities: Sequence[Quantity], leave_out: frozenset[str] = frozenset()) -> Totals:
    """What the document tells in all; persons called by a word of `leave_out` (lemmas) are not counted."""
    found = [one for one in find_mentions(document, quantities) if one.noun.base not in leave_out]
    return Totals(
        killed=_sum([one for one in found if one.kind == "killed"]),
        captured=_sum([one for one in found if one.kind == "captured"]),
        mentions=found,
    )


def find_mentions(document: Document, quantities: Sequence[Quantity]) -> Iterator[Mention]:
    """Everybody told to have been killed or captured, in order of appearance."""
    at = {quantity.span.end: quantity for quantity in quantities}
    for sentence in document.sentences:
        for word in sentence.tokens:
            kind, nouns = _deed(word)
            for noun in nouns:
                mention = _mention(_deed_of(word), kind, noun, at, document)
                if mention is not None and (word.lemma not in TAKING or _is_known_person(mention.noun)):
                    yield mention


def _deed_of(word: Token) -> int:
    """The place of the first of joined verbs: "four died and two drowned" is one deed."""
    while word.dep == "conj" and word.head.pos == "VERB":
        word = word.head
    return word.i


def _deed(word: Token) -> tuple[str, list[Token]]:
    """What the word tells to have been done, and to whom; "" and nobody where it tells nothing of the kind."""
    if word.pos in ("VERB", "ADJ"):
        done = people()["object"].get(word.lemma) or people()["object"].get(word.lower)
        dying = people()["subject"].get(word.lemma) if done is None else None
        custody = custody_of(word) if done is None and dying is None else None
        kind = COUNTED.get((done or dying or custody or ("",))[0], "")
        if kind and word.lemma != "lose" and _is_told(word):
            return kind, list(_patients(word, is_dying=dying is not None))
    elif word.pos == "NOUN":
        kind = COUNTED.get(people()["event"].get(word.lemma, ("",))[0], "")
        of = next((child for child in word.children_by("prep") if child.lower == "of"), None)
        noun = of.child("pobj") if of is not None else None
        verb = next((above for above in word.ancestors() if above.pos == "VERB"), None)
        if kind and noun is not None and verb is not None and verb.lemma in TOLD and _is_told(verb):
            return kind, _joined(noun)
    return "", []


def _is_told(verb: Token) -> bool:
    """Whether the verb tells a deed of the report itself: not negated, not planned, not in describing somebody."""
    for child in verb.children:
        if child.dep == "neg" or (child.dep in ("aux", "mark") and child.lower in NOT_YET):
            return False
    for word in (verb, *verb.ancestors()):
        if word.dep == "relcl" and _is_person(word.head) and word is not verb:
            return False
        if word.dep in ("pcomp", "advcl", "xcomp") and word.head.lemma in UNREAL:
            return False
    return True


def _patients(verb: Token, *, is_dying: bool) -> Iterator[Token]:
    """Those to whom it is done, with all that are joined to them."""
    if is_dying:
        found = verb.children_by("nsubj")
    elif verb.child("auxpass", "nsubjpass") is not None:
        found = verb.children_by("nsubjpass")
    else:
        found = verb.children_by("dobj")
        if not found and (verb.tag == "VBN" or verb.lemma in people()["subject"]):
            found = verb.children_by("nsubj")
    if not found and verb.dep == "conj" and verb.tag == "VBN":
        found = verb.head.children_by("nsubjpass") or (verb.head.children_by("nsubj") if verb.child("auxpass") else [])
    if not found and verb.dep in ("acl", "amod") and verb.tag == "VBN":
        found = [verb.head]
    for noun in found:
        yield from _joined(verb.head if noun.tag in ("WP", "WDT") and verb.dep == "relcl" else noun)
    if found:
        yield from _beside(verb)


def _joined(noun: Token) -> list[Token]:
    """The noun with what is joined to it: by "and", or "along with"."""
    found = [noun]
    for one in found:  # grows while it is read
        found += one.children_by("conj")
        found += _beside(one)
    return found


def _beside(word: Token) -> list[Token]:
    """ "along with two others", "together with his guards"."""
    found = []
    for preposition in word.children_by("prep"):
        if preposition.lower in ("along", "together"):
            found += [noun for inner in preposition.children_by("prep") for noun in inner.children_by("pobj")]
        elif preposition.lower == "with" and preposition.child("advmod") is not None:
            found += preposition.children_by("pobj")
    return found


def _mention(deed: int, kind: str, noun: Token, at: dict[int, Quantity], document: Document) -> Mention | None:
    if noun.lower in PRONOUNS and noun.child("prep") is None:
        return Mention(deed, kind, noun, PRONOUNS[noun.lower], False, True, False)
    if noun.pos == "PRON" and noun.lower not in SOME and noun.lower not in ("one", "others", "another"):
        return None
    words = {child.lower for child in noun.children if child.i < noun.i}
    if "no" in words:
        return None
    preposition = noun.child("prep")
    is_group = noun.lemma in GROUPS and preposition is not None
    inner = noun
    if (
        preposition is not None
        and preposition.lower == "of"
        and (is_group or noun.pos == "NUM" or noun.lower in SOME | {"one"})
    ):
        inner = preposition.child("pobj") or noun
    if not _is_person(inner) and inner.pos not in ("NUM", "PRON") and inner.lower not in SOME:
        return None
    more = not words.isdisjoint(MORE) or noun.lower in ("others", "another")
    definite = not words.isdisjoint(DEFINITE) or (noun.pos == "PROPN" and not words)
    number = next((at[one.end] for one in (*noun.children, noun) if one.i <= noun.i and one.end in at), None)
    count, is_exact = _at_least(number)
    if count:
        return Mention(deed, kind, inner, count, is_exact, definite, more)
    if noun.lower == "one":
        return Mention(deed, kind, inner, 1.0, True, False, more)
    if is_group or not words.isdisjoint(SOME) or noun.lower in SOME:
        return Mention(deed, kind, inner, VAGUE, False, False, more)
    if inner.tag in ("NNS", "NNPS") or noun.lower == "others":
        return Mention(
            deed, kind, inner, _told_before(inner, at, document) if definite else PLURAL, False, definite, more
        )
    return Mention(deed, kind, inner, 1.0, True, definite, more)


def _at_least(number: Quantity | None) -> tuple[float, bool]:
    """The least that a number of people means, and whether it is exact: "more than 30" is 31."""
    if number is None:
        return 0.0, False
    vague = "vague" in number.rule
    if number.low is None:
        return number.high or 0.0, True
    return number.low + (number.high is None and not vague and "more than" in number.rule), not vague


def _told_before(noun: Token, at: dict[int, Quantity], document: Document) -> float:
    """How many "the insurgents" are: as many as they were when last told of with a number."""
    for k in range(noun.i - 1, max(-1, noun.i - BACK), -1):
        other = document.tokens[k]
        if other.lemma != noun.lemma or other.tag != noun.tag:
            continue
        count = next((_at_least(at[child.end])[0] for child in other.children if child.i < k and child.end in at), 0.0)
        if count:
            return count
        above = other.head.head if other.head.lower == "of" else other
        if above.lemma in GROUPS or any(child.lower in SOME for child in other.children):
            return VAGUE
    return PLURAL


def _is_person(noun: Token) -> bool:
    known = things().get(noun.lower)
    if known is not None:
        return known[0] == "people"
    if noun.lower in people()["status"]:
        return True
    if noun.pos == "PROPN":
        return noun.entity in ("PERSON", "NORP", "")
    return noun.base in HEADS or noun.lower.endswith(("er", "ers", "or", "ors", "ist", "ists", "man", "men"))


def _is_known_person(noun: Token) -> bool:
    return things().get(noun.lower, ("",))[0] == "people" or noun.base in HEADS or noun.entity == "PERSON"


def _sum(mentions: list[Mention]) -> int:
    """Persons by group, deed by deed: of one group the most told at once, and those told to come on top. A deed done to
    somebody known ("the leader and two of his men") tells of the same persons again: it only sets the least."""
    most: dict[str, float] = {}
    least = 0.0
    seen: set[tuple[str, float]] = set()
    for deed in _by_deed(mentions):
        if most and any(one.is_definite for one in deed):
            least = max(least, sum(one.count for one in deed))
            continue
        told: dict[str, float] = {}
        for one in deed:
            key = (one.noun.lemma, one.count)
            if one.is_more and most.get(one.group) and one.group not in told:
                told[one.group] = most[one.group] if key not in seen else 0.0
            told[one.group] = told.get(one.group, 0.0) + (0.0 if one.is_more and key in seen else one.count)
            seen.add(key)
        for group, count in told.items():
            most[group] = max(most.get(group, 0.0), count)
    anybody = most.pop("anybody", 0.0)
    return round(max(sum(most.values()) or anybody, least))


def _by_deed(mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions by deed, in order. What a title tells is told again below it, if anything is."""
    deeds: dict[int, list[Mention]] = {}
    for one in mentions:
        deeds.setdefault(one.deed, []).append(one)
    body = [deed for deed in deeds.values() if not _is_title(deed[0].noun)]
    return body or list(deeds.values())


def _is_title(word: Token) -> bool:
    sentence = word.sentence
    return sentence.paragraph == 0 and sentence.index == 0 and sentence.tokens[-1].text not in (".", "!", "?", '"')
