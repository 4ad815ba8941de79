"""Mends for reports of crimes and courts: who is accused there, where they live, what they do in a place."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language.document import Sentence, Token
from timeline.language.hang import hang_on_subject, make_root, move

_COURTS = frozenset("court tribunal magistrate judge jury dock bench panel hearing".split())
_CHARGED = frozenset("accuse charge suspect convict handcuff indict want".split())
_HARMING = frozenset(
    "kill wound injure shoot stab take hold fire attack spray hurl throw murder hack gun open slaughter massacre behead "
    "torch burn smash beat abduct kidnap seize arrest detain search".split()
)
_PLACES = frozenset(
    "hotel school mosque church shop store office building station bank house home market café cafe restaurant club bar "
    "hospital clinic camp compound base village town city room hall mall airport bus train theatre theater temple synagogue "
    "nightclub supermarket university college newsroom courtroom studio concert crowd square park beach street prison "
    "jail barracks checkpoint gate lobby apartment flat farm factory plant warehouse district neighbourhood neighborhood".split()
)
_SENTENCED = frozenset("convict jail sentence fine acquit clear imprison".split())
_DONE_TO = frozenset("arrest detain jail extradite kill execute hang deport convict murder shoot".split())
_SENDING = frozenset("fire launch drop throw hurl send plant leave lob shoot".split())
_FALLING = frozenset("kill wound injure hurt arrest detain abduct kidnap".split())
_DOING = frozenset("conduct carry perpetrate commit stage execute claim blame orchestrate plan mount launch".split())
_DEEDS = frozenset(
    "attack bombing blast explosion strike raid shelling shooting airstrike ambush assault murder killing assassination "
    "kidnapping abduction operation massacre robbery hijacking stabbing".split()
)
PAIR = 2  # commas round what describes a noun
_OPENING = frozenset(("after", "before", "since", "until"))
_NAMES_OF_PLACES = frozenset(("GPE", "LOC", "FAC"))


def participle_hung_on_where(sentence: Sentence) -> bool:
    """ "appeared in court accused of murder", "walked into a school shooting two teachers": it is whoever appears or walks."""
    changed = False
    for verb in sentence.tokens:
        noun = verb.head
        if verb.dep != "acl" or noun.dep != "pobj" or noun.i > verb.i:
            continue
        above = noun.head.head
        if above.pos != "VERB" or noun.head.dep != "prep" or above.dep in ("acl", "amod"):
            continue
        if (verb.tag == "VBN" and verb.lemma in _CHARGED and noun.lemma in _COURTS and not _is_new(noun)) or (
            verb.tag == "VBG" and verb.lemma in _HARMING and noun.pos == "NOUN" and noun.base in _PLACES
        ):
            move(verb, above, "advcl")
            changed = True
    return changed


def _is_new(noun: Token) -> bool:
    """ "complained about a judge accused of fraud"."""
    return any(one.lower in ("a", "an") for one in noun.children_by("det"))


def subject_lost_to_a_participle(sentence: Sentence) -> bool:
    """ "…, where a man driving a van crushed two women": the man is whose van it is and who crushed."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for participle in tokens:
        subject = participle.child("nsubj") if participle.tag == "VBG" and participle.dep == "relcl" else None
        if subject is None or subject.i > participle.i or participle.child("aux") is not None:
            continue
        verb = next((one for one in tokens[participle.i - first + 1 :] if one.tag == "VBD" or one.dep == "punct"), None)
        if verb is None or verb.tag != "VBD" or verb.child("nsubj", "nsubjpass", "auxpass") is not None:
            continue
        opening = [one for one in participle.children if one.i < subject.left]
        noun = participle.head
        if verb.is_root or any(one is verb for one in noun.ancestors()):
            continue
        move(verb, noun, "relcl")
        move(subject, verb, "nsubj")
        move(participle, subject, "acl")
        for one in opening:
            move(one, verb, one.dep)
        changed = True
    return changed


def doing_hung_on_the_verb(sentence: Sentence) -> bool:
    """ "Nine died in the raid, reportedly conducted by rebels": it is the raid that was conducted. "A jet crashes near Lima,
    killing nine": what follows a comma and the verb tells of the verb, which is no noun."""
    changed = False
    for verb in sentence.tokens:
        if verb.dep == "acl" and verb.tag == "VBG" and verb.head.tag in ("VBZ", "VBD") and verb.head.i < verb.i - 1:
            if sentence.tokens[verb.left - sentence.tokens[0].i - 1].text == ",":
                verb.dep = "advcl"
                changed = True
            continue
        if verb.dep != "advcl" or verb.tag != "VBN" or verb.lemma not in _DOING or verb.head.i > verb.i:
            continue
        if (
            verb.child("mark", "nsubjpass", "nsubj", "aux", "auxpass") is not None
            or verb.child("agent", "prep") is None
        ):
            continue
        before = sentence.tokens[: verb.left - sentence.tokens[0].i]
        noun = before[-2] if len(before) > 1 and before[-1].text == "," else before[-1] if before else verb
        if noun.pos == "NOUN" and noun.base in _DEEDS and noun.dep in ("pobj", "dobj"):
            move(verb, noun, "acl")
            changed = True
    return changed


