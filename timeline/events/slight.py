"""Acts that are no rows of their own: told only in passing, to say which one is meant, in a book, or undone at once."""

from __future__ import annotations

from timeline.events.nothing_new import NOTHING_NEW, is_named_war
from timeline.events.roles.words import FOILING, SAID_OF, SPARKING, TOLLS
from timeline.events.syntax.relatives import RELATIVE
from timeline.events.syntax.structure import word_before
from timeline.events.syntax.texts import DOCUMENTS
from timeline.events.syntax.words import HURT, TALKS
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document, Token
from timeline.model import Event

CLEARING = frozenset("acquit clear exonerate absolve".split())
PROMINENT = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr", "appos", "conj"})
PASSING = frozenset({"pcomp", "acl", "csubj", "amod", "relcl", "advcl"})
# A standing attitude, and the verbs of it that are an act of speech.
STANCES = frozenset({"SUPPORT", "REJECT", "REQUEST"})
SPOKEN = frozenset(
    "demand urge ask call order sign ratify award thank congratulate reject deny veto refuse block postpone cancel".split()
)
# Words of sport, words that games share with others, and what is told in the news of the world alone.
SPORT = frozenset(
    "coach squad midfielder striker goalkeeper scrum rugby football soccer cricket tennis golf basketball baseball hockey "
    "championship tournament playoff wicket innings batsman bowler referee scorer seed semifinal quarterfinal olympic "
    "marathon sprinter cyclist prix swimmer footballer cricketer golfer quarterback volleyball handball "
    "badminton snooker chess motorsport boxing wrestling".split()
)
GAME = frozenset(
    "team match game season league cup title captain debut injury player goal penalty final win champion kick half "
    "fixture fan defeat beat score lead side".split()
)
WORLD = frozenset(
    "kill bomb gunman militant rebel troop soldier missile police arrest protest government minister sanction president "
    "army war court parliament terrorist explosion invasion boycott asylum refugee embassy diplomat hooligan riot stab "
    "shoot jail prison prosecutor coup mayor senator election".split()
)
SPORTING = 7
OPENING = 7  # words of "In the women's football league, …"
# What a thing is by its nature, whatever happens.
LIABLE = frozenset("prone liable susceptible vulnerable immune resistant".split())
# Types of what one answers to another who asks.
ANSWERS = frozenset(("REJECT", "AGREE", "CONCEDE", "SUPPORT", "CONSULT"))
# What an end is, of a step that may bring it.
DECISIVE = frozenset("vital key crucial essential central critical important pivotal".split())
# Verbs by which somebody says what an act is.
JUDGING = frozenset(
    "condemn denounce criticize criticise describe slam brand decry deplore blast dismiss call label characterize "
    "characterise regard view praise hail welcome see".split()
)
VOWING = frozenset("threaten vow pledge promise warn offer".split())
# What makes who becomes something remarkable.
TAKING_OFFICE = frozenset("elect appoint swear name inaugurate install choose".split())
RANKS = frozenset("first second third last only youngest oldest latest".split())
# Where what is hoped for is talked about or called for.
GATHERINGS = TALKS | frozenset(
    "march rally vigil demonstration campaign forum dialogue hope prospect appeal prayer".split()
)
# Whatever they say is so at any time.
LAWS = frozenset("constitution law legislation statute rule bylaw".split())
# What one may do, done or not.
RIGHTS = frozenset("right freedom liberty authority ability capability".split())
MOST = frozenset("worst deadliest bloodiest biggest largest heaviest fiercest boldest gravest".split())
NAMING, DECLINING = frozenset("name identify quote".split()), frozenset("decline ask refuse request want wish".split())
# What says what would be.
DRAFTS = frozenset("resolution draft bill motion amendment proposal plan text law measure".split())
# Works that tell of what was, or never was.
BEFALLING = frozenset(("ASSAULT", "COERCE", "THREATEN"))
BESET = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "CONCEDE"))
ARTS = frozenset(
    "film movie novel play documentary opera musical book memoir drama thriller biography exhibition".split()
)
PLOTS = frozenset("plot attempt plan conspiracy scheme bid effort".split())
RETELLING = frozenset(
    "tell describe depict portray chronicle recount explore follow show deal trace examine document feature".split()
)


