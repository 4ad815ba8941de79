"""Phrases for a line: which words of a clause to take, how its verb is put, and where to stop."""

from __future__ import annotations

from itertools import pairwise

from timeline.events.titles.wording import Wording, is_age, is_aside
from timeline.language.document import Token
from timeline.language.inflect import present

LIMIT = 80
ENOUGH = 45  # characters of a line that was cut at a good place
MOST = 100  # words of a clause that are looked at; a line holds far fewer, and an endless sentence stays cheap
# A line may be cut before a phrase of these kinds.
CUT_BEFORE = frozenset("prep agent advcl acl relcl cc xcomp ccomp npadvmod appos mark punct".split())
BESIDE = frozenset({"relcl", "advcl", "parataxis", "meta"})
MODALS = {"may", "might", "could", "would", "can", "must", "should"}
FAILING = frozenset({"fail", "refuse", "decline", "neglect", "omit"})
MANY_OF_THEM = frozenset("i we you they both some many others all most".split())
PRONOUNS = MANY_OF_THEM | {"he", "she", "it"}
ALLOWING = frozenset({"give", "grant", "allow", "have"})
YET = "yet to"  # the cue of what has not been done so far
DANGLING = frozenset(
    "in of to for with by the a an and or but on at from as that who which than into about under according including "
    "because after before when while where whose between during against over near without its their his her our my "
    "aged soon along through toward towards amid among if since until despite following regarding both either is are be been".split()
)

# What an infinitive says the aim of: "in an effort to end the strike".
AIMS = frozenset("effort bid attempt order move drive".split())


def cut(wording: Wording, start: str, tokens: list[Token], room: int = LIMIT, must: int = -1) -> str:
    """The line `start` + `tokens`, as much of it as fits, ended where a phrase ends, but not before token `must`."""
    stop = next((k for k, token in enumerate(tokens) if k and token.text in (";", "—", "--")), len(tokens))
    last = tokens[stop - 1].i if tokens else 0
    tokens = tokens[: min(stop, MOST)]
    whole = f"{start} {wording.render(tokens)}".strip()
    if len(whole) <= room:
        return whole
    apart = {now.i for before, now in pairwise(tokens) if before.end < now.start}
    marks = [one for one in tokens if one.dep in CUT_BEFORE and one.tag not in ("``", "''") and not _pairs(one)]
    ends = sorted({one.left for one in marks if one.lower != "of"} & apart, reverse=True)
    ofs = sorted({one.left for one in marks if one.lower == "of"} & apart, reverse=True)
    shorter = ""
    for end in [*ends, *ofs]:
        kept = [token for token in tokens if token.i < end]
        if any(one.dep in ("nsubj", "nsubjpass") and end <= one.head.i <= last for one in kept):
            continue  # a subject without its verb
        if kept and kept[-1].dep == "acl" and kept[-1].tag == "VBN":
            continue  # "the government headed", whoever heads it
        if kept and _is_left_hanging(kept[-1]):
            continue
        line = f"{start} {wording.render(kept)}".strip()
        if kept and kept[-1].i >= must and len(line) <= room:
            if len(line) > ENOUGH or (shorter and len(line) > len(shorter)):
                return line
            shorter = shorter or line
    if shorter:
        return shorter
    return whole[: whole.rfind(" ", 0, room - 1)].rstrip(" ,;:-–") + "…"


def _is_left_hanging(last: Token) -> bool:
    """ "Expels envoys for [acting]", "halts the mission, including [duties]", "names a judge in an [effort] (to calm it)",
    "votes, with [polls] (favouring Ruiz)": it goes on, or the line ends before."""
    if last.dep == "pobj" and (last.lemma in AIMS or last.head.lower == "with"):
        return any(one.dep == "acl" and one.i > last.i for one in last.children)
    return (last.tag == "VBG" and last.dep == "pcomp") or (last.dep == "pobj" and last.head.lower == "including")


def _pairs(word: Token) -> bool:
    """The "and" of "between the army and the rebels", of "in central and southern Chad"."""
    if word.dep == "cc" and word.head.dep == "amod":
        return True
    return word.dep == "cc" and word.head.dep == "pobj" and word.head.head.lower in ("between", "both")


def subtree(token: Token) -> list[Token]:
    """The token's phrase in order, without clauses beside it, asides and times."""
    kept: list[Token] = []
    left = [token]
    while left:
        one = left.pop()
        kept.append(one)
        left += [child for child in one.children if not _is_left_out(child)]
    return sorted(kept, key=lambda one: one.i)


def _is_left_out(child: Token) -> bool:
    if child.dep == "relcl" and child.lower == "do" and child.head.lower == "nothing":
        return False  # "has nothing to do with the raid"
    if child.dep == "punct" and is_age(child):
        return False
    return child.dep in BESIDE or is_time(child) or is_aside(child) or is_source(child) or _only_dates(child)


