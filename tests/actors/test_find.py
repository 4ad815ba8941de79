"""Mentions of actors: what is covered, who it is, where they belong."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors.find import companions, find_actors
from timeline.actors.tables import load_nouns, load_tables
from timeline.events.find import index_actors

JANUARY_2026 = date(2026, 1, 30)

# text → (words of the mention, name, country, sector, kind)
MENTIONS = {
    "Russian parliament speaker Vyacheslav Volodin left.": (
        "Russian parliament speaker Vyacheslav Volodin", "Vyacheslav Volodin", "RUS", "LEG", "person"),
    "Iranian Foreign Minister Mohammad Javad Zarif spoke.": (
        "Iranian Foreign Minister Mohammad Javad Zarif", "Mohammad Javad Zarif", "IRN", "GOV", "person"),
    "U.S. Secretary of State Antony Blinken landed.": (
        "U.S. Secretary of State Antony Blinken", "Antony Blinken", "USA", "GOV", "person"),
    "Two Israeli soldiers were killed.": ("Two Israeli soldiers", "Israeli soldiers", "ISR", "MIL", "group"),
    "Ukrainian officials said so.": ("Ukrainian officials", "Ukrainian officials", "UKR", "GOV", "group"),
    "The Kremlin denied it.": ("Kremlin", "Russia", "RUS", "GOV", "state"),
    "Moscow rejected the offer.": ("Moscow", "Russia", "RUS", "", "state"),
    "Tehran's envoy walked out.": ("Tehran's envoy", "Iranian envoy", "IRN", "GOV", "person"),
    "Islamic State militants attacked a base.": (
        "Islamic State militants", "Islamic State militants", "IMG", "REB", "group"),
    "Russia's army advanced.": ("Russia's army", "Russian army", "RUS", "MIL", "organisation"),
    "China's coast guard rammed a boat.": ("China's coast guard", "Chinese coast guard", "CHN", "MIL", "organisation"),
    "A spokesman for the Russian Defense Ministry said so.": (
        "spokesman for the Russian Defense Ministry", "spokesman of Russian Defence Ministry", "RUS", "MIL", "person"),
    "Members of the Taliban fired.": ("Members of the Taliban", "members of Taliban", "AFG", "REB", "group"),
    "A rebel commander was killed.": ("rebel commander", "rebel commander", "", "REB", "person"),
    "The police chief resigned.": ("police chief", "police chief", "", "COP", "person"),
    "A group of masked men fled.": ("group of masked men", "group of masked men", "", "REB", "group"),
    "Germany's Rheinmetall expanded.": ("Germany's Rheinmetall", "Rheinmetall", "DEU", "BUS", "company"),
    "Justice India condemned the attack.": ("Justice India", "India", "", "", "person"),
    "NATO condemned the attack.": ("NATO", "NATO", "IGO", "IGO", "organisation"),
    "The U.N. Security Council met.": (
        "U.N. Security Council", "United Nations Security Council", "IGO", "IGO", "organisation"),
    "The Houthis fired a missile.": ("Houthis", "Houthis", "YEM", "REB", "group"),
    "Three Palestinians died.": ("Three Palestinians", "Palestinians", "PSE", "CVL", "group"),
    "President Trump signed it.": ("President Trump", "Donald Trump", "USA", "GOV", "person"),
    "Türkiye and Erdoğan agreed.": ("Türkiye", "Turkey", "TUR", "", "state"),
    "The Soviet Union collapsed.": ("Soviet Union", "Soviet Union", "RUS", "", "state"),
    "Taiwan protested.": ("Taiwan", "Taiwan", "TWN", "", "state"),
    "Kosovo voted.": ("Kosovo", "Kosovo", "XKX", "", "state"),
    "Burma's junta fell.": ("Burma's junta", "Burmese junta", "MMR", "MIL", "organisation"),
    "General Paris spoke.": ("General Paris", "Paris", "", "", "person"),
    "Jordan King Abdullah flew home.": ("Jordan King Abdullah", "King Abdullah II", "JOR", "GOV", "person"),
}  # fmt: skip

# text → words that no mention may cover
SILENT = {
    "Protesters marched in Kyiv.": "Kyiv",
    "KABUL, Afghanistan - A bomb went off.": "KABUL",
    "The ship passed near Second Thomas Shoal.": "Second Thomas Shoal",
    "He is in charge of the side door.": "side",
    "The state of the economy worsened.": "state",
    "The capital Gotham burned in May.": "May",
}


@pytest.mark.parametrize("text", MENTIONS, ids=list(MENTIONS))
def test_mention(read, text):
    wanted = MENTIONS[text]
    actors = find_actors(read(text), JANUARY_2026)
    found = [(actor.span.of(text), actor.name, actor.country, actor.sector, actor.kind) for actor in actors]
    assert wanted in found


@pytest.mark.parametrize("text", SILENT, ids=list(SILENT))
def test_no_mention(read, text):
    words = SILENT[text]
    start = text.find(words)
    for actor in find_actors(read(text), JANUARY_2026):
        assert not (actor.span.start < start + len(words) and start < actor.span.end), actor


def test_two_countries_before_one_noun_are_two_actors(read):
    actors = find_actors(read("Russian and Ukrainian officials met."), JANUARY_2026)
    assert [(actor.name, actor.country) for actor in actors] == [
        ("Russian officials", "RUS"),
        ("Ukrainian officials", "UKR"),
    ]


def test_named_people_before_and_behind_and_stay_two(read):
    text = "President Donald Trump and Pakistani minister Ishaq Dar announced a ceasefire."
    names = [actor.name for actor in find_actors(read(text), JANUARY_2026)]
    assert names[:2] == ["Donald Trump", "Ishaq Dar"]


def test_a_backer_is_not_the_actor(read):
    actors = find_actors(read("Iran-backed militias fired rockets."), JANUARY_2026)
    assert [(actor.name, actor.country) for actor in actors] == [("Iran-backed militias", "")]


def test_a_body_said_to_be_another_countrys_is_not_ours(read):
    actors = find_actors(read("South Korea's Democratic Party won."), JANUARY_2026)
    assert [(actor.id, actor.country) for actor in actors] == [("", "KOR")]


def test_georgia_is_the_american_state_beside_atlanta(read):
    text = "Georgia voted on Tuesday, and people in Atlanta and Savannah queued."
    assert "GEO" not in {actor.country for actor in find_actors(read(text), JANUARY_2026)}
    text = "Georgia voted on Tuesday, and people in Tbilisi queued."
    assert "GEO" in {actor.country for actor in find_actors(read(text), JANUARY_2026)}


def test_forces_in_a_sentence_are_those_of_the_official_who_speaks(read):
    text = "The Israeli military said troops had shot two gunmen near Jenin."
    by_words = {actor.span.of(text): actor.country for actor in find_actors(read(text), JANUARY_2026)}
    assert by_words["troops"] == "ISR"
    assert by_words["two gunmen"] == "PSE"


def test_index_gives_the_actor_of_every_token_of_its_mention(read):
    document = read("Russian parliament speaker Vyacheslav Volodin left.")
    actors = find_actors(document, JANUARY_2026)
    index = index_actors(document, actors)
    assert {index[i].name for i in range(5)} == {"Vyacheslav Volodin"}
    assert 5 not in index


WORDS = sorted(
    {alias.text for alias in load_tables().aliases[::97]}
    | set(list(load_nouns())[::7])
    | {"said", "and", ",", "of the", "his", "they", "both sides", "'s", ".", '"', "former", "in", "-backed", "killed"}
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_mentions_quote_the_text_in_order_and_do_not_overlap(words):
    from timeline.language.parse import read_document
    from timeline.model import Article

    document = read_document(Article("made", " ".join(words)))
    actors = find_actors(document, JANUARY_2026)
    assert actors == find_actors(document, JANUARY_2026)
    end = 0
    for actor in actors:
        assert end <= actor.span.start < actor.span.end <= len(document.text)
        assert actor.name
        end = actor.span.end


def test_words_without_syntax_still_give_the_names_of_the_tables():
    from timeline.language.parse import read_plain
    from timeline.model import Article
    from timeline.places.find import find_places

    document = read_plain(Article("plain", "Lukashenko i NATO. Putin, Kharkiv.", language="pl"))
    actors = find_actors(document, JANUARY_2026)
    assert [actor.name for actor in actors] == ["Alexander Lukashenko", "NATO", "Vladimir Putin"]
    assert isinstance(find_places(document, actors), list)


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        ("Russian and Ukrainian officials met.", "officials", ["Russian officials"]),
        ("Ethiopia and Eritrea signed. Both countries agreed.", "countries", ["Ethiopia"]),
        ("Israeli soldiers met reporters.", "soldiers", []),
    ],
)
def test_companions_of_a_noun_that_stands_for_several(read, text, noun, names):
    document = read(text)
    index = index_actors(document, find_actors(document, JANUARY_2026))
    token = next(token for token in document.tokens if token.text == noun)
    assert [actor.name for actor in companions(token, index)] == names


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Police arrested nine men in Berlin.", "Police", "DEU"),
        ("Protesters marched in Cairo.", "Protesters", "EGY"),
        ("Farmers in Mali fled.", "Farmers", "MLI"),
        ("Soldiers killed nine herders in Mali.", "Soldiers", ""),
        ("Scientists found a virus in Berlin.", "Scientists", ""),
        ("The ambassador met reporters in Rome.", "ambassador", ""),
        ("Foreign ministers met in Oslo on Friday.", "Foreign ministers", ""),
        ("The minister, who met Putin last year, resigned.", "minister", ""),
        ("Police in New South Wales arrested a woman.", "Police", "AUS"),
        ("The New South Wales premier visited the site.", "New South Wales premier", "AUS"),
        ("A delegation visited Hanoi.", "delegation", ""),
        ("Kurdish forces shelled a base in Iraq.", "Kurdish forces", ""),
    ],
)
def test_who_is_of_the_country_where_it_happens(read, text, words, country):
    found = {actor.span.of(text): actor.country for actor in find_actors(read(text))}
    assert found[words] == country


@pytest.mark.parametrize("word", ["accused", "wounded", "deceased"])
def test_a_participle_with_an_article_is_somebody(read, word):
    assert [actor.name for actor in find_actors(read(f"Police met the {word}."))][1:] == [word]
    assert not [actor for actor in find_actors(read(f"Rebels {word} the deal.")) if actor.name == word]
