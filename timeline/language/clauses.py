"""Clauses and phrases that the parser hangs on the last verb or on the wrong word, mended on the tokens."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.document import Sentence, Token
from timeline.language.hang import join, make_root, move
from timeline.language.subjects import TOLD

# Those who demand something together, and how they do.
_CROWDS = frozenset(
    "protester protestor demonstrator marcher crowd activist striker people student supporter worker farmer villager "
    "resident thousand hundred dozen group".split()
)
_DEMANDING = frozenset("demand protest oppose denounce chant call seek march rally campaign urge".split())
# By what somebody is asked to do something.
_CALLS = frozenset({"call", "demand", "appeal", "plea", "request"})
# What is claimed or laid "for" an act, whatever stands between.
_OWNED = frozenset({"responsibility", "credit", "blame"})
# Participles that tell the outcome of the sentence's own act.
_TOLL = frozenset("kill wound injure hurt maim displace".split())
# Participles by which whoever reports goes on speaking, the verbs of reporting, and auxiliaries of what is not yet.
_SPEAKING = frozenset(
    "accuse blame criticize criticise condemn denounce warn urge call describe cite add insist argue say vow threaten "
    "pledge demand charge allege claim complain protest note stress declare brand slam assail rebuke decry".split()
)
_REPORTING = frozenset(
    "say tell announce declare state warn write insist argue add claim suggest tweet vow pledge promise".split()
)
_TO_COME = frozenset("will would 'll shall should must could may might can".split())
_SPANS = frozenset("minutes hours days weeks months years moments".split())
_KINDS_OF_HOURS = frozenset(
    "business office school shop curfew opening closing working visiting trading banking voting polling rest holiday work "
    "prison jail war boom daylight store bar pub flight duty overtime teaching operating".split()
)
# Where somebody speaks or writes.
_MEDIA = frozenset(
    "Twitter twitter Facebook facebook Telegram telegram Instagram instagram YouTube youtube X television tv TV radio "
    "website blog page channel interview conference letter email".split()
)
_WHEN = frozenset("after before as when while since until because though although once".split())
_SAYING = frozenset("say add ask write note think tell claim warn".split())
_HELD = frozenset(("hostage", "captive", "prisoner"))
_ASKING_FOR = frozenset("call press push appeal ask campaign plead".split())


def clause_taken_for_content(sentence: Sentence) -> bool:
    """ "Troops began to leave, hours after both sides agreed to a truce": the sentence tells that they left, and nobody
    agreed that they did."""
    verb = sentence.root
    mark = verb.child("mark")
    if mark is None or mark.lower not in _WHEN or verb.child("nsubj", "nsubjpass") is None:
        return False
    for clause in verb.children_by("ccomp"):
        finite = clause.tag in TOLD or any(one.tag in (*TOLD, "MD") for one in clause.children_by("aux", "auxpass"))
        if clause.right < mark.i and finite and clause.child("nsubj", "nsubjpass") is not None:
            own = [one for one in verb.children if one.i < mark.i and one.dep == "punct"]
            make_root(clause)
            move(verb, clause, "advcl")
            for one in own:
                move(one, clause, one.dep)
            return True
    return False


def participle_taken_for_verb(sentence: Sentence) -> bool:
    """ "Jailed former ministers were freed": the ministers are jailed, and the sentence tells that they were freed."""
    first = sentence.tokens[0]
    if not first.is_root or first.tag not in ("VBD", "VBN") or first.lemma in _SAYING or len(sentence.tokens) < 3:
        return False
    for clause in first.children_by("ccomp"):
        subject = clause.child("nsubj", "nsubjpass")
        if subject is not None and subject.left == first.i + 1 and subject.pos in ("NOUN", "PROPN"):
            others = [one for one in first.children if one is not clause]
            make_root(clause)
            move(first, subject, "amod")
            first.tag = "VBN"
            for one in others:
                move(one, clause, one.dep)
            return True
    return False


def object_left_alone(sentence: Sentence) -> bool:
    """ "finds [Chad] in breach of its duties", "elects [Ana Torres] as its head": what stands right after a verb that has
    no object is no subject of a preposition, nor an apposition to the verb."""
    changed = False
    for noun in sentence.tokens:
        above = noun.head
        lone = noun.dep == "nsubj" and above.pos == "ADP" and above.dep == "prep"
        if not lone and not (noun.dep == "appos" and above.pos == "VERB"):
            continue
        verb = above.head if lone else above
        bare = verb.pos == "VERB" and verb.child("dobj", "auxpass") is None
        if bare and noun.left == verb.i + 1 and noun.pos in ("NOUN", "PROPN"):
            move(noun, verb, "dobj")
            changed = True
    return changed


def claim_taken_for_subject(sentence: Sentence) -> bool:
    """ "The army claims the man killed was a rebel": it claims that he was one."""
    for verb in sentence.tokens:
        copula = verb.head
        if verb.dep != "nsubj" or verb.tag not in ("VBZ", "VBD") or copula.pos not in ("AUX", "VERB"):
            continue
        killed = verb.child("relcl")
        subject = killed.child("nsubj") if killed is not None else None
        if subject is None or killed is None or verb.child("nsubj") is None or not verb.i < subject.i < killed.i:
            continue
        if killed.tag not in ("VBN", "VBD") or not killed.i < copula.i or not copula.is_root:
            continue
        make_root(verb)
        move(subject, copula, "nsubj")
        move(killed, subject, "acl")
        killed.tag = "VBN"
        move(copula, verb, "ccomp")
        return True
    return False


def hostages_taken(sentence: Sentence) -> bool:
    """ "took 17 people hostage in a shop, forcing …": what the parser takes for a clause of its own is how they are held."""
    changed = False
    for word in sentence.tokens:
        if word.lower in _HELD and word.dep == "ccomp" and word.head.lemma in ("take", "hold", "seize", "keep"):
            word.dep = "dobj"
            changed = True
    return changed


def list_of_what_is_asked(sentence: Sentence) -> bool:
    """ "vetoed a draft calling for a truce, the lifting of curbs, and the release of captives": what follows the comma is
    called for too, not vetoed."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for noun in tokens:
        at = noun.left - first
        if noun.dep != "dobj" or at < 3 or tokens[at - 1].text != "," or noun.child("cc") is None:
            continue
        asked = (one for one in tokens[at - 2].ancestors() if one.dep == "pobj" and one.head.lower == "for")
        before = next((one for one in (tokens[at - 2], *asked) if one.dep == "pobj" and one.head.lower == "for"), None)
        asking = before.head.head if before is not None else noun.head
        if before is None or asking is noun.head or asking.lemma not in _ASKING_FOR:
            continue
        if before.right == tokens[at - 2].i:
            move(noun, before, "conj")
            changed = True
    return changed


