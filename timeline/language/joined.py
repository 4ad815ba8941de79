"""Two clauses joined by "and" of which the parser makes one: whose the noun in between is, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import join, move
from timeline.language.subjects import SUBJECTS, TOLD, is_finite

_MAIN = frozenset({"ROOT", "conj", "advcl"})
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


def subject_joined_to_a_noun(sentence: Sentence) -> bool:
    """ "sent aid to Gaza and Chad closed the border", "After a truce with Mali took hold, Peru freed the men": the noun
    right before a verb that has no subject, and that nothing joins to the verb before, is its subject."""
    changed = False
    for verb in sentence.tokens:
        told = verb.dep in _MAIN or (verb.dep == "ccomp" and _is_no_content(verb))
        if not told or not is_finite(verb) or verb.child(*SUBJECTS) is not None:
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
        if verb.dep not in ("ccomp", "conj") or verb.pos not in ("VERB", "AUX") or not is_finite(verb):
            continue
        told = next((one for one in (first, *first.ancestors()) if one.tag in TOLD), None)
        if told is None or not _could_take_an_object(first) or verb.child("mark") is not None:
            continue
        subject = verb.child("nsubj", "nsubjpass")
        if subject is None or subject.left != first.i + 1:
            continue
        listed = next((one for one in (subject, *subject.children_by("nmod")) if one.child("cc") is not None), None)
        if listed is None and (own := _joined_within(subject, verb)) is not None:
            _part(own, subject, first, verb)
        elif listed is None or listed.child("conj") is None:
            continue
        elif listed is subject:
            _part(_last_of(listed), listed, first, verb)
        else:
            _part_the_modifier(listed, subject, first)
        move(verb, told, "conj")
        changed = True
    return changed


def clause_said_within_a_relative(sentence: Sentence) -> bool:
    """ "launched raids on houses they said were used by rebels": the houses were, not the raids."""
    for verb in sentence.tokens:
        told = verb.head
        if verb.dep != "ccomp" or verb.child("mark") is not None or not _could_take_an_object(told):
            continue
        noun = verb.child("nsubj", "nsubjpass")
        if noun is None or noun.left != told.i + 1:
            continue
        be = min(one.i for one in (verb, *verb.children_by("aux", "auxpass")))
        said = next((one for one in sentence.tokens if one.dep == "relcl" and one.i == be - 1), None)
        if said is None or said.lemma not in _WITH_A_CLAUSE or not any(one is noun for one in said.ancestors()):
            continue
        move(noun, told, "dobj")
        move(verb, said, "ccomp")
        return True
    return False


def finite_joined_to_an_infinitive(sentence: Sentence) -> bool:
    """ "urged the rebels to talk and ties between the two grew": that they grew is told, not urged."""
    changed = False
    for verb in sentence.tokens:
        infinitive = verb.head
        if verb.dep != "conj" or infinitive.tag not in ("VB", "VBG") or verb.i < infinitive.i or not is_finite(verb):
            continue
        own = verb.child("nsubj", "nsubjpass")
        if own is None or own.pos not in ("NOUN", "PROPN") or is_finite(infinitive):
            continue
        if infinitive.child("nsubj", "nsubjpass") is not None:
            continue
        told = next((one for one in infinitive.ancestors() if is_finite(one)), None)
        if told is None or told.dep in ("relcl", "acl"):
            continue
        join(verb, told)
        changed = True
    return changed


def verb_joined_to_an_object(sentence: Sentence) -> bool:
    """ "raid offices in Goma, and [detain] nine": what the parser joins to the offices is what they did next."""
    changed = False
    for verb in sentence.tokens:
        noun = verb.head
        if verb.dep != "conj" or noun.dep != "dobj" or verb.pos != "VERB" or noun.pos not in ("NOUN", "PROPN"):
            continue
        told = noun.head
        same = verb.tag in TOLD if told.tag == verb.tag else {verb.tag, told.tag} == {"VB", "VBP"}
        if same and noun.i < verb.i and verb.child(*SUBJECTS, "aux", "auxpass") is None:
            join(verb, told)
            changed = True
    return changed


def verb_within_a_joined_noun(sentence: Sentence) -> bool:
    """ "pointed at the service and the agency [distributed] seed to farmers": the agency did, and seed it distributed."""
    changed = False
    for noun in sentence.tokens:
        verb = noun.child("amod") if noun.dep == "conj" else None
        if verb is None or verb.tag not in ("VBD", "VBN") or verb.i != noun.left + 2 or verb.i > noun.i:
            continue
        subject, article = verb.child("npadvmod", "nsubj"), noun.child("det")
        told = next((one for one in noun.ancestors() if one.tag in TOLD), None)
        if subject is None or subject.i != verb.i - 1 or article is None or article.i != subject.i - 1 or told is None:
            continue
        after = [one for one in told.children_by("prep") if one.i > noun.i]
        move(article, subject, "det")
        for joining in noun.head.children_by("cc"):
            if joining.i < article.i:
                move(joining, told, "cc")
        move(verb, told, "conj")
        move(subject, verb, "nsubj")
        move(noun, verb, "dobj")
        verb.tag = "VBD"
        for phrase in after:
            move(phrase, verb, "prep")
        changed = True
    return changed


def hurt_joined_to_a_verb(sentence: Sentence) -> bool:
    """ "Nine were killed and five others [injured] when …": the five were injured, and so were the nine killed."""
    changed = False
    for verb in sentence.tokens:
        hurt = verb.head
        if verb.tag != "VBN" or verb.dep != "acl" or hurt.dep != "conj" or verb.i != hurt.i + 1:
            continue
        told = hurt.head
        if told.tag != "VBN" or told.child("nsubjpass") is None or hurt.child("nummod", "amod") is None:
            continue
        for joining in told.children_by("cc"):
            if joining.i < hurt.i:
                move(verb, told, "conj")
                move(hurt, verb, "nsubjpass")
                changed = True
                break
    return changed


def _could_take_an_object(verb: Token) -> bool:
    active = verb.pos == "VERB" and verb.tag in (*TOLD, "VB") and verb.lemma not in _WITH_A_CLAUSE
    return active and verb.child("dobj", "attr", "prt", "auxpass") is None


def _joined_within(subject: Token, verb: Token) -> Token | None:
    """ "bombers near Alaska and [Minsk]", of which the last is the verb's own subject."""
    last = verb.sentence.tokens[verb.i - 1 - verb.sentence.tokens[0].i]
    inside = any(one is subject for one in last.ancestors())
    listed = last.head.child("cc") is not None and last.head is not subject
    return last if inside and listed and last.dep == "conj" and last.pos in ("NOUN", "PROPN") else None


