"""Pronouns: he, she, they, it and their kin, by number, sex, recency and subjecthood."""

from __future__ import annotations

from bisect import bisect_right

from timeline.actors.mention import Mention
from timeline.actors.numbered import FAR, NUMBERED, find_counted
from timeline.actors.pairs import BYSTANDERS, PAIRS, pair_of, stand_in
from timeline.actors.people import sex_of
from timeline.actors.sense import SUBJECTS, UNIFORMED, does_above, is_guilt, is_tried, meets_them, speaks_for
from timeline.language.document import Document, Token
from timeline.language.quotes import find_quotes

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
IT = frozenset(("it", "its", "itself"))
SINGLE = HE | SHE
SPEAKER = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
THIRD = HE | SHE | THEY | IT
SPEECH = frozenset(
    "say tell add announce state claim note warn insist argue explain stress write declare report admit ask reply "
    "respond continue comment acknowledge reiterate emphasize emphasise urge confirm deny suggest believe".split()
)
JUDGED = frozenset(
    "call describe condemn denounce welcome see consider make do regret reject know mean want believe find take".split()
)
# What is done to somebody, never to a matter.
TO_SOMEBODY = frozenset("accuse blame warn urge ask tell invade threaten suspect order press pressure thank".split())
SURE = 2.3  # the least score at which "it" or "they" stands for someone who acts
LIKELY = 1.8  # the same for "he" and "she", which no thing can mean
WILLED = SPEECH | frozenset(
    "agree accuse threaten plan intend want decide refuse reject sign launch fire deploy withdraw attack strike kill "
    "capture seize detain arrest release impose lift send supply provide offer promise demand call meet hold vote win lose "
    "retaliate respond hope fear seek try continue begin begun start carry shoot bomb seek oppose support back join leave "
    "control recapture retreat advance fight abduct kidnap behead ambush bombard shell raid storm assassinate plant seize "
    "torture execute massacre free claim fight negotiate expel recognize ban order approve adopt elect hire buy sell build "
    "produce expect consider prepare commit stop cease".split()
)
VIOLENT = frozenset(
    "kill shoot attack bomb murder kidnap abduct torture beat rape arrest burn execute massacre slaughter".split()
)
STRIKING = frozenset("plant carry detonate ambush bombard storm raid hijack fire open behead hurl stab".split())
CAUGHT = frozenset("arrest detain charge accuse convict capture jail catch hold indict suspect".split())
ANSWERED = frozenset("after because when as".split())
ANSWERING = frozenset(
    "aircraft jet warplane helicopter drone missile police officer policeman guard troop troops soldier army authority force gendarme".split()
)
GROUPS = frozenset("group crowd number gang band dozen hundred".split())
QUOTING = frozenset(("quote", "cite"))
OUTLAWS = frozenset("REB CRM UAF".split())
# What nobody does to what is his own: "said Chad had shelled its base".
AGAINST = VIOLENT | frozenset(
    "accuse blame invade violate threaten target strike hit shell raid storm seize capture occupy destroy damage block "
    "besiege surround detain expel condemn criticize criticise denounce reject oppose sanction punish harass intercept hack "
    "infiltrate breach enter cross disrupt undermine provoke insult ignore attack assault ambush bombard loot".split()
)
PUNISHING = frozenset("impose slap levy fine slam lambast blast rebuke censure fault chide berate warn charge".split())
BARRING = frozenset("ban bar outlaw blacklist designate add suspend dismiss sack fire sue arrest indict jail".split())
PARTS = frozenset("role part involvement complicity participation".split())  # "banned the group over its role in it"
REPAYING = frozenset(("for", "after", "over", "following"))
PLACED = frozenset("in at near outside inside within".split())
# Whoever dies is rather the one who was shot than the one who shot or was caught.
DYING = frozenset("die succumb perish".split())
REMAINS = frozenset("body remains corpse killing murder death slaying funeral".split())
FELLING = frozenset(
    "kill murder shoot stab wound injure beat hit attack strike hurt poison bludgeon batter knife burn".split()
)
MET = frozenset(("nsubjpass", "dobj"))
# What is called after whoever makes it.
MADE = frozenset(
    "truck car van lorry bus pickup sedan vehicle motorcycle bike rifle pistol handgun revolver shotgun gun jet plane "
    "helicopter phone watch".split()
)


