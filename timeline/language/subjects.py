"""Subjects that the parser parts from their verb, joins to another word or counts apart, mended on the tokens."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

TOLD = frozenset({"VBD", "VBZ", "VBP"})  # finite verbs, auxiliaries apart
_BEFORE_A_CLAUSE = frozenset({"after", "before", "since", "until"})
_BEFALLING = frozenset("kill shoot stab murder behead kidnap abduct arrest detain jail imprison wound injure".split())
_BEFALLEN = _BEFALLING | frozenset("seek suspect accuse injure hurt deploy assign dispatch train send report".split())
YEAR = 4  # digits
PAIR = 2
_ON_A_DAY = frozenset({"on", "in", "by", "since"})
_JUDGED = frozenset("be become seem appear remain mean make help cause lead".split())  # of what somebody's doing so is
_WARNING = frozenset("warn say claim add argue insist allege complain fear note stress".split())
_HOLDING, _CAPTIVE = frozenset(("held", "taken", "kept")), frozenset(("hostage", "prisoner", "captive"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def pointer_taken_for_subject(sentence: Sentence) -> bool:
    """ "This Wednesday the minister criticized it": which Wednesday, and nobody who criticized."""
    changed = False
    for word, day in pairwise(sentence.tokens):
        pointing = word.lower in ("this", "that") and word.dep in ("nsubj", "nsubjpass")
        if pointing and day.entity == "DATE" and day.dep == "npadvmod" and day.head is word.head:
            move(word, day, "det")
            changed = True
    return changed


def subject_hung_on_as(sentence: Sentence) -> bool:
    """ "As a brief lull in attacks is about to end": the noun under *As* is the subject of the clause that follows."""
    changed = False
    for token in sentence.tokens:
        if token.lower != "as" or token.dep != "prep":
            continue
        noun, clause = token.child("pobj"), token.head
        if noun is None or clause.pos not in ("AUX", "VERB") or clause.dep not in ("advcl", "ccomp"):
            continue
        if clause.child("nsubj", "nsubjpass") is None and token.i < clause.i and token.right + 1 == clause.i:
            move(noun, clause, "nsubj")
            token.dep, token.pos = "mark", "SCONJ"
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


def subject_beside_a_day(sentence: Sentence) -> bool:
    """ "On Friday, one of the captives was freed": it is the captive who was freed, and no other name of the day."""
    changed = False
    for preposition in sentence.tokens:
        verb = preposition.head
        day = preposition.child("pobj") if preposition.lower in _ON_A_DAY and preposition.dep == "prep" else None
        noun = day.child("appos") if day is not None and day.entity == "DATE" else None
        if noun is None or noun.entity in ("DATE", "TIME") or not preposition.i < noun.left <= noun.right < verb.i:
            continue
        if noun.pos in ("NOUN", "PROPN", "NUM") and _lacks_a_subject(verb):
            move(noun, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
            changed = True
    return changed


def apposition_taken_for_clause(sentence: Sentence) -> bool:
    """ "the death of Aisha Bello, the nurse killed in custody": whom the killed one's name tells, and nobody who killed."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for verb in tokens:
        noun = verb.child("nsubj")
        if verb.dep != "advcl" or verb.tag not in ("VBD", "VBN") or noun is None or noun.pos != "NOUN":
            continue
        if verb.lemma not in _BEFALLING or verb.child("mark", "aux", "auxpass", "dobj", "agent", "advmod") is not None:
            continue
        before = tokens[max(0, noun.left - first - 2) : noun.left - first]
        told = len(before) == 2 and before[0].pos == "PROPN" and before[1].text == ","
        if told and noun.child("det") is not None and verb.head.i < noun.left and verb.i == noun.right + 1:
            move(noun, before[0], "appos")
            move(verb, noun, "acl")
            verb.tag = "VBN"
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
    return verb.pos in ("VERB", "AUX") and finite and verb.child(*SUBJECTS) is None


