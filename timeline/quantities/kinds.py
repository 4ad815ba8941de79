"""What a number counts, told by the syntax around it: "killed 26", "26 dead", "a death toll of 40", "three tanks"."""

from __future__ import annotations

from timeline.language.document import Token
from timeline.quantities.words import people, things

OF_NUMBER = frozenset({"nummod", "quantmod", "amod", "det", "compound", "nmod", "advmod", "predet"})
OBJECT = frozenset({"dobj", "nsubjpass", "obj", "iobj", "dative"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})
LONGEST_LIST = 12  # members of a list that are looked back over
MOST = 5  # words looked at behind a number for the noun that it counts
# "feared dead", "reported missing": what is said of them stands under these.
REPORTING = frozenset(
    {"fear", "report", "believe", "confirm", "presume", "declare", "leave", "find", "list", "pronounce"}
)
BOUNDING = frozenset(
    "at least most more less fewer than about around some nearly almost up to over another a an".split()
)
RISING = frozenset(
    "rise climb increase grow jump soar reach stand drop fall double surge swell pass exceed top put".split()
)
MORE = frozenset(
    {"others", "other", "more", "people", "were", "was", "are", "have", "been", "had", "also", "of", "them"}
)
# Words for a part of those counted.
PARTS = frozenset({"none", "neither", "some", "most", "many", "few", "several", "half", "third", "majority", "one"})
# Taking these means no person is seized: "seized two pounds", "lost three seats".
PEOPLE_ONLY = frozenset(
    {"capture", "seize", "lose", "release", "free", "liberate", "save", "displace", "expel", "flee"}
)
Kind = tuple[str, str]


def counted_noun(last: Token) -> Token | None:
    """The noun that a number counts: "26 *people*", "dozens of *tanks*", "40 wounded *soldiers*"; None for a bare one."""
    if last.dep in OF_NUMBER and last.head.i > last.i and _is_noun(last.head) and _unbroken(last, last.head):
        return _whole(last.head)
    words = last.sentence.tokens
    at = last.i - words[0].i + 1
    if at < len(words) and words[at].lower == "of" and last.i + 1 == words[at].i:
        inner = words[at].child("pobj")
        return inner if inner is not None and _is_noun(inner) and inner.i - last.i <= MOST + 2 else None
    noun = None
    for word in words[at : at + MOST]:
        if word.pos in ("NOUN", "PROPN"):
            noun = word
        elif noun is not None or (word.pos not in ("ADJ", "ADV") and word.tag not in ("VBN", "VBG", "HYPH", "POS")):
            break
    if noun is None or noun.dep in ("npadvmod",) or (noun.head.i < last.i and noun.dep == "nsubj"):
        return None
    return noun


def _whole(noun: Token) -> Token:
    """ "31 Abrams tanks": the noun that a name stands before."""
    while noun.dep in ("compound", "nmod") and noun.head.i == noun.i + 1 and noun.head.tag in ("NNS", "NNPS"):
        noun = noun.head
    return noun


