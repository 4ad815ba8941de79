"""Mends for headlines, where the parser takes a verb for a noun ("US sanctions Iran oil firms") or a noun for a verb
("China drills encircle Taiwan"): short lines, told by what stands beside the word."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

_NAME = 7  # tokens before the colon of a headline's "Name: words"
LONGEST = 25  # tokens of a headline
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
_BARE_AFTER = frozenset("let help make dare need go come see watch have bid".split())
_IN_PHRASE = frozenset({"det", "compound", "amod", "nmod", "poss", "nummod"})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "csubj"})
# After "a": what follows is counted, and may be many.
_COUNTING = frozenset(
    "few dozen hundred thousand million couple number lot total handful good great record further".split()
)
_ACTS_OF_MANY = frozenset({"vote", "protest", "rally", "march"})
_OPENING = frozenset({"after", "before", "as", "until", "since", "because"})  # prepositions that open a clause as well
_NEVER_NOUNS = frozenset(
    "overturns capsizes derails explodes collides plummets careens veers swerves erupts sinks".split()
)
_HELPERS = frozenset({"be", "have", "do", "'s", "get"})
PEOPLE = frozenset(
    "police troops gunmen rebels protesters protestors soldiers forces militants fighters insurgents jihadists "
    "terrorists warplanes jets thousands hundreds dozens scores millions students workers farmers villagers residents "
    "demonstrators activists islamists separatists guards settlers migrants lawmakers ministers leaders taliban houthis "
    "republicans democrats".split()
)


def verb_taken_for_noun(sentence: Sentence) -> bool:
    """A line without a finite verb whose last noun phrase holds one: "US sanctions Iran oil firms", "Ukraine shells
    Belgorod", "Thousands rally in Tbilisi"."""
    root = sentence.root
    if root.pos not in ("NOUN", "PROPN") or len(sentence.tokens) > LONGEST:
        return False
    if any(token.tag in _FINITE and token.head is not root for token in sentence.tokens):
        return False
    return _root_is_verb(sentence, root) or _modifier_is_verb(sentence, root)


def verb_taken_for_plural(sentence: Sentence) -> bool:
    """A full sentence in the historical present whose verb was read as a plural noun: "A drone breaches Romanian
    airspace", "An officer attacks and kills a guard", "An Air Force plane crashes near Lima", "Police raid a ranch",
    "Poles vote in May"."""
    root = sentence.root
    if root.pos != "NOUN" or any(token.tag in _FINITE and not _is_below(token, root) for token in sentence.tokens):
        return False
    before = [child for child in root.children if child.i < root.i and child.dep in _IN_PHRASE]
    if not before or before[-1].right != root.i - 1:
        return False
    subject, met = before[-1], root.child("dobj")
    many = subject.tag in ("NNS", "NNPS") or subject.lower in PEOPLE
    if root.tag == "NNS":
        one = subject.tag in ("NN", "NNP", "JJ", "CD")
        one = one and sentence.tokens[before[0].left - sentence.tokens[0].i].lower in ("a", "an")
        one = one and (
            subject.tag == "NN" or subject.text[:1].isupper() or subject.entity == "PRODUCT" or subject.lower == "old"
        )
        counted = any(
            (child.dep == "nummod" and child.entity != "PRODUCT") or child.lower in _COUNTING for child in before
        )
        joined = root.child("conj")
        told = (met is not None and met.i > root.i) or (joined is not None and joined.tag == "VBZ")
        if many or not (told or (one and not counted)):
            return False
    elif not many or root.child("det") is not None or (met is None and root.lemma not in _ACTS_OF_MANY):
        return False
    become_verb(root, before, None)
    return True


