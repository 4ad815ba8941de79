"""Who did what a noun names, and to whom, by the words that the noun hangs on: "responsible for the bombing", "pleaded
guilty to two counts of murder", "the group behind the attack", "survived the attack"."""

from __future__ import annotations

from timeline.actors.tables import Noun, load_nouns
from timeline.events.factuality.modality import judge
from timeline.events.roles.nouns import is_facility, is_harm
from timeline.events.syntax.arguments import SUBJECT, gap_above, objects, subjects, surface_subjects
from timeline.events.syntax.coordination import with_conjuncts
from timeline.events.syntax.governed import governed, under
from timeline.events.syntax.passives import PENALTIES, is_passive
from timeline.events.syntax.relatives import RELATIVE
from timeline.events.syntax.words import BRINGING, FIGHTS, GROUNDS, OWNING, SAYING, TALKS
from timeline.language.document import Token

# Verbs whose subject does what their object names.
DOING = frozenset(
    "commit perpetrate perform conduct stage mount launch execute wage carry orchestrate mastermind plan plot plan "
    "organize organise lead undertake start begin resume continue step intensify order claim admit confess unleash "
    "inflict attempt prepare coordinate direct join attend".split()
)
# The same, of things laid or fired: "a bomb planted by separatists".
USING = frozenset(
    "plant lay fire detonate drop throw hurl launch place set drive operate use fly shoot wear trigger ignite cause".split()
)
# Verbs whose subject is met by what their object names.
SUFFERING = frozenset("await face survive suffer sustain escape endure undergo withstand repel repulse".split())
# Preposition → words before it that ascribe what follows to somebody.
ASCRIBING = {
    "for": "responsible responsibility blame arrest detain hold jail sentence try wanted convict indict imprison punish "
    "credit prosecute charge execute forgive pardon seek",
    "of": "accuse suspect convict acquit guilty suspicion capable perpetrator mastermind architect author organizer "
    "organiser planner leader ringleader accused",
    "in": "guilt involve involved implicate complicit involvement participation role part hand participate complicity engage "
    "suspect assist help connection indict charge seek want",
    "to": "guilty confess admit plead link tie connect",
    "with": "charge connection link",
    "over": "arrest detain charge indict try jail guilty convict seek want",
    "behind": "be",
    "from": "refrain",
}
# Verbs by which somebody brings forth what another then takes or refuses: "an offer made by the rebels".
OFFERING = frozenset(
    "make present submit propose issue send put table voice extend announce sign offer draft bring file lodge mount".split()
)
DEEDS = frozenset("action act operation crime incident sabotage mission manoeuvre maneuver".split())
OFFERS = frozenset(
    "amnesty invitation concession compromise truce ceasefire proposal offer request demand plan appeal petition call initiative threat ultimatum communique communiqué claim motion lawsuit suit complaint challenge "
    "application accusation allegation statement apology pledge promise".split()
)
ASCRIBED = {word: frozenset(words.split()) for word, words in ASCRIBING.items()}
# Verbs whose object, not subject, is who did it.
CHARGED = frozenset(
    "blame arrest detain hold jail sentence try want convict indict imprison punish credit prosecute charge execute accuse "
    "suspect acquit implicate involve link tie connect forgive pardon seek".split()
)
LOOKED_FOR = frozenset(("seek",))
# A meeting told beside what those who met did.
BESIDE = frozenset(("after", "before", "during", "following", "at", "as", "under", "in"))
MEETINGS = TALKS | FIGHTS | frozenset("agreement deal ceasefire truce pact treaty accord swap exchange".split())
COMING = frozenset(
    "leave fly travel go head arrive come gather return depart sit reconvene convene assemble join".split()
)
VISITS = frozenset("visit trip tour journey".split())
WORK = frozenset("work handiwork doing".split())
STATES = frozenset("be go remain stay".split())
JUDGED_AS = frozenset(
    "describe see regard treat view denounce label portray know explain present characterize characterise condemn "
    "investigate depict dismiss criticize criticise identify recognize recognise list cite report".split()
)
COURSES = frozenset("offensive attack strike rampage march patrol war hunger-strike spree".split())
HELPING = frozenset("support back reinforce".split())
FIGHTERS = frozenset(("REB", "MIL", "UAF"))
KEEPING = frozenset("belong own hold operate run".split())
STRUCK = frozenset("victim survivor casualty target objective object".split())
# Verbs of which the subject is punished by what their object names.
SERVING = frozenset("serve begin start complete finish get receive face appeal".split())
# Verbs by which an act is somewhere, and what stands before the house it struck.
OCCURRING = frozenset("be happen occur take come".split())
SCENES = ("in", "at", "inside", "on", "outside", "aboard")
SHRINES = frozenset("mosque church synagogue temple cathedral school hospital hotel market mall university".split())
AIMED_AT = frozenset("target objective object".split())  # of things too, which a clause must name
LINKING = frozenset("be become remain".split())
# Verbs that say whose an act is, and the word before him.
BLAMING = {"blame": "on", "attribute": "to", "ascribe": "to", "impute": "to"}
# Verbs that lay the blame for an act on somebody.
PINNING = frozenset("pin lay put place heap shift fix".split())
# Who judges, told after what was judged: "was found guilty of the murder by a jury".
JUDGING = frozenset(
    "court judge jury juror tribunal panel inquiry enquiry investigation commission committee prosecutor report magistrate "
    "regulator watchdog parliament senate council authority".split()
)
# Verbs whose subject is before a court, and the court's business with him.
STANDING = frozenset("go stand face await be put appear remain stay take place".split())
TAKING = frozenset(("take", "put", "place"))
BEFORE_COURTS = ("on", "before", "in", "into", "under")
COURTS = frozenset(
    "trial retrial court judge tribunal dock prosecution sentencing investigation custody detention arrest".split()
)
# Where those who look on may be too: "reporters were in court over the murder".
ATTENDED = frozenset("court tribunal prosecution sentencing".split())
CHARGES = frozenset("charge count accusation allegation suspicion case".split())
COUNTING = frozenset(
    "dozen hundred score thousand number count charge suspicion crime allegation act series string wave spree accusation attempt "
    "statement expression message outpouring".split()
)