def is_own_claim(trigger: Trigger, event: Event) -> bool:
    """ "The group said it was behind the raid": nobody is accused."""
    if trigger.type != "ACCUSE" or not trigger.rule.startswith(SAID_OF) or event.recipients:
        return False
    clause = trigger.head.head if trigger.head.dep in ("prep", "acomp") else trigger.head
    subject = clause.child("nsubj", "nsubjpass")
    return subject is not None and subject.pos == "PRON"


RISING = frozenset({"PROTEST", "ASSAULT", "DISASTER"})  # what may be sparked


def is_slight(trigger: Trigger, event: Event) -> bool:
    """Words that only refer to an act in passing and name no party, time or number: "its role in the negotiations",
    "a crucial issue for protecting civilians". They may be mentions of an event told elsewhere, and no rows."""
    if is_own_claim(trigger, event) or any(holds(trigger.head) for holds in NOTHING_NEW):
        return True
    if is_telling_which(trigger) or is_retold(trigger.head) or is_measure(trigger.head):
        return event.time_basis not in ("explicit", "relative")
    if (
        (trigger.head.lemma in HURT or trigger.head.lemma in TOLLS)
        and event.polarity == "negative"
        and event.modality == "happened"
        and not event.actors
    ):
        return True  # "was not hurt", "nobody was killed"
    if event.quantities or (event.time_basis in ("explicit", "relative") and trigger.head.pos in ("NOUN", "PROPN")):
        return False
    if is_named_war(trigger.head):
        return True
    if trigger.head.pos in ("NOUN", "PROPN"):
        named = event.actors or event.recipients or _is_placed(trigger, event)
        return not named and trigger.head.dep not in PROMINENT
    told = (
        event.modality in ("happened", "planned")
        and event.time_basis in ("explicit", "relative")
        and event.type != "STATEMENT"
    )
    if told and trigger.head.tag in ("VBD", "VBN"):
        return False  # "the families of those who were killed in May"
    if trigger.head.dep == "acl" and trigger.head.tag == "VBN" and trigger.head.head.is_root and event.recipients:
        return trigger.head.sentence.tokens[-1].lower == "."  # a headline's "Editor convicted of fraud"
    if (
        trigger.head.dep == "acl"
        and trigger.head.tag == "VBN"
        and trigger.head.head.pos == "PROPN"
        and event.recipients
    ):
        return word_before(trigger.head, phrase=True).text != ","  # "One of them is Pablo Ruiz, captured in Tolu"
    if trigger.head.dep == "relcl" and is_victim_named(trigger, event):
        return False
    if trigger.head.lemma in SPARKING and trigger.core is not trigger.head and trigger.type in RISING:
        return False  # "…, sparking protests": whoever protests
    if (
        event.recipients
        and event.modality == "happened"
        and (is_told_beside(trigger.head) or _is_set_off(trigger.head))
    ):
        return False
    if event.recipients and event.type in BESET and trigger.head.dep == "advcl" and _is_gapped(trigger.head):
        mark = trigger.head.child("mark")  # "The clerk, although suspended in May, was paid"
        return event.modality != "happened" or mark is None or mark.lower in ("as", "than", "until", "unless")
    return not event.actors and trigger.head.dep in PASSING and "deny" not in trigger.operators


def _is_set_off(verb: Token) -> bool:
    """What befell somebody whom a pronoun names, in a clause set off by a comma: "…, for which he was criticized"."""
    subject = verb.child("nsubjpass") if verb.dep == "relcl" and verb.tag == "VBN" else None
    if subject is None or subject.pos != "PRON" or subject.lower in RELATIVE:
        return False
    return word_before(verb, phrase=True).text == ","


def _is_gapped(verb: Token) -> bool:
    """ "although suspended in May"."""
    return verb.tag == "VBN" and verb.child("nsubj", "nsubjpass", "aux", "auxpass") is None


def _is_placed(trigger: Trigger, event: Event) -> bool:
    """Whether a new act is told with its own place: "after a bombing in Haifa"; "the attack" there is a known one."""
    noun, place = trigger.head, event.place
    if place is None or noun.child("prep") is None:
        return False
    article = noun.child("det")
    new = article is None or article.lower in ("a", "an", "another")
    new = new and any(one.lower != "than" for one in noun.children_by("prep"))
    tokens = noun.sentence.tokens
    first = tokens[0].i
    return new and tokens[noun.left - first].start <= place.span.start < tokens[noun.right - first].end


