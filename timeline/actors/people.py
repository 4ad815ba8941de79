"""Surnames, titles and appositions: which person a name means in its article."""

from __future__ import annotations

import itertools
from datetime import date, datetime

from timeline.actors.mention import Mention
from timeline.actors.offices import by_surname, in_office, office_of, surname
from timeline.actors.sense import ACCUSED, SUBJECTS
from timeline.actors.tables import Entry, plain, sexes
from timeline.language.document import Document, Token

RANKS = {
    **dict.fromkeys("gen lt col maj capt sgt adm cmdr brig cpl pvt".split(), "MIL"),
    **dict.fromkeys(("sen", "rep"), "LEG"), "gov": "GOV", "rev": "REL", "fr": "REL",
}  # fmt: skip
APPOSED = frozenset(("appos", "attr"))
PUBLIC = frozenset(("LEG", "GOV", "IGO", "JUD"))
BODIES = frozenset(("organisation", "group", "company"))
IDENTIFYING = frozenset(("identify", "name"))
# Who knows; whoever reports it; and words by which it is no fact.
_OFFICIALS = frozenset(
    "police official authority prosecutor army military government ministry officer investigator detective sheriff court "
    "spokesman spokeswoman spokesperson minister force department agency bureau commissioner chief mayor coroner".split()
)
_REPORTING = frozenset("say report announce confirm state tell add".split())
_MISTAKEN = frozenset(
    "wrongly mistakenly falsely incorrectly erroneously initially possibly tentatively reportedly allegedly never first "
    "earlier originally once".split()
)
_TAKEN_BACK = frozenset("innocent mistaken error mistake hoax fake wrong".split())
GROUPS = frozenset("group organization organisation movement militia network party".split())


def name_people(document: Document, mentions: list[Mention], published: date | datetime | None) -> None:
    """Give surnames the person named before, or the one the tables know; mentions are changed in place."""
    tokens = document.tokens
    full: dict[str, Mention] = {}
    middle: dict[str, Mention] = {}
    called: dict[str, Mention] = {}
    bodies: dict[str, Mention] = {}
    whole = _whole_names(document, mentions)
    countries = {mention.country for mention in mentions if len(mention.country) == 3}
    for mention in mentions:
        words = mention.seed.last - mention.seed.first
        if words > 0 and mention.kind == "organisation" and not mention.id and _has_age(mention, tokens):
            mention.kind, mention.sector = "person", ""
        if mention.kind != "person" and mention.seed.form == "entity" and words == 0:
            named = full.get(plain(mention.name))
            if named is not None and mention.kind in ("organisation", "unknown", "group"):
                adopt(mention, named)
            elif mention.name in bodies and mention.definite and mention.kind in ("organisation", "unknown"):
                adopt(mention, bodies[mention.name], implied=True)  # "the House", after "the US House"
            continue
        if mention.kind == "organisation" and mention.id and words > 0 and mention.sector in PUBLIC:
            bodies[tokens[mention.seed.last].text] = mention
        if mention.kind != "person" or mention.seed.form in ("noun", "demonym"):
            continue
        _read_rank(mention, tokens)
        text = mention.name if mention.entry is None else _text(mention, document)
        key = plain(surname(text))
        mention.sex = mention.sex or sex_of(mention, tokens)
        if words > 0:
            full[key] = mention
            if words > 1 and mention.name.count(" ") > 1:  # "Garcia", of "Roberto Garcia Alvarado"
                middle.setdefault(plain(mention.name.split()[-2]), mention)
            continue
        last = full.get(key) or _first_surname(middle.get(key), mention)
        before = called.get(key, last)  # "Ruiz" once stays he, though "his wife, Ana Ruiz" is named since
        if before is not None and last is not None and (_is_one_name(before, last) or not _agree(before, mention)):
            before = last
        if before is not None and _agree(before, mention):
            adopt(mention, before)
            called.setdefault(key, before)
        elif key in whole and whole[key][0] < mention.first:
            mention.name = whole[key][1]
        elif mention.entry is None:
            entry = _from_table(mention, plain(text), tokens, published, countries)
            if entry is not None:
                take(mention, entry)
                full.setdefault(key, mention)


