"""What a clause itself says about the reality of its event: tense, auxiliaries, negation, adverbs, conditions."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.events.cues.signatures import modifier, signature
from timeline.events.cues.speech import frames_of
from timeline.events.factuality.reality import FACT, NOT, OPEN, Reality
from timeline.events.syntax.remembered import remembered
from timeline.events.syntax.words import HARM, SOMEBODY
from timeline.language.document import Token

_NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "neither"})
_ALMOST = frozenset({"almost", "nearly"})
_NO_SUBJECT = frozenset({"no", "nobody", "none", "nothing", "neither", "few", "little"})
_NO_DETERMINER = frozenset({"no", "neither", "few", "not"})
_NO_OBJECT = frozenset({"nobody"})
# Of "no" before these the clause is none the less told: "made no secret of the raid", "lost no time in arresting him".
_NO_MATTER = frozenset(
    "secret time bone doubt choice mistake effort stone mercy matter wonder chance quarter damage resistance "
    "casualty injury opposition harm difference impact effect trace punch".split()
)
# Of what finds, brings or causes nothing it is told all the same that it was.
_NO_MATTER_WHAT = frozenset(
    "find yield produce achieve bring solve change say leave cause do mean show see have claim".split()
)
_CONDITIONS = frozenset({"if", "unless", "provided", "assuming"})
_MAY = frozenset({"may", "might", "could", "can", "would", "'d"})
_WILL = frozenset({"will", "'ll", "wo", "sha", "shall"})
_ANYONE = frozenset({"whoever", "whichever", "whomever"})
_ASKING = frozenset("ask check see know determine establish investigate wonder find verify test inquire".split())
_KNOWN = frozenset("clear unclear known unknown certain uncertain sure unsure".split())
_HABITS = frozenset("sometimes often always usually frequently regularly routinely occasionally".split())
_STILL = frozenset({"still", "currently", "now"})
# What happens to its subject rather than being done by it: a future of these is a forecast, not a plan.
_HAPPENS = frozenset(
    "be become end fall rise drop grow face suffer die lose happen occur remain continue last expire collapse "
    "increase decrease decline worsen improve emerge arise result cost need have know see feel get hit reach exceed "
    "take begin start resume come go change fail burst hold break appear seem depend bring".split()
)
_BOTH = frozenset({"hold", "take", "begin", "start", "resume", "go", "come", "change", "bring", "break"})
# Of these too, where somebody does them to something: "will end the siege", "the siege will end".
_DECIDED = frozenset("end drop continue increase decrease hit".split())
_MENTAL = frozenset(
    "want wish hope think believe expect know see hear feel recognize intend plan mean like need".split()
)
_AUXILIARY = ("aux", "auxpass")
_CARRIED = frozenset({"demanded", "threatened", "offered"})
_AHEAD = frozenset({"next", "coming", "upcoming", "following"})
_PROBABLY = frozenset({"likely", "probably", "presumably"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "who", "you"})


@remembered
def judge_clause(verb: Token) -> Reality:
    """The reality of a clause's event by its own words alone."""
    aux = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    negation = _negation(verb)
    for child in verb.children:
        adverb = modifier(child.lower, "ADV") if child.dep == "advmod" else None
        if adverb is not None:
            if adverb.holds == "-":
                return Reality("happened", "negative", child.text, child.span, adverb.value, NOT)
            coming = any(word.lower in _WILL for word in aux)  # "will likely end"
            kind = "forecast" if coming and child.lower in _PROBABLY else adverb.modality
            return _signed(verb, Reality(kind, "positive", child.text, child.span, adverb.value, OPEN), negation)
    for word in aux:
        lower = word.lower
        if lower in _WILL:
            asked = verb.child("mark")
            if asked is not None and asked.lower == "whether":  # "too early to say whether it will leave"
                return _signed(verb, Reality("conditional", "positive", asked.text, asked.span, 0.5, OPEN), negation)
            return _signed(verb, future(verb, word), negation)
        if lower in ("must", "should", "ought", "shall"):
            if any(one.lower == "have" for one in aux):
                return _signed(verb, Reality("conditional", "positive", word.text, word.span, 1.2, OPEN), negation)
            if lower == "should" and _is_inverted(verb, word):
                return _signed(verb, Reality("conditional", "positive", word.text, word.span, 0.5, OPEN), negation)
            return _signed(verb, Reality("demanded", "positive", word.text, word.span, 0.9, OPEN), negation)
        if lower in ("would", "'d") and verb.lemma in ("like", "love", "prefer"):
            return _signed(verb, Reality("happened", value=2.4), negation)
        if lower == "would" and any(child.lower in _HABITS for child in verb.children):
            return _signed(verb, Reality("happened", value=2.4), negation)  # "would often raid the farms"
        if lower in _MAY and word.tag == "MD":
            return _signed(verb, _possible(verb, word, aux), negation)
    condition = _condition(verb) or _own_condition(verb)
    if condition is not None and (not _is_told(verb, aux) or condition.dep in _AUXILIARY):
        return _signed(verb, Reality("conditional", "positive", condition.text, condition.span, 1.2, OPEN), negation)
    if (anyone := verb.child("nsubj")) is not None and anyone.lower in _ANYONE:
        return _signed(verb, Reality("conditional", "positive", anyone.text, anyone.span, 0.6, OPEN), negation)
    if (
        verb.dep == "ccomp"
        and (asked := verb.child("mark")) is not None
        and asked.lower in ("if", "whether")
        and (verb.head.lemma in _ASKING or _is_unknown(verb.head))
    ):
        return _signed(verb, Reality("conditional", "positive", asked.text, asked.span, 0.5, OPEN), negation)
    if verb.tag == "VB" and not aux and verb.dep in ("ROOT", "ccomp") and _no_subject(verb):
        return _signed(verb, Reality("demanded", "positive", "", None, 1.0, OPEN), negation)
    if verb.sentence.tokens[-1].lower == "?" and verb.is_root:
        return Reality("conditional", "positive", "?", None, 0.6, OPEN)
    if _is_bare(verb, aux):
        value = 2.0 if verb.dep in ("relcl", "acl") and len(aux) > 1 else 1.0
        return _signed(verb, Reality("planned", "positive", "", None, value, OPEN), negation)
    if (ahead := _arranged(verb)) is not None:
        kind = "planned" if is_agentive(verb) else "forecast"
        return _signed(verb, Reality(kind, "positive", ahead.text, ahead.span, 2.0, OPEN), negation)
    fact = Reality("ongoing" if _is_progressive(verb, aux) else "happened")
    return _signed(verb, fact, negation)


