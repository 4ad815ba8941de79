"""Words whose part of speech the parser gets wrong, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

_TOOLS = frozenset(
    "stick club bat knife gun rifle pistol weapon machete baton axe hammer bar pole shield helmet".split()
)
_PORTIONS = frozenset("most many some all several half none both each".split())
PAIR = 2
_KILLING = frozenset("kill murder injure wound arrest detain jail behead abduct kidnap".split())
_ATTACKING = frozenset("stab shoot beat attack ambush rob abduct kidnap strangle torture rape".split())
_REPORTING = frozenset("report say tell announce add state".split())
_SHOWING = frozenset("show depict capture film".split())


def name_with_an_infinitive(sentence: Sentence) -> bool:
    """ "told the Committee to Protect Nurses that …": a name, and nobody who is told to protect; what is told follows."""
    changed = False
    for act in sentence.tokens:
        if act.dep != "xcomp" or act.entity != "ORG":
            continue
        to, body = act.child("aux"), act.head.child("dobj")
        if to is None or to.entity != "ORG" or body is None:
            continue
        if body.entity != "ORG" or body.i != to.i - 1 or not act.text[:1].isupper():
            continue
        verb = act.head
        move(act, body, "acl")
        for noun in act.children_by("dobj"):
            for clause in noun.children_by("relcl"):
                mark = clause.child("mark")
                if mark is not None and mark.lower == "that" and clause.child("nsubj", "nsubjpass") is not None:
                    move(clause, verb, "ccomp")
        changed = True
    return changed


def doing_hung_on_a_tool(sentence: Sentence) -> bool:
    """ "pictures of a group with sticks attacking a car and, on film, burning it": whoever has the sticks attacks."""
    changed = False
    for act in sentence.tokens:
        if act.tag != "VBG" or act.dep != "acl":
            continue
        tool = act.head
        if tool.lemma not in _TOOLS or tool.dep != "pobj":
            continue
        bearer = tool.head.head
        if tool.head.lower != "with" or bearer.pos not in ("NOUN", "PROPN") or act.child("dobj") is None:
            continue
        move(act, bearer, "acl")
        changed = True
    return changed


_EFFECTS = {
    "damaging": "damage",
    "destroying": "destroy",
    "killing": "kill",
    "injuring": "injure",
    "wounding": "wound",
    "displacing": "displace",
    "disrupting": "disrupt",
    "levelling": "level",
    "leveling": "level",
}
_HARMFUL = frozenset("wind gust rain hail storm effect wave surge claim report evidence remark leak allegation".split())


def effect_taken_for_modifier(sentence: Sentence) -> bool:
    """ "struck Odesa, Ukraine, damaging homes and a school": what the act did, not more of what was struck; but "brought
    hail, damaging winds"."""
    changed = False
    for word in sentence.tokens:
        noun = word.head
        listed = word.dep == "amod" and noun.dep in ("conj", "appos") and noun.left == word.i
        if word.lower not in _EFFECTS or not listed or noun.lemma in _HARMFUL:
            continue
        act = next((one for one in noun.ancestors() if one.pos == "VERB"), None)
        after_comma = sentence.tokens[word.i - 1 - sentence.tokens[0].i].text == ","
        if act is None or act.i > word.i or not after_comma:
            continue
        move(word, act, "advcl")
        move(noun, word, "dobj")
        word.pos, word.tag = "VERB", "VBG"
        word.set_lemma(_EFFECTS[word.lower])
        changed = True
    return changed


_OUTCOMES = frozenset("spark prompt trigger provoke cause fuel ignite unleash draw raise spur".split())


def outcome_hung_on_a_name(sentence: Sentence) -> bool:
    """ "removed the statue of Lima, an old king, sparking protests": what was done sparks them, and no king."""
    changed = False
    for act in sentence.tokens:
        noun = act.head
        if act.tag != "VBG" or act.dep != "acl" or act.lemma not in _OUTCOMES or act.child("dobj") is None:
            continue
        if noun.dep != "appos" and noun.entity not in ("PERSON", "GPE"):
            continue
        doing = next((one for one in noun.ancestors() if one.pos == "VERB"), None)
        if doing is not None and sentence.tokens[act.i - 1 - sentence.tokens[0].i].text == ",":
            move(act, doing, "advcl")
            changed = True
    return changed


