"""Which way a time without a year or week points: by the tense of the verb that governs it."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.times.phrase import Context

WILL = frozenset(("will", "'ll", "shall", "wo", "would", "'d"))
MODAL = frozenset(("may", "might", "should", "can", "must", "ought"))
HAVE = frozenset(("has", "have", "had", "'ve", "'d", "having"))
BE_NOW = frozenset(("is", "are", "'s", "'re", "am", "'m", "be", "being"))
BACK = frozenset(("did", "was", "were", "had", "has", "have", "'ve"))
# Adjectives and participles that look ahead: "is due Friday", "scheduled for May", "payable Dec. 1", "its upcoming vote".
AHEAD = frozenset(
    "due payable expected scheduled rescheduled slated planned poised effective upcoming forthcoming puttable callable "
    "projected anticipated tentative imminent pending".split()
)
AHEAD_NOUNS = frozenset("deadline expiration expiry maturity outlook forecast".split())
# "planned to leave Thursday": an infinitive looks ahead of these, and a bare present of theirs looks ahead too.
AHEAD_VERBS = frozenset(
    "schedule reschedule slate plan expire mature intend hope expect aim await prepare vow pledge promise propose seek "
    "want need threaten agree decide forecast predict project foresee anticipate see".split()
)
# "The plant opens in the spring": of these the bare present tells what is on the calendar.
SCHEDULED = frozenset(
    "open reopen begin start close end resume convene reconvene adjourn meet vote leave depart arrive return retire air "
    "premiere debut launch continue sit testify take play host speak address debate consider face visit appear turn".split()
)
FORESEEING = frozenset("forecast predict project foresee expect anticipate plan schedule".split())  # "… for December"
OPENING = frozenset("start begin commence".split())  # "a strike starting on Friday"
MOVING = frozenset(
    "postpone delay move push put defer reschedule extend adjourn bring".split()
)  # "was postponed to August"
# "asked for an answer by Friday": what is asked for lies ahead, whenever it was asked.
ASKING = frozenset("ask demand request call press urge seek want need require order".split())
PLANS = frozenset("plan intention promise pledge proposal threat vow deadline".split())
# "managed to leave Thursday": the infinitive happened when its verb did.
HAPPENED = frozenset(
    "manage go come begin start continue help use happen fail prove cease get fly travel return try attempt force compel "
    "refuse decline struggle scramble rush race battle stop pause gather have appear seem".split()
)
LETTING = frozenset("allow permit let enable force compel cause help prompt".split())
# What is put off "until Friday" looks ahead in the past tense.
PUT_OFF = frozenset(
    "postpone delay extend suspend adjourn close defer hold freeze halt pause ban detain remand agree push put move "
    "reschedule stop prolong renew keep order give have shut cancel jail imprison bar ground".split()
)
AHEAD_TEXT = re.compile(
    r"\b(?:will|'ll|shall|won't|going to|due|expected|scheduled|would|set to|plans? to|is to|are to)\b"
)
PAST_TEXT = re.compile(r"\b(?:was|were|had|did|has|have|said|[a-z]{3,}ed)\b")
DEEPEST = 4  # verbs that take their tense from another
FARTHEST = 14  # steps up the tree; no sentence of sense is deeper


def tense_at(context: Context, start: int, end: int, signal: str = "") -> str:
    """ "past", "present", "future", "perhaps" for an infinitive that may look ahead, "going" for
    "is meeting", or "" where nothing tells."""
    token = context.token_at(max(start, end - 1))
    if token is None:
        return ""
    if not context.document.parsed or not token.pos:
        return _of_text(context, start, end, signal)
    if is_when_said(context, start, end):
        return "past"
    verb = governor(token)
    if (first := context.token_at(start)) is not None and (
        token.is_root if verb is None else first.sentence.index < token.sentence.index
    ):
        verb = (
            governor(first) or verb
        )  # the parser broke the sentence after the "a.m." of "begins at 12:30 a.m. Friday"
    if verb is None:
        return ""
    before = context.document.tokens[max(0, token.head.i - 1)]
    if token.head.lower == "for" and before.lower in PROJECTIONS:
        return "future"
    if verb.pos not in ("VERB", "AUX"):
        return "past" if is_missed(verb) else "future"
    tense = tense_of(verb)
    if verb.tag in ("VBZ", "VBP") and tense in ("present", "future") and has_done(verb):
        return "past"
    if tense in ("present", "") and FEARED.search(context.before(start, 60)):
        return "future"
    if verb.lemma == "follow" and tense == "present" and verb.child("dobj") is not None:
        tense = "past"  # "it follows a raid on Friday"
    if tense == "going" and _is_aside(token, verb):
        tense = "present"
    if (signal in ("by", "before") and verb.lemma in ASKING) or (signal == "for" and verb.lemma in FORESEEING):
        return "future"
    if verb.lemma in MOVING and context.before(start, 10).endswith((" to ", " to early ", " to late ")):
        return "future"
    if is_copula(verb) and (token.head is verb or token.head.head is verb):
        return "future"
    if verb.dep == "xcomp" and signal == "until" and verb.head.lemma in PUT_OFF and not _had_done(verb.head):
        return "future"  # "delayed hearing the case until Friday"
    if signal == "until" and tense in ("past", "present") and verb.lemma in PUT_OFF and not _had_done(verb):
        return tense if tense == "past" and _has_been_held(verb) else "future"
    return tense


def _had_done(verb: Token) -> bool:
    """ "had given them until Thursday", which is told when it is over."""
    return any(child.lower == "had" for child in verb.children_by("aux"))


# "There are fears of fires over the weekend".
FEARED = re.compile(
    r"\b(?:fears?|risk|danger|chances?|threat|hopes?|likelihood|prospect) of (?:[a-z-]+ ){1,4}(?:on|over|at|in|during) (?:the )?$"
)
HOPING = frozenset("hope plan intend aim want mean".split())


def _has_been_held(verb: Token) -> bool:
    """ "He was held until Friday", and then set free; "was ordered held until Friday" and "is held" look ahead."""
    plain = verb.tag == "VBD" or any(
        child.lower in ("was", "were") for child in verb.children if child.dep == "auxpass"
    )
    return plain and verb.lemma in ("hold", "keep")


# "Raised its production schedule for the second quarter": one to come, whatever the verb.
PROJECTIONS = frozenset(
    "prospects expectations forecast forecasts estimates schedule schedules plan plans outlook projection projections target targets budget".split()
)
MISSED = frozenset("miss skip omit pay repay default ignore defy meet".split())


def is_missed(word: Token) -> bool:
    """ "missed the payment due on Sept. 29", "went on past a Friday deadline": what was due is over when it was paid, or
    was not."""
    above = governor(word) if word.lower in ("due", "payable", "deadline") else None
    gone = word.dep == "pobj" and word.head.lower in ("past", "beyond", "after")
    if word.dep == "pobj" and word.head.lower == "before":
        gone = any(
            one.lower in ("hours", "minutes", "moments", "just") for one in (word.head.head, *word.head.children)
        )
    return above is not None and (gone or above.lemma in MISSED) and tense_of(above) == "past"


def is_copula(verb: Token) -> bool:
    """ "The deadline is Tuesday": what is, is not over; "Pictured are mourners on Tuesday" is a picture."""
    if verb.lemma != "be" or verb.tag not in ("VBZ", "VBP") or verb.dep in ("aux", "auxpass"):
        return False
    return not any(child.lower in PICTURED for child in verb.children)


PICTURED = frozenset(("pictured", "seen", "shown"))


def _is_aside(token: Token, verb: Token) -> bool:
    """Whether the time belongs to a noun beside what the verb says: "with a plunge on Tuesday, pressure is growing"."""
    here = token.head
    for _ in range(FARTHEST):
        if here is verb or here.head is here:
            return False
        if here.pos == "NOUN" and here.dep == "pobj":
            return True
        here = here.head
    return False


SPEECH = frozenset("say announce report disclose warn predict add note".split())


def is_when_said(context: Context, start: int, end: int) -> bool:
    """ "Said in September it would close": right after a verb of speech it is when that was said, wherever the parser
    hangs it."""
    if start == 0 or context.after(end, 2) == "'s" or context.tag_at(end + 1) == "MD":
        return False  # "said Friday's vote failed", "said Friday would be dry"
    before = context.token_at(start - 1)
    if before is not None and before.lower in ("in", "on", "late", "early", "last") and before.i:
        before = context.document.tokens[before.i - 1]
    return before is not None and before.tag == "VBD" and before.lemma in SPEECH


def is_said(context: Context, start: int) -> bool:
    """Whether it is when somebody spoke: "said in a statement Thursday"."""
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    return verb is not None and verb.tag == "VBD" and verb.lemma in SPEECH


def _of_text(context: Context, start: int, end: int, signal: str) -> str:
    """Without a parse: a word that looks ahead, or a past form, earlier in the sentence."""
    before = context.before(start, 70)
    before = before[max(before.rfind(". "), 0) :]
    if AHEAD_TEXT.search(before) or AHEAD_TEXT.match(context.after(end, 12).lstrip()):
        return "future"
    if signal == "until":
        return "future"
    return "past" if PAST_TEXT.search(before) else ""


def governor(token: Token) -> Token | None:
    """The verb that a word hangs from, or on the way to it a word that looks ahead."""
    here = token
    for _ in range(FARTHEST):
        if here is not token:
            if here.pos in ("VERB", "AUX"):
                return here
            if here.lower in AHEAD or here.lower in AHEAD_NOUNS:
                return here
            for child in here.children:
                if child.dep == "amod" and child.lower in AHEAD:
                    return child if child.pos == "ADJ" else here if here.pos in ("VERB", "AUX") else child
        if here.head is here:
            return None
        here = here.head
    return None


MAY_BEFALL = frozenset(
    "come begin start happen occur resume vote decide expire issue release announce end follow".split()
)  # "a ruling could come Friday", not "shots could be heard Friday"


# "Would not comment Tuesday" refused to.
REFUSED = frozenset("comment say elaborate disclose reveal confirm identify".split())


def tense_of(verb: Token, depth: int = 0) -> str:
    """The tense of a verb with its auxiliaries."""
    aux = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    perfect = any(word in HAVE for word in aux)
    if any(word in WILL for word in aux) and not (perfect and "would" in aux):
        return "past" if verb.lemma in REFUSED and "would" in aux and verb.child("neg") is not None else "future"
    bare = verb.tag == "VBN" and any(one.lower == "be" and one.tag == "VB" for one in verb.children_by("auxpass"))
    if bare and not set(aux) & (MODAL | {"to", "could", "not"}):
        return "future"  # "recommended that it be withdrawn"
    if verb.tag == "VBN" and not aux and verb.dep == "conj" and verb.head.tag == "VBN" and depth <= DEEPEST:
        return tense_of(verb.head, depth + 1)  # "be cut back, and withdrawn by Friday"
    if any(word in MODAL for word in aux):
        return "past" if perfect else "future"
    if "could" in aux:
        return "past" if perfect else "future" if verb.lemma in MAY_BEFALL and verb.child("neg") is None else "perhaps"
    if "to" in aux:
        hoped = perfect and verb.dep == "xcomp" and verb.head.lemma in HOPING and verb.head.tag in ("VBZ", "VBP")
        return "future" if hoped else "past" if perfect else infinitive(verb, depth)
    if verb.tag == "VBG" and verb.lower == "going" and verb.child("xcomp") is not None:
        return "future"
    if verb.tag == "VBN" and (verb.lower in AHEAD or is_set(verb)):
        return "future"
    if verb.tag == "VBN" and verb.lemma in FORESEEING and verb.child("auxpass") is not None:
        return "future"  # "Gusts were forecast into Sunday"
    if verb.dep == "pcomp" and verb.head.lower == "since":
        return "past"  # "has been in a coma since being shot Thursday"
    if any(word in BACK for word in aux):
        return "future" if perfect and verb.lemma in ("schedule", "reschedule") else "past"
    if verb.tag == "VBD":
        return "future" if _is_supposed(verb) else "past"
    if verb.tag == "VBN":
        return "present" if any(word in BE_NOW for word in aux) else "past"
    if verb.tag == "VBG":
        if is_after(verb) or is_blamed_for(verb) or (verb.dep == "xcomp" and verb.head.lemma in OWNING):
            return "past"
        if verb.lemma in OPENING and verb.dep == "acl" and not aux:
            return "future"
        return "going" if any(word in BE_NOW for word in aux) else _of_head(verb, depth)
    if verb.tag in ("VBZ", "VBP") or (verb.tag == "VB" and _is_of_present(verb, aux)):
        scheduled = verb.lemma in SCHEDULED and not (verb.lemma == "appear" and verb.child("xcomp") is not None)
        ahead = verb.lemma in AHEAD_VERBS or scheduled or is_to(verb) or goes_to(verb)
        return "future" if ahead else "present"
    if verb.tag == "VB":
        if verb.is_root and (who := verb.child("nsubj")) is not None and not aux:
            return "past" if who.tag == "NN" else "present"  # no order: "a bomber blow himself up on Friday"
        return "future" if verb.is_root or _is_order(verb) else _of_head(verb, depth) or "future"
    return ""


def is_after(verb: Token) -> bool:
    """ "says it will pay, after losing in court Tuesday": a clause set off by a comma tells what has happened; "will vote
    after debating it Tuesday" does not."""
    after = verb.head
    if verb.dep != "pcomp" or after.lower not in ("after", "since", "following") or after.head is after:
        return False
    before = after.sentence.tokens[after.i - after.sentence.tokens[0].i - 1]
    return before.lower == "," and before.i < after.i