def _only_dates(verb: Token) -> bool:
    """ "elections set for Jan. 9": a participle that is left with nothing where its time is told apart."""
    if verb.dep != "acl" or verb.tag != "VBN":
        return False
    said = [child for child in verb.children if child.dep != "punct"]
    return bool(said) and all(is_time(child) for child in said)


def is_source(token: Token) -> bool:
    """Who says so, in the middle of a clause: "according to the ministry", "reportedly"; the row has it elsewhere."""
    return token.lower in ("according", "reportedly", "allegedly") or (token.lower == "per" and token.dep == "prep")


def is_time(token: Token) -> bool:
    """A phrase that only dates the event: "on Monday", "until February 1", "last week"."""
    dated = token.entity in ("DATE", "TIME") and not is_age(token)
    if not (dated or token.dep == "prep") or _is_penalty(token) or is_allowance(token):
        return False
    if dated:
        return True
    below = token.child("pobj", "pcomp")
    if token.lower == "as" and (of := token.child("prep")) is not None and of.lower == "of":
        below = of.child("pobj")  # "as of 10 a.m. local time"
    return token.dep == "prep" and below is not None and below.entity in ("DATE", "TIME")


def _is_penalty(token: Token) -> bool:
    """ "sentenced to 20 years in prison": a length that is no date."""
    inner = token.head if token.dep == "nummod" else token
    to = inner.head if inner.dep == "pobj" else inner
    return to.lower == "to" and to.dep == "prep" and to.head.lemma in ("sentence", "condemn", "extend", "reduce")


def is_allowance(token: Token) -> bool:
    """ "gave them [two days] to leave", "have [until Sunday] to leave": time that is given, not the event's."""
    while token.dep in ("pobj", "nummod", "det"):
        token = token.head
    verb = token.head
    given = token.dep in ("dobj", "npadvmod") and verb.child("dative") is not None
    until = token.dep == "prep" and token.lower == "until" and verb.lemma == "have"
    return verb.lemma in ALLOWING and (given or until) and verb.child("advcl", "xcomp") is not None


def is_bare_participle(verb: Token) -> bool:
    """ "found four people shot", "set to be shot": a participle with neither "have" nor an object."""
    return (
        verb.tag == "VBN" and verb.child("dobj") is None and all(one.lemma != "have" for one in verb.children_by("aux"))
    )


def is_dateline(token: Token) -> bool:
    """ "ISTANBUL, July 22 – …", taken for the subject."""
    return token.text.isupper() and len(token.text) > 3 and token.i == token.sentence.tokens[0].i


def what_is_said(verb: Token) -> list[Token]:
    """What a speaker says, without "that" and without "there is"."""
    clauses = verb.children_by("ccomp")
    said = next((clause for clause in clauses if clause.i > verb.i), clauses[0] if clauses else None)
    if said is None and verb.dep == "parataxis":
        said = verb.head
    if said is None:
        return []
    tokens = [token for token in subtree(said) if not verb.left <= token.i <= verb.right or said.head is verb]
    if said.lemma == "be" and said.child("expl") is not None:
        tokens = [token for token in tokens if token.i > said.i]
    while tokens and tokens[0].dep in ("mark", "punct", "cc"):
        tokens = tokens[1:]
    return tokens


def tidy(line: str) -> str:
    """One line that ends in a word of meaning."""
    if line.count("[") != line.count("]"):
        line = line.replace("[", "").replace("]", "")
    words = line.replace("( )", "").replace("()", "").split()
    while len(words) > 1 and words[-1].strip(" ,;:-–—.\"'").lower() in DANGLING:
        words.pop()
    if "(" in line and ")" not in line:
        words = " ".join(words).partition("(")[0].split()
    for at in range(len(words) - 1):
        if words[at] == "a" and words[at + 1][0] in "aeioAEIO" and not words[at + 1].lower().startswith(("one", "eu")):
            words[at] = "an"  # "a [one-day] attack"
        if words[at] == "an" and words[at + 1][0] in "bcdfgjkpqtvwz":
            words[at] = "a"  # "an [11-year-old] boy"
    line = " ".join(words).strip(" ,;:-–—.\"'")
    return line[:1].upper() + line[1:] if len(line) <= LIMIT else line[: LIMIT - 1].rstrip() + "…"


def _negation_words(verb: Token, *, plural: bool) -> str:
    """ "no longer", "fails to", "is unable to": how the words before a verb put that it was not done."""
    if any(child.lower == "longer" for child in verb.children):
        return "no longer"
    above = verb.head
    if verb.dep != "xcomp" or above.child("neg") is not None:
        return ""
    if above.lemma in FAILING and above.pos == "VERB":
        return f"{present(above.lemma, plural=plural)} to"
    state = above.child("acomp") if above.lemma == "be" else above if above.pos == "ADJ" else None
    return f"{state.lower} to" if state is not None and state.lower in ("unable", "unwilling", "powerless") else ""


