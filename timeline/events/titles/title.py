"""The line a person would write for an event: active, in the present, names for pronouns, how real it is in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.events.coreference.naming import LIGHT
from timeline.events.cues.signatures import signature
from timeline.events.cues.speech import VOICING
from timeline.events.factuality.clauses import is_till_a_day
from timeline.events.roles.words import DYING, SAID_OF, SPARKING
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.words import HARMING
from timeline.events.titles.phrasing import (
    LIMIT,
    MODALS,
    YET,
    also_harmed,
    cut,
    is_allowance,
    is_bare_participle,
    is_source,
    is_time,
    not_yet,
    pronoun_subject,
    subtree,
    tidy,
    verb_words,
    what_is_said,
)
from timeline.events.titles.placing import with_place
from timeline.events.titles.subject import subject_of
from timeline.events.titles.wording import QUOTES, Wording, names_of, possessive
from timeline.events.titles.words import (
    CARRIED,
    CHOOSING,
    CLEARED,
    DENIALS,
    DONE_WITH,
    EVIDENCE,
    KEPT,
    NOUN_FRAMES,
    PLACED,
    SAID_ALREADY,
    SAY_HOW_REAL,
    SPEECH_ACTS,
    SUBJECT,
    TAKING_PLACE,
    TELLING,
    UNDONE,
)
from timeline.language.document import Document, Token
from timeline.language.inflect import gerund, present
from timeline.model import Actor, Place, Quantity

if TYPE_CHECKING:
    from timeline.events.factuality.reality import Reality
    from timeline.events.triggers.trigger import Trigger

REPELLING = frozenset("repel repulse resist withstand survive suffer thwart foil avert endure beat fend".split())


def make_title(
    document: Document,
    trigger: Trigger,
    actors: Sequence[Actor],
    recipients: Sequence[Actor],
    place: Place | None,
    quantities: Sequence[Quantity],
    reality: Reality,
    speaker: str = "",
) -> str:
    """One plain line of at most 80 characters, never empty; `speaker` is who says "I" and "we" in it."""
    wording = Wording(document, [*actors, *recipients], quantities)
    speaker = "" if speaker.lower() in ("i", "we", "he", "she", "they", "it", "you") else speaker
    head = _clause_head(trigger)
    if head.pos in ("VERB", "AUX"):
        line = _clause(wording, trigger, head, (actors, recipients), place, reality, speaker)
    elif head.pos in ("NOUN", "PROPN", "NUM"):
        line = _noun(wording, trigger, head, actors, recipients, place, reality)
        bare = " " not in line and head.dep in (*SUBJECT, "dobj") and head.head.pos == "VERB"
        if bare and head.head.lemma not in VOICING:
            line = _around(wording, trigger, head, place, reality) or line
    else:
        line = _label(wording, trigger, actors)
    return tidy(line) or tidy(document.words(trigger.first, trigger.last)) or str(trigger.type).capitalize()


def is_done_to_the_act(trigger: Trigger) -> bool:
    """ "The pause ends", not "Russia ends"; "repelling a raid", which who raided does not do."""
    met = trigger.head.lemma in REPELLING and trigger.core is not trigger.head
    return met or trigger.operators[:1] == ("end",)


def _clause_head(trigger: Trigger) -> Token:
    """The word the line is built on: a light verb before the noun it carries ("launched an attack"), and the verb
    that says of a bare noun that it takes place ("talks will be held")."""
    head = trigger.head
    if head.dep in ("aux", "auxpass") and head.head.pos in ("VERB", "AUX"):
        return head.head  # "must strengthen"
    if head.dep == "amod" and head.head.pos == "NOUN" and head.head.i > head.i:
        return head.head  # "a planned visit"
    if trigger.type in ("PROTEST", "ASSAULT", "DISASTER") and _is_outcome(head) and trigger.core.pos == "NOUN":
        return trigger.core
    if head.pos in ("VERB", "AUX"):
        return head
    if trigger.real.tag == "VB" and trigger.real.dep == "acl" and trigger.real.head is head:
        return trigger.real  # "the bloc's decision to hold talks"
    for above in head.ancestors():
        if above.i < trigger.first.i or above.i > trigger.last.i:
            break
        if above.pos == "VERB":
            return above
    if head.dep in SUBJECT and head.head.pos == "VERB" and _tells_of(head.head):
        return head.head
    return head


def _is_outcome(verb: Token) -> bool:
    """The "sparking" of "arrested Vaz, sparking riots in Lima": the riots are told, whoever was arrested."""
    if verb.lemma not in SPARKING:
        return False
    subject = verb.child(*SUBJECT)
    return verb.dep in ("acl", "relcl") or (verb.dep == "advcl" and (subject is None or subject.lower == "which"))


def _around(wording: Wording, trigger: Trigger, noun: Token, place: Place | None, reality: Reality) -> str:
    """The clause around a bare noun that says nothing alone: "Bill sparks controversy and protests"; "" where it has
    no subject of its own."""
    verb = noun.head
    subject = verb.child(*SUBJECT)
    if subject is None or (subject.pos == "PRON" and not wording.name_at(subject)):
        return ""
    return _clause(wording, trigger, verb, ((), ()), place, reality, "")


def _tells_of(verb: Token) -> bool:
    """Whether the verb tells that its subject takes place, or whom it strikes: "talks begin", "raids target a camp"."""
    if verb.lemma in TAKING_PLACE:
        return True
    row = signature(verb).get("subj")
    return row is not None and row.name == "occur"


def _clause(
    wording: Wording,
    trigger: Trigger,
    verb: Token,
    parties: tuple[Sequence[Actor], Sequence[Actor]],
    place: Place | None,
    reality: Reality,
    speaker: str,
) -> str:
    """The verb with its subject and what follows; `parties` are the actors and the recipients."""
    actors, recipients = parties
    passive = verb.child("nsubjpass", "auxpass") is not None or is_passive(verb) or is_bare_participle(verb)
    dying = verb.lemma in DYING and trigger.type in ("ASSAULT", "DEATH", "DISASTER")
    blamed = verb.lemma == "blame" and verb.tag == "VB" and verb.child("dobj") is None  # "are to blame"
    undergone = passive or dying or blamed  # the recipients' own part: "was hit", "died"
    named = [one for one in recipients if one.span.end <= verb.start] if undergone else actors
    subject, plural = subject_of(wording, verb, named, passive=passive)
    if speaker and not subject and (first := verb.child("nsubj")) is not None and first.lower in ("i", "we"):
        subject = speaker[:1].upper() + speaker[1:]
    if trigger.type == "STATEMENT" and reality.polarity == "positive" and (content := what_is_said(verb)):
        return _said(wording, verb, subject or speaker, content, plural=plural)
    if verb.lemma == "be" and verb.child("expl") is not None:
        there = [
            token for token in subtree(verb) if (token.i > verb.i and token.dep != "punct") or token.head.dep == "attr"
        ]
        return cut(wording, f"{names_of(actors)}:" if actors else "", there)
    rest = _predicate(verb, trigger, subject_taken=bool(subject))
    if not subject and passive:
        words = verb_words(verb, reality.modality, negative=reality.polarity == "negative", plural=False, passive=True)
        return cut(wording, words, rest)
    if not subject and verb.lemma != "be":
        subject, plural = pronoun_subject(verb)
    if not subject:
        if reality.cue == YET:
            return cut(wording, f"yet to {verb.base}", rest)
        no = "not " if reality.polarity == "negative" and verb.child("neg") is not None else ""
        return cut(wording, no + ("deaths" if dying else gerund(verb.base)), rest)
    own = verb.lemma in DENIALS or _speaks_for_itself(trigger, verb, reality)
    aloud = verb.lemma in SAY_HOW_REAL | CHOOSING and not _is_ahead(verb)
    unproven = f"No {reality.cue.lower()}: " if reality.cue.lower() in EVIDENCE else ""
    modality = "happened" if own or aloud or unproven else reality.modality
    denier, deniers = _denier(wording, verb)
    if modality == "denied" and not passive and denier.lower() == subject.lower():
        return cut(wording, f"{subject} {present('deny', plural=plural)} {gerund(verb.base)}", rest)
    if modality == "denied" and any(above.lemma in CLEARED for above in verb.ancestors()):
        return cut(wording, f"{subject} cleared of {gerund(verb.base)}", rest)
    if modality == "denied" and denier:
        return cut(wording, f"{denier} {present('deny', plural=deniers)}", _whole_clause(verb, rest))
    negative = _negated(verb, reality, own=own or aloud) and not _nobody(verb)
    if modality == "denied" or (trigger.operators[:1] == ("stop",) and trigger.head is verb):
        negative = verb.child("neg") is not None  # "prevents an election": the verb says that there was none
    if trigger.mode == "will not":
        told = any(one.lower in TOLD_BY for one in verb.children_by("aux"))
        modality, negative = "happened" if told else "planned", True
    words = verb_words(verb, modality, negative=negative, plural=plural, passive=passive)
    if reality.cue == YET:
        words = not_yet(verb, rest, plural=plural, passive=passive)
    elif blamed and verb.head.lemma == "be":
        words = "not to blame" if negative else "to blame"
    joined = verb.child("conj")
    shared = joined if joined is not None and joined.child(*SUBJECT) is None else None  # not "and the army took over"
    if not rest and shared is not None and shared.pos == "VERB" and shared.child("dobj") is not None and not passive:
        words += f" and {shared.lemma if words.endswith(verb.lemma) else present(shared.lemma, plural=plural)}"
        rest = _predicate(shared, trigger, subject_taken=True)  # "ambush and burn 100 trucks"
    if passive and not rest and shared is not None and shared.tag == "VBN" and shared.i <= verb.i + 2:
        words += f" and {shared.lower}"  # "shot and killed by a guard"
        rest = _predicate(shared, trigger, subject_taken=True)
    line = cut(wording, f"{unproven}{subject} {words}", rest, room=LIMIT - (9 if modality == "denied" else 0))
    if place is not None and trigger.type in PLACED and not any(token.dep == "prep" for token in rest):
        line = with_place(line, place, verb)
    if joined is not None and {verb.lemma, joined.lemma} <= HARMED and modality == "happened" and not negative:
        also = also_harmed(wording, joined, plural=plural, passive=passive)
        line += also if len(line + also) <= LIMIT else ""
    return f"{line} (denied)" if modality == "denied" else line


HARMED = HARMING | {"miss"}  # "killed and nine others missing"
TOLD_BY = frozenset("did was were had has have".split())  # of a refusal that is over


def _said(wording: Wording, verb: Token, subject: str, content: list[Token], *, plural: bool) -> str:
    """ "Akar: Russia had denied any part"; "Putin says he is willing", where a pronoun needs its verb."""
    must = next((token.i for token in content if token.head is verb or token is verb.head), -1)
    if not subject:
        return cut(wording, "", content, must=must)
    subject = subject[:1].upper() + subject[1:]
    first = content[0]
    if (
        first.lower in ("he", "she", "it", "they")
        and not _opens_quote(first)
        and _is_same(wording.name_at(first), subject)
    ):
        says = "say" if verb.lemma in ("tell", "go") else verb.base
        particle = "".join(f" {one.lower}" for one in verb.children_by("prt"))
        start = f"{subject} {present(says, plural=plural)}{particle} {first.lower}"
        return cut(wording, start, content[1:], must=must)
    return cut(wording, f"{subject}:", content, must=must)


def _is_ahead(verb: Token) -> bool:
    return any(child.tag == "MD" or child.lower == "to" for child in verb.children_by("aux"))


def _is_same(name: str, subject: str) -> bool:
    """Whether a pronoun's name is the subject's: its own or the end of it, or not known."""
    return subject.lower().endswith(name.lower()) or name.lower().endswith(subject.lower())


def _opens_quote(token: Token) -> bool:
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    return at > 0 and tokens[at - 1].text in QUOTES


def _speaks_for_itself(trigger: Trigger, verb: Token, reality: Reality) -> bool:
    """A plain speech act ("demanded", "agreed to"): it happened, and its verb says how real the carried act is."""
    if any(child.lower in MODALS or child.lower == "will" for child in verb.children):
        return False
    if verb is trigger.real and verb.dep == "acl" and verb.head is trigger.head:
        return False  # "the decision to hold talks"
    if trigger.operators[:1] == ("disclaim",):
        return True  # "has no part in the raid"
    made = reality.modality == "demanded"  # "marched to demand a vote": the demand is made
    if trigger.head is verb and not made and any(child.lower == "to" for child in verb.children_by("aux")):
        return False  # "intends to appeal"
    if trigger.real is not verb and trigger.head is verb and verb.lemma in TELLING:
        return True  # "has announced a programme to help": the announcement is made
    if trigger.head is not verb:
        return verb.lemma not in LIGHT and trigger.head.pos not in ("VERB", "AUX")  # "announces the withdrawal"
    if trigger.operators[:1] == ("decide",) or trigger.operators[:2] == ("light", "plan"):
        return reality.modality in CARRIED  # "votes to leave the union"
    return reality.modality in CARRIED and (trigger.carries is not None or trigger.type in SPEECH_ACTS)


def _negated(verb: Token, reality: Reality, *, own: bool) -> bool:
    if verb.lemma == "hesitate":
        own = True  # "will not hesitate to strike"
    elif own and reality.polarity == "negative" and reality.modality == "happened" and verb.lemma != "have":
        return True  # "unable to agree on sanctions"
    if is_till_a_day(verb):
        own = False  # "was not freed until Monday": was freed
    return verb.child("neg") is not None if own else reality.polarity == "negative"


def _predicate(verb: Token, trigger: Trigger, *, subject_taken: bool) -> list[Token]:
    """The tokens after the verb that belong in its line, in order."""
    kept: list[Token] = []
    for child in verb.children:
        carried = child.dep == "advcl" and trigger.type in SPEECH_ACTS and child.child("aux", "mark") is not None
        own = (
            child.dep in KEPT
            or carried
            or is_allowance(child)
            or (trigger.head.i != child.i and child.i <= trigger.last.i and child.pos == "VERB")
        )
        if child.i < verb.i or not own or child.dep == "neg" or (child.dep in SUBJECT and subject_taken):
            continue
        if (child.dep in ("prep", "advmod", "npadvmod") and is_time(child)) or is_source(child):
            continue
        kept += subtree(child)
    kept.sort(key=lambda token: token.i)
    gap = verb.child("dobj") if verb.dep == "relcl" else None
    gap = gap or next((one for one in kept if one.dep == "dobj"), None)
    meant = antecedent(gap) if gap is not None else None
    if meant is None or meant is gap:
        return kept
    if meant.dep == "pobj" and meant.pos == "PROPN" and verb.lemma in DONE_WITH and meant.head.head.pos == "NOUN":
        meant = meant.head.head  # "a visit to Lima, which he cancelled"
    return [*(one for one in kept if one is not gap), *subtree(meant)]  # "the truce which they had [signed]"


def _noun(
    wording: Wording,
    trigger: Trigger,
    head: Token,
    actors: Sequence[Actor],
    recipients: Sequence[Actor],
    place: Place | None,
    reality: Reality,
) -> str:
    if trigger.type == "REQUEST" and actors and (asked := _asked(wording, trigger, head, actors, recipients)):
        return asked
    tokens = wording.noun_phrase(head, after=True)
    to = next((child for child in head.children_by("acl") if child.i > head.i), None)
    if to is not None and (len(tokens) < 3 or (trigger.operators and to.tag == "VB")):
        tokens = sorted({*tokens, *subtree(to)}, key=lambda token: token.i)  # "plan to move ships"
    line = cut(wording, "", tokens, room=LIMIT - 16)
    words = line.lower().split()
    if actors and not any(wording.mentions(actor, tokens) for actor in actors):
        if len(actors) == 1 and trigger.type == "CONSULT" and tokens and tokens[0].pos != "PROPN":
            line = f"{possessive(names_of(actors))} {line}"  # "Sato's talks with bankers"
            words = [*words, "by"]
        by = (
            f" between {names_of(actors)}"
            if len(actors) > 1 and trigger.type == "CONSULT"
            else f" by {names_of(actors)}"
        )
        line += by if "by" not in words and len(line + by) <= LIMIT - 16 else ""
    if place is not None and "in" not in words:
        line = with_place(line, place, head)
    frame = NOUN_FRAMES.get(reality.modality, "{}")
    if any(word.removesuffix("s") in SAID_ALREADY.get(reality.modality, ()) for word in words):
        frame = "{}"
    if any(word in SAID_ALREADY.get(reality.modality, ()) for word in words):
        frame = "{}"
    if reality.polarity == "negative" and reality.modality != "denied" and UNDONE.isdisjoint(words):
        frame = frame.replace("{}", "no {}")
    if frame[0] != "{" and tokens and tokens[0].pos not in ("PROPN", "NUM") and line[1:2].islower():
        line = line[:1].lower() + line[1:]
    return frame.format(line)


def _asked(
    wording: Wording, trigger: Trigger, noun: Token, actors: Sequence[Actor], recipients: Sequence[Actor]
) -> str:
    """ "a personal request from Trump to stop the airstrikes" → "Trump asks Putin to stop airstrikes"."""
    near = [child for above in (noun, noun.head, noun.head.head) for child in above.children]
    for child in near:
        if child.i > noun.i and child.pos == "VERB" and child.dep in ("acl", "advcl", "xcomp"):
            to = child.child("aux")
            if to is not None and to.lower == "to":
                start = f"{names_of(actors)} {present('ask', plural=wording.is_plural(actors))} {names_of(recipients)}"
                return cut(wording, start, [to, child, *_predicate(child, trigger, subject_taken=True)])
    return ""


def _label(wording: Wording, trigger: Trigger, actors: Sequence[Actor]) -> str:
    """For a trigger that is neither verb nor noun: "Kadyrov: completely against negotiations", "Chad behind raid"."""
    tokens = [token for token in subtree(trigger.head) if token.dep not in SUBJECT]
    if trigger.head.pos == "PUNCT":  # "— Carla Sanchez", "Politifact: thousands of shootings"
        return cut(wording, "", trigger.head.sentence.tokens)
    start = f"{names_of(actors)}:" if actors else ""
    copula = trigger.head.head
    charged = trigger.type == "ACCUSE" and trigger.head.dep == "acomp" and trigger.rule.startswith(SAID_OF)
    if copula.lemma == "be" and (charged or trigger.head.dep == "prep"):  # "Estonia: Russia behind raid"
        subject = subject_of(wording, copula, (), passive=False)[0]
        start = subject if start == f"{subject}:" else f"{start} {subject}".strip()
    elif trigger.head.pos == "ADJ" and trigger.head.dep == "acomp" and copula.lemma == "be" and actors:
        judged = copula.child(*SUBJECT)  # "Ruiz: arrest of reporters unjust"
        if (
            judged is not None
            and judged.pos in ("NOUN", "PROPN")
            and not any(one.span.overlaps(judged.span) for one in actors)
        ):
            tokens = [*subtree(judged), *tokens]
    if trigger.head.pos == "ADJ" and copula.lemma == "be" and copula.child("neg") is not None:
        start = f"{start} not".strip()  # "Rebels: not willing to talk"
    return cut(wording, start, tokens)


def _whole_clause(verb: Token, rest: list[Token]) -> list[Token]:
    """The words of a denied clause as they stand: "troops had killed 20 civilians"."""
    kept = [token for token in subtree(verb) if token.i <= verb.i and token.dep not in ("mark", "punct", "advmod")]
    return [*kept, *rest]


def _nobody(verb: Token) -> bool:
    """Whether the subject or object says no already: "no agreement was signed", "put no pressure on them"."""
    met = [one for child in verb.children if child.dep in (*SUBJECT, "dobj") for one in (child, *child.children)]
    return any(word.lower in ("no", "neither", "nobody", "none", "nothing", "few", "not") for word in met)


def _denier(wording: Wording, verb: Token) -> tuple[str, bool]:
    """Who denies the act, in the words of the line, and whether they are several; "" where no verb of denial governs it."""
    for above in verb.ancestors():
        if above.lemma in DENIALS:
            return subject_of(wording, above, (), passive=False)
    return "", False