def clause_taken_for_plural(sentence: Sentence) -> bool:
    """ "Nine were killed after a bus overturns", "when a Cessna crashes": behind "a" and a singular stands no plural noun,
    but the verb of a clause."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag != "NNS" or verb.dep not in ("pobj", "advcl") or verb.pos != "NOUN":
            changed |= verb.tag == "NNS" and _joined_as_plural(verb)
            changed |= verb.tag == "VBZ" and _article_for_subject(verb)
            continue
        word = verb.head
        before = [child for child in verb.children if child.i < verb.i and child.dep in _IN_PHRASE]
        if not before or (verb.dep == "pobj" and word.lower not in _OPENING) or before[-1].right != verb.i - 1:
            continue
        article = sentence.tokens[before[0].left - sentence.tokens[0].i]
        counted = before[-1].dep not in ("compound", "nmod") or any(child.lower in _COUNTING for child in before)
        if article.lower not in ("a", "an") or counted or verb.child("dobj") is not None:
            continue
        if verb.dep == "pobj":
            above = word.head
            move(verb, above, "advcl")
            move(word, verb, "mark")
            word.pos = "SCONJ"
        subject = before[-1]
        for child in before[:-1]:
            move(child, subject, child.dep)
        subject.dep = "nsubj"
        tag_as(verb, "VBZ")
        for joined in verb.children_by("conj"):
            if joined.tag == "NNS" and joined.left == joined.i:
                tag_as(joined, "VBZ")  # "overturns and crashes"
        changed = True
    return changed


def _joined_as_plural(verb: Token) -> bool:
    """ "A bus loses control and overturns": what is never a noun is no second object."""
    if verb.lower not in _NEVER_NOUNS or verb.dep != "conj" or verb.left != verb.i:
        return False
    above = verb.head
    while above.dep in ("conj", "dobj", "pobj", "prep") and above.tag != "VBZ":
        above = above.head
    if above.tag != "VBZ":
        return False
    tag_as(verb, "VBZ")
    move(verb, above, "conj")
    return True


def _article_for_subject(verb: Token) -> bool:
    """ "A 5.5 earthquake strikes Bam", of which the parser makes an "A" that strikes."""
    noun, article = verb.child("compound"), verb.child("nsubj")
    if noun is None or article is None or article.lower not in ("a", "an") or not article.i < noun.i < verb.i:
        return False
    move(article, noun, "det")
    noun.dep = "nsubj"
    return True


def noun_with_a_subject(sentence: Sentence) -> bool:
    """A noun that the parser gave a subject is a verb that it misread: "Poles vote in May", "The president signs an
    order"; with "is" the verb would be "is"."""
    changed = False
    for token in sentence.tokens:
        subject = token.child("nsubj") if token.pos == "NOUN" else None
        if subject is None or subject.right >= token.i:
            continue
        many = subject.tag in ("NNS", "NNPS") and subject.entity != "PERSON"
        many = many or subject.lower in PEOPLE or subject.child("conj") is not None
        if (token.tag == "NNS" and not many) or (token.tag == "NN" and many):
            tag_as(token, "VBZ" if token.tag == "NNS" else "VBP")
            changed = True
    return changed


def _is_below(verb: Token, root: Token) -> bool:
    """Whether a finite verb belongs to a clause below, or is joined to the root as its like."""
    at = verb
    while at is not root and not at.is_root:
        if at.dep in _CLAUSES or (at.dep == "conj" and at.head is root and at.tag == "VBZ"):
            return True
        at = at.head
    return False


def _root_is_verb(sentence: Sentence, root: Token) -> bool:
    """The root itself is the verb: what it governs is beside it without a comma."""
    before = [child for child in root.children if child.i < root.i]
    if not before or before[0].i != sentence.tokens[0].i or root.tag != "NNS":
        return _rallying(sentence, root)
    beside = root.child("appos")
    named = before[-1].entity in _NAMES or before[-1].pos == "PROPN"
    if beside is not None and beside.left == root.i + 1 and named and before[-1].i == root.i - 1:
        become_verb(root, before, beside)
        return True
    return False


def _rallying(sentence: Sentence, root: Token) -> bool:
    """ "Thousands rally in Tbilisi": a bare noun right after a plural of people."""
    beside = root.child("appos")
    if beside is None or root.lower not in PEOPLE or beside.i != root.i + 1 or beside.tag != "NN":
        return False
    make_root(beside)
    move(root, beside, "nsubj")
    tag_as(beside, "VBP")
    return True