def is_finite(verb: Token) -> bool:
    """ "closed", "will close", "was closed"."""
    return verb.tag in TOLD or any(one.tag in (*TOLD, "MD") for one in verb.children_by("aux", "auxpass"))


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
        noun = when.child("pobj")
        if when.lower not in _BEFORE_A_CLAUSE or when.dep != "prep" or noun is None or noun.i < when.i:
            continue
        verb = _verb_after(noun, sentence)
        if verb is None or all(one is not verb.head for one in when.ancestors()) or verb.head.i > verb.i:
            continue
        if verb.child(*SUBJECTS, "aux", "auxpass", "mark") is not None or verb.dep not in ("advcl", "xcomp", "conj"):
            continue
        told = verb.head
        move(noun, verb, "nsubj")
        move(when, verb, "mark")
        move(verb, told, "advcl")
        verb.tag, when.pos = "VBD", "SCONJ"
        changed = True
    return changed


def _verb_after(noun: Token, sentence: Sentence) -> Token | None:
    """The verb right after a noun, or after the comma behind what is told of it: "Hamid, who led a gang, [attacked]"."""
    at = noun.right + 1 - sentence.tokens[0].i
    rest = sentence.tokens[at - 1 : at + 2]
    if len(rest) <= 2:
        return None
    if rest[0].text != "," and rest[1].text != ",":
        return rest[1] if rest[1].tag == "VBD" and rest[1].pos == "VERB" else None
    verb = rest[1] if rest[0].text == "," else rest[2]
    held = noun.child("appos", "relcl", "acl") is not None
    return verb if held and verb.tag in ("VBD", "VBN") else None


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


