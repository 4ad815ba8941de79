"""What an act does, told as its effect: "the strike killed 12", "12 were killed in the strike", "shelled the town, killing
12"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.coreference.agreement import places_agree, times_agree, types_agree
from timeline.events.coreference.concepts import find_concept
from timeline.events.coreference.mention import Mention
from timeline.events.coreference.naming import EFFECTS, LIGHT, STRIKING, TAKING_PLACE
from timeline.events.coreference.tolls import acts_before, is_how, is_purpose, is_sum, is_victim
from timeline.events.syntax.arguments import surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.phrases import content
from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.words import HARMING
from timeline.language.document import Token

# Types of an act, and of what tells more of it.
ADDED = frozenset({("DISASTER", "ASSAULT"), ("COERCE", "ASSAULT")})
BURIAL = "funeral"  # the mode of what is no death: "killed nine at a funeral"
# Armed acts whose effect a joined verb tells: "opened fire on the crowd and wounded five".
ARMED = frozenset("open fire shoot attack storm ambush bomb shell detonate explode blow ram stab".split())


def effects_of(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Token of a cause → mentions that tell its effect: "the strike killed 12", "12 were killed in the strike",
    "struck the port, killing 12"."""
    heads = {mention.head.i: mention for mention in mentions}
    names = {mention.name.i: mention.head.i for mention in reversed(mentions) if mention.name is not None}
    causes: dict[int, int] = {}
    for mention in mentions:
        if mention.effect:
            named = [_told_by(token, heads, names) for token in _causes(mention.head)]
            cause = next((i for i in named if i is not None and i != mention.head.i and not heads[i].effect), None)
            if cause is not None:
                causes[mention.head.i] = cause
            elif (beside := _beside(mention, heads)) is not None:
                causes[mention.head.i] = beside
            elif mention.head.dep == "conj" and (verb := _verb_told(mention, heads)) is not None:
                causes[mention.head.i] = verb
        elif is_purpose(mention) and mention.head.head.i in heads:
            causes[mention.head.i] = mention.head.head.i
        elif (met := next((token.i for token in _met_by(mention.head) if token.i in heads), None)) is not None:
            causes[mention.head.i] = met
        elif (noun := _noun_told(mention, heads, names)) is not None:
            causes[mention.head.i] = noun
        elif (verb := _verb_told(mention, heads)) is not None and causes.get(verb) != mention.head.i:
            causes[mention.head.i] = verb
        elif (when := _told_when(mention, heads)) is not None and causes.get(when) != mention.head.i:
            causes[mention.head.i] = when
        elif (act := _act_with(mention, heads)) is not None and causes.get(act) != mention.head.i:
            causes[mention.head.i] = act
        elif _is_way(mention) and (arrest := mention.head.head.head).i in heads:
            causes[mention.head.i] = arrest.i
    causes |= {toll: act for toll, act in acts_before(mentions).items() if toll not in causes}
    effects: dict[int, list[Mention]] = {}
    for effect, cause in sorted(causes.items()):
        seen = {effect}
        while cause in causes and cause not in seen:
            seen.add(cause)
            cause = causes[cause]
        if cause in causes:  # each tells of the other: the first of them leads
            cause = min(_round(cause, causes))
        if cause == effect:
            continue
        effects.setdefault(cause, []).append(heads[effect])
    return effects


def _round(first: int, causes: dict[int, int]) -> list[int]:
    """The tokens that lead from one back to itself."""
    found = [first]
    while (cause := causes[found[-1]]) != first:
        found.append(cause)
    return found


def _noun_told(mention: Mention, heads: dict[int, Mention], names: dict[int, int]) -> int | None:
    """The act of which the verb only says what it did: "a [blast] tore through the market", "collapsed in the [quake]"."""
    verb, name = mention.head, mention.name
    if verb.lemma in STRIKING and verb.dep in ("acl", "relcl") and names.get(verb.head.i, verb.i) != verb.i:
        return names[verb.head.i]  # "were killed in [strikes] that hit a camp"
    if mention.noun or (mention.concept.known and verb.lemma not in STRIKING and name is None):
        return None
    nouns = verb.children_by("nsubj")
    if name is not None and name.dep in ("nsubj", "nsubjpass", "pobj"):
        nouns.append(name)
    return next((one.i for one in nouns if one.i in heads and heads[one.i].event.type == mention.event.type), None)


