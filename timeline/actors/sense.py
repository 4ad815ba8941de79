"""Which sense a word has here: a noun that names someone or not, a place or a person, a state or its namesake."""

from __future__ import annotations

from timeline.actors.namesakes import namesake_country
from timeline.actors.tables import Noun, load_nouns
from timeline.language.document import Token
from timeline.places.gazetteer import lookup

# What a name ends with that is no person: "Second Thomas Shoal".
LANDMARKS = frozenset(
    "shoal river island islands reef strait straits sea lake bay gulf mountain mountains mount hills valley street road "
    "avenue square bridge airport hospital university school stadium prison park palace temple mosque cathedral canal "
    "highway province district county governorate oblast region peninsula desert crossing camp dam port".split()
)
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
ACCUSED = frozenset(("suspect", "accused", "defendant"))
UNIFORMED = frozenset(("MIL", "COP"))  # sectors of soldiers and police
ARMED = frozenset(("REB", "MIL", "COP", "OPP", "CRM", "UAF", "SPY"))
ACTS = frozenset(
    "protest strike rally march demonstration riot uprising unrest walkout boycott sit-in attack raid crackdown testimony "
    "statement death casualty appeal petition".split()
)
TOLD = frozenset("testimony statement death casualty appeal petition".split())  # theirs, but no blows
BLOWS = (ACTS - TOLD) | frozenset(
    "offensive assault ambush bombing shelling airstrike incursion operation campaign fire advance siege bombardment "
    "counterattack counteroffensive blockade ultimatum demand proposal offer request communique communiqué threat pledge "
    "initiative kidnapping sabotage plot attempt conspiracy".split()
)

IMPACTS = frozenset(
    "blast explosion impact collision crash bomb wind wave quake law nature water fall blow gravity".split()
)
SHOWING = frozenset("show use display demonstration threat".split())
VOICED = frozenset("express voice declare reiterate state announce face meet".split())
# Before an act they say what kind it is, not whose.
SORTS = frozenset(("terrorist", "criminal", "extremist"))


def country_of_place(kind: str, first: int, last: int, tokens: list[Token]) -> str:
    """The country of a city or province that acts or is acted on."""
    if kind != "place":
        return ""
    name = " ".join(token.text for token in tokens[first : last + 1])
    if other := namesake_country(name):
        return other
    spots = lookup(name)
    return spots[0].country if spots else ""


def stands_for_noun(token: Token, noun: Noun) -> bool:
    """ "the displaced", "the wounded"; the armed before an act of theirs: "a rebel offensive"."""
    if token.dep in ("amod", "compound") and noun.kind == "person" and noun.sector in ARMED and noun.word not in SORTS:
        return token.head.lemma in BLOWS
    return token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and token.child("det") is not None


def is_impact(token: Token) -> bool:
    """ "the force of the blast"."""
    if token.lower == "force" and token.dep == "pobj" and token.head.head.lemma in SHOWING:
        return True  # "staged a show of force"
    of = token.child("prep") if token.lower == "force" else None
    return of is not None and of.lower == "of" and any(one.lemma in IMPACTS for one in of.children_by("pobj"))


