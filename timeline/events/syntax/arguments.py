"""Who stands where around a word: subjects, objects and what its prepositions govern.

Passives, relative clauses, participles, coordination and infinitives are undone here, so triggers and roles ask only
"whose subject is this?".
"""

from __future__ import annotations

from timeline.events.syntax.control import PROMISES, addressees, is_for_trial
from timeline.events.syntax.coordination import INSTANCES, accompanying, before_clause, with_conjuncts
from timeline.events.syntax.governed import governed, under
from timeline.events.syntax.members import told_of
from timeline.events.syntax.passives import is_gapped, is_left_dead, is_passive, shared_passives
from timeline.events.syntax.phrases import misread_recipients
from timeline.events.syntax.relatives import RELATIVE, antecedent
from timeline.events.syntax.remembered import remembered_words
from timeline.events.syntax.structure import is_headed, is_infinitive
from timeline.events.syntax.texts import issuing_verb
from timeline.events.syntax.words import (
    BANNERS,
    BUILDINGS,
    CHARGING,
    CONTROL_BY_OBJECT,
    GROUNDS,
    HURT,
    INTRANSITIVE,
    LASHING,
    MARCHING,
    NO_GERUNDS,
    OWNING,
    PENALTIES,
    REASONS,
    SAYING,
    SEIZING,
    STEPS,
    THOROUGHFARES,
    TOWNS,
)
from timeline.language.document import Token

SUBJECT = ("nsubj", "nsubjpass", "csubj")
FINITE = frozenset({"VBP", "VBZ", "VBD"})
WHEREABOUTS = frozenset(("where", "when", "why"))  # "a site where they had fought": nobody fought the site


@remembered_words
def subjects(token: Token) -> list[Token]:
    """Heads of the noun phrases that do what the verb says, conjuncts included; agents of passives."""
    if is_passive(token):
        agent = token.child("agent")
        if agent is None and token.dep == "conj":
            agent = token.head.child("agent") if is_passive(token.head) else None
        if agent is None:  # "was shot and killed by a guard"
            joined = next((one for one in shared_passives(token) if token.i < one.i <= token.i + 4), None)
            agent = joined.child("agent") if joined is not None else None
        return with_conjuncts(governed(agent)) if agent else []
    if is_gerund(token):
        return with_conjuncts([one for by in _after_gerund(token, "by") for one in governed(by)])
    return surface_subjects(token)


def is_gerund(token: Token) -> bool:
    """ "the arming of militias", "the rounding up of students by agents": a verb told as a noun, with what it is done to."""
    if token.tag not in ("NN", "VBG") or not token.lower.endswith("ing") or token.lower in NO_GERUNDS:
        return False
    return token.child("det", "poss", "amod") is not None and bool(_after_gerund(token, "of"))


# What a clause without a gap hangs on: "the day he wants to leave".
TIMES_AND_WAYS = frozenset("day time moment reason way place week month year night morning extent point manner".split())


def _after_gerund(gerund: Token, word: str) -> list[Token]:
    """The preposition after a gerund, its particle or what it is done to."""
    near = list(gerund.children) + [
        one for child in gerund.children if child.dep in ("prt", "advmod") for one in child.children
    ]
    if word == "by":
        near += [one for of in _after_gerund(gerund, "of") for noun in governed(of) for one in noun.children]
    return [one for one in near if one.lower == word and one.dep in ("prep", "agent")]


@remembered_words
def surface_subjects(token: Token) -> list[Token]:
    """Heads of the grammatical subject, borrowed from the clause above where the verb has none of its own."""
    return _surface_subjects(token, 0)


