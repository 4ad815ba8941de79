"""Pronouns, surnames and roles: whom a stand-in means."""

from datetime import date

import pytest

from timeline.actors.find import find_actors
from timeline.actors.resolve import holder, resolve_pronoun, terms

JANUARY_2026 = date(2026, 1, 30)

# text → (words, which of their occurrences, whom they mean)
STAND_INS = {
    "Sergei Lavrov met Marco Rubio in Geneva. Lavrov left early.": ("Lavrov", 1, "Sergei Lavrov"),
    "Judge Roberto Garcia Ordaz was shot. Police said Garcia had no guards.": ("Garcia", 1, "Roberto Garcia Ordaz"),
    "Amadou Diop Fall was convicted. Diop, 71, was jailed for life.": ("Diop", 1, "Amadou Diop Fall"),
    "Mary Kay Hale was shot. Kay, 30, a teacher, was hurt.": ("Kay", 1, "Kay"),
    "Attorney General Ana Rojas met rebels. The general was shot.": ("general", 0, "general"),
    "Justice Minister Monica de Leon resigned. The minister left.": ("minister", 0, "Monica de Leon"),
    "Salvadoran President Jorge Duarte Roca spoke. The Salvadoran president left.": (
        "Salvadoran president",
        0,
        "Jorge Duarte Roca",
    ),
    "Sergei Lavrov met Marco Rubio. He warned of war.": ("He", 0, "Sergei Lavrov"),
    "Angela Merkel met Joe Biden. She thanked him.": ("She", 0, "Angela Merkel"),
    "Angela Merkel met Joe Biden. She thanked him. ": ("him", 0, "Joe Biden"),
    "Russia said it would retaliate.": ("it", 0, "Russia"),
    "The gunman was identified as Karim Haddad, 31. He fled.": ("He", 0, "Karim Haddad"),
    "Police identified the gunman as Karim Haddad, 31.": ("gunman", 0, "Karim Haddad"),
    "A gunman killed two. Karim Haddad, 31, was identified as the gunman.": ("gunman", 0, "Karim Haddad"),
    "A gunman killed two. The gunman, Karim Haddad, was shot.": ("gunman", 0, "Karim Haddad"),
    "A gunman killed two. Another gunman fled. The gunman, Karim Haddad, fell.": ("gunman", 0, "gunman"),
    "One gunman, Karim Haddad, was arrested. The other gunman fled.": ("other gunman", 0, "other gunman"),
    "Karim Haddad, 31, was charged with arson. The suspect fled.": ("suspect", 0, "Karim Haddad"),
    "Karim Haddad was jailed. Leo Marsh was jailed. The suspect fled.": ("suspect", 0, "suspect"),
    "Karim Haddad was jailed. The second suspect fled.": ("second suspect", 0, "second suspect"),
    "Karim Haddad, 31, stabbed Leo Marsh, 45. The 45-year-old died.": ("45-year-old", 0, "Leo Marsh"),
    "Karim Haddad, 31, met Leo Marsh, 31. The 31-year-old was shot.": ("31-year-old", 0, "31-year-old"),
    "Ana Torres met a man. The man was arrested.": ("man", 1, "man"),
    "Ana Torres was sworn in. The man was arrested.": ("man", 0, "man"),
    "A soldier was killed. The army named him as Karim Haddad.": ("soldier", 0, "Karim Haddad"),
    "A clerk was shot by a robber. Police named him as Karim Haddad.": ("clerk", 0, "clerk"),
    "Supporters of Jean-Pierre Fabre marched. Fabre protested.": ("Fabre", 1, "Jean-Pierre Fabre"),
    "The State Department urged calm. The government cut phone lines.": ("government", 0, "American government"),
    "Arafat Waheed Khan was jailed.": ("Arafat Waheed Khan", 0, "Arafat Waheed Khan"),
    "A smuggler, Marcio Costa, was convicted of fraud. He fled.": ("He", 0, "Marcio Costa"),
    "Two gunmen stormed a hotel. The two were shot by police.": ("two", 0, "gunmen"),
    "Pablo Ruiz fell ill. Ruiz's deputy, Ana Torres, replaced him.": ("him", 0, "Pablo Ruiz"),
    "The rebels said they had shot down a jet.": ("they", 0, "rebels"),
    "Maria Petrova, the Bulgarian defence minister, resigned.": ("Bulgarian defence minister", 0, "Maria Petrova"),
    "Germany's chancellor, Friedrich Merz, spoke.": ("Germany's chancellor", 0, "Friedrich Merz"),
    "Maria Petrova, the Bulgarian minister, spoke. The minister left.": ("minister", 1, "Maria Petrova"),
    "The Russian president flew to Minsk.": ("Russian president", 0, "Vladimir Putin"),
    "The U.S. president flew to Tokyo.": ("U.S. president", 0, "Donald Trump"),
    "The Islamic State struck again. The group claimed the attack.": ("group", 0, "Islamic State"),
    "The militant group Hamas fired rockets.": ("militant group", 0, "Hamas"),
    "Hezbollah, a Lebanese militia, fired rockets.": ("Lebanese militia", 0, "Hezbollah"),
    "The Taliban militant group fired rockets.": ("group", 0, "Taliban"),
    "The soldiers left the hut. Villagers attacked them.": ("them", 0, "soldiers"),
    "Boeing cut jobs. The company said sales fell.": ("company", 0, "Boeing"),
    "NATO met on Friday. The alliance will send troops.": ("alliance", 0, "NATO"),
    "Ethiopia and Eritrea signed. The two countries had fought.": ("two", 0, "Ethiopia"),
    "Ethiopia and Eritrea signed. The two countries had fought. ": ("countries", 0, "Eritrea"),
    "Emmanuel Macron met Friedrich Merz. Both leaders agreed.": ("leaders", 0, "Friedrich Merz"),
    "The US House met on Monday. The House passed a bill.": ("House", 1, "United States House of Representatives"),
    "The European Commission met. The commission fined a firm.": ("commission", 0, "European Commission"),
    "Another Palestinian was killed when his truck exploded.": ("his", 0, "Palestinian"),
    'Anna Berg spoke. "Joe Biden must act," she said.': ("she", 0, "Anna Berg"),
    'Carl Berg spoke. "Joe Biden must act," he said.': ("he", 0, "Carl Berg"),
    "Iran and Iraq signed. A UN envoy said the two sides had fought.": ("sides", 0, "Iraq"),
}

