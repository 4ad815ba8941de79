"""How real the text says an event is: happened, ongoing, planned, forecast, demanded, threatened, offered, denied,
conditional or alleged, and whether it is said to be or not to be.

The reading goes from the outermost clause inwards. A word's own clause gives a first answer (tense, auxiliaries,
negation, adverbs: `clauses.py`); each word that embeds it carries the answer on, turns it round or opens it, by its
implicative or factive signature in `modality_cues.csv` (Karttunen 2012; Saurí and Pustejovsky 2009). Values from -3
(certainly not) to 3 (certainly) follow Stanovsky et al. 2017.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.cues.signatures import Signature, signature
from timeline.events.cues.speech import frames_of
from timeline.events.factuality.around import (
    ARRANGED,
    SPEECH_ACTS,
    comes_about,
    is_arranged,
    is_denied_existence,
    is_deserved,
    is_held,
    is_norm,
    is_rumoured,
    is_speech_act,
    is_to_be,
    is_yet_to,
    predicated,
    raised_verb,
    says_but,
    was_there,
)
from timeline.events.factuality.clauses import future, is_agentive, judge_clause, until_then
from timeline.events.factuality.nominals import denial_of, judge_noun
from timeline.events.factuality.reality import FACT, NOT, OPEN, Reality, opened, turned
from timeline.events.syntax.control import addressees
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import shares_modal
from timeline.events.syntax.structure import is_infinitive, link_of
from timeline.events.syntax.tenses import PAST, PERFECT, PLUPERFECT, tense_of
from timeline.language.document import Token

DEEPEST = 10
_ANSWERS = frozenset({"decide", "refuse", "oppose", "deny", "avoid", "discuss", "fear", "plan"})
_PERFORMED = frozenset(
    "thank congratulate appeal express welcome condemn apologize apologise commend stress note".split()
)
# What is done by marching for it.
_MARCHING = frozenset("march rally protest demonstrate demonstration gather strike picket vigil sit-in walkout".split())
_MASSING = frozenset("mass gather assemble converge congregate turn flock descend crowd".split())
_LIMITING = frozenset("restrict limit confine".split())
_LEADING = frozenset("lead hold stage organize organise join attend mount".split())
_VOICED = frozenset("demand protest denounce condemn oppose support call urge decry back".split())
# What is written to do it, and what several do together.
_WRITING = frozenset("message letter telegram cable note statement".split())
_EXAMINING = frozenset("look inquire enquire investigate delve probe anger outrage".split())
_JOINING = frozenset("unite join gather meet combine".split())
AMONG = ("among", "amongst")
_RANKS = frozenset("first second third fourth fifth last latest only".split())
# What a body that votes to do it has done by the vote.
_VOTED = frozenset(
    "elect approve pass adopt ratify confirm reject impeach expel censure oust override endorse acquit convict authorize "
    "authorise reelect re-elect extend renew".split()
)
_FORESEEING = frozenset("warn fear predict expect think believe guess speculate foresee caution worry".split())
_ASCRIBING = frozenset("attribute ascribe impute blame".split())
# What is given by offering it.
_GIVEN = frozenset(
    "approval support backing blessing endorsement condolence congratulation praise sympathy solidarity thanks apology "
    "encouragement assurance reassurance consent".split()
)
_HEARSAY = frozenset("say report believe think rumor rumour understand assume presume".split())
# What rules let somebody do.
_PERMITTING = frozenset("allow enable let permit authorize authorise entitle empower".split())
_PERMITTED = Signature("permitted", "?", "?", "conditional", 0.4)
_RUMOURED = Signature("rumoured", "?", "?", "alleged", 1.5)
_WHEN = frozenset({"at", "by", "near", "until", "since", "towards", "toward"})
_SETTLING = frozenset("agreement deal accord decision consensus word sign prospect".split())
_FAILS = frozenset({"fail", "founder", "collapse"})
_SAME_TIME = frozenset({"by", "in", "on", "with", "through", "while", "from", "for", "as", "at", "into"})


def judge(token: Token) -> Reality:
    """The reality of the event that a verb, noun or adjective denotes.

    `modality` is one of `timeline.model.MODALITIES`, `polarity` positive or negative, `cue` the words that decided.
    """
    return _judge(token, DEEPEST)


def factuality(token: Token) -> float:
    """From -3, certainly did not happen, to 3, certainly did."""
    return judge(token).value


def carried(token: Token) -> Reality | None:
    """How real the act is that a demand, threat, offer or denial carries; None when the word is no such carrier.

    "called for a withdrawal" → demanded. A carrier that did not happen itself keeps its own reality.
    """
    row = next((one for one in signature(token).values() if one.modality in SPEECH_ACTS), None)
    if row is None:
        return None
    own = judge(token)
    if own.status == FACT and own.modality in ("happened", "ongoing"):
        return replace(own, modality=row.modality, cue=token.text, cue_span=token.span)
    return own


def _judge(token: Token, depth: int) -> Reality:
    if token.dep in ("aux", "auxpass", "acomp") and token.head.pos in ("VERB", "AUX") and depth > 0:
        above = _judge(token.head, depth - 1)
        negated = token.dep == "acomp" and token.child("neg") is not None  # "pleaded not guilty"
        return turned(above) if negated else above
    if token.pos in ("VERB", "AUX") or (token.pos == "ADJ" and token.dep in ("ROOT", "ccomp", "conj")):
        return _judge_verb(token, depth)
    return _judge_nominal(token, depth)


def _judge_verb(token: Token, depth: int) -> Reality:
    there = token.child("attr") if token.lemma == "be" and token.child("expl") is not None else None
    if there is not None and judge_noun(there).status == NOT:
        return _judge_nominal(there, depth)
    own = judge_clause(token)
    if token.lemma == "hesitate" and token.child("xcomp") is not None:
        own = turned(own)  # whoever "will not hesitate to strike" will strike
    if depth <= 0:
        return own
    link = link_of(token)
    if link is None:
        return own
    above, frame = link
    whole = frames_of(above) is None or (above.lemma == "deny" and above.child("dobj") is not None)  # "both deny it"
    in_a_row = token.dep == "ccomp" and token.i < above.i and whole and token.child("mark") is None
    if in_a_row or (above.lower == "due" and token.tag == "VBG"):  # "killed due to spreading fires"
        return own  # sentences in a row, of which the parser made one
    if frame == "to" and above.lower == "nothing":
        return Reality("happened", "negative", above.text, above.span, -2.0, NOT)  # "did nothing to prevent the raid"
    if frame == "to" and _performs(token, above):
        return FACT_AGAIN
    if frame == "to" and above.lower == "time" and above.dep == "attr" and above.head.lemma == "be":
        return Reality("demanded", own.polarity, above.text, above.span, 0.8, OPEN)  # "it is time to leave"
    if frame == "to" and above.lemma == "able" and tense_of(above.head) in (PAST, PERFECT, PLUPERFECT):
        could = _judge(above.head, depth - 1)  # "was able to flee": he fled
        return FACT_AGAIN if could.status == FACT else could
    if frame == "to" and (one := _one_to(token, above)) is not None:
        return _as_it_becomes(one, depth)
    if frame == "to" and above.lemma == "vote" and token.lemma in _VOTED:
        return _judge(above, depth - 1)
    if frame == "conj":
        return _judge_coordinate(token, own, above, depth)
    if frame == "to" and ((above.lemma == "go" and above.tag == "VBG") or above.lower == "about"):
        going = _judge(above, depth - 1)
        ahead = future(token, above)
        return ahead if going.status == FACT else turned(ahead) if going.status == NOT else going
    row = _row(above, frame, token)
    if row is None and frame == "to" and (noun := above.child("dobj")) is not None and noun.i < token.i:
        above, row = (noun, signature(noun).get("to")) if signature(noun).get("to") is not None else (above, None)
    if row is not None:
        return _embedded(token, own, above, row, frame, depth)
    return _unlisted(token, own, above, frame, depth)


def _performs(token: Token, above: Token) -> bool:
    """ "I would like to thank the envoy": who says so in the first person does it; "marched to demand a vote"."""
    if above.lemma in _MARCHING or (above.lemma in _LEADING and above.child("dobj") is not None):
        march = above if above.lemma in _MARCHING else above.child("dobj")
        return march is not None and march.lemma in _MARCHING and token.lemma in _VOICED
    if (above.lemma in _JOINING or above.lemma in _MASSING) and token.lemma in _VOICED:
        return True  # "have united to condemn the raid", "massed in Lima to protest"
    written = above.child("dobj")
    if written is not None and written.lemma in _WRITING and (token.lemma in _VOICED or token.lemma in _PERFORMED):
        return not addressees(above, token)  # "sent him a message to thank him", not "made a call to him to condemn it"
    subject = above.child("nsubj")
    first = subject is not None and subject.lower in ("i", "we")
    return first and above.lemma in ("like", "want", "wish") and token.lemma in _PERFORMED


def _one_to(token: Token, above: Token) -> Token | None:
    """The ranked noun of "the first country to recognise the government", "the 90th state to join", or "the first" alone:
    it did so; also where the parser hangs the infinitive on "became" or "was among"."""
    noun = above
    if above.lemma in ("become", "be"):
        noun = above.child("attr") or next((one for word in AMONG for one in under(above, word)), above)
    if (noun is above and above.lemma in ("become", "be")) or noun.i > token.i:
        return None
    if noun.lower in _RANKS or (noun.lower == "one" and noun.pos == "NUM"):
        return noun if noun.lower in _RANKS or any(one.lower in _RANKS for one in noun.children) else None
    if noun.tag == "JJS" and noun.lower not in ("best", "easiest"):
        return noun  # "is the strongest to hit Chile"
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    return noun if any(child.lower in _RANKS or child.entity == "ORDINAL" for child in noun.children) else None


def _as_it_becomes(noun: Token, depth: int) -> Reality:
    """Whoever "became the first country to leave" left, and who "was not the first"; who "will become the first" has not
    yet."""
    above = noun.head.head if noun.head.lower in AMONG else noun.head
    outer = _judge(above, depth - 1) if above is not noun.head or noun.dep == "attr" else FACT_AGAIN
    return FACT_AGAIN if outer.status in (FACT, NOT) else outer


def _judge_coordinate(token: Token, own: Reality, above: Token, depth: int) -> Reality:
    """ "may buy more stock or make an offer": what has no subject or auxiliary of its own shares those before it."""
    outer = _judge(above, depth - 1)
    independent = token.child("nsubj", "nsubjpass") is not None or token.child("aux") is not None
    content = above.dep == "ccomp" and any(one.lower == "that" for one in token.children_by("mark"))
    if content and outer.modality == "demanded":
        independent = False  # "insists that Chad withdraw and that Niger free the captives": both are demanded
    if independent and outer.status == FACT:
        return own
    if independent and own.status != FACT:
        return own
    if independent and (link_of(above) is None or is_infinitive(above)):
        return own  # "is to lead the force, but mayors are haggling"
    if not independent and token.tag in ("VBD", "VBZ") and above.tag != token.tag and not shares_modal(token, above):
        return own
    if not independent and _is_finite_passive(token) and any(one.tag == "MD" for one in above.children_by("aux")):
        return own  # "would have banned rallies but was vetoed"
    negated_here = own.status == NOT
    if outer.status == NOT and not independent and says_but(token):
        return own if own.status != FACT else replace(FACT_AGAIN, value=2.4)
    return turned(outer) if negated_here and outer.status == FACT else outer if not negated_here else own


def _is_finite_passive(verb: Token) -> bool:
    return any(one.tag in ("VBD", "VBZ", "VBP") for one in verb.children_by("auxpass"))


FACT_AGAIN = Reality("happened", "positive", "", None, 2.4)


def _row(above: Token, frame: str, token: Token) -> Signature | None:
    rows = signature(above)
    if not rows:
        return None
    if above.lemma in ("end", "close") and above.dep == "pobj" and above.head.lower in _WHEN:
        return None  # "at the end of the talks"
    if above.lemma in _PERMITTING and is_norm(above):
        return _PERMITTED
    if above.lemma == "suppose" and is_rumoured(token, above):
        return _RUMOURED
    if above.lemma in _LIMITING and any(one.lower == "to" for one in above.children_by("prep")):
        return None  # "the talks were restricted to trade": they were held
    if frame == "to" and token.child("nsubj") is not None and "obj-to" in rows:
        return rows["obj-to"]
    if frame == "to" and above.child("dobj") is not None and "obj-to" in rows:
        return rows["obj-to"]
    if frame == "to" and "to" not in rows and "obj-to" in rows:
        return rows["obj-to"]
    return rows.get(frame)


def _embedded(
    token: Token, own: Reality, above: Token, row: Signature, frame: str, depth: int, outer: Reality | None = None
) -> Reality:
    """What a listed predicate makes of its complement; `outer` is the predicate's own reality where it is known."""
    if outer is None:
        outer = _judge(above, depth - 1)
    if frame == "that" and above.dep == "nsubj" and above.tag == "VBZ" and (false := denial_of(above)) is not None:
        return Reality("denied", "negative", false.text, false.span, -1.3, OPEN)  # "Claims that … are baseless"
    if above.dep == "nsubj" and above.pos == "NOUN" and above.head.lemma in _FAILS and row.holds == "?":
        return Reality("happened", "negative", above.head.text, above.head.span, -2.0, NOT)
    said_not = own.status == NOT or (own.polarity == "negative" and is_infinitive(token))  # "decided not to leave"
    effect = row.holds if outer.status == FACT else row.fails if outer.status == NOT else "?"
    if row.holds == row.fails == "+":
        return own
    if outer.status == OPEN:
        if row.name in ("convict", "accuse", "guilty") and frame in ("for", "of") and own.status == FACT:
            return Reality("alleged", "positive", above.text, above.span, 1.2, OPEN)  # "may fine them for polluting it"
        if outer.modality in ("alleged", "denied") and row.holds in "=?":
            return replace(outer, value=outer.value * 0.8)  # "accused of ordering the [raid]"
        if row.holds == "=" and frame == "that" and outer.modality in ("planned", "forecast"):
            return own
        kept = row.modality in SPEECH_ACTS or row.modality == "alleged" or row.name == "guard"
        inner = row.modality if row.holds == "?" and kept else outer.modality
        if row.holds == "-" or (outer.polarity == "negative" and row.fails == "-"):  # "will not let them march"
            return Reality(outer.modality, "negative", above.text, above.span, -0.8, OPEN)
        polarity = "negative" if said_not else "positive"
        value = outer.value - 0.4 if not said_not else min(outer.value, -0.4)
        return Reality(inner, polarity, outer.cue or above.text, outer.cue_span or above.span, value, OPEN)
    if frame == "to" and above.lemma in _HEARSAY and effect == "=" and above.child("auxpass") is not None:
        polarity = "negative" if said_not else "positive"  # "is said to have left"
        return Reality("alleged", polarity, above.text, above.span, row.value if polarity == "positive" else -1.5, OPEN)
    if effect == "=":
        if frame == "that":
            return _foreseen(own, token, above)
        return turned(outer) if said_not else outer
    if effect == "+":
        return own if frame == "that" else (turned(FACT_AGAIN) if said_not else FACT_AGAIN)
    if effect == "-":
        modality = row.modality if row.modality in ("denied", "forecast") else "happened"
        negative = Reality(modality, "negative", above.text, above.span, row.value if row.holds == "-" else -2.0, NOT)
        if modality == "denied":
            return replace(negative, status=OPEN)
        return turned(negative) if said_not else negative
    if row.name == "alleged-noun" and (denial := denial_of(above)) is not None:
        return Reality("denied", "negative", denial.text, denial.span, -1.3, OPEN)
    if outer.status == NOT and row.name == "belief" and frame == "that" and own.polarity == "positive":
        return turned(own)  # "does not believe that rebels will attack": believes that they will not
    polarity = "negative" if said_not else "positive"
    value = row.value if outer.status == FACT else -0.4
    modality = "alleged" if outer.status == NOT and row.name in ("report", "deny") else row.modality
    if modality == "forecast" and above.lower in ARRANGED and is_agentive(token):
        modality = "planned"  # "is due to vote", but "is due to expire"
    if polarity == "negative":
        value = min(value, -value)
    return Reality(modality, polarity, above.text, above.span, value, OPEN)