def _surface_subjects(token: Token, depth: int) -> list[Token]:
    own = [child for child in token.children if child.dep in SUBJECT]
    if (
        own
        and token.dep == "advcl"
        and token.tag == "VB"
        and (to := token.child("aux")) is not None
        and to.lower == "to"
    ):
        own = own if token.child("mark") is not None else []  # "in Belgrade, Serbia to protest"
    if not own and token.tag in FINITE:  # "The blocs call for …", the noun taken for the verb's own
        own = [child for child in token.children if child.dep == "compound" and _is_subject_before(child, token)]
    if not own and token.tag == "VBD" and token.dep == "amod":  # "Chad shipped tents", taken for a noun
        own = token.children_by("npadvmod")
    if (
        not own
        and token.dep == "conj"
        and token.tag == "VBD"
        and token.head.lower == "shot"
        and token.head.pos == "NOUN"
    ):
        own = token.head.children_by("compound")  # "A sniper shot and killed a mayor", taken for a noun
    if not own and token.is_root and token.tag == "VBD":  # "The duo came in, climbed the stairs and shot a clerk"
        first = next((one for one in token.children_by("advcl") if one.i < token.i and _is_plainly_told(one)), None)
        own = first.children_by("nsubj") if first is not None else []
    if own:
        beside = _alongside(token) if token.child("dobj") is None else []
        return before_clause(with_conjuncts([antecedent(one) for one in own]), token) + beside
    if depth > 4 or token.head is token:
        return []
    above = token.head
    if token.dep == "advcl" and token.tag == "VBG":  # "It takes time, she said, asking …": who says it asks
        spoken = next((one for one in above.children_by("parataxis") if above.i < one.i < token.i), None)
        if spoken is not None and spoken.lemma in SAYING:
            return _surface_subjects(spoken, depth + 1)
        told = above.child("ccomp") if above.lemma in SAYING and token.i < above.i else None
        if told is not None and told.i < token.i:  # "He will resign, ending the standoff, an aide said"
            return _surface_subjects(told, depth + 1)
    if token.dep == "conj" and (first := _joined_to(token)) is not None:
        return _surface_subjects(first, depth + 1)
    if token.dep == "conj" or token.dep in ("xcomp", "advcl", "pcomp", "dep", "parataxis"):
        if token.dep in ("xcomp", "advcl") and token.tag == "VB" and (asked := addressees(above, token)):
            return with_conjuncts(asked)
        if token.dep == "xcomp":
            told = above.child("dobj", "dative") or above.child("nsubjpass")
            if told is not None and (above.lemma in CONTROL_BY_OBJECT or is_for_trial(token, above)):
                return with_conjuncts([antecedent(told)])
            if above.dep == "acl" and above.tag == "VBN" and told is None:
                return with_conjuncts([above.head])  # "the man believed to be responsible"
        if (above.dep == "prep" or (above.dep == "conj" and above.pos == "ADP")) and token.dep == "pcomp":
            accusing = accusing_verb(token)
            if accusing is not None:
                return accused(accusing)
            if above.lower in REASONS and (punished := _punished(above, token)):
                return with_conjuncts(punished)
            such = above.lower == "as" and any(one.lower == "such" for one in above.children)
            listed = such or above.lower in INSTANCES  # "steps such as expelling two envoys"
            above = above.head if above.dep == "prep" else above.head.head
            if (
                listed and above.dep == "acl" and above.head.pos == "NOUN"
            ):  # "measures aimed at Chad including closing it"
                above = above.head
            if listed and above.pos == "NOUN":  # "announced measures including closing the border"
                return _subject_of_noun(above, depth + 1)
        if token.dep == "xcomp" and above.is_root and above.pos in ("NOUN", "PROPN"):
            return with_conjuncts([above])  # "Turkey not to send troops"
        if token.dep == "conj" and token.tag in FINITE and above.tag == "VB" and above.dep in ("xcomp", "advcl"):
            above = above.head  # "called on police to leave and called on crowds to go home"
        if above.lemma in STEPS and above.dep == "dobj":
            return _subject_of_noun(above, depth + 1)  # "took the unusual step of asking Chad"
        return _surface_subjects(above, depth + 1) if above.pos in ("VERB", "AUX", "ADJ") else _possessor(above)
    if token.dep == "ccomp" and token.tag in FINITE and above.lemma in SAYING and above.dep == "relcl":
        return with_conjuncts([above.head])  # "a man they say is responsible"
    if token.dep == "ccomp" and token.tag == "VBD" and above.lemma in SAYING and above.i < token.i:
        return _surface_subjects(above, depth + 1)  # "The navy says seized 300 migrants"
    if token.dep in ("acomp", "attr", "oprd", "prep") and above.pos in ("AUX", "VERB"):
        return _surface_subjects(above, depth + 1)
    if token.dep in ("acl", "relcl"):
        if is_infinitive(token) and token.child("aux") is not None:  # "steps to enhance": whoever takes the steps
            if above.dep == "pobj" and above.head.lower == "by" and above.head.head.pos == "NOUN":
                return with_conjuncts([above])  # "attempts by the opposition to deliver food"
            if above.dep == "pobj" and above.head.lower == "of" and above.head.head.pos == "NUM":
                above = above.head.head  # "was one of the first to send aid"
            if above.entity in ("GPE", "LOC", "FAC"):  # "gathered in Belgrade to protest"
                verb = next((one for one in above.ancestors() if one.pos == "VERB"), None)
                if verb is None and above.is_root:
                    return with_conjuncts([above])  # a headline's "Chad to send troops"
                return _surface_subjects(verb, depth + 1) if verb is not None else []
            if above.dep == "dobj" and above.lemma not in PROMISES and (asked := addressees(above.head, token)):
                return with_conjuncts(asked)
            if above.dep == "nsubj" and above.head.lemma == "be" and (named := above.head.child("attr")) is not None:
                return with_conjuncts([named])  # "The first country to condemn it was Chad"
            giver = under(above, "by") or under(above, "from")  # "a promise from the rebels to disarm"
            return _possessor(above) or giver or _subject_of_noun(above, depth + 1) or with_conjuncts([above])
        if token.tag == "VBG" and above.dep == "pobj" and above.head.dep == "prep" and _is_marched_in(above):
            return _subject_of_noun(above, depth + 1)  # "took to the streets chanting"
        if token.tag in ("VBG", "VBZ", "VBD", "VBP") or token.dep == "relcl" or token.lemma in INTRANSITIVE:
            issuing = issuing_verb(above)
            return (subjects(issuing) if issuing is not None else []) or with_conjuncts([above])
        return _possessor(above) or (_subject_of_noun(above, depth + 1))
    return []


