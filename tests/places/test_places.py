"""Places: which one a name is, and which one an event's."""

import pytest

from tests.events.marking import marked_token, unmarked
from tests.events.marking import rows as corpus_rows
from timeline.actors.find import find_actors
from timeline.language.parse import read_documents
from timeline.model import Article
from timeline.pipeline import to_extraction
from timeline.places.find import find_places, lead_place, main_place
from timeline.places.gazetteer import lookup

# text → (words, name, country, kind, region)
PLACES = {
    "Shells hit Kharkiv overnight.": ("Kharkiv", "Kharkiv", "UKR", "city", "Kharkiv"),
    "A blast shook Kiev.": ("Kiev", "Kyiv", "UKR", "city", "Kyiv"),
    "He flew to Tripoli, Lebanon, on Monday.": ("Tripoli", "Tripoli", "LBN", "city", ""),
    "Libya's premier returned to Tripoli.": ("Tripoli", "Tripoli", "LBY", "city", ""),
    "They marched in Paris, Texas, on Sunday.": ("Paris", "Paris", "USA", "city", "Texas"),
    "They marched in Paris on Sunday.": ("Paris", "Paris", "FRA", "city", "Île-de-France"),
    "Fighting spread in Kunduz province.": ("Kunduz", "Kunduz", "AFG", "region", "Kunduz"),
    "Soldiers in Sangin district, Helmand province, fired.": ("Sangin", "Sangin", "AFG", "region", "Helmand"),
    "Troops entered Jaghatu district, Wardak province, today.": ("Jaghatu", "Jaghatu", "AFG", "region", "Wardak"),
    "Shelling on the northern countryside of Homs goes on.": ("Homs", "Homs", "SYR", "region", "Homs"),
    "A tanker sank in the Black Sea.": ("Black Sea", "Black Sea", "", "water", ""),
    "Ships crossed the Strait of Hormuz.": ("Strait of Hormuz", "Strait of Hormuz", "", "water", ""),
    "Rebels hold parts of North Kivu.": ("North Kivu", "North Kivu", "COD", "region", "North Kivu"),
    "Clashes broke out in Afghanistan.": ("Afghanistan", "Afghanistan", "AFG", "country", ""),
    "Voters in Atlanta queued, as in all of Georgia. Alabama and Florida voted too, U.S. officials said.": (
        "Georgia", "Georgia", "USA", "region", "Georgia"),
}  # fmt: skip
NONE = {
    "Bill Clinton met Jesse Jackson.": ["Clinton", "Jackson"],
    "He likes Reading and Nice weather.": ["Reading", "Nice"],
    "In March the Union won.": ["March", "Union"],
    "A Quetta-based group claimed it.": ["Quetta"],
}


@pytest.mark.parametrize("text", PLACES, ids=list(PLACES))
def test_place(read, text):
    document = read(text)
    found = [
        (place.span.of(text), place.name, place.country, place.kind, place.region)
        for place in find_places(document, find_actors(document))
    ]
    assert PLACES[text] in found


# Places on no map of ours: text → (words, country, kind)
UNLISTED = {
    "A bomb exploded in the Peruvian town of Ocopampa.": ("Ocopampa", "PER", "city"),
    "Rebels burnt two farms in Pataliba municipality.": ("Pataliba", "", "region"),
    "Two guards were shot dead in Quispicancho.": ("Quispicancho", "", "city"),
    "Two guards were shot dead in Quispicancho, north of Lima.": ("Quispicancho", "PER", "city"),
    "A boat sank in Lake Mbutu on Monday.": ("Lake Mbutu", "", "water"),
}
LISTED_ONLY = [
    "Shots were fired in South Governorate.",  # what lies there has a name of its own
    "The crowd met at the Kerensky City Stadium.",
    "Troops moved into the DMZ area.",
    "The village of the dead lies there.",
    "Juan Quispicancho was shot dead.",
    "The state of Emergency was declared on Monday.",
    "The department of Health closed two wards.",
    "The port of Call was closed.",
]


