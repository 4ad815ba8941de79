"""Base acts and the words that embed them: "agreed to lift the embargo" is one event, not three.

`embedding.csv` says what comes of an operator over a carried type: stopping ASSAULT is RETREAT, stopping AID is
SANCTION, promising a cooperative act is AGREE, promising a hostile one THREATEN. `=` keeps the carried type.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from timeline.events.syntax.arguments import objects, subjects, surface_subjects
from timeline.events.syntax.governed import governed, under
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.structure import is_prospective, is_raising
from timeline.events.triggers.denial import CLAIMS, denied, disclaimed
from timeline.events.triggers.harm import by_disaster
from timeline.events.triggers.lexicon import Row
from timeline.events.triggers.trigger import Candidate, Trigger, position, weigh
from timeline.language.document import Token

CONFLICT = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT", "ACCUSE"})
# Operators whose own row needs nothing carried: they only pass a type on.
TRANSPARENT = frozenset(
    {"light", "plan", "wish", "decide", "order", "law", "say", "deny", "disclaim", "stop", "absent", "statement"}
)
# Operators that take everything coordinated with the act they carry: "urged it to lift sanctions and stop meddling".
SPEECH = frozenset({"request", "appeal", "threat", "agree", "promise", "offer", "refuse", "must", "deny", "wish"})
ENDING = frozenset({"RETREAT", "SANCTION"})  # types of rows that read what they end
YIELDING = frozenset({"CONCEDE", "CONSULT", "AGREE"})  # what one "vows not to" do is refused
CHARGES = frozenset({"ACCUSE", "PROTEST", "SANCTION"})
# Verbs of which "attacks" and "fire" on a rival are words: "stepped up his attacks on the media".
WAGING = frozenset(
    "train turn direct aim concentrate redouble step intensify sharpen renew resume keep launch draw".split()
)
BREAKING_OUT = frozenset({"break", "erupt", "rage", "rag", "flare"})
RIGHTS = frozenset({"right", "power"})
FORESTALLING = frozenset({"avoid", "prevent", "avert"})
DEPTH = 3  # words without a meaning of their own that may stand between operator and act


@lru_cache(maxsize=1)
def outcomes() -> dict[tuple[str, str], tuple[str, bool]]:
    """(operator, carried type, or "conflict" or "*") → type ("=" keeps it) and whether the carried act is folded in."""
    with (Path(__file__).parent / "embedding.csv").open(encoding="utf-8", newline="") as file:
        return {(row["operator"], row["carried"]): (row["type"], row["fold"] == "yes") for row in csv.DictReader(file)}


def outcome(operator: str, carried: str) -> tuple[str, bool]:
    """The type that comes of an operator over a type, and whether both are one row."""
    table = outcomes()
    for key in (carried, "conflict" if carried in CONFLICT else "", "*"):
        if (operator, key) in table:
            made, fold = table[operator, key]
            return (carried if made == "=" else made), fold
    return carried, True


def compose(own: dict[int, Candidate]) -> list[Trigger]:
    """The sentence's triggers in order of appearance, each carried act inside its carrier."""
    own = {i: by_disaster(one, own) for i, one in own.items()}
    made: dict[int, Trigger | None] = {}
    folded: set[int] = absorbed(own)
    carriers: dict[int, int] = {}
    for i in sorted(own):
        _resolve(i, own, made, folded, carriers, frozenset())
    found = []
    disasters = {one.core.i for one in made.values() if one is not None and one.type == "DISASTER"}
    for i in sorted(made):
        trigger = made[i]
        if trigger is None or i in folded or not (own[i].row.alone or trigger.carries or trigger.operators):
            continue
        if trigger.type == "DISASTER" and trigger.head.dep == "acl" and trigger.head.head.i in disasters:
            continue  # "a quake causing eleven deaths": the quake
        above = made.get(carriers[i]) if i in carriers else None
        found.append(replace(trigger, carrier=above) if above is not None else trigger)
    return found


