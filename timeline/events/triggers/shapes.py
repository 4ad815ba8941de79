"""The conditions of triggers.csv that ask what a clause is like: "agentive", "directed", "thing", "disclaimed" …

`SHAPES` names them; lexicon.py says what each means.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.actors.names import find_names
from timeline.actors.tables import load_nouns
from timeline.events.syntax.arguments import saying_verb, subjects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.phrases import PORTIONS, misread_recipients
from timeline.events.triggers.lexicon import classes
from timeline.language.document import Token
from timeline.places.gazetteer import lookup

# Before "fire", beside forces and weapons: how or by whom it is aimed.
_AIMED = frozenset(
    "sniper live gun gunman arm small friendly enemy hostile tank mortar automatic covering crossed".split()
)
# What whoever speaks "must" do by speaking.
_SAYING_SO = frozenset("say tell admit confess note add stress mention remember acknowledge recall ask thank".split())
# Whom a duty of all is put to, and what nobody is asked to do.
_ANYBODY = frozenset("we one you people everyone everybody anyone anybody nobody".split())
_INWARD = frozenset("know remember understand realise realize feel think believe see have need be mean".split())
# What "should" only foresees: of things that do it by themselves, and of whoever "should be" so.
_COMES = frozenset(
    "come rise fall drop grow improve decline recover ease slow reach average emerge benefit cost".split()
)
_ABLE = frozenset("able ready better easier higher lower fine clear possible available enough good safe".split())
# How an attack or a disaster leaves people.
_LEFT = frozenset("dead wounded injured hurt maimed".split())
# Classes of those who act.
_SOMEBODY = ("people", "prisoner", "official", "side", "body", "force", "labour", "press")
# Auxiliaries and conjunctions of what is no told fact.
_UNSURE = frozenset("will would 'll 'd might may could can should must if whether unless".split())
_PLACING = frozenset({"GPE", "LOC"})
_THERE = ("in", "to", "at", "into", "on")
# Those who are several by their name, and words that count them.
_TOGETHER = frozenset({"ally", "partner", "member", "neighbor", "neighbour"})
_SEVERAL = frozenset("two both three four five six".split())
_OWN_WILL = frozenset({"will", "would", "'ll", "'d", "might", "may", "could"})


def _is_agentive(token: Token) -> bool:
    """Whether a duty is somebody's: not "I must say", "we must admit", what one "had to" do oneself, nor a guess ("must
    have fled", "must be hiding", "prices should fall"), nor what is too late to ask ("should have been tried")."""
    verb = token.head if token.dep in ("aux", "auxpass") else token
    found = surface_subjects(verb)
    if not found or found[0].lower in ("this", "that", "it", "there", "what", "which", "i"):
        return False
    act = verb if verb is not token else verb.child("xcomp") or verb
    subject = found[0].lower
    if subject in ("we", "one", "you") and act.lemma in _SAYING_SO:
        return False
    if token is verb and _is_own_need(token, act, subject):
        return False
    if token.lower in ("should", "ought") and _is_foreseen(act, found[0]):
        return False
    guess = act.tag in ("VBG", "VBN") and any(one.lemma in ("have", "be") for one in act.children_by("aux"))
    late = token.lower in ("should", "ought") and any(one.lemma == "have" for one in act.children_by("aux"))
    return not late and not (guess and token.lower in ("must", "have", "has", "had"))


def _is_own_need(verb: Token, act: Token, subject: str) -> bool:
    """ "we had to go it alone", "you have to weigh the costs", "has them worried": "have" and "need" that ask nothing."""
    if verb.lemma != "need" and not any(one.lower == "to" for one in act.children_by("aux")):
        return True
    saying = saying_verb(verb)
    if verb.lower == "had" and saying is not None and saying.tag in ("VBZ", "VBP"):
        return True  # "says they had to walk"
    if saying is not None and subject in ("he", "she", "they", "it"):
        return True  # "said he needs to visit Rome" is his own affair
    return subject == "you" or (verb.tag in ("VBD", "VB") and subject in ("we", "he", "she", "they"))


def _is_directed(token: Token) -> bool:
    """Whether a duty is put to somebody who is not the speaker: "Qatar must mediate", not "we need to learn from it", nor
    "the figures must be read with care", nor "the roof must hold"."""
    verb = token.head if token.dep in ("aux", "auxpass") else token
    act = verb if verb is not token else verb.child("xcomp") or verb
    found = surface_subjects(verb)
    if not found or found[0].lower in _ANYBODY or act.lemma in _INWARD or _is_thing(found[0]):
        return False
    return not is_passive(act) or bool(subjects(act))


def _is_foreseen(act: Token, subject: Token) -> bool:
    """ "inflation should come down", "the road should be ready": what is expected of a thing, not asked of anybody."""
    if act.lemma == "be":
        said = act.child("acomp")
        return said is not None and said.lower in _ABLE
    return act.lemma in _COMES and not subject.entity and subject.pos != "PRON"


