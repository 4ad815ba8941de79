"""Subjects that the parser parts from their verb, joins to another word or counts apart, mended on the tokens."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

TOLD = frozenset({"VBD", "VBZ", "VBP"})  # finite verbs, auxiliaries apart
_BEFORE_A_CLAUSE = frozenset({"after", "before", "since", "until"})
_MAIN = frozenset({"ROOT", "conj", "advcl"})
YEAR = 4  # digits
_ON_A_DAY = frozenset({"on", "in", "by", "since"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
# Verbs that a whole clause may follow without "that".
_WITH_A_CLAUSE = frozenset(
    "say tell announce declare state warn write insist argue add claim suggest tweet vow pledge promise report confirm "
    "know believe note find show indicate see mean think feel hear fear hope wish doubt suspect guess suppose reckon "
    "bet assume imagine expect predict forecast estimate calculate conclude determine decide rule judge agree admit "
    "acknowledge concede accept understand learn discover notice observe remember recall forget realize realise prove "
    "reveal allege deny complain maintain contend charge swear assert affirm testify stress underscore underline "
    "explain comment remark reply respond answer repeat recommend propose demand request order command ask urge "
    "require stipulate ensure guarantee make let have watch help cause want need seem appear happen read post email "
    "text signal hint imply speculate theorize dream worry regret joke boast brag quip recount relate disclose "
    "divulge verify ascertain foresee anticipate opine shout yell cry whisper mention record".split()
)


def pointer_taken_for_subject(sentence: Sentence) -> bool:
    """ "This Wednesday the minister criticized it": which Wednesday, and nobody who criticized."""
    changed = False
    for word, day in pairwise(sentence.tokens):
        pointing = word.lower in ("this", "that") and word.dep in ("nsubj", "nsubjpass")
        if pointing and day.entity == "DATE" and day.dep == "npadvmod" and day.head is word.head:
            move(word, day, "det")
            changed = True
    return changed


def subject_after_a_day(sentence: Sentence) -> bool:
    """ "On Friday Turkey signed a treaty", "In 2015 Turkey signed one": the day is what stands after "on", and the name,
    which the parser makes one with it, is who signed."""
    changed = False
    for preposition in sentence.tokens:
        if preposition.lower not in _ON_A_DAY or preposition.dep != "prep":
            continue
        run = _day_after(preposition)
        noun, verb = preposition.child("pobj", "pcomp"), preposition.head
        if not run or noun in run or (noun is not None and (verb.i < noun.right or not _lacks_a_subject(verb))):
            continue
        day = next((one for one in run if not one.text.isdigit()), run[0])
        if any(one is day for one in preposition.ancestors()):
            continue
        move(day, preposition, "pobj")
        for one in run:
            if one is not day:
                move(one, day, "nummod")
        if noun is not None:
            move(noun, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
        changed = True
    return changed


def _day_after(preposition: Token) -> list[Token]:
    """The words of a date or a year that follow it."""
    tokens = preposition.sentence.tokens
    run: list[Token] = []
    for one in tokens[preposition.i - tokens[0].i + 1 :]:
        if one.entity != "DATE" and not (one.text.isdigit() and len(one.text) == YEAR):
            break
        run.append(one)
    return run if run and run[-1].i < tokens[-1].i and run[-1].head.i > run[-1].i else []


def _lacks_a_subject(verb: Token) -> bool:
    finite = verb.tag in TOLD or any(one.tag in (*TOLD, "MD") for one in verb.children_by("aux", "auxpass"))
    return verb.pos in ("VERB", "AUX") and finite and verb.child(*_SUBJECTS) is None


def counted_cut_off(sentence: Sentence) -> bool:
    """ "Hundreds of [Texas National Guard] troops arrive": those who are counted, of which the parser makes a second
    subject."""
    changed = False
    for of in sentence.tokens:
        number = of.head
        if of.lower != "of" or of.dep != "prep" or of.child("pobj", "pcomp") is not None or number.dep != "nsubj":
            continue
        later = [one for one in number.head.children_by("nsubj") if one.left == of.i + 1]
        if later and number.i == of.i - 1:
            move(later[0], of, "pobj")
            changed = True
    return changed


def subjects_as_well(sentence: Sentence) -> bool:
    """ "Peru as well as Mali rejected it": both are the subject."""
    for word in sentence.tokens:
        first = word.head
        if word.lower != "as" or word.dep != "cc" or first.pos not in ("NOUN", "PROPN") or first.i > word.i:
            continue
        verb = first.head if first.dep in ("nsubj", "nsubjpass") else first.child("relcl")
        if verb is None or not (first.head is verb or first.is_root):
            continue
        second = next((one for one in verb.children_by("nsubj", "nsubjpass") if one.left == word.i + 1), None)
        if second is None:
            continue
        if first.is_root:
            make_root(verb)
            move(first, verb, second.dep)
        move(second, first, "conj")
        return True
    return False


def subject_taken_for_a_time(sentence: Sentence) -> bool:
    """ "The raid began after Hamid, a rebel leader, attacked a bank": it is Hamid who attacked, and after that it began."""
    changed = False
    for when in sentence.tokens:
        noun, told = when.child("pobj"), when.head
        if when.lower not in _BEFORE_A_CLAUSE or when.dep != "prep" or noun is None or noun.i < when.i:
            continue
        if noun.child("appos", "relcl", "acl") is None or sentence.tokens[-1].i <= noun.right + 1:
            continue
        at = noun.right + 1 - sentence.tokens[0].i
        outside = sentence.tokens[at].text == ","  # "after Gomez, who led a gang, attacked a bank"
        verb = sentence.tokens[min(at + outside, len(sentence.tokens) - 1)]
        if sentence.tokens[at + outside - 1].text != "," or verb.tag not in ("VBD", "VBN") or verb.head is not told or told.i > verb.i:
            continue
        if verb.child(*_SUBJECTS, "aux", "auxpass", "mark") is not None or verb.dep not in ("advcl", "xcomp", "conj"):
            continue
        move(noun, verb, "nsubj")
        move(when, verb, "mark")
        verb.dep, verb.tag, when.pos = "advcl", "VBD", "SCONJ"
        changed = True
    return changed


def subject_joined_to_a_noun(sentence: Sentence) -> bool:
    """ "sent aid to Gaza and Chad closed the border", "After a truce with Mali took hold, Peru freed the men": the noun
    right before a verb that has no subject, and that nothing joins to the verb before, is its subject."""
    changed = False
    for verb in sentence.tokens:
        told = verb.dep in _MAIN or (verb.dep == "ccomp" and verb.head.lemma not in _WITH_A_CLAUSE)
        if not told or not _is_finite(verb) or verb.child(*_SUBJECTS) is not None:
            continue
        noun = _noun_before(verb, sentence)
        if noun is not None and noun.head.dep == "conj" and noun.head.head.pos in ("NOUN", "PROPN"):
            noun = noun.head  # "attacked Arica and Chile and Bolivia condemned it": the last two
        joined = noun is not None and _is_joined(noun, verb)
        if noun is None or not (joined or _is_set_off(noun, verb)):
            continue
        if joined:
            first = noun.head
            for joining in first.children_by("cc"):
                if first.i < joining.i < noun.i:
                    move(joining, verb.head, "cc")
            verb.dep = "conj"
        move(noun, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
        changed = True
    return changed


def subject_joined_to_an_object(sentence: Sentence) -> bool:
    """ "Jets bombed Sidon and Hezbollah fired rockets": Sidon is bombed, and only Hezbollah fires. Of a verb that takes an
    object and no clause, what stands right after it is its object, up to the "and" before the next verb's subject."""
    changed = False
    for verb in sentence.tokens:
        first = verb.head
        if verb.dep not in ("ccomp", "conj") or verb.pos not in ("VERB", "AUX") or not _is_finite(verb):
            continue
        if not _could_take_an_object(first) or verb.child("mark") is not None:
            continue
        subject = verb.child("nsubj", "nsubjpass")
        if subject is None or subject.left != first.i + 1:
            continue
        listed = next((one for one in (subject, *subject.children_by("nmod")) if one.child("cc") is not None), None)
        if listed is None or listed.child("conj") is None:
            continue
        if listed is subject:
            _part_the_list(listed, first, verb)
        else:
            _part_the_modifier(listed, subject, first)
        verb.dep = "conj"
        changed = True
    return changed