def _resolve(
    i: int,
    own: dict[int, Candidate],
    made: dict[int, Trigger | None],
    folded: set[int],
    carriers: dict[int, int],
    path: frozenset[int],
) -> Trigger | None:
    if i in made:
        return made[i]
    one = own[i]
    operator = one.row.operator
    carried: Trigger | None = None
    passed = path | {i}
    while operator and carried is None and (found := targets(one, own, passed)):
        for target in found:
            carried = _resolve(target.i, own, made, folded, carriers, path | {i})
            if carried is not None:
                break
        passed |= {target.i for target in found}  # what signals nothing is looked through
    made[i] = _alone(one) if carried is None else _together(one, carried, folded, carriers)
    return made[i]


def _alone(one: Candidate) -> Trigger | None:
    if not one.row.type or _is_no_threat(one):
        return None
    tokens = (one.token, *one.parts)
    head = one.token.head if one.row.operator == "must" and one.token.dep == "aux" else one.token
    noun = next((part for part in one.parts if part.dep == "dobj" and part.pos == "NOUN"), head)
    return Trigger(
        head=head,
        first=min(tokens, key=position),
        last=max(tokens, key=position),
        type=one.row.type,
        mode=one.row.mode,
        rule=one.row.rule,
        core=noun,
        real=head,
        weight=weigh(one),
    )


def _is_no_threat(one: Candidate) -> bool:
    """ "will not retaliate", where the row asks for no "not": no threat, as "will not tolerate" is."""
    row = one.row
    if row.type != "THREATEN" or row.operator or one.token.child("neg") is None:
        return False
    asked = [need for need in row.needs if not need.negated]
    return any(need.key == "aux" for need in asked) and not any("not" in (need.words or ()) for need in asked)


def _together(one: Candidate, carried: Trigger, folded: set[int], carriers: dict[int, int]) -> Trigger | None:
    operator = one.row.operator
    kind, fold = outcome(operator, carried.type)
    if kind == "THREATEN" and operator != "threat" and carried.head.child("neg") is not None:
        kind = "AGREE"  # "pledged not to attack"; "warned it not to attack" is a threat
    if operator == "promise" and carried.type == "SUPPORT" and carried.mode == "sign":
        kind = "AGREE"  # "renewed its offer of a settlement"
    if operator == "promise" and carried.type in YIELDING and carried.head.child("neg") is not None:
        kind = "REJECT"  # "vowed not to resign"
    if operator == "stop" and carried.operators[:1] == ("wish",) and carried.head.lemma in RIGHTS:
        kind = "COERCE"  # "limits the right to protest"
    if operator in ("say", "statement"):
        return None
    if operator == "must":
        folded.add(carried.head.i)
    if not kind or (operator == "stop" and _forestalls(one.token)):
        folded.add(carried.head.i)
        return None
    own = _alone(one)
    carriers.setdefault(carried.head.i, one.token.i)
    if operator in SPEECH:
        coordinated(carried, folded)
    if operator in ("end", "stop") and carried.head.pos == "NOUN":  # "an end to bombings and other attacks"
        nouns = (carried.head, carried.core)
        folded.update(one.i for noun in nouns for one in noun.children_by("conj") if one.child("det", "poss") is None)
    if operator == "deny":
        folded.add(carried.head.i)
        folded.update(token.i for token in carried.head.ancestors() if token.pos == "ADP")  # "behind the attack"
        return denied(one, carried, _governed(one.token, "deny", one.parts))
    if operator == "disclaim":
        folded.add(carried.head.i)
        return disclaimed(one, carried)
    if not fold:
        if operator == "end":  # what ends is told beside its end
            own = replace(_alone(replace(one, row=replace(one.row, type=kind))) or carried, operators=(operator,))
        if own and operator == "accuse":  # what is told first is that somebody blames
            own = replace(own, weight=max(own.weight, carried.weight))
        return replace(own, carries=carried) if own else None
    folded.add(carried.head.i)
    passes_on = operator in TRANSPARENT or own is None
    tokens = (one.token, *one.parts, carried.first, carried.last)
    same = kind == carried.type and passes_on
    return Trigger(
        head=carried.head if operator == "absent" else own.head if own else one.token,
        first=min(tokens, key=position),
        last=max(tokens, key=position),
        type=kind,
        mode=carried.mode if same else carried.type.lower(),
        rule=carried.rule if same else (own.rule if own else f"{operator}: {one.token.lemma} + {carried.rule}"),
        core=carried.core,
        real=carried.real if same and not _supports(one, carried) else one.token,
        weight=weigh(one),
        carries=carried.carries if same else carried,
        operators=(operator, *carried.operators),
    )


