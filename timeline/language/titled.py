"""The person of "judge of the Supreme Court Ana Ruiz", whom the parser takes for a part of the court or for a subject of
its own, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move
from timeline.language.suspects import suspect_before_a_name

_OFFICES = frozenset(
    "judge justice magistrate commissioner commander chief mayor governor minister secretary director head leader member "
    "president chairman chairwoman chairperson chair spokesman spokeswoman spokesperson ambassador prosecutor candidate "
    "pre-candidate nominee deputy senator representative lawmaker professor editor correspondent dean rector imam bishop "
    "archbishop patriarch founder co-founder owner captain coach general king queen prince princess emir sultan envoy "
    "speaker premier chancellor attorney counsel inspector superintendent administrator manager executive "
    "officer official analyst researcher expert scientist engineer lawyer activist adviser advisor aide vice-president "
    "vice-chairman ex-president ex-minister undersecretary rapporteur coordinator negotiator mediator treasurer".split()
)
# Those whose name it may be instead: "a lawyer of the victim Ana Ruiz".
_CLIENTS = frozenset(
    "victim hostage defendant suspect client accused witness patient prisoner inmate detainee convict singer actor son "
    "daughter wife husband brother sister father mother family friend ship museum".split()
)
_OF = frozenset("of for in at to".split())
_LONGEST = 4  # words of a name: "Mohamed Ali Ould Ely"


def name_taken_for_institution(sentence: Sentence) -> bool:
    """ "judge of the Supreme Court Ana Ruiz", "mayor of Lima Ana Ruiz": the name is the judge's, and the court's own noun
    stands before it."""
    changed = False
    for name in sentence.tokens:
        of = name.head
        if name.pos != "PROPN" or name.dep != "pobj" or of.lower not in _OF or of.head.lemma not in _OFFICES:
            continue
        office, last = _whole(of.head), _last_of_institution(name, of, sentence)
        if last is None or of.dep != "prep" or office.i > of.i:
            continue
        move(of, office, "prep")
        _name_the_holder(office, of, last, name)
        changed = True
    return changed


def _whole(office: Token) -> Token:
    """The "commander" of "commander-in-chief"."""
    above = office.head.head if office.dep == "pobj" and office.head.lower == "in" else office
    return above if office.lower == "chief" and above.lower == "commander" else office


def name_taken_for_subject(sentence: Sentence) -> bool:
    """ "The envoy for water of Chad Ana Ruiz resigned", "The trial of the judge for life Ana Ruiz began": of two subjects
    without a comma between them the second names who holds the office in the first."""
    for name in sentence.tokens:
        if name.entity != "PERSON" or name.dep not in ("nsubj", "nsubjpass") or name.child("det", "amod", "poss"):
            continue
        first = next((one for one in name.head.children_by("nsubj", "nsubjpass") if one.i < name.i), None)
        start = min((one.i for one in name.children_by("compound")), default=name.i)
        if first is None or start == name.i:
            continue
        before = [one for one in _ending_before(start, sentence) if one.lemma in _OFFICES | _CLIENTS]
        office = before[0] if before and before[0].lemma in _OFFICES else None
        while office is not None and office.dep == "conj" and office.head.lemma in _OFFICES:
            office = office.head
        if office is None or (office is not first and office.dep != "pobj"):
            continue
        above, dep = office.head, office.dep
        move(name, above, dep)
        move(office, name, "compound")
        return True
    return False


def _ending_before(start: int, sentence: Sentence) -> list[Token]:
    """The nouns whose phrase ends where a word begins, the innermost first."""
    last = sentence.tokens[start - 1 - sentence.tokens[0].i]
    if last.pos not in ("NOUN", "PROPN"):
        return []
    return [last, *(one for one in last.ancestors() if one.i < start)]


def _last_of_institution(name: Token, of: Token, sentence: Sentence) -> Token | None:
    """The last word before a person's full name that still is the institution's or the place's."""
    first = sentence.tokens[0].i
    at = name.i
    while name.i - at < _LONGEST and _is_of_name(sentence.tokens[at - 1 - first], name):
        at -= 1
    last = sentence.tokens[at - 1 - first]
    institution = last.i > of.i and last.pos in ("PROPN", "NOUN") and last.entity != "PERSON"
    if not institution or at == name.i or last.base in _OFFICES or name.tag == "NNPS":
        return None
    named = last.pos == "PROPN" or (last.lower in _KINDS and last.lower not in _NAMED_AFTER)
    return last if named and (name.entity or last.entity or last.lower in _KINDS) else None


def _is_of_name(word: Token, name: Token) -> bool:
    """Whether a word before the surname is of the same person's name: of one entity with it, or of none as it is."""
    given = word.pos == "PROPN" and word.head is name and word.dep == "compound" and word.text[:1].isupper()
    return given and word.entity == name.entity and name.entity in ("PERSON", "") and word.lower not in _KINDS


# What ends the name of an institution or a place, where the parser marks neither.
_KINDS = frozenset(
    "court district province county region city university institute ministry department party council committee agency "
    "bank company group union front army guard force forces brigade division office authority board commission assembly "
    "parliament senate congress house school college hospital centre center museum church club association federation "
    "republic islands state states kingdom administration service bureau affairs defense defence election".split()
)


# What a name of its own may follow: "the founder of the group Women in Black".
_NAMED_AFTER = frozenset("group party company union front club".split())


def _name_the_holder(office: Token, of: Token, last: Token, name: Token) -> None:
    for word in [one for one in name.children if one.i < last.i]:
        move(word, last, word.dep)
    if office.is_root:
        make_root(name)
    else:
        move(name, office.head, office.dep)
    for word in [one for one in office.children if one.i > name.i]:
        move(word, name, word.dep)
    move(office, name, "compound")
    move(last, of, "pobj")


HOLDERS = (suspect_before_a_name, name_taken_for_institution, name_taken_for_subject)