def held_taken_for_holding(sentence: Sentence) -> bool:
    """ "Nuns held hostage in Niger have called for help": the nuns are held, and it is they who called."""
    changed = False
    for held, captive in pairwise(sentence.tokens):
        if captive.lower not in _CAPTIVE or held.lower not in _HOLDING or held.child("aux", "auxpass") is not None:
            continue
        subject = held.child("nsubj")
        verb = captive.head if captive.dep == "nsubj" else held.head
        if subject is None or verb is held or not is_finite(verb) or verb.i < captive.i:
            continue
        if captive.dep != "nsubj" and verb.child(*SUBJECTS) is not None:
            continue
        if verb.head is held:
            above, dep, root = held.head, held.dep, held.is_root
            if root:
                make_root(verb)
            else:
                move(verb, above, dep)
        for child in captive.children if captive.dep == "nsubj" else ():
            move(child, held, child.dep)
        move(subject, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
        move(held, subject, "acl")
        move(captive, held, "oprd")
        held.tag = "VBN"
        changed = True
    return changed


def befallen_taken_for_doer(sentence: Sentence) -> bool:
    """ "said the guard shot in the leg was able to flee": the guard is shot, and it is he who was able."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for hurt in tokens:
        subject = hurt.child("nsubj") if hurt.tag in ("VBD", "VBN") and hurt.lemma in _BEFALLEN else None
        if subject is None or subject.i > hurt.i or hurt.child("aux", "auxpass", "dobj", "cc", "neg") is not None:
            continue
        if hurt.lemma == "report" and hurt.child("xcomp") is None:
            continue  # "reported to be"
        inner = [one.right for one in hurt.children if one.i > hurt.i and _is_of_participle(one)]
        after = max([hurt.i, *inner]) + 1 - first
        verb = tokens[after] if after < len(tokens) else hurt
        verb = verb if verb.dep not in ("aux", "auxpass") else verb.head
        joined = verb.head is hurt or verb.head is hurt.head or verb is hurt.head
        if not joined or verb.i < hurt.i or not is_finite(verb) or verb.child(*SUBJECTS) is not None:
            continue
        if verb.head is hurt:
            above, dep, root = hurt.head, hurt.dep, hurt.is_root
            if root:
                make_root(verb)
            else:
                move(verb, above, dep)
        for one in hurt.children:
            if one.i > verb.i or (one.i < subject.i and one.dep in ("mark", "punct")):
                move(one, verb, one.dep)
        move(subject, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
        move(hurt, subject, "acl")
        hurt.tag = "VBN"
        changed = True
    return changed


def _is_of_participle(word: Token) -> bool:
    """ "deployed [to hunt the inmates]", "shot [in the leg] [on Monday]"."""
    to = word.child("aux")
    aim = word.dep in ("advcl", "xcomp") and to is not None and (word.tag == "VB" or to.lower == "to")
    return aim or word.dep in ("prep", "advmod", "npadvmod")


def listed_taken_for_speaker(sentence: Sentence) -> bool:
    """ "It was the home of a clerk, his wife and their sons, said Anna Ruiz": who speaks follows the verb."""
    verb = sentence.root
    told = verb.child("ccomp") if verb.lemma in _WARNING else None
    both = verb.children_by("nsubj") if told is not None else []
    if len(both) != PAIR or told is None or not told.i < both[0].i < verb.i < both[1].i:
        return False
    at = both[0].left - sentence.tokens[0].i
    comma, noun = sentence.tokens[at - 1], sentence.tokens[at - 2]
    if at < PAIR or comma.text != "," or noun.pos not in ("NOUN", "PROPN") or noun.head is verb:
        return False
    move(both[0], noun, "conj")
    return True


def subject_of_a_gerund(sentence: Sentence) -> bool:
    """ "Troops trying to arrest a rebel shot him": it is the troops that shot, and not what they tried."""
    changed = False
    for gerund in sentence.tokens:
        verb, subject = gerund.head, gerund.child("nsubj")
        if gerund.tag != "VBG" or gerund.dep != "csubj" or verb.tag not in TOLD or verb.lemma in _JUDGED:
            continue
        plain = subject is not None and subject.pos in ("NOUN", "PROPN") and subject.right + 1 == gerund.i
        if not plain or gerund.child("aux", "auxpass") is not None or verb.child("nsubj", "nsubjpass") is not None:
            continue
        assert subject is not None
        move(subject, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
        move(gerund, subject, "acl")
        changed = True
    return changed


def subject_taken_for_object(sentence: Sentence) -> bool:
    """ "…, warning the raids broke a truce": what the parser gives the verb of speech broke it."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag != "VBD" or verb.dep != "conj" or verb.child(*SUBJECTS, "aux", "auxpass") is not None:
            continue
        noun = sentence.tokens[verb.left - 1 - sentence.tokens[0].i] if verb.left > sentence.tokens[0].i else verb
        saying = noun.head
        if noun.dep != "dobj" or saying.lemma not in _WARNING or saying.tag != "VBG" or noun.i < saying.i:
            continue
        if any(one.dep == "cc" and saying.i < one.i < verb.i for one in verb.head.children):
            continue
        move(noun, verb, "nsubj")
        move(verb, saying, "ccomp")
        changed = True
    return changed


def subjects_listed_with_a_place(sentence: Sentence) -> bool:
    """ "After talks in Lima, Peru and Chile signed a treaty": the two that stand before the verb do so, and are no more
    places of the talks."""
    for verb in sentence.tokens:
        subject = verb.child("nsubj", "nsubjpass", "csubj", "expl")
        if verb.tag not in ("VBD", "VBP") or verb.dep in ("conj", "acl", "relcl", "amod"):
            continue
        opening = next((one for one in verb.children_by("prep") if one.i < verb.i), None)
        if opening is None or (
            subject is not None and (subject.i != opening.i + 1 or opening.child("pobj") is not None)
        ):
            continue
        last = sentence.tokens[verb.i - 1 - sentence.tokens[0].i]
        chain = [last, *last.ancestors()]
        listed = next((one for one in chain if one.dep == "conj" and one.head.dep == "pobj"), None)
        if listed is None or listed.entity != "GPE" or listed.head.entity != "GPE" or listed.child("conj") is None:
            continue
        if sentence.tokens[listed.left - 1 - sentence.tokens[0].i].text != "," or opening.i > listed.head.i:
            continue
        if subject is not None:
            move(subject, opening, "pobj")
        move(listed, verb, "nsubj")
        return True
    return False
