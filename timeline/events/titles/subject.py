"""The subject of a line: its words, and whether they are plural."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.tables import find_noun
from timeline.events.syntax.arguments import surface_subjects
from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.reported import who_says
from timeline.events.syntax.words import CONTROL_BY_OBJECT
from timeline.events.titles.phrasing import LIMIT, cut, is_dateline, pronoun_subject
from timeline.events.titles.wording import Wording, names_of
from timeline.events.titles.words import LONGEST_NAME, LONGEST_SUBJECT, MANY, SUBJECT
from timeline.language.document import Token
from timeline.model import Actor, Span

LONGEST_NAMES = 48
SEVERAL = re.compile(r",| and (?=.)")


def subject_of(wording: Wording, verb: Token, parties: Sequence[Actor], *, passive: bool) -> tuple[str, bool]:
    """The subject's words and whether they are plural; names of the parties where the text has a pronoun or none."""
    at: Token | None = verb
    subject = None
    while at is not None and subject is None:
        subject = at.child(*SUBJECT)
        reported = at.dep == "xcomp" and (
            at.tag == "VBN" or at.head.lemma == "have"
        )  # "were reported killed", "have yet to"
        at = at.head if (at.dep == "conj" or reported) and at.head is not at else None
    if subject is not None:
        subject = antecedent(subject)
    if subject is not None and subject.pos != "PRON" and not is_dateline(subject):
        alone = subject.child("conj", "relcl") is None
        beside = _apposed(subject, verb)
        if alone and (name := wording.person(subject) or (wording.person(beside) if beside is not None else "")):
            return name, False
        words = wording.render(wording.noun_phrase(subject, after=True))
        if len(words) > (LONGEST_NAME if subject.entity == "ORG" else LONGEST_SUBJECT):
            words = wording.render(wording.noun_phrase(subject, after=False))
            words = wording.person(subject) or words if words.lower().startswith("and ") else words
            joined = subject.child("conj")
            if joined is not None and joined.pos in ("NOUN", "PROPN"):  # "The government and rebels loyal to …"
                also = wording.render(wording.noun_phrase(joined, after=False))
                words = words if also in words else f"{words.removesuffix(' and')} and {also}"
        if len(words) > LIMIT // 2 and (owner := subject.child("poss")) is not None:
            own = [token for token in wording.noun_phrase(subject, after=False) if token.i > owner.right]
            words = wording.render(own) or words  # "defense lawyers", whoever's they are
        if len(words) > LIMIT // 2 and subject.child("conj") is None:
            words = wording.render(_without_adjectives(wording, subject)) or words  # "aid ship", whatever its kind
        if len(words) > LIMIT // 2:
            words = cut(wording, "", wording.noun_phrase(subject, after=True), room=LIMIT // 2, must=subject.i)
            if words.endswith("…"):
                words = names_of(parties) if parties else words.rpartition(" ")[0]
            if subject.child("conj") is not None and not SEVERAL.search(words):
                # "The government and the Kurdish-led democratic forces", of whom the line has room for the first
                names = names_of(parties) if len(parties) > 1 else ""
                words = names if 0 < len(names) <= LONGEST_NAMES else words.removesuffix(" and")
        elif _heads_list(subject) and not SEVERAL.search(words) and len(parties) > 1:
            names = names_of(parties)  # "Peru, Mali and others"
            words = names if len(names) <= LONGEST_NAMES else words
        if words:
            listed = SEVERAL.search(words) is not None
            several = listed and (subject.child("conj") is not None or _heads_list(subject))
            return words, several or _is_many(subject, verb)
    if subject is not None and (name := wording.name_at(subject)):
        last = name.rpartition(" ")[2].lower()
        return name, subject.lower in ("they", "them", "we", "both") and (
            last.endswith(("s", "men", "children")) or last in MANY
        )
    said = who_says(subject) if subject is not None and not parties and subject.lower in ("it", "they") else []
    if len(said) == 1 and verb.lemma != "be":  # "Officers said they found a body"
        words = wording.person(said[0]) or wording.render(wording.noun_phrase(said[0], after=False))
        if words and len(words) <= LONGEST_SUBJECT:
            return words[:1].upper() + words[1:], _is_many(said[0], said[0].head)
    if passive and subject is None and verb.dep == "acl" and verb.head.pos in ("NOUN", "PROPN", "NUM"):
        words = wording.render(wording.noun_phrase(verb.head, after=False)).removesuffix(" and")
        return words, verb.head.tag.endswith("S")
    brings = subject is None and _brings(verb) and (verb.dep == "xcomp" or _is_brought(verb, parties))
    if parties and not brings and not (passive and pronoun_subject(verb)[0] and len(parties) == 1):
        return names_of(parties), wording.is_plural(parties) or names_of(parties).rpartition(" ")[2].lower() in MANY
    while verb.dep == "conj" and verb.head.pos == "VERB":
        verb = verb.head
    if subject is None and verb.dep in ("xcomp", "advcl", "acomp") and verb.head.pos in ("VERB", "AUX", "ADJ"):
        told = next(iter(surface_subjects(verb)), None) if verb.dep == "xcomp" else None
        if told is not None and told.head is verb.head and told.dep in ("dobj", "dative"):  # "forced thousands to flee"
            return wording.render(wording.noun_phrase(told, after=False)), told.tag.endswith("S")
        return subject_of(wording, verb.head, (), passive=passive)
    return "", False


def _apposed(subject: Token, verb: Token) -> Token | None:
    """The name of whom a noun tells; the names of nine that follow after the verb stand for no subject."""
    beside = subject.child("appos")
    return None if beside is not None and beside.i > verb.i and beside.child("conj") is not None else beside


def _heads_list(noun: Token) -> bool:
    """ "Peru, Mali and Niger", of which the parser may take the second for a name of the first."""
    if noun.pos != "PROPN" or noun.child("preconj") is not None:
        return False  # "neither Peru nor Mali"
    beside = noun.child("appos")
    return noun.child("conj") is not None or (beside is not None and beside.child("conj") is not None)


def _without_adjectives(wording: Wording, noun: Token) -> list[Token]:
    """The noun with the nouns and names before it."""
    said = [one for one in noun.children_by("amod") if one.i < noun.i and not one.entity and one.pos != "PROPN"]
    left_out = {i for one in said for i in range(one.left, one.right + 1)}
    return [one for one in wording.noun_phrase(noun, after=False) if one.i not in left_out]


def _is_many(subject: Token, verb: Token) -> bool:
    """The number of a subject: its verb's where the verb shows one, else the noun's own."""
    finite = [verb, *verb.children_by("aux", "auxpass")] if subject.head is verb else []
    for word in finite:
        if word.tag in ("VBP", "VBZ") or word.lower in ("was", "were"):
            return word.tag == "VBP" or word.lower == "were"
    if any(
        one.pos == "NUM" and one.lower not in ("one", "1") for one in subject.children_by("nummod") if one.i < subject.i
    ):
        return True  # not "A Cessna 208"
    if subject.lower in MANY or (subject.pos == "NUM" and subject.lower not in ("one", "1")):
        return True
    opening = subject is subject.sentence.tokens[0] and subject.lower.endswith("s")
    if opening and find_noun(subject.lower.removesuffix("s")) is not None:  # "Unions staged a protest"
        return True
    named = subject.entity in ("GPE", "ORG", "PERSON") and subject.text[:1].isupper()
    return subject.tag in ("NNS", "NNPS") and not named


def _is_brought(verb: Token, parties: Sequence[Actor]) -> bool:
    """ "prompting [Mali] to leave": Mali is the party, and who prompts it is told before."""
    brought = verb.child("dobj")
    whole = (
        Span(brought.sentence.tokens[brought.left - brought.sentence.tokens[0].i].start, brought.end)
        if brought
        else None
    )
    return verb.dep == "advcl" and whole is not None and all(whole.overlaps(one.span) for one in parties)


def _brings(verb: Token) -> bool:
    """ "failed to persuade [Mali] to leave": the parties are whom it brings to leave, not who persuades."""
    return verb.lemma in CONTROL_BY_OBJECT and verb.child("dobj") is not None and verb.child("xcomp") is not None
