"""Small articles with events of their own, without the parser."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.model import Actor, Article, Event, Evidence, Extraction, Interval, Quantity, Span

TUESDAY = date(2024, 1, 16)
WORDS = "Russian drones struck Odesa on Monday, officials said."


def make_event(number: int, article: Article, **changes: object) -> Event:
    start = datetime(2024, 1, 1) + timedelta(days=number)
    values: dict[str, object] = {
        "id": f"{article.id}-{number}",
        "type": "ASSAULT",
        "mode": "aerial",
        "title": f"Russia strikes Odesa ({number})",
        "trigger": Span(15 + number, 21 + number),
        "trigger_text": "struck",
        "time": Interval(start, start + timedelta(days=1), "day"),
        "time_basis": "relative",
        "time_rule": "near_day",
        "evidence": Evidence(
            article.id, Span(0, len(WORDS)), WORDS, article.publisher, article.url, article.published, "stated"
        ),
        "edtf": start.date().isoformat(),
        "actors": (Actor(Span(0, 7), "state:RUS", "Russia", "RUS", "GOV", "state"),),
        "recipients": (Actor(Span(22, 27), "state:UKR", "Ukraine", "UKR", "GOV", "state"),),
        "quantities": (Quantity(Span(0, 3), "killed", 3.0, None, "people", "n"),),
        "mentions": (Span(1, 4),),
    }
    return Event(**{**values, **changes})  # type: ignore[arg-type]


def make_extraction(name: str = "a", events: int = 2, text: str = WORDS, **changes: object) -> Extraction:
    article = Article(name, text, TUESDAY, "stated", f"Report {name}", "Coast Herald", f"https://example.org/{name}")
    return Extraction(article, tuple(make_event(number, article, **changes) for number in range(events)))
