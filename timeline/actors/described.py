"""The person whom a description means: "the suspect", "the 22-year-old", and "a gunman" who is named later."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.mention import Mention
from timeline.actors.people import IDENTIFYING, adopt, identified_by
from timeline.language.document import Token

ACCUSED = frozenset(("suspect", "accused", "defendant"))
ANYBODY = frozenset(("man", "woman"))
OLD = "year-old"
# What is done to who is suspected of something.
_PROSECUTING = frozenset(
    "arrest detain charge accuse suspect convict sentence indict jail imprison try apprehend prosecute extradite want "
    "hold capture".split()
)
_PATIENT = frozenset(("nsubjpass", "dobj"))
_YOUNGEST, _OLDEST = 10, 110  # years that a bare number after a name tells


def name_described(mentions: list[Mention]) -> None:
    """Give descriptions the one person of the article whom they fit; mentions are changed in place. Where two fit, none
    is chosen."""
    for number, mention in enumerate(mentions):
        word = _description(mention)
        if not word:
            continue
        before = mentions[:number]
        if mention.implied:
            _name_earlier(mention, before)
            continue
        named = [one for one in before if one.kind == "person" and one.seed.form in ("entity", "name")]
        if word == OLD:
            fitting = [one for one in named if _age_of(one.head) == _years(mention)]
            if not fitting and mention.definite:  # "Police named the suspect as Ali Khan. The 21-year-old …"
                fitting = [one for one in named if not _age_of(one.head) and _is_accused(one)]
        elif not mention.definite or _is_told_apart(mention.head):
            continue
        elif word in ACCUSED:
            fitting = [one for one in named if _is_accused(one)]
        elif word in ANYBODY:
            others = [one for one in before if one.seed.form == "noun" and one.kind == "person" and not one.implied]
            fitting = [] if others else [one for one in named if _is_prosecuted(one.head)]
        else:
            continue
        fitting = [one for one in fitting if not (one.sex and mention.sex and one.sex != mention.sex)]
        if len({one.name for one in fitting}) == 1:
            adopt(mention, fitting[-1], implied=True)


def name_identified(mentions: list[Mention]) -> None:
    """ "A soldier was killed. The army named him as Pedro Diaz": the soldier is Diaz; pronouns are resolved before."""
    pronouns = {one.head.i: number for number, one in enumerate(mentions) if one.head.pos == "PRON"}
    for mention in mentions:
        verb = mention.head.head.head
        if mention.seed.form != "entity" or mention.head.head.lower != "as" or verb.lemma not in IDENTIFYING:
            continue
        told = identified_by(verb)
        number = pronouns.get(told.i) if told is not None else None
        if number is None or mentions[number].plural or mentions[number].id:
            continue
        meant = [
            one for one in mentions if one.name == mentions[number].name and one.kind == "person" and not one.plural
        ]
        if not meant or _could_be_another(meant[0], mentions):
            continue
        for one in meant:
            adopt(one, mention, implied=True)


def _could_be_another(meant: Mention, mentions: Sequence[Mention]) -> bool:
    """ "A journalist was shot by a gunman. Police identified him as …"."""
    beside = [one for one in mentions if one.head.sentence is meant.head.sentence and one is not meant]
    return any(one.kind == "person" and not one.plural and one.name != meant.name for one in beside)


def _description(mention: Mention) -> str:
    """The noun that describes one person, "" where the mention is something else."""
    noun = mention.seed.noun
    if noun is None or mention.seed.form != "noun" or mention.kind != "person" or mention.plural:
        return ""
    return noun.word


def _name_earlier(mention: Mention, before: Sequence[Mention]) -> None:
    """ "A gunman killed three people. … The gunman, Pedro Diaz, …": the first is he, if there was one gunman only; so is
    "the suspect in a shooting" whom a later sentence names."""
    assert mention.seed.noun is not None
    word = mention.seed.noun.word
    same = [
        one for one in before if one.seed.noun is not None and one.seed.noun.word == word and one.seed.form == "noun"
    ]
    open_ones = [one for one in same if not one.implied and not one.id]
    if not mention.definite or not open_ones or any(one.plural for one in same):
        return
    if any(one.implied and one.name != mention.name for one in same):
        return  # another one was named before
    if not all(one.definite for one in open_ones[1:]):
        return
    if any(_is_told_apart(one.head) for one in open_ones):
        return
    for one in open_ones:
        adopt(one, mention, implied=True)


def _is_told_apart(noun: Token) -> bool:
    """ "the second suspect", "another gunman", and "the suspect in the raid", whom no row shall name as who did it."""
    return any(one.dep == "prep" and one.lower in ("in", "of", "for", "behind") for one in noun.children) or any(
        one.entity == "ORDINAL" or one.lower in ("other", "another", "main", "only", "alleged", "latest", "remaining")
        for one in noun.children
    )


def _is_accused(person: Mention) -> bool:
    called = person.title.noun.word if person.title is not None and person.title.noun is not None else ""
    return called in ACCUSED or _is_prosecuted(person.head)


def _is_prosecuted(name: Token) -> bool:
    verb = name.head
    if name.dep == "conj":
        return False  # of several accused "the suspect" may be any
    if name.dep in _PATIENT and verb.lemma in _PROSECUTING:
        return name.dep == "dobj" or verb.tag == "VBN"
    return False


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
        if child.dep == "appos" and child.lemma == "old":
            return next(
                (int(one.text.partition("-")[0]) for one in child.children if one.text.partition("-")[0].isdigit()), 0
            )
    return 0