def done_by(noun: Token) -> list[Token]:
    """Who the words round a noun say did it."""
    act = _counted(noun)
    above = act.head
    whom = above.head if above.lower == "of" and above.head.dep == "pobj" else None
    if whom is not None and whom.head.lower == "against" and whom.head.head.lemma in CHARGES:
        return with_conjuncts([whom])  # "pressed charges against two men of murder", hung on the men
    if act is not noun and act.lemma in CHARGES:
        against = under(act, "against") or under(above, "against")
        if against:
            return against  # "pressed charges against two men of murder"
    if act.dep == "dobj" and above.pos == "VERB":
        if above.lemma in BLAMING:  # "attributed the attack to rebels"
            return blamed_for(above, act)
        used = above.lemma in ("use", "employ") and act.lemma in ("strike", "airstrike", "raid") and act.tag == "NNS"
        used = used and act.child("det", "poss", "prep") is None
        return subjects(above) if above.lemma in DOING or used else []  # "has used drone strikes"
    if act.dep == "pobj" and above.lower == "for" and above.head.lemma in ("blame", "responsibility"):
        laid = above.head
        if laid.dep == "dobj" and laid.head.lemma in PINNING:  # "pinned the blame for the raid on rebels"
            return next((found for one in (act, laid, laid.head) if (found := under(one, "on"))), [])
    if act.dep == "nsubjpass":
        return _behind_passive(above)
    if act.dep == "nsubj" and above.lemma == "come":  # "condemnation came from Oslo"
        return [one for child in above.children_by("prep") if child.lower == "from" for one in governed(child)]
    if act.dep == "nsubj" and above.lemma == "be":  # "was the work of a lone gunman"
        said = above.child("attr")
        return under(said, "of") if said is not None and said.lemma in WORK else []
    if act.dep != "pobj" or above.dep not in ("prep", "agent", "conj"):
        return []
    if (
        act.lemma in COURSES and above.lower == ("at" if act.lemma == "war" else "on") and above.head.lemma in STATES
    ):  # "Troops are on the offensive", "is at war with"
        return [one for one in surface_subjects(above.head) if _is_party(one)]
    if above.lower == "of" and above.head.lemma in BRINGING:
        return with_conjuncts(above.head.children_by("poss"))
    if above.dep == "conj" and above.head.dep == "prep":
        above = above.head  # "blamed for the murder and for a string of raids"
    if above.lower == "on" and act.lemma in GROUNDS:  # "arrested two men on suspicion of murder"
        charged = above.head.head if above.head.dep in ("dobj", "nsubjpass") else above.head
        return objects(charged) if charged.lemma in CHARGED else []
    if above.lower in ("in", "with") and above.head.lemma in HELPING:
        return [one for one in objects(above.head) if _fights(one)]  # "backed the rebels in raids on the port"
    if above.lower == "of" and above.head.lemma == "part" and above.head.dep == "pobj":  # "as part of a deal with Chad"
        above = above.head.head
        if above.lower == "as" and above.head.pos == "VERB" and above.head.lemma not in JUDGED_AS and is_harm(act):
            return [] if is_passive(above.head) else subjects(above.head)  # "shut the bank as part of a crackdown"
    if above.lower == "for" and above.head.lemma in COMING and noun.lemma in TALKS:
        return [] if is_passive(above.head) else surface_subjects(above.head)  # "left for talks with the rebels"
    if above.lower in BESIDE and _is_meeting(noun, above) and above.head.pos == "VERB":
        return _met_beside(above.head)
    return [] if judge(above.head).polarity == "negative" else _ascribed(above, above.head)