def _forestalls(verb: Token) -> bool:
    """Whether a verb only says what for something is done: "pulled back to avoid [combat]" ends no combat."""
    return verb.lemma in FORESTALLING and verb.dep in ("advcl", "acl") and is_prospective(verb)


def _supports(one: Candidate, carried: Trigger) -> bool:
    """Whether a verb does the act that its object names as a known one: "will not renew its contract" renews none. What
    the noun says itself ("no talks", "constant raids") goes before."""
    verb, noun = one.token, carried.real
    if (
        one.row.operator != "light"
        or verb.pos != "VERB"
        or noun.head is not verb
        or noun.dep not in ("dobj", "nsubjpass")
    ):
        return False
    before = [child for child in noun.children if child.i < noun.i]
    known = any(child.dep == "poss" or child.lower in ("the", "this", "these", "those") for child in before)
    return known and not any(child.dep in ("amod", "neg") for child in before)


def coordinated(carried: Trigger, folded: set[int]) -> None:
    """Fold the verbs coordinated with a carried one that have no subject of their own."""
    at = [carried.head]
    while at:
        one = at.pop()
        for child in one.children:
            if child.dep == "conj" and child.child("nsubj", "nsubjpass") is None:
                folded.add(child.i)
                at.append(child)


def absorbed(own: dict[int, Candidate]) -> set[int]:
    """Nouns that the row of their verb already reads: "lifted sanctions" is CONCEDE, and no SANCTION beside it."""
    found: set[int] = set()
    for i, one in own.items():
        row = one.row
        if row.pos == "n" and row.type == "RETREAT":
            found.update(noun.i for word in ("in", "of", "to") for noun in under(one.token, word))
        elif row.pos == "n" and row.type and not row.operator:
            for need in row.needs:
                if need.key in ("in", "of", "to") and not need.negated and not need.anything:
                    found.update(noun.i for noun in under(one.token, need.key))
        if row.pos == "v" and row.type == "ACCUSE":
            found.update(
                below.i
                for below in named_by_row(one.token, row)
                if below.i in own and (own[below.i].row.type in CHARGES or one.token.lemma in WAGING)
            )
            found.update(
                n.i for n in subjects(one.token) if n.i in own and own[n.i].row.type == "ACCUSE"
            )  # "An inquiry found"
        if row.pos != "v" or row.operator or row.type == "ACCUSE" or not row.type:
            continue
        found.update(
            below.i for below in told_again(one.token) if below.i in own and is_same_act(own[below.i].row, row)
        )
        if row.type == "AID":
            found.update(below.i for below in aims_of(one.token) if below.i in own and own[below.i].row.type == "AID")
        out = one.token.lemma != "break" or any(part.lower == "out" for part in one.parts)
        if (
            out
            and one.token.lemma in BREAKING_OUT
            and any(n.i in own and own[n.i].row.alone for n in subjects(one.token))
        ):
            found.add(i)  # "A fire broke out": the fire
            continue
        if row.type in ("DISASTER", "WEATHER") and any(need.key == "subj" and not need.negated for need in row.needs):
            found.update(noun.i for noun in subjects(one.token) if noun.i in own and own[noun.i].row.type == row.type)
        if row.type == "RETREAT" and any(need.key == "subj" and need.words and not need.negated for need in row.needs):
            found.update(  # "The fighting died down", "The truce took effect"
                n.i for n in subjects(one.token) if n.i in own and own[n.i].row.type in ("RETREAT", "ASSAULT")
            )
        if row.mode == "expel" or (
            row.type in ENDING and any(need.key == "xcomp" and not need.negated for need in row.needs)
        ):
            found.update(child.i for child in one.token.children_by("xcomp"))  # "stopped shelling the town"
        if row.mode == "boycott" or any(
            need.key in ("obj", "on") and not need.negated and not need.anything for need in row.needs
        ):
            particle = row.rest[-1] if row.rest and row.forward else ""
            for noun in objects(one.token, particle):
                below = [noun, *(child for child in noun.children if child.dep in ("prep",) and child.lower == "of")]
                for token in below:
                    found.add(token.i)
                    found.update(child.i for child in token.children if child.dep in ("pobj", "compound"))
    return found