def _joined_to(verb: Token) -> Token | None:
    """The verb before, where the parser hangs a second one elsewhere: "[killed] a clerk and kidnapped two, residents said"
    (on "said"), "[killing] nine and kidnapping dozens" (on "nine")."""
    above = verb.head
    if verb.tag == "VBG" and above.dep == "dobj" and above.head.tag == "VBG" and above.pos in ("NOUN", "NUM"):
        return above.head
    if verb.tag == "VBG" and verb.lemma in HURT and above.dep == "acl" and above.tag == "VBG":
        noun = above.head  # "killing a clerk and a woman standing outside and injuring a man": the woman did not
        while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN"):
            noun = noun.head
        blow = noun.head if noun.dep == "dobj" else None
        return blow if blow is not None and blow.tag == "VBG" and blow.lemma in HURT else None
    told = above.child("ccomp") if verb.i < above.i and above.lemma in SAYING else None
    return told if told is not None and told.i < verb.i and verb.tag == "VBD" and told.tag in ("VBD", "VBN") else None


def _is_marched_in(noun: Token) -> bool:
    """ "took to the [streets] chanting", "marched through [cities] demanding a vote", "with [banners] denouncing it"."""
    if noun.lemma in THOROUGHFARES | BANNERS or (
        noun.lemma in BUILDINGS and noun.head.lower in ("at", "outside", "near")
    ):
        return True
    if noun.lemma not in TOWNS and noun.entity not in ("GPE", "LOC", "FAC"):
        return False
    verb = next((one for one in noun.ancestors() if one.pos == "VERB"), noun)
    return verb.lemma in MARCHING