def _has_age(mention: Mention, tokens: list[Token]) -> bool:
    """ "Deavo Tanti, 18, was held": no body has one."""
    after = tokens[mention.seed.last + 1 : mention.seed.last + 4]
    if len(after) < 3 or mention.seed.form != "entity" or after[0].text != ",":
        return False
    return after[1].text.isdigit() and len(after[1].text) == 2 and after[2].text in (",", ".")


def _whole_names(document: Document, mentions: list[Mention]) -> dict[str, tuple[int, str]]:
    """Surname → where and how a person is named inside the words for others: "supporters of [Jean Fabre]"."""
    own = {i for mention in mentions if mention.kind == "person" for i in range(mention.first, mention.last + 1)}
    found: dict[str, tuple[int, str]] = {}
    for entity in document.entities:
        if entity.label == "PERSON" and entity.first < entity.last and entity.last not in own:
            name = document.words(document.tokens[entity.first], document.tokens[entity.last])
            found.setdefault(plain(surname(name)), (entity.first, name))
    return found


def _is_one_name(one: Mention, other: Mention) -> bool:
    """ "John Bolton", "John R. Bolton"."""
    return one.name.partition(" ")[0] == other.name.partition(" ")[0]


def _first_surname(before: Mention | None, mention: Mention) -> Mention | None:
    """The person of "Roberto Garcia Alvarado" for "Garcia", but not for "Garcia, a student", who is told of first here."""
    told = any(one.pos == "NOUN" for one in mention.head.children_by("appos"))
    return None if told else before


def _read_rank(mention: Mention, tokens: list[Token]) -> None:
    """ "Gen.", "Sen.", "Rev." before a name give the sector."""
    for i in range(mention.seed.first - 1, max(-1, mention.seed.first - 4), -1):
        rank = RANKS.get(tokens[i].lower.rstrip("."))
        if rank:
            mention.sector = mention.sector or rank
            if rank == "LEG" and not mention.country:
                mention.country = "USA"  # "Sen." and "Rep." are titles of its Congress
            return
        if tokens[i].pos != "PROPN":
            return


def join_appositions(document: Document, mentions: list[Mention]) -> None:
    """ "Andrei Ivanov, the Ukrainian mayor of X": the name takes country and sector, the description the identity."""
    tokens = document.tokens
    _find_persons(mentions)
    _join_second(mentions)
    _join_identified(mentions)
    for one, other in itertools.pairwise(mentions):
        if one.kind != "person" or other.kind != "person":
            continue
        named, described = (one, other) if one.seed.form != "noun" else (other, one)
        if named.seed.form == "noun" or described.seed.form != "noun" or described.plural:
            continue
        gap = tokens[one.last + 1 : other.first]
        words = [token.lower for token in gap if token.lower not in ("the", "a", "an", "its")]
        if not gap or one.head.sentence is not other.head.sentence:
            continue
        joined = words == [","] and (
            (other.head.dep in APPOSED and one.first <= other.head.head.i <= one.last)
            or (
                other.last + 1 < len(tokens) and tokens[other.last + 1].text in (",", ".") and other.head.dep == "appos"
            )
            or (
                named is other
                and other.head.dep not in SUBJECTS  # "Hit by the suspect, Omar Farah, a guard, died"
                and other.last + 1 < len(tokens)
                and tokens[other.last + 1].text == ","
            )
        )
        if not joined:
            continue
        if named.entry is None:
            named.country = named.country or described.country
            named.sector = named.sector or described.sector
        named.title = named.title or described.seed
        named.sex = named.sex or described.sex
        adopt(described, named, implied=True)


