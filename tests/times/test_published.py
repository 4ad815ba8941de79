"""When was it written: what articles state, what can be inferred, and where nothing decides."""

import csv
from datetime import date
from pathlib import Path

import pytest

from timeline.language.document import Document
from timeline.model import Anchor, Article
from timeline.times.counting_up import counted_wars
from timeline.times.other import find_times_other
from timeline.times.published import infer_published
from timeline.times.within import known_events

TERMS = [
    ("Anna Berg", "president", date(2010, 1, 20), date(2013, 1, 20)),
    ("Anna Berg", "president", date(2021, 1, 20), None),
    ("Ivo Petrov", "prime minister", date(2016, 5, 1), date(2024, 5, 1)),
    ("Ilse Koch", "chancellor", date(2017, 12, 8), date(2025, 5, 6)),
]


def published(text: str, terms=TERMS):
    return infer_published(Document(Article("a", text), text, [], []), [], terms)


STATED = [
    ("Friday, January 4, 2019\n\nAn apartment building collapsed on Monday.", "2019-01-04"),
    ("Title of it\nBy Jane Doe\n4 January 2019, 10:30 GMT\n\nTalks went on.", "2019-01-04"),
    ("Title\nPublished: Jan 4, 2019 5:00 pm EST\nText on May 3, 2018.", "2019-01-04"),
    ("Title\nUpdated: Jan 6, 2019\nPublished: Jan 4, 2019\nText.", "2019-01-04"),
    ("Posted on 05/13/2020 by admin\nText.", "2020-05-13"),
    ("2024-05-06\nTalks went on.", "2024-05-06"),
    ("06.05.2024\nTalks went on.", "2024-05-06"),
    ("KABUL, Afghanistan (Nov. 20, 2011) - Forces said so.", "2011-11-20"),
    ("KABUL, Afghanistan (July 13. 2012)\nForces said so.", "2012-07-13"),
    ("Geneva, Switzerland (3 May 2015) – Delegates met.", "2015-05-03"),
    ("LONDON, March 3, 2018 (Reuters) - Prices rose.", "2018-03-03"),
    ("BEIJING, 3 March 2018 (Xinhua) -- Prices rose.", "2018-03-03"),
    ("Morning Operational Update, Feb. 8, 2011\nForces said so.", "2011-02-08"),
    # the year of a dateline comes from elsewhere
    ("2012-06-S-026\nFor Immediate Release\n\nKABUL, Afghanistan (June 14) - Forces said so.", "2012-06-14"),
    ("2011-01-S-026\nKABUL, Afghanistan (Dec. 31) - Forces said so.", "2010-12-31"),
    ("LONDON, March 3 (Reuters) - Prices rose.\n\n© 2018 The Wire", "2018-03-03"),
    ("MOSCOW, March 3. /TASS/. Prime Minister Ivo Petrov spoke on Friday, March 2.", "2018-03-03"),
]
INFERRED = [
    ("Ukraine holds. Today is the 35th day of Russia's full-scale invasion.", "2022-03-30"),
    ("The 65th day of our defence is coming to an end. Ukraine thanks all who fight Russia.", "2022-04-29"),
    (
        "Aid reached Gaza. It is already the hundred and first day; this is the 100th day of the war, Israel said.",
        "2024-01-14",
    ),
    ("Today marks the third anniversary of the full-scale invasion. Many prayed.", "2025-02-24"),
    ("The bridge fell exactly a year ago, on 3 May 2021. A stone was laid.", "2022-05-03"),
    ("On May 3, 2021, exactly two weeks ago, the bridge fell.", "2021-05-17"),
    ("Ten years ago today, on 3 May 2011, the bridge fell.", "2021-05-03"),
    (
        "Earlier on Friday, President Anna Berg spoke. The truce lasts until February 1. It will end in two days.",
        "2026-01-30",
    ),
    ("Chancellor Ilse Koch left today, Friday, March 5.", "2021-03-05"),
    ("Talks began three days ago, on May 3, 2022, in Bern.", "2022-05-06"),
    ("The vote is tomorrow, June 5, 2016.", "2016-06-04"),
    ("Chancellor Ilse Koch spoke earlier Friday. The vote is this Sunday, July 4.", "2021-07-02"),
    ("Guns fell silent on March 3, 2015. Earlier Thursday, shells hit the town.", "2015-03-05"),
]
OPEN = [
    # counted, but not of today, not exactly, or of a war that the text does not tell
    "She died on the 40th day of the war. Ukraine and Russia agreed on that.",
    "The 10th day of the war was the worst. Ukraine and Russia agreed on that.",
    "Today is the 35th day of the war. Many prayed.",
    "Today is the 35th day of the festival in Ukraine, which Russia had banned.",
    "The bridge fell a year ago, on 3 May 2021.",
    "The third anniversary of the full-scale invasion was marked in Kyiv.",
    "It is the 35th day of the war. Today is the 37th day of the war. Ukraine fights Russia.",
    "Talks went on.",
    "Earlier on Friday, the truce ended.",
    "On 3 March 2015 guns fell silent. The war began on 5 May 2014.",
    "LONDON, March 3 (Reuters) - Prices rose.",
    "The truce lasts until February 1. It will end in two days.",
    "Today, Monday, March 5, and today, Tuesday, March 7, it rained.",
    "The man may 5 times go. 3/4/2019\nis nobody's date.",
    "Chronology\nJanuary 5, 2014\nGuns spoke.\nJanuary 9, 2014\nGuns fell silent.",
    "Friday, January 5, 2019\n\nNo such Friday.",
    "",
]