@pytest.mark.parametrize("text", UNLISTED, ids=list(UNLISTED))
def test_a_place_on_no_map(read, text):
    document = read(text)
    found = [
        (place.span.of(text), place.country, place.kind)
        for place in find_places(document, find_actors(document))
        if place.latitude is None
    ]
    assert UNLISTED[text] in found


@pytest.mark.parametrize("text", LISTED_ONLY)
def test_no_place_on_no_map(read, text):
    document = read(text)
    assert [one for one in find_places(document, find_actors(document)) if one.latitude is None] == []


def test_where_somebody_goes_is_no_scene(read):
    text = "OSLO (Reuters) - Two Chadian nurses were killed on Sunday.\n\nTheir bodies will be flown to Chad."
    document = read(text)
    place = lead_place(document, find_places(document, find_actors(document)))
    assert place is not None and place.name == "Oslo"


@pytest.mark.parametrize("text", NONE, ids=list(NONE))
def test_no_place(read, text):
    document = read(text)
    found = {place.span.of(text) for place in find_places(document, find_actors(document))}
    assert not found & set(NONE[text])


# (text, trigger, the event's place)
MAIN = [
    ("Rebels attacked a base in Goma after talks in Doha.", "attacked", "Goma"),
    ("Russian strikes on Kharkiv killed five people, officials in Kyiv said.", "strikes", "Kharkiv"),
    ("KABUL, Afghanistan - Insurgents attacked a convoy in Sangin district, Helmand province.", "attacked", "Sangin"),
    ("Protesters gathered in Tbilisi. Police fired tear gas.", "fired", "Tbilisi"),
    ("The ministers met in Geneva on Friday to discuss Syria.", "met", "Geneva"),
]


@pytest.mark.parametrize(("text", "trigger", "name"), MAIN)
def test_place_of_the_event(read, text, trigger, name):
    document = read(text)
    token = next(token for token in document.tokens if token.text == trigger)
    place = main_place(document, token.sentence, token, find_places(document, find_actors(document)))
    assert place is not None
    assert place.name == name


def test_no_place_without_places(read):
    document = read("The ministers met on Friday.")
    assert find_places(document) == []
    assert main_place(document, document.sentences[0], document.sentences[0].root, []) is None
    assert lead_place(document, []) is None


def test_a_title_that_lists_provinces_decides_for_none(read):
    text = "Operations in Khost, Kandahar and Helmand\n\nIn Zabul province a commander was captured on Monday."
    document = read(text)
    place = lead_place(document, find_places(document, find_actors(document)))
    assert place is not None and place.region == "Zabul"


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Kobani", "SYR", "Aleppo"),
        ("Deir ez-Zor", "SYR", "Deir ez-Zor"),
        ("Musa Qala", "AFG", "Helmand"),
        ("Bakhmut", "UKR", "Donetsk"),
        ("Saint Petersburg", "RUS", ""),
        ("Saigon", "VNM", ""),
        ("El Fasher", "SDN", "North Darfur"),
        ("Port-au-Prince", "HTI", ""),
    ],
)
def test_lookup(name, country, region):
    assert (country, region) in [(spot.country, spot.region) for spot in lookup(name)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Ethiopia and Eritrea fought a war.", "fought"), ("Talks with Iran collapsed on Friday.", "collapsed")],
)
def test_a_party_is_no_place(read, text, trigger):
    document = read(text)
    token = next(token for token in document.tokens if token.text == trigger)
    places = find_places(document, find_actors(document))
    assert places
    assert main_place(document, token.sentence, token, places) is None


def test_the_corpus() -> None:
    """`tests/corpus/places.csv`: where the event of the marked word is, read by the whole pipeline; "" for nowhere."""
    wrong = []
    rows = corpus_rows("places.csv")
    documents = read_documents([Article(row["text"], unmarked(row["text"]), language="en") for row in rows])
    for row, document in zip(rows, documents, strict=True):
        trigger = marked_token(document, row["text"])
        told = [one for one in to_extraction(document).events if one.trigger.start <= trigger.start < one.trigger.end]
        place = told[0].place.name if told and told[0].place else ""
        if not told or place != row["place"]:
            wrong.append((row["text"], place, row["place"]))
    assert wrong == []
