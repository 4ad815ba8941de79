"""The person whom a description means: "the suspect", "the 22-year-old", and "a gunman" who is named later.

A name that is wrong here makes somebody a criminal, so that each rule asks for what leaves no other reading, and none
says that a suspect did what he is suspected of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.actors.mention import Mention
from timeline.actors.people import adopt, identification
from timeline.actors.sense import ACCUSED, SUBJECTS
from timeline.language.document import Document, Sentence, Token

STRIKERS = frozenset("gunman attacker assailant bomber shooter killer hijacker knifeman arsonist".split())
OLD = "year-old"
NEAR = 3  # sentences back
# What the law does to who is suspected of something, and who does it.
_PROSECUTING = frozenset("arrest detain charge indict apprehend suspect".split())
_LAW = _PROSECUTING | frozenset("hold jail remand arraign question bail sentence convict try extradite".split())
_OFFICERS = frozenset(
    "police policeman officer authority prosecutor agent detective investigator soldier troop gendarme force".split()
)
_CLEARING = frozenset("release free clear acquit exonerate drop".split())
_HARMING = frozenset(
    "kill shoot stab murder attack wound injure open fire detonate blow bomb plant hijack set rape beat behead ram throw "
    "confess admit strangle poison abduct kidnap rob".split()
)
_FATES = frozenset("kill murder die stab shoot strangle poison slay find wound injure".split())
_DEATHS = frozenset("kill murder die slay strangle".split())
# What tells of another crime than the one that somebody was arrested for.
_CRIMES = STRIKERS | frozenset(
    "bomb grenade attack blast explosion shooting stabbing knife bombing murder killing raid".split()
)
_PATIENT = frozenset(("nsubjpass", "dobj"))
_YOUNGEST, _OLDEST = 10, 110  # years that a bare number after a name tells
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def name_described(document: Document, mentions: list[Mention]) -> None:
    """Give descriptions the one person of the article whom they fit; mentions are changed in place. Where two fit, none
    is chosen."""
    for number, mention in enumerate(mentions):
        word = _description(mention)
        if not word or not mention.definite:
            continue
        before = mentions[:number]
        if mention.implied:
            if word in STRIKERS:
                _name_earlier(document, mention, before)
            continue
        named = [one for one in before if one.kind == "person" and one.seed.form in ("entity", "name")]
        if word == OLD:
            fitting = [
                one for one in named if _is_of_age(one, mention, document) and not _clash(one.head, mention.head)
            ]
        elif word in ACCUSED and not _is_told_apart(mention.head) and not does_harm(mention.head):
            fitting = [one for one in named if _is_the_accused(one, mention, document)]
        else:
            continue
        fitting = [one for one in fitting if not (one.sex and mention.sex and one.sex != mention.sex)]
        if len({one.name for one in fitting}) == 1:
            adopt(mention, fitting[-1], implied=True)


def name_identified(mentions: list[Mention]) -> None:
    """ "A soldier was killed. The army named him as Pedro Diaz": the soldier is Diaz; pronouns are resolved before."""
    pronouns = {one.head.i: number for number, one in enumerate(mentions) if one.head.pos == "PRON"}
    for mention in mentions:
        told = identification(mention.head) if mention.seed.form == "entity" else None
        number = pronouns.get(told.i) if told is not None else None
        if number is None or mentions[number].plural or mentions[number].id:
            continue
        meant = mentions[number].name
        earlier = [k for k in range(number) if mentions[k].name == meant and mentions[k].seed.form == "noun"]
        if not earlier or mentions[number].head.sentence.index - mentions[earlier[-1]].head.sentence.index > 1:
            continue
        first = mentions[earlier[-1]]
        start = first.head.sentence.tokens[0].i
        around = [one for one in mentions[:number] if one.first >= start and one.kind == "person" and not one.plural]
        if first.plural or any(one.name != meant for one in around):
            continue  # "A journalist was shot by a gunman. Police identified him as …"
        for one in (first, *[one for one in mentions[number:] if one.name == meant and one.head.pos == "PRON"]):
            adopt(one, mention, implied=True)


def does_harm(noun: Token) -> bool:
    """ "The suspect killed six": what he is suspected of, and no name shall stand before it."""
    return noun.dep == "nsubj" and any(one.lemma in _HARMING for one in _verbs(noun.head))


def _verbs(verb: Token) -> Iterator[Token]:
    yield verb
    for one in verb.children:
        if one.dep in ("conj", "xcomp", "advcl") and one.pos == "VERB":
            yield one


def _description(mention: Mention) -> str:
    """The noun that describes one person, "" where the mention is something else."""
    noun = mention.seed.noun
    if noun is None or mention.seed.form != "noun" or mention.kind != "person" or mention.plural:
        return ""
    return noun.word


def _name_earlier(document: Document, mention: Mention, before: Sequence[Mention]) -> None:
    """ "A gunman killed three people. … The gunman, Pedro Diaz, …": the first is he, if there was one gunman only and the
    report goes on about the same deed."""
    assert mention.seed.noun is not None
    word = mention.seed.noun.word
    here = mention.head.sentence
    same = [
        one for one in before if one.seed.noun is not None and one.seed.noun.word == word and one.seed.form == "noun"
    ]
    told = [one for one in same if not one.implied and not one.id]
    if not told or any(one.plural for one in same) or any(one.implied and one.name != mention.name for one in same):
        return
    apart = any(_is_told_apart(one.head) for one in (*told, mention))  # "the accused gunman"
    if apart or not all(one.definite for one in same[1:]):
        return
    if here.index - told[0].head.sentence.index > NEAR or not _is_plainly_named(mention):
        return
    if _is_told_of_another_day(document, told[0].head.sentence, here):
        return
    for one in told:
        adopt(one, mention, implied=True)


def _is_plainly_named(mention: Mention) -> bool:
    """ "The gunman, Pedro Diaz, 22, was shot", "was identified as Pedro Diaz"; not "Police chased the gunman, Omar Farah, a
    witness, said", nor what he did years before."""
    noun = mention.head
    name = next((one for one in noun.children_by("appos") if one.entity == "PERSON"), None)
    verb = noun.head
    if name is None:
        return identification(noun) is not None or any(
            identification(one) is noun for one in noun.sentence.tokens if one.entity == "PERSON"
        )
    if (
        noun.dep not in SUBJECTS
        or name.child("conj") is not None
        or any(one.pos == "NOUN" for one in name.children_by("appos"))
    ):
        return False
    if any(one.pos == "NOUN" for one in name.children_by("compound", "nmod")):
        return False  # "The gunman, police chief Omar Farah told reporters, …"
    tokens, left = noun.sentence.tokens, noun.left - noun.sentence.tokens[0].i
    opens = left == 0 or tokens[left - 1].lower in (",", "that", "and", "said")
    had = any(one.lower == "had" for one in verb.children_by("aux"))
    return opens and not had and verb.i > name.i


