"""Mends for reports in the present tense, whose verbs look like nouns: "The military intercepts a missile", "Police in Lima
arrest two men", "The guard shoots and arrests a driver". Each asks that the sentence tell nothing else."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"det", "compound", "amod", "nmod", "poss", "nummod"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "LOC"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SOMEBODY = _NAMES | {"PERSON"}
# Adjectives that stand for those who act.
_BODIES = frozenset({"military", "opposition", "judiciary"})
# Singular in form, plural in what they do.
_MANY = frozenset("police troops militia people".split())
# No nouns at all, whatever their ending.
_VERBS_ALONE = frozenset(
    "withdraw seize expel accuse condemn detain deploy announce impose invade denounce deny resume depose evict overrun "
    "arraign indict intervene recapture retake dispatch confiscate impound ratify reaffirm suspend extradite deport "
    "evacuate kidnap abduct".split()
)
# Verbs whose third person stands before what is done: "conducts airstrikes", "claims responsibility".
_BEFORE_OBJECTS = frozenset(
    "conduct claim issue launch stage impose host voice sign announce carry deny condemn resume lift suspend seize send "
    "order urge raise hold make take".split()
)
# What many people do, as nouns and as verbs, where it ends the place in which they are: "Police in Lima arrest two men".
_OF_MANY = frozenset(
    "arrest vote protest rally raid clash march strike riot kill seize storm attack shell rescue search fire target block "
    "release capture ambush rage battle return plan pledge vow call".split()
)
# Who does so; victims and survivors, photos and deaths "of the Oslo attack" do nothing.
_DOERS = frozenset(
    "police troops militia people citizens residents villagers workers teachers students doctors nurses farmers miners "
    "drivers prisoners inmates migrants refugees settlers women men youths crowds fans thousands hundreds dozens scores "
    "millions protesters protestors demonstrators activists marchers soldiers forces rebels militants gunmen fighters "
    "insurgents jihadists islamists separatists guerrillas commandos guards peacekeepers officers agents detectives "
    "investigators prosecutors authorities officials leaders ministers presidents lawmakers deputies senators voters "
    "supporters opponents parties unions lawyers judges journalists monks muslims christians jews firefighters rescuers "
    "pirates gangs bandits attackers traders truckers fishermen immigrants exiles".split()
)
# Who votes, if it is not said of which chamber; and what is done "to" reach an aim.
_VOTERS = frozenset("citizens voters people residents".split())
_TO_DO = frozenset("vote plan vow pledge call strike rally march protest riot".split())
# What several do together: "Peru, Chad and Mali call for talks".
_TOGETHER = frozenset("meet call sign vow pledge plan launch demand back vote urge name ban exchange request".split())
_PARTICLES = frozenset({"over", "out", "back"})
_FIRED = frozenset("gas bullet round shot shell rocket missile cannon grenade mortar pellet canister flare".split())


def noun_with_subject_and_object(sentence: Sentence) -> bool:
    """ "The rebels release two nurses", "Rebels free a nurse": what has a subject and an object is a verb, where no "are" links
    an adjective."""
    root = sentence.root
    subject, met = root.child("nsubj"), root.child("dobj")
    if root.pos not in ("NOUN", "ADJ") or root.tag not in ("NN", "NNS", "JJ") or subject is None or met is None:
        return False
    if not subject.right < root.i < met.left or any(one.pos == "AUX" for one in root.children):
        return False
    many = _is_many(subject) or subject.entity in ("NORP", "ORG")
    if root.tag != "NNS" and not many:
        return False  # "Drone attack the biggest of the war"
    _become(root, "VBZ" if root.tag == "NNS" else "VBP")
    return True


def noun_with_an_apposition(sentence: Sentence) -> bool:
    """ "The attack damages at least ten homes", "Police arrest the mayor": a noun right before another phrase, no comma
    between, is the verb of what stands before it."""
    root = sentence.root
    if root.tag not in ("NN", "NNS") or _has_finite(sentence, root, joined=True):
        return False
    joined = _joined(root)
    before = _phrase_before(root)
    met = root.child("appos", "dobj") or (joined.child("appos", "dobj") if joined else None)
    if not before or met is None or not _follows(met, root):
        return False
    subject = before[-1]
    opened = any(one.dep in ("det", "nummod", "poss", "compound") for one in met.children) or met.pos == "PROPN"
    if not opened or not _can_act(subject) or subject.i != root.i - 1 or _is_many(subject) is (root.tag == "NNS"):
        return False
    _take_subject(root, before)
    met.dep = "dobj"
    if joined is not None:
        _become(joined, "VBZ" if joined.tag == "NNS" else "VBP")
        move(met, joined, "dobj")
    return True


def claim_with_an_infinitive(sentence: Sentence) -> bool:
    """ "The rebels claim to have shot down a drone"."""
    root = sentence.root
    subject = root.child("nsubj")
    before = _phrase_before(root)
    if root.lower != "claim" or root.tag != "NN" or root.child("xcomp") is None or subject is not None or not before:
        return False
    _take_subject(root, before)
    return True


def kind_told_of_them(sentence: Sentence) -> bool:
    """ "seven people, three of them women", "eight suspects, most of them students": what the parser takes for a verb after
    "of them" is a plural noun."""
    changed = False
    for noun in sentence.tokens:
        if noun.dep != "appos" or noun.tag != "VBZ":
            continue
        number = noun.child("nsubj")
        of = number.child("prep") if number is not None else None
        if of is not None and of.lower == "of" and any(one.lower == "them" for one in of.children_by("pobj")):
            _become_noun(noun)
            changed = True
    return changed


def _become_noun(token: Token) -> None:
    token.pos, token.tag = "NOUN", "NNS"


def plural_before_its_object(sentence: Sentence) -> bool:
    """ "The army conducts airstrikes", "The group claims responsibility": the plural inside a noun phrase is its verb."""
    root = sentence.root
    misread = root.tag in ("VB", "VBP") and root.child("det") is not None  # "a missile" is no verb
    if not (misread or root.pos in _NOUNS) or _has_finite(sentence, root):
        return False
    inside = [child for child in root.children if child.i < root.i and (child.dep in _BEFORE or child.dep == "nsubj")]
    opens = {
        one.i for one in inside if one.dep in ("det", "poss")
    }  # a second phrase: "the army intercepts [a] missile"
    plurals = (one for one in inside if one.tag == "NNS")
    verb = next((one for one in plurals if one.lemma in _BEFORE_OBJECTS or one.i + 1 in opens), None)
    if verb is None or verb.text[:1].isupper():
        return False
    before = _phrase_before(verb) or [one for one in inside if one.right < verb.i]
    if not before or before[-1].i != verb.i - 1 or not _can_act(before[-1]) or _is_many(before[-1]):
        return False
    opening = [one for one in inside if one.i < before[0].i]
    make_root(verb)
    for one in opening:
        move(one, before[-1], one.dep)
    _hang_together(before)
    move(before[-1], verb, "nsubj")
    _name(before[-1])
    for one in [child for child in root.children if child.i < verb.i]:
        move(one, before[-1], one.dep)
    move(root, verb, "dobj")
    for one in [child for child in root.children if child.dep == "punct" and child.i > root.right]:
        move(one, verb, "punct")
    _become(verb, "VBZ")
    if misread:
        root.pos, root.tag = "NOUN", "NN"
    return True


def target_after_a_plural(sentence: Sentence) -> bool:
    """ "Chadian jets target Faya, killing nine": "target" between a plural and a name is the verb."""
    for verb in sentence.tokens:
        met = verb.head
        if verb.lower != "target" or verb.tag != "NN" or verb.dep != "compound" or met.i < verb.i or met.pos != "PROPN":
            continue
        before = [child for child in met.children if child.i < verb.i and child.dep in _BEFORE] or _phrase_before(verb)
        above = met.head if met.dep == "nsubj" else None
        free = met.is_root or (
            above is not None and above.is_root and above.tag == "VBG" and above.child("aux") is None
        )
        if not before or before[-1].i != verb.i - 1 or before[-1].tag != "NNS" or not free:
            continue
        make_root(verb)
        _hang_together(before)
        move(before[-1], verb, "nsubj")
        if above is not None:
            for one in [child for child in above.children if child.dep == "punct" and child.i > above.right]:
                move(one, verb, "punct")
            move(above, verb, "advcl")
        move(met, verb, "dobj")
        _become(verb, "VBP")
        return True
    return False


def opening_of_fire(sentence: Sentence) -> bool:
    """ "Police open fire on the crowd"."""
    root = sentence.root
    verb = root.child("amod")
    if root.lower != "fire" or verb is None or verb.lower != "open" or verb.i != root.i - 1:
        return False
    before = [child for child in root.children if child.i < verb.i and child.dep in _BEFORE]
    if not before or before[-1].i != verb.i - 1 or _has_finite(sentence, root):
        return False
    make_root(verb)
    _hang_together(before)
    move(before[-1], verb, "nsubj")
    _take_what_follows(verb, root)
    move(root, verb, "dobj")
    _become(verb, "VBP")
    return True


def firing_taken_for_noun(sentence: Sentence) -> bool:
    """ "Riot police fire rubber bullets at a crowd gathered in Goma"."""
    tokens = sentence.tokens
    fire = next((one for one in tokens if one.lower == "fire" and one.tag == "NN" and one.dep in _BEFORE), None)
    if fire is None or fire is tokens[0] or tokens[fire.i - tokens[0].i - 1].lower not in _DOERS:
        return False
    doer, fired = tokens[fire.i - tokens[0].i - 1], fire.head
    while fired.dep in _BEFORE:
        fired = fired.head
    told = fired.head
    gathered = (
        fired.dep == "nsubj" and told.is_root and told.tag == "VBD" and tokens[told.i - tokens[0].i - 1].tag == "NNS"
    )
    if fired.lemma not in _FIRED or not (gathered or (fired.is_root and not _has_finite(sentence, fired))):
        return False
    before = [one for one in tokens if one.i < doer.i and one.head in (fire, fired, doer) and one.dep in _BEFORE]
    make_root(fire)
    _hang_together([*before, doer])
    move(doer, fire, "nsubj")
    move(fired, fire, "dobj")
    at = next((one for one in fired.children_by("prep") if one.lower in ("at", "on", "into")), None)
    crowd = at.child("pobj") if at is not None else None
    for one in [child for child in fired.children if child.i > fired.i and child.dep in ("prep", "punct", "acl")]:
        if one.dep == "acl" and crowd is not None:
            move(one, crowd, "acl")
        else:
            move(one, fire, one.dep)
    if gathered:
        move(told, tokens[told.i - tokens[0].i - 1], "acl")
        told.tag = "VBN"
    _become(fire, "VBP")
    return True


def verb_after_a_place(sentence: Sentence) -> bool:
    """ "Police in Lima arrest two men", "Citizens of Chad vote on Sunday": the noun that seems to end the place is the verb,
    also of the infinitive that seems to be told: "Citizens of Chad vote to elect a parliament"."""
    told = sentence.root
    to = told.child("aux") if told.tag == "VB" else None
    aim = told if to is not None and to.lower == "to" else None
    root = told if aim is None else told.child("nsubj") or told
    if root.lower not in _DOERS:
        return False
    place = next((one for one in root.children if one.dep == "prep" and one.i > root.i), None)
    verb = place.child("pobj") if place is not None else None
    if place is None or verb is None or verb.tag != "NN" or verb.lemma not in _OF_MANY or _has_finite(sentence, told):
        return False
    if to is not None and (verb.lemma not in _TO_DO or to.i != verb.i + 1):
        return False
    named = [one for one in verb.children if one.i < verb.i]
    if not named or named[-1].right != verb.i - 1 or named[-1].entity not in _NAMES or named[0].left != place.i + 1:
        return False
    votes = verb.lemma == "vote" and root.lower in _VOTERS  # "Citizens of the Ivory Coast vote"
    article = not votes and named[-1].tag != "NNPS" and any(one.pos == "DET" for one in (*named, *named[-1].children))
    done = aim is not None or any(one.i > verb.i and one.dep != "punct" for one in (*root.children, *verb.children))
    if article or (place.lower == "of" and not done):
        return False  # "Leaders of the Lima protest", "Veterans of Kursk battle"
    make_root(verb)
    for one in named[:-1]:
        move(one, named[-1], one.dep)
    move(named[-1], place, "pobj")
    for one in [child for child in root.children if child.i > verb.i]:
        move(one, verb, "advcl" if one.dep == "acl" else one.dep)
    move(root, verb, "nsubj")
    if aim is not None:
        for one in aim.children_by("punct"):
            move(one, verb, "punct")
        move(aim, verb, "xcomp")
    _become(verb, "VBP")
    for one in verb.children:
        if one.dep == "acl" and one.tag == "VB":
            one.dep = "xcomp"  # "The leaders of Peru and Chad plan to meet"
    over = verb.child("prep")
    counted = over.child("pobj") if over is not None and over.lower == "over" and over.i == verb.i + 1 else None
    if over is not None and counted is not None and counted.child("nummod") is not None:
        move(counted, verb, "dobj")  # "arrest over 1,300 people"
        move(over, counted, "quantmod")
    return True


def verb_that_is_no_noun(sentence: Sentence) -> bool:
    """ "The Chadian military withdraws from Faya", "The army hands over the base"."""
    root = sentence.root
    verb = (
        root if root.tag == "NNS" else root.child("nsubj") if root.tag == "VBG" and root.child("aux") is None else None
    )
    if verb is None or verb.tag != "NNS" or _has_finite(sentence, root):
        return False
    after = next((one for one in verb.children if one.i == verb.i + 1 and one.lower in _PARTICLES), None)
    handed = verb.lemma == "hand" and after is not None
    before = _phrase_before(verb)
    if not (handed or verb.lemma in _VERBS_ALONE) or not before or before[-1].i != verb.i - 1:
        return False
    if not _can_act(before[-1]) or _is_many(before[-1]):
        return False
    _take_subject(verb, before)
    if after is not None and handed:
        given = after.child("pobj")
        after.dep = "prt"
        if given is not None:
            move(given, verb, "dobj")
    if verb is not root:
        make_root(verb)
        for one in [child for child in root.children if child.dep == "punct"]:
            move(one, verb, "punct")
        move(root, verb, "advcl")
    return True


def noun_joined_to_a_verb(sentence: Sentence) -> bool:
    """ "Police arrest and detain a clerk": of two verbs with one object the parser takes the first for a noun."""
    root = sentence.root
    other = root.child("conj")
    if root.tag != "NN" or root.lemma not in _OF_MANY or other is None or other.lower != other.lemma:
        return False
    if (
        other.pos != "VERB"
        or other.child("dobj") is None
        or other.child("aux", "nsubj") is not None
        or root.child("det", "poss") is not None
    ):
        return False
    before = _phrase_before(root)
    if not before or before[-1].i != root.i - 1 or not _is_many(before[-1]):
        return False
    _take_subject(root, before)
    return True


def verb_of_several_subjects(sentence: Sentence) -> bool:
    """ "Peru, Chad and Mali call for a truce": the last of the names is no part of a "Mali call"."""
    root = sentence.root
    if root.entity not in _SOMEBODY or _has_finite(sentence, root):
        return False
    verb = next((one for one in root.children if one.dep == "conj" and one.tag == "NN"), None)
    if verb is None or verb.lemma not in _TOGETHER:
        return False
    before = _phrase_before(verb)
    if not before or before[-1].i != verb.i - 1 or before[-1].entity not in _SOMEBODY:
        return False
    make_root(verb)
    _hang_together(before)
    move(before[-1], root, "conj")
    _take_what_follows(verb, root)
    move(root, verb, "nsubj")
    _become(verb, "VBP")
    return True


def noun_in_a_clause(sentence: Sentence) -> bool:
    """ "were killed when an Israeli tank [fires] at a wedding": what "when" opens has a verb."""
    changed = False
    for noun in sentence.tokens:
        if noun.dep != "advcl" or noun.tag != "NNS" or noun.child("nsubj", "nsubjpass", "cop") is not None:
            continue
        opener = noun.child("advmod", "mark")
        before = [one for one in noun.children if one.i < noun.i and one is not opener]
        if opener is None or opener.lower not in ("when", "as", "while", "after", "before") or not before:
            continue
        if before[-1].i != noun.i - 1 or before[-1].dep != "compound" or before[-1].tag not in ("NN", "NNP"):
            continue
        if all(one.dep in _BEFORE for one in before):
            _take_subject(noun, before)
            changed = True
    return changed


def _has_finite(sentence: Sentence, root: Token, *, joined: bool = False) -> bool:
    """Whether a verb of the sentence's own is finite, those of the clauses that hang on its nouns apart; with `joined`
    also one that shares the root's subject ("raid an office and [detain] nine")."""
    return any(
        one.tag in _FINITE
        and one is not root
        and not (joined and one.dep == "conj" and one.head is root and one.child("nsubj", "nsubjpass") is None)
        and not any(up.dep in ("relcl", "advcl") for up in (one, *one.ancestors()))
        for one in sentence.tokens
    )