def _is_inverted(verb: Token, modal: Token) -> bool:
    """ "Should the truce fail": if it fails."""
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and modal.i < subject.i and verb.sentence.tokens[-1].lower != "?"


def _is_unknown(copula: Token) -> bool:
    """ "it is not clear whether", "it was unknown if"."""
    said = copula.child("acomp") if copula.lemma == "be" else None
    return said is not None and said.lower in _KNOWN


def _is_told(verb: Token, aux: list[Token]) -> bool:
    """A past, and a perfect: "has warned of strikes if the offer fails" has warned; so has who "warns" of them."""
    if verb.tag == "VBD":
        return True
    if verb.tag in ("VBZ", "VBP") and not aux:
        return frames_of(verb) is not None or any(row.modality in _CARRIED for row in signature(verb).values())
    return verb.tag == "VBN" and bool(aux) and all(one.lower in ("has", "have", "'ve", "'s") for one in aux)


def _no_subject(verb: Token) -> bool:
    """An imperative has none; "Perth police arrest and charge" has one that the parser took for part of a name."""
    return verb.child("nsubj", "nsubjpass", "compound") is None


def _signed(verb: Token, reality: Reality, negation: Token | None) -> Reality:
    if negation is None:
        return reality
    refused = reality.cue.lower() in ("could", "would") and verb.dep in ("ROOT", "relcl", "conj")
    status = NOT if reality.status == FACT else reality.status
    cue = negation.text if not reality.cue else f"{reality.cue} {negation.text}"
    value = -2.6 if status == NOT else (-2.1 if reality.modality in ("planned", "forecast") else -0.9)
    if status == NOT and verb.lemma in _MENTAL:
        value = -1.8  # "did not want", "does not see": annotators are less sure of minds
    if refused:
        return Reality("happened", "negative", cue, negation.span, -2.2, NOT)
    return Reality(reality.modality, "negative", cue, negation.span, value, status)