def _could_take_an_object(verb: Token) -> bool:
    active = verb.pos == "VERB" and verb.tag in TOLD and verb.lemma not in _WITH_A_CLAUSE
    return active and verb.child("dobj", "attr", "prt", "auxpass") is None


def _part_the_list(first: Token, before: Token, verb: Token) -> None:
    """ "Sidon and Hezbollah": the first goes to the verb `before`, the last to `verb`."""
    last, dep = first, first.dep
    while (more := last.child("conj")) is not None:
        last = more
    joining = next((one for one in last.head.children_by("cc") if one.i < last.i), None)
    move(last, verb, dep)
    move(first, before, "dobj")
    if joining is not None:
        move(joining, before, "cc")


def _part_the_modifier(first: Token, subject: Token, before: Token) -> None:
    """ "the airport and government troops", of which the parser makes one noun: what stands after "and" is the subject's."""
    joining, own = first.child("cc"), first.child("conj")
    if joining is None or own is None:
        return
    for one in [one for one in subject.children if one.i < first.i]:
        move(one, first, one.dep)
    move(own, subject, "compound")
    move(first, before, "dobj")
    move(joining, before, "cc")


def _is_finite(verb: Token) -> bool:
    """ "closed", "will close", "was closed"."""
    return verb.tag in TOLD or any(one.tag in (*TOLD, "MD") for one in verb.children_by("aux", "auxpass"))


