"""Times in other languages: a table of sentences a language, and what holds for any text."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.document import Document
from timeline.model import Anchor, Article
from timeline.times.other import find_times_other

TUESDAY = date(2024, 1, 16)
CORPUS = Path(__file__).parents[1] / "corpus"
LANGUAGES = ("uk", "ru", "fr", "es", "de", "it", "ar")


def find(text: str, code: str, published: date | None = TUESDAY):
    return find_times_other(Document(Article("a", text, language=code), text, [], []), Anchor(published), code)


def rows(code: str) -> list[dict[str, str]]:
    with (CORPUS / f"times_{code}.csv").open(encoding="utf-8", newline="") as sentences:
        return list(csv.DictReader(sentences))


SENTENCES = [(code, row) for code in LANGUAGES for row in rows(code)]


@pytest.mark.parametrize(("code", "row"), SENTENCES, ids=[f"{code}: {row['text']}" for code, row in SENTENCES])
def test_sentences(code, row):
    found = find(row["text"], code, date.fromisoformat(row["published"]))
    assert ";".join(f"{time.text}={time.value}" for time in found) == row["times"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_forty_sentences(code):
    assert len(rows(code)) >= 40


BOUNDS = [
    ("uk", "Воєнний стан діє до 14 лютого.", "../2024-02-14"),
    ("uk", "Від 24 лютого 2022 року триває війна.", "2022-02-24/.."),
    ("ru", "Обмен шёл с 3 по 5 января.", "2024-01-03/2024-01-05"),
    ("fr", "L'état d'urgence court jusqu'au 14 février.", "../2024-02-14"),
    ("fr", "Les ponts rouvriront début mars.", "2024-03-01~/2024-03-10~"),
    ("es", "Está en guerra desde el 24 de febrero de 2022.", "2022-02-24/.."),
    ("de", "Es gilt bis zum 14. Februar.", "../2024-02-14"),
    ("de", "Seit 2014 gilt das Gesetz.", "2014/.."),
    ("it", "Vale fino al 14 febbraio.", "../2024-02-14"),
    ("ar", "تسري حالة الطوارئ حتى 14 فبراير.", "../2024-02-14"),
    ("es", "Hace unos días hubo un canje.", "../2024-01-16~"),
]


@pytest.mark.parametrize(("code", "text", "edtf"), BOUNDS, ids=[f"{code}: {text}" for code, text, _ in BOUNDS])
def test_bounds(code, text, edtf):
    assert find(text, code)[0].edtf == edtf


# Languages of dateparser's: its names, our shapes.
GENERIC = [
    ("pl", "Ustawę podpisano 12 stycznia 2024, a wczoraj ogłoszono.", ["2024-01-12", "2024-01-15"]),
    ("pt", "A lei foi assinada em 12 de janeiro de 2024.", ["2024-01-12"]),
    ("nl", "De wet werd op 12 januari 2024 getekend, gisteren.", ["2024-01-12", "2024-01-15"]),
    ("tr", "Yasa 12 Ocak 2024 tarihinde imzalandı.", ["2024-01-12"]),
    ("zh", "法律于2024年1月12日签署。", ["2024-01-12"]),
    ("pl", "Spotkanie odbyło się 5 grudnia.", ["2023-12-05"]),
    ("pl", "Było nas 300 i mieliśmy a, b, we.", []),
    ("xx", "12.01.2024", ["2024-01-12"]),
    ("../os", "12 january 2024", []),
]


@pytest.mark.parametrize(("code", "text", "values"), GENERIC, ids=[f"{code}: {text}" for code, text, _ in GENERIC])
def test_further_languages(code, text, values):
    assert [time.value for time in find(text, code)] == values


def test_without_publication_what_is_relative_stays_open():
    found = find("Вчора, 5 січня, у п'ятницю та 3 травня 2020 року.", "uk", None)
    assert [(time.value, time.interval is None) for time in found] == [
        ("XXXX-XX-XX", True),
        ("XXXX-01-05", True),
        ("XXXX-WXX-5", True),
        ("2020-05-03", False),
    ]


PHRASES = [row["text"] for _, row in SENTENCES]


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PHRASES) | st.text(max_size=20), max_size=5))
def test_any_text_gives_ordered_times_that_quote_it(code, pieces):
    text = " ".join(pieces)
    end = 0
    for time in find(text, code):
        assert time.text == text[time.span.start : time.span.end]
        assert time.span.start >= end
        end = time.span.end
        assert (
            time.interval is None
            or None in (time.interval.start, time.interval.end)
            or time.interval.start < time.interval.end
        )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("piece", ["1", "12 ", "a ", "від ", "3-", "le ", "de ", "в ", "من "], ids=repr)
def test_long_near_matches_do_not_explode(code, piece):
    assert len(find(piece * 20_000, code)) <= 20_000
