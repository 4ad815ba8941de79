"""The times of articles as `python -m timeline times` writes them: a row a time, or the text with its times marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from timeline.exports.csv import write_csv
from timeline.exports.jsonl import write_jsonl
from timeline.exports.text import fit, line, when
from timeline.model import Extraction, Timex
from timeline.table import Column, Row, inclusive, iso
from timeline.times.timex3 import to_timex3

TIME_COLUMNS = (
    Column("article_id", "text", "the article it stands in"),
    Column("text", "text", "its words"),
    Column("text_start", "integer", "first character of those words in the article's text"),
    Column("text_end", "integer", "the character after their last"),
    Column("type", "choice", "TIMEX3 type: DATE, TIME, DURATION or SET"),
    Column("value", "text", "TIMEX3 value; `X` stands for what the words leave open"),
    Column("mod", "text", "TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, …"),
    Column("quant", "text", "TIMEX3 quantifier of a SET: EVERY, EACH, …"),
    Column("freq", "text", "TIMEX3 frequency of a SET: 2X, …"),
    Column("start", "time", "first day (or minute) it covers; empty where the text leaves it open"),
    Column("end", "time", "last day (or minute), inclusive; empty where the text leaves it open"),
    Column("edtf", "text", "the same as EDTF (ISO 8601-2), `~` approximate, `?` uncertain"),
    Column("granularity", "choice", "how finely the text gives it: minute, day, month, …; empty for a bare length"),
    Column("signal", "text", "the bound before it, already in start and end: until, since, by, …"),
    Column("utc_offset", "integer", "minutes ahead of UTC where the text names a zone; start and end are local to it"),
    Column("rule", "text", "name of the rule that read it (docs/times.md)"),
    Column("anchored_by", "text", "what it was counted from: publication, narrative, previous time; empty for nothing"),
    Column("implied", "texts", "parts of the value that the words do not state: year, month, day, direction, …"),
    Column("published", "time", "when the article was published"),
    Column("published_basis", "text", "where that date comes from: stated, given, or inferred with the reason"),
)
TIME_NAMES = tuple(column.name for column in TIME_COLUMNS)
HEAD = ("WORDS", "TYPE", "VALUE", "COVERS", "HOW")
LINE_END = "\n"
WIDTHS = (32, 8, 18, 23, 60)
BEGINS = {
    "publication": "from the publication",
    "narrative": "from the story's time",
    "previous time": "from the time before",
}


@dataclass(frozen=True, slots=True)
class TimesFormat:
    """`write` takes extractions and an open binary file and gives how many times it wrote. A file of a `single` format
    holds one article."""

    name: str
    endings: tuple[str, ...]
    write: Callable[[Iterable[Extraction], BinaryIO], int]
    single: bool = False


def to_time_rows(extraction: Extraction) -> Iterator[Row]:
    """One row a time, in order of appearance. Every key of TIME_COLUMNS is there; what is unknown is None, "" or []."""
    return (to_time_row(time, extraction) for time in extraction.times)


def to_time_row(time: Timex, extraction: Extraction) -> Row:
    article = extraction.article
    start, end = inclusive(time.interval)
    return {
        "article_id": article.id,
        "text": time.span.of(article.text),
        "text_start": time.span.start,
        "text_end": time.span.end,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "start": start,
        "end": end,
        "edtf": time.edtf,
        "granularity": time.interval.granularity if time.interval else "",
        "signal": time.signal,
        "utc_offset": time.utc_offset,
        "rule": time.rule,
        "anchored_by": time.anchored_by,
        "implied": list(time.implied),
        "published": iso(article.published),
        "published_basis": article.published_basis,
    }


def write_timex3(extractions: Iterable[Extraction], stream: BinaryIO) -> int:
    """One XML document an article, one after another."""
    number = 0
    for one in extractions:
        article = one.article
        xml = to_timex3(article.text, one.times, article.published, name=article.id, title=article.title)
        stream.write(xml.encode("utf-8"))
        number += len(one.times)
    return number


def write_times_jsonl(extractions: Iterable[Extraction], stream: BinaryIO) -> int:
    return write_jsonl(_rows(extractions), stream, TIME_NAMES)


def write_times_csv(extractions: Iterable[Extraction], stream: BinaryIO) -> int:
    return write_csv(_rows(extractions), stream, columns=TIME_COLUMNS)


def write_times_text(extractions: Iterable[Extraction], stream: BinaryIO) -> int:
    """For a person: a heading for each article, a line for each of its times."""
    number = 0
    for index, one in enumerate(extractions):
        article = one.article
        name = fit(article.title or article.id, 70).rstrip()
        said = f"published {iso(article.published)} ({article.published_basis})" if article.published else "no date"
        stream.write(f"{LINE_END if index else ''}{name} · {fit(said, 300).rstrip()}\n".encode())
        stream.write(line(HEAD, WIDTHS) if one.times else b"No times.\n")
        for row in to_time_rows(one):
            covers = when(row) if row["start"] or row["end"] else row["edtf"]
            words = " ".join(row["text"].split())
            stream.write(line((words, row["type"], row["value"], covers, how(row)), WIDTHS))
        number += len(one.times)
    return number


def how(row: Row) -> str:
    """How the answer was worked out, in words.

    >>> how({"rule": "counted", "anchored_by": "publication", "implied": [], "mod": "", "signal": "until"})
    'counted, from the publication, until'
    """
    parts = [row["rule"], BEGINS.get(row["anchored_by"], ""), row["signal"], row["mod"]]
    implied = f"{' and '.join(row['implied'])} implied" if row["implied"] else ""
    return ", ".join(part for part in (*parts, implied) if part)


def _rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    for one in extractions:
        yield from to_time_rows(one)


TIMES_FORMATS = (
    TimesFormat("table", (".txt",), write_times_text),
    TimesFormat("timex3", (".tml", ".xml"), write_timex3, single=True),
    TimesFormat("csv", (".csv",), write_times_csv),
    TimesFormat("jsonl", (".jsonl", ".ndjson"), write_times_jsonl),
)