def _is_plainly_told(verb: Token) -> bool:
    """Whether what the parser takes for a clause before the verb is the first of several things told in a row."""
    return verb.tag == "VBD" and verb.child("mark", "advmod", "aux") is None


def _is_subject_before(noun: Token, verb: Token) -> bool:
    """What the parser takes for a part of the verb's own name: "The [blocs] call for", "[Ruiz] shot a clerk"."""
    named = noun.tag == "NNP" and noun.entity in ("PERSON", "ORG") and verb.is_root and verb.child("dobj") is not None
    return noun.tag in ("NNS", "NNPS") or named


def accusing_verb(token: Token) -> Token | None:
    """The verb that charges its object with the act: "accused Peru of shelling it"; it is Peru that shells."""
    preposition = token.head
    while token.dep == "conj" and token.pos in ("VERB", "AUX"):
        token, preposition = token.head, token.head.head
    if preposition.dep == "conj" and preposition.pos == "ADP":
        preposition = preposition.head  # "of shelling it and of laying mines"
    if token.dep != "pcomp" or preposition.dep != "prep":
        return None
    above = preposition.head
    if above.lemma in GROUNDS and above.dep == "pobj" and above.head.lower in ("on", "with"):
        above, held = above.head.head, above.head.head  # "arrested on suspicion of killing", hung on either
        held = held.head if held.dep in ("dobj", "nsubjpass") else held
        return held if held.pos == "VERB" and held.lemma in SEIZING and objects(held) else None
    if above.dep in ("dobj", "appos") and above.pos in ("NOUN", "PROPN", "PRON"):
        above = above.head
    if preposition.lower == "by":  # "accused Peru of bad faith by refusing to meet"
        between = above.sentence.tokens[
            above.i - above.sentence.tokens[0].i : preposition.i - above.sentence.tokens[0].i
        ]
        charged = above.lemma == "accuse" and any(one.lower == "of" for one in between)
    else:
        seeking = above.lemma == "seek" and is_passive(above)  # "sought for killing five policemen"
        charging = above.lemma in CHARGING or above.lemma in LASHING
        charged = (charging or seeking) and preposition.lower in ("of", "for", "with", "from")
    return above if charged and accused(above) else None


def _punished(reason: Token, deed: Token) -> list[Token]:
    """Whose deed is the reason: "upheld the sentence against [Ruiz] for defaming the king", "sentenced [Ruiz] to a year after
    being found guilty"."""
    above = reason.head
    if reason.lower != "for":
        caught = is_passive(deed) and deed.lemma in ("find", "convict", "catch", "accuse", "charge", "declare")
        punishing = caught and above.lemma in PENALTIES and not is_passive(above)
        return above.children_by("dobj") if punishing else []
    noun = above.child("dobj", "nsubjpass") if above.pos == "VERB" else above
    if noun is not None and noun.dep == "pobj":
        noun = noun.head.head
    if noun is None or noun.lemma not in PENALTIES:
        return []
    return next((found for word in ("against", "on", "of") for one in (noun, above) if (found := under(one, word))), [])


def accused(verb: Token) -> list[Token]:
    """Whom a verb charges with something: "accused [Peru]", "lashed out at [Peru]"."""
    return with_conjuncts(under(verb, "at")) if verb.lemma in LASHING else objects(verb)


def claiming_verb(token: Token) -> Token | None:
    """The verb by which somebody owns to the act: "claimed to have attacked it", "admitted shelling it", "claimed
    responsibility for the attack"."""
    above = token.head
    if token.dep in ("xcomp", "ccomp") and token.tag in ("VB", "VBN", "VBG"):
        return above if above.lemma in OWNING and subjects(above) and not _is_denied(above) else None
    if token.dep in ("pobj", "pcomp") and above.lower in ("for", "to", "of"):
        word = above.head
        claimed = word.dep == "dobj" and word.lemma in ("responsibility", "credit") and word.head.lemma in OWNING
        if claimed or (word.lemma in OWNING and above.lower == "to"):
            verb = word.head if claimed else word
            return verb if verb.pos == "VERB" and subjects(verb) and not _is_denied(verb) else None
    return None