def claim_cut_by_a_day(sentence: Sentence) -> bool:
    """ "claimed responsibility on Monday for the raid": "for" goes with what is claimed."""
    changed = False
    for word in sentence.tokens:
        if word.lower != "for" or word.dep != "prep" or word.head.pos != "VERB":
            continue
        noun = word.head.child("dobj")
        if noun is not None and noun.lemma in _OWNED and noun.i < word.i:
            move(word, noun, "prep")
            changed = True
    return changed


def toll_hung_on_an_infinitive(sentence: Sentence) -> bool:
    """ "bombed a crowd waiting to vote, killing nine": it is the bombing that kills, not the vote."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in _TOLL or verb.head.tag != "VB":
            continue
        told = _above(verb, TOLD)
        between = verb.head.ancestors()
        if told is not None and any(one.pos in ("NOUN", "PROPN") and told.i < one.i < verb.i for one in between):
            move(verb, told, "advcl")
            changed = True
    return changed


def toll_hung_on_speech(sentence: Sentence) -> bool:
    """ "Rebels shelled a post, the army said on Friday, killing nine": the shelling killed them, not the word."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in _TOLL or verb.head.lemma not in _REPORTING:
            continue
        told = next((one for one in verb.head.children_by("ccomp") if one.right < verb.i), None)
        if told is not None and told.pos == "VERB":
            move(verb, told, "advcl")
            changed = True
    return changed


def speech_hung_on_what_is_said(sentence: Sentence) -> bool:
    """ "said the agency should be closed, accusing it of fraud": who speaks accuses, not the agency that is to close."""
    changed = False
    for verb in sentence.tokens[1:]:
        if verb.tag != "VBG" or verb.dep != "advcl" or verb.lemma not in _SPEAKING:
            continue
        clause = verb.head
        while clause.dep in ("xcomp", "conj") and clause.head.i < clause.i:
            clause = clause.head
        if clause.dep not in ("ccomp", "parataxis") or clause.head.lemma not in _REPORTING or clause.i > verb.i:
            continue
        if any(one.lower in _TO_COME for one in clause.children_by("aux")):
            move(verb, clause.head, "advcl")
            changed = True
    return changed


