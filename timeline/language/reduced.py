"""Participles and nouns that the parser reads as the verb or the modifier of what follows, mended on the tokens: "people
granted amnesty left", "no sign troops had left"."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.contact import thing_taken_for_modifier
from timeline.language.document import Sentence, Token
from timeline.language.hang import hang_on_subject, join, make_root, move
from timeline.language.speech import SPEECH
from timeline.language.subjects import SUBJECTS, TOLD, is_finite

# Whoever is granted or denied something is told by a bare participle.
_GRANTED = frozenset("grant give deny award offer hand refuse allot assign".split())
_SEIZED = frozenset(
    "kidnap abduct seize snatch capture arrest detain hold jail convict accuse wound injure shoot kill stab rescue free "
    "expel deport torture".split()
)
_LEAVING = frozenset("leave return flee arrive".split())
_HELD, _CAPTIVE = frozenset(("held", "taken", "kept")), frozenset(("hostage", "prisoner", "captive"))
# What is done to whoever is held, which tells of them and not that they hold anybody.
_FREEING = frozenset(
    "release free rescue save liberate recover kill murder execute behead visit find locate swap exchange trade spare "
    "return ransom identify name shoot".split()
)
# Verbs of which the object does what the infinitive says.
_MOVING = frozenset("cause force prompt compel drive push oblige".split())
_SIDES = frozenset(
    "rebel opposition government rights militia army guerrilla separatist union church party tribal aid".split()
)
_ASKING = frozenset(
    "urge ask press pressure push order tell beg force persuade lobby warn encourage invite pressurize".split()
)
_MANY = frozenset("tens hundreds thousands dozens scores millions group groups crowd crowds number".split())
_EVIDENCE = frozenset("indication indications evidence sign signs proof hint hints suggestion word guarantee".split())


def granted_taken_for_granting(sentence: Sentence) -> bool:
    """ "The nine people granted amnesty left", "Three reporters denied entry said": to them it was granted or denied, and
    the sentence tells what they did."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for granted in tokens:
        if granted.lemma not in _GRANTED or granted.tag not in ("VBD", "VBN") or granted.child("aux", "auxpass", "neg"):
            continue
        subject, given = granted.child("nsubj"), granted.child("dobj")
        if subject is None or given is None or subject.right + 1 != granted.i or subject.pos not in ("NOUN", "PROPN"):
            continue
        for verb in granted.children_by("advcl", "ccomp", "parataxis"):
            told = (
                verb.tag in TOLD
                or verb.lemma in _LEAVING
                or any(one.tag in TOLD for one in verb.children_by("aux", "auxpass"))
            )
            before = tokens[verb.left - 1 - first]
            if not told or verb.i < given.i or verb.child(*SUBJECTS, "mark", "advmod") is not None:
                continue
            if before.lower == "," or before.dep == "cc":
                continue
            _change_places(granted, subject, verb)
            changed = True
            break
    return changed


