"""Verbs whose subject the parser gives to another clause or makes a part of another word, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import join, make_root, move
from timeline.language.subjects import SUBJECTS, TOLD, is_finite

_SPEAKING = frozenset(
    "say announce declare state warn insist add claim report argue suggest believe assert allege note stress".split()
)
# What the speaker does beside saying so: "says the tariff is unfair and vows to answer".
_BESIDE = _SPEAKING | frozenset(
    "vow pledge promise threaten urge call demand accuse deny reject refuse praise thank criticise criticize condemn "
    "denounce blame describe".split()
)
_TOLD_IN = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"})
_STRIKING = frozenset(
    "shoot ambush storm stab kidnap loot rob seize arrest detain kill abduct raid torch attack".split()
)
# What is done by calling something this or that, and what is called so behind it.
_JUDGING = frozenset(
    "dismiss reject denounce condemn describe brand brush deride ridicule hail welcome criticize criticise decry refute "
    "slam spurn".split()
)
_CLAIMS = frozenset("allegation accusation charge report claim suggestion rumor rumour assertion speculation".split())
_CATCHING = frozenset({"arrest", "detention", "capture"})
_CLAUSES = frozenset({"dobj", "xcomp", "ccomp"})
_ACTS = frozenset(
    "strike attack raid blast bombing explosion assault ambush shooting killing clash crackdown operation incident "
    "escalation breach move step".split()
)
_MARCHES = frozenset("march rally demonstration protest parade vigil sit-in gathering strike".split())
_PROTESTING = frozenset("protest demand denounce oppose condemn mark support commemorate decry press".split())
_PERCEIVING = frozenset("see watch hear notice observe make let help".split())
_HELPING = frozenset({"be", "have", "do", "will"})


def verb_joined_to_a_noun(verb: Token) -> bool:
    """ "gave aid to Chad and [shared] maps with Mali": what the parser joins to the aid, or to a gerund, is what they did
    next."""
    first = verb.head
    if verb.pos != "VERB" or verb.tag not in (*TOLD, "VB") or first.i > verb.i:
        return False
    if verb.tag == "VB" and first.tag != "VBG":
        return False
    if first.tag in TOLD or first.pos not in ("NOUN", "PROPN", "VERB") or verb.child(*SUBJECTS, "mark") is not None:
        return False
    if verb.child("aux", "auxpass", "agent") is not None or verb.child(*_CLAUSES) is None or is_finite(first):
        return False
    if any(one.i < verb.i and one.lower in ("who", "which", "that") for one in verb.children):
        return False
    told = next((one for one in first.ancestors() if one.pos in ("VERB", "AUX") and one.tag in TOLD), None)
    if told is None or not _agree(told, verb) or told.dep not in _TOLD_IN or told.child(*SUBJECTS) is None:
        return False
    join(verb, _speaker_of(told, verb))
    return True


def _agree(told: Token, verb: Token) -> bool:
    return told.tag == verb.tag or (told.tag == "VBP" and verb.tag == "VB")


def _speaker_of(told: Token, verb: Token) -> Token:
    """The "says" of "says the tariff is unfair and [vows] to answer"; the told verb itself where nobody says it."""
    above = told.head
    said = told.dep == "ccomp" and above.lemma in _SPEAKING and above.tag in TOLD and verb.lemma in _BESIDE
    subject = told.child(*SUBJECTS)
    named = subject is not None and (subject.entity in ("PERSON", "ORG", "GPE") or subject.pos == "PRON")
    return above if said and not named and (above.tag == verb.tag or told.tag == "VBN") else told


def verb_of_the_speaker(verb: Token) -> bool:
    """ "warns that nobody can leave and [urged] a truce": who warns urged it."""
    told = verb.head
    if told.dep != "ccomp" or verb.lemma not in _BESIDE or verb.tag not in TOLD:
        return False
    if verb.child(*SUBJECTS, "aux", "auxpass") is not None or told.child(*SUBJECTS) is None or told.i > verb.i:
        return False
    if verb.child("ccomp", "xcomp") is not None and (above := _speaker_of(told, verb)) is not told:
        join(verb, above)
        return True
    return False


def subject_after_what_opens(sentence: Sentence) -> bool:
    """ "After talks between A and B in Lima, [Peru and Chile] agreed", "As the storm hit Lima, [Enel], the firm, closed
    its plants": after the comma the one who did so is named."""
    verb = sentence.root
    if verb.tag not in TOLD or verb.pos != "VERB" or verb.child(*SUBJECTS) is not None:
        return False
    first = sentence.tokens[0].i
    before = verb.i - 1 - first
    if before < 2:
        return False
    before -= sentence.tokens[before].text == ","
    last = sentence.tokens[before]
    noun: Token | None = None
    for one in (last, *last.ancestors()):
        if one is verb or one.right > verb.i - 1:
            break
        if (
            one.left - 1 > first
            and sentence.tokens[one.left - 1 - first].text == ","
            and one.right + 1 >= before + first
        ):
            noun = one if one.dep in ("conj", "dobj", "appos") and one.pos in ("NOUN", "PROPN") else noun
    if noun is None or noun.pos != "PROPN" or noun.head.i > noun.i or noun.head.child("cc") is not None:
        return False
    opening = next((one for one in noun.ancestors() if one.head is verb), None)
    if opening is None or opening.dep not in ("prep", "advcl") or opening.i > noun.i:
        return False
    if noun.dep == "appos" and (noun.entity in ("GPE", "LOC") or noun.child("conj", "appos") is None):
        return False  # "in Lima, Peru"
    if noun.entity in ("GPE", "LOC") and noun.child("conj") is not None and noun.child("cc") is None:
        return False  # "in Lima, Callao Region, Peru"
    if noun.dep == "dobj" and len(noun.head.children_by("dobj")) == 1:
        return False
    move(noun, verb, "nsubj")
    return True


