"""What each command does. Each gives the exit code: 0, or 1 when something could not be read or done."""

from __future__ import annotations

import difflib
import importlib.util
import itertools
import os
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from timeline.articles.made import Unreadable
from timeline.articles.read import count, read
from timeline.console import Console
from timeline.model import Article, Extraction
from timeline.stopping import Stopping
from timeline.table import Row, to_rows

if TYPE_CHECKING:
    from timeline.exports.formats import Format
    from timeline.exports.times import TimesFormat
    from timeline.query import Filter
    from timeline.store import Store

Extractor = Callable[[Article], Extraction]
F = TypeVar("F", "Format", "TimesFormat")
FAILED, WRONG, INTERRUPTED = 1, 2, 130  # 130 as shells have it: 128 + SIGINT
TOGETHER = 20  # articles looked up in the store, and committed to it, at a time
APP = Path(__file__).parents[1] / "streamlit_app.py"


class Usage(Exception):
    """The command cannot be done as it was given; the message says what to write instead. Exit code 2."""


def extract(args: Namespace, console: Console, extractor: Extractor | None = None) -> int:
    """Articles → events in a file or on standard output, one article after another."""
    form = chosen_format(args.format, args.output)
    extractor = extractor or default_extractor()
    stopped = False

    def rows() -> Iterator[Row]:
        nonlocal stopped
        try:
            for extraction in extracted(articles(args, console, stop), console, extractor, stop):
                yield from to_rows(extraction.events)
        except KeyboardInterrupt:
            stopped = True

    with (
        Stopping() as stop,
        opened(args.output, f"events{form.endings[0]}") as stream,
        console.progress(count(args.paths)),
    ):
        form.write(rows(), stream)
    where = f"written to {args.output}" if args.output else "written"
    if stopped:
        console.insist(
            f"Stopped. What was read so far is {where}: {counted(console)}. `extract` begins anew each time; "
            "`ingest` goes on where it stopped."
        )
        return INTERRUPTED
    if args.output:
        console.say(f"{counted(console)}, {where}.")
    return FAILED if console.problems else 0


def ingest(args: Namespace, console: Console, extractor: Extractor | None = None) -> int:
    """Articles → the store. What is stored already, as it stands and by this extractor, is not read again."""
    from timeline.store import open_store

    store = open_store(args.store)
    made = extractor or default_extractor()
    tally: dict[str, int] = {"added": 0, "replaced": 0, "unchanged": 0}

    def new() -> Iterator[Extraction]:
        for batch in batches(articles(args, console, stop), TOGETHER):
            stored = store.known(batch)
            tally["unchanged"] += len(stored)
            yield from extracted((one for one in batch if one.id not in stored), console, made, stop)

    try:
        with Stopping() as stop, console.progress(count(args.paths)):
            for saved in store.add_all(new(), batch=TOGETHER):
                tally[saved.status] += 1
    except KeyboardInterrupt:
        console.insist(
            f"Stopped. {console.articles:,} articles of this run are kept in {args.store}. "
            "Give the same command again to go on: what is stored is not read twice."
        )
        return INTERRUPTED
    store.refresh()
    said = ", ".join(f"{number:,} {what}" for what, number in tally.items())
    console.say(f"Articles: {said}. The store has {store.count(merged=False):,} events: {args.store}")
    return FAILED if console.problems else 0


def times(args: Namespace, console: Console, extractor: Extractor | None = None) -> int:
    """Articles → their times, in a file, a folder (TIMEX3: a file an article) or on standard output."""
    from timeline.exports.times import TIMES_FORMATS

    form = format_of(args.format, args.output, TIMES_FORMATS, is_folder=names_folder(args.output))
    extractor = extractor or times_extractor()
    folder = Path(args.output) if form.single and names_folder(args.output) else None
    written, stopped = 0, False

    def read_through() -> Iterator[Extraction]:
        nonlocal stopped
        try:
            yield from extracted(articles(args, console, stop), console, extractor, stop)
        except KeyboardInterrupt:
            stopped = True

    with Stopping() as stop, console.progress(count(args.paths), "times"):
        if folder is None:
            found = read_through()
            with opened(args.output, f"times{form.endings[0]}") as stream:
                written = form.write(only(found, form.name) if form.single and args.output else found, stream)
        else:
            for one in read_through():
                with opened(str(made(folder) / f"{one.article.id}{form.endings[0]}"), "") as stream:
                    written += form.write([one], stream)
    said = f"{written:,} times of {console.articles:,} articles"
    if stopped:
        console.insist(f"Stopped after {said}. Give the same command again to do it whole.")
        return INTERRUPTED
    if args.output:
        console.say(f"{said}, written to {args.output}.")
    return FAILED if console.problems else 0