def doing_hung_on_showing(sentence: Sentence) -> bool:
    """ "Footage showed guards dragging a man, beating him": the guards beat him, and no footage does."""
    changed = False
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in _SHOWING:
            continue
        acts = [
            one
            for one in sentence.tokens
            if one.tag == "VBG" and one.dep in ("acl", "ccomp", "pcomp") and one.i > verb.i
        ]
        for more in verb.children_by("advcl"):
            first = next(
                (one for one in acts if one.i < more.i and any(each is verb for each in one.ancestors())), None
            )
            if more.tag == "VBG" and more.i > verb.i and first is not None and more.child("mark", "nsubj") is None:
                move(more, first, "conj")
                changed = True
    return changed


def two_acts_taken_for_modifier(sentence: Sentence) -> bool:
    """ "When a man stabbed and killed two clerks, …": he did both, of which the parser makes a man who was stabbed."""
    for first in sentence.tokens:
        if first.dep != "acl" or first.tag not in ("VBN", "VBD") or first.lemma not in _ATTACKING:
            continue
        then, man = first.child("conj"), first.head
        if then is None or then.child("dobj") is None or first.child("prep", "agent", "aux", "advmod") is not None:
            continue
        if first.i != man.i + 1 or then.i != first.i + 2 or then.child("aux", "auxpass") is not None:
            continue
        if man.is_root:
            make_root(first)
        elif not _parted_from_the_speaker(man, first, sentence):
            continue
        rest = [one for one in man.children if one.i > then.i]
        move(man, first, "nsubj")
        for one in rest:
            move(one, first, one.dep)
        first.tag = "VBD"
        return True
    return False


def _parted_from_the_speaker(man: Token, act: Token, sentence: Sentence) -> bool:
    """Of "…, state media reported", where the man is taken for one who reports, the act is what is told."""
    telling = man.head
    own = [one for one in telling.children_by("nsubj") if one.i > act.i]
    if man.dep != "nsubj" or not own or telling.lemma not in _REPORTING or telling.is_root:
        return False
    when = [one for one in telling.children if one.i < man.i and one.dep in ("advmod", "mark")]
    root = sentence.root
    move(act, root, "advcl")
    for one in when:
        move(one, act, one.dep)
    make_root(telling)
    move(root, telling, "ccomp")
    return True