# text → the names of those it names: titles, cities in names, who goes by the name of another
NAMED = {
    "Former President of Gabon Ali Bongo left.": ["Ali Bongo"],
    "Seoul Central District Court ruled.": ["Seoul Central District Court"],
    "Juan Carlos Ruiz was jailed.": ["Juan Carlos Ruiz"],
    "Raúl Castro Ruz was jailed.": ["Raúl Castro"],
    "Indian Minister Jaswant Singh spoke. Mr Singh left.": ["Jaswant Singh", "Jaswant Singh"],
    "The government declared a state of siege.": ["government"],
    "A Georgia court in Atlanta ruled.": ["Georgia court"],
}


@pytest.mark.parametrize("text", NAMED, ids=list(NAMED))
def test_names(read, text):
    assert [actor.name for actor in find_actors(read(text), JANUARY_2026)] == NAMED[text]


@pytest.mark.parametrize("text", STAND_INS, ids=list(STAND_INS))
def test_stand_in(read, text):
    words, which, name = STAND_INS[text]
    start = -1
    for _ in range(which + 1):
        start = text.find(words, start + 1)
    document = read(text)
    found = [actor for actor in find_actors(document, JANUARY_2026) if actor.span.start <= start < actor.span.end]
    assert [actor.name for actor in found] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "It is raining in Kyiv.",
        "He resigned.",
        "Officials denied it.",
        "Ana Silva, an analyst, said both sides lost.",
        "Chad and Niger signed. Later two countries left the bloc.",
        "A Hamas-linked group fired rockets.",
    ],
)
def test_no_antecedent_is_made_up(read, text):
    assert not [actor for actor in find_actors(read(text), JANUARY_2026) if actor.implied and actor.id]


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("President Bush signed the law.", date(1991, 5, 1), "George H. W. Bush"),
        ("President Bush signed the law.", date(2005, 5, 1), "George W. Bush"),
        ("The US president spoke.", date(2018, 3, 1), "Donald Trump"),
        ("The US president spoke.", date(2022, 3, 1), "Joe Biden"),
        ("The British prime minister spoke.", date(2003, 3, 1), "Tony Blair"),
        ("The US secretary of state spoke.", date(2013, 6, 1), "John Kerry"),
        ("Prime Minister Sharif spoke.", date(1998, 6, 1), "Nawaz Sharif"),
        ("The pope prayed.", date(2025, 9, 1), "Pope Leo XIV"),
        ("The Hungarian prime minister spoke.", date(2026, 3, 1), "Viktor Orbán"),
        ("The Hungarian prime minister spoke.", date(2026, 6, 1), "Péter Magyar"),
        ("Iran's supreme leader spoke.", date(2026, 2, 1), "Ali Khamenei"),
        ("Iran's supreme leader spoke.", date(2026, 4, 1), "Mojtaba Khamenei"),
        ("The Bulgarian president spoke.", date(2026, 3, 1), "Iliana Iotova"),
    ],
)
def test_office_by_its_holder_on_the_day(read, text, published, name):
    actors = find_actors(read(text, published), published)
    assert actors[0].name == name


