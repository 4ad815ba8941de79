"""What the parser gets wrong on news, mended on the tokens: each mend is one function in `MENDS`."""

from __future__ import annotations

from timeline.language.document import Document, Sentence, Token


def mend(document: Document) -> None:
    """Run every mend over every sentence, then bring the subtree edges of the changed ones up to date."""
    for sentence in document.sentences:
        changed = False
        for one in MENDS:
            changed |= one(sentence)
        if changed:
            refresh_edges(sentence)


def move(token: Token, head: Token, dep: str) -> None:
    """Hang `token` under `head`. The caller makes sure that no circle comes of it."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head = head
    token.dep = dep
    head.children.append(token)
    head.children.sort(key=_position)


def refresh_edges(sentence: Sentence) -> None:
    """Recompute `left` and `right` of every token of the sentence."""
    for token in sentence.tokens:
        token.left = token.right = token.i
    for token in sentence.tokens:
        for above in token.ancestors():
            if token.i < above.left:
                above.left = token.i
            elif token.i > above.right:
                above.right = token.i


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


def verb_taken_for_modifier(sentence: Sentence) -> bool:
    """ "Erdogan commenced air assaults", "A rocket slammed into a block": a finite verb that the parser hung on a noun
    as its modifier is the clause's verb, and the noun its object or, where it stands before, its subject."""
    noun = sentence.root
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    for verb in noun.children:
        if verb.pos != "VERB" or verb.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if verb.dep == "amod" and verb.i < noun.i and verb.child("nsubj") is not None:
            make_root(verb)
            move(noun, verb, "dobj")
            return True
        if verb.dep == "acl" and verb.i > noun.i and verb.child("nsubj", "nsubjpass", "auxpass") is None:
            make_root(verb)
            move(noun, verb, "nsubj")
            return True
    return False


def make_root(token: Token) -> None:
    """Cut a token off its head. The caller hangs the old root under it."""
    token.head.children.remove(token)
    token.head = token
    token.dep = "ROOT"


MENDS = (subject_hung_on_as, verb_taken_for_modifier)


def _position(token: Token) -> int:
    return token.i