def crowd_taken_for_compound(sentence: Sentence) -> bool:
    """ "Lima [police] arrest and try two men": the noun before the verb is who does so."""
    verb = sentence.root
    if verb.pos != "VERB" or verb.tag not in ("VB", "VBP") or verb.child(*SUBJECTS, "aux") is not None:
        return False
    own = [one for one in verb.children_by("compound") if one.i < verb.i]
    if not own or own[-1].i != verb.i - 1 or own[-1].pos not in ("NOUN", "PROPN"):
        return False
    for one in [child for child in verb.children if child.i < own[-1].i and child.dep in ("compound", "amod", "det")]:
        move(one, own[-1], one.dep)
    move(own[-1], verb, "nsubj")
    return True


def strike_taken_for_noun(sentence: Sentence) -> bool:
    """ "Settlers in the West Bank [shoot] and injure nine": they shoot, in the West Bank."""
    subject = sentence.root
    if subject.pos not in ("NOUN", "PROPN"):
        return False
    for verb in subject.children_by("conj"):
        at = verb.i - sentence.tokens[0].i
        if verb.pos != "VERB" or verb.tag not in ("VB", "VBP") or at < 3 or verb.child("dobj") is None:
            continue
        joining, strike = sentence.tokens[at - 1], sentence.tokens[at - 2]
        place = strike.child("compound")
        if joining.dep != "cc" or strike.lower not in _STRIKING or strike.dep != "pobj" or place is None:
            continue
        preposition = strike.head
        make_root(strike)
        for one in [child for child in strike.children if child is not place and child.i < strike.i]:
            move(one, place, one.dep)
        move(place, preposition, "pobj")
        for one in [child for child in subject.children if child.i > strike.i]:
            move(one, strike, one.dep)
        move(subject, strike, "nsubj")
        strike.pos, strike.tag = "VERB", "VBP"
        strike.set_lemma(strike.lower)
        return True
    return False


def adjective_joined_to_the_next(adjective: Token) -> bool:
    """ "The search is [ongoing] and nine men were found": it is the search that goes on."""
    noun = adjective.head
    joining = adjective.child("cc")
    if joining is None or joining.i < adjective.i or adjective.child("conj") is not None:
        return False
    clause = noun.head
    be = clause.head
    if noun.dep not in SUBJECTS or clause.dep != "ccomp" or be.lemma != "be" or be.i != adjective.i - 1:
        return False
    move(adjective, be, "acomp")
    move(joining, be, "cc")
    clause.dep = "conj"
    return True


def that_taken_for_subject(word: Token) -> bool:
    """ "ruled [that] the group helped": of two subjects, the first only opens the clause."""
    if word.lower == "that" and word.head.dep == "ccomp" and not word.children:
        second = [one for one in word.head.children_by("nsubj", "nsubjpass") if one.i > word.i]
        if second and second[0].left == word.i + 1:
            word.dep, word.pos, word.tag = "mark", "SCONJ", "IN"
            return True
    return False