def _is_denied(verb: Token) -> bool:
    """ "never admitted", "did not claim": nobody owns to anything."""
    return any(child.dep == "neg" or child.lower in ("never", "hardly") for child in verb.children)


@remembered_words
def objects(token: Token, particle: str = "") -> list[Token]:
    """Heads of the noun phrases the verb is done to; after a preposition when the trigger ends in one."""
    found: list[Token] = []
    if is_passive(token):
        own = [child for child in token.children if child.dep in ("nsubjpass", "csubjpass")]
        if not own and (is_gapped(token) or is_headed(token) or is_left_dead(token)):
            own = token.children_by("nsubj")
        if own:
            found = [antecedent(one) for one in own]
        elif token.dep == "conj":
            above = ("nsubjpass", "nsubj") if token.child("auxpass") is not None else ("nsubjpass",)
            found = [antecedent(one) for one in token.head.children if one.dep in above]
            found = found or (objects(token.head) if is_passive(token.head) else [])
            if not found and token.child("auxpass") is not None and token.head.child(*SUBJECT) is None:
                found = surface_subjects(token.head)  # "came out shooting and was struck", hung on the shooting
        elif token.dep in ("acl", "relcl", "amod"):
            told = token.dep == "acl" or is_infinitive(token)  # "Among the first to be arrested were two priests"
            found = [*told_of(token.head), token.head] if told else [token.head]
        elif token.dep in ("xcomp", "advcl", "pcomp", "acomp", "oprd"):  # "ran before being shot", "found beheaded"
            found = surface_subjects(token)
        found += [child for child in token.children if child.dep in ("dobj", "oprd") and child.pos != "ADJ"]
    else:
        found = [
            antecedent(child)
            for child in token.children
            if (child.dep in ("dobj", "dative") and child.pos != "ADP")
            or (child.dep == "appos" and child.i > token.i and token.pos == "VERB" and child.pos in ("NOUN", "PROPN"))
        ]
        found = [*misread_recipients(token), *found]
        if not found and particle:  # "set free the editor", where the object hangs on "free"
            found = [one for child in token.children if child.lower == particle for one in child.children_by("dobj")]
        if not found and token.dep == "relcl":
            relative = [
                child for child in token.children if child.dep in ("dobj", "pobj") or child.lower in WHEREABOUTS
            ]
            if not relative and token.child("nsubj") is not None and token.child("nsubj").lower not in RELATIVE:  # type: ignore[union-attr]
                found = [token.head]
        if not found and token.dep in ("pcomp", "xcomp"):
            found = gap_above(token)
        if not found and token.dep == "amod" and (token.tag == "VBD" or token.child("nsubj") is not None):
            found = [token.head]  # "Chadian guns battered the hills", which the parser takes for a noun
        if not found and is_gerund(token):
            found = [one for of in _after_gerund(token, "of") for one in governed(of)]
        if not found:
            found = _raised(token) or _shifted(token)
        if not found and token.dep != "conj" and token.child("xcomp", "ccomp") is None:
            shared = [child for child in token.children if child.dep == "conj" and child.pos == "VERB"]
            found = [one for verb in shared for one in verb.children if one.dep == "dobj" and not _own_subject(verb)][
                :1
            ]
    if particle and not (found and particle == "at" and is_passive(token)):  # "were shot at a factory": where
        for child in token.children:
            if child.lower == particle and child.dep in ("prep", "agent", "dative", "prt"):
                found = governed(child) + found
            elif child.dep in ("prep", "prt", "advmod"):  # "walked out of the talks": "of" hangs on "out"
                for inner in child.children:
                    if inner.lower == particle and inner.dep == "prep":
                        found = governed(inner) + found
    return before_clause(with_conjuncts(found), token) + (_alongside(token) if found else [])