def export(args: Namespace, console: Console) -> int:
    """Events of the store, filtered, in any format."""
    form = chosen_format(args.format, args.output)
    store = existing(args.store)
    chosen = filter_of(args)
    with opened(args.output, f"events{form.endings[0]}") as stream:
        number = form.write(store.rows(chosen, merged=not args.each), stream)
    if args.output:
        console.say(f"{number:,} of {store.count(merged=not args.each):,} events written to {args.output}.")
    if not number:
        hint(store, chosen, console)
    return 0


def listing(args: Namespace, console: Console) -> int:
    """The store's articles, one a line: id, date, number of events, outlet, title."""
    from timeline.exports.text import fit

    for one in existing(args.store).articles():
        line = f"{one.id}  {one.published[:10] or 'no date':10}  {one.events:4} events  {fit(one.publisher, 24)}  {one.name}"
        print(fit(line, 10_000).rstrip())
    return 0


def delete(args: Namespace, console: Console) -> int:
    """Articles and their events out of the store; each named by its id, the beginning of it, or its address."""
    store = existing(args.store)
    held = store.articles()
    for asked in args.articles:
        found = [one for one in held if asked in (one.id, one.url)] or [
            one for one in held if len(asked) >= 6 and one.id.startswith(asked)
        ]
        if len(found) == 1 and store.delete(found[0].id):
            console.say(f"Removed {found[0].id} ({found[0].name}) and its {found[0].events} events.")
            continue
        console.problems += 1
        if found:
            console.insist(f"not removed: {len(found)} articles begin with {asked}. Give the whole id.")
        else:
            see = f"python -m timeline articles --store {args.store}"
            console.insist(f"not removed: no article has the id or address {asked}. See: {see}")
    return FAILED if console.problems else 0


def compact(args: Namespace, console: Console) -> int:
    """Small files joined, and what nobody can see any more dropped."""
    sizes = existing(args.store).compact()
    console.say(f"{sizes['before']} files before, {sizes['after']} now.")
    return 0


def app(args: Namespace, console: Console) -> int:
    """The dashboard, on this machine only."""
    if not APP.exists():
        raise Usage(f"The dashboard's file {APP} is missing. Run this from a checkout of the project.")
    if importlib.util.find_spec("streamlit") is None:
        raise Usage("Streamlit is not installed. Run `make setup` or `pip install -r requirements.txt`.")
    default_extractor()
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", args.port))
        except OSError:
            raise Usage(
                f"Port {args.port} is in use, perhaps by a dashboard that is already open: http://127.0.0.1:{args.port}. "
                f"Close it, or choose another: python -m timeline app --port {args.port + 1}"
            ) from None
    settings = {**os.environ, **({"TIMELINE_STORE": str(Path(args.store).absolute())} if args.store else {})}
    console.say(f"The dashboard is at http://127.0.0.1:{args.port} (Ctrl-C ends it).")
    options = ["--server.address=127.0.0.1", f"--server.port={args.port}", "--browser.gatherUsageStats=false"]
    try:
        return subprocess.call([sys.executable, "-m", "streamlit", "run", str(APP), *options], env=settings)
    except KeyboardInterrupt:
        return 0


# What the commands share


def default_extractor() -> Extractor:
    """The house's own extractor, with its language model loaded before the first article.

    Raises ParserMissing, whose message says how to install it.
    """
    from timeline.language.parser import load_parser, parser_name
    from timeline.pipeline import extract as extract_one

    load_parser(parser_name())
    return extract_one


def times_extractor() -> Extractor:
    """The house's own reader of times alone, its language model loaded; ParserMissing as above."""
    default_extractor()
    from timeline.pipeline import extract_times

    return extract_times


def articles(args: Namespace, console: Console, stop: Stopping) -> Iterator[Article]:
    """Every article that can be read, dated as the options say; what cannot is said."""
    found = read(args.paths)
    while True:
        with stop.here():
            one = next(found, None)
        if one is None:
            return
        if isinstance(one, Unreadable):
            console.problem(one)
        elif args.override_published is not None:
            yield replace(one, published=args.override_published, published_basis="given")
        elif one.published is None and args.published is not None:
            yield replace(one, published=args.published, published_basis="given")
        else:
            yield one