def _negation(verb: Token) -> Token | None:
    if verb.dep == "conj" and any(child.lower == "nor" for child in verb.head.children):
        return next(child for child in verb.head.children if child.lower == "nor")
    for child in verb.children:
        if child.dep == "neg" or (child.dep in ("advmod", "preconj") and child.lower in _NEGATIONS):
            return None if _not_only(child) or is_till_a_day(verb) else child
        if child.lower in _ALMOST and child.i == verb.i - 1 and verb.lemma in HARM:
            return child  # "was almost killed"
        if child.lower == "longer" and child.child("neg", "advmod", "det") is not None:
            return child
        if child.dep in ("nsubj", "nsubjpass") and child.i < verb.i:
            if child.lower in _NO_SUBJECT:
                return child
            for word in child.children_by("det", "preconj", "neg", "amod"):
                if word.i == child.left and word.lower in _NO_DETERMINER:
                    return word
    return _negated_object(verb)


def _negated_object(verb: Token) -> Token | None:
    """ "freed no prisoners", "arrested nobody"."""
    for noun in () if verb.lemma in _NO_MATTER_WHAT else verb.children_by("dobj"):
        if noun.i > verb.i and noun.lower in _NO_OBJECT and noun.left == noun.i:
            return noun
        for word in noun.children_by("det", "neg"):
            if (
                word.i == noun.left
                and word.lower in ("no", "neither")
                and noun.tag == "NNS"
                and noun.lemma not in _NO_MATTER
            ):
                return word
    return None


def is_till_a_day(verb: Token) -> bool:
    """ "did not leave until May", "is not due until Monday": it did then, or will."""
    for child in verb.children_by("prep"):
        day = child.child("pobj") if child.lower in ("until", "till") and child.i > verb.i else None
        if day is not None and day.entity in ("DATE", "TIME"):
            return True
    return False


def _not_only(negation: Token) -> bool:
    tokens = negation.sentence.tokens
    after = negation.i - tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower in ("only", "just", "merely", "simply")


def future(verb: Token, word: Token) -> Reality:
    """What "will" and "going to" make of a clause: a plan of somebody, or a forecast."""
    planned = is_agentive(verb)
    if _condition(verb) is not None:
        return Reality("conditional", "positive", word.text, word.span, 1.5, OPEN)
    return Reality("planned" if planned else "forecast", "positive", word.text, word.span, 2.2, OPEN)


def is_agentive(verb: Token) -> bool:
    """Whether the clause tells what somebody will do rather than what will come about."""
    if verb.child("auxpass") is not None:
        return True
    subject = _subject(verb)
    someone = subject is not None and any(_is_someone(one, verb) for one in (subject, *subject.children_by("conj")))
    if verb.lemma in _HAPPENS:
        deciding = verb.lemma in _DECIDED and verb.child("dobj", "xcomp") is not None
        return someone and (verb.lemma in _BOTH or deciding)
    return someone or subject is None


def _subject(verb: Token) -> Token | None:
    above = verb
    while (subject := above.child("nsubj", "nsubjpass")) is None and above.dep in ("conj", "xcomp", "acomp", "pcomp"):
        above = above.head
    return subject


def _is_someone(subject: Token, verb: Token) -> bool:
    if subject.entity in SOMEBODY or subject.lower in _PRONOUNS or subject.base in load_nouns():
        return True
    if subject.lower in ("it", "that", "which"):
        return verb.dep in ("ccomp", "relcl") or subject.head.dep in (
            "ccomp",
            "relcl",
        )  # "said it had … and would leave"
    return subject.pos == "PROPN" or subject.lower in ("side", "sides", "both", "two", "all", "some", "many")


def _possible(verb: Token, word: Token, aux: list[Token]) -> Reality:
    perfect = any(one.lower in ("have", "'ve") for one in aux)
    if word.lower in ("would", "'d"):
        if perfect:
            return Reality("conditional", "negative", f"{word.text} have", word.span, -1.0, OPEN)
        if _is_reported_future(verb):
            return Reality("planned" if is_agentive(verb) else "forecast", "positive", word.text, word.span, 1.9, OPEN)
        return Reality("conditional", "positive", word.text, word.span, 1.5, OPEN)
    return Reality("conditional", "positive", word.text, word.span, 1.3 if word.lower == "can" else 0.8, OPEN)


def _is_reported_future(verb: Token) -> bool:
    """ "said it would leave": the future as it was told, not a condition."""
    above = verb
    while above.dep == "conj":
        above = above.head
    if above.dep not in ("ccomp", "acl") or _condition(verb) is not None:
        return False
    saying = above.head.tag == "VBG" and frames_of(above.head) is not None  # "left, saying it would not return"
    return saying or above.head.tag in ("VBD", "VBN", "NN", "NNS")