def _is_told_of_another_day(document: Document, first: Sentence, here: Sentence) -> bool:
    """Whether a year or another place stands between what he did first and what is told of him now."""
    since = document.sentences[first.index + 1 : here.index + 1]
    if any(_YEAR.fullmatch(one.text) for sentence in since for one in sentence.tokens):
        return True
    there, now = ({one.text for one in sentence.tokens if one.entity == "GPE"} for sentence in (first, here))
    return bool(there and now and not there & now)


def _is_told_apart(noun: Token) -> bool:
    """ "the second suspect", "another gunman", and "the suspect in the raid", whom no row shall name as who did it."""
    return any(
        one.dep in ("prep", "relcl", "acl", "amod", "nummod", "compound") or one.lower in ("other", "another")
        for one in noun.children
    )


def _is_the_accused(person: Mention, mention: Mention, document: Document) -> bool:
    """Whether the person was arrested or named as the suspect a few sentences before, and no other crime told since."""
    name, verb = person.head, person.head.head
    apart = mention.head.sentence.index - name.sentence.index
    if apart > NEAR or name.dep == "conj" or name.child("conj") is not None:
        return False
    called = person.title.noun.word if person.title is not None and person.title.noun is not None else ""
    if called not in ACCUSED and not (name.dep in _PATIENT and _is_of_law(name, verb)):
        return False
    between = document.tokens[(verb if verb.i > name.i else name).i + 1 : mention.first]
    later = [one for one in between if one.sentence is not name.sentence]
    cleared = any(one.lemma in _CLEARING for one in between)
    return not cleared and not any(one.base in _CRIMES or one.lemma in _HARMING for one in later)


def _is_of_law(name: Token, verb: Token) -> bool:
    if verb.lemma not in _PROSECUTING:
        return False
    if name.dep == "nsubjpass":
        by = verb.child("agent")
        return verb.tag == "VBN" and (by is None or any(one.base in _OFFICERS for one in by.children_by("pobj")))
    return any(one.base in _OFFICERS for one in verb.children_by("nsubj"))


def _is_of_age(person: Mention, mention: Mention, document: Document) -> bool:
    """Whether the person's age is that of "the 22-year-old", and nobody else of that age is told of."""
    if person.head.sentence is mention.head.sentence:
        return False  # "Poe, 22, is accused of raping the 22-year-old"
    years = _years(mention)
    if (
        not years
        or _age_of(person.head) != years
        or mention.head.sentence.index - person.head.sentence.index > 2 * NEAR
    ):
        return False
    told = [one for one in document.tokens[: mention.first] if re.fullmatch(rf"{years}(?:-year-old)?", one.text)]
    known = [one for one in told if one.head is person.head or one.head.head is person.head or _is_the_old(one)]
    return len(told) == len(known)


def _is_the_old(number: Token) -> bool:
    """The number of an earlier "the 22-year-old"."""
    old = next((one for one in (number, *number.ancestors()) if one.lemma == "old"), None)
    article = old.child("det") if old is not None and old.pos == "NOUN" else None
    return article is not None and article.lower == "the"


def _clash(name: Token, old: Token) -> bool:
    """Whether what is told of the two fits no one person: hurt and then arrested, killed and doing something, or a deed
    that a name would be made the doer of."""
    verb = name.head
    fell = verb.lemma in _FATES and (name.dep in _PATIENT or (name.dep == "nsubj" and verb.lemma == "die"))
    taken = old.dep in _PATIENT and old.head.lemma in _LAW
    acts = old.dep == "nsubj" and old.head.lemma != "die" and verb.lemma in _DEATHS
    return does_harm(old) or (fell and (taken or acts))


def _years(mention: Mention) -> int:
    before = mention.head.sentence.tokens[mention.first - mention.head.sentence.tokens[0].i].text.partition("-")[0]
    return int(before) if before.isdigit() else 0


def _age_of(name: Token) -> int:
    """ "Pedro Diaz, 22,", "Pedro Diaz (22)", "Pedro Diaz, aged 22,"; 0 where it is not told."""
    for child in name.children:
        if child.i < name.i:
            continue
        if child.dep in ("appos", "npadvmod", "nummod") and child.text.isdigit():
            return int(child.text) if _YOUNGEST <= int(child.text) <= _OLDEST else 0
        if child.lower == "aged":
            return next((int(one.text) for one in child.children if one.text.isdigit()), 0)
    return 0