def test_a_former_president_is_not_the_present_one(read):
    actors = find_actors(read("A former US president died."), JANUARY_2026)
    assert not actors[0].id


def test_a_first_name_is_no_president(read):
    document = read("A widow, whose husband Ali was shot in the lobby, wept.")
    assert "Irfaan Ali" not in {actor.name for actor in find_actors(document, JANUARY_2026)}


def test_the_government_is_not_that_of_a_raid(read):
    document = read("The government condemned the Israeli raid.")
    assert "Israeli government" not in {actor.name for actor in find_actors(document, JANUARY_2026)}


def test_no_holder_without_a_day():
    assert holder("president", "USA", None) is None


def test_its_forces_belong_to_what_its_means(read):
    text = "Rwanda said its forces had left."
    by_words = {actor.span.of(text): actor for actor in find_actors(read(text), JANUARY_2026)}
    assert by_words["its"].name == "Rwanda"
    assert by_words["forces"].country == "RWA"


def test_words_of_a_speaker(read):
    document = read("We will respond. I spoke to him, Zelenskyy said.")
    actors = find_actors(document, JANUARY_2026)
    speaker = next(actor for actor in actors if actor.name == "Volodymyr Zelenskyy")
    token = {token.text: token for token in document.tokens}
    we = resolve_pronoun(document, token["We"], actors, speaker)
    assert we is not None and (we.id, we.implied) == ("UKR", True)
    me = resolve_pronoun(document, token["I"], actors, speaker)
    assert me is not None and me.name == "Volodymyr Zelenskyy"
    assert resolve_pronoun(document, token["him"], actors, speaker) is None
    assert resolve_pronoun(document, token["We"], actors) is None


def test_within_speech_he_is_someone_else(read):
    document = read("Joe Biden left. Donald Trump said he was glad.")
    actors = find_actors(document, JANUARY_2026)
    trump = next(actor for actor in actors if actor.name == "Donald Trump")
    token = next(token for token in document.tokens if token.text == "he")
    found = resolve_pronoun(document, token, actors, trump)
    assert found is not None and found.name == "Joe Biden"


def test_terms_are_dated():
    known = terms()
    assert ("Tony Blair", "prime minister", "GBR", date(1997, 5, 2), date(2007, 6, 27)) in known
    assert all(start is None or end is None or start <= end for _, _, _, start, end in known)
