"""python -m timeline: the commands, their options and their exit codes.

0: done. 1: something could not be read (each named with its reason; the rest is done). 2: wrong usage.
130: stopped by Ctrl-C; what was done is kept.
"""

from __future__ import annotations

import argparse
import calendar
import os
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime

from timeline import commands
from timeline.articles.dates import DateUnread, read_date
from timeline.commands import FAILED, INTERRUPTED, WRONG, Extractor, Usage
from timeline.console import Console
from timeline.model import MODALITIES
from timeline.version import VERSION

PATHS = "files or folders of .txt, .md, .html, .jsonl, .csv; - for standard input"
FORMAT_NAMES = ("table", "csv", "jsonl", "parquet")
TIMES_FORMAT_NAMES = ("table", "timex3", "csv", "jsonl")
EXAMPLES = """examples:
  python -m timeline extract article.txt
  python -m timeline extract news/ --output events.csv
  cat article.txt | python -m timeline extract - --published 2024-01-16
  python -m timeline times article.txt --format timex3 --output article.tml
  python -m timeline ingest news/ --store mystore
  python -m timeline export --store mystore --actor Russia --since 2022-07 --output russia.csv
"""


def main(argv: Sequence[str] | None = None, extractor: Extractor | None = None) -> int:
    """The exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal of another encoding must not stop the work
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = make_parser()
    try:
        args = parser.parse_args(argv)
    except SystemExit as ended:
        return int(ended.code or 0)
    if args.command is None:
        parser.print_help()
        return WRONG
    console = Console(args.quiet)
    try:
        run = getattr(commands, args.run)
        return int(run(args, console, extractor) if args.run in ("extract", "ingest", "times") else run(args, console))
    except Usage as problem:
        console.insist(f"timeline: {problem}")
        return WRONG
    except KeyboardInterrupt:
        console.insist("Stopped. Give the same command again to do it whole.")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        if type(problem).__name__ == "StoreError":  # by name: the store is loaded only when it is used
            console.insist(f"timeline: {problem}")
            return WRONG
        if type(problem).__name__ == "ParserMissing":
            console.insist(f"timeline: {problem}")
            return FAILED
        raise


def make_parser() -> argparse.ArgumentParser:
    """Every command and option; docs/command.md must name each (a test says so)."""
    parser = argparse.ArgumentParser(
        "timeline",
        description="Turns news into a table of dated, sourced events.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"timeline {VERSION}")
    parser.add_argument("--quiet", action="store_true", help="say only what went wrong")
    quiet = argparse.ArgumentParser(add_help=False)
    quiet.add_argument("--quiet", action="store_true", default=argparse.SUPPRESS, help="say only what went wrong")
    stored = argparse.ArgumentParser(add_help=False, parents=[quiet])
    stored.add_argument("--store", required=True, metavar="DIR", help="the store's folder")
    commands_ = parser.add_subparsers(dest="command", metavar="COMMAND")

    one = commands_.add_parser("extract", parents=[quiet], help="articles → events, in a file or on the screen")
    _reading(one)
    _writing(one)
    one.set_defaults(run="extract")

    one = commands_.add_parser("ingest", parents=[stored], help="add articles and their events to a store")
    _reading(one)
    one.set_defaults(run="ingest")

    one = commands_.add_parser("export", parents=[stored], help="write events of a store")
    _filtering(one)
    _writing(one)
    one.set_defaults(run="export")

    one = commands_.add_parser("articles", parents=[stored], help="list the articles of a store")
    one.set_defaults(run="listing")

    one = commands_.add_parser("delete", parents=[stored], help="remove articles and their events from a store")
    one.add_argument("articles", nargs="+", metavar="ARTICLE", help="its id, the beginning of it, or its address")
    one.set_defaults(run="delete")

    one = commands_.add_parser("compact", parents=[stored], help="tidy a store: join its files, drop what is replaced")
    one.set_defaults(run="compact")

    one = commands_.add_parser("times", parents=[quiet], help="articles → their times alone, each with its working")
    _reading(one)
    _writing(one, TIMES_FORMAT_NAMES, "FILE or FOLDER/ (timex3: a file an article); standard output when left out")
    one.set_defaults(run="times")

    one = commands_.add_parser("app", parents=[quiet], help="open the dashboard on this machine")
    one.add_argument("--store", metavar="DIR", help="the store it shows (a folder of its own when left out)")
    one.add_argument("--port", type=int, default=8501, help="8501 when left out")
    one.set_defaults(run="app")
    return parser


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    parser.add_argument(
        "--published", type=moment, metavar="DATE", help="publication date of articles that state none (2024-01-16)"
    )
    parser.add_argument(
        "--override-published",
        type=moment,
        metavar="DATE",
        help="publication date of all articles, whatever they state",
    )


def _writing(
    parser: argparse.ArgumentParser,
    names: Sequence[str] = FORMAT_NAMES,
    where: str = "standard output when left out",
) -> None:
    parser.add_argument("--format", choices=names, help="by the ending of FILE when left out, else table")
    parser.add_argument("--output", metavar="FILE", help=where)


def _filtering(parser: argparse.ArgumentParser) -> None:
    said = "may be given more than once"
    parser.add_argument("--actor", action="append", default=[], metavar="NAME", help=f"name or country code; {said}")
    parser.add_argument("--type", action="append", default=[], metavar="TYPE", help=f"such as ASSAULT; {said}")
    parser.add_argument("--modality", action="append", default=[], choices=MODALITIES, help=said)
    parser.add_argument("--publisher", action="append", default=[], metavar="NAME", help=f"the outlet; {said}")
    parser.add_argument("--since", type=first_day, metavar="DATE", help="2022-07-22, 2022-07 or 2022")
    parser.add_argument("--until", type=last_day, metavar="DATE", help="the same; the day itself counts")
    parser.add_argument("--text", default="", metavar="WORDS", help="events with all of these words")
    parser.add_argument("--no-statements", action="store_true", help="leave STATEMENT rows out")
    parser.add_argument("--each", action="store_true", help="a row for each report, instead of one for each event")


def moment(said: str) -> date | datetime:
    try:
        return read_date(said)
    except DateUnread as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def first_day(said: str) -> date:
    """
    >>> first_day("2022-07"), last_day("2022-07"), last_day("2022")
    (datetime.date(2022, 7, 1), datetime.date(2022, 7, 31), datetime.date(2022, 12, 31))
    """
    return _edge(said, last=False)


def last_day(said: str) -> date:
    return _edge(said, last=True)


def _edge(said: str, *, last: bool) -> date:
    part = re.fullmatch(r"(\d{4})(?:-(\d\d))?", said)
    if part is None or not int(part[1]) >= 1 or not 1 <= int(part[2] or 1) <= 12:
        found = moment(said)
        return found.date() if isinstance(found, datetime) else found
    year = int(part[1])
    month = int(part[2] or (12 if last else 1))
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