def is_telling_which(trigger: Trigger) -> bool:
    """A stance that only says which ones are meant: "groups [opposing] the deal won", "a party that [campaigns] for
    independence". Whoever marches or writes to demand something does demand it."""
    verb = trigger.head
    if trigger.type not in STANCES or verb.pos != "VERB" or verb.lemma in SPOKEN or verb.head.pos != "NOUN":
        return False
    if verb.head.lemma in DOCUMENTS or word_before(verb, phrase=True).text == ",":
        return False
    if verb.dep == "acl":
        return verb.tag == "VBG"
    return verb.dep == "relcl" and verb.tag in ("VBZ", "VBP") and verb.child("aux") is None


def is_retold(word: Token) -> bool:
    """What a book or a film tells: "a novel about the [murder] of a judge", "the film tells how Rome [invaded]"."""
    for above in word.ancestors():
        if above.pos == "NOUN" and above.lemma in ARTS:
            return True
        if above.pos == "VERB":
            subject = above.child("nsubj")
            if subject is not None and (subject.lemma in ARTS or any(one.lemma in ARTS for one in subject.children)):
                return above.lemma in RETELLING
        if above.pos == "AUX" and (subject := above.child("nsubj")) is not None:
            return subject.lemma in ARTS
    return False


def is_measure(word: Token) -> bool:
    """What only says how much, or what may befall it: "powerful enough to cause a [disaster]", "too weak to [attack]",
    "prone to [collapse]"."""
    for above in (word, *word.ancestors()):
        if above.lemma in LIABLE:
            return True
        if above.tag == "VB" and above.head.pos == "ADJ":
            return any(one.lower in ("enough", "too") for one in above.head.children)
        if above.pos == "ADJ" or above.tag in ("VBD", "VBZ", "VBP"):
            return False
    return False


def is_told_beside(verb: Token) -> bool:
    """A clause that tells what happened before or beside: "after floods struck the valley", not "until they strike"
    nor "as soon as they do"."""
    mark = verb.child("mark", "advmod")
    if verb.dep != "advcl" or mark is None or verb.child("nsubj", "nsubjpass") is None:
        return False
    telling = mark.lower in ("after", "when", "as", "while", "because")
    return telling and word_before(mark).lower not in ("soon", "long", "far")


def is_whom_it_met(trigger: Trigger, event: Event) -> bool:
    """ "A man who was shot dead in May has been named", "the names of soldiers killed in Mali", "ran before being shot": a
    clause that tells what befell somebody."""
    verb = trigger.head
    beside = (verb.dep == "relcl" and verb.tag in ("VBN", "VBD")) or (verb.dep == "acl" and verb.tag == "VBN")
    beside = beside or (verb.dep == "pcomp" and verb.tag == "VBN" and verb.head.lower in ("before", "after"))
    return beside and event.modality == "happened" and bool(event.recipients)


def is_victim_named(trigger: Trigger, event: Event) -> bool:
    """ "a nurse, Amina Diallo, who was killed as she helped a boy", "a widow whose husband Ali was shot": what befell a
    person told by name."""
    verb = trigger.head
    if trigger.type not in BEFALLING or verb.tag != "VBN" or event.modality != "happened":
        return False
    return any(one.kind == "person" and one.name[:1].isupper() for one in event.recipients)


def is_what_struck(trigger: Trigger) -> bool:
    """ "ninety are feared dead after the collapse of a mine"."""
    head = trigger.head
    return trigger.type == "DISASTER" and head.dep == "pobj" and head.head.lower in ("after", "following", "by", "in")


