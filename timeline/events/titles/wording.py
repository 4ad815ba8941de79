"""Tokens of an article in the words of a headline: names for pronouns, surnames for people, no articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.language.document import Document, Token
from timeline.model import Actor, Quantity

# People are called by these first, not last, names in English news.
SURNAME_FIRST = frozenset(
    "kim xi li wang moon yoon lee park mao deng hu wen zhou zhao chen zhang nguyen ho abu pope king queen prince "
    "saint st al abdel boko ansar".split()
)
PARTICLES = frozenset("von van de der del della di da dos du".split())
HONORIFICS = frozenset(
    "president prime minister vice chancellor mr mr. mrs mrs. ms ms. dr dr. sen sen. senator rep rep. gov gov. "
    "gen gen. general lt lt. col col. maj maj. capt capt. adm adm. sgt sgt. secretary foreign defense defence sir "
    "lord king queen prince emperor pope ayatollah premier then- former the".split()
)
SHORT = {"U.S.": "US", "U.N.": "UN", "U.K.": "UK", "U.S.A.": "US"}
ARTICLES = frozenset({"a", "an", "the"})
POINTERS = frozenset({"this", "that", "these", "those"})
# "a few", "a third of", "a million": the article counts.
COUNTED = frozenset(
    "few little lot number dozen couple handful hundred thousand million billion third quarter half series".split()
)
AFTER_NOUN = frozenset({"relcl", "advcl", "parataxis", "punct", "acl"})
BEFORE_NAME = frozenset({"compound", "amod", "nmod", "det"})
INSIDE_TITLE = frozenset("pobj compound det amod nmod nummod poss case conj cc".split())
RECENCY = frozenset({"recent", "latest", "new"})  # the date says so
QUOTES = frozenset("\"'“”‘’«»")
MOST_NAMES = 3
LONGEST_PRONOUN = len("themselves")
LONGEST_TITLE = 12  # words that may stand before a name


class Wording:
    """How one event's words are written out."""

    def __init__(self, document: Document, actors: Sequence[Actor], quantities: Sequence[Quantity]) -> None:
        self.document = document
        self._actors = actors
        self._pronouns = {
            token.i: short_name(actor)
            for actor in reversed(actors)
            if actor.span.end - actor.span.start <= LONGEST_PRONOUN
            for token in document.tokens_in(actor.span)
            if (token.pos == "PRON" or token.tag == "PRP$") and token.span == actor.span and _is_name(actor)
        }
        self._owners = dict(_owners(document, actors))
        self._degrees: dict[int, str] = {}
        self._inside: set[int] = set()
        for quantity in quantities:
            if quantity.unit == "degC" and quantity.low is not None and quantity.low == quantity.high:
                tokens = [token for token in document.tokens_in(quantity.span) if token.pos != "ADP"]
                if tokens:
                    self._degrees[tokens[0].i] = f"{quantity.low:g} °C".replace("-", "−")
                    self._inside.update(token.i for token in tokens[1:])

    def name_at(self, token: Token) -> str:
        """The name a pronoun stands for, "" where it is not known."""
        return self._pronouns.get(token.i, "")

    def is_plural(self, actors: Sequence[Actor]) -> bool:
        """Several, or one whose last word is a plural ("allies"); a state or a body counts as one."""
        if len(actors) != 1:
            return len(actors) > 1
        tokens = self.document.tokens_in(actors[0].span)
        last = actors[0].name.rpartition(" ")[2]
        if len(tokens) == 1 and tokens[0].lower in ("they", "them"):  # "freed the clerks, allowing them to run"
            return last.endswith(("s", "men", "children")) and last[:1].islower()
        tops = [token for token in tokens if token.is_root or token.head not in tokens]
        if not tops or tops[0].tag not in ("NNS", "NNPS"):
            return False
        return (tops[0].tag == "NNS" and not tops[0].entity) or actors[0].kind in ("unknown", "group")

    def mentions(self, actor: Actor, tokens: Sequence[Token]) -> bool:
        """Whether the actor's own words, or its name, stand among the tokens."""
        words = {token.lower for token in tokens}
        return any(actor.span.overlaps(token.span) for token in tokens) or actor.name.lower() in words

    def person(self, name: Token) -> str:
        """The surname of a person named in the text, "" for any other word."""
        if name.entity != "PERSON" or name.pos != "PROPN":
            return ""
        tokens, first = self.document.tokens, name.i
        while first > 0 and _same_name(tokens[first - 1], name):
            first -= 1
        if first > 0 and tokens[first - 1].end == tokens[first].start:
            return ""  # the end of a longer, hyphened name
        last = name.i
        while last + 1 < len(tokens) and _same_name(tokens[last + 1], name) and tokens[last + 1].pos == "PROPN":
            last += 1
        words = self.document.words(tokens[first], tokens[last]).split()
        return " ".join(surname(words))

    def noun_phrase(self, noun: Token, *, after: bool) -> list[Token]:
        """The noun with what stands before it and, if asked, the phrases after it; no clauses, asides or times."""
        kept: list[Token] = []
        left = [noun]
        while left:
            one = left.pop()
            kept.append(one)
            left += [child for child in one.children if _belongs(child, one, after=after)]
        return sorted(kept, key=lambda token: token.i)

    def render(self, tokens: Sequence[Token]) -> str:
        """The tokens as text, spaced as in the article where they stand side by side."""
        words = ""
        before: Token | None = None
        tokens = self._without_lost_marks(tokens)
        members, joining = _unjoined(tokens), ""
        for token in tokens:
            joining = members.get(token.i, joining)
            written = self._written(token)
            if not written:
                continue
            words, joining = words + joining, ""
            touching = before is not None and before.end == token.start
            words += written if touching or not words or _clings(written) else " " + written
            before = token
        return words.replace(" ,", ",")

    def _without_lost_marks(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens but for commas, hyphens and brackets whose words were left out."""
        kept: list[Token] = []
        places = {token.i for token in tokens}
        opened = left_out = False
        for token in tokens:
            if token.text == "(":
                left_out, opened = token.i + 1 not in places, token.i + 1 in places
            lost = left_out or (token.text == ")" and not opened)
            if token.text == ")":
                left_out = opened = False
            lost |= token.text == "," and not {token.i - 1, self._after_article(token.i + 1)} <= places
            lost |= token.text == "-" and token.i - 1 not in places  # "Ter-Petrosian" cut to its last part
            if not lost:
                kept.append(token)
        return kept

    def _after_article(self, i: int) -> int:
        """The "United" of "Mali, the United States, and Chad", whose article no line has."""
        tokens = self.document.tokens
        return i + (i + 1 < len(tokens) and tokens[i].lower in ARTICLES)

    def _written(self, token: Token) -> str:
        if token.i in self._degrees:
            return self._degrees[token.i]
        if token.i in self._inside or (token.text in QUOTES and token.dep != "case"):
            return ""
        if token.tag == "PRP$":
            return possessive(self._pronouns[token.i]) if token.i in self._pronouns else self._owners.get(token.i, "")
        if token.i in self._pronouns:
            return self._pronouns[token.i]
        if token.lower in ARTICLES and not self._article_stays(token):
            return ""
        if token.lower in POINTERS and token.dep == "det" and token.head.pos in ("NOUN", "PROPN"):
            counted = token.head.dep == "pobj" and token.head.head.head.pos == "NUM"  # "14 of those patients"
            return token.text if counted else ""
        if self._is_first_name(token) or _is_honorific(token) or _is_of_honorific(token):
            return ""
        return SHORT.get(token.text, token.text)

    def _next(self, token: Token) -> Token | None:
        tokens = self.document.tokens
        return tokens[token.i + 1] if token.i + 1 < len(tokens) else None

    def _article_stays(self, token: Token) -> bool:
        after = self._next(token)
        if after is None or after.lower in COUNTED or after.pos == "NUM":
            return True
        return _names(token, token.head) or token.head.pos == "ADJ"

    def _is_first_name(self, token: Token) -> bool:
        """ "Vladimir" in "Vladimir Putin", "Recep" and "Tayyip" in "Recep Tayyip Erdogan"."""
        if token.entity != "PERSON":
            return False
        tokens, first, last = self.document.tokens, token.i, token.i
        while first > 0 and _same_name(tokens[first - 1], token):
            first -= 1
        while last + 1 < len(tokens) and _same_name(tokens[last + 1], token):
            last += 1
        words: list[str] = []
        at = 0
        for one in tokens[first : last + 1]:  # "Jean-Pierre" is one of them
            hyphened = bool(words) and (one.text == "-" or words[-1].endswith("-"))
            words = [*words[:-1], words[-1] + one.text] if hyphened else [*words, one.text]
            if one is token:
                at = len(words)
        return at <= len(words) - len(surname(words))


def _owners(document: Document, actors: Sequence[Actor]) -> Iterator[tuple[int, str]]:
    """The "its" of "its forces" → "Russian", where the actor is called "Russian forces"."""
    for actor in actors:
        before, _, noun = actor.name.partition(" ")
        if not noun or not before.istitle() or noun != document.text[actor.span.start : actor.span.end].lower():
            continue
        covered = document.tokens_in(actor.span)
        if covered:
            owner = covered[-1].child("poss")
            if owner is not None and owner.tag == "PRP$":
                yield owner.i, before


def possessive(name: str) -> str:
    """As newspapers write it.

    >>> possessive("Peru"), possessive("House committees")
    ("Peru's", "House committees'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _is_name(actor: Actor) -> bool:
    """Whether the actor's name can stand for a pronoun: not "our partners"."""
    own = actor.name.lower().startswith(("our ", "my ", "his ", "her ", "its ", "their ", "your "))
    return (actor.id != "" or actor.kind != "unknown") and not own


def surname(words: Sequence[str]) -> Sequence[str]:
    """The words of a name that a headline keeps.

    >>> surname(["Recep", "Tayyip", "Erdogan"]), surname(["Xi", "Jinping"]), surname(["Ursula", "von", "der", "Leyen"])
    (['Erdogan'], ['Xi', 'Jinping'], ['von', 'der', 'Leyen'])
    """
    if len(words) < 2 or words[0].lower() in SURNAME_FIRST:
        return words
    if words[-1] in ("Jr.", "Jr", "Sr.", "Sr") or set(words[-1]) <= set("IVX"):
        return words[-2:]  # "King Juan Carlos I"
    for k, word in enumerate(words):
        if word.islower():
            return words[k:] if k and word in PARTICLES else words
    return words[-2:] if len(words) > 3 else words[-1:]


def is_aside(token: Token) -> bool:
    """An apposition set off by a comma; one that is not ("his counterpart Vladimir Putin") names its noun."""
    if token.dep != "appos":
        return False
    named = token.entity in ("PERSON", "GPE") and token.left == token.head.i + 1
    return not named or any(one.text == "(" for one in token.children)


def is_age(token: Token) -> bool:
    """The "18-year-" of "an 18-year-old"."""
    if token.pos not in ("NOUN", "NUM", "PUNCT"):
        return False
    return any(one.lower in ("old", "olds") and token.i < one.i for one in (token.head, token.head.head))


def _belongs(child: Token, noun: Token, *, after: bool) -> bool:
    """Whether a dependant of a noun stands in its line."""
    if (
        child.i > noun.i
        and child.tag != "HYPH"
        and (child.dep in AFTER_NOUN or is_aside(child))
        and not _lists(noun, child)
    ):
        return False
    if child.dep == "meta" or (child.dep == "nsubj" and child.pos == "PRON"):
        return False  # "making [it] the third storm of the year"
    if child.lower == "on" and noun.dep == "dobj" and noun.head.lemma == "blame":
        return False  # "blamed the attack on rebels"
    if child.tag == "HYPH" or is_age(child):
        return True  # "15-year-old"
    if noun.entity == "PERSON" and child.dep == "prep":
        return False  # "Kimbrell of the Centre for Food Safety"
    governed = child.children_by("pobj")
    if any(token.entity in ("DATE", "TIME") for token in (child, *governed)) or any(
        t.tag in ("WDT", "WP") for t in governed
    ):
        return False
    if (child.dep == "prep" and not after and child.lower != "of") or child.text in RECENCY or child.tag == "WRB":
        return False
    return child.dep not in ("det", "predet") or child.lower in ("no", "all", "both", "neither") or _names(child, noun)


def _names(article: Token, noun: Token) -> bool:
    """The article of "The Hague"."""
    inside = article.text[:1].isupper() and article.i > article.sentence.tokens[0].i
    return inside and article.entity != "" and article.entity == noun.entity


def _lists(noun: Token, child: Token) -> bool:
    """The comma of "Russia, Ukraine and Turkey"."""
    return child.text == "," and noun.child("conj") is not None


def _unjoined(tokens: Sequence[Token]) -> dict[int, str]:
    """First words of what is joined to a noun, of which no comma and no "and" is left, and what is to stand before:
    "Ruiz[,] Poe [and] Farah" of "Ana Ruiz, 34, Ken Poe, 29, a driver, and Omar Farah"."""
    found: dict[int, str] = {}
    for k, token in enumerate(tokens):
        if token.dep != "conj" or token.entity != "PERSON" or token.head.entity != "PERSON":
            continue
        first = k
        while first and any(one is token for one in tokens[first - 1].ancestors()):
            first -= 1
        if not first:
            continue
        before = tokens[first - 1]
        if before.text != "," and before.dep != "cc" and (before.dep != "conj" or before.entity == "PERSON"):
            goes_on = any(one.dep == "conj" and one.head is token for one in tokens[k + 1 :])
            found[tokens[first].i] = "," if goes_on else " and"
    return found


def _same_name(token: Token, other: Token) -> bool:
    inside = token.pos in ("PROPN", "ADP", "PART") or token.text == "-"  # "Jean-Marie Mokoko"
    return token.entity == "PERSON" and inside and token.sentence is other.sentence


def short_name(actor: Actor) -> str:
    """ "Vladimir Putin" → "Putin"; a state or a body by its name."""
    return " ".join(surname(actor.name.split())) if actor.kind == "person" else actor.name


def names_of(actors: Sequence[Actor]) -> str:
    """ "A", "A and B", "A, B and C", "A, B and others", each once."""
    names = list(dict.fromkeys(short_name(actor) for actor in actors if actor.name))
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], "others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _is_honorific(token: Token) -> bool:
    """ "Turkish President" in "Turkish President Recep Tayyip Erdogan": all that stands before the name."""
    for _ in range(LONGEST_TITLE):
        name = token.head
        above = (
            name is not token and token.i < name.i and name.entity != "PERSON" and name.dep in (*BEFORE_NAME, "poss")
        )
        if not above and not (token.dep == "case" and name is not token):
            break
        token = name  # what stands before what is left out, and the "'s" of "Peru's President Ana Torres"
    name = token.head
    if name.entity != "PERSON" or token.i > name.i or token.entity == "PERSON" or token.dep not in BEFORE_NAME:
        return False
    if token.child("conj") is not None or any(one.child("conj") is not None for one in token.children):
        return False  # "league chairperson and interior minister Ruiz": which of them goes would leave the "and"
    return any(
        child.dep == "compound" and child.entity == "" and (child.lower in HONORIFICS or child.tag in ("NN", "NNS"))
        for child in name.children
    )


def _is_of_honorific(token: Token) -> bool:
    """The "of Kyiv" of "Mayor of Kyiv Vitali Klitschko", left out with the mayor, and the hyphen of an "ex-mayor"."""
    if token.text == "-":
        return token.dep == "punct" and (_is_honorific(token.head) or _is_of_honorific(token.head))
    for _ in range(LONGEST_TITLE):
        if token.dep == "prep":
            return token.head.dep in BEFORE_NAME and token.i < token.head.head.i and _is_honorific(token.head)
        if token.dep not in INSIDE_TITLE:
            return False
        token = token.head
    return False


def _clings(word: str) -> bool:
    return word in (",", ".", ";", ":", "%", ")", "'s", "’s", "'", "n't")