def is_blamed_for(verb: Token) -> bool:
    """ "is accused of attacking it on Friday": what one is blamed or thanked for is done."""
    return verb.dep == "pcomp" and verb.head.lower in ("of", "for", "with", "over") and verb.head.head.lemma in BLAMING


OWNING = frozenset("deny admit regret recall remember acknowledge".split())  # "denies meeting him on Friday"
BLAMING = frozenset(
    "accuse suspect blame responsibility charge convict acquit criticize criticise fault condemn punish sentence jail arrest fine praise "
    "thank apologize apologise forgive".split()
)


def has_done(verb: Token) -> bool:
    """ "is believed to have left on Friday", wherever the day stands."""
    done = verb.child("xcomp") if verb.lemma not in HOPING else None
    return done is not None and "to" in (aux := [one.lower for one in done.children_by("aux")]) and "have" in aux


def _is_of_present(verb: Token, aux: list[str]) -> bool:
    """ "does not deny", "do they know?": no order, as "do not leave" is."""
    return "does" in aux or ("do" in aux and verb.child("nsubj") is not None)


def is_perfect(verb: Token) -> bool:
    """ "has agreed", which no day gone by stands beside; "to have left" and "may have left" may well."""
    aux = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    return any(word in HAS for word in aux) and all(word in HAS or word == "been" for word in aux)