def resolve_pronouns(document: Document, mentions: list[Mention]) -> list[Mention]:
    """The mentions with a mention for every pronoun whose antecedent the text gives, in order."""
    tokens = document.tokens
    quoted = _Quoted(document)
    done: list[Mention] = []
    heads = {mention.head.i: mention for mention in mentions}
    following = iter(mentions)
    pending = next(following, None)
    covered = -1
    for token in tokens:
        while pending is not None and pending.first <= token.i:
            covered = pending.last
            pair = pair_of(pending.head, done) if pending.head.lower in PAIRS else []
            done += pair or [pending]
            _own(pending, document, done)
            pending = next(following, None)
        if token.i <= covered:
            continue
        if token.pos == "PRON" and token.lower in THIRD:
            if token.i in quoted:
                known, speaker = done, _speaker(token, done, quoted, heads)
                if token.lower in THEY and token.dep in SUBJECTS and _does_harm(token.head):
                    own = {one.sector for one in done[-40:] if one.name == speaker} & UNIFORMED
                    others = BYSTANDERS | own  # "They killed my son": no mourners; said by an officer, no soldiers
                    known = [one for one in done[-40:] if one.sector not in others]
                antecedent = find_antecedent(token, known, speaker)
            elif token.dep in SUBJECTS and token.head.lemma in SPEECH:  # nobody speaks of himself by his name
                antecedent = find_antecedent(token, [one for one in done[-40:] if one.head.i not in quoted])
            else:
                antecedent = find_antecedent(token, done)
            if antecedent is not None:
                _learn_sex(token, antecedent, mentions)
                done.append(stand_in(token, antecedent))
        elif token.lower in PAIRS:
            done += pair_of(token, done)
        elif token.lower in NUMBERED and (counted := find_counted(token, done)) is not None:
            done.append(stand_in(token, counted))
    return done