def participle_after_its_noun(sentence: Sentence) -> bool:
    """ "said she was gang raped", of which the parser makes a gang: a bare noun right before a participle says how."""
    changed = False
    for noun in sentence.tokens:
        be = noun.head
        if noun.dep != "attr" or noun.tag != "NN" or be.lemma != "be" or noun.left != noun.i:
            continue
        verb = noun.child("acl")
        if verb is None or verb.tag != "VBN" or verb.i != noun.i + 1 or be.child("nsubj") is None or be.i != noun.i - 1:
            continue
        root = be.is_root
        above, dep = be.head, be.dep
        if root:
            make_root(verb)
        else:
            move(verb, above, dep)
        for child in be.children:
            move(child, verb, "nsubjpass" if child.dep == "nsubj" else child.dep)
        move(be, verb, "auxpass")
        move(noun, verb, "npadvmod")
        changed = True
    return changed


def land_taken_for_subject(sentence: Sentence) -> bool:
    """ "A court in Quito, Ecuador sentences two men": the country is where the court is, and does not sentence with it."""
    changed = False
    tokens, first = sentence.tokens, sentence.tokens[0].i
    for verb in tokens:
        subjects = verb.children_by("nsubj")
        if len(subjects) == 1 and (noun := _court_before(subjects[0], tokens)) is not None:
            town = tokens[subjects[0].left - first - PAIR]
            move(subjects[0], town, "appos")
            move(noun, verb, "nsubj")
            changed = True
            continue
        if len(subjects) != PAIR or subjects[1].entity not in _NAMES_OF_PLACES or subjects[1].left - first < PAIR:
            continue
        comma, town = tokens[subjects[1].left - first - 1], tokens[subjects[1].left - first - PAIR]
        while town.dep == "compound":
            town = town.head
        inside = any(one is subjects[0] for one in town.ancestors())
        if comma.text == "," and town.entity in _NAMES_OF_PLACES and inside and verb.i == subjects[1].i + 1:
            move(subjects[1], town, "appos")
            changed = True
    return changed


