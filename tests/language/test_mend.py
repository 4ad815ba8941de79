"""What the parser gets wrong on news, mended on the tokens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.language.document import Document, Sentence, Token
from timeline.language.mend import verb_taken_for_modifier

Read = Callable[..., Document]


def token(i: int, text: str, pos: str, tag: str, dep: str) -> Token:
    return Token(i, text, text.lower(), pos, tag, dep, 10 * i)


def hang(child: Token, head: Token) -> None:
    child.head = head
    head.children += (child,)


def misread() -> Sentence:
    """ "Iran enriched uranium" with the verb as a modifier of its object, the subject under the verb."""
    iran = token(0, "Iran", "PROPN", "NNP", "nsubj")
    enriched = token(1, "enriched", "VERB", "VBD", "amod")
    uranium = token(2, "uranium", "NOUN", "NN", "ROOT")
    hang(iran, enriched)
    hang(enriched, uranium)
    return Sentence(0, 0, [iran, enriched, uranium])


def test_a_finite_verb_under_its_object_becomes_the_root() -> None:
    sentence = misread()
    assert verb_taken_for_modifier(sentence)
    iran, enriched, uranium = sentence.tokens
    assert sentence.root is enriched
    assert (uranium.head, uranium.dep) == (enriched, "dobj")
    assert iran.head is enriched


def test_a_mended_sentence_needs_no_mending() -> None:
    sentence = misread()
    verb_taken_for_modifier(sentence)
    assert not verb_taken_for_modifier(sentence)


@pytest.mark.parametrize("text", ["The wounded soldiers were flown home.", "The men killed in Mosul were soldiers."])
def test_participles_stay_modifiers(read: Read, text: str) -> None:
    for sentence in read(text).sentences:
        assert not verb_taken_for_modifier(sentence)


@pytest.mark.parametrize(
    "text",
    [
        "As a brief lull in attacks is about to end, the army is in a hurry.",
        "A rocket slammed into an apartment block.",
        "Soon after, Ankara commenced air and ground assaults on the fighters.",
    ],
)
def test_every_sentence_stays_a_tree(read: Read, text: str) -> None:
    for sentence in read(text).sentences:
        roots = [one for one in sentence.tokens if one.is_root]
        assert len(roots) == 1
        for one in sentence.tokens:
            assert one.is_root or one in one.head.children
            assert one.left <= one.i <= one.right


# Headlines: the verb, its subject's last word
@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("US sanctions Iran oil firms", "sanctions", "US"),
        ("UN sanctions North Korean firms", "sanctions", "UN"),
        ("Germany arms Ukraine", "arms", "Germany"),
        ("Kenya police fire on protesters", "fire", "police"),
        ("Troops raid camp", "raid", "Troops"),
        ("Thousands rally in Tbilisi", "rally", "Thousands"),
        ("Russian drone strikes Odesa port", "strikes", "drone"),
        ("Missile hits kill three", "kill", "hits"),
        ("China drills encircle Taiwan", "encircle", "drills"),
        ("Russia strikes kill five", "kill", "strikes"),
        ("Turkey, Greece hold talks", "hold", "Turkey"),
        ("Putin, Xi hold talks", "hold", "Putin"),
        ("Trump, Putin to meet in Oslo on Friday", "meet", "Trump"),
        ("Trump names Peruvian judge to lead department", "names", "Trump"),
        ("Watchdog faults border agency over deaths", "faults", "Watchdog"),
        ("Treasury freezes assets of Peruvian officials", "freezes", "Treasury"),
        ("Militants attack church in Burkina Faso, killing 15 worshippers", "attack", "Militants"),
        ("Taliban bar UN rights envoy from Kabul", "bar", "Taliban"),
        ("Iran releases seized British tanker", "releases", "Iran"),
        ("Rebels seize Goma; Kenya calls for talks", "seize", "Rebels"),
        ("UN chief Guterres appeals for truce in Gaza", "appeals", "Guterres"),
        ("Houthis launch missile at airport", "launch", "Houthis"),
        ("May rejects calls for second vote", "rejects", "May"),
        ("WHO sends doctors to Congo", "sends", "WHO"),
        ("A Russian drone breaches Estonian airspace, prompting an alarm.", "breaches", "drone"),
        ("A lorry ploughs into a crowd in Lyon, injuring nine.", "ploughs", "lorry"),
        ("A small airplane crashes into a lake near Bergen, killing two.", "crashes", "airplane"),
        ("A Navy helicopter crashes near Colon, killing two.", "crashes", "helicopter"),
        ("A Boeing 737 crashes near Bergen.", "crashes", "737"),
        ("A Danish court sentences the singer to four years in prison.", "sentences", "court"),
        ("Danish police raid a ranch in Odense.", "raid", "police"),
        ("Philippine police arrest a student of the army for attempting to spy.", "arrest", "police"),
        ("Poles vote in the second round to choose their president.", "vote", "Poles"),
        ("A vehicle ploughs into crowds of fans in Leeds, England.", "ploughs", "vehicle"),
        ("President Boric signs an executive order creating a board.", "signs", "Boric"),
    ],
)
def test_headline(text: str, verb: str, subject: str, read: Read) -> None:
    (sentence,) = read(text).sentences
    found = sentence.root.child("nsubj")
    assert sentence.root.text == verb
    assert found is not None
    assert found.text == subject


# Near misses: what is none of these stays as it is
@pytest.mark.parametrize(
    ("text", "word", "tag", "dep"),
    [
        ("Iran strikes killed British soldiers", "strikes", "NNS", "nsubj"),
        ("Rebels left; troops stayed, the ministry said.", "stayed", "VBD", "ccomp"),
        ("The site had no word of the ship; it was not there.", "had", "VBD", "ccomp"),
        ("He lay down in the street.", "lay", "VBD", "ROOT"),
        ("The court was told of a pending trial.", "pending", "VBG", "amod"),
        ("Men shot at officers in Lima", "shot", "VBD", "ROOT"),
        ("Rebels attacked at dawn, army says", "Rebels", "NNS", "nsubj"),
        ("The priest shot in the air.", "priest", "NN", "nsubj"),
        ("Envoys left for talks to host.", "talks", "NNS", "pobj"),
        ("May the talks succeed!", "May", "MD", "aux"),
        ("In Kenya, Uganda held talks.", "Uganda", "NNP", "nsubj"),
    ],
)
def test_no_headline(text: str, word: str, tag: str, dep: str, read: Read) -> None:
    found = next(token for token in read(text).tokens if token.text == word)
    assert (found.tag, found.dep) == (tag, dep)


def test_a_trial_pending_is_no_object(read: Read) -> None:
    tokens = read("Istanbul mayor jailed pending trial").tokens
    assert [(one.tag, one.dep) for one in tokens[1:]] == [
        ("NN", "nsubjpass"),
        ("VBN", "ROOT"),
        ("IN", "prep"),
        ("NN", "pobj"),
    ]


@pytest.mark.parametrize("text", ["Priest shot in Peru", "Man shot by police", "Bishop arrested, priest shot in Peru"])
def test_a_passive_without_be(text: str, read: Read) -> None:
    subjects = [one for one in read(text).tokens if one.dep.startswith("nsubj")]
    assert [(one.dep, one.head.tag) for one in subjects] == [("nsubjpass", "VBN")] * len(subjects)


def test_what_has_to_before_it_is_a_verb(read: Read) -> None:
    host = read("Peru to host talks as dispute deepens").tokens[2]
    assert (host.pos, host.tag) == ("VERB", "VB")


def test_a_noun_is_no_clause(read: Read) -> None:
    suburbs = read("Israel pounds Beirut suburbs as Hezbollah vows to fight on").tokens[3]
    assert (suburbs.dep, suburbs.head.text) == ("dobj", "pounds")


def test_arms_are_laid_down(read: Read) -> None:
    assert read("Separatists lay down arms after decades of violence").tokens[1].lemma == "lay"


# Reports in the present tense: the verb, its subject's last word, its object's
@pytest.mark.parametrize(
    ("text", "verb", "subject", "met"),
    [
        ("The Houthis release nine fishermen from the carrier.", "release", "Houthis", "fishermen"),
        ("Hamas free six hostages, two Peruvians and four Thais.", "free", "Hamas", "hostages"),
        ("The Chadian military intercepts a cruise missile fired by the rebels.", "intercepts", "military", "missile"),
        ("The overnight attack damages at least six apartment buildings.", "damages", "attack", "buildings"),
        ("Police arrest Lima mayor Ana Torres on bribery charges.", "arrest", "Police", "Torres"),
        ("The Houthis claim to have launched four attacks with drones.", "claim", "Houthis", ""),
        (
            "The Israeli military conducts airstrikes and shelling across two regions of Syria.",
            "conducts",
            "military",
            "airstrikes",
        ),
        ("Al-Shabaab claims responsibility for the raid.", "claims", "Shabaab", "responsibility"),
        ("Police open fire on students demonstrating against a ban.", "open", "Police", "fire"),
        ("Police in Chad arrest over 1,200 people amid protests.", "arrest", "Police", "people"),
        ("Citizens in Portugal vote to elect a president.", "vote", "Citizens", ""),
        ("Citizens of Suriname vote to elect 51 seats of the National Assembly.", "vote", "Citizens", ""),
        ("Citizens of the Ivory Coast vote for the members of the National Assembly.", "vote", "Citizens", ""),
        ("Leaders of the Lima vote to hold talks.", "hold", "Leaders", "talks"),
        ("The leaders of Armenia and Azerbaijan plan to sign a declaration.", "plan", "leaders", ""),
        ("The Congolese military withdraws from Bukavu heading west.", "withdraws", "military", ""),
        ("The French military hands over control of its last base.", "hands", "military", "control"),
        ("Peru, the EU, and Turkey call for a truce.", "call", "Peru", ""),
        ("Russian guided bombs target Zaporizhzhia, Ukraine, killing two people.", "target", "bombs", "Zaporizhzhia"),
        ("The Polish Air Force intercepts and escorts a Russian aircraft over the sea.", "intercepts", "Force", ""),
    ],
)
def test_a_report_in_the_present(text: str, verb: str, subject: str, met: str, read: Read) -> None:
    (sentence,) = read(text).sentences
    found, done = sentence.root.child("nsubj"), sentence.root.child("dobj")
    assert (sentence.root.text, sentence.root.pos) == (verb, "VERB")
    assert found is not None
    assert found.text == subject
    assert (done.text if done is not None else "") == met


def test_two_verbs_of_one_report(read: Read) -> None:
    (sentence,) = read(
        "The United States Secret Service shoots and arrests an armed man outside the White House."
    ).sentences
    both = (sentence.root, sentence.root.child("conj"))
    assert [one.text for one in both if one is not None and one.pos == "VERB"] == ["shoots", "arrests"]


# Near misses: a noun phrase stays one
@pytest.mark.parametrize(
    "text",
    [
        "US sanctions list",
        "Iran oil sanctions",
        "Britain arms sales to Israel",
        "Police raids in Paris",
        "A dozen soldiers from Chad.",
        "A series of strikes on the port.",
        "Russian strikes against the port.",
        "Loud protests against the president.",
        "A few protests in the capital.",
        "The military raid on the camp.",
        "More feline costumes Image: Ana Torres.",
        "The arrest of the mayor on bribery charges.",
        "The military operations command.",
        "Police in Lima and Quito.",
        "Survivors of the Oslo attack.",
        "Leaders of the Lima protest.",
        "Deaths in the Kabul attack.",
        "Photos of Gaza attack.",
        "Drone attack the biggest of the war.",
        "Peru, Chad and the Mali plan.",
    ],
)
def test_a_line_without_a_verb(text: str, read: Read) -> None:
    assert not any(one.pos == "VERB" for one in read(text).tokens)


# The word, what it must hang on, and a near miss is one that hung there before
@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The group claimed responsibility on Monday for the bombing of a hotel.", "for", "responsibility"),
        ("The bank claimed money on Monday for the repairs.", "for", "claimed"),
        (
            "A man detonated a bomb near a crowd of people waiting to apply for jobs, killing at least 20 people.",
            "killing",
            "detonated",
        ),
        ("They planned to bomb the hotel, killing dozens.", "killing", "bomb"),
        ("Oslo urged Lima to talk and pressed it to agree.", "pressed", "urged"),
        ("Oslo wanted Lima to talk and agree.", "agree", "talk"),
        ("It is Iran which has rejected the plan.", "rejected", "Iran"),
        ("It is known that Iran rejected the plan.", "rejected", "known"),
        ("France as well as Germany rejected the plan.", "Germany", "France"),
        ("Peru as well as Mali accused Chad.", "Peru", "accused"),
        ("A bomb exploded in Gaza and Israel closed the crossing.", "Israel", "closed"),
        ("Peru attacked Mali and Chad and signed a truce.", "Chad", "Mali"),
        ("The leaders of Mali and Chad signed a truce.", "Chad", "Mali"),
        ("After Chad signed a truce with Mali, Peru freed two men.", "Peru", "freed"),
        ("In Goma, Congo, rebels attacked a camp.", "Congo", "Goma"),
        ("Peru closed the border hours after Chad sent ships.", "border", "closed"),
        ("Peru has yet to shell the port but has sent troops to Mali.", "sent", "has"),
        ("Peru denied holding talks with Chad and shelling the port.", "shelling", "holding"),
        ("Peru denied growing fears and closed the port.", "growing", "fears"),
        ("Peru held talks with Chad instead of shelling the port.", "shelling", "of"),
        ("Peru closed the border post after Chad sent ships.", "border", "post"),
        ("The government restricted curfew hours after the riots ended.", "curfew", "hours"),
        ("The government restricted border hours after the riots ended.", "ended", "restricted"),
    ],
)
def test_what_hangs_on_the_wrong_verb(text: str, word: str, head: str, read: Read) -> None:
    (sentence,) = read(text).sentences
    assert next(one.head.text for one in sentence.tokens if one.text == word) == head


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("A column of tanks headed towards the rebel-held town at dawn.", "headed", "column"),
        ("The two armies disengaged from the lake shore under an accord signed in September.", "disengaged", "armies"),
    ],
)
def test_a_verb_without_a_passive_is_no_participle(read: Read, text: str, verb: str, subject: str) -> None:
    root = read(text).sentences[0].root
    found = root.child("nsubj")
    assert (root.text, root.tag) == (verb, "VBD")
    assert found is not None and found.text == subject


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("Lima downgraded relations with Mexico to the level of consuls.", "downgraded", "Lima", "relations"),
        ("Students at Dhaka University boycotted classes over the ruling.", "boycotted", "Students", "classes"),
        ("The grand mufti condemned in strong terms the raid on the shrine.", "condemned", "mufti", "raid"),
    ],
)
def test_a_sentence_of_one_noun_finds_its_verb(read: Read, text: str, verb: str, subject: str, thing: str) -> None:
    root = read(text).sentences[0].root
    subjects, objects = root.children_by("nsubj"), root.children_by("dobj")
    assert (root.text, root.tag) == (verb, "VBD")
    assert ([one.text for one in subjects], [one.text for one in objects]) == ([subject], [thing])


def test_a_noun_with_a_participle_stays_one(read: Read) -> None:
    for text in ("The most admired painter of the age.", "A man given two days to leave the village."):
        assert read(text).sentences[0].root.pos == "NOUN"


def test_what_has_a_modal_and_a_subject_is_a_verb(read: Read) -> None:
    tokens = read("Unless wages are paid by Friday, miners across Ukraine will down tools, the union warned.").tokens
    down = next(one for one in tokens if one.text == "down")
    thing = down.child("dobj")
    assert (down.pos, down.lemma) == ("VERB", "down")
    assert thing is not None
    assert thing.text == "tools"


def test_an_object_is_a_noun(read: Read) -> None:
    """The parser reads the plural here as a verb that is an object."""
    claims = read("The spokeswoman refuted claims that the army had shelled the market.").sentences[0].tokens[3]
    assert (claims.pos, claims.tag, claims.dep) == ("NOUN", "NNS", "dobj")
    assert claims.child("acl") is not None


@pytest.mark.parametrize(
    ("text", "at", "lemma"),
    [("Chad raised its taxes.", 3, "tax"), ("The guards maimed him.", 2, "maim"), ("Oslo sent nine doses.", 3, "dose")],
)
def test_base_forms_that_the_parser_gets_wrong(read: Read, text: str, at: int, lemma: str) -> None:
    assert read(text).sentences[0].tokens[at].lemma == lemma


def test_what_follows_the_comma_is_asked_for_too(read: Read) -> None:
    text = (
        "The United States casts its veto over a draft resolution calling for a ceasefire in Sudan, the lifting of Saudi "
        "restrictions on aid, and the release of all captives."
    )
    lifting = next(token for token in read(text).tokens if token.text == "lifting")
    assert (lifting.dep, lifting.head.text) == ("conj", "ceasefire")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Nine people were killed after a bus overturns in Kavar.", "overturns", "bus"),
        ("Nine people are killed after an Antonov An-12 crashes near El Fasher.", "crashes", "An-12"),
        ("Six homes are damaged after a two-story house explodes in Bergen.", "explodes", "house"),
        ("Three people are killed when a Cessna 172 crashes in a suburb of Lima.", "crashes", "Cessna"),
    ],
)
def test_behind_a_singular_stands_a_verb(text: str, verb: str, subject: str, read: Read) -> None:
    (clause,) = (token for token in read(text).tokens if token.text == verb)
    found = clause.child("nsubj")
    assert (clause.tag, clause.dep) == ("VBZ", "advcl")
    assert found is not None
    assert found.text == subject


@pytest.mark.parametrize("text", ["Nine died after a series of car crashes in Lima.", "Two paid after a dozen fines."])
def test_what_is_counted_stays_a_noun(text: str, read: Read) -> None:
    assert [token.pos for token in read(text).tokens if token.text in ("crashes", "fines")] == ["NOUN"]


def test_those_who_are_missing_miss_nobody(read: Read) -> None:
    (missing,) = (token for token in read("Nine people are missing after a ferry sank.").tokens if token.tag == "VBN")
    assert missing.text == "missing"
    assert missing.child("nsubjpass") is not None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Chad and Mali have for the first time exchanged maps of the border.", "exchanged", "Chad"),
        ("Members of the sect have for the first time been allowed to bury their dead.", "allowed", "Members"),
        ("The Canadian Development Agency is underwriting half the cost of the dam.", "underwriting", "Agency"),
    ],
)
def test_a_subject_does_not_hang_on_an_auxiliary(text: str, verb: str, subject: str, read: Read) -> None:
    found = next(token for token in read(text).tokens if token.text == verb).child("nsubj", "nsubjpass")
    assert found is not None
    assert found.text == subject