def pronoun_subject(verb: Token) -> tuple[str, bool]:
    """The pronoun that nobody could resolve, as it stands, and whether its verb is plural: "They shell the town" says
    more than "Shelling the town"."""
    while verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None and verb.head.pos == "VERB":
        verb = verb.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.lower not in PRONOUNS:
        return "", False
    return subject.text[:1].upper() + subject.text[1:], subject.lower in MANY_OF_THEM


def also_harmed(wording: Wording, verb: Token, *, plural: bool, passive: bool) -> str:
    """The second half of "kills 22 and wounds 40" and of "two killed and 40 wounded"."""
    if passive:
        subject = verb.child("nsubj", "nsubjpass")
        words = wording.render(wording.noun_phrase(subject, after=False)) if subject is not None else ""
        return f" and {words} {verb.lower}" if words else ""
    words = wording.render([token for child in verb.children_by("dobj") for token in subtree(child)])
    return f" and {present(verb.lemma, plural=plural)} {words}" if words and verb.child("nsubj") is None else ""


def not_yet(verb: Token, rest: list[Token], *, plural: bool, passive: bool) -> str:
    """ "has yet to meet", whether the line is built on "meet" or on "has", whose "yet to meet" is in the rest."""
    have = present("have", plural=plural)
    if verb.lemma == "have" and any(token.lower in ("yet", "still") for token in rest):
        return have
    return f"{have} yet to {f'be {verb.lower}' if passive else verb.base}"


def _is_asked(verb: Token) -> bool:
    """Whether it is not known that something was: "whether Peru attacked", "doubts that Peru attacked"."""
    mark = verb.child("mark")
    past = verb.tag == "VBD" or any(one.lower in ("was", "were", "had") for one in verb.children_by("aux", "auxpass"))
    return past and mark is not None and mark.lower in ("whether", "that")


def verb_words(verb: Token, modality: str, *, negative: bool, plural: bool, passive: bool) -> str:
    """The verb as a headline has it: "strikes", "to strike", "may be struck", "allegedly strikes"."""
    lemma = verb.base
    bare = f"be {verb.lower}" if passive else lemma
    perfect = verb.tag == "VBN" and any(one.lower == "have" for one in verb.children_by("aux"))
    asked = _is_asked(verb) and verb.lower.endswith("ed")  # "unclear whether Peru arrested them"
    if modality == "conditional" and (perfect or asked):
        bare = f"have been {verb.lower}" if passive else f"have {verb.lower}"
    no = "not " if negative else ""
    modal = next((child.lower for child in verb.children_by("aux") if child.lower in MODALS), "")
    denial = _negation_words(verb, plural=plural) if negative and modality in ("planned", "happened") else ""
    if denial and not passive and verb.dep == "xcomp" and modality == "happened":
        return f"{denial} {lemma}"  # "fails to agree"
    never = any(child.lower == "never" for child in verb.children)
    if modality == "planned":
        return f"will {'never' if never else 'not'} {bare}" if negative else f"to {bare}"
    if modality == "conditional":
        modal = modal or ("would" if any(one.lower in ("will", "'ll") for one in verb.children) else "may")
        no = "" if perfect and verb.child("neg") is None else no  # "would have killed": that it did not, the mood says
        return f"{modal} {no}{bare}".replace("can not", "cannot")
    if modality == "demanded":
        own = lemma == "have" and verb.child("xcomp") is not None  # "has to attack" is no "must have to attack"
        embedded = not own and (
            verb.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl", "conj") or modal in ("must", "should")
        )
        modal = modal if modal in ("must", "should") else "must"
        return f"{modal} {no}{bare}" if embedded else present(lemma, plural=plural)
    if modality == "forecast":
        modal = "" if modal == "would" else modal  # "said talks would resume"
        modal = modal or ("will" if any(child.lower in ("will", "'ll") for child in verb.children) else "")
        return f"{modal} {no}{bare}" if modal else f"{no}expected to {bare}"
    if modality in ("threatened", "offered"):
        return f"{present('threaten' if modality == 'threatened' else 'offer', plural=plural)} {no}to {bare}"
    if passive:
        words = f"{'no longer ' if denial == 'no longer' else 'never ' if never and negative else no}{verb.lower}"
    elif negative and (never or denial == "no longer"):
        words = f"{'never' if never else denial} {present(lemma, plural=plural)}"
    elif negative:
        words = (
            f"{present('be', plural=plural)} not" if lemma == "be" else f"{present('do', plural=plural)} not {lemma}"
        )
    elif verb.tag == "VBZ" and lemma == verb.base and not plural and verb.lower.endswith("s"):
        words = verb.lower  # the parser's "stag" of "stages"
    else:
        words = present(lemma, plural=plural)
    return f"allegedly {words}" if modality == "alleged" else words
