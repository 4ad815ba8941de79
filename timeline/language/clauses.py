"""Clauses and phrases that the parser hangs on the last verb or on the wrong word, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

# What is claimed or laid "for" an act, whatever stands between.
_OWNED = frozenset({"responsibility", "credit", "blame"})
# Participles that tell the outcome of the sentence's own act.
_TOLL = frozenset("kill wound injure hurt maim displace".split())
_PAST = frozenset({"VBD"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})


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
        told = _above(verb, _TOLD)
        between = verb.head.ancestors()
        if told is not None and any(one.pos in ("NOUN", "PROPN") and told.i < one.i < verb.i for one in between):
            move(verb, told, "advcl")
            changed = True
    return changed


def past_joined_to_an_infinitive(sentence: Sentence) -> bool:
    """ "urged it to talk and pressed it to agree": what was done stands beside what was done, not beside "to talk"."""
    changed = False
    for verb in sentence.tokens:
        if verb.dep != "conj" or verb.tag != "VBD" or verb.head.tag != "VB":
            continue
        infinitive, told = verb.head, _above(verb, _PAST)
        if told is None:
            continue
        for joining in infinitive.children_by("cc"):
            if infinitive.i < joining.i < verb.i:
                move(joining, told, "cc")
        move(verb, told, "conj")
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


def _above(verb: Token, tags: frozenset[str]) -> Token | None:
    return next((one for one in verb.ancestors() if one.tag in tags), None)