def _modifier_is_verb(sentence: Sentence, root: Token) -> bool:
    """A plural before a name ("US sanctions Iran oil firms"), a plain noun after a plural of people ("Troops raid
    camp", "Kenya police fire on protesters"), or what has the tag of a verb ("Militants attack church")."""
    first = sentence.tokens[0]
    if root.left != first.i:
        return False
    before = [child for child in root.children if child.i < root.i and child.dep in ("compound", "amod", "nmod")]
    for at, verb in enumerate(before):
        subject, rest = before[:at] or [child for child in verb.children if child.i < verb.i], before[at + 1 :]
        if not subject or verb.i != subject[-1].i + 1 or subject[-1].dep == "amod":
            continue
        named = subject[-1].pos == "PROPN" and subject[-1].entity in _NAMES
        aims = (rest[0] if rest else root).entity in _NAMES
        told = (
            verb.tag in ("VBZ", "VBP") and subject[-1].pos in ("NOUN", "PROPN") and root.child("acl", "relcl") is None
        )
        if told or (verb.tag == "NNS" and named and aims) or (subject[-1].lower in PEOPLE and verb.tag == "NN"):
            make_root(verb)
            for child in subject[:-1]:
                move(child, subject[-1], "compound")
            move(subject[-1], verb, "nsubj")
            move(root, verb, "dobj")
            for child in list(root.children):
                if child.i > root.i and child.dep in ("punct", "advcl"):
                    move(child, verb, child.dep)
            tag_as(verb, "VBZ" if verb.tag in ("NNS", "VBZ") else "VBP")
            return True
    onto = next((child for child in root.children if child.dep == "prep" and child.i == root.i + 1), None)
    if (
        before
        and before[-1].lower in PEOPLE
        and root.tag == "NN"
        and onto is not None
        and root.lemma in ("fire", "march")
    ):
        become_verb(root, before, None)
        return True
    return False


def subject_taken_for_compound(sentence: Sentence) -> bool:
    """ "Russian drone strikes Odesa port", "Danish police arrest two men", "which the government links to it", "when a
    bomb targets a convoy": what stands right before a finite verb that has no subject is its subject."""
    changed = _take_compound(sentence.root)
    for one in sentence.tokens:
        changed |= one.dep in ("relcl", "advcl") and _take_compound(one)
    return changed


def _take_compound(verb: Token) -> bool:
    own = verb.child("nsubj", "nsubjpass", "expl", "csubj")
    met = own is not None and own.i > verb.i and own.dep == "nsubj" and verb.child("dobj") is None
    if verb.tag not in ("VBZ", "VBP") or not (own is None or met):
        return False
    before = [child for child in verb.children if child.i < verb.i and child.dep in ("compound", "amod", "nmod", "det")]
    if not before or before[-1].i != verb.i - 1 or before[-1].pos not in ("NOUN", "PROPN"):
        return False
    if verb.tag == "VBP" and before[-1].tag not in ("NNS", "NNPS") and before[-1].lower not in PEOPLE:
        return False
    for child in before[:-1]:
        move(child, before[-1], child.dep)
    before[-1].dep = "nsubj"
    if own is not None:
        own.dep = "dobj"  # "after Chad shells the province"
    return True


def noun_taken_for_verb(sentence: Sentence) -> bool:
    """ "China drills encircle Taiwan", "Missile hits kill three": the verb is the one that follows without "to"."""
    root = sentence.root
    if root.pos not in ("VERB", "AUX") or len(sentence.tokens) > LONGEST:
        return False
    helper = root.child("aux")
    subject = root.child("nsubj") or (helper.child("nsubj") if helper is not None else None)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.tag in ("NNS", "NNPS"):
        return False
    if helper is not None and helper.i == root.i - 1 and helper.tag == "VBZ" and helper.lemma not in _HELPERS:
        noun, verb = helper, root
    else:
        follows = root.child("xcomp")
        if follows is None or root.tag != "VBZ" or follows.i != root.i + 1 or follows.tag not in ("VB", "VBP"):
            return False
        if root.lemma in _BARE_AFTER:
            return False
        noun, verb = root, follows
    if subject.i != noun.i - 1:
        return False
    if noun is root:
        make_root(verb)
        for child in list(noun.children):
            if child is not subject:
                move(child, verb, child.dep)
        move(noun, verb, "nsubj")
    else:
        noun.dep = "nsubj"
    move(subject, noun, "compound")
    noun.pos, noun.tag = "NOUN", "NNS"
    verb.pos, verb.tag = "VERB", "VBP"
    return True


def death_taken_for_noun(sentence: Sentence) -> bool:
    """ "12 die in Lima bombing": a number that dies."""
    root = sentence.root
    number = root.child("nummod")
    if root.lower != "die" or root.pos != "NOUN" or number is None or number.i != root.i - 1:
        return False
    tag_as(root, "VBP")
    number.dep = "nsubj"
    return True


