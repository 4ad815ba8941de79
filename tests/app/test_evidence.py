"""The panel of an event: its words marked in their place, and nothing of an article becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.made import extractions
from timeline.app.detail import to_html, web_link
from timeline.app.evidence import AROUND, elsewhere, in_context, quotes
from timeline.table import to_row
from timeline.views.palette import LIGHT

DEAL = extractions()[0]
ALLOWED = set("section h3 h4 p span strong small code q dl dt dd blockquote ul li div a br".split())
NASTY = st.text(alphabet=st.sampled_from("<>&\"'/=ab \n‮é漢{}%$`*[]()"), max_size=60)


class Tags(HTMLParser):
    """What a browser would see: tags, attributes, text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def seen(html: str) -> Tags:
    parser = Tags()
    parser.feed(html)
    parser.close()
    return parser


def row(number=0):
    return to_row(DEAL.events[number])


def test_context_holds_the_sentence_and_what_stands_around_it():
    shown = seen(in_context(row(2), DEAL.article.text))
    assert "A day later two missiles struck the port of Odesa" in shown.text
    assert "Russia and Ukraine signed" in shown.text and "Russia denied" in shown.text


def test_long_articles_are_cut_at_words_on_both_sides():
    text = "before " * 400 + "They met. " + "after " * 400
    at = text.index("They met")
    one = {
        "sentence": "They met.",
        "sentence_start": at,
        "sentence_end": at + 9,
        "trigger_start": at + 5,
        "trigger_end": at + 8,
    }
    shown = seen(in_context(one, text)).text
    assert shown.startswith("… before ") and shown.endswith("after …")
    assert len(shown) < 2 * AROUND + 120


def test_a_mention_far_away_is_quoted_too():
    text = "They met. " + "word " * 300 + "The meeting ended. " + "word " * 50
    at = text.index("meeting")
    one = {
        "sentence": "They met.",
        "sentence_start": 0,
        "sentence_end": 9,
        "mentions": [[5, 8], [at, at + 7], [9000, 9007], [3, 3]],
    }
    assert [seen(found).text.split(" The ")[1][:13] for found in elsewhere(one, text)] == ["meeting ended"]


def test_an_article_that_changed_since_gives_the_row_s_own_words():
    assert not quotes(row(), "Something else entirely.")
    assert "signed the grain agreement" in seen(in_context(row(), "Something else entirely.")).text
    assert "signed the grain agreement" in seen(in_context(row(), "")).text


@given(NASTY, NASTY)
def test_no_word_of_an_article_becomes_markup(text, other):
    article = f"{text} struck {other}"
    at = article.index("struck")
    hostile = {
        **row(2), "sentence": article, "sentence_start": 0, "sentence_end": len(article), "trigger_start": at, "trigger_end": at + 6,
        "title": text, "mode": other, "actors": [text], "recipients": [other], "place": text, "speaker": other, "publisher": text,
        "time_text": other, "time_why": text, "modality_cue": text, "published_basis": other, "disagreements": [text], "url": f"https://{other}",
        "type": text, "modality": other, "id": text, "sources": [{"publisher": text, "quote": other, "url": text, "speaker": other, "modality": text}],
        "quantities": [{"kind": text, "low": 1, "high": 2, "unit": other}], "actor_countries": [other], "edtf": other, "time_rule": text,
    }  # fmt: skip
    shown = seen(to_html(hostile, article, LIGHT))
    assert shown.tags <= ALLOWED
    assert shown.attributes <= {"class", "style", "href", "target", "rel", "aria-label", "role"}


def test_a_row_with_next_to_nothing_is_shown():
    assert "Event" in seen(to_html({"id": "x"}, "", LIGHT)).text


def test_every_report_is_listed_with_its_words():
    one = row(2)
    one["sources"] = [
        *one["sources"],
        {
            "publisher": "Levant Review",
            "published": "2022-07-25",
            "quote": "Two missiles hit.",
            "url": "http://levant.example.org/x",
        },
    ]
    one["disagreements"] = ["23 July or 24 July 2022"]
    shown = seen(to_html(one, DEAL.article.text, LIGHT)).text
    assert (
        "Reports" in shown
        and "Levant Review" in shown
        and "Two missiles hit." in shown
        and "levant.example.org" in shown
    )
    assert "Reports disagree" in shown and "23 July or 24 July 2022" in shown


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "//example.org", "https://", "http://[", "example.org", " ", "https://exa mple.org/\n"],
)  # fmt: skip
def test_only_web_addresses_become_links(url):
    assert web_link(url) == ""


def test_a_link_is_shown_by_the_host_it_really_goes_to():
    assert ">evil.example.net<" in web_link("https://bbc.example.org@evil.example.net/")
    assert '"' not in web_link('https://example.org/"onclick="x').split('href="')[1].split('"')[0]