def is_undone(trigger: Trigger) -> bool:
    """An act that another row tells as cleared, foiled or talked over: "acquitted of [murder]", "foiled a plot to [bomb] a
    church", "discussed [lifting] the embargo"."""
    mark = trigger.head.child("mark")
    if mark is not None and mark.lower == "before" and any(one.lower == "could" for one in trigger.head.children):
        return True  # "before the rebels could threaten the capital"
    told = trigger.head
    if told.lemma == "blame" and told.dep == "acl" and told.tag == "VBN" and told.child("agent") is None:
        return True  # "an attack blamed on rebels": who did the attack
    clause = trigger.head.head if trigger.head.dep == "conj" else trigger.head
    if clause.dep == "relcl" and clause.head.lemma in DRAFTS and any(one.lower == "would" for one in clause.children):
        return True  # "vetoed a resolution that would have condemned the raid and called for talks"
    if is_condition(trigger) or is_right(trigger.head) or is_superlative(trigger.head) or is_judged(trigger.head):
        return True
    if trigger.head.lemma == "arm" and trigger.head.tag == "VBN" and trigger.head.child("agent", "dobj") is None:
        return True  # "men armed with rifles"
    if trigger.head.dep == "csubj" and any(one.lower == "what" for one in trigger.head.children_by("dobj")):
        return True  # "after what its owners [alleged] was an attack"
    if is_asked(trigger.head) or is_name_given(trigger.head):
        return True  # "declined to say whether a ransom was paid", "what they called an attempt"
    if is_rule(trigger.head):
        return True  # "Under the constitution the house impeaches"
    if is_called_so(trigger.head) or is_distinction(trigger) or is_sought(trigger):
        return True  # "a vendor named Halima Osei"
    if trigger.head.lemma in NAMING and trigger.head.dep == "xcomp" and trigger.head.head.lemma in DECLINING:
        return True  # "who declined to be named"
    act = trigger.head.head if trigger.head.dep == "amod" else trigger.head
    above = act.head
    while act.tag == "VBG" and above.tag == "VBG" and act.dep == "conj":
        act, above = above, above.head
    if act.tag == "VBG" and act.dep == "xcomp" and above.lemma in ("discuss", "debate"):
        return True
    if act.dep == "pcomp" and act.tag == "VBG" and above.lower == "to" and above.head.lemma in DECISIVE:
        return True  # "a step seen as vital to [ending] the unrest"
    if act.dep == "pobj" and above.lower == "for" and above.head.lemma == "warrant":
        return True  # "a warrant for his arrest"
    if act.dep == "pobj" and above.lower in ("of", "in"):
        return above.head.lemma in CLEARING
    if act.dep == "acl" and act.tag == "VB" and above.lemma == "warrant":
        return True  # "a warrant to arrest him"
    plot = act.dep == "acl" and act.tag == "VB" and above.dep in ("dobj", "nsubjpass")
    if act.dep == "advcl" and act.tag == "VB" and above.lemma in FOILING:  # "to kill", hung on the verb
        return any(one.lemma in PLOTS and one.i < act.i for one in above.children_by("dobj", "nsubjpass"))
    return plot and above.head.lemma in FOILING


def is_condition(trigger: Trigger) -> bool:
    """What somebody may say or do, told as the condition of another act: "will strike if the ministry [fails] to pay"."""
    clause = trigger.head
    mark = clause.child("mark")
    asked = mark is not None and mark.lower in ("if", "unless", "should")
    if clause.dep != "advcl" or not asked or trigger.type not in ANSWERS:
        return False
    above = clause.head
    while above.dep == "conj" and above.child("aux", "nsubj") is None:
        above = above.head  # "will halt the raids and lift the siege if they agree"
    return above.lemma in VOWING or any(one.tag == "MD" for one in above.children_by("aux"))


def is_right(word: Token) -> bool:
    """What one may do, whether one does it or not: "the right to [appeal]", "their freedom to [protest]"."""
    if word.tag != "VB" or word.dep not in ("acl", "advcl"):
        return False
    beside = word.head.children_by("dobj") if word.dep == "advcl" and word.head.pos == "VERB" else [word.head]
    return any(one.lemma in RIGHTS and one.i < word.i and one.i + 2 >= word.i for one in beside)


def is_superlative(noun: Token) -> bool:
    """What an act told already is said to be: "killed nine in the worst [attack] since 2001"."""
    if noun.pos != "NOUN" or noun.dep != "pobj" or noun.head.lower not in ("in", "of"):
        return False
    most = any(one.tag == "JJS" and one.lower in MOST for one in noun.children_by("amod"))
    return most and any(one.lower in ("since", "in", "for") for one in noun.children_by("prep"))


def is_judged(word: Token) -> bool:
    """What somebody says that an act is, or does: "condemned the raid as a [massacre]", "called it a [violation]",
    "criticized the verdict as [encouraging] crime"."""
    if word.dep == "oprd" and word.pos == "NOUN":
        return word.head.lemma in ("call", "term", "brand", "dub", "label") and word.child("det") is not None
    if word.head.lower != "as" or word.head.dep != "prep":
        return False
    said = (word.dep == "pobj" and word.pos == "NOUN") or (word.dep == "pcomp" and word.tag == "VBG")
    above = word.head.head
    verb = above.head if above.dep in ("dobj", "nsubjpass") else above
    return said and verb.lemma in JUDGING


def is_asked(verb: Token) -> bool:
    """What nobody says: "declined to say whether a ransom was [paid]"."""
    asked = verb.dep == "ccomp" and any(one.lower == "whether" for one in verb.children_by("mark", "advmod"))
    return asked and verb.head.lemma in ("say", "tell", "reveal", "disclose", "confirm", "specify")


