"""Quantities of whole sentences: the tables' own examples, and what syntax tells."""

import itertools
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.events.marking import rows as corpus_rows
from timeline.language.parse import read_document, read_documents, read_plain
from timeline.model import Anchor, Article, Interval, Quantity, Span, Timex
from timeline.quantities.find import find_quantities
from timeline.quantities.words import rows
from timeline.times.find import find_times

TUESDAY = date(2024, 1, 16)
CORPUS = corpus_rows("quantities.csv")


def shown(quantity: Quantity) -> str:
    """ "26 killed", "43.. killed", "..300 weapons", "20..30 detained"; units where they are not people."""
    low, high = (None if side is None else f"{side:.15g}" for side in (quantity.low, quantity.high))
    figure = low if low == high else f"{low or ''}..{high or ''}"
    return f"{figure} {quantity.kind if quantity.unit == 'people' else quantity.unit}"


@pytest.fixture(scope="module")
def read():
    """Sentence → its quantities, all the sentences of this file parsed in one go."""
    sentences = list(dict.fromkeys([*(one for one, _ in EXAMPLES), *(one for one, _ in SYNTAX), *NOTHING]))
    documents = read_documents([Article("all", "\n".join(sentences))])
    document = next(documents)
    found = {sentence: [] for sentence in sentences}
    for quantity in find_quantities(document, []):
        line = document.text.count("\n", 0, quantity.span.start)
        found[sentences[line]].append(quantity)
    return found


EXAMPLES = [
    (row["example"], row["reads"]) for name in ("units.csv", "currencies.csv", "people.csv") for row in rows(name)
]
SYNTAX = [
    ("Russia launched 300 drones and 40 missiles at the port.", ["300 drones", "40 missiles"]),
    ("The blast left 26 dead and 12 wounded.", ["26 killed", "12 wounded"]),
    ("Two people were killed and 40 others injured when a bomb exploded.", ["2 killed", "40 wounded"]),
    ("The death toll rose to 40, with 12 missing.", ["40 killed", "12 missing"]),
    ("The army said the toll stands at 45.", ["45 killed"]),
    ("Temperatures fell to minus 26 degrees Celsius.", ["-26 degC"]),
    ("The quake killed at least 1,200 and displaced hundreds of thousands of people.", ["1200.. killed", "200000.. displaced"]),
    ("Police arrested between 20 and 30 protesters, and more than two dozen were hurt.", ["20..30 detained", "24.. wounded"]),
    ("Afghan forces captured three leaders and killed 10 to 15 insurgents.", ["3 detained", "10..15 killed"]),
    ("The attack claimed the lives of 12 soldiers.", ["12 killed"]),
    ("Among the dead were three children.", ["3 killed"]),
    ("Several suspected insurgents were detained and two were killed.", ["3.. detained", "2 killed"]),
    ("The ambush killed three soldiers and two civilians.", ["3 killed", "2 killed"]),
    ("Rescuers said 12 sailors are feared dead.", ["12 killed"]),
    ("The bomb was planted by two men in three villages.", ["2 men", "3 villages"]),
    ("He captured three villages and two soldiers.", ["3 villages", "2 detained"]),
    ("The party lost 20 seats.", ["20 seats"]),
    ("No casualties were reported.", ["0 casualties"]),
    ("The delay left Ukraine without Patriot missiles.", ["0 missiles"]),
    ("It gave $5m, €40bn and up to $10 million.", ["5000000 USD", "40000000000 EUR", "..10000000 USD"]),
    ("They spent 40 million Swiss francs.", ["40000000 CHF"]),
    ("The town is 30km (19 miles) away.", ["30 km", "19 mi"]),
    ("Millions of dollars vanished.", ["2000000.. USD"]),
    ("Some 40 per cent of 1,500 respondents agreed.", ["40 %", "1500 respondents"]),
    ("The council has 15 members.", ["15 members"]),
    ("One man was killed.", ["1 killed"]),
    ("The number of dead rose to 40.", ["40 killed"]),
    ("Deaths climbed to 40 on Monday.", ["40 killed"]),
    ("Rescuers raised the death toll from 14 to 31.", ["14 killed", "31 killed"]),
    ("It counted 18 deaths per 100,000 people.", ["18 killed per 100,000 people"]),
    ("Shells hit the town, killing at least five people, two activists said.", ["5.. killed", "2 activists"]),
    ("Strikes killed 38 villagers, including 12 children.", ["38 killed", "12 killed"]),
    ("Some 101 were killed yesterday, including 8 policemen.", ["101 killed", "8 killed"]),
    ("It will send Ukraine 31 Abrams tanks.", ["31 tanks"]),
    ("It will drop to between -10 and -15 degrees Celsius.", ["-15..-10 degC"]),
    ("Growth was between 2.5% and 3%.", ["2.5..3 %"]),
    ("Crude rose $1.20 to $84.35 a barrel.", ["1.2 USD", "84.35 USD"]),
    ("Troops killed 26, took around 250 hostage and freed 12.", ["26 killed", "250 abducted", "12 freed"]),
    ("A 5.0 earthquake hit the town.", ["5 magnitude"]),
    ("About 2000 soldiers marched.", ["2000 soldiers"]),
]  # fmt: skip
NOTHING = [
    "Call 888-847-6592 for details.",
    "It cited Resolution 2249 and Article 5.",
    "An F-16 left the base.",
    "The 12-member panel met.",
    "He was one of the leaders.",
    "A Boeing 707 plane crashed.",
    "He died at his home, aged 78.",
    "She was 86.",
    "Ann Lee, 43, was there.",
    "It is for those between the ages of 17 and 20.",
    "He read 0591, 0692 and 0630.",
    "He worked on the 2008 and 2012 presidential campaigns.",
    "They waited for five hours.",
    "They drove along Route 66.",
    "The team won 3-1.",
    "It was the 2008 raid.",
    "See http://example.org/2024/12/345.html for more.",
    "The hospital lies at 59.173616°N.",
    "He ranks as a Sergeant 1st Class.",
    "The note reads [4] here.",
]