def named_by_row(verb: Token, row: Row) -> list[Token]:
    """The object that a row itself asks for: "opened an [inquiry] into", "lodged a [protest] with"; not "condemned the
    [trial]"."""
    found: list[Token] = []
    for need in row.needs:
        if need.key in ("obj", "for", "with", "under") and not need.negated and need.words:
            last = {word.split()[-1] for word in need.words}
            nouns = objects(verb) if need.key == "obj" else [*under(verb, need.key), *under(verb, "in")]
            found += [noun for noun in nouns if noun.base in last]
    found += [noun for noun in under(verb, "on") if noun.lemma == "trial"]  # "went on trial"
    return found


def told_again(verb: Token) -> list[Token]:
    """The nouns and infinitives that a verb governs: "sentenced them to a prison [term]", "voted to [elect] a mayor"."""
    beside = [child for child in verb.children if child.dep == "prep" and child.lower not in OTHER_ACTS]
    nouns = [*objects(verb), *(noun for child in beside for noun in governed(child))]
    return [*(noun for noun in nouns if noun.pos == "NOUN"), *verb.children_by("xcomp")]


def aims_of(verb: Token) -> list[Token]:
    """What a verb or its object is for: "sends aid to [help] the victims"."""
    words = (verb, *objects(verb))
    return [one for word in words for one in word.children_by("advcl", "acl", "relcl") if is_prospective(one)]


def is_same_act(one: Row, other: Row) -> bool:
    return not one.operator and (one.type, one.mode) == (other.type, other.mode)


def targets(one: Candidate, own: dict[int, Candidate], path: frozenset[int]) -> list[Token]:
    """Candidates that the operator may carry, nearest first: what it governs, through words with no meaning here."""
    token, operator = one.token, one.row.operator
    found: list[Token] = []
    ring = list(_governed(token, operator, one.parts))
    for _ in range(DEPTH):
        further: list[Token] = []
        for inner in ring:
            if inner.i in own and inner.i not in path:
                found.append(inner)
            else:
                if operator == "stop" and inner.lemma in FEELINGS:
                    continue  # "eased fears of a raid" ends no raid
                if operator == "light" and inner.lemma in DEPICTIONS:
                    continue  # "took photos of the raid" raids nothing
                if inner.pos == "VERB" and inner.lemma in TALKING:
                    continue  # "was ordered not to comment on the election" orders no election
                if (
                    operator in SPEECH and inner.pos == "VERB" and inner.dep in ("xcomp", "conj")
                ):  # "threatened to prorogue or dissolve parliament"
                    further += [one for one in inner.children_by("conj") if one.child("nsubj", "aux") is None]
                nominal = operator if operator == "stop" or (operator == "deny" and inner.lemma in CLAIMS) else "noun"
                further += _governed(inner, nominal if inner.pos in ("NOUN", "PROPN", "PRON") else "through", ())
        if found:
            return found
        ring = further
    return found


def _is_told_as_past(verb: Token) -> bool:
    """Whether a clause says what was, which nobody orders."""
    return verb.tag == "VBD" or any(one.lower in ("had", "was", "were") for one in verb.children_by("aux", "auxpass"))