def _is_meeting(noun: Token, preposition: Token) -> bool:
    """Whether it says whom somebody meets: "talks with Mr Sato", "a visit to Peru"."""
    if noun.lemma in VISITS:  # "during the visit to Peru of the king": another's
        theirs = any(under(one, word) for word in ("of", "by") for one in (noun, *under(noun, "to")))
        article = noun.child("det")
        return bool(under(noun, "to")) and not theirs and (article is None or article.lower != "the")
    return noun.lemma in MEETINGS and preposition.lower not in ("to", "on") and bool(under(noun, "with"))


def _met_beside(verb: Token) -> list[Token]:
    """Who meets, told as what else they did then: "The ministers issued a warning after talks with Mr Sato". Of those who
    only say something it is one with a name: a spokesman need not have met him."""
    if is_passive(verb) or verb.lemma == "die":
        return []
    found = surface_subjects(verb)
    return [one for one in found if one.entity == "PERSON"] if verb.lemma in SAYING else found


def blamed_for(verb: Token, act: Token) -> list[Token]:
    """Who is said to have done an act: "attributed the raid on the ferry [to rebels]", wherever the parser hangs it."""
    word = BLAMING[verb.lemma]
    inner = [noun for on in ("on", "of", "against", "in") for noun in under(act, on)]
    return next((found for one in (verb, act, *inner) if (found := _parties(one, word))), [])


def judges(verb: Token) -> list[Token]:
    """Whoever does what a passive says, hung on the noun before: "denounced as a spy by his aides", "was held responsible for
    the massacre by a commission"."""
    said = [noun for word in ("as", "with") for noun in under(verb, word)]
    found = [one for noun in said for one in under(noun, "by")]
    above = [verb, *verb.children_by("oprd", "acomp")]
    acts = [] if found else [noun for one in above for word in ("for", "of") for noun in under(one, word)]
    acts += [noun for act in acts for word in ("of", "on") for noun in under(act, word)]
    return found or [one for act in acts for one in under(act, "by") if one.lemma in JUDGING]


def is_judged(noun: Token, by: list[Token]) -> bool:
    """Whether who stands behind "by" judges the act and did not do it."""
    if not by or by[0].lemma not in JUDGING or noun.dep != "pobj" or noun.head.lower not in ("for", "of"):
        return False
    above = noun.head.head
    verb = above if above.pos == "VERB" else above.head
    return verb.pos == "VERB" and is_passive(verb) and verb.child("agent") is None


def _parties(verb: Token, word: str) -> list[Token]:
    """Who stands behind "blamed on"; it may be no one: "blamed on pilot error"."""
    return [one for one in under(verb, word) if one.pos != "NOUN" or one.text[0].isupper() or _is_party(one)]


def done_to(noun: Token) -> list[Token]:
    """Whom the words round a noun say it met."""
    above = noun.head
    if noun.dep == "dobj" and above.pos == "VERB":
        served = above.lemma in SERVING and noun.lemma in PENALTIES
        return subjects(above) if above.lemma in SUFFERING or served else []
    if (
        noun.dep == "nsubj" and above.lemma in OCCURRING and is_harm(noun)
    ):  # "The attack was in a mosque", "took place at a school"
        scenes = [one for word in SCENES for one in under(above, word)]
        return [one for one in scenes if one.entity == "FAC" or is_facility(one) or one.base in SHRINES][:1]
    if noun.dep != "pobj" or above.dep not in ("prep", "agent"):
        return []
    word = above.head
    return whom_it_struck(word) if above.lower == "of" and word.lemma in STRUCK else []


def whom_it_struck(word: Token) -> list[Token]:
    """Who the victim or target is: "the clinic was the [target] of two raids", "the [target] of the raid was a clinic"."""
    above = word.head
    named: list[Token] = []
    if above.lemma in LINKING and word.dep in ("attr", "oprd"):
        named = surface_subjects(above)
    elif above.lemma in LINKING and word.dep in SUBJECT:
        named = with_conjuncts(above.children_by("attr"))
    return named or ([] if word.lemma in AIMED_AT else [word])


