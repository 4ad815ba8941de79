"""What the parser gets wrong on news, mended on the tokens: each mend is one function in `MENDS`."""

from __future__ import annotations

from timeline.language.bodies import BODIES
from timeline.language.clauses import (
    act_hung_on_the_missing,
    call_for_somebody_to_do,
    claim_cut_by_a_day,
    claim_taken_for_subject,
    clause_taken_for_content,
    cleft,
    crowd_that_demands,
    gerund_taken_for_modifier,
    hostages_taken,
    instead_of_doing,
    list_of_what_is_asked,
    object_left_alone,
    object_of_a_relative_clause,
    object_taken_for_modifier,
    participle_taken_for_verb,
    past_joined_to_an_infinitive,
    question_with_have,
    speech_hung_on_its_medium,
    speech_hung_on_what_is_said,
    toll_hung_on_an_infinitive,
    toll_hung_on_speech,
)
from timeline.language.courts import (
    clause_taken_for_apposition,
    conviction_joined_to_a_charge,
    doing_hung_on_the_verb,
    land_taken_for_subject,
    paid_taken_for_modifier,
    participle_after_its_noun,
    participle_hung_on_where,
    participle_taken_for_root,
    passive_small_clause,
    penalty_joined_to_guilt,
    people_listed_with_homes,
    relative_of_an_age,
    subject_lost_to_a_participle,
    whom_clause,
)
from timeline.language.deals import DEALS
from timeline.language.document import Document, Sentence, Token
from timeline.language.hang import make_root, move, refresh_edges
from timeline.language.headline_clauses import (
    be_left_out,
    infinitive_taken_for_noun,
    name_taken_for_modal,
    object_taken_for_clause,
    passive_without_be,
    pending_taken_for_modifier,
    present_of_lay,
    told_before_a_semicolon,
    verb_taken_for_subject,
)
from timeline.language.headlines import (
    clause_taken_for_plural,
    death_taken_for_noun,
    noun_taken_for_verb,
    noun_with_a_subject,
    opening_taken_for_adjective,
    speaker_taken_for_subject,
    subject_taken_for_compound,
    subjects_in_a_row,
    verb_taken_for_noun,
    verb_taken_for_plural,
)
from timeline.language.joined import (
    clause_said_within_a_relative,
    finite_joined_to_an_infinitive,
    hurt_joined_to_a_verb,
    subject_joined_to_a_noun,
    subject_joined_to_an_object,
    verb_joined_to_an_object,
    verb_within_a_joined_noun,
)
from timeline.language.listed import home_hung_on_the_verb, persons_listed, roster
from timeline.language.lost import LOST
from timeline.language.participles import participle_taken_for_past, turned_taken_for_turning
from timeline.language.presents import (
    FIRING,
    claim_with_an_infinitive,
    kind_told_of_them,
    noun_in_a_clause,
    noun_joined_to_a_verb,
    noun_with_an_apposition,
    noun_with_subject_and_object,
    plural_before_its_object,
    target_after_a_plural,
    verb_after_a_place,
    verb_of_several_subjects,
    verb_that_is_no_noun,
)
from timeline.language.readings import READINGS
from timeline.language.reduced import REDUCED
from timeline.language.subjects import (
    apposition_taken_for_clause,
    befallen_taken_for_doer,
    counted_cut_off,
    held_taken_for_holding,
    listed_taken_for_speaker,
    pointer_taken_for_subject,
    subject_after_a_day,
    subject_beside_a_day,
    subject_held_by_a_participle,
    subject_hung_on_as,
    subject_of_a_gerund,
    subject_taken_for_a_time,
    subject_taken_for_object,
    subjects_as_well,
    subjects_listed_with_a_place,
)
from timeline.language.titled import HOLDERS
from timeline.language.words import WORDS