def _phrase_before(noun: Token) -> list[Token]:
    """What stands before the noun in its phrase, where nothing parts them."""
    before = [child for child in noun.children if child.i < noun.i]
    return before if all(child.dep in _BEFORE for child in before) else []


def _joined(root: Token) -> Token | None:
    """The "arrests" of "shoots and arrests a driver"."""
    other = root.child("conj")
    return other if other is not None and other.i == root.i + 2 and other.tag == root.tag else None


def _follows(phrase: Token, root: Token) -> bool:
    """Whether a phrase begins right after the root and what is joined to it, or after "at least" and the like."""
    last = _joined(root) or root
    parted = [one for one in phrase.sentence.tokens if last.i < one.i < phrase.left]
    return all(one.pos in ("ADV", "ADP", "ADJ") and one.text != "," for one in parted)


def _can_act(word: Token) -> bool:
    return word.pos in _NOUNS or word.lower in _BODIES


def _is_many(subject: Token) -> bool:
    if subject.lower in _MANY or subject.tag in ("NNS", "NNPS"):
        return True
    called = any(child.lower == "the" for child in (*subject.children, *subject.head.children) if child.i < subject.i)
    return called and subject.pos == "PROPN" and subject.lower.endswith("s") and subject.entity not in _PLACES


def _take_subject(verb: Token, before: list[Token]) -> None:
    """The words before the verb are its subject, the last of them its head."""
    _hang_together(before)
    before[-1].dep = "nsubj"
    _name(before[-1])
    _become(verb, "VBZ" if verb.tag == "NNS" else "VBP")


def _hang_together(phrase: list[Token]) -> None:
    """All of a phrase's words hang on its last."""
    for one in phrase[:-1]:
        move(one, phrase[-1], one.dep)


def _take_what_follows(verb: Token, root: Token) -> None:
    """What hung on the old root after the verb hangs on the verb."""
    for one in [child for child in root.children if child.i > verb.i]:
        move(one, verb, one.dep)


def _name(subject: Token) -> None:
    if subject.pos == "ADJ":
        subject.pos, subject.tag = "NOUN", "NN"


def _become(verb: Token, tag: str) -> None:
    verb.pos, verb.tag = "VERB", tag


FIRING = (opening_of_fire, firing_taken_for_noun)