def gap_above(verb: Token) -> list[Token]:
    """ "the [murders] he is accused of committing", "the [man] she wants to sue": what the clause round them tells of."""
    if verb.child("dobj", "ccomp", "xcomp", "prep", "agent", "oprd", "prt") is not None or is_passive(verb):
        return []
    clause = verb
    for _ in range(3):
        clause = clause.head
        if clause.dep == "relcl":
            break
        if clause.pos not in ("VERB", "ADP", "AUX"):
            return []
    subject, noun = clause.child("nsubj", "nsubjpass"), clause.head
    if clause.dep != "relcl" or subject is None or subject.lower in RELATIVE or clause.child("dobj") is not None:
        return []
    timed = noun.entity in ("DATE", "TIME", "GPE", "LOC") or noun.lemma in TIMES_AND_WAYS
    return [] if timed or noun.pos not in ("NOUN", "PROPN") or clause.child("advmod") is not None else [noun]


def _shifted(verb: Token) -> list[Token]:
    """ "handed back to Lima [a mask]", "freed into the care of his aunt [the poet] who": the object after what a preposition
    governs, which the parser takes for another name of that."""
    if verb.pos != "VERB" or verb.child("xcomp", "ccomp") is not None:
        return []
    at = [one for child in verb.children for one in (child, *child.children) if one.dep == "prep" and one.i > verb.i]
    for preposition in at:  # grows as it goes
        for noun in governed(preposition):
            at += noun.children_by("prep")
            for other in noun.children_by("appos"):
                if other.left == noun.i + 1 and other.pos == "NOUN" and other.child("det", "nummod") is not None:
                    return [other]
    return []


def _alongside(verb: Token) -> list[Token]:
    """Who is beside those whom a verb befalls: "was arrested along with [two brothers]", "died together with …"; of an act
    that takes hold of nobody it may be its subject who is along with them: "led the group along with [two brothers]"."""
    if verb.child("dobj") is not None and verb.lemma not in SEIZING | HURT:
        return []
    with_whom = [one for child in verb.children_by("prep", "advmod") if child.i > verb.i for one in accompanying(child)]
    return with_conjuncts(with_whom) if with_whom else []


def _raised(token: Token) -> list[Token]:
    """ "welcomed Putin to mediate", "let free the leaders", "called Lavrov to discuss": objects under another name."""
    for child in token.children:
        if child.dep == "ccomp" and child.i > token.i:
            own = child.child("nsubj")
            if own is not None and own.i > token.i and (child.tag == "VB" or child.pos == "ADJ"):
                return [own] if child.child("mark") is None else []
            if child.pos == "ADJ":
                return child.children_by("dobj")
        if child.dep == "oprd" and child.pos == "ADJ" and token.lemma == "leave":  # "left [nine people] dead"
            return [one for one in child.children_by("nsubj") if one.i > token.i]
        if child.dep == "oprd" and child.pos in ("NOUN", "PROPN"):
            return [child]
    return []


def saying_verb(token: Token) -> Token | None:
    """The verb of speech whose content the word's clause is; None where the writer speaks."""
    verb = token.head if token.dep in ("aux", "auxpass") else token
    for _ in range(4):
        if verb.dep in ("ccomp", "parataxis") and verb.head.lemma in SAYING and verb.head is not verb:
            return verb.head
        if verb.dep not in ("conj", "advcl", "xcomp", "ccomp") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _own_subject(verb: Token) -> bool:
    return verb.child("nsubj", "nsubjpass") is not None


def _possessor(noun: Token) -> list[Token]:
    owner = noun.child("poss")
    return with_conjuncts([owner]) if owner is not None else []


def _subject_of_noun(noun: Token, depth: int) -> list[Token]:
    """ "steps to enhance": the subject of the verb that the noun is the object of."""
    verb = noun.head
    while verb.dep in ("prep", "pobj") and verb.head is not verb:
        verb = verb.head
    if verb.pos in ("VERB", "AUX") and verb is not noun and noun.dep in ("dobj", "pobj", "attr"):
        return _surface_subjects(verb, depth)
    return []