_BODY = frozenset("government army military police opposition parliament regime administration troops soldiers".split())
_NAMES = frozenset(("GPE", "NORP", "ORG", "LOC"))
# Verbs that nothing is done to by: in "-ed" they are no passive participles.
_INTRANSITIVE = frozenset(
    "head march advance arrive gather rally clash disengage converge retreat return travel journey sail riot resign "
    "die collapse explode escape defect skirmish scuffle retaliate fast flock swarm rampage depart emigrate react confer "
    "commence culminate apologise apologize".split()
)
_FOR = frozenset("press push campaign appeal lobby agitate".split())  # nor these with "for"
# Verbs whose passive keeps an object: "a man given two days to leave".
_GIVING = frozenset(
    "give award grant offer hand show teach deny allow name call elect appoint pay promise send tell ask lend leave "
    "fine accord assign owe dub label term declare crown make allot spare refuse serve sell save charge guarantee".split()
)


def mend(document: Document) -> None:
    """Run every mend over every sentence, then bring the subtree edges of the changed ones up to date."""
    for sentence in document.sentences:
        changed = False
        for one in MENDS:
            changed |= one(sentence)
        if changed:
            refresh_edges(sentence)


def verb_taken_for_modifier(sentence: Sentence) -> bool:
    """ "Erdogan commenced air assaults", "A rocket slammed into a block": a finite verb that the parser hung on a noun
    as its modifier is the clause's verb, and the noun its object or, where it stands before, its subject."""
    noun = sentence.root
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    for verb in noun.children:
        if verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if verb.dep in ("amod", "compound") and verb.i < noun.i and verb.child("nsubj") is not None:
            make_root(verb)
            move(noun, verb, "dobj")
            return True
        if verb.dep == "acl" and verb.i > noun.i and verb.child("nsubj", "nsubjpass", "auxpass") is None:
            make_root(verb)
            move(noun, verb, "nsubj")
            return True
    return False


def verb_taken_for_participle(sentence: Sentence) -> bool:
    """ "A column of tanks headed towards the town", "The mufti condemned in strong terms the raid": a verb without a
    passive or with an object, hung on a noun of the phrase that the sentence then consists of, is its verb."""
    noun = sentence.root
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    for verb in sentence.tokens:
        if verb.dep != "acl" or verb.tag != "VBN" or not verb.lower.endswith("ed"):
            continue
        pressing = verb.lemma in _FOR and any(one.lower == "for" for one in verb.children_by("prep"))
        acting = verb.child("dobj") is not None and verb.lemma not in _GIVING
        if not (pressing or acting or verb.lemma in _INTRANSITIVE):
            continue
        if verb.child("nsubj", "agent", "dative") is None and _is_inside(verb.head, noun):
            verb.tag = "VBD"
            make_root(verb)
            move(noun, verb, "nsubj")
            return True
    return False


def verb_after_its_subject(sentence: Sentence) -> bool:
    """ "Lima downgraded relations with Mexico": in a sentence that would else be a noun alone, a participle after the
    phrase that opens it is its verb."""
    noun, tokens = sentence.root, sentence.tokens
    if noun.pos not in ("NOUN", "PROPN") or tokens[-1].text != ".":
        return False
    for verb in noun.children_by("amod"):
        if verb.tag != "VBN" or verb.child("prep", "agent", "advmod") is not None:
            continue
        for name in (*noun.children_by("nmod", "npadvmod", "compound"), *verb.children_by("nmod", "npadvmod")):
            known = name.pos == "PROPN" or name.tag == "NNS"
            if known and name.left == tokens[0].i and name.right == verb.i - 1:
                verb.tag = "VBD"
                make_root(verb)
                move(noun, verb, "dobj")
                move(name, verb, "nsubj")
                return True
    return False


def _is_inside(token: Token, noun: Token) -> bool:
    """Whether only prepositions lie between the noun and the token: "tanks" in "a column of tanks"."""
    while token is not noun:
        if token.dep not in ("prep", "pobj", "conj") or token.head is token:
            return False
        token = token.head
    return True


def verb_of_speech_taken_for_noun(sentence: Sentence) -> bool:
    """ "The bridge is shut, a statement read": a noun at the root with a subject and a clause of its own is a verb."""
    root = sentence.root
    if root.pos != "NOUN" or root.child("nsubj") is None or root.child("ccomp") is None:
        return False
    if root.child("aux", "cop", "det") is not None:
        return False
    root.pos, root.tag = "VERB", "VBZ" if root.tag == "NNS" else "VBD"
    return True