def _last_of(first: Token) -> Token:
    """ "Sidon and [Hezbollah]"."""
    while (more := first.child("conj")) is not None:
        first = more
    return first


def _part(own: Token, subject: Token, before: Token, verb: Token) -> None:
    """What the parser makes the subject goes to the verb `before`, all but the noun of `verb`'s own, and the "and"."""
    joining, dep = next((one for one in own.head.children_by("cc") if one.i < own.i), None), subject.dep
    move(own, verb, dep)
    move(subject, before, "dobj")
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


def _is_no_content(clause: Token) -> bool:
    """ "denied entry to reporters and rioters [set] a bus on fire": what is denied is told before."""
    above = clause.head
    return above.lemma not in _WITH_A_CLAUSE or (clause.child("mark") is None and above.child("dobj") is not None)


def _noun_before(verb: Token, sentence: Sentence) -> Token | None:
    """The noun whose phrase ends right before the verb and its adverbs: "an [explosion] outside the barracks hurt four"."""
    own = [child.i for child in verb.children if child.i < verb.i and child.dep in ("aux", "auxpass", "neg", "advmod")]
    last = min([verb.i, *own]) - 1
    at = last - sentence.tokens[0].i
    if at < 1:
        return None
    noun = sentence.tokens[at]
    for above in (noun, *noun.ancestors()):
        if above.i > last or above.right > last:
            while noun.dep in ("compound", "flat") and noun.head.i == noun.i + 1:
                noun = noun.head
            break
        noun = above
        if above.dep in ("conj", "appos"):
            break
    return noun if noun.pos in ("NOUN", "PROPN") and noun.dep in ("conj", "appos") else None


def _is_joined(noun: Token, verb: Token) -> bool:
    """Joined to a noun of the clause before, by an "and" that would else be the verb's."""
    above = verb.head
    if noun.dep != "conj" or verb.is_root or not is_finite(above) or not above.i < noun.head.i < noun.i:
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