def _foreseen(own: Reality, token: Token, above: Token) -> Reality:
    """ "warned that Chad would attack": what others are said to be about to do is foreseen; it may be no plan of theirs."""
    subject = token.child("nsubj")
    if own.modality != "planned" or above.lemma not in _FORESEEING or subject is None or subject.pos == "PRON":
        return own
    return replace(own, modality="forecast")


def _unlisted(token: Token, own: Reality, above: Token, frame: str, depth: int) -> Reality:
    """A complement or adjunct of a word that stands in no table."""
    outer = _judge(above, depth - 1)
    if frame == "if":
        return opened(own, "conditional", token, 0.5)
    if frame == "to":
        if outer.status != FACT:
            return replace(outer, value=min(outer.value, 1.0), status=OPEN) if outer.status == OPEN else outer
        if is_yet_to(above):
            return Reality("happened", "negative", "yet to", above.span, -2.2, NOT)
        if above.lemma == "be" and is_deserved(token):
            return replace(outer, value=2.4)
        if above.lemma == "have":
            if tense_of(above) in (PAST, PERFECT, PLUPERFECT):
                return replace(outer, value=2.4)
            return Reality("demanded", "positive", above.text, above.span, 1.2, OPEN)
        value = 2.0 if above.pos in ("VERB", "AUX") else 1.2
        return Reality("planned", own.polarity, "to", None, -value if own.polarity == "negative" else value, OPEN)
    if frame == "without":
        return Reality("happened", "negative", "without", None, -1.8, NOT)
    if frame == "against":
        return Reality("happened", "negative", "against", None, -1.5, NOT)
    if frame in _SAME_TIME and token.dep == "pcomp" and token.tag == "VBG" and token.child("nsubj") is not None:
        return own  # "may get tough on rebels shelling the town"
    if frame in ("ing", "participle", "subj") or frame in _SAME_TIME:
        if own.status != FACT or (frame == "participle" and token.tag == "VBN" and outer.status == OPEN):
            return own  # "are to appear in court, charged with theft"
        return outer if outer.status != NOT else replace(own, value=-0.5, status=OPEN) if frame in _SAME_TIME else own
    if frame == "of" and outer.status == OPEN and own.status == FACT:
        return replace(outer, value=outer.value - 0.4)
    if frame == "temporal" and own.status == FACT:
        if (then := until_then(token)) is not None:
            return then
        future = outer.status == OPEN and outer.modality in ("planned", "forecast", "conditional", "demanded")
        if future and token.tag in ("VBZ", "VBP", "VB"):
            return Reality("forecast", "positive", outer.cue, outer.cue_span, 1.2, OPEN)
        return own
    if frame == "that" and own.status == FACT and outer.status == OPEN and is_infinitive(token):
        return outer
    if frame == "instead":
        return Reality("happened", "negative", "instead of", None, -1.5, NOT)
    ahead = outer.status == OPEN and outer.modality in ("planned", "forecast")
    if frame in ("before", "after") and ahead and token.dep == "pcomp" and own.status == FACT:
        return outer  # "will hold two more marches before starting a strike"
    if frame == "before" and own.cue.lower() in ("could", "can"):
        return Reality("happened", "negative", f"before {own.cue}", own.cue_span, -1.8, NOT)
    return replace(own, value=2.2) if frame == "before" and outer.status == FACT else own