def _is_by_thing(verb: Token) -> bool:
    """Whether what does it is a thing: "the bridge allows lorries to pass", "a front threatens the coast"."""
    found = subjects(verb)
    return bool(found) and all(_is_thing(one) for one in found)


def _is_thing(noun: Token) -> bool:
    """A common noun that names nobody, nor any body."""
    lemma, known = noun.base, classes()
    if noun.pos != "NOUN" or noun.entity or lemma in load_nouns() or (noun.tag == "NNS" and lemma in PORTIONS):
        return False
    return not any(lemma in known[name] for name in _SOMEBODY)


def _is_consequence(verb: Token) -> bool:
    """ "signed the treaty, allowing it to take effect": what follows from an act that the sentence tells already."""
    return verb.dep == "advcl" and verb.tag == "VBG" and verb.i > verb.head.i and verb.child("nsubj") is None


def _is_own_will(verb: Token) -> bool:
    """ "warned they will shoot": what one says that one will do oneself."""
    clause = verb.child("ccomp")
    subject = clause.child("nsubj") if clause is not None else None
    if clause is None or subject is None or subject.lower not in ("it", "they", "he", "she", "we", "i"):
        return False
    return any(one.lower in _OWN_WILL for one in clause.children_by("aux"))


def _is_others_will(verb: Token) -> bool:
    """ "warned that Chad would shoot": what one says that somebody else will do."""
    clause = verb.child("ccomp")
    subject = clause.child("nsubj") if clause is not None else None
    if clause is None or subject is None or subject.entity not in ("GPE", "ORG", "NORP", "PERSON"):
        return False
    if not any(one.lower in _OWN_WILL for one in clause.children_by("aux")):
        return False
    warning = {country for one in surface_subjects(verb) for country in _countries(one.text)}
    return warning.isdisjoint(_countries(subject.text))  # "Iran warned that Tehran would respond": its own will


def _is_of_another(word: Token) -> bool:
    """What somebody says of another party as a fact: "Oslo said Riga was meddling", not "Oslo said it was meddling", "said
    Riga may be". Who looks on accuses nobody: "The historian said the king had led his army to
    ruin"; a court that rules so has its own row."""
    clause = word.head if word.dep in ("acomp", "prep") else word
    saying = saying_verb(clause)
    if saying is None or saying.child("neg") is not None or saying.lemma == "rule":
        return False
    found = surface_subjects(clause)
    if not found or found[0].pos == "PRON" or clause.child("neg") is not None:
        return False
    if any(one.lower in _UNSURE for one in clause.children_by("aux", "mark")):
        return False
    speaker = surface_subjects(saying)
    return bool(speaker) and speaker[0].lower != found[0].lower and speaker[0].lemma not in classes()["onlooker"]


def _countries(name: str) -> set[str]:
    return {alias.entry.country for found in find_names(name) for alias in found.aliases[:1]} - {""}


def _is_together(verb: Token) -> bool:
    """Whether those of two countries do it: "India and Russia held drills", "the two navies"."""
    found = subjects(verb)
    if not found:
        return False
    if found[0].lemma in _TOGETHER or any(child.lower in _SEVERAL for child in found[0].children):
        return True
    tokens = verb.sentence.tokens
    first = tokens[0].i
    text = " ".join(one.text for one in tokens[found[0].left - first : found[0].right + 1 - first])
    return len(_countries(text)) > 1


def _is_abroad(verb: Token) -> bool:
    """Whether those of one country do it where another is named: "French firemen arrived in Mexico City"."""
    found = subjects(verb)
    if not found:
        return False
    doer, tokens = found[0], verb.sentence.tokens
    first, last = tokens[0].i, max([doer, *under(doer, "from")], key=lambda one: one.i).i
    own = _countries(" ".join(one.text for one in tokens[doer.left - first : last + 1 - first]))
    spots = [spot for word in _THERE for spot in under(verb, word) if spot.entity in _PLACING]
    others = [one for one in tokens if one.entity in _PLACING and any(spot.left <= one.i <= spot.i for spot in spots)]
    return bool(own) and _names_another(others, own)


def _names_another(words: list[Token], own: set[str]) -> bool:
    """Whether the words, those that stand together one name, name a country or a place that is not of these."""
    names: list[list[Token]] = []
    for word in words:
        if names and names[-1][-1].i == word.i - 1:
            names[-1].append(word)
        else:
            names.append([word])
    for name in names:
        text = " ".join(one.text for one in name)
        land = _countries(text) or {spot.country for spot in lookup(text)[:1]} - {""}
        if land and land.isdisjoint(own):
            return True
    return False


def _is_absent(verb: Token) -> bool:
    """ "There is no ceasefire"."""
    thing = verb.child("attr", "nsubj")
    return verb.child("expl") is not None and thing is not None and any(child.lower == "no" for child in thing.children)