def _noun_before(verb: Token, sentence: Sentence) -> Token | None:
    """The name whose last word stands right before the verb and its adverbs."""
    own = [child.i for child in verb.children if child.i < verb.i and child.dep in ("aux", "auxpass", "neg", "advmod")]
    at = min([verb.i, *own]) - sentence.tokens[0].i - 1
    if at < 1:
        return None
    noun = sentence.tokens[at]
    while noun.dep in ("compound", "flat") and noun.head.i == noun.i + 1:
        noun = noun.head
    return noun if noun.pos in ("NOUN", "PROPN") and noun.dep in ("conj", "appos") else None


def _is_joined(noun: Token, verb: Token) -> bool:
    """Joined to a noun of the clause before, by an "and" that would else be the verb's."""
    above = verb.head
    if noun.dep != "conj" or verb.is_root or not _is_finite(above) or not above.i < noun.head.i < noun.i:
        return False
    joining = [one for one in noun.head.children_by("cc") if noun.head.i < one.i < noun.i]
    listed = noun.head.dep == "conj" or any(one.text == "," for one in (*noun.head.children, *noun.children))
    own = any(one.dep == "cc" and noun.head.i < one.i < verb.i for one in above.children)
    return len(joining) == 1 and not listed and not own and above in noun.ancestors()


def _is_set_off(noun: Token, verb: Token) -> bool:
    """After a comma that ends a clause before the main one."""
    clauses = [one for one in noun.ancestors() if one.dep == "advcl" and one.head is verb]
    marked = any(one.i < verb.i and one.child("mark", "advmod") is not None for one in clauses)
    between = [one for one in noun.head.children if noun.head.i < one.i < noun.i]
    joining = any(one.dep == "cc" for one in between)
    return verb.is_root and marked and not joining and any(one.text == "," for one in between)


def subject_held_by_a_participle(sentence: Sentence) -> bool:
    """ "Turkey, worried about a war, urged its neighbours to meet": it is Turkey that urged."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for participle in tokens:
        verb = participle.head
        if participle.tag not in ("VBN", "VBG") or participle.dep != "advcl" or verb.tag not in ("VBD", "VBZ", "VBP"):
            continue
        subject = participle.child("nsubj", "nsubjpass")
        if subject is None or subject.i > participle.i or verb.i < participle.i or subject.pos not in ("NOUN", "PROPN"):
            continue
        if (
            participle.child("aux", "auxpass", "mark") is not None
            or verb.child("nsubj", "nsubjpass", "expl") is not None
        ):
            continue
        if all(one.lower != "," for one in tokens[subject.i + 1 - first : participle.i - first]):
            continue
        after = tokens[participle.right + 1 - first : participle.right + 2 - first]
        if verb.left > participle.left or not after or after[0].lower != ",":
            continue
        move(subject, verb, "nsubj")
        move(participle, subject, "acl")
        changed = True
    return changed
