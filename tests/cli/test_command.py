"""The commands as a person gives them: what they write, what they say, and their exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest

from tests.cli.made_reader import read_quickly
from timeline.cli import main, make_parser
from timeline.console import Console
from timeline.model import Article

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).parent / "made_reader.py"
Run = Callable[..., SimpleNamespace]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """`run("extract", path)` → its exit code, what it wrote and what it said."""

    def runner(*arguments: object) -> SimpleNamespace:
        code = main([str(one) for one in arguments], read_quickly)
        sys.stdout.flush()
        written, said = capfdbinary.readouterr()
        return SimpleNamespace(code=code, written=written.decode(), said=said.decode(), raw=written)

    return runner


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles of a folder, one of them without a date."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("---\ntitle: One\npublished: 2024-01-16\npublisher: Herald\n---\nFirst. Second")
    (folder / "b.txt").write_text("---\ntitle: Two\npublished: 2024-02-16\npublisher: Courier\n---\nThird")
    (folder / "c.txt").write_text("Fourth, undated")
    return folder


class TestExtract:
    def test_a_table_on_the_screen(self, run: Run, news: Path) -> None:
        ran = run("extract", news)
        assert ran.code == 0
        assert [line.split()[0] for line in ran.written.splitlines()] == [
            "WHEN",
            *["2024-01-16"] * 2,
            "2024-02-16",
            "no",
        ]
        assert ran.said == ""

    @pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.parquet", "out.CSV", "o ü.ndjson"])
    def test_the_format_follows_the_ending(self, run: Run, news: Path, tmp_path: Path, name: str) -> None:
        ran = run("extract", news, "--output", tmp_path / name)
        assert (ran.code, ran.written) == (0, "")
        assert ran.said == f"4 events of 3 articles, written to {tmp_path / name}.\n"
        data = (tmp_path / name).read_bytes()
        if name.lower().endswith("csv"):
            titles = [row["title"] for row in csv.DictReader(io.StringIO(data.decode()))]
        elif name.endswith("parquet"):
            titles = pq.read_table(io.BytesIO(data)).column("title").to_pylist()
        else:
            titles = [json.loads(line)["title"] for line in data.splitlines()]
        assert titles == ["First", "Second", "Third", "Fourth, undated"]
        assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")] == []

    def test_a_named_format_is_stronger(self, run: Run, news: Path, tmp_path: Path) -> None:
        run("extract", news, "--format", "jsonl", "--output", tmp_path / "out.csv")
        assert json.loads((tmp_path / "out.csv").read_text().splitlines()[0])["title"] == "First"

    def test_csv_on_standard_output_has_no_mark(self, run: Run, news: Path) -> None:
        assert run("extract", news, "--format", "csv").raw.startswith(b"id,")

    def test_published_fills_and_override_replaces(self, run: Run, news: Path) -> None:
        def starts(*options: str) -> list[str | None]:
            lines = run("extract", news, "--format", "jsonl", *options).written.splitlines()
            return [json.loads(line)["start"] for line in lines]

        assert starts("--published", "2024-03-01") == ["2024-01-16", "2024-01-16", "2024-02-16", "2024-03-01"]
        assert starts("--override-published", "1 March 2024") == ["2024-03-01"] * 4

    def test_quiet_says_only_what_went_wrong(self, run: Run, news: Path, tmp_path: Path) -> None:
        (news / "d.txt").write_text("nothing")
        loud = run("extract", news, "--output", tmp_path / "o.csv")
        assert "note: nothing: No event was found in this article." in loud.said
        for arguments in (["--quiet", "extract"], ["extract", "--quiet"]):
            assert run(*arguments, news, "--output", tmp_path / "o.csv").said == ""
        ran = run("extract", "--quiet", news / "none.txt")
        assert (ran.code, "no such file" in ran.said) == (1, True)

    def test_a_failure_of_ours_is_named_and_does_not_stop_the_rest(self, run: Run, news: Path) -> None:
        (news / "b.txt").write_text("crash here")
        ran = run("extract", news)
        assert ran.code == 1
        assert ran.written.count("\n") == 4
        assert ran.said == (
            "not read: crash here: an error of this program (RuntimeError: boom [2J). "
            "Please report it with this article; the rest was read.\n"
        )


class TestTimes:
    @pytest.fixture
    def told(self, tmp_path: Path) -> Path:
        """Two articles; one of them is hostile to XML, to a spreadsheet and to a terminal."""
        folder = tmp_path / "told"
        folder.mkdir()
        (folder / "a.txt").write_text(
            '---\ntitle: <A> & "b"\npublished: 2024-01-16\n---\n=1+1 <b>in</b> 1999 & ]]> 2001 \u202e'
        )
        (folder / "b.txt").write_text("Nothing is dated here")
        return folder

    def test_a_table_on_the_screen(self, run: Run, told: Path) -> None:
        ran = run("times", told)
        assert ran.code == 0
        assert [line.split("  ")[0] for line in ran.written.splitlines()] == [
            '<A> & "b" · published 2024-01-16 (stated)',
            "WORDS",
            "1999",
            "2001",
            "",
            ran.written.splitlines()[5],
            "No times.",
        ]
        assert ran.written.splitlines()[5].endswith(" · no date")

    def test_every_row_says_how_it_was_read(self, run: Run, told: Path) -> None:
        rows = [json.loads(line) for line in run("times", told, "--format", "jsonl").written.splitlines()]
        assert [(row["text"], row["type"], row["rule"], row["implied"], row["published_basis"]) for row in rows] == [
            ("1999", "DATE", "year", [], "stated"),
            ("2001", "DATE", "year", [], "stated"),
        ]
        cells = list(csv.DictReader(io.StringIO(run("times", told, "--format", "csv").written)))
        assert [(row["text"], row["text_start"]) for row in cells] == [("1999", "15"), ("2001", "26")]

    def test_a_file_an_article(self, run: Run, told: Path, tmp_path: Path) -> None:
        ran = run("times", told, "--output", f"{tmp_path}/new/out/")
        assert (ran.code, ran.said) == (0, f"2 times of 2 articles, written to {tmp_path}/new/out/.\n")
        ids = [json.loads(line)["article_id"] for line in run("times", told, "--format", "jsonl").written.splitlines()]
        root = ElementTree.parse(tmp_path / "new" / "out" / f"{ids[0]}.tml").getroot()
        assert [part.tag for part in root] == ["DOCID", "DCT", "TITLE", "TEXT"]
        assert [root.findtext(name) for name in ("DOCID", "TITLE")] == [ids[0], '<A> & "b"']
        assert "".join(root.find("TEXT").itertext()) == "=1+1 <b>in</b> 1999 & ]]> 2001 \u202e"  # type: ignore[union-attr]
        assert [one.text for one in root.iter("TIMEX3")] == ["2024-01-16", "1999", "2001"]
        assert len(list((tmp_path / "new" / "out").iterdir())) == 2

    def test_one_article_in_a_file(self, run: Run, told: Path, tmp_path: Path) -> None:
        assert run("times", told / "a.txt", "--output", tmp_path / "a.tml").code == 0
        assert ElementTree.parse(tmp_path / "a.tml").getroot().tag == "TimeML"
        ran = run("times", told, "--output", tmp_path / "b.xml")
        assert (ran.code, "holds one article, and there are more. Name a folder" in ran.said) == (2, True)
        assert sorted(one.name for one in tmp_path.iterdir()) == ["a.tml", "told"]

    def test_what_cannot_be_read_is_named_and_the_rest_is_done(self, run: Run, told: Path) -> None:
        (told / "c.txt").write_text("crash here in 1984")
        ran = run("times", told, told / "none.txt", "--format", "timex3")
        assert ran.code == 1
        assert ran.said.count("not read: ") == 2
        assert ran.written.count("<?xml") == 2

    def test_the_real_reader(self, told: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        (told / "b.txt").write_text("Talks resumed on Friday.")
        assert main(["times", str(told / "b.txt"), "--published", "2024-01-16", "--format", "jsonl"]) == 0
        sys.stdout.flush()
        row = json.loads(capfdbinary.readouterr().out)
        assert (row["value"], row["rule"], row["anchored_by"]) == ("2024-01-12", "weekday", "publication")


class TestStore:
    def test_the_whole_way(self, run: Run, news: Path, tmp_path: Path) -> None:
        store = tmp_path / "store"
        ran = run("ingest", news, "--store", store)
        assert ran.code == 0
        assert ran.said == f"Articles: 3 added, 0 replaced, 0 unchanged. The store has 4 events: {store}\n"
        ran = run("ingest", news, "--store", store)
        assert "0 added, 0 replaced, 3 unchanged. The store has 4 events" in ran.said
        listed = run("articles", "--store", store).written.splitlines()
        assert [line.split()[1] for line in listed] == ["2024-01-16", "2024-02-16", "no"]
        key = listed[0].split()[0]
        ran = run("delete", "--store", store, key[:8])
        assert (ran.code, ran.said) == (0, f"Removed {key} (One) and its 2 events.\n")
        ran = run("delete", "--store", store, key)
        assert ran.code == 1
        assert ran.said.startswith(
            f"not removed: no article has the id or address {key}. See: python -m timeline articles"
        )
        ran = run("export", "--store", store, "--output", tmp_path / "o.csv")
        assert ran.said == f"2 of 2 events written to {tmp_path / 'o.csv'}.\n"
        assert run("compact", "--store", store).code == 0
        assert run("export", "--store", store).written.count("\n") == 3

    @pytest.mark.parametrize(
        ("options", "titles"),
        [
            ([], ["First", "Second", "Third", "Fourth, undated"]),
            (["--publisher", "Courier"], ["Third"]),
            (["--since", "2024-02"], ["Third"]),
            (["--until", "2024-01"], ["First", "Second"]),
            (["--since", "2024", "--until", "2024"], ["First", "Second", "Third"]),
            (["--text", "SECOND"], ["Second"]),
            (["--type", "assault", "--modality", "happened", "--no-statements"], ["First", "Second", "Third", "Fourth, undated"]),
            (["--type", "AID"], []),
            (["--actor", "Russia"], []),
            (["--each", "--text", "first"], ["First"]),
        ],
    )  # fmt: skip
    def test_filters(self, run: Run, news: Path, tmp_path: Path, options: list[str], titles: list[str]) -> None:
        run("ingest", news, "--store", tmp_path / "store")
        ran = run("export", "--store", tmp_path / "store", "--format", "jsonl", *options)
        assert ran.code == 0
        assert sorted(json.loads(line)["title"] for line in ran.written.splitlines()) == sorted(titles)

    def test_what_no_event_has_is_said_with_what_is_near(self, run: Run, news: Path, tmp_path: Path) -> None:
        run("ingest", news, "--store", tmp_path / "store")
        ran = run("export", "--store", tmp_path / "store", "--publisher", "Heral", "--format", "csv")
        assert ran.said == "note: no event has the publisher 'Heral'. There is: Herald.\n"


class TestWrongUsage:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], ""),
            (["extract"], "the following arguments are required: PATH"),
            (["explode"], "invalid choice: 'explode'"),
            (["extract", "x", "--published", "2024-02-30"], "There is no such day as '2024-02-30'. Write it as"),
            (
                ["extract", "x", "--output", "x.foo"],
                "x.foo does not say its format. Add --format table|csv|jsonl|parquet",
            ),
            (["extract", "x", "--output", "."], ". does not say its format"),
            (["extract", "x", "--output", ".", "--format", "csv"], ". is a folder. Name a file, such as events.csv"),
            (["extract", "x", "--output", "none/o.csv"], "none/o.csv cannot be written (No such file or directory)"),
            (["times", "x", "--output", "x.foo"], "x.foo does not say its format. Add --format table|timex3|csv|jsonl"),
            (["times", "x", "--output", ".", "--format", "csv"], ". is a folder. Name a file, such as times.csv"),
            (
                ["times", "x", "--output", "new/", "--format", "csv"],
                "new/ is a folder. Name a file, such as new/times.csv",
            ),
            (["times", "x", "--format", "parquet"], "invalid choice: 'parquet'"),
            (["ingest", "x"], "the following arguments are required: --store"),
            (["export", "--store", "nowhere"], "There is no store in"),
            (["export", "--store", "nowhere", "--since", "soon"], "'soon' is not a date"),
            (["export", "--store", ".", "--modality", "sure"], "invalid choice: 'sure'"),
            (["ingest", "x", "--store", "a[b]"], "A store's path cannot hold any of"),
        ],
    )
    def test_exit_code_2_and_a_word_on_what_to_do(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        ran = run(*arguments)
        assert ran.code == 2
        assert said in ran.said
        assert list(tmp_path.iterdir()) == []

    def test_a_range_that_runs_backwards(self, run: Run, news: Path, tmp_path: Path) -> None:
        run("ingest", news, "--store", tmp_path / "s")
        ran = run("export", "--store", tmp_path / "s", "--since", "2024-02", "--until", "2024-01")
        assert (ran.code, ran.said) == (
            2,
            "timeline: --since 2024-02-01 is later than --until 2024-01-31. Exchange them.\n",
        )

    def test_a_missing_language_model(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("TIMELINE_PARSER", "no_such_model")
        assert main(["extract", str(ROOT / "seeds")]) == 1
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "The language model 'no_such_model' is not installed. Run `make setup`" in said

    def test_a_port_in_use(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        import socket

        from timeline import commands

        monkeypatch.setattr(commands, "default_extractor", lambda: read_quickly)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            assert main(["app", "--port", str(port)]) == 2
        assert f"Port {port} is in use" in capsys.readouterr().err


class TestAProcess:
    """What only a process of its own can show."""

    def start(self, *arguments: object, **more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-W", "error", str(SCRIPT), *map(str, arguments)]
        pipe = subprocess.PIPE
        environment = {**os.environ, **more}
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, env=environment)

    @pytest.fixture
    def many(self, tmp_path: Path) -> Path:
        rows = [json.dumps({"text": f"Sentence {number}", "published": "2024-01-16"}) for number in range(2000)]
        (tmp_path / "many.jsonl").write_text("\n".join(rows))
        return tmp_path / "many.jsonl"

    def test_standard_input(self) -> None:
        written, said = self.start("extract", "-", "--format", "jsonl").communicate("Words of a pipe")
        assert (json.loads(written)["title"], said) == ("Words of a pipe", "")

    def test_a_reader_that_has_seen_enough(self, many: Path) -> None:
        with self.start("extract", many, "--format", "jsonl") as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == ""
        assert process.returncode == 0

    def test_ctrl_c_keeps_what_is_stored_and_says_how_to_go_on(self, many: Path, tmp_path: Path) -> None:
        store = tmp_path / "store"
        process = self.start("ingest", many, "--store", store, PAUSE="0.01")
        while not any((store / "articles").glob("*.parquet")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
        assert process.returncode == 130, said
        kept = re.fullmatch(
            r"Stopped\. ([\d,]+) articles of this run are kept in .*\. "
            r"Give the same command again to go on: what is stored is not read twice\.\n",
            said,
        )
        assert kept
        number = int(kept[1].replace(",", ""))
        assert 20 <= number < 2000
        process = self.start("ingest", many, "--store", store)
        _, said = process.communicate()
        assert f"Articles: {2000 - number:,} added, " in said
        assert "The store has 2,000 events" in said

    def interrupted(self, process: subprocess.Popen[str], half_made: Path) -> str:
        """What it says when Ctrl-C is pressed a moment after it has begun to write."""
        while not half_made.exists():
            assert process.poll() is None
            time.sleep(0.01)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
        assert process.returncode == 130
        return said

    def test_ctrl_c_keeps_what_is_written(self, many: Path, tmp_path: Path) -> None:
        out = tmp_path / "o.jsonl"
        process = self.start("extract", many, "--output", out, PAUSE="0.005")
        said = self.interrupted(process, tmp_path / ".o.jsonl.part")
        assert said.startswith(f"Stopped. What was read so far is written to {out}: ")
        rows = [json.loads(line) for line in out.read_text().splitlines()]
        assert f"{len(rows):,} events of" in said

    def test_ctrl_c_keeps_the_times_that_are_written(self, tmp_path: Path) -> None:
        out = tmp_path / "o.jsonl"
        made = [json.dumps({"text": f"In {1000 + number}"}) for number in range(2000)]
        (tmp_path / "many.jsonl").write_text("\n".join(made))
        process = self.start("times", tmp_path / "many.jsonl", "--output", out, PAUSE="0.005")
        said = self.interrupted(process, tmp_path / ".o.jsonl.part")
        kept = len(out.read_text().splitlines())
        assert (
            said == f"Stopped after {kept:,} times of {kept:,} articles. Give the same command again to do it whole.\n"
        )


class TestConsole:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def test_progress_only_on_a_terminal(self) -> None:
        for stream, drawn in ((self.Terminal(), True), (io.StringIO(), False)):
            console = Console(stream=stream)
            with console.progress(3):
                console.done(4)
            assert ("1 of 3 articles read, 4 events …" in stream.getvalue()) is drawn
            assert stream.getvalue().endswith("\x1b[K") is drawn

    def test_quiet_draws_nothing(self) -> None:
        stream = self.Terminal()
        console = Console(quiet=True, stream=stream)
        with console.progress(3):
            console.done(4)
            console.remarks(Article("a", "text"), ["something"])
        assert stream.getvalue() == ""


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")
    parser = make_parser()
    (commands,) = (action for action in parser._actions if action.dest == "command")
    assert commands.choices
    missing = [name for name in commands.choices if f"| `{name}" not in page]
    for command in commands.choices.values():  # type: ignore[attr-defined]
        missing += [
            option for action in command._actions for option in action.option_strings if option not in page + "-h"
        ]
    assert missing == []