def _is_noun(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") or token.lower in ("others", "more", "dead", "wounded", "injured", "missing")


def _unbroken(last: Token, noun: Token) -> bool:
    """No comma, bracket or verb of its own stands between a number and its noun."""
    words = last.sentence.tokens
    first = words[0].i
    return all(word.text not in ",();:" for word in words[last.i + 1 - first : noun.i - first])


def kind_of(last: Token, noun: Token | None, *, alone: bool = False) -> Kind:
    """Kind and unit of the number that ends in `last` and counts `noun`; ("", "") where it counts nothing we know."""
    befallen = fate(last, noun)
    known = things().get(noun.lower) if noun is not None else None
    if befallen and _is_fit(befallen, last, noun, known):
        return befallen[0], "people"
    if noun is None:
        return ("count", "") if alone or _stands_alone(last) else ("", "")
    if known:
        kind, unit = known
        return ("people", unit) if kind == "people" else (kind, unit)
    if noun.entity == "NORP" and noun.tag in ("NNPS", "NNS"):
        return "people", noun.text
    return "count", noun.lower


def _stands_alone(last: Token) -> bool:
    """A bare number that fills a place of its own in the sentence: "reached 300", "two of them"."""
    return last.dep in ("dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj", "npadvmod", "ROOT")


HARMED = frozenset("kill wound injure hurt".split())
Fate = tuple[str, str]  # kind and the word it was told by


def _look(part: str, word: Token) -> Fate | None:
    """The fate that a word of the table tells."""
    table = people()[part]
    return table.get(word.lemma) or table.get(word.lower)


def fate(last: Token, noun: Token | None) -> Fate | None:
    """What befell those counted (killed, wounded, detained, …), with the word that says so."""
    node = noun if noun is not None else last
    if _is_total(last, node):
        return _status(node)
    slot = _slot(last, node)
    return (
        _said_of(node)
        or _event_noun(node)
        or _victims(node if node.tag == "JJ" else None)
        or _under_verb(slot, "dobj" if slot.dep == "pobj" and _is_bounding(slot.head) else slot.dep)
        or _under_noun(slot)
        or _among(slot)
        or _including(node)
        or (_shared(slot) if slot.dep in ("conj", "appos") else None)
        or _beside_verb(last)
        or _status(node)
    )


def _is_total(last: Token, node: Token) -> bool:
    """Whether those counted are the whole of which only a part is spoken of: "three of the five suspects", "none of the
    48 passengers"; not "all of the 12"."""
    if node.dep != "pobj" or node.head.lower != "of" or node.head.head is last:
        return False
    part = node.head.head
    return part.i < last.i and (part.pos == "NUM" or part.lower in PARTS)


def _slot(last: Token, node: Token) -> Token:
    """The word that stands for the whole in the sentence: of "hundreds of people" the number."""
    if node.dep == "pobj" and node.head.lower == "of" and node.head.head is last:
        top = last
        while top.dep in OF_NUMBER and top.head.i <= last.i and top.head is not top:
            top = top.head
        return top
    return node


def _is_bounding(preposition: Token) -> bool:
    """ "arrested *between* 20 and 30", "killed *over* 40": no place of its own, but a part of the number."""
    verb = preposition.head
    return (
        preposition.lower in ("between", "over", "under", "about", "around", "to", "up", "above")
        and verb.pos == "VERB"
        and preposition.i - verb.i <= 2
        and verb.child("dobj", "nsubjpass") is None
    )


def _is_fit(found: Fate, last: Token, noun: Token | None, known: Kind | None) -> bool:
    if noun is None or (known and known[0] == "people"):
        return True
    if _look("event", noun) or _look("status", noun):
        return True
    if known:
        return False
    person = noun.entity == "NORP" or noun.lower in ("others", "more", "lives", "dead", "wounded", "injured", "missing")
    return person or (
        found[1] not in PEOPLE_ONLY and found[0] in ("killed", "wounded", "detained") and noun.tag == "NNS"
    )


def participle(word: Token) -> Fate | None:
    """ "killed", "injured", "missing" as said of people."""
    return _look("state", word) or (_look("object", word) if word.tag in ("VBN", "VBD", "JJ") else None)


def _said_of(node: Token) -> Fate | None:
    """ "26 dead", "40 others injured", "300 displaced people", "26 people killed in", "who died"."""
    for child in node.children:
        if child.dep in ("amod", "acl", "oprd", "acomp", "appos") or (child.dep == "relcl" and child.i > node.i):
            found = participle(child) or (_by_verb(child) if child.dep in ("relcl", "acl") else None)
            if found and child.tag != "VBG":
                return found
    words = node.sentence.tokens
    first = words[0].i
    for word in words[node.i + 1 - first : node.i + 4 - first]:
        found = participle(word)
        if found and word.tag != "VBD":
            return found if not any(child.dep in ("dobj", "obj") for child in word.children) else None
        if found and word.child("dobj", "obj") is None and word.head is node.head and node.dep in ("dobj", "conj"):
            return found
        if word.lower not in MORE:
            return None
    return None


def _by_verb(verb: Token) -> Fate | None:
    """A clause said of them: "who died", "who were killed"; not "who killed 12"."""
    return _look("subject", verb) or (_look("object", verb) if verb.child("auxpass") is not None else None)


def _event_noun(node: Token) -> Fate | None:
    """ "40 deaths", "12 arrests"."""
    return _look("event", node) if node.tag in ("NNS", "NN") else None


def _beside_verb(last: Token) -> Fate | None:
    """The verb right before the number, where the parser hung the number elsewhere: "killing at least five people"."""
    words = last.sentence.tokens
    for word in reversed(words[max(0, last.i - words[0].i - MOST - 2) : last.i - words[0].i]):
        if word.pos == "VERB" and word.tag != "VBN":
            return _look("object", word)
        if word.pos != "NUM" and word.lower not in BOUNDING:
            return None
    return None


def _status(node: Token) -> Fate | None:
    """ "900 prisoners", "50 hostages", where nothing else is said of them."""
    return _look("status", node) if node.tag in ("NNS", "NN") else None


def _under_verb(node: Token, dep: str) -> Fate | None:
    """The verb's object, or the subject of a passive or of an intransitive one."""
    verb = node.head if dep == node.dep else node.head.head
    if dep == "attr" or verb is node:
        return None
    if verb.pos == "AUX" or verb.lemma == "be":
        return (_predicate(verb) or _among(node)) if dep in SUBJECT else None
    if dep == "compound" and verb.head.lemma == "take":  # "took 12 soldiers prisoner"
        return _look("custody", verb)
    if dep in OBJECT:
        custody = custody_of(verb)
        if custody:
            return custody
        if verb.lemma in REPORTING:
            return _predicate(verb)
        found = _look("object", verb)
        if found and (dep != "nsubjpass" or verb.child("dobj") is None):
            return found
        if verb.lemma in ("include", "number", "comprise"):
            return _victims(verb.child("nsubj"))
        if verb.lemma in ("take", "claim", "cost") and any(child.lemma == "life" for child in (node, *verb.children)):
            return "killed", "life"
        if verb.lemma in RISING:  # "The number of displaced people reached two million"
            told = [_toll(noun) for noun in verb.children_by("nsubj")]
            return next((one for one in told if one), None)
        if verb.lemma in ("shoot", "beat", "stab", "hack", "burn"):  # "were shot dead"
            return _predicate(verb)
    if dep in SUBJECT:
        if verb.lemma == "lose" and any(child.lemma == "life" for child in verb.children):
            return "killed", "life"
        if verb.lemma in ("go", "remain") or verb.lemma in REPORTING:
            return _predicate(verb)
        if verb.lemma in ("sustain", "suffer", "receive") and (harm := verb.child("dobj")) is not None:
            return _victims(harm)  # "sustained injuries"
        if verb.lemma == "lay" and any(child.lemma == "arm" for child in verb.children):
            return "surrendered", "arm"  # "laid down their arms"
        found = _look("subject", verb)
        if found and (verb.lemma != "drown" or verb.child("dobj") is None):
            return found
        # "… and 40 others injured": the auxiliary is left out
        left_out = verb.tag == "VBN" or (verb.tag == "VBD" and verb.lemma in HARMED)  # "Three killed in a blast"
        if left_out and verb.child("dobj", "aux", "ccomp") is None:
            return _look("object", verb)
    return None


def _predicate(verb: Token) -> Fate | None:
    """ "are missing", "feared dead", "left homeless", "are in custody"."""
    for child in verb.children:
        if child.i < verb.i and child.dep in ("ccomp", "advcl"):
            continue  # "Nine were killed, two are reported missing"
        if child.dep in ("acomp", "oprd", "attr", "ccomp", "xcomp", "advmod", "advcl"):
            found = participle(child)
            if found:
                return found
    return custody_of(verb)


def custody_of(verb: Token) -> Fate | None:
    """ "taken hostage", "took into custody", "rushed to hospital"."""
    for child in verb.children:
        if child.i < verb.i or child.dep not in ("prep", "oprd", "advmod", "xcomp", "dobj"):
            continue
        if child.dep == "dobj" and verb.lemma != "take":
            continue
        for word in (child, *(child.children if child.dep == "prep" else ())):
            found = _look("custody", word)
            if found:
                return found
    return None


def _under_noun(node: Token) -> Fate | None:
    """ "the deaths of 26 people", "a death toll of 40", "the toll rose to 40", "lives of 12 soldiers"."""
    if node.dep != "pobj":
        return None
    link, head = node.head.lower, node.head.head
    if head.pos == "ADP":  # "from 14 to 31"
        head = head.head
    if link == "of" and head.pos in ("NOUN", "PROPN"):
        found = _look("event", head)
        if found or head.lemma in ("life", "loss"):
            return found or ("killed", head.lemma)
    if link in ("of", "to", "at", "from", "by", "past", "above", "over", "beyond"):
        verb = head
        for noun in (head, *verb.children_by("nsubj", "nsubjpass", "dobj")):
            found = _toll(noun) if noun is head or noun.lemma in ("toll", "number") or verb.lemma in RISING else None
            if found:
                return found
    return None


def _toll(noun: Token) -> Fate | None:
    """ "death toll", "deaths", "the number of dead"."""
    if noun.lemma == "toll":
        told = [_look("event", child) for child in noun.children]
        return next((one for one in told if one), ("killed", "toll"))
    if noun.lemma == "number":
        inner = noun.child("prep")
        whom = inner.child("pobj") if inner is not None else None
        return None if whom is None else _victims(whom) or _said_of(whom) or _event_noun(whom)
    return _event_noun(noun) if noun.tag == "NNS" else None


def _among(node: Token) -> Fate | None:
    """ "Among the dead were three children"."""
    verb = node.head
    if node.dep in ("attr", "nsubj") and verb.lemma == "be":
        for child in verb.children_by("prep"):
            if child.lower == "among":
                return _victims(child.child("pobj"))
    return None


def _including(node: Token) -> Fate | None:
    """ "killed 38 people, including 12 children", "…, among them 12 children": of the same fate."""
    if node.dep != "pobj":
        return None
    among_them = node.head.lower == "among" and any(one.lower in ("them", "whom") for one in node.head.children)
    if node.head.lower != "including" and not among_them:
        return None
    whole = node.head.head
    if whole.pos == "VERB":  # "101 were killed, including 8 policemen"
        return _look("object", whole) or _look("subject", whole) or _predicate(whole)
    return _under_verb(whole, whole.dep) or _under_noun(whole) or _said_of(whole)


def _victims(noun: Token | None) -> Fate | None:
    """ "the dead", "the injured", "the victims"."""
    if noun is None:
        return None
    if noun.lower == "those":  # "among those killed"
        return next((found for child in noun.children_by("acl", "amod") if (found := participle(child))), None)
    return participle(noun) or _event_noun(noun) or _look("object", noun)


def _shared(node: Token) -> Fate | None:
    """The later of a list share the fate of the first: "killed three soldiers and two civilians"."""
    for _ in range(LONGEST_LIST):
        node = node.head
        if node.pos in ("VERB", "AUX") or node.is_root:
            return None
        found = _under_verb(node, node.dep) or _under_noun(node) or _among(node)
        if found or node.dep != "conj":
            return found
    return None