def _condition(verb: Token) -> Token | None:
    """The "if" of a clause that this one depends on."""
    for child in verb.children:
        if child.dep == "advcl":
            for mark in child.children:
                if mark.dep in ("mark", "advmod") and mark.lower in _CONDITIONS:
                    return mark
    return None


def _own_condition(verb: Token) -> Token | None:
    """The "if" of a clause that the parser took for the main one, and the "had" of "had Peru closed the port, …"."""
    if verb.dep == "advcl" and verb.tag in ("VBN", "VBD") and (subject := verb.child("nsubj", "nsubjpass")) is not None:
        first = verb.children[0]
        return first if first.lower in ("had", "were") and first.dep in _AUXILIARY and first.i < subject.i else None
    marks = [child for child in verb.children if child.dep == "mark"]
    if not verb.is_root and not (len(marks) > 1 and marks[0].lower == "that"):  # "said that if one fell, all would"
        return None
    return next((mark for mark in marks if mark.lower in _CONDITIONS), None)


def _is_bare(verb: Token, aux: list[Token]) -> bool:
    """A base form that nothing makes finite: "to leave", "that he be allowed", "let it be"."""
    own = verb.child("nsubj", "nsubjpass")
    if own is not None and verb.dep == "ROOT" and [one.lower for one in aux] == ["to"]:
        return True  # "Government to resign after vote"
    if own is not None and (
        verb.dep == "ROOT" or (not aux and verb.dep == "conj" and verb.head.tag in ("VBN", "VBZ", "VBP"))
    ):
        return False  # "nine are killed and the rest escape"
    if verb.dep == "ROOT" and verb.child("compound") is not None:
        return False
    if verb.tag == "VB":
        return not aux or all(one.lower == "to" for one in aux)
    return any(one.tag == "VB" and one.lower == "be" for one in aux) and all(one.lower in ("be", "to") for one in aux)


def _arranged(verb: Token) -> Token | None:
    """The word that puts a present into the future: "are meeting tomorrow", "meets next week"."""
    if verb.tag not in ("VBZ", "VBP", "VBG", "VBN"):
        return None
    if verb.tag in ("VBG", "VBN") and not any(c.lower in ("is", "are") for c in verb.children if c.dep in _AUXILIARY):
        return None
    for child in verb.children:
        when = child.child("pobj") if child.dep == "prep" else child if child.dep in ("npadvmod", "advmod") else None
        if when is None or when.entity not in ("DATE", "TIME"):
            continue
        if when.lower == "tomorrow":
            return when
        ahead = next((one for one in when.children if one.lower in _AHEAD), None)
        if ahead is not None:
            return ahead
    return None


def _is_progressive(verb: Token, aux: list[Token]) -> bool:
    """ "are fighting", "has been fighting", "still fight", "continue to fight"."""
    if verb.tag == "VBG":
        words = {one.lower for one in aux}
        return bool(words & {"is", "are", "'s", "'re", "am", "'m"}) or (
            "been" in words and bool(words & {"has", "have", "'s", "'ve"})
        )
    if any(child.lower == "being" for child in verb.children if child.dep == "auxpass"):
        return any(child.lower in ("is", "are", "'s", "'re") for child in verb.children if child.dep == "aux")
    if verb.lemma in ("continue", "remain", "persist") and verb.tag in ("VBZ", "VBP"):
        return not any(child.lower == "missing" for child in verb.children)  # what became of them has happened
    return any(child.lower in _STILL for child in verb.children if child.dep == "advmod") and verb.tag in ("VBZ", "VBP")


def until_then(clause: Token) -> Reality | None:
    """What is waited for: "will fight until the rebels disarm" and, not done when it was told, "would not sign until the
    rebels disarmed"; None where it came about ("did not sign until they disarmed")."""
    mark = clause.child("mark")
    if mark is None or mark.lower not in ("until", "till"):
        return None
    if clause.tag in ("VBZ", "VBP"):
        return Reality("forecast", "positive", mark.text, mark.span, 1.2, OPEN)
    if clause.head.child("neg") is not None and any(one.lower == "would" for one in clause.head.children_by("aux")):
        return Reality("conditional", "positive", mark.text, mark.span, 0.0, OPEN)
    return None