def _governed(token: Token, operator: str, parts: tuple[Token, ...]) -> list[Token]:
    """Words one step below that an operator may reach. A person's relative clause is never one."""
    if operator == "must":
        return [token.head] if token.dep == "aux" else [child for child in token.children if child.dep == "xcomp"]
    if operator == "end":
        return surface_subjects(token)
    passive = is_passive(token)
    found: list[Token] = []
    for child in token.children:
        dep = child.dep
        if operator in ("say", "statement"):
            if dep == "ccomp":
                found.append(child)
        elif dep in ("dobj", "xcomp", "attr", "oprd", "acomp"):
            if not (operator == "stop" and dep == "xcomp" and token.lemma == "stop" and child.tag == "VB"):
                found.append(child)  # "stopped to chant" stops in order to chant
        elif dep == "ccomp":
            apart = operator == "deny" and child.i < token.i and token.child("dobj") is not None
            apart = apart or (operator == "order" and _is_told_as_past(child))  # "ruled that troops killed nine"
            if operator not in ("light", "through") and not apart:  # "Two were charged; both deny it"
                found.append(child)
        elif (dep in ("pobj", "pcomp") and token.pos == "ADP") or (
            dep == "nsubjpass" and passive and not is_raising(token)
        ):
            found.append(child)
        elif dep in ("prep", "agent", "dative") and (token.pos != "VERB" or operator != "light" or child in parts):
            if child in parts or _reaches(token, child, operator):
                found += [one for one in child.children if one.dep in ("pobj", "pcomp") and one.lemma not in OCCASIONS]
        elif dep in ("acl", "relcl") and token.pos in ("NOUN", "PROPN", "ADJ"):
            if (dep == "acl" and operator in ("request", "appeal", "deny")) or is_prospective(child):
                found.append(child)
        elif dep == "prt" and child in parts:
            found += [one for one in child.children if one.dep in ("pobj", "pcomp")]
    if operator == "disclaim" and token.dep in ("dobj", "acomp", "prep"):  # "played no role in the raid"
        beside = [child for child in token.head.children if child.dep == "prep" and child.i > token.i]
        found += [one for child in beside if child.lower in ("in", "with", "for") for one in governed(child)]
    if operator in ("request", "threat", "appeal"):  # "put pressure on Lima to leave", "gave it two days to leave"
        told = token.head if token.dep == "dobj" and token.pos == "NOUN" else token
        asked = operator != "threat" and token.pos == "VERB"
        put = asked and any(under(token, word) for word in ("to", "with", "for", "on", "upon"))
        if told is not token or token.child("dobj", "dative") is not None or put:  # "appealed to the rebels to leave"
            found += [one for one in told.children_by("advcl") if one.i > token.i and is_prospective(one)]
    if operator in ("request", "appeal") and token.pos == "VERB":  # "called for the premier to resign"
        clauses = [one for one in token.children_by("advcl") if one.tag == "VB" and one.i > token.i]
        found += [one for one in clauses if any(mark.lower == "for" for mark in one.children_by("mark"))]
    if operator == "plan" and not found and token.pos == "VERB":  # "battled to free the hostages"
        found = [one for one in token.children_by("advcl") if one.left == token.i + 1 and is_prospective(one)]
    no_subject = not any(child.dep == "nsubjpass" for child in token.children)
    if passive and no_subject and token.dep in ("acl", "amod") and operator not in ("say", "statement", "accuse"):
        found.append(token.head)
    return found


def _reaches(token: Token, preposition: Token, operator: str) -> bool:
    """Whether an operator is about what stands after a preposition: a stop is of, in or to something, and a verb that
    stops something has it as its object ("dropped a hint with a decision to leave" drops no decision)."""
    if operator == "stop":
        return preposition.lower in (("from", "on") if token.pos == "VERB" else ("of", "in", "to", "on", "from"))
    return preposition.lower in CARRYING


# What only speaks of what follows.
TALKING = frozenset("comment speak talk write testify report lie remark".split())
# What tells or shows an act, and is no act: "took photos of a raid".
DEPICTIONS = frozenset(
    "photo photograph picture image video footage film note record stock account testimony survivor".split()
)
# What may be allayed without a word on whether it was to come: "ease concerns over a raid".
FEELINGS = frozenset(
    "fear concern worry anxiety doubt suspicion speculation hope prospect chance possibility likelihood risk danger hint "
    "talk need threat corruption fraud crime waste delay cost".split()
)
# Prepositions of another act: "stepped up its raids after a bombing".
OTHER_ACTS = frozenset("after following before since despite until over".split())
# Nouns of prepositions ("in response to the tariffs") that say on what occasion an act is done.
OCCASIONS = frozenset("response retaliation reaction return protest reply answer revenge reprisal".split())
# Prepositions through which an operator reaches what it is about: "a call for", "a halt in", "refrain from".
CARRYING = frozenset("of for to in behind on from against about with into at".split())