HAS = frozenset(("has", "have", "'ve"))


def is_set(verb: Token) -> bool:
    """ "A vote set for Monday", "the ship is set to leave"."""
    return verb.lower == "set" and any(
        child.dep == "xcomp" or (child.dep == "prep" and child.lower == "for") for child in verb.children
    )


def _is_supposed(verb: Token) -> bool:
    """ "what would follow if he won on Nov. 8": a past form of what has not happened."""
    if verb.dep != "advcl" or not any(child.dep == "mark" and child.lower == "if" for child in verb.children):
        return False
    aux = [child.lower for child in verb.head.children if child.dep == "aux"]
    return "would" in aux and "have" not in aux


def _is_order(verb: Token) -> bool:
    """A quoted imperative: "Let's meet in May," he said."""
    return verb.dep == "ccomp" and not any(
        child.dep in ("aux", "nsubj", "nsubjpass", "mark") for child in verb.children
    )


def is_to(verb: Token) -> bool:
    """ "is to meet", "is due to expire", "is set to resume"."""
    if verb.lemma != "be":
        return False
    return any(child.lower in AHEAD or (child.dep == "xcomp" and child.tag == "VB") for child in verb.children)


def goes_to(verb: Token) -> bool:
    """ "The case goes to trial in October"; what "goes back to March" is past."""
    return (
        verb.lemma == "go"
        and any(child.lower in ("to", "on", "into") for child in verb.children if child.dep == "prep")
        and (not any(child.lower == "back" for child in verb.children))
    )