def can_act(token: Token, noun: Noun, tokens: list[Token]) -> bool:
    """Whether the noun names someone here, by the `form` column of the table."""
    form = noun.form
    if token.i + 2 < len(tokens) and tokens[token.i + 1].text == "-" and tokens[token.i + 2].tag == "VBN":
        return False  # "rebel-held"
    attribute = token.dep in ("compound", "amod", "nmod") and noun.kind == "person"
    serves = token.head.lemma in ACTS or token.head.base in load_nouns()
    if attribute and noun.sector and noun.sector not in ARMED and not serves:
        return False  # "expert input", "tourist section"
    plural = token.tag in ("NNS", "NNPS")
    if not plural and noun.word == "christian" and token.i + 1 < len(tokens) and tokens[token.i + 1].pos == "PROPN":
        return False  # a first name
    if not plural and noun.word in ("state", "republic") and tokens[token.i - 1].pos == "PROPN":
        return False  # "Kaduna state"
    if is_impact(token):
        return False
    if noun.word == "prosecution" and token.child("prep") is not None:
        return False  # "a judge's prosecution of two clerks"
    if noun.word == "opposition" and (token.head.lemma in VOICED or any(one.lower == "to" for one in token.children)):
        return False  # "voiced opposition to the plan"
    if noun.word == "state" and token.i + 2 < len(tokens) and tokens[token.i + 1].lower == "of":
        return tokens[token.i + 2].pos in ("PROPN", "DET")  # but "state of siege"
    if form == "" or (form == "plural" and (plural or token.pos not in ("NOUN", "PROPN"))):
        return True  # "the wounded" are several without an s
    if form in ("plural", "never", "special"):
        return form == "special" and plural
    following = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if form == "of":
        return following is not None and (following.lower == "of" or token.child("compound", "poss") is not None)
    if form == "person":
        titled = following is not None and following.entity == "PERSON"
        return titled or (
            token.pos == "NOUN" and (plural or token.child("det") is not None) and token.dep != "compound"
        )
    if form == "subject":
        return token.dep in SUBJECTS or (token.dep == "pobj" and token.head.dep == "agent")
    if form == "noun":
        return (
            token.pos == "NOUN" and (plural or token.child("det") is not None) and token.dep not in ("compound", "amod")
        )
    return True  # "needs": judged once the phrase around it is known


def meets_them(verb: Token) -> bool:
    """ "Police arrested two men. They shot [one of them]": police did; and what is done later those caught do not do."""
    later = any(one.lower in ("later", "then") for one in verb.children_by("advmod"))
    objects = verb.children_by("dobj")
    inner = [word for one in objects for of in one.children_by("prep") for word in of.children_by("pobj")]
    return later or any(one.lower == "them" for one in (*objects, *inner))


_GUILT = frozenset("responsible guilty complicit culpable".split())


def is_guilt(verb: Token) -> bool:
    """ "They were responsible for it", "were behind it"."""
    if verb.lemma != "be":
        return False
    return any(one.base in _GUILT or one.lower == "behind" for one in verb.children_by("acomp", "prep", "attr"))


def does_above(noun: Token, clause: Token) -> bool:
    """Whether the subject of the verb above does what is left without one: "to thank him", "[held two men], accusing them"."""
    above, doing = clause.head, clause.tag == "VBG" and clause.dep == "advcl"
    if clause.dep == "acl" and above.dep == "dobj":
        above = above.head  # "sent a message to thank him"
    bare = doing or (clause.tag == "VB" and clause.dep in ("xcomp", "advcl", "acl"))
    if not bare or noun.dep not in SUBJECTS or clause.child(*SUBJECTS) is not None or (doing and noun.dep != "nsubj"):
        return False
    while doing and above.dep == "conj" and above.child(*SUBJECTS) is None:
        above = above.head
    return noun.head is above and (clause.dep != "xcomp" or above.child("dobj") is None)


# What is done to whoever did it, and is faced by him: no victim.
_TRIED = frozenset(
    "arrest detain charge accuse convict capture jail catch hold indict suspect sentence book remand extradite imprison "
    "arraign acquit".split()
)
_CHARGES = frozenset("charge count trial sentence prison jail".split())
# Who speaks for somebody: "Ruiz's lawyer said he was innocent", Ruiz.
_SPEAKING_FOR = frozenset("lawyer attorney solicitor barrister advocate counsel".split())


def is_tried(verb: Token) -> bool:
    """ "He was charged", "He faces two counts": of whom that is told he did it, or was caught for it."""
    if verb.child("auxpass") is not None:
        return verb.lemma in _TRIED
    faced = verb.child("dobj") if verb.lemma == "face" else None
    return verb.lemma == "plead" or (faced is not None and faced.lemma in _CHARGES)


def speaks_for(noun: Token, pronoun: Token) -> bool:
    """Whether a lawyer says it of whom he speaks for: "Ruiz's [lawyer] said [he] was innocent"."""
    verb = noun.head
    told = noun.base in _SPEAKING_FOR and noun.dep == "nsubj" and noun.child("poss") is not None
    if pronoun.head.lemma in ("appeal", "quit", "withdraw", "sue", "file", "resign", "bar"):
        return False  # that is the lawyer's to do, or done to him
    return told and pronoun.head.dep == "ccomp" and pronoun.head.head is verb and pronoun.dep in SUBJECTS