def find_antecedent(token: Token, before: list[Mention], unlike: str = "") -> Mention | None:
    """The mention that a third-person pronoun most likely means. `unlike` is a name that it cannot be."""
    word = token.lower
    if word == "it" and _says_nothing(token):
        return None
    best: Mention | None = None
    best_score = 0.0
    index = token.sentence.index
    clause = _clause(token)
    own = word.endswith(("self", "selves"))
    acts = token.dep in SUBJECTS and token.head.lemma in WILLED
    speech = token.dep in SUBJECTS and token.head.lemma in SPEECH
    dies = token.dep in SUBJECTS and token.head.lemma in DYING
    guilty = token.dep in SUBJECTS and is_guilt(token.head)
    harms = guilty or (token.dep in SUBJECTS and _does_harm(token.head))
    tried = word in SINGLE and token.dep in SUBJECTS and is_tried(token.head)
    told = ""
    for back, one in enumerate(reversed(before)):
        away = index - one.head.sentence.index
        if away > FAR or back > 40:
            break
        if one.last >= token.i or one.name in (unlike, told) or not _may_mean(word, one):
            continue
        if tried and one.name == "victim":
            continue
        if away == 0 and token.dep in SUBJECTS and _is_of_its_clause(token, one.head):
            told = one.name
            continue  # "the soldiers they killed": others killed them
        score = 3.0 - 0.9 * away - 0.02 * back + _salience(one)
        score += 0.3 * bool(one.sex and (word in HE or word in SHE))
        score -= 2.8 * (speech is False and word in SINGLE and speaks_for(one.head, token))
        if own:
            score += 3.0 * (one.head.dep in SUBJECTS and _clause(one.head) is clause)
        elif away == 0:
            if token.dep not in ("poss",) and _clause(one.head) is clause and one.head.dep in SUBJECTS:
                continue  # "Putin met him": not himself
            if guilty and one.sector in BYSTANDERS | UNIFORMED and one.head.dep in SUBJECTS:
                continue  # "Police said they were responsible": others
            if token.dep == "dobj" and does_above(one.head, clause):
                continue  # "Hu wrote to Kim to thank him"
            if token.dep == "poss" and one.seed.form == "pronoun" and one.head.dep == "dobj":
                score += 2.0 * (_clause(one.head) is clause)  # "thanked him for his help"
            repaid = token.dep == "poss" and _is_repaid(token, clause)
            if repaid and _clause(one.head) is clause and one.head.dep in ("dobj", "pobj", "nsubjpass"):
                score += 2.0  # "imposed sanctions on Chad after its raid": Chad's
            elif repaid:
                score -= 0.6 * (one.head.dep in SUBJECTS)
            elif token.dep == "poss" and one.head.dep in SUBJECTS and _clause(one.head) is clause:
                score += 0.2 if clause.lemma in AGAINST else 2.0  # "said Iran had suspended its programme": Iran's
            else:
                score += _governs(one, clause) if one.head.dep in SUBJECTS else -0.2
            if token.dep == "poss" and token.head.dep == "conj" and one.head.dep == "poss":
                score += 3.5 * (one.head.head is token.head.head)  # "confirmed Ruiz's death and his abduction"
            if clause.dep == "advcl" and one.head.dep == "dobj" and one.head.head is clause.head:
                score += 1.0 * (
                    token.dep in SUBJECTS and bool(one.sex) and word in SINGLE
                )  # "shot his wife as she slept"
            if harms and (one.plural or one.kind == "group") and _is_answered(one.head, clause):
                score += 3.0
            if token.dep == "dobj" and one.head.dep == "poss" and one.head.head.dep in SUBJECTS:
                score += 1.5 * (_clause(one.head) is clause)  # "Ruiz's deputy replaced him"
        somebody = token.dep == "dobj" and token.head.lemma in TO_SOMEBODY
        if word == "it" and token.dep not in SUBJECTS and one.kind == "state" and not somebody:
            continue  # "resolve it": the matter, not a country
        if one.head.dep == "pobj" and one.head.head.lower in PLACED:
            score -= 1.2
        if word in IT or word in THEY:
            score -= _rivals(token, one, plural=word in THEY) * (0.4 if acts else 1.0)
        if (
            (harms or (tried and away < 2))
            and one.head.dep in MET
            and one.head.head.lemma in CAUGHT
            and not meets_them(token.head)
        ):
            score += 1.4  # "Police arrested two men. They had robbed a bank"
        if word in THEY:
            score += 0.4 * one.plural + 1.8 * (one.sector in OUTLAWS and harms)
        quoted = one.head.dep == "dobj" and one.head.head.lemma in QUOTING
        if speech and ((one.head.dep in SUBJECTS and one.head.head.lemma in SPEECH) or quoted):
            score += (1.0 if away <= 1 else 0.5) + 1.4 * quoted  # "It quoted Ruiz as saying so. He added": Ruiz
        if (
            (dies or (token.dep == "poss" and token.head.lemma in REMAINS))
            and one.head.dep in MET
            and one.head.head.lemma in FELLING
        ):
            score += 1.5  # "arrested a man after a guard was stabbed. He died": the guard
        if away and not speech and best_score < score and _only_told_it(one.head, word):
            score -= 1.5
        if score > best_score:
            best, best_score = one, score
    return best if best_score >= (SURE if word in IT or word in THEY else LIKELY) else None


def _does_harm(verb: Token) -> bool:
    """ "They planted it", "started shooting", "went on with killing": with no passive."""
    inner = [
        *verb.children_by("xcomp"),
        *(one for prep in verb.children_by("prep") for one in prep.children_by("pcomp")),
    ]
    return verb.child("auxpass") is None and any(one.lemma in VIOLENT | STRIKING for one in (verb, *inner))