def _verb_told(mention: Mention, heads: dict[int, Mention]) -> int | None:
    """The verb of which the noun is the very act, or its purpose: "[opened] an inquiry", "[blocked] roads in protest",
    "[went] to the polls to elect a president"."""
    word = mention.head
    above = word.head.head if word.dep == "pobj" and word.head.lower == "in" else word.head
    verb = heads.get(above.i)
    if verb is None or verb.noun or verb.event.type != mention.event.type or above.i >= word.i:
        return None
    if mention.noun:
        own = word.dep == "dobj" and (not verb.concept.known or verb.name is word or above.lemma == "open")
        return above.i if own or (word.dep == "pobj" and verb.event.type == "PROTEST") else None
    if word.dep == "conj":
        return above.i if _shares_all(above, word) else None
    meant = verb.concept == mention.concept and (mention.concept.once or mention.event.type == "PROTEST")
    return above.i if meant and word.tag == "VB" and word.dep in ("advcl", "xcomp") else None


def _shares_all(verb: Token, other: Token) -> bool:
    """Whether two verbs have one object, and are one act of one kind: "arrested and detained nine men"."""
    return (
        other.i == verb.i + 2 and verb.tag == other.tag and bool(other.child("dobj")) and not verb.child("dobj", "prep")
    )


def _is_way(mention: Mention) -> bool:
    """How people were taken: "arrested nine men in dawn [raids]"."""
    noun = mention.head
    raid = mention.concept.family == "attack" and mention.concept.kind == "raid" and noun.dep == "pobj"
    return (
        raid
        and noun.head.lower in ("in", "during")
        and find_concept(noun.head.head.lemma, "COERCE").family == "detention"
    )


def _told_of(pronoun: Token) -> list[Token]:
    """What "in which" may go back to: the noun before it, or one that this hangs on ("the attack on the bus in Sur, in
    which 10 people were killed")."""
    noun = antecedent(pronoun)
    found = [noun]
    while noun.dep == "pobj" and noun.head.head is not noun.head:
        noun = noun.head.head
        found.append(noun)
    return found


def _told_when(mention: Mention, heads: dict[int, Mention]) -> int | None:
    """The act of which a passive only says whom it met: "was [shot] when soldiers opened fire"; the noun that a clause of
    time tells of: "the kidnapping in 2014, when nine girls were [seized]"."""
    verb = mention.head
    if verb.tag != "VBN" or mention.event.type != "ASSAULT" or not is_passive(verb):
        return None
    acts = [one.i for one in verb.children_by("advcl") if is_how(one) and one.i in heads and not heads[one.i].effect]
    if verb.dep == "relcl" and (when := verb.child("advmod")) is not None and when.lower in ("when", "where"):
        acts += [one.i for one in verb.ancestors() if one.pos == "NOUN" and one.i in heads]
    return next((i for i in acts if heads[i].event.type == mention.event.type), None)


def _act_with(mention: Mention, heads: dict[int, Mention]) -> int | None:
    """The verb of the act that a noun only names once more, or says how it was done: "ambushed a patrol with [gunfire]",
    "flipped over in an [accident]"."""
    noun = mention.head
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    if not mention.noun or noun.dep != "pobj" or noun.head.lower not in ("in", "with", "by", "during"):
        return None
    verb = noun.head.head
    if verb.lemma in HARMING and verb.dep == "advcl" and verb.tag == "VBG" and verb.head.pos == "VERB":
        verb = verb.head  # "shelled a post, killing nine in an [attack]"
    act = heads.get(verb.i)
    same = act is not None and not act.noun and not act.effect and act.event.type == mention.event.type
    return verb.i if same and act is not None and _is_of_act(act, mention) else None


def _is_of_act(act: Mention, named: Mention) -> bool:
    return act.concept.family == named.concept.family or not act.concept.known or not named.concept.known


def _told_by(noun: Token, heads: dict[int, Mention], names: dict[int, int]) -> int | None:
    """The mention that a noun heads, or the light verb that it is told with: "an [airstrike] conducted by the army",
    "carried out an [attack] that killed 12"; or that of a verb that only tells of it: "flipped over in an [accident] that
    killed nine"."""
    if noun.i in heads:
        return noun.i
    verbs = [*noun.children_by("acl"), *([noun.head] if noun.dep == "dobj" else [])]
    return next((verb.i for verb in verbs if verb.i in heads and verb.lemma in LIGHT), names.get(noun.i))