@pytest.mark.parametrize(("sentence", "reads"), EXAMPLES, ids=[sentence for sentence, _ in EXAMPLES])
def test_examples_of_the_tables(read, sentence, reads):
    assert reads in [shown(quantity) for quantity in read[sentence]]


@pytest.mark.parametrize(("sentence", "reads"), SYNTAX, ids=[sentence for sentence, _ in SYNTAX])
def test_what_syntax_tells(read, sentence, reads):
    assert [shown(quantity) for quantity in read[sentence]] == reads


@pytest.mark.parametrize("sentence", NOTHING)
def test_near_misses(read, sentence):
    assert read[sentence] == []


def test_the_corpus() -> None:
    """`tests/corpus/quantities.csv`: a sentence a row, with all that it counts."""
    wrong = []
    documents = read_documents([Article(row["text"], row["text"], TUESDAY, language="en") for row in CORPUS])
    for row, document in zip(CORPUS, documents, strict=True):
        found = find_quantities(document, find_times(document, Anchor(TUESDAY)))
        if (reads := "; ".join(shown(quantity) for quantity in found)) != row["reads"]:
            wrong.append((row["text"], reads, row["reads"]))
    assert wrong == []


def test_every_thing_of_the_table_is_counted():
    nouns = list(rows("things.csv"))
    document = read_document(Article("a", "\n".join(f"Reporters counted 12 {row['plural']} there." for row in nouns)))
    kinds = {quantity.span: quantity.kind for quantity in find_quantities(document, [])}
    assert len(kinds) >= 0.97 * len(nouns)


def test_times_are_left_to_times():
    document = read_document(Article("a", "On 12 June a week-long pause began after 40 deaths."))
    june, week = document.text.index("12 June"), document.text.index("week-long")
    times = [
        Timex(Span(june, june + 7), "12 June", "DATE", "2024-06-12", Interval(datetime(2024, 6, 12), None, "day")),
        Timex(Span(week, week + 9), "week-long", "DURATION", "P1W", None),
    ]
    assert [shown(one) for one in find_quantities(document, times)] == ["7 day", "40 killed"]


def test_other_languages_give_figures_with_units():
    document = read_plain(Article("a", "Температура впала до -26°C, збитки сягнули $5 million.", language="uk"))
    assert [shown(one) for one in find_quantities(document, [])] == ["-26 degC", "5000000 USD"]


@pytest.mark.parametrize("piece", ["1, ", "two and ", "killed 3, ", "between 1 and ", "$1 ", "1-", "hundreds of "])
def test_long_near_matches_do_not_explode(piece):
    document = read_document(Article("a", f"Police killed {piece * 1500}."))
    found = find_quantities(document, [])
    assert all(0 <= one.span.start < one.span.end <= len(document.text) for one in found)


WORDS = [
    "killed",
    "26",
    "$5",
    "at least",
    "between",
    "and",
    "-3",
    "km",
    "dozens of",
    "people",
    "%",
    "No",
    "2019",
    ",",
    ".",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=14))
@example(["No", "killed", "dozens of"])
def test_any_text_gives_quantities_that_stand_in_it(pieces):
    document = read_document(Article("a", " ".join(pieces)))
    found = find_quantities(document, [])
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(document.text)
        assert one.low is None or one.high is None or one.low <= one.high
        assert (one.low, one.high) != (None, None)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