@pytest.mark.parametrize(("text", "day"), STATED, ids=[text[:40].replace("\n", " ") for text, _ in STATED])
def test_stated(text, day):
    assert str(published(text).date) == day


@pytest.mark.parametrize(("text", "day"), INFERRED, ids=[text[:40] for text, _ in INFERRED])
def test_inferred(text, day):
    found = published(text)
    assert str(found.date) == day
    assert found.confidence < 0.9


@pytest.mark.parametrize("text", OPEN, ids=[text[:40].replace("\n", " ") or "empty" for text in OPEN])
def test_left_open(text):
    assert published(text) is None


def test_a_dateline_comes_before_what_is_inferred():
    found = published("KABUL, Afghanistan (Nov. 20, 2011) - It ends tomorrow, May 5, 2016.")
    assert str(found.date) == "2011-11-20"
    assert "dateline" in found.basis


ABROAD = [
    ("uk", "Звернення Президента\n30 січня 2026 року - 21:05\n\nУчора, 5 січня 2020 року, ми говорили.", "2026-01-30"),
    ("ru", "Опубликовано: 12 января 2024\nВ 2014 году всё началось.", "2024-01-12"),
    ("fr", "Publié le 3 mars 2024 à 10h30\nLe 5 mai 2020, il a plu.", "2024-03-03"),
    ("de", "Stand: 05.01.2024, 14:30 Uhr\nAm 3. Mai 2020 regnete es.", "2024-01-05"),
    ("ar", "نشر في 12 يناير 2024\nفي 5 مايو 2020 بدأت الحرب.", "2024-01-12"),
]


@pytest.mark.parametrize(("code", "text", "day"), ABROAD, ids=[code for code, _, _ in ABROAD])
def test_lines_in_other_languages(code, text, day):
    document = Document(Article("a", text, language=code), text, [], [])
    assert str(infer_published(document, find_times_other(document, Anchor(None), code)).date) == day


ADDRESSES = [
    ("https://example.org/2019/01/04/talks-fail", "2019-01-04"),
    ("https://example.org/news/2019-01-04-talks.html", "2019-01-04"),
    ("https://example.org/20190104/talks", "2019-01-04"),
    ("https://example.org/2019/13/04/talks", None),
    ("https://example.org/story-12345678.html", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_addresses(url, day):
    found = infer_published(Document(Article("a", "Talks failed.", url=url), "Talks failed.", [], []), [])
    assert (str(found.date) if found else None) == day


def test_a_title_may_state_the_day():
    article = Article("a", "Forces said so.", title="Morning Operational Update, Feb. 8, 2011")
    assert str(infer_published(Document(article, article.text, [], []), []).date) == "2011-02-08"


def test_former_holders_tell_nothing():
    text = "Former president Anna Berg met President-elect Anna Berg. LONDON, March 3 - Monday, March 2, it began."
    assert published(text) is None


def test_the_seed_is_dated_with_its_reason():
    seeds = Path(__file__).parents[2] / "seeds"
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))]
    seed = next(text for text in texts if "As a brief lull in Russian attacks on Kyiv" in text)
    terms = [
        ("Donald Trump", "president", date(2017, 1, 20), date(2021, 1, 20)),
        ("Donald Trump", "president", date(2025, 1, 20), None),
        ("Volodymyr Zelenskyy", "president", date(2019, 5, 20), None),
        ("Vladimir Putin", "president", date(2012, 5, 7), None),
    ]
    found = published(seed, terms)
    assert str(found.date) == "2026-01-30"
    for reason in ("Earlier on Friday", "starting Sunday", "until February 1", "in two days", "Donald Trump in office"):
        assert reason in found.basis


@pytest.mark.parametrize("event", known_events(), ids=[name for name, _, _ in known_events()])
def test_known_events_are_found_in_their_examples(event):
    _, day, pattern = event
    with Path(__file__).parents[2].joinpath("timeline/times/known_events.csv").open(encoding="utf-8") as table:
        example = next(row["example"] for row in csv.DictReader(table) if row["date"] == day.isoformat())
    assert pattern.search(example.lower())


def test_an_anniversary_tells_the_year():
    text = "It rained today, February 23, on the eve of the third anniversary of the full-scale invasion of Ukraine."
    assert str(published(text, []).date) == "2025-02-23"


@pytest.mark.parametrize("war", counted_wars(), ids=[name for name, *_ in counted_wars()])
def test_counted_wars_are_found_in_their_examples(war):
    name, first, _, _ = war
    with Path(__file__).parents[2].joinpath("timeline/times/counted_wars.csv").open(encoding="utf-8") as table:
        example = next(row["example"] for row in csv.DictReader(table) if row["name"] == name)
    found = published(example)
    assert found is not None
    assert found.date > first
    assert name in found.basis