def opening_taken_for_adjective(sentence: Sentence) -> bool:
    """ "Peace talks open in Oslo": an adjective with a subject and no "are"."""
    root = sentence.root
    subject = root.child("nsubj")
    if root.lower != "open" or root.pos != "ADJ" or subject is None or root.child("aux", "cop") is not None:
        return False
    tag_as(root, "VBP")
    return True


def subjects_in_a_row(sentence: Sentence) -> bool:
    """ "Turkey, Greece hold talks", "Turkey, Greece agree to talk, envoys say", "Turkey, Greece to hold talks": names
    parted by commas before a plural verb are its subjects together."""
    verb = sentence.root
    said = verb.child("ccomp")
    if said is not None and said.i < verb.i:
        verb = said
    tokens = sentence.tokens
    subject = verb.child("nsubj")
    helper = verb.child("aux")
    if helper is not None and helper.tag == "NNP" and helper.i == verb.i - 1:
        helper.pos, helper.dep, subject = "PROPN", "nsubj", helper  # "Putin, Xi hold talks"
    infinitive = helper is not None and helper.lower == "to"
    if subject is None or subject.tag != "NNP" or not (verb.tag in ("VBP", "VB") or infinitive):
        return False
    beside = next((child for child in verb.children if child.i < subject.i and child.pos == "PROPN"), None)
    if beside is None or beside.dep not in ("npadvmod", "dep", "nsubj", "advmod", "nmod") or beside is subject:
        return False
    if not (subject.entity in _NAMES and (beside.entity in _NAMES or beside.dep == "nsubj")):
        return False
    comma = tokens[subject.left - tokens[0].i - 1] if subject.left > tokens[0].i else beside
    if beside.left != tokens[0].i or comma.text != "," or beside.right + 1 != comma.i:
        return False
    beside.dep = "nsubj"
    move(comma, beside, "punct")
    move(subject, beside, "conj")
    return True


def speaker_taken_for_subject(sentence: Sentence) -> bool:
    """ "Iran: U.S. must lift sanctions", "Sharon: Israel to leave Gaza": who speaks before the colon stands apart from the
    clause behind it, whose subject is its own."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens[:_NAME]) if token.text == ":"), 0)
    if at == 0 or any(token.tag in _FINITE or token.pos == "VERB" for token in tokens[:at]):
        return False
    colon, root = tokens[at], sentence.root
    if root.i > colon.i:
        subjects = root.children_by("nsubj", "nsubjpass")
        before = [one for one in subjects if one.right < colon.i]
        if not before or len(subjects) == len(before):
            return False
        for one in before:
            one.dep = "meta"
        return True
    joined = root.child("acl")
    if joined is not None and joined.i > colon.i and (noun := joined.child("nsubj")) is not None and noun.i > colon.i:
        make_root(joined)  # "Army: Two rebels killed in raid"
        if joined.tag == "VBD" and joined.child("dobj") is None:
            noun.dep, joined.tag = "nsubjpass", "VBN"
        move(root, joined, "meta")
        return True
    noun = root.child("appos")
    if noun is None or noun.i < colon.i or len(tokens) > LONGEST:
        return False
    act = next((one for one in (*root.children, *noun.children) if one.dep == "acl" and one.i > noun.i), None)
    make_root(noun)
    if act is not None:
        if act.tag == "VBD" and act.child("nsubj", "dobj") is None:
            act.tag = "VBN"  # "Army: Two rebels killed in raid"
        if act.head is root:
            move(act, noun, "acl")
    move(root, noun, "meta")
    return True


def become_verb(verb: Token, before: list[Token], obj: Token | None) -> None:
    """The root becomes a verb; what stood before it is its subject, `obj` its object."""
    subject = before[-1]
    for child in before[:-1]:
        move(child, subject, child.dep)
    subject.dep = "nsubj"
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "PROPN", "NNP"
    if obj is not None:
        obj.dep = "dobj"
    tag_as(verb, "VBZ" if verb.tag == "NNS" else "VBP")


def tag_as(verb: Token, tag: str) -> None:
    verb.pos, verb.tag = "VERB", tag
    if verb.lower == "dies":
        verb.set_lemma("die")