def speech_hung_on_its_medium(sentence: Sentence) -> bool:
    """ "posted a message on Telegram blaming Chad", "wrote in a letter urging it to leave": whoever posts or writes blames."""
    changed = False
    for verb in sentence.tokens[1:]:
        if verb.tag != "VBG" or verb.lemma not in _SPEAKING or verb.dep not in ("pcomp", "acl"):
            continue
        medium = verb.child("nsubj") if verb.dep == "pcomp" else verb.head
        at = verb.head if verb.dep == "pcomp" else verb.head.head
        if (
            medium is None
            or at.lower not in ("on", "via", "to", "in", "at")
            or medium.i < at.i
            or medium.right > verb.i + 1
        ):
            continue
        if verb.dep == "acl" and (medium.dep != "pobj" or medium.lemma not in _MEDIA):
            continue
        told = next((one for one in at.ancestors() if one.pos == "VERB"), None)
        if told is None or (verb.dep == "pcomp" and medium.pos != "PROPN") or told.child("nsubj") is None:
            continue
        move(verb, told, "advcl")
        if medium.head is verb:
            move(medium, at, "pobj")
        changed = True
    return changed


def act_hung_on_the_missing(sentence: Sentence) -> bool:
    """ "Nine are killed and four are reported missing in a raid": the raid is where both befell them."""
    changed = False
    for lost in sentence.tokens:
        verb = lost.head
        if lost.lower != "missing" or lost.dep not in ("oprd", "xcomp") or verb.child("auxpass") is None:
            continue
        for phrase in lost.children_by("prep"):
            move(phrase, verb, "prep")
            changed = True
    for number in sentence.tokens:  # "…, with ten badly hurt, in a raid": the raid is the main clause's
        fallen, above = number.child("acl"), number.head.head
        if number.dep != "pobj" or number.head.lower != "with" or above.pos != "VERB" or fallen is None:
            continue
        if fallen.tag not in ("VBN", "VBD") or fallen.lemma not in _TOLL:
            continue
        after = [one for one in number.children_by("prep") if one.i > fallen.i]
        for phrase in after:
            if sentence.tokens[phrase.i - sentence.tokens[0].i - 1].text == ",":
                move(phrase, above, "prep")
                changed = True
    return changed


def past_joined_to_an_infinitive(sentence: Sentence) -> bool:
    """ "urged it to talk and pressed it to agree", "has yet to talk but has agreed": what was done stands beside what was
    done, not beside "to talk"."""
    changed = False
    for verb in sentence.tokens:
        if verb.dep != "conj" or verb.head.tag != "VB":
            continue
        perfect = any(one.tag in TOLD for one in verb.children_by("aux", "auxpass"))
        infinitive = verb.head
        plain = verb.tag in ("VBD", "VBZ")  # "says it will not leave and calls for talks"
        told = _above(verb, frozenset({verb.tag}) if plain else TOLD)
        to = infinitive.child("aux")
        if told is None or verb.child("nsubj") is not None:
            continue
        if not (plain or (perfect and to is not None and to.lower == "to")):
            continue
        join(verb, told)
        changed = True
    return changed


def cleft(sentence: Sentence) -> bool:
    """ "It was Peru that attacked": the clause tells of the noun that is singled out."""
    root = sentence.root
    noun, it = root.child("attr"), root.child("nsubj")
    if root.lemma != "be" or noun is None or it is None or it.lower != "it" or noun.pos not in ("NOUN", "PROPN"):
        return False
    for clause in root.children_by("ccomp"):
        that = clause.child("nsubj", "nsubjpass", "dobj")
        if clause.i > noun.i and that is not None and that.tag in ("WDT", "WP") and noun.i < that.i < clause.i:
            move(clause, noun, "relcl")
            return True
    return False


def question_with_have(sentence: Sentence) -> bool:
    """ "Have troops advanced on the capital?": it is asked whether they have; nobody has them advance."""
    have = sentence.tokens[0]
    verb = have.child("ccomp") if have.is_root and have.lower in ("have", "has", "had") else None
    if (
        verb is None
        or sentence.tokens[-1].lower != "?"
        or verb.tag not in ("VBN", "VBD")
        or verb.child("nsubj") is None
    ):
        return False
    make_root(verb)
    for one in have.children:
        move(one, verb, one.dep)
    move(have, verb, "aux")
    have.pos, verb.tag = "AUX", "VBN"
    return True


