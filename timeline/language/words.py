"""Words whose part of speech the parser gets wrong, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence
from timeline.language.hang import move


def object_taken_for_verb(sentence: Sentence) -> bool:
    """ "refuted claims that the army had shelled": what hangs on a verb or preposition as its object is a noun."""
    changed = False
    for token in sentence.tokens:
        if token.tag == "VBZ" and token.pos == "VERB" and token.dep in ("dobj", "pobj") and token.head.i < token.i:
            token.pos, token.tag = "NOUN", "NNS"
            for clause in token.children_by("ccomp"):
                move(clause, token, "acl")
            changed = True
    return changed


def verb_taken_for_preposition(sentence: Sentence) -> bool:
    """ "Miners will down tools": what has an auxiliary and a subject of its own is a verb, and the noun after it its
    object."""
    changed = False
    for token in sentence.tokens:
        modal = token.child("aux")
        if token.pos != "ADP" or modal is None or modal.tag != "MD" or token.child("nsubj") is None:
            continue
        token.pos, token.tag = "VERB", "VB"
        token.set_lemma(token.lower)
        for noun in token.children_by("pobj"):
            noun.dep = "dobj"
        changed = True
    return changed