def _beside(effect: Mention, heads: dict[int, Mention]) -> int | None:
    """The verb before it that tells of the same disaster, or of the same act's effect: "killed 12 people and destroyed 300
    homes", "killed 12 people and wounded three", "12 were killed and three were wounded"."""
    verb = effect.head
    above = heads.get(verb.head.i)
    if above is None or above.event.type != effect.event.type or verb.head.i >= verb.i:
        return None
    if effect.event.type == "DISASTER":
        if above.event.mode != effect.event.mode and "relief" in (above.event.mode, effect.event.mode):
            return None  # "rescued a child, but her mother died"
        borrowed = verb.dep == "advcl" and verb.child("nsubj", "mark") is None
        return verb.head.i if borrowed or verb.dep == "conj" else None
    joined = verb.dep == "conj" and _is_of_one_subject(verb) and verb.lemma in HARMING
    if not joined or above.event.type != "ASSAULT":
        return verb.head.i if joined and above.effect and verb.head.lemma in HARMING else None
    left = verb.head.lemma == "leave" and verb.tag == "VBN"  # "leaving eight dead and 30 injured"
    one_act = (
        left or verb.head.lemma in HARMING or verb.head.lemma in ARMED or verb.i <= verb.head.i + 2
    )  # "shot and killed"
    return verb.head.i if one_act else None


def _met_by(verb: Token) -> list[Token]:
    """The act that a verb only says it was met by: "was hit by a [strike]", "came under [attack]"."""
    if verb.lemma == "come":
        return under(verb, "under")
    if verb.lemma not in STRIKING:
        return []
    return [token for agent in verb.children_by("agent") for token in agent.children_by("pobj")]


def _is_of_one_subject(verb: Token) -> bool:
    """Whether a joined verb tells of nobody else's doing: it has no subject, or is a passive ("and 30 injured")."""
    return verb.child("nsubj") is None or verb.tag == "VBN"


def _causes(verb: Token) -> list[Token]:
    """Words that may name the act whose effect the verb tells."""
    found = [antecedent(token) for token in surface_subjects(verb)]
    if verb.dep == "relcl":  # "were hit by a bomb, which left eight dead"
        found += [one.head.head for one in found if one.dep == "pobj" and one.head.dep == "agent"]
    held = [verb, *(verb.children_by("dobj") if verb.lemma in HARMING else [])]  # "killed nine people in an attack"
    for token in (one for preposition in ("in", "by", "during") for word in held for one in under(word, preposition)):
        found += _told_of(token) if token.lower == "which" else [token]
    found += [token for agent in verb.children_by("agent") for token in agent.children_by("pobj")]
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.child("nsubj", "mark") is None:
        found.append(verb.head)
    for one in surface_subjects(verb):  # "the student who opened fire killed nine"
        found += [clause for clause in one.children_by("relcl") if clause.lemma in ARMED]
    if verb.lemma in HARMING or verb.lemma in ("die", "drown"):
        how = [clause for clause in verb.children_by("advcl") if is_how(clause)]
        found += how
        found += [noun for one in how if one.lemma in TAKING_PLACE for noun in one.children_by("nsubj")]
    if verb.dep == "conj" and verb.head.lemma in EFFECTS:
        found += _causes(verb.head)
    if verb.lemma in HARMING:  # "were killed and 30 others were injured in an attack"
        joined = [child for child in verb.children_by("conj") if child.lemma in HARMING and _is_of_one_subject(child)]
        found += [token for child in joined for word in ("in", "by", "during") for token in under(child, word)]
        found += [clause for child in joined for clause in child.children_by("advcl") if is_how(clause)]
    found += [inner for token in found if (inner := content(token)) is not token]  # "in a series of strikes"
    return [token for token in found if token is not verb]


def cause_fits(cause: Mention, effect: Mention) -> bool:
    mine, theirs = cause.event, effect.event
    if (mine.mode == BURIAL) != (theirs.mode == BURIAL):
        return False
    if mine.type in ("DISASTER", "WEATHER") and theirs.type == "ASSAULT" and theirs.actors:
        return False  # "Gunmen killed nine after floods hit the town": no flood did it
    kinds = types_agree(mine.type, theirs.type) or (mine.type, theirs.type) in ADDED
    return _is_way(effect) or (
        kinds
        and mine.polarity == theirs.polarity
        and (mine.modality == theirs.modality or (mine.type == theirs.type and is_purpose(effect)))
        and places_agree(cause.place, effect.place)
        and (times_agree(mine, theirs) or _is_later_sum(cause, effect))
        and not (mine.type == "ASSAULT" and is_victim(mine, theirs))
    )


def _is_later_sum(cause: Mention, effect: Mention) -> bool:
    """ "A bomb killed four on Monday. The death toll rose to seven on Tuesday": the day of the count."""
    first, then = cause.event.time, effect.event.time
    counted = is_sum(effect)
    return counted and bool(first and then and first.start and then.start and first.start <= then.start)