def join_bodies(mentions: list[Mention]) -> None:
    """ "the militant group Hamas", "Hezbollah, a Lebanese militia", "the 'Islamic State' group": the description is the
    body that is named beside it. Mentions are changed in place."""
    for one, other in itertools.pairwise(mentions):
        if (one.plural and other.plural) or one.head.sentence is not other.head.sentence:
            continue
        named, described = (one, other) if one.seed.form != "noun" else (other, one)
        noun = described.seed.noun
        if named.kind not in BODIES or named.seed.form == "noun" or described.seed.form != "noun" or noun is None:
            continue
        if noun.kind not in ("body", "group") or described.plural or described.id:
            continue
        apposed = (named.head.dep == "appos" and named.head.head is described.head) or (
            described.head.dep == "appos" and described.head.head is named.head
        )
        quoted = named is one and named.head.head is described.head and named.head.dep in ("nmod", "compound", "amod")
        if apposed or (quoted and noun.word in GROUPS and other.first - one.last <= 2):
            adopt(described, named, implied=True)


def _join_second(mentions: list[Mention]) -> None:
    """ "Ann Lee, a retired pilot and former deputy mayor": what is joined to an apposition is one too."""
    named: Mention | None = None
    for mention in mentions:
        if mention.kind != "person":
            continue
        if mention.seed.form != "noun":
            named = mention
            continue
        token = mention.head
        while token.dep == "conj" and token.head is not token:
            token = token.head
        joined = token is not mention.head and token.dep == "appos" and not mention.plural
        if joined and named is not None and named.first <= token.head.i <= named.last:
            if named.entry is None:
                named.country = named.country or mention.country
                named.sector = named.sector or mention.sector
            adopt(mention, named, implied=True)


def _find_persons(mentions: list[Mention]) -> None:
    """ "a smuggler, Marcio Costa,": a name beside one person's description is a person's, whatever the parser takes it
    for."""
    for one, other in itertools.pairwise(mentions):
        beside = other.head.dep == "appos" and other.head.head is one.head and other.seed.form == "entity"
        if not beside or other.kind != "organisation" or other.id or one.kind != "person" or one.plural:
            continue
        words = other.name.split()
        if one.seed.form == "noun" and len(words) == 2 and all(word.istitle() and word.isalpha() for word in words):
            other.kind = "person"


def _join_identified(mentions: list[Mention]) -> None:
    """ "The gunman was identified as Karim Haddad", "a suspect named as Lena Ortiz", "police identified the gunman as
    Haddad", "Haddad was identified as the gunman": the description is the person."""
    heads = {mention.head.i: mention for mention in mentions if mention.kind == "person" and not mention.plural}
    for mention in heads.values():
        told = identification(mention.head)
        described = heads.get(told.i) if told is not None else None
        if described is None:
            continue
        if mention.seed.form == "noun":
            word = mention.seed.noun.word if mention.seed.noun is not None else ""
            if described.seed.form == "entity" and mention.definite and word not in ACCUSED:
                described.title = described.title or mention.seed
                adopt(mention, described, implied=True)
        elif described.seed.form == "noun" and not described.id:
            mention.title = mention.title or described.seed
            mention.sector, mention.sex = mention.sector or described.sector, mention.sex or described.sex
            adopt(described, mention, implied=True)


def identification(name: Token) -> Token | None:
    """Whom officials, or nobody in particular, said to be the one under "as"; None where it is denied, doubted, left
    open, or said by somebody who may be mistaken."""
    above = name.head.head
    if name.dep != "pobj" or name.head.lower != "as" or name.child("conj", "preconj", "cc") is not None:
        return None
    while above.dep in ("dobj", "pobj", "prep") and above.lemma not in IDENTIFYING:
        above = above.head
    verb = above
    if verb.lemma not in IDENTIFYING or verb.tag not in ("VBD", "VBN", "VBZ", "VBP") or _is_doubtful(verb):
        return None
    if verb.dep == "acl":
        return verb.head if verb.tag == "VBN" and verb.head.i < verb.i else None
    if verb.child("auxpass") is not None:
        by = verb.child("agent")
        if by is not None and not any(one.base in _OFFICIALS for one in by.children_by("pobj")):
            return None
        return verb.child("nsubjpass") or (verb.head.child("nsubjpass") if verb.dep == "conj" else None)
    subjects = verb.children_by("nsubj") or (verb.head.children_by("nsubj") if verb.dep == "conj" else [])
    official = any(one.base in _OFFICIALS or one.entity == "ORG" for one in subjects)
    return verb.child("dobj") if official else None