def makers(noun: Token) -> list[Token]:
    """Who is said, right after a noun, to have done or laid it: "an attack carried out by a cell", "rockets fired by
    rebels", "violence blamed on settlers"."""
    for child in noun.children:
        if child.i < noun.i or child.dep not in ("acl", "relcl"):
            continue
        if child.dep == "relcl" and is_passive(child) and (said := _said_to_do(child)) is not None:
            return said  # "the murders he is accused of committing"
        if child.tag not in ("VBN", "VBD"):
            continue
        offered = child.lemma in OFFERING and noun.lemma in OFFERS
        if offered or child.lemma in DOING or child.lemma in USING:
            agent = child.child("agent")
            if agent is not None:
                return with_conjuncts(agent.children_by("pobj"))
            if child.dep == "relcl" and not is_passive(child):
                gap = child.child("dobj")
                if gap is None or gap.lower in RELATIVE:
                    return [one for one in subjects(child) if one.i > noun.i]
        if child.lemma in BLAMING:
            return _parties(child, BLAMING[child.lemma])
    return []


def _said_to_do(clause: Token) -> list[Token] | None:
    """Who is said to do what the clause hangs on: "[he] is accused of committing", "[they] are alleged to have planned"."""
    inner = clause.children_by("xcomp") + [
        one for prep in clause.children_by("prep") for one in prep.children_by("pcomp")
    ]
    doing = any(one.lemma in DOING and gap_above(one) for one in inner)
    return surface_subjects(clause) if doing else None


def keepers(noun: Token) -> list[Token]:
    """Whose a thing is, said right after it: "accounts belonging to two bankers", "a yacht owned by an oligarch"."""
    for child in noun.children_by("acl"):
        if child.lemma in KEEPING and child.i > noun.i:
            return under(child, "to") if child.lemma == "belong" else under(child, "by")
    return []


def _behind_passive(verb: Token) -> list[Token]:
    """ "the attack was blamed on settlers", "was claimed by the cell"."""
    if verb.lemma in BLAMING:
        return _parties(verb, BLAMING[verb.lemma])
    return subjects(verb) if verb.lemma in DOING else []


def _noun(token: Token) -> Noun | None:
    """The agent noun that the word is, with the word before it or alone."""
    nouns = load_nouns()
    before = next((child.lower for child in token.children if child.i == token.i - 1), "")
    return nouns.get(f"{before} {token.base}") or nouns.get(token.base)


def _is_party(token: Token) -> bool:
    """Whether the word is somebody: "the minister's focus" is not."""
    return token.pos in ("PROPN", "PRON") or _noun(token) is not None


def _fights(token: Token) -> bool:
    noun = _noun(token)
    return token.pos == "PROPN" or (noun is not None and noun.sector in FIGHTERS)


def _counted(noun: Token) -> Token:
    """ "two counts of murder", "a series of attacks": the word that the clause is about."""
    for _ in range(2):
        above = noun.head
        if noun.dep == "pobj" and above.lower == "of" and above.head.lemma in COUNTING:
            noun = above.head
    return noun


def _ascribed(preposition: Token, word: Token) -> list[Token]:
    tried = tried_for(preposition, word)
    if tried:
        return tried
    if preposition.lower == "behind":
        return surface_subjects(word) if word.lemma == "be" else [word] if word.pos in ("NOUN", "PROPN") else []
    if preposition.lower in ("with", "to") and word.lower == "in" and preposition.dep == "prep":
        return []
    charge = word.head
    if word.dep == "dobj" and charge.lemma in CHARGED and charge.lemma in ASCRIBED.get(preposition.lower, ()):
        return with_conjuncts([word])  # "convicted two men of the bombing"
    if word.pos == "VERB" and preposition.lower == "in" and any(one.lemma == "guilt" for one in objects(word)):
        return subjects(word) if word.lemma in OWNING else []  # "admitted his guilt in two murders"
    if word.lemma not in ASCRIBED.get(preposition.lower, ()) and word.lower not in ASCRIBED.get(preposition.lower, ()):
        return []
    if word.lemma in ("help", "assist") and word.child("dobj") is not None:
        return []  # "helped victims in the attack": neither did it
    if word.lemma in LOOKED_FOR and (not is_passive(word) or word.pos != "VERB"):
        return []  # "sought a truce in the war"
    if word.pos == "VERB":
        return (objects(word) or _charged(preposition, word)) if word.lemma in CHARGED else subjects(word)
    if word.pos == "ADJ":
        if word.head.lemma == "find" and not is_passive(word.head):
            return found_guilty(word.head)
        return [word.head] if word.dep == "amod" and word.i > word.head.i else surface_subjects(word)
    return _of_noun(word)


