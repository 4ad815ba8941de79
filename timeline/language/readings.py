"""Verbs in the present that the parser takes for a noun beside another: "Police arrest mayor Ali Khan", "requests arrest
warrants", mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move
from timeline.language.headlines import PEOPLE, tag_as

# What many do to one, written as its noun is.
_DONE_BY_MANY = frozenset(
    "arrest release charge shoot raid search murder torture target rescue capture question force free back attack abduct "
    "kidnap detain seek name kill oust hail host escort ambush execute warn urge evict".split()
)
_WITH_WARRANTS = frozenset(
    "requests issues seeks orders drops lifts cancels withdraws obtains approves rejects upholds quashes suspends".split()
)


def surname_taken_for_verb(sentence: Sentence) -> bool:
    """ "Muktar [Said] Ibrahim", "Edward Said": with a capital between or after names it says nothing."""
    changed = False
    for name in sentence.tokens[1:]:
        if name.text != "Said" or name.pos != "VERB":
            continue
        at = name.i - sentence.tokens[0].i
        after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else name
        before = sentence.tokens[at - 1]
        if before.pos != "PROPN" or before.entity != "PERSON" or after.pos != "PROPN":
            continue
        content = name.child("ccomp")
        if not name.is_root or content is None or content not in before.ancestors():
            continue
        make_root(content)
        for one in [one for one in name.children if one is not content and one is not after]:
            move(one, after if one.dep in ("cc", "conj") else content, one.dep)
        move(after, before.head, before.dep)
        move(name, after, "compound")
        move(before, after, "compound")
        for one in [one for one in after.children if one.i > after.i and one.dep == "prep"]:
            move(one, content, "prep")
        name.pos, name.tag = "PROPN", "NNP"
        changed = True
    return changed


def verb_before_a_name(sentence: Sentence) -> bool:
    """ "Police arrest opposition leader Ali Khan on Monday": what the parser takes for one long name."""
    tokens, name = sentence.tokens, sentence.root
    if name.entity != "PERSON" or name.pos != "PROPN" or len(tokens) < 4 or name.child("nsubj", "cop") is not None:
        return False
    at = next((k for k in (1, 2) if tokens[k].tag == "NN" and tokens[k].lower in _DONE_BY_MANY), 0)
    verb, subject = tokens[at], tokens[at - 1]
    many = subject.tag == "NNS" or subject.lower in PEOPLE
    if not at or not many or verb.i >= name.i or not _is_before(verb, name) or not _is_before(subject, name):
        return False
    make_root(verb)
    for one in [one for one in tokens[at + 1 : name.i - tokens[0].i] if one.head in (verb, subject)]:
        move(one, name, one.dep)
    for one in [one for one in name.children if one.i < verb.i and one is not subject]:
        move(one, subject, one.dep)
    move(subject, verb, "nsubj")
    for one in [one for one in name.children if one.i > name.i]:
        move(one, verb, one.dep)
    move(name, verb, "dobj")
    tag_as(verb, "VBP")
    return True


def _is_before(word: Token, name: Token) -> bool:
    """Whether a word is one of those that stand before a name, or before one of them."""
    for _ in range(3):
        if word.dep not in ("compound", "nmod", "amod"):
            return False
        word = word.head
        if word is name:
            return True
    return False


def verb_joined_to_its_like(sentence: Sentence) -> bool:
    """ "The president of Chad pardons and frees the rebels": the first of two verbs, and no pardons of a Chad."""
    root = sentence.root
    office = root if root.tag == "NN" else root.child("nsubj")
    of = next((one for one in office.children_by("prep") if one.lower == "of"), None) if office is not None else None
    verb = of.child("pobj") if of is not None else None
    second = root.child("conj") if root is office else root
    if office is None or of is None or verb is None or second is None or verb.tag != "NNS" or second.tag != "VBZ":
        return False
    land = verb.child("compound", "nmod")
    joining = next((one for one in (*office.children, *verb.children) if one.dep == "cc"), None)
    if land is None or land.i != verb.i - 1 or joining is None or joining.i != verb.i + 1:
        return False
    if second.i != joining.i + 1:
        return False  # "the head of Africa operations and logistics resigns"
    if office.tag != "NN" or (second.child("nsubj") or office) is not office:
        return False
    make_root(verb)
    for one in [one for one in verb.children if one.i < land.i]:
        move(one, land, one.dep)
    move(land, of, "pobj")
    for one in [one for one in office.children if one.i > verb.i]:
        move(one, verb, one.dep)
    move(office, verb, "nsubj")
    if second.head is not verb:
        move(second, verb, "conj")
    for one in [one for one in second.children if one.text == "." and one.dep == "punct"]:
        move(one, verb, "punct")
    tag_as(verb, "VBZ")
    return True


def warrant_taken_for_object(sentence: Sentence) -> bool:
    """ "The prosecutor requests arrest warrants": nobody arrests warrants."""
    for warrant in sentence.tokens:
        arrest = warrant.child("compound") if warrant.lemma == "warrant" else None
        verb = arrest.child("nsubj") if arrest is not None else None
        if arrest is None or verb is None or arrest.lower != "arrest" or verb.lower not in _WITH_WARRANTS:
            continue
        before = [one for one in verb.children if one.i < verb.i]
        if verb.i != arrest.i - 1 or not warrant.is_root or not before or before[-1].pos not in ("NOUN", "PROPN"):
            continue
        make_root(verb)
        for one in before[:-1]:
            move(one, before[-1], one.dep)
        move(before[-1], verb, "nsubj")
        for one in [one for one in warrant.children if one.dep == "punct" and one.i > warrant.right - 1]:
            move(one, verb, "punct")
        move(warrant, verb, "dobj")
        arrest.pos, arrest.tag = "NOUN", "NN"
        tag_as(verb, "VBZ")
        return True
    return False


READINGS = (surname_taken_for_verb, verb_before_a_name, verb_joined_to_its_like, warrant_taken_for_object)