def is_name_given(verb: Token) -> bool:
    """By what name somebody condemns it: "condemned what they [called] an attempt to annex it"."""
    named = verb.lemma in ("call", "term", "label", "brand", "describe", "deem") and verb.dep in ("ccomp", "pcomp")
    return named and any(one.lower == "what" for one in verb.children_by("dobj", "nsubjpass"))


def is_rule(verb: Token) -> bool:
    """What the law says that somebody does or may do: "Under the constitution the house [impeaches] and the senate
    tries"; "Peru bans a paper under the law" is news."""
    while verb.dep in ("conj", "xcomp", "ccomp") and verb.head.pos in ("VERB", "AUX"):
        if verb.tag in ("VBD", "VBN") and verb.child("aux", "auxpass") is None:
            return False
        if any(one.lower == "under" for one in verb.children_by("prep")):
            break
        verb = verb.head
    under = [one for one in verb.children_by("prep") if one.lower == "under"]
    if not under:
        return False
    modal = any(one.lower in ("can", "may", "must", "shall") for one in verb.children_by("aux"))
    present = any(one.tag in ("VBZ", "VBP") for one in (verb, *verb.children_by("auxpass")))
    if not (modal or present) or any(one.dep == "aux" and one.lemma in ("have", "be") for one in verb.children):
        return False
    opens = [one for one in under if modal or one.i < verb.i]
    laws = [one for law in opens for one in law.children_by("pobj")]
    dated = any(one.entity == "DATE" for one in verb.sentence.tokens)
    return not dated and any(
        one.base in LAWS and one.child("compound") is None and not _is_martial(one) for one in laws
    )


def _is_martial(law: Token) -> bool:
    return any(one.lower in ("martial", "emergency", "new") for one in law.children_by("amod"))


def is_called_so(word: Token) -> bool:
    """ "a street vendor named Halima Osei": what somebody's name is, and no choice of anybody."""
    named = word.lemma in ("name", "call") and word.dep == "acl" and word.tag == "VBN"
    return named and word.child("oprd") is not None and word.child("agent", "prep", "npadvmod") is None


def is_distinction(trigger: Trigger) -> bool:
    """ "[became] the first president to be impeached": nobody takes office; "the first woman to be elected" does."""
    verb = trigger.head
    if trigger.type != "APPOINTMENT" or verb.lemma not in ("become", "be", "remain"):
        return False
    title = verb.child("attr", "dobj")
    ranks = title is not None and any(one.lower in RANKS for one in title.children_by("amod"))
    if title is None or not ranks:
        return False
    told = (*title.children_by("acl", "relcl"), *verb.children_by("advcl", "xcomp"))
    said = [one for one in told if one.tag in ("VB", "VBN") and one.i > title.i and one.child("aux", "auxpass")]
    return bool(said) and all(one.lemma not in TAKING_OFFICE for one in said)


def is_sought(trigger: Trigger) -> bool:
    """What a gathering is for or about: "a conference for a [ceasefire]", "talks on [peace]"; not "talks on the truce"."""
    noun = trigger.head
    if trigger.type != "RETREAT" or noun.pos != "NOUN" or (noun.child("det", "poss") is not None and not _is_new(noun)):
        return False
    while noun.dep == "conj" and noun.head.pos == "NOUN":
        noun = noun.head
    if noun.dep != "pobj" or noun.head.lower not in ("for", "on", "about"):
        return False
    above = noun.head.head
    held = above.children_by("dobj") if above.pos == "VERB" else [above]
    return any(one.base in GATHERINGS for one in held)


def _is_new(noun: Token) -> bool:
    article = noun.child("det")
    return article is not None and article.lower in ("a", "an")


def is_sport(document: Document) -> bool:
    """Whether an article is about a game: "clash", "beat", "rally" and "call up" are moves in it. One that tells of
    police, soldiers or ministers too is not."""
    words: set[str] = set()
    for token in document.tokens:
        lemma = token.base
        if lemma in WORLD:
            return False  # nearly every article soon comes to one
        words.add(lemma)
    opening = [token.base for token in document.tokens[:OPENING]]
    if opening[:1] == ["in"] and "," in opening and not SPORT.isdisjoint(opening[: opening.index(",")]):
        return True  # "In men's volleyball, …"
    return 2 * len(words & SPORT) + len(words & GAME) >= SPORTING
