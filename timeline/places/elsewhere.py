"""Places of telling, arresting and judging are not those of the act told of: "said in Paris that the strikes killed",
"arrested in Milan over the bombing", "a court in The Hague convicted him of the massacre"."""

from __future__ import annotations

from timeline.language.document import Token

AT = frozenset(
    "in at near on outside around across throughout inside within over along off above into through between".split()
)
SPEECH = frozenset("say tell report announce add state confirm claim warn note argue insist".split())
# Those who speak where it was.
LOCAL = frozenset(
    "police hospital resident witness medic doctor mayor governor authority rescuer villager survivor eyewitness".split()
)
# Verbs of which what stands after "for", "over", "of" … happened where it did.
SEIZING = frozenset(
    "arrest detain capture hold question charge indict accuse suspect try convict sentence jail imprison acquit extradite "
    "prosecute remand condemn denounce blame criticize criticise protest mourn commemorate discuss investigate".split()
)
# Verbs whose object is another's act.
VOICING = frozenset(
    "condemn denounce criticize criticise deplore mourn commemorate discuss deny praise welcome claim".split()
)
_ABOUT = frozenset("for over of about on after following with against".split())
# What is done in one place by those who may come from, or speak of, another.
_MEETING = frozenset("speak meet visit arrive travel fly live bear study talk address".split())
# What comes from those who were not there: "drew condemnation from Chad and Mali".
_VOICES = frozenset(
    "condemnation criticism praise reaction response support statement message condolence condolences sympathy outcry "
    "rebuke protest call appeal denunciation anger outrage concern welcome opposition applause warning".split()
)
STEPS = 8


def content_of(trigger: Token) -> tuple[int, int] | None:
    """The words among which the place of an act stands that another clause tells, or answers; None where no other does."""
    token = trigger
    for _ in range(STEPS):
        above = token.head
        if above is token:
            return None
        if above.pos == "VERB":
            if token.dep in ("ccomp", "parataxis") and is_telling(above):
                return _without(token, above)
            if token.dep in ("dobj", "nsubjpass") and above.lemma in VOICING:
                return token.left, token.right
            if token.dep == "prep" and token.lower in _ABOUT and above.lemma in SEIZING:
                return token.left, token.right
        elif token.dep == "prep" and token.lower in _ABOUT and above.dep == "dobj" and above.head.lemma in SEIZING:
            return token.left, token.right  # "convicted the general of the massacre"
        token = above
    return None


def _without(content: Token, verb: Token) -> tuple[int, int]:
    """The words of a clause, those of the verb around which it is said left out: "The strike, he said in Rome, …"."""
    if content.dep == "parataxis" or not content.left <= verb.i <= content.right:
        return content.left, content.right
    return (content.left, verb.left - 1) if content.i < verb.i else (verb.i + 1, content.right)


def is_elsewhere(place: Token, *, seizing: bool) -> bool:
    """Whether a place is where somebody spoke or met (or, with `seizing`, was arrested or judged), which says nothing of
    other acts."""
    token = place
    for _ in range(STEPS):
        if token.pos == "VERB":
            seized = token.lemma in SEIZING and (
                seizing or token.dep in ("acl", "relcl")
            )  # "The man, arrested in Milan, …"
            return seized or is_telling(token) or token.lemma in _MEETING
        if token.head is token:
            return False
        token = token.head
    return False


def is_voice_from(preposition: Token) -> bool:
    """ "The raid drew condemnation from Chad", "Condemnation came from Chad": whose voice it is, not where anything was."""
    above = preposition.head
    if preposition.lower != "from":
        return False
    subject = above.child("nsubj") if above.lemma == "come" else above
    return subject is not None and subject.lemma in _VOICES


def is_telling(verb: Token) -> bool:
    """Whether the verb tells of something, and its subject is none of those who speak where it was."""
    return verb.lemma in SPEECH and not any(one.dep == "nsubj" and one.base in LOCAL for one in verb.children)