def list_cut_from_its_noun(sentence: Sentence) -> bool:
    """ "Two nuns killed over rumours on Signal, Telegram": the last name is of the list, and nobody whom the nuns killed."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    for name in tokens:
        at = name.left - first
        if name.dep != "dobj" or name.pos != "PROPN" or at < PAIR or tokens[at - 1].text != ",":
            continue
        verb, before = name.head, tokens[at - PAIR]
        subject = verb.child("nsubj")
        if verb.tag != "VBD" or subject is None or before.pos != "PROPN" or before.dep != "pobj" or before.i < verb.i:
            continue
        if verb.lemma in _KILLING and verb.child("aux", "prt") is None:
            move(name, before, "conj")
            subject.dep, verb.tag = "nsubjpass", "VBN"
            return True
    return False


def name_taken_for_adverb(sentence: Sentence) -> bool:
    """ "Geoghan was convicted": who was, of which the parser makes a word of how."""
    for name in sentence.tokens:
        if name.dep != "advmod" or name.pos != "PROPN" or name.entity != "PERSON" or name.head.i < name.i:
            continue
        helper = name.head.child("auxpass", "aux")
        if helper is not None and helper.i == name.i + 1 and name.head.child("nsubj", "nsubjpass") is None:
            name.dep = "nsubj" if name.head.child("auxpass") is None else "nsubjpass"
            return True
    return False


def most_of_them(sentence: Sentence) -> bool:
    """ "The hijackers of a jet with 90 people aboard, most of them nuns, left": what those are that were told of last."""
    changed = False
    for kind in sentence.tokens:
        if kind.dep != "appos" or kind.head.dep not in ("nsubj", "nsubjpass") or (most := kind.child("nsubj")) is None:
            continue
        if most.lower in _PORTIONS and most.child("prep") is not None and most.i > kind.head.i + 1:
            kind.dep = "dep"
            changed = True
    return changed


def clause_of_the_last_side(sentence: Sentence) -> bool:
    """ "clashes between marchers and guards who fired gas": the guards fired it."""
    changed = False
    for clause in sentence.tokens:
        if clause.dep != "relcl" or clause.head.dep != "pobj" or clause.head.head.lower != "between":
            continue
        last, who = clause.head.child("conj"), clause.child("nsubj", "nsubjpass")
        if who is None or who.lower != "who":
            continue  # "clashes between miners and guards in which nine were killed"
        if last is not None and last.right < clause.left <= last.right + 2:
            move(clause, last, "relcl")
            changed = True
    return changed


def object_taken_for_verb(sentence: Sentence) -> bool:
    """ "refuted claims that the army had shelled": what hangs on a verb or preposition as its object is a noun, but for
    "after a house explodes", where it is the preposition that opens a clause."""
    changed = False
    for token in sentence.tokens:
        if token.tag == "VBZ" and token.pos == "VERB" and token.dep in ("dobj", "pobj") and token.head.i < token.i:
            opening = token.head
            if opening.lower in ("after", "before", "as", "until") and token.child("nsubj") is not None:
                move(token, opening.head, "advcl")
                move(opening, token, "mark")
                changed = True
                continue
            token.pos, token.tag = "NOUN", "NNS"
            for clause in token.children_by("ccomp"):
                move(clause, token, "acl")
            changed = True
    return changed


def verb_taken_for_preposition(sentence: Sentence) -> bool:
    """ "Miners will down tools": what has an auxiliary and a subject of its own is a verb, and the noun after it its
    object."""
    changed = False
    for token in sentence.tokens:
        modal = token.child("aux")
        if token.pos != "ADP" or modal is None or modal.tag != "MD" or token.child("nsubj") is None:
            continue
        token.pos, token.tag = "VERB", "VB"
        token.set_lemma(token.lower)
        for noun in token.children_by("pobj"):
            noun.dep = "dobj"
        changed = True
    return changed


def missing_taken_for_verb(sentence: Sentence) -> bool:
    """ "Nine people are missing after a ferry sank": nobody misses anything; they are told of as those "killed" are."""
    changed = False
    for token in sentence.tokens:
        if token.lower != "missing" or token.tag != "VBG" or token.child("dobj", "ccomp", "auxpass") is not None:
            continue
        subject, be = token.child("nsubj"), token.child("aux")
        if subject is not None and be is not None and be.lemma == "be":
            token.tag, subject.dep, be.dep = "VBN", "nsubjpass", "auxpass"
            changed = True
    return changed


def way_taken_for_object(sentence: Sentence) -> bool:
    """ "collided head-on with a bus": how, and no head."""
    changed = False
    for word, mark, on in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if word.lower == "head" and mark.text == "-" and on.lower == "on" and word.dep in ("dobj", "npadvmod"):
            word.dep, word.pos, word.tag = "advmod", "ADV", "RB"
            changed = True
    return changed


WORDS = (
    way_taken_for_object,
    object_taken_for_verb,
    verb_taken_for_preposition,
    name_with_an_infinitive,
    missing_taken_for_verb,
    doing_hung_on_a_tool,
    effect_taken_for_modifier,
    outcome_hung_on_a_name,
    doing_hung_on_showing,
    two_acts_taken_for_modifier,
    most_of_them,
    name_taken_for_adverb,
    list_cut_from_its_noun,
    clause_of_the_last_side,
)