def _judge_nominal(token: Token, depth: int) -> Reality:
    own = judge_noun(token)
    if own.status == NOT and is_denied_existence(token):
        return replace(own, modality="denied")
    if depth <= 0 or own.decided:
        return own
    blamed_for = token.head.lemma == "blame" and not any(one.lower == "on" for one in token.head.children)
    if token.dep == "nsubjpass" and token.head.lemma in _ASCRIBING and own.status == FACT and not blamed_for:
        cue = token.head  # "the attack was attributed to rebels": by whom is no more than said
        return replace(own, modality="alleged", cue=cue.text, cue_span=cue.span)
    link = link_of(token)
    if link is None:
        return own
    above, frame = link
    if frame == "conj":
        outer = _judge(above, depth - 1)
        shared = not own.definite or outer.modality in ("demanded", "planned")  # "called for a truce and a pardon"
        return outer if own.status == FACT and shared else own
    row = None if token.dep == "nsubjpass" and above.child("xcomp") is not None else _row(above, frame, token)
    support = row is not None and row.name == "permit" and own.definite and frame == "obj"
    if support and _judge(above, depth - 1).status == NOT:
        return own  # "no longer supports the [sanctions]"
    if row is not None and row.name in _ANSWERS and is_speech_act(token):
        row = None
    if row is not None and ((row.name == "offer" and token.lemma in _GIVEN) or above.lemma == "failure"):
        row = None  # "offered approval": it is given by offering it; "the failure of the raid": it was made
    if row is not None and row.name in ("case-noun", "guard") and own.definite:
        row = None  # "support for the sanctions", "shielded from the strikes": those there are
    if row is not None and (row.name not in ("occur", "factive") or not own.definite or frame == "subj"):
        return _embedded_noun(token, own, above, row, frame, depth)
    if token.dep in ("nsubj", "nsubjpass") and (raised := raised_verb(above)) is not None and is_held(raised):
        outer = _judge(raised, depth - 1)  # "talks are expected to be held", "are due to begin"
        if outer.modality == "forecast" and is_arranged(above):
            outer = replace(outer, modality="planned")
        return outer if outer.status != FACT else own
    if frame == "subj" and is_yet_to(above) and comes_about(above.child("xcomp")):
        return Reality("happened", "negative", "yet to", above.span, -2.2, NOT)
    if frame == "subj" and (said := predicated(above)) is not None:
        return _embedded(token, own, above, said, "that", depth)
    if above.pos in ("VERB", "AUX") and frame in ("obj", "subj", "attr"):
        outer = _judge(above, depth - 1)
        if outer.status != FACT and (not (own.definite or was_there(above, frame, outer)) or is_to_be(above, frame)):
            return outer
    if (
        above.pos == "VERB"
        and frame in ("into", "at")
        and above.lemma not in _EXAMINING
        and own.status == FACT
        and not own.definite
    ):
        outer = _judge(above, depth - 1)  # "will bring both sides into talks", "may speak at talks in Oslo"
        return outer if outer.status == OPEN else own
    if frame == "without" or (above.lemma in _SETTLING and link_of(above) == (above.head.head, "without")):
        return Reality("happened", "negative", "without", None, -1.8, NOT)  # "without agreement on a truce"
    if frame == "if":
        return opened(own, "conditional", token, 0.5)  # "in the event of an attack"
    if frame == "instead":
        return Reality("happened", "negative", "instead of", None, -1.5, NOT)
    if frame == "ahead":
        return Reality("planned", "positive", "ahead of", None, 1.6, OPEN)
    return own


def _embedded_noun(token: Token, own: Reality, above: Token, row: Signature, frame: str, depth: int) -> Reality:
    outer = _judge(above, depth - 1)
    if row.holds == "=":
        if outer.status == FACT:
            return (
                turned(own)
                if own.status == NOT and outer.polarity == "negative"
                else own
                if own.status == NOT
                else outer
            )
        if row.name in ("perform", "occur") or not own.definite:
            return outer
        return own
    if row.holds == "+" and row.fails == "+":
        return own
    return _embedded(token, own, above, row, frame, depth, outer)