def body_taken_for_modifier(sentence: Sentence) -> bool:
    """ "Sudan's government and Darfur rebels", "police and Hamas fighters": a body joined by "and" to the name before a
    noun of its own stands beside that noun, and what stands before it is its own; so do two persons, "President Vaz and
    Secretary Ana Torres"."""
    changed = False
    for body in sentence.tokens:
        noun, joined = body.head, body.child("conj")
        if body.entity == noun.entity == "PERSON" and body.dep == "nmod" and body.child("cc") is not None:
            changed |= joined is None and _stand_together(body, noun)
            continue
        if _is_surname_before_title(body):
            title = body.child("conj")
            assert title is not None
            move(title, noun, "compound")
            changed |= _stand_together(body, noun)
            continue
        if body.lower not in _BODY or body.dep not in ("nmod", "compound") or joined is None:
            continue
        if joined.entity not in _NAMES or not body.i < joined.i < noun.i or body.child("cc") is None:
            continue
        move(joined, noun, "compound")
        changed |= _stand_together(body, noun)
    return changed


def _is_surname_before_title(name: Token) -> bool:
    """The "White" of "White and Mayor Mike Duggan", which the parser takes for an adjective of the mayor's."""
    person, title = name.head, name.child("conj")
    if name.tag != "NNP" or name.dep not in ("amod", "nmod") or person.entity != "PERSON" or title is None:
        return False
    joined = name.child("cc") is not None and title.tag == "NNP" and name.i + 2 == title.i < person.i
    return joined and not title.entity and not name.entity and name.text.istitle()


def _stand_together(first: Token, noun: Token) -> bool:
    """Hang the noun on what stands before its "and", with which it stands in the clause."""
    before = [child for child in noun.children if child.i < first.i]
    if noun.is_root:
        make_root(first)
    else:
        move(first, noun.head, noun.dep)
    for child in before:
        move(child, first, child.dep)
    move(noun, first, "conj")
    return True


def owner_taken_for_object(sentence: Sentence) -> bool:
    """ "Supporters of Peru's President Ana Torres": what the parser hangs on the name governs it, not its land alone."""
    changed = False
    for noun in sentence.tokens:
        name = noun.head
        if noun.dep != "nmod" or noun.pos != "NOUN" or name.entity != "PERSON" or noun.i > name.i:
            continue
        of = noun.child("prep")
        owner = of.child("pobj") if of is not None and of.lower == "of" else None
        if of is None or owner is None or owner.child("case") is None:
            continue
        if name.is_root:
            make_root(noun)
        else:
            move(noun, name.head, name.dep)
        move(name, of, "pobj")
        move(owner, name, "poss")
        changed = True
    return changed


def first_subject_taken_for_root(sentence: Sentence) -> bool:
    """ "At least nine Iraqis and four guards are reported dead": what the parser takes for a sentence of its own before
    "and" is a subject with the other, where both are counted."""
    root = sentence.root
    verb = root.child("conj")
    subject = verb.child("nsubj", "nsubjpass") if verb is not None and verb.pos in ("VERB", "AUX") else None
    joining = root.child("cc")
    if root.pos not in ("NOUN", "PROPN") or verb is None or subject is None or joining is None:
        return False
    if subject.left != joining.i + 1 or root.child("nummod") is None or subject.child("nummod") is None:
        return False
    role = subject.dep
    make_root(verb)
    move(root, verb, role)
    move(subject, root, "conj")
    for mark in root.children_by("punct"):
        if mark.i > subject.i:
            move(mark, verb, "punct")
    return True


# What befalls somebody: "with rebels retreated" is no passive.
BEFALLING = frozenset(
    "kill wound injure hurt shoot stab detain arrest capture kidnap abduct seize destroy damage displace free release jail "
    "sentence charge beat torch evacuate hospitalize rescue hold trap".split()
)


