"""A small store written by hand, so that the dashboard is tested without the parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from timeline.model import Actor, Article, Attribution, Event, Evidence, Extraction, Interval, Place, Quantity, Span
from timeline.store import Store, open_store

COUNTRIES = {"Russia": "RUS", "Ukraine": "UKR", "Turkey": "TUR", "United Nations": "IGO"}

DEAL = """Russia and Ukraine signed the grain agreement in Istanbul on July 22, 2022. The deal is to run until \
November 19, 2022, Turkey said. A day later two missiles struck the port of Odesa, wounding at least 40 people. \
Russia denied attacking the port. In March 2022 the ports had been closed. Ukraine has demanded safe passage. \
"The <b>world</b> is watching," a spokesman said. Talks were held at some point."""
LATER = """On July 17, 2023 Russia withdrew from the grain agreement. Ukraine called it blackmail. \
The United Nations expects prices to rise from July 18, 2023."""


def interval(start: tuple[int, ...] | None, end: tuple[int, ...] | None, granularity: str = "day") -> Interval:
    return Interval(datetime(*start) if start else None, datetime(*end) if end else None, granularity)


def event(article: Article, type_: str, title: str, trigger: str, time: Interval | None, **more: Any) -> Event:
    """An event of the sentence that holds `trigger`."""
    at = article.text.index(trigger)
    begin = article.text.rfind(". ", 0, at) + 2 if ". " in article.text[:at] else 0
    stop = article.text.find(". ", at)
    stop = len(article.text) if stop < 0 else stop + 1
    quote = article.text[begin:stop]
    evidence = Evidence(
        article.id, Span(begin, stop), quote, article.publisher, article.url, article.published, "stated"
    )
    names = {key: more.pop(key, ()) for key in ("actors", "recipients")}
    parties = {
        key: tuple(Actor(Span(0, 1), f"actor-{len(one)}", one, COUNTRIES.get(one, "")) for one in ones)
        for key, ones in names.items()
    }
    basis = more.pop("basis", "explicit" if time else "none")
    return Event(
        f"{article.id}-{at:04d}", type_, "", title, Span(at, at + len(trigger)), trigger, time, basis, "made", evidence,
        **parties, **more,
    )  # fmt: skip


def extractions() -> list[Extraction]:
    deal = Article(
        "deal",
        DEAL,
        date(2022, 7, 24),
        "stated",
        "Grain deal signed",
        "Bosphorus Wire",
        "https://bosphorus.example.org/deal",
    )
    later = Article(
        "later", LATER, date(2023, 7, 18), "stated", "Russia leaves", "Dnipro Courier", "javascript:alert(1)"
    )
    signed = event(
        deal, "AGREE", "Russia and Ukraine sign grain agreement", "signed", interval((2022, 7, 22), (2022, 7, 23)),
        actors=("Russia", "Ukraine"), place=Place(Span(0, 1), "Istanbul", "TUR", 41.01, 28.95), time_text="July 22, 2022", edtf="2022-07-22",
        time_why="“July 22, 2022” names the day", mentions=(Span(DEAL.index("deal is"), DEAL.index("deal is") + 4),), confidence=0.9,
    )  # fmt: skip
    runs = event(
        deal, "AGREE", "Grain deal to run until November", "run", interval((2022, 7, 22), (2022, 11, 20)), modality="planned",
        actors=("Russia", "Ukraine"), attribution=Attribution(Span(0, 5), "Turkey"), time_text="until November 19, 2022",
    )  # fmt: skip
    struck = event(
        deal, "ASSAULT", "Missiles strike port of Odesa", "struck", interval((2022, 7, 23), (2022, 7, 24)), basis="relative",
        actors=("Russia",), recipients=("Ukraine",), place=Place(Span(0, 1), "Odesa", "UKR", 46.48, 30.73), time_text="A day later",
        quantities=(Quantity(Span(0, 1), "wounded", 40, None, "people"),), time_why="the day after 22 July 2022",
    )  # fmt: skip
    denied = event(
        deal,
        "REJECT",
        "Russia denies attacking port",
        "denied",
        interval((2022, 7, 24), (2022, 7, 25)),
        actors=("Russia",),
        modality="denied",
        basis="publication",
    )
    closed = event(
        deal,
        "COERCE",
        "Ports closed",
        "closed",
        interval((2022, 3, 1), (2022, 4, 1), "month"),
        recipients=("Ukraine",),
        time_text="In March 2022",
        edtf="2022-03",
    )
    demanded = event(
        deal,
        "REQUEST",
        "Ukraine demands safe passage",
        "demanded",
        Interval(None, datetime(2022, 7, 25), "vague"),
        actors=("Ukraine",),
        modality="demanded",
        basis="publication",
    )
    said = event(
        deal,
        "STATEMENT",
        "Spokesman: the <b>world</b> is watching",
        "said.",
        interval((2022, 7, 24), (2022, 7, 25)),
        actors=("=cmd|' /C calc'!A0",),
        basis="publication",
    )
    talks = event(deal, "CONSULT", "Talks held", "Talks", None, time_text="at some point", actors=("Russia", "Ukraine"))
    left = event(
        later,
        "RETREAT",
        "Russia withdraws from grain agreement",
        "withdrew",
        interval((2023, 7, 17), (2023, 7, 18)),
        actors=("Russia",),
        time_text="July 17, 2023",
    )
    blackmail = event(
        later,
        "ACCUSE",
        "Ukraine accuses Russia of blackmail",
        "blackmail",
        interval((2023, 7, 18), (2023, 7, 19)),
        actors=("Ukraine",),
        recipients=("Russia",),
        basis="publication",
    )
    prices = event(
        later,
        "ECONOMY",
        "Prices expected to rise",
        "rise",
        Interval(datetime(2023, 7, 18), None, "day"),
        actors=("United Nations",),
        modality="forecast",
        time_text="from July 18, 2023",
    )
    return [
        Extraction(
            deal, (signed, runs, struck, denied, closed, demanded, said, talks), messages=("One place is unsure.",)
        ),
        Extraction(later, (left, blackmail, replace(prices, confidence=0.3))),
    ]


def made_store(folder: Path) -> Store:
    store = open_store(folder)
    list(store.add_all(extractions()))
    return store