def object_of_a_relative_clause(sentence: Sentence) -> bool:
    """ "a carrier, which pirates boarded", "villagers whom crews rescued": of two subjects the pronoun is what it is done
    to, and what stands between "whom" and a verb is who does it."""
    changed = False
    for pronoun in sentence.tokens:
        if pronoun.tag not in ("WDT", "WP") or pronoun.dep != "nsubj":
            continue
        verb = pronoun.head
        if verb.pos == "VERB" and verb.dep == "relcl":
            own = any(pronoun.i < one.i < verb.i for one in verb.children_by("nsubj"))
            later = verb.child("acl")
            particle, noun = verb.child("prt"), verb.child("dobj")
            if own and noun is not None and particle is not None and particle.i + 1 == noun.left:
                particle.dep = "prep"  # "which pirates boarded off the coast"
                move(noun, particle, "pobj")
            if own and verb.child("dobj", "ccomp", "xcomp") is None:
                pronoun.dep = "dobj"
                changed = True
            elif pronoun.lower == "whom" and verb.tag == "VBZ" and later is not None and later.tag in ("VBN", "VBD"):
                noun = verb.head
                verb.pos, verb.tag, later.tag = "NOUN", "NNS", "VBD"
                move(later, noun, "relcl")
                move(verb, later, "nsubj")
                move(pronoun, later, "dobj")
                changed = True
    return changed


def object_taken_for_modifier(sentence: Sentence) -> bool:
    """ "closed the border hours after Chad had left": the border is closed, hours after."""
    tokens = sentence.tokens
    changed = False
    for span, after in pairwise(tokens):
        verb = span.head
        if span.lower not in _SPANS or span.dep not in ("dobj", "pobj") or after.lower not in ("after", "before"):
            continue
        before = [child for child in span.children if child.dep == "compound" and child.i == span.i - 1]
        clause = after.head if after.dep == "mark" else after
        if not before or clause.i < after.i or span.child("nummod") is not None or before[0].lower in _KINDS_OF_HOURS:
            continue
        noun = before[0]
        if span in clause.ancestors():
            move(clause, verb, clause.dep)  # else the two would hang on each other
        move(noun, verb, span.dep)
        for child in [one for one in span.children if one.i < noun.i]:
            move(child, noun, child.dep)
        move(span, clause, "npadvmod")
        changed = True
    return changed


def gerund_taken_for_modifier(sentence: Sentence) -> bool:
    """ "denied holding talks and shelling a port": both are denied."""
    for verb in sentence.tokens:
        noun = verb.child("dobj")
        first = noun.child("amod") if noun is not None else None
        if verb.tag not in TOLD or noun is None or first is None or first.tag != "VBG" or first.i != verb.i + 1:
            continue
        second = next((one for one in verb.children_by("conj") if one.tag == "VBG" and one.i > noun.i), None)
        if second is None or second.child("nsubj", "aux") is not None:
            continue
        move(first, verb, "xcomp")
        move(noun, first, "dobj")
        for child in [one for one in verb.children if first.i < one.i < second.i and one is not noun]:
            move(child, first, child.dep)
        move(second, first, "conj")
        return True
    return False


def instead_of_doing(sentence: Sentence) -> bool:
    """ "held talks instead of shelling the port": the gerund goes with "of"."""
    changed = False
    for word in sentence.tokens:
        if word.lower != "of" or not any(one.lower == "instead" for one in word.children):
            continue
        act = next((one for one in word.head.children_by("advcl") if one.tag == "VBG" and one.left > word.i), None)
        if word.child("pobj", "pcomp") is None and act is not None:
            move(act, word, "pcomp")
            word.dep = "prep"
            changed = True
    return changed


def crowd_that_demands(sentence: Sentence) -> bool:
    """ "attacked protesters demanding a release": what stands right after a crowd is what the crowd does."""
    changed = False
    for noun, act in pairwise(sentence.tokens):
        if act.tag != "VBG" or act.dep != "advcl" or noun.lemma not in _CROWDS or act.lemma not in _DEMANDING:
            continue
        if noun.dep in ("dobj", "pobj") and act.head in noun.ancestors():
            move(act, noun, "acl")
            changed = True
    return changed


def call_for_somebody_to_do(sentence: Sentence) -> bool:
    """ "clashes amid calls for him to resign": what the calls ask for hangs on them."""
    tokens = sentence.tokens
    changed = False
    for noun, mark in pairwise(tokens):
        if mark.lower != "for" or noun.lemma not in _CALLS or noun.pos != "NOUN" or mark.dep != "mark":
            continue
        act = mark.head
        if act.tag == "VB" and act.head is not noun and act.i > mark.i:
            move(act, noun, "acl")
            changed = True
    return changed


def _above(verb: Token, tags: frozenset[str]) -> Token | None:
    return next((one for one in verb.ancestors() if one.tag in tags), None)