def is_promised(context: Context, end: int) -> bool:
    """Whether the verb is in the future proper: "will end in two days", "is due in six weeks"."""
    token = context.token_at(end - 1)
    if token is None:
        return False
    if not token.pos:
        return AHEAD_TEXT.search(context.before(end, 60)) is not None
    verb = governor(token)
    if verb is None:
        return False
    if verb.lower in ("due", "payable") or verb.lemma in ("expire", "end", "mature"):
        return True
    return any(child.lower in WILL for child in verb.children if child.dep == "aux")


def infinitive(verb: Token, depth: int) -> str:
    """ "agreed to meet Thursday" looks ahead; "managed to leave Thursday", "flew in to meet him Thursday" and "the first
    to leave Thursday" look back as far as their verb does."""
    if verb.is_root or depth > 4:
        return "future"
    head = verb.head
    if head.lower == "nowhere":
        return _of_head(verb, depth)  # "was nowhere to be found Sunday"
    if verb.dep == "xcomp" and head.tag == "VBN" and head.dep == "acl":
        return "perhaps"  # "the votes needed to win on Monday"
    if verb.dep == "ccomp" and head.lemma in LETTING:
        return tense_of(head, depth + 1)  # "let the plane land on Monday", "refused to allow it to land on Monday"
    if verb.dep == "xcomp" and head.pos in ("VERB", "AUX"):
        if head.lemma in HAPPENED:
            return tense_of(head, depth + 1)
        if head.lemma == "need" and head.tag == "VBD":
            return "perhaps"
        return "perhaps" if head.lemma not in AHEAD_VERBS and tense_of(head, depth + 1) == "past" else "future"
    if verb.dep == "advcl" and head.pos in ("VERB", "AUX"):
        return "future" if head.lemma in AHEAD_VERBS else tense_of(head, depth + 1)
    if verb.dep in ("relcl", "acl") and head.lemma in PLANS:
        return "future"
    if verb.dep in ("relcl", "acl") and any(
        child.tag == "JJ" and child.lower in ("first", "second", "third", "last", "latest", "next")
        for child in head.children
    ):
        return _of_head(head, depth)
    if verb.dep in ("relcl", "acl") and verb.child("auxpass") is not None:
        return "future"  # "the deal, to be signed in December,"
    return "future" if verb.dep in ("xcomp", "ccomp", "conj") else "perhaps"


def _of_head(word: Token, depth: int) -> str:
    if word.is_root or depth > 4:
        return ""
    above = governor(word)
    if above is None or above is word:
        return ""
    return tense_of(above, depth + 1) if above.pos in ("VERB", "AUX") else "future"