def _is_doubtful(verb: Token) -> bool:
    if any(one.lower in _TAKEN_BACK for one in verb.sentence.tokens):
        return True
    for one in verb.children:
        helped = one.dep != "aux" or one.lemma in ("have", "be")
        marked = one.dep == "mark" and one.lower != "that"
        if one.dep == "neg" or marked or one.lower in _MISTAKEN or not helped:
            return True
        if one.dep in SUBJECTS and one.lower in ("nobody", "none", "no"):
            return True
    if verb.dep in ("ccomp", "xcomp", "advcl", "pcomp", "csubj") and verb.head.lemma not in _REPORTING:
        return True
    return verb.dep == "ccomp" and verb.head.child("neg") is not None


def adopt(mention: Mention, other: Mention, *, implied: bool = False) -> None:
    """Make the mention the same person or body as another one."""
    country, sector = mention.country, mention.sector
    if mention.entry is not None and mention.entry is not other.entry:  # taken for somebody of the tables
        country = "" if country == mention.entry.country else country
        sector = "" if sector == mention.entry.sector else sector
    mention.id, mention.name, mention.kind = other.id, other.name, other.kind
    mention.country, mention.sector = other.country or country, other.sector or sector
    mention.entry, mention.sex = other.entry, mention.sex or other.sex
    mention.implied = mention.implied or implied


def take(mention: Mention, entry: Entry, *, implied: bool = False) -> None:
    """Make the mention an entry of the tables."""
    mention.id, mention.name, mention.kind = entry.id, entry.name, entry.kind
    mention.country, mention.sector = entry.country, entry.sector or mention.sector
    mention.entry, mention.sex = entry, entry.sex or mention.sex
    mention.implied = mention.implied or implied


def sex_of(mention: Mention, tokens: list[Token]) -> str:
    """m, f, or "" where neither title nor first name says it."""
    words = sexes()
    for i in range(max(0, mention.seed.first - 1), mention.seed.last + 1):
        found = words.get(tokens[i].lower) if i < mention.seed.first else words.get(plain(tokens[i].text))
        if found and (i < mention.seed.last or i < mention.seed.first):
            return found
    if mention.title is not None:
        return words.get(mention.title.head.base, "")
    if mention.seed.form == "noun":
        return words.get(mention.head.base, "")
    return ""


def _from_table(
    mention: Mention, key: str, tokens: list[Token], published: date | datetime | None, countries: set[str]
) -> Entry | None:
    """The person of that surname who fits title, country and time; None when none or several do."""
    candidates = by_surname().get(key, ())
    if not candidates:
        return None
    office = office_of(tokens, mention.first, mention.seed.first - 1) if mention.first < mention.seed.first else ""
    former = any(tokens[i].lower in ("former", "ex", "late") for i in range(mention.first, mention.seed.first))
    title = mention.title.noun if mention.title is not None else None
    titled = bool(office) or (title is not None and title.kind == "office")  # but "her husband Ali" is no president
    best, best_score, second = None, 0.0, 0.0
    for entry in candidates:
        score = in_office(entry, published, office) * (0.6 if former else 1.0)
        score += 0.8 * (entry.country in countries)
        if mention.country and entry.country != mention.country:
            score -= 1.5
        if score > best_score:
            best, best_score, second = entry, score, best_score
        elif score > second:
            second = score
    enough = 0.9 if titled else 1.3
    return best if best_score >= enough and best_score - second >= 0.15 else None


def _agree(before: Mention, mention: Mention) -> bool:
    if before.entry is not None and before.entry is mention.entry:
        return True
    return not (before.sex and mention.sex and before.sex != mention.sex)


def _text(mention: Mention, document: Document) -> str:
    return document.words(document.tokens[mention.seed.first], document.tokens[mention.seed.last])