def _change_places(granted: Token, subject: Token, verb: Token) -> None:
    above, dep, ends = granted.head, granted.dep, [one for one in granted.children if one.dep == "punct"]
    if granted.is_root:
        make_root(verb)
    else:
        move(verb, above, dep)
    move(subject, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
    for one in ends:
        move(one, verb, "punct")
    move(granted, subject, "acl")
    granted.tag = "VBN"
    if verb.tag == "VBN" and verb.child("aux", "auxpass") is None:
        verb.tag = "VBD"


def seized_taken_for_seizing(sentence: Sentence) -> bool:
    """ "A clerk kidnapped last week in Peru by rebels was found beheaded": by them, and what is told is that he was found."""
    changed = False
    for seized in sentence.tokens:
        if seized.tag not in ("VBD", "VBN") or seized.lemma not in _SEIZED or seized.child("agent") is None:
            continue
        subject, verb = seized.child("nsubj"), seized.child("conj")
        if subject is None or verb is None or seized.child("dobj", "aux", "auxpass", "cc", "neg") is not None:
            continue
        told = verb.tag in TOLD or any(one.tag in TOLD for one in verb.children_by("aux", "auxpass"))
        if told and verb.i > seized.i and subject.right + 1 == seized.i and verb.child(*SUBJECTS, "cc") is None:
            _change_places(seized, subject, verb)
            changed = True
    return changed


def held_taken_for_content(sentence: Sentence) -> bool:
    """ "freed two executives held hostage for a week": whom they freed, and nobody whom those hold."""
    changed = False
    for held, captive in pairwise(sentence.tokens):
        verb, subject = held.head, held.child("nsubj")
        if captive.lower not in _CAPTIVE or held.lower not in _HELD:
            continue
        met = verb.child("dobj") if held.dep == "advcl" and verb.lemma in _FREEING and subject is None else None
        if met is not None and met.i < held.i and held.child("mark", "aux", "auxpass") is None and held.i > met.right:
            move(held, met, "acl")  # "freed nine members of the forces held hostage in a camp"
            move(captive, held, "oprd")
            changed = True
        if held.dep != "ccomp" or subject is None:
            continue
        if verb.lemma not in _FREEING or held.child("mark", "aux", "auxpass") is not None or verb.child("dobj"):
            continue
        move(subject, verb, "dobj")
        move(held, subject, "acl")
        move(captive, held, "oprd")
        held.tag = "VBN"
        changed = True
    return changed


def evidence_taken_for_modifier(sentence: Sentence) -> bool:
    """ "There is no sign troops had left": what there is no sign of, and no "sign troops"."""
    changed = False
    for sign in sentence.tokens:
        if sign.dep == "relcl" and sign.head.lower in _EVIDENCE and _is_whole(sign):
            sign.dep = "acl"  # "no evidence Iran violated the deal"
            changed = True
        if sign.lower not in _EVIDENCE or sign.dep != "compound" or sign.i + 1 > sign.head.i:
            continue
        noun, verb = sign.head, sign.head.head
        there = verb.head
        if noun.dep not in ("nsubj", "nsubjpass") or not is_finite(verb) or there.lemma != "be":
            continue
        if there.child("expl") is None or there.i > sign.i or there.child("attr") is not None:
            continue
        for one in noun.children:
            if one.i < sign.i:
                move(one, sign, one.dep)
        move(verb, there, verb.dep)
        move(sign, there, "attr")
        move(verb, sign, "acl")
        changed = True
    return changed


def _is_whole(clause: Token) -> bool:
    """Whether nothing of the noun above is missing in the clause."""
    subject = clause.child("nsubj", "nsubjpass")
    if subject is None or subject.pos not in ("NOUN", "PROPN") or not is_finite(clause):
        return False
    return clause.child("dobj", "auxpass", "acomp", "attr") is not None and not any(
        one.tag in ("WDT", "WP") for one in clause.children
    )


def passives_in_a_row(sentence: Sentence) -> bool:
    """ "should be suspended, investigated and held": three passives in a row."""
    changed = False
    for verb in sentence.tokens:
        above = verb.head
        if verb.tag != "VBN" or verb.dep != "advcl" or above.tag != "VBN" or above.child("auxpass") is None:
            continue
        if verb.i == above.i + 2 and verb.child("cc") is not None and verb.child("conj") is not None:
            verb.dep = "conj"
            changed = True
    return changed


def verb_after_a_day(sentence: Sentence) -> bool:
    """ "President Ruiz on Friday imposed sanctions": she imposed them, and that on Friday; no "imposed sanctions" stand
    under "on"."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        verb, day, on = tokens[at], tokens[at - 1], tokens[at - 2]
        met, subject = verb.head, on.head
        if verb.dep != "amod" or verb.tag not in ("VBD", "VBN") or day.entity != "DATE" or on.lower != "on":
            continue
        if met.dep != "pobj" or met.head is not on or not subject.is_root or subject.i + 1 != on.i:
            continue
        after = [one for one in subject.children if one.i > on.i or one.dep == "punct"]
        make_root(verb)
        move(subject, verb, "nsubj")
        move(met, verb, "dobj")
        move(on, verb, "prep")
        move(day, on, "pobj")
        for one in after:
            move(one, verb, one.dep)
        verb.tag = "VBD"
        return True
    return False


# What befalls nobody, and after what somebody was seized: "a clerk detained after a plot is freed".
_OCCASIONS = frozenset(
    "raid plot protest crash clash attack march coup trial chase search operation rally riot fight dispute incident strike "
    "meeting blast explosion fire demonstration standoff siege shooting inquiry investigation".split()
)
_LET_GO = frozenset("free release acquit reinstate clear exonerate pardon discharge deport extradite".split())
_UNDERGONE = frozenset(
    "arrest detain jail imprison capture kidnap abduct convict sentence accuse charge injure wound shoot extradite deport "
    "expel suspend hold seize".split()
)


def occasion_taken_for_clause(sentence: Sentence) -> bool:
    """ "A man arrested after a [raid] was freed", "A clerk detained after a [plot] is released": he was, not the raid."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    for mark in tokens:
        verb = mark.head
        if mark.dep != "mark" or mark.lower not in ("after", "before", "during", "since") or verb.tag != "VBN":
            continue
        be, noun = verb.child("auxpass"), next((one for one in verb.children if one.left == mark.i + 1), None)
        if be is None or noun is None or noun.dep not in SUBJECTS or tokens[be.i - 1 - first].text == ",":
            continue
        if noun.base not in _OCCASIONS or verb.lemma not in _LET_GO:
            continue  # "Two soldiers detained after a woman was attacked"
        undergone = verb.head if verb.dep == "advcl" else None
        who = undergone.child("nsubj") if undergone is not None else None
        if undergone is not None and who is not None and undergone.lemma in _UNDERGONE:
            if not undergone.is_root or undergone.child("dobj", "aux", "auxpass", "agent") is not None:
                continue
            hang_on_subject(undergone, who, verb, "nsubjpass")
        else:
            who = next((one for one in verb.children_by("nsubjpass") if one.i < mark.i), None)
            undergone = who.child("acl") if who is not None else None
            if undergone is None or undergone.tag != "VBN":
                continue
        move(mark, undergone, "prep")
        move(noun, mark, "pobj")
        mark.pos = "ADP"
        return True
    return False


def counted_taken_for_a_deed(sentence: Sentence) -> bool:
    """ "Thousands of protesting farmers blocked it": so many farmers."""
    changed = False
    for deed in sentence.tokens:
        of = deed.head
        if deed.tag != "VBG" or deed.dep != "pcomp" or of.lower != "of" or of.head.lower not in _MANY:
            continue
        people = deed.child("dobj")
        if people is not None and people.left > deed.i and people.tag == "NNS" and of.i + 1 == deed.i:
            move(people, of, "pobj")
            move(deed, people, "amod")
            changed = True
    return changed


def name_taken_for_modifier(sentence: Sentence) -> bool:
    """ "talks between Kiev and rebel leaders", "The U.S. and rights activists": a land and, beside it, those of a kind."""
    changed = False
    for land in sentence.tokens:
        noun, kind = land.head, land.child("conj")
        if land.entity != "GPE" or land.tag != "NNP" or land.dep not in ("nmod", "compound") or noun.tag != "NNS":
            continue
        if (
            kind is None
            or kind.lower not in _SIDES
            or kind.entity
            or not land.i < kind.i < noun.i
            or not land.child("cc")
        ):
            continue
        for one in [*kind.children, kind]:
            move(one, noun, "compound" if one is kind else one.dep)
        before = [one for one in noun.children if one.i < land.i]
        move(land, noun.head, noun.dep)
        for one in before:
            move(one, land, one.dep)
        move(noun, land, "conj")
        changed = True
    return changed


def so_far_as_to(sentence: Sentence) -> bool:
    """ "went so far as to call for a vote": it was called for."""
    changed = False
    for verb in sentence.tokens[3:]:
        far = verb.head
        if verb.tag == "VB" and far.lower == "far" and far.head.lemma == "go" and far.i + 3 == verb.i:
            move(verb, far.head, "xcomp")
            changed = True
    return changed


def infinitive_hung_on_a_time(sentence: Sentence) -> bool:
    """ "has pressed Peru for years to leave": it is pressed to leave, and no years are to."""
    changed = False
    for act in sentence.tokens[3:]:
        time = act.head
        if act.tag != "VB" or act.dep not in ("relcl", "acl") or time.dep != "pobj" or time.entity != "DATE":
            continue
        verb = time.head.head
        to = act.child("aux")
        if verb.lemma in _ASKING and to is not None and to.lower == "to" and verb.child("dobj", "nsubjpass"):
            move(act, verb, "xcomp")
            changed = True
    return changed


def infinitive_hung_on_whom_it_moves(sentence: Sentence) -> bool:
    """ "caused nine rooms to [collapse]": they did."""
    changed = False
    for act in sentence.tokens[3:]:
        noun = act.head
        verb = noun.head
        if act.tag != "VB" or act.dep not in ("relcl", "acl") or noun.dep != "dobj" or verb.lemma not in _MOVING:
            continue
        to = act.child("aux")
        if to is not None and to.lower == "to" and act.child("nsubj", "nsubjpass", "mark") is None and noun.i < act.i:
            move(act, verb, "xcomp")
            changed = True
    return changed


def past_joined_to_a_gerund(sentence: Sentence) -> bool:
    """ "accused him of lying and ordered his men not to sign": whoever accused him ordered them."""
    changed = False
    for verb in sentence.tokens[3:]:
        gerund = verb.head
        if verb.tag not in ("VBD", "VBZ") or verb.dep != "conj" or gerund.tag != "VBG" or gerund.dep != "pcomp":
            continue
        above = next((one for one in gerund.head.ancestors() if one.pos == "VERB"), gerund)
        if above.tag == verb.tag and verb.child(*SUBJECTS, "aux", "auxpass") is None and above.i < gerund.i:
            join(verb, above)
            changed = True
    return changed


def verb_of_one_joined_to_many(sentence: Sentence) -> bool:
    """ "The party says the charges are false and has vowed to march": the party has, and not the charges."""
    changed = False
    for verb in sentence.tokens[3:]:
        clause = verb.head
        if verb.dep != "conj" or clause.dep != "ccomp" or verb.child(*SUBJECTS) is not None:
            continue
        one = verb.tag == "VBZ" or any(aux.lower in ("has", "is") for aux in verb.children_by("aux"))
        subject, above = clause.child("nsubj", "nsubjpass"), clause.head.child("nsubj")
        if not one or subject is None or above is None or clause.i < clause.head.i:
            continue
        if subject.tag in ("NNS", "NNPS") and subject.child("conj") is None and above.tag in ("NN", "NNP", "PRP"):
            join(verb, clause.head)
            changed = True
    return changed


def doing_of_whom_it_is_despite(sentence: Sentence) -> bool:
    """ "voted despite the party boycotting it", "in response to Chad threatening it": it is the party, and Chad, that does."""
    changed = False
    for noun, doing in pairwise(sentence.tokens):
        if doing.tag != "VBG" or doing.dep not in ("advcl", "acl") or noun.dep != "pobj" or doing.head is noun:
            continue
        despite, above = noun.head, doing.head
        if despite.head is not above or doing.child(*SUBJECTS, "mark") is not None:
            continue
        if despite.lower == "despite" or (despite.lower == "to" and above.lower in ("response", "reaction")):
            move(doing, noun, "acl")
            changed = True
    return changed


REDUCED = (
    verb_after_a_day,
    held_taken_for_content,
    seized_taken_for_seizing,
    granted_taken_for_granting,
    evidence_taken_for_modifier,
    passives_in_a_row,
    occasion_taken_for_clause,
    *SPEECH,
    counted_taken_for_a_deed,
    name_taken_for_modifier,
    so_far_as_to,
    verb_of_one_joined_to_many,
    past_joined_to_a_gerund,
    infinitive_hung_on_a_time,
    infinitive_hung_on_whom_it_moves,
    doing_of_whom_it_is_despite,
    thing_taken_for_modifier,
)