def _only_told_it(noun: Token, word: str) -> bool:
    """ "A clerk was arrested, Sgt. Ruiz said. He …": who tells it at the end of a sentence about somebody else. In "I saw
    it, Ruiz said" he tells it of himself."""
    verb = noun.head
    told = verb.child("ccomp") if noun.dep == "nsubj" and verb.lemma in SPEECH else None
    if told is None or told.i > noun.i or told.i > verb.i:
        return False
    subject = told.child(*SUBJECTS)
    tags = ("NN", "NNP") if word in SINGLE else ("NNS",) if word in THEY else ()
    return subject is not None and subject.tag in tags


def _is_of_its_clause(pronoun: Token, noun: Token) -> bool:
    """Whether the pronoun is the subject of a clause that tells which ones the noun means."""
    clause = pronoun.head
    return clause.dep == "relcl" and clause.head is noun and clause.i > noun.i


def _is_repaid(token: Token, clause: Token) -> bool:
    """Whether a deed is told as what somebody is punished or blamed for: "condemned Chad for its raid on Mali"."""
    link = token.head.head
    if token.head.lemma in PARTS and clause.lemma in BARRING:
        return link.lower in (*REPAYING, "due")
    return link.lower in REPAYING and link.head is clause and clause.lemma in AGAINST | PUNISHING


def _is_answered(noun: Token, clause: Token) -> bool:
    """ "Police fired at [marchers] after they attacked a car": what the police do to them answers what they did."""
    mark = clause.child("mark", "advmod") if clause.dep == "advcl" else None
    verb = clause.head
    if mark is None or mark.lower not in ANSWERED or verb.i > clause.i:
        return False
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma in GROUPS:
        noun = noun.head.head  # "struck a group of rebels"
    met = noun.dep in MET or (noun.dep == "pobj" and noun.head.lower in ("at", "on") and noun.head.dep == "prep")
    above = noun.head if noun.dep in MET else noun.head.head
    doer = verb.child("nsubj")
    return (
        met
        and (above is verb or above.head is verb)
        and (doer is None or doer.base in ANSWERING or doer.lower in ANSWERING)
    )


def _rivals(token: Token, one: Mention, *, plural: bool) -> float:
    """How many things named since then the pronoun could mean as well: "the strike …, he said it proved"."""
    tag = "NNS" if plural else "NN"
    count = 0.0
    for sentence in (one.head.sentence, token.sentence):
        for other in sentence.tokens:
            if other.tag != tag or other.pos != "NOUN" or not one.last < other.i < token.i:
                continue
            if not (other.dep in SUBJECTS and other.head is token.head and token.dep != "poss"):
                count += 1.0 if other.dep in SUBJECTS else 0.7 if other.dep in ("dobj", "pobj", "attr") else 0.0
        if one.head.sentence is token.sentence:
            break
    return min(count, 1.6)


def _governs(one: Mention, clause: Token) -> float:
    """More for the subject of the verb that the pronoun's clause hangs on: "…, while Kadyrov said he is against"."""
    verb = _clause(one.head)
    for steps, above in enumerate(clause.ancestors()):
        if above is verb:
            return max(0.2, 1.4 - 0.6 * steps)
    return 0.2