def extracted(found: Iterable[Article], console: Console, extractor: Extractor, stop: Stopping) -> Iterator[Extraction]:
    """Each article's extraction; a failure of ours on one article does not stop the rest."""
    for article in found:
        try:
            with stop.here():
                extraction = extractor(article)
        except Exception as problem:  # reported with the article's name, and counted
            console.failure(article, problem)
            continue
        console.remarks(article, extraction.messages)
        console.done(len(getattr(extraction, console.counts)))
        yield extraction


def batches(found: Iterable[Article], size: int) -> Iterator[list[Article]]:
    left = iter(found)
    while batch := list(itertools.islice(left, size)):
        yield batch


def existing(path: str) -> Store:
    from timeline.store import open_store

    return open_store(path, create=False)


def chosen_format(named: str | None, output: str | None) -> Format:
    """The format of events that is named, else that of the file's ending, else a table."""
    from timeline.exports.formats import FORMATS

    form = format_of(named, output, FORMATS)
    if form.binary and not output and sys.stdout.isatty():
        raise Usage(f"{form.name} is not for a terminal. Add --output FILE.")
    return form


def format_of(named: str | None, output: str | None, formats: Sequence[F], *, is_folder: bool = False) -> F:
    """The format that is named, else that of the file's ending (of a folder: the one it is for), else the first."""
    by_name = {one.name: one for one in formats}
    by_ending = {ending: one for one in formats for ending in one.endings}
    if named:
        return by_name[named]
    if is_folder:
        return next(one for one in formats if getattr(one, "single", False))
    ending = Path(output).suffix.lower() if output else formats[0].endings[0]
    if ending not in by_ending:
        names = "|".join(by_name)
        raise Usage(f"{output} does not say its format. Add --format {names}, or end the name in .csv.")
    return by_ending[ending]


def names_folder(output: str | None) -> bool:
    """Whether it is a folder, or is written like one."""
    return bool(output) and (str(output).endswith(("/", os.sep)) or Path(str(output)).is_dir())


def made(folder: Path) -> Path:
    """The folder, made where it is not there yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Usage(f"{folder} cannot be made ({problem.strerror or problem}). Name another folder.") from None
    return folder


def only(found: Iterable[Extraction], name: str) -> Iterator[Extraction]:
    """The one article of a file that can hold no more."""
    for number, one in enumerate(found):
        if number:
            raise Usage(f"A {name} file holds one article, and there are more. Name a folder: --output times/")
        yield one


@contextmanager
def opened(output: str | None, example: str) -> Iterator[BinaryIO]:
    """Standard output, or the file, which appears under its name when it is whole."""
    if not output:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if names_folder(output):
        raise Usage(f"{output} is a folder. Name a file, such as {path / example}.")
    making = path.with_name(f".{path.name}.part")
    try:
        with making.open("wb") as stream:
            yield stream
        making.replace(path)
    except OSError as problem:
        raise Usage(f"{output} cannot be written ({problem.strerror or problem}). Name another file.") from None
    finally:
        making.unlink(missing_ok=True)


def filter_of(args: Namespace) -> Filter:
    from timeline.query import Filter

    if args.since and args.until and args.since > args.until:
        raise Usage(f"--since {args.since} is later than --until {args.until}. Exchange them.")
    return Filter(
        actors=tuple(args.actor),
        types=tuple(one.upper() for one in args.type),
        modalities=tuple(args.modality),
        publishers=tuple(args.publisher),
        since=args.since,
        until=args.until,
        text=args.text,
        statements=not args.no_statements,
    )


def hint(store: Store, chosen: Filter, console: Console) -> None:
    """Why a filter may have found nothing: the values asked for that no event has, and what is near."""
    asked: dict[str, Any] = {"type": chosen.types, "publisher": chosen.publishers, "parties": chosen.actors}
    for column, values in asked.items():
        there = [value for value, _ in store.choices(column)] if values else []
        folded = {value.casefold() for value in there}
        for value in values:
            if value.casefold() not in folded:
                near = difflib.get_close_matches(value, there, 3, 0.5) or there[:5]
                said = "actor" if column == "parties" else column
                console.say(f"note: no event has the {said} {value!r}. There is: {', '.join(near) or 'none'}.")


def counted(console: Console) -> str:
    return f"{console.events:,} events of {console.articles:,} articles"