def passive_after_with(sentence: Sentence) -> bool:
    """ "…, with two men detained and a guard shot": a participle after "with" and its noun tells what befell the noun."""
    changed = False
    for verb in sentence.tokens:
        mark = verb.child("mark") if verb.dep == "advcl" else verb.head if verb.dep == "pcomp" else None
        if mark is None or mark.lower != "with":
            continue
        for one in (verb, *verb.children_by("conj")):
            subject = one.child("nsubj")
            if subject is None or (one.lemma not in BEFALLING and one.child("agent") is None):
                continue
            if one.tag in ("VBN", "VBD") and one.child("aux", "auxpass", "dobj") is None:
                subject.dep, one.tag = "nsubjpass", "VBN"
                changed = True
    return changed


MENDS = (
    *BODIES,
    *READINGS,
    be_left_out,
    subject_hung_on_as,
    speaker_taken_for_subject,
    noun_with_a_subject,
    verb_taken_for_modifier,
    verb_taken_for_participle,
    verb_after_its_subject,
    verb_taken_for_noun,
    verb_taken_for_plural,
    clause_taken_for_plural,
    subject_taken_for_compound,
    noun_taken_for_verb,
    subjects_in_a_row,
    verb_of_speech_taken_for_noun,
    body_taken_for_modifier,
    first_subject_taken_for_root,
    owner_taken_for_object,
    passive_after_with,
    act_hung_on_the_missing,
    clause_taken_for_content,
    participle_taken_for_verb,
    object_left_alone,
    claim_taken_for_subject,
    *HOLDERS,
    pointer_taken_for_subject,
    subject_after_a_day,
    apposition_taken_for_clause,
    subject_beside_a_day,
    claim_cut_by_a_day,
    toll_hung_on_an_infinitive,
    toll_hung_on_speech,
    hurt_joined_to_a_verb,
    speech_hung_on_what_is_said,
    speech_hung_on_its_medium,
    past_joined_to_an_infinitive,
    cleft,
    subject_held_by_a_participle,
    subjects_as_well,
    subject_taken_for_a_time,
    subject_joined_to_a_noun,
    clause_said_within_a_relative,
    subject_joined_to_an_object,
    finite_joined_to_an_infinitive,
    verb_joined_to_an_object,
    verb_within_a_joined_noun,
    object_taken_for_modifier,
    gerund_taken_for_modifier,
    hostages_taken,
    list_of_what_is_asked,
    instead_of_doing,
    call_for_somebody_to_do,
    crowd_that_demands,
    death_taken_for_noun,
    opening_taken_for_adjective,
    noun_with_subject_and_object,
    noun_with_an_apposition,
    noun_in_a_clause,
    claim_with_an_infinitive,
    kind_told_of_them,
    plural_before_its_object,
    target_after_a_plural,
    *FIRING,
    verb_after_a_place,
    verb_that_is_no_noun,
    noun_joined_to_a_verb,
    verb_of_several_subjects,
    *WORDS,
    participle_hung_on_where,
    subject_lost_to_a_participle,
    penalty_joined_to_guilt,
    home_hung_on_the_verb,
    people_listed_with_homes,
    persons_listed,
    roster,
    clause_taken_for_apposition,
    conviction_joined_to_a_charge,
    participle_taken_for_root,
    participle_taken_for_past,
    turned_taken_for_turning,
    relative_of_an_age,
    whom_clause,
    object_of_a_relative_clause,
    counted_cut_off,
    question_with_have,
    passive_small_clause,
    land_taken_for_subject,
    doing_hung_on_the_verb,
    participle_after_its_noun,
    paid_taken_for_modifier,
    told_before_a_semicolon,
    verb_taken_for_subject,
    pending_taken_for_modifier,
    present_of_lay,
    name_taken_for_modal,
    infinitive_taken_for_noun,
    object_taken_for_clause,
    held_taken_for_holding,
    *DEALS,
    *REDUCED,
    befallen_taken_for_doer,
    listed_taken_for_speaker,
    subjects_listed_with_a_place,
    subject_of_a_gerund,
    subject_taken_for_object,
    *LOST,
    passive_without_be,
)