class _Quoted:
    """Which tokens stand in quotation marks."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        quotes = find_quotes(document)
        self.starts = [one.span.start for one in quotes]
        self.ends = [one.span.end for one in quotes]

    def __contains__(self, i: int) -> bool:
        start = self.tokens[i].start
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and start < self.ends[at]


def _speaker(token: Token, before: list[Mention], quoted: _Quoted, heads: dict[int, Mention]) -> str:
    """Who speaks the quoted words round the pronoun: the subject of the verb of speech that they hang on, else the last
    one who spoke."""
    root = token.sentence.root
    subject = root.child("nsubj") if root.lemma in SPEECH and root.i not in quoted else None
    if subject is not None and subject.i in heads:
        return heads[subject.i].name
    for one in reversed(before[-12:]):
        if token.sentence.index - one.head.sentence.index > 1:
            break
        if one.head.dep in SUBJECTS and one.head.head.lemma in SPEECH:
            return one.name
    return ""


def _learn_sex(token: Token, antecedent: Mention, mentions: list[Mention]) -> None:
    """Who was "he" once stays a man for the rest of the article."""
    sex = "m" if token.lower in HE else "f" if token.lower in SHE else ""
    if not sex or antecedent.sex:
        return
    for one in mentions:
        if one.name == antecedent.name and one.kind == "person":
            one.sex = sex
    antecedent.sex = sex


def _may_mean(word: str, one: Mention) -> bool:
    if word in HE or word in SHE:
        wanted = "m" if word in HE else "f"
        if one.seed.form == "noun" and not one.id and one.head.dep in ("compound", "amod", "nmod"):
            return False
        if one.head.dep == "compound" and one.head.head.base in MADE and not one.id:
            return False  # "the Mack truck"
        return one.kind == "person" and not one.plural and one.sex in ("", wanted)
    if word in THEY:
        if one.kind == "person" and not one.plural:
            return one.seed.form != "pronoun" and is_joined(one.head)
        if one.sector == "JUD" and not one.plural:
            return False  # "The court said that their part in the raid was proved"
        return one.plural or one.kind in ("group", "organisation") or one.seed.form == "pronoun"
    return one.kind in ("state", "organisation", "company", "group", "place") and not one.plural


def is_joined(head: Token) -> bool:
    """ "[Howell] and Holder": two persons whom "they" may mean."""
    joined, one = False, head
    while head.dep != "conj" and (other := one.child("conj")) is not None and other.entity == "PERSON":
        joining = one.child("cc")
        joined = joined or (joining is not None and joining.lower == "and")
        one = other
    return joined


def _salience(one: Mention) -> float:
    """Subjects are spoken of again more than objects, names more than descriptions, modifiers least."""
    head = one.head
    score = 0.0
    if head.dep in SUBJECTS:
        verb = head.head
        while verb.dep == "conj" and verb.head.dep in ("conj", "ccomp"):
            verb = verb.head  # "said that nobody would be hurt but two men would be tried": no main clause
        score += 1.0 if verb.dep in ("ROOT", "conj") else 0.7
    elif head.dep in ("compound", "amod", "nmod"):
        score -= 0.8
    elif head.dep in ("poss", "pobj"):
        score -= 0.2
    if one.seed.form != "noun":
        score += 0.3
    return score


def _says_nothing(token: Token) -> bool:
    """ "it is clear that", "it rained": no one is meant."""
    if token.dep == "expl":
        return True
    verb = token.head
    if token.dep == "dobj" and (verb.lemma in SPEECH or verb.lemma in JUDGED):
        return True  # "denied it": what was said
    if token.dep in SUBJECTS and verb.lemma in ("be", "seem", "appear", "rain", "snow", "take", "become", "happen"):
        return verb.child("acomp", "ccomp", "csubj", "advcl") is not None or verb.lemma in ("rain", "snow")
    return False


def _clause(token: Token) -> Token:
    """The verb whose clause the token stands in."""
    for above in token.ancestors():
        if above.pos in ("VERB", "AUX") and above.dep != "prep":  # not "following"
            return above
    return token.sentence.root


def _own(mention: Mention, document: Document, done: list[Mention]) -> None:
    """ "its forces": the country of what "its" goes back to."""
    if mention.seed.form != "noun":
        return
    mention.sex = mention.sex or sex_of(mention, document.tokens)
    if mention.country:
        return
    for child in mention.head.children:
        if child.dep == "poss" and child.lower in THIRD:
            for one in reversed(done[:-1]):
                if one.first <= child.i <= one.last:
                    mention.country = one.country
                    return