def tried_for(preposition: Token, word: Token) -> list[Token]:
    """Who stands before a court for an act: "went on [trial] for the murder", "was found guilty by a jury of the murder",
    where the parser hangs "of" on the jury."""
    if preposition.lower in ("for", "over") and word.pos in ("VERB", "AUX") and word.lemma in STANDING:
        nouns = [*word.children_by("dobj"), *(one for on in BEFORE_COURTS for one in under(word, on))]
        courts = COURTS - ATTENDED if word.lemma in STATES else COURTS
        if any(one.lemma in courts for one in nouns):
            return objects(word) if word.lemma in TAKING else surface_subjects(word)
        return []
    if preposition.lower in ("for", "over") and word.lemma in COURTS and word.dep in ("pobj", "dobj"):
        verb = word.head.head if word.dep == "pobj" else word.head
        if verb.lemma in STANDING and not (verb.lemma in STATES and word.lemma in ATTENDED):
            return objects(verb) if verb.lemma in TAKING else surface_subjects(verb)
        return []
    if preposition.lower == "of" and word.dep == "pobj":
        if word.head.lower == "in" and word.head.head.dep == "pobj":
            word = word.head.head  # "by a court in Lyon of …"
        verb = word.head.head
        if word.head.dep == "agent" and verb.lemma in ("find", "convict", "accuse", "acquit", "suspect"):
            return objects(verb)
    return []


def _charged(preposition: Token, verb: Token) -> list[Token]:
    """Whom the parser parts from his charge: "A clerk, [wanted] for murder, fled", "stood before a judge [charged] with"."""
    if verb.tag == "VBN" and verb.dep == "advcl" and verb.child("aux", "auxpass", "dobj") is None:
        return surface_subjects(verb.head)
    wanted = verb.lemma == "want" and preposition.lower == "for" and verb.child("dobj", "xcomp", "ccomp") is None
    return surface_subjects(verb) if wanted else []


def at_hands(word: Token) -> list[Token]:
    """By whom one suffers: "beaten at the [hands] of guards", "a death at the guards' [hands]"."""
    for child in word.children:
        if child.lower == "at":
            for hand in child.children_by("pobj"):
                if hand.lemma == "hand":
                    return under(hand, "of") or with_conjuncts(hand.children_by("poss"))
    return []


def found_guilty(verb: Token) -> list[Token]:
    """Whom a court found guilty, where the parser hangs him on the guilt: "found two [brothers] guilty"."""
    if is_passive(verb):
        return []
    guilt = next((one for one in verb.children_by("oprd", "dobj", "acomp", "ccomp") if one.pos == "ADJ"), None)
    if guilt is None:
        return []
    before = [one for one in guilt.children if one.i < guilt.i and one.dep in ("npadvmod", "nsubj", "amod", "compound")]
    before += [one for one in verb.children_by("npadvmod", "dobj") if verb.i < one.i < guilt.i]
    return before[-1:]


def _of_noun(word: Token) -> list[Token]:
    """ "its role in", "took part in", "the suspect in", "arrested in connection with"."""
    if word.lemma in ("suspect", "perpetrator", "mastermind", "architect", "author", "organizer", "organiser", "planner",
                      "leader", "ringleader", "accused"):  # fmt: skip
        return [word]
    owner = word.child("poss")
    if owner is not None:
        return with_conjuncts([owner])
    claim = next((child for child in word.children if child.lower == "claims" and child.dep == "compound"), None)
    if claim is not None:  # "The Front claims responsibility for …", taken for one long noun
        return [child for child in word.children if child.i < claim.i][-1:]
    above = word.head
    if above.pos == "VERB":
        return subjects(above)
    if above.dep == "prep" and above.head.lower == "guilty" and above.head.dep in ("oprd", "acomp"):
        found = above.head.head  # "was found guilty of complicity in"
        return surface_subjects(found) if is_passive(found) or found.lemma != "find" else found_guilty(found)
    if above.dep == "prep" and above.head.pos == "ADJ" and above.head.child("nsubj") is not None:
        return surface_subjects(above.head)  # "found him guilty of involvement in"
    if above.dep == "prep" and above.head.pos == "VERB":
        return objects(above.head) if above.head.lemma in CHARGED else subjects(above.head)
    return []