def subject_hung_on_an_auxiliary(subject: Token) -> bool:
    """ "[Chad and Mali] have for the first time shared maps": it is they who shared them."""
    helping = subject.head
    verb = helping.head
    if helping.dep not in ("aux", "auxpass") or helping.lemma not in _HELPING or not subject.i < helping.i < verb.i:
        return False
    if verb.child(*SUBJECTS) is not None:
        return False
    move(subject, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
    return True


def age_taken_for_adjective(old: Token) -> bool:
    """ "sentenced [a 15-year-old] to a year": the old one is the noun, and "a" its article."""
    article = old.head
    if old.lower != "old" or article.lower not in ("a", "an") or article.dep == "det":
        return False
    if article.i > old.i or article.is_root:
        return False
    rest = [child for child in article.children if child is not old]
    move(old, article.head, article.dep)
    move(article, old, "det")
    for child in rest:
        move(child, old, child.dep)
    old.pos, old.tag, article.pos, article.tag = "NOUN", "NN", "DET", "DT"
    return True


def blamed_hung_on_the_act(act: Token) -> bool:
    """ "attributed the shooting [to] rebels": what it is attributed to, and no shooting to anybody."""
    to = act.child("prep") if act.head.lemma in ("attribute", "ascribe") else None
    if to is not None and to.lower == "to" and act.head.child("prep", "dative") is None:
        move(to, act.head, "prep")
        return True
    return False


def connection_hung_on_the_news(word: Token) -> bool:
    """ "announced the arrest of two men [in connection with] the raid": it is the men whom the police connect with it."""
    link = word.head
    if word.lower != "connection" or link.lower != "in" or link.head.pos != "VERB":
        return False
    caught = link.head.child("dobj")
    if caught is not None and caught.i < link.i and caught.lemma in _CATCHING:
        move(link, caught, "prep")
        return True
    return False


def aim_joined_to_the_attack(noun: Token) -> bool:
    """ "launched a raid targeting a tanker and [ships] of the fleet": the ships too are what it targets."""
    attack = noun.head
    if noun.pos not in ("NOUN", "PROPN") or attack.pos != "NOUN" or attack.i > noun.i:
        return False
    for aim in attack.children_by("acl"):
        goal, joining = aim.child("dobj"), aim.child("cc")
        if aim.tag != "VBG" or goal is None or joining is None or not goal.i < joining.i < noun.i:
            continue
        if joining.i == noun.left - 1 and attack.child("cc") is None:
            move(joining, goal, "cc")
            move(noun, goal, "conj")
            return True
    return False


def subject_after_a_participle(be: Token) -> bool:
    """ "Killed were Ana Ruiz and Ken Poe": they were."""
    verb, named = be.head, be.child("attr", "nsubj")
    fronted = be.dep == "auxpass" and verb.tag == "VBN" and verb.i < be.i and verb.child("nsubj", "nsubjpass") is None
    if not fronted or named is None:
        return False
    move(named, verb, "nsubjpass")
    return True


def aim_of_a_march(verb: Token) -> bool:
    """ "blocked a march to [protest] the results": whoever marches protests."""
    march = verb.head.child("dobj") if verb.head.pos == "VERB" else None
    to = verb.child("aux")
    if march is None or to is None or to.tag != "TO" or to.i != march.i + 1 or march.lemma not in _MARCHES:
        return False
    if verb.lemma not in _PROTESTING:
        return False
    move(verb, march, "acl")
    return True


def seen_joined_to_a_relative(verb: Token) -> bool:
    """ "saw police fire at the crowd that had gathered and [force] nine into vans": police did, and no crowd."""
    clause = verb.head
    if verb.tag not in ("VB", "VBP") or clause.dep != "relcl" or clause.tag not in ("VBN", "VBD") or clause.i > verb.i:
        return False
    if verb.child(*SUBJECTS, "aux", "mark") is not None:
        return False
    for above in clause.ancestors():
        if above.pos == "VERB" and above.tag in ("VB", "VBP") and above.dep in ("ccomp", "xcomp"):
            if above.head.lemma not in _PERCEIVING:
                return False
            move(verb, above, "conj")
            return True
    return False


def verb_in_a_name(verb: Token) -> bool:
    """ "of the [Speak] the Truth movement"."""
    if verb.pos != "VERB" or verb.tag == "VBG" or not verb.text[:1].isupper() or verb.text.isupper():
        return False
    verb.pos, verb.tag = "PROPN", "NNP"
    return True


def state_beside_an_adverb(state: Token) -> bool:
    """ "[Washington] long has used drones": it is the subject, no measure of how long."""
    adverb, tokens = state.head, state.sentence.tokens
    verb = adverb.head
    if adverb.lower != "long" or state.entity not in ("GPE", "ORG", "NORP") or state.i + 1 != adverb.i:
        return False
    if verb.pos != "VERB" or verb.child("nsubj", "nsubjpass") is not None or state.left != tokens[0].i:
        return False
    move(state, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
    return True


def act_told_after_speech(within: Token) -> bool:
    """ "A strike killed nine, officials said, in a rare [attack] on their soil": what it was, not where they said so."""
    said, act = within.head, within.child("pobj")
    content = said.child("ccomp")
    if within.lower != "in" or act is None or content is None or not content.i < said.i < within.i:
        return False
    article = act.child("det")
    if act.lemma not in _ACTS or article is None or article.lower not in ("a", "an"):
        return False
    move(within, content, "prep")
    return True


def act_after_a_state(state: Token) -> bool:
    """ "the suspect in the Boulder, Colo., [shooting]": the noun is the shooting there, and nobody shoots."""
    town, article = state.child("nmod"), state.child("det")
    if state.entity != "GPE" or town is None or town.entity != "GPE" or article is None or article.entity:
        return False
    tokens = state.sentence.tokens
    at = state.i + 1 - tokens[0].i
    if at + 1 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].tag != "VBG":
        return False
    act = tokens[at + 1]
    act.pos, act.tag = "NOUN", "NN"
    move(act, state.head, "pobj")
    move(state, act, "nmod")
    move(article, act, "det")
    return True


def judged_hung_on_as(noun: Token) -> bool:
    """ "dismissed as unfounded the [allegations]", "rejects as false reports that", "described as a sham the
    [vote]": that is what is dismissed or described."""
    preposition = noun.head
    verb = preposition.head
    if preposition.lower != "as" or verb.pos != "VERB" or verb.lemma not in _JUDGING or preposition.i > noun.i:
        return False
    if verb.child("dobj", "nsubjpass", "auxpass", "agent") is not None or verb.dep in ("acl", "amod"):
        return False
    called = preposition.child("pobj")
    first = next((one for one in (*preposition.children, *noun.children) if one.i == preposition.i + 1), None)
    if called is noun and (first is None or first.pos != "ADJ" or (first.head is noun and noun.lemma not in _CLAIMS)):
        return False
    if called is not noun and called is not None and called.right + 1 != noun.left:
        return False
    move(noun, verb, "dobj")
    if called is noun and first is not None and first.head is noun:
        move(first, preposition, "pobj")
    return True


def speech_hung_on_a_claim(verb: Token) -> bool:
    """ "dismissed reports that it armed the rebels, [accusing] Chad of lies": whoever dismisses them accuses."""
    clause = verb.head
    claim = clause.head
    if verb.tag != "VBG" or verb.lemma not in _BESIDE or clause.dep != "acl" or claim.lemma not in _CLAIMS:
        return False
    told = claim.head
    apart = any(
        one.text == "," and one.i == verb.left - 1 for one in (*clause.children, *verb.children, *told.children)
    )
    if not apart or claim.dep != "dobj" or told.tag not in TOLD or told.child(*SUBJECTS) is None:
        return False
    move(verb, told, "advcl")
    return True


def lost_by_a_word(sentence: Sentence) -> bool:
    """One pass for all mends of a single word, by what it is to its head."""
    changed = False
    for token in sentence.tokens:
        for mend in _BY_DEP.get(token.dep, ()):
            changed |= mend(token)
    return changed


_BY_DEP = {
    "conj": (seen_joined_to_a_relative, verb_joined_to_a_noun, verb_of_the_speaker, aim_joined_to_the_attack),
    "amod": (adjective_joined_to_the_next, age_taken_for_adjective),
    "nsubj": (that_taken_for_subject, subject_hung_on_an_auxiliary),
    "npadvmod": (state_beside_an_adverb,),
    "prep": (act_told_after_speech,),
    "auxpass": (subject_after_a_participle,),
    "dobj": (blamed_hung_on_the_act,),
    "pobj": (connection_hung_on_the_news, act_after_a_state, judged_hung_on_as, verb_in_a_name),
    "advcl": (speech_hung_on_a_claim, aim_of_a_march),
    "xcomp": (aim_of_a_march,),
}
LOST = (lost_by_a_word, subject_after_what_opens, crowd_taken_for_compound, strike_taken_for_noun)