def _is_hortative(verb: Token) -> bool:
    """ "Let's talk", "Let us talk": who speaks allows nothing."""
    if verb.lower != "let":
        return False
    tokens = verb.sentence.tokens
    after = verb.i - tokens[0].i + 1
    following = tokens[after].lower if after < len(tokens) else ""
    return following in ("'s", "’s") or (following == "us" and not surface_subjects(verb))


def _is_by_gunfire(verb: Token) -> bool:
    """ "killed by Israeli fire", "died in sniper fire": the fire of weapons is a mass and says whose or which it is."""
    if verb.pos == "NOUN":
        return _is_gunfire(verb) or (verb.dep == "pobj" and verb.head.lower == "under")  # "under fire"
    return any(_is_gunfire(one) for one in (*subjects(verb), *under(verb, "in"), *under(verb, "by")))


def _is_gunfire(noun: Token) -> bool:
    if noun.base != "fire" or noun.tag == "NNS":
        return False
    known = classes()
    arms = known["force"] | known["weapon"] | _AIMED
    before = [child for child in noun.children if child.i < noun.i]
    if any(child.dep == "det" and child.lower in ("a", "an") for child in before):
        return False
    return any(
        child.entity == "NORP" or child.base in arms
        for child in before
        if child.dep in ("amod", "compound", "nmod", "poss")
    )


def _is_to_someone(verb: Token) -> bool:
    """ "gave it to Chad", "gave Chad a jet", of which the parser makes two objects where the name is no pronoun."""
    return (
        bool(verb.child("dative") or under(verb, "to"))
        or len(verb.children_by("dobj")) > 1
        or bool(misread_recipients(verb))
    )


def _is_disclaimed(word: Token) -> bool:
    """ "no part in", "nothing to do with", "was not behind", "not involved in": the word or its verb is negated."""
    verb = word.head if word.pos != "VERB" and word.lemma != "be" else word
    if word.dep == "relcl" and word.head.lower == "nothing":
        return True
    if any(child.dep == "neg" for one in (word, verb) for child in one.children):
        return True
    return word.pos == "NOUN" and any(child.lower in ("no", "neither") for child in word.children_by("det", "neg"))


def _is_left_so(verb: Token) -> bool:
    """ "left nine people dead": what follows in the verb's own phrase says how somebody was left."""
    first = verb.sentence.tokens[0].i
    return any(
        token.lower in _LEFT and not _is_apart(token, verb)
        for token in verb.sentence.tokens[verb.i - first + 1 : verb.right - first + 1]
    )


def _is_apart(token: Token, verb: Token) -> bool:
    """Whether a clause of its own lies between the word and the verb."""
    for one in (token, *token.ancestors()):
        if one is verb:
            return False
        if one.dep in ("relcl", "conj") or (one.dep == "advcl" and one.child("nsubj", "nsubjpass") is not None):
            return one.pos in ("VERB", "AUX")
    return True


def _is_asserted(verb: Token) -> bool:
    """ "insisted that it was so", not "that it be so": the clause that it governs is in the indicative."""
    clause = verb.child("ccomp")
    if clause is None:
        return False
    aux = [one.lower for one in clause.children_by("aux", "auxpass")]
    if any(one in ("should", "must", "be") for one in aux):
        return False
    return clause.tag in ("VBD", "VBZ") or bool(aux)


def _is_reproached(verb: Token) -> bool:
    """ "attacked Malta for holding them": what the object has done is why, so that the blow is one of words."""
    deeds = (one for prep in verb.children_by("prep") if prep.lower == "for" for one in prep.children_by("pcomp"))
    return any(one.tag == "VBG" for one in deeds)


SHAPES: dict[str, Callable[[Token], bool]] = {
    "passive": is_passive,
    "hortative": _is_hortative,
    "left_so": _is_left_so,
    "singular": lambda token: token.tag == "NN",
    "own_will": _is_own_will,
    "others_will": _is_others_will,
    "of_another": _is_of_another,
    "consequence": _is_consequence,
    "gunfire": _is_by_gunfire,
    "said": lambda token: saying_verb(token.head if token.dep in ("prep", "acomp") else token) is not None,
    "copula": lambda token: token.dep in ("prep", "acomp") and token.head.lemma in ("be", "remain", "stand", "seem"),
    "agentive": _is_agentive,
    "directed": _is_directed,
    "thing": _is_by_thing,
    "absent": _is_absent,
    "together": _is_together,
    "abroad": _is_abroad,
    "reproached": _is_reproached,
    "addressed": lambda token: token.dep in ("dobj", "dative") and token.head.lemma in ("address", "tell"),
    "asserted": _is_asserted,
    "disclaimed": _is_disclaimed,
    "to_someone": _is_to_someone,
}
