"""Several processes at one store, and processes that are killed at any moment."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.store.made_extractions import make_extraction
from timeline import delta
from timeline.folder import MARK
from timeline.store import Store, open_store

WRITER = Path(__file__).parent / "writer.py"
TOGETHER = 5  # writers at once; with the STAGES fifty are killed
ROUNDS = 9
STAGES = ("", MARK, "articles", "events", "corrections")  # of the making of a store
EVENTS = 3  # of each article that a writer adds


def start(store: Path, prefix: str, articles: int = 10_000) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", str(WRITER), str(store), prefix, str(articles)]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if sys.dont_write_bytecode:  # fifty starts that compile everything anew would take minutes
        environment["PYTHONPYCACHEPREFIX"] = str(store.parent / "compiled")
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def whole(store: Store) -> dict[str, int]:
    """Number of events of each article that a reader sees."""
    seen = Counter(row["article_id"] for row in store.rows(merged=False))
    return {one.id: seen[one.id] for one in store.articles()}


def test_fifty_kills(tmp_path: Path) -> None:
    """Writers killed at any moment, the making of the store among them: what they said was safe is there, whole; what
    they had begun is not seen; and the next ones write on."""
    path = tmp_path / "store"
    safe: list[str] = []
    for stage in STAGES:  # killed while it makes the store
        writer = start(path, f"early-{stage}")
        while not (path / stage).exists():
            assert writer.poll() is None
            time.sleep(0.001)
        writer.kill()
        safe += [line.strip() for line in writer.communicate()[0].splitlines(keepends=True) if line.endswith("\n")]
    for turn in range(ROUNDS):
        writers = [start(path, f"{turn}-{number}") for number in range(TOGETHER)]
        heard: list[list[str]] = [[] for _ in writers]
        for number, writer in enumerate(writers):
            listen(writer, heard[number], until=1 + (turn + number) % 3)
            time.sleep(0.002 * (number + turn))
            writer.kill()
        for number, writer in enumerate(writers):
            listen(writer, heard[number])
            writer.wait()
        safe += [one for said in heard for one in said]
        store = open_store(path)
        found = whole(store)
        assert set(safe) <= set(found)
        assert set(found.values()) <= {EVENTS}
        assert store.count(merged=False) == EVENTS * len(found)
    assert len(safe) >= ROUNDS * TOGETHER
    store.compact()
    assert whole(store) == found


def listen(writer: subprocess.Popen[str], heard: list[str], until: int | None = None) -> None:
    """Adds what the writer says is safe: so many lines, or all that is left. A line cut short does not count."""
    assert writer.stdout is not None
    while until is None or len(heard) < until:
        line = writer.stdout.readline()
        if not line.endswith("\n"):
            break
        heard.append(line.strip())
    if until is None:
        writer.stdout.close()


def test_two_writers_and_a_reader(tmp_path: Path) -> None:
    """A reader sees only whole articles, more and more of them, while two processes write."""
    path = tmp_path / "store"
    store = open_store(path)
    writers = [start(path, prefix, 40) for prefix in ("a", "b")]
    sizes = [0]
    while any(writer.poll() is None for writer in writers):
        rows = Counter(row["article_id"] for row in store.rows(merged=False))
        assert set(rows.values()) <= {EVENTS}
        assert len(rows) >= sizes[-1]
        sizes.append(len(rows))
        assert store.count() <= EVENTS * 80
    for writer in writers:
        assert writer.stdout is not None
        assert len(writer.stdout.read().split()) == 40
        writer.stdout.close()
        assert writer.returncode == 0
    assert len(whole(store)) == 80
    assert len(set(sizes)) > 2


def test_writing_while_another_compacts(tmp_path: Path) -> None:
    path = tmp_path / "store"
    store = open_store(path)
    writer = start(path, "a", 30)
    while writer.poll() is None:
        store.compact()
    assert writer.stdout is not None
    assert len(writer.stdout.read().split()) == 30
    writer.stdout.close()
    assert set(whole(store).values()) == {EVENTS}
    assert len(whole(store)) == 30


def test_two_processes_replace_one_article(tmp_path: Path) -> None:
    """The same articles from two sides at once: each is there once."""
    path = tmp_path / "store"
    open_store(path)
    writers = [start(path, "same", 20) for _ in range(2)]
    for writer in writers:
        assert writer.stdout is not None
        assert len(writer.stdout.read().split()) == 20
        writer.stdout.close()
        assert writer.wait() == 0
    found = whole(open_store(path))
    assert len(found) == 20
    assert set(found.values()) == {EVENTS}


def test_threads_share_a_store(store: Store) -> None:
    problems: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(5):
                store.add(make_extraction(f"{name}{number}"))
                store.count()
                store.choices("parties")
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert store.count(merged=False) == 30


@pytest.mark.parametrize("module", ["spacy", "pandas", "streamlit", "timeline.pipeline"])
def test_the_store_alone_is_light(module: str) -> None:
    code = f"import sys, timeline.store; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=WRITER.parents[2]).returncode == 0


COMPACT = "import sys; from timeline.store import open_store; [open_store(sys.argv[1]).compact() for _ in range(4)]"


def test_several_compact_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row stays there once, though many small files are joined by several processes at a time."""
    path = tmp_path / "store"
    store = open_store(path)
    for number in range(12):
        store.add(make_extraction(f"early {number}", events=EVENTS))
    command = [sys.executable, "-W", "error", "-c", COMPACT, str(path)]
    compacting = [subprocess.Popen(command, cwd=WRITER.parents[2]) for _ in range(3)]
    monkeypatch.setattr(delta, "MANY", 2)
    for number in range(12):
        store.add(make_extraction(f"late {number}", events=EVENTS))
    assert [process.wait() for process in compacting] == [0, 0, 0]
    assert len(whole(store)) == 24
    assert set(whole(store).values()) == {EVENTS}