def _court_before(land: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun of "A [court] in Quito, Ecuador" that the parser hangs on the verb, which the land is the subject of."""
    at, verb = land.left - tokens[0].i - 1, land.head
    if land.entity not in _NAMES_OF_PLACES or at < PAIR or tokens[at].text != "," or verb.i != land.i + 1:
        return None
    town = tokens[at - 1]
    noun = town.head.head
    named = town.dep == "pobj" and town.entity in _NAMES_OF_PLACES and town.head.lower == "in"
    hung = noun.head is verb and noun.pos in ("NOUN", "PROPN") and noun.dep in ("npadvmod", "dep", "nmod", "advmod")
    return noun if named and hung and noun.right == town.i and noun.entity not in ("DATE", "TIME") else None


def penalty_joined_to_guilt(sentence: Sentence) -> bool:
    """ "were found guilty and handed prison terms": it is "found" that goes on."""
    changed = False
    for verb in sentence.tokens:
        guilt = verb.head
        if (
            verb.tag == "VBN"
            and verb.dep == "conj"
            and guilt.lower == "guilty"
            and guilt.head.child("auxpass") is not None
        ):
            move(verb, guilt.head, "conj")
            changed = True
    return changed


def whom_clause(sentence: Sentence) -> bool:
    """ "the captain, whom a team of detectives arrested on Monday": a clause with a subject, where the parser sees nouns."""
    changed = False
    for whom in sentence.tokens:
        if whom.lower != "whom" or whom.dep not in ("appos", "nsubj", "dep") or whom.head.pos not in ("NOUN", "PROPN"):
            continue
        noun = whom.head
        after = [one for one in sentence.tokens if whom.i < one.i <= whom.i + 9]
        verb = next((one for one in after if one.pos in ("VERB", "AUX")), None)
        if verb is None or verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or not whom.i < verb.head.i < verb.i:
            continue
        subject = verb.head
        move(verb, noun, "relcl")
        move(subject, verb, "nsubj")
        move(whom, verb, "dobj")
        verb.tag = "VBD"
        changed = True
    return changed


def passive_small_clause(sentence: Sentence) -> bool:
    """ "see [the rebel] extradited", "had [the clerk] arrested": it befalls whom it is told of; also "with officials
    reporting [nine guards] killed", of which the parser makes a relative clause."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag == "VBN" and verb.dep in ("relcl", "acl", "ccomp") and verb.lemma in _FALLING:
            subjects = verb.children_by("nsubj")
            counted = any(one.child("nummod") is not None or one.pos == "NUM" for one in subjects)
            if counted and verb.child("aux", "auxpass", "dobj", "nsubjpass", "mark") is None:
                for one in subjects:
                    one.dep = "nsubjpass"
                changed = True
                continue
        if verb.dep != "ccomp" or verb.tag not in ("VBN", "VBD") or verb.head.lemma not in ("see", "have", "get"):
            continue
        subject = verb.child("nsubj")
        if subject is None or not verb.head.i < subject.i < verb.i or verb.lemma not in _DONE_TO:
            continue
        if verb.child("aux", "mark", "dobj", "ccomp", "xcomp", "prt") is None:
            subject.dep, verb.tag = "nsubjpass", "VBN"
            changed = True
    return changed


def clause_taken_for_apposition(sentence: Sentence) -> bool:
    """ "after Ruiz, a former clerk, shot nine people", "after one of the girls, aged nine, fled": Ruiz shot them, and "after"
    opens a clause."""
    changed = False
    for verb in sentence.tokens:
        told = verb.tag == "VBD" or (verb.tag == "VBN" and verb.child("auxpass", "aux") is not None)
        if verb.dep != "conj" or not told or verb.child("nsubj", "nsubjpass") is not None:
            continue
        name = _subject_set_off(verb)
        if name is None or name.head.lower not in _OPENING or name.child("cc") is not None:
            continue
        opening = name.head
        move(verb, opening.head, "advcl")
        move(name, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
        move(opening, verb, "mark")
        changed = True
    return changed


def _subject_set_off(verb: Token) -> Token | None:
    """The subject that the parser parts from its verb over what describes it, and which it joins to that, to the name or,
    though nothing joins them, to the verb before."""
    above = verb.head
    if above.dep == "appos" and above.i < verb.i and above.child("cc") is None:
        return above.head if above.head.dep == "pobj" else None
    if above.pos != "VERB":
        described = [one for one in above.children_by("appos") if one.i < verb.i and one.child("cc") is None]
        return above if above.dep == "pobj" and described else None
    if any(one.dep == "cc" and one.i < verb.i for one in (*above.children, *verb.children)):
        return None
    openings = [one for one in above.children_by("prep") if above.i < one.i < verb.i and one.lower in _OPENING]
    name = openings[-1].child("pobj") if openings else None
    if name is None:
        return None
    tokens, first = verb.sentence.tokens, verb.sentence.tokens[0].i
    between = tokens[name.i - first + 1 : verb.left - first]
    commas = [one.i for one in between if one.text == ","]
    finite = any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in between)
    return name if len(commas) == PAIR and commas[-1] == between[-1].i and not finite else None


def conviction_joined_to_a_charge(sentence: Sentence) -> bool:
    """ "was cleared of helping to abduct Voss but convicted of theft": it is he who was cleared that was convicted."""
    changed = False
    for verb in sentence.tokens:
        if verb.dep != "conj" or verb.tag not in ("VBN", "VBD") or verb.lemma not in _SENTENCED:
            continue
        above = next((one for one in verb.head.ancestors() if one.lemma in ("clear", "acquit", "convict")), None)
        if above is None or verb.head.tag not in ("VBG", "VB") or verb.child("nsubj", "nsubjpass", "dobj") is not None:
            continue
        if above.child("auxpass") is not None:
            move(verb, above, "conj")
            verb.tag = "VBN"
            changed = True
    return changed


def participle_taken_for_root(sentence: Sentence) -> bool:
    """ "Four workers held hostage in a cave were rescued": they did not hold anybody."""
    held = sentence.root
    subject = held.child("nsubj")
    verb = next((one for one in held.children_by("advcl", "ccomp", "conj", "dep") if one.i > held.i), None)
    if subject is None or held.tag not in ("VBD", "VBN"):
        return False
    if verb is not None and verb.tag == "VBN":
        _give_back_object(held, verb, sentence)
    if verb is None or verb.tag not in ("VBN", "VBG"):
        told = verb is not None and (_is_done_by(held, verb) or _is_fired(held, verb))
        return told and verb is not None and hang_on_subject(held, subject, verb, "nsubj")
    to_be = verb.child("auxpass", "aux")
    before = sentence.tokens[to_be.i - sentence.tokens[0].i - 1] if to_be is not None else held
    if to_be is None or to_be.lower not in ("was", "were", "are", "is", "have", "has") or before.text == ",":
        return False
    if verb.child("nsubj", "nsubjpass", "mark", "advmod") is not None or held.child("cc", "aux", "auxpass") is not None:
        return False
    return hang_on_subject(held, subject, verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")


def _give_back_object(held: Token, verb: Token, sentence: Sentence) -> None:
    """ "A clerk held after a plot to oust [Ruiz] is freed": Ruiz is ousted, not freed."""
    noun = verb.child("nsubjpass")
    if noun is None or held.child("cc") is not None or noun.left == sentence.tokens[0].i:
        return
    before = sentence.tokens[noun.left - 1 - sentence.tokens[0].i]
    if before.tag in ("VB", "VBG") and before.child("dobj") is None and held in before.ancestors():
        move(noun, before, "dobj")


def _is_done_by(held: Token, verb: Token) -> bool:
    """ "A vendor shot by police during a march succumbs to his wounds"."""
    if held.child("agent") is None or held.child("dobj", "aux", "auxpass", "cc") is not None:
        return False
    return _is_without_subject(verb)


def _is_fired(held: Token, verb: Token) -> bool:
    """ "Two missiles fired from a drone hit a compound"."""
    if (
        held.lemma not in _SENDING
        or held.child("prep") is None
        or held.child("dobj", "aux", "auxpass", "cc") is not None
    ):
        return False
    return verb.dep in ("dep", "ccomp", "conj") and _is_without_subject(verb) and verb.child("dobj", "prep") is not None


def _is_without_subject(verb: Token) -> bool:
    return verb.tag in ("VBZ", "VBP", "VBD") and verb.child("nsubj", "nsubjpass", "mark", "advmod") is None


def relative_of_an_age(sentence: Sentence) -> bool:
    """ "a friend of the 25-year-old who is accused": who follows is meant, and an age with an article is somebody."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for old in tokens:
        at = old.i - first
        guilt = old.head
        if old.lower == "old" and old.dep == "amod" and guilt.lower == "guilty":  # "found the 50-year-old guilty"
            guilt.pos, guilt.tag, old.dep = "ADJ", "JJ", "nsubj"
            old.pos, old.tag, old.entity = "NOUN", "NN", ""
            changed = True
        if old.lower not in ("old", "olds") or at < 3 or tokens[at - 1].text != "-" or tokens[at - 2].lower != "year":
            continue
        several = old.lower == "olds"
        if old.dep not in ("pobj", "dobj", "nsubj", "nsubjpass") or not (several or old.child("det")):
            continue
        old.pos, old.tag, old.entity = "NOUN", "NNS" if several else "NN", ""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        clause = after.head if after is not None and after.lower == "who" else None
        if clause is not None and clause.dep == "relcl" and clause.head is not old:
            move(clause, old, "relcl")
            changed = True
    return changed


def paid_taken_for_modifier(sentence: Sentence) -> bool:
    """ "fined the [clerk] 500 dollars", of which the parser makes one phrase: the clerk is who is fined."""
    changed = False
    for money in sentence.tokens:
        verb, number = money.head, money.child("nummod")
        if money.entity != "MONEY" or money.dep != "dobj" or number is None or verb.child("dative") is not None:
            continue
        payer = money.child("nmod", "compound")
        if payer is None or payer.pos not in ("NOUN", "PROPN") or payer.entity == "MONEY" or not payer.i < number.i:
            continue
        for one in [child for child in money.children if child.i < payer.i]:
            move(one, payer, one.dep)
        move(payer, verb, "dative")
        changed = True
    return changed


def people_listed_with_homes(sentence: Sentence) -> bool:
    """ "Omar Ali, 21, from Leeds, Sam Shah, 19, from York, and Ben Khan, 27": a person joined to the town before stands with
    the person before."""
    changed = False
    for name in sentence.tokens:
        if name.dep not in ("conj", "appos") or name.entity != "PERSON" or name.head.entity not in _NAMES_OF_PLACES:
            continue
        after = sentence.tokens[name.i - sentence.tokens[0].i + 1 :][:2]
        if len(after) < 2 or after[0].text != "," or not after[1].text.isdigit():
            continue
        first = next((one for one in name.ancestors() if one.entity == "PERSON" and one.pos == "PROPN"), None)
        if first is not None and first.i < name.i:
            move(name, first, "conj")
            changed = True
    return changed
