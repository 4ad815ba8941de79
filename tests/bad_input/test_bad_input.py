"""Bad input of every kind gives its clear message, and the rest is read: through `read`, which the command and the
dashboard share, and through the command."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest

from timeline.articles.made import PART, Unreadable
from timeline.articles.read import read, read_bytes
from timeline.cli import main
from timeline.model import Article, Extraction

GOOD = json.dumps({"text": "Talks resume."})
MEGABYTE = 1_000_000


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


# name of the file, its bytes, what is said of it ("where: reason"), and how many articles are read all the same
CASES = {
    "empty": ("a.txt", b"", ["it is empty. Put the article's words in, or leave it out."], 0),
    "only spaces": ("a.txt", b" \n\t\r\n", ["it is empty."], 0),
    "an empty page": ("a.html", b"", ["it is empty."], 0),
    "only a header": ("a.txt", b"---\ntitle: T\n---\n\n", ["there is no text in it."], 0),
    "a PDF": ("a.txt", b"%PDF-1.7\n%\xe2\xe3", ["it is a PDF, not text. Save it as text (for example with pdftotext)"], 0),
    "an office document": ("a.txt", zipped(), ["it is a zip archive or an office document, not text. Save it as"], 0),
    "a picture": ("a.md", b"\x89PNG\r\n\x1a\n\0\0", ["it is a picture, not text."], 0),
    "compressed": ("a.jsonl", gzip.compress(GOOD.encode()), ["it is a compressed file, not text. Unpack it"], 0),
    "binary": ("a.txt", bytes(range(256)) * 64, ["it is not a text file. Save the article as .txt, .html,"], 0),
    "zeros": ("a.csv", b"\0" * 10_000, ["it is not a text file."], 0),
    "no page": ("a.html", b"<html><head><title>x</title></head><body></body></html>", ["no article could be found"], 0),
    "broken html": ("a.html", b"<html><bod<p>><article><p>" + b"Talks resume in Geneva, they said. " * 20, [], 1),
    "unclosed html": ("a.html", b"<div><p>" * 3000 + b"Talks resume in Geneva, they said. " * 20, ["its markup is broken, so all words"], 1),
    "a broken row": (
        "a.jsonl",
        f'{GOOD}\n{{"text": "Cut of\n{GOOD}\n'.encode(),
        ["row 2: the row is not valid JSON (Invalid control character at). Write one object a line."],
        2,
    ),
    "rows that are no objects": ("a.jsonl", b'[1]\n"x"\nnull\n7\n' + GOOD.encode(), [f"row {n}: it is not an object" for n in (1, 2, 3, 4)], 1),
    "a row without text": ("a.jsonl", b'{"headline": "T", "words": "W"}\n' + GOOD.encode(), ["row 1: it has no text; its fields are headline, words."], 1),
    "a row with an empty text": ("a.jsonl", b'{"text": " "}\n' + GOOD.encode(), ["row 1: its text is empty."], 1),
    "a deep row": ("a.jsonl", b"[" * 100_000 + b"\n" + GOOD.encode(), ["row 1: the row is not valid JSON"], 1),
    "half a surrogate": ("a.jsonl", b'{"text": "Talks \\ud800 resume."}', [], 1),
    "a JSON file that is none": ("a.json", b"{", ["it is not valid JSON. For one article a line, let the name end in .jsonl."], 0),
    "csv without text": ("a.csv", b"title,words\nT,W\n", ["it has no column with the article's words; it has title, words. Call one text, content, body."], 0),
    "csv without rows": ("a.csv", b"title,text\n", ["it has column names but no rows."], 0),
    "csv with an empty text": ("a.csv", b"title,text\nT,\nU,Talks.\n", ["row 2: its text is empty."], 1),
    "csv with short and long rows": ("a.csv", b"text,title\nTalks.\nTalks end.,T,more,cells\n\n", [], 2),
    "csv with an open quotation mark": ("a.csv", b'text,title\n"Talks.,T\nTalks end.,U\n', [], 1),
    "a day that does not exist": (
        "a.txt",
        b"---\npublished: 2023-02-29\n---\nTalks resume.",
        ["There is no such day as '2023-02-29'. Write it as YEAR-MONTH-DAY, such as 2024-01-16. The article is read as one without a date."],
        1,
    ),
    "a date that may be two": ("a.csv", b"text,published\nTalks.,03/04/2024\n", ["row 2: '03/04/2024' may be two different days."], 1),
    "a date of nonsense": ("a.jsonl", b'{"text": "Talks.", "date": "soon"}', ["row 1: 'soon' is not a date."], 1),
    "wrong encoding": ("a.txt", "Le président a décidé.".encode("cp1252"), ["it is not UTF-8 and was read as cp1252."], 1),
    "bytes of no encoding": ("a.txt", b"Talks \xff\xfe\x81\x8d resume. " * 3, ["it is not UTF-8 and was read as"], 1),
}  # fmt: skip


UNDATED = ("There is no such day", "may be two", "is not a date")  # only the date is lost


@pytest.mark.parametrize(("name", "data", "said", "articles"), CASES.values(), ids=CASES)
def test_each_has_its_message_and_the_rest_is_read(name: str, data: bytes, said: list[str], articles: int) -> None:
    found = list(read_bytes(data, name))
    problems = [
        str(one).removeprefix(f"{name}: ").removeprefix(f"{name}, ") for one in found if isinstance(one, Unreadable)
    ]
    assert len(problems) == len(said), problems
    assert [problem[: len(start)] for problem, start in zip(problems, said, strict=True)] == said
    assert sum(isinstance(one, Article) for one in found) == articles
    for one in found:
        if isinstance(one, Article):
            one.text.encode("utf-8")
        else:
            assert one.reason.endswith(".") and one.reason.count(". ") >= 1, "a reason, and what to do"


@pytest.mark.parametrize(("name", "data", "said", "articles"), CASES.values(), ids=CASES)
def test_the_command_says_it_and_goes_on(
    name: str, data: bytes, said: list[str], articles: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("The rest.")
    read_ones: list[str] = []

    def reader(article: Article) -> Extraction:
        read_ones.append(article.text)
        return Extraction(article)

    code = main(["extract", str(tmp_path)], reader)
    errors = capsys.readouterr().err.splitlines()
    wrong = [one for one in said if not one.startswith(("it is not UTF-8", "its markup is broken"))]
    assert code == (1 if wrong else 0)
    assert len(errors) == len(said)
    assert [error.split(":")[0] for error in errors] == [
        "note" if one not in wrong else "read in part" if any(sign in one for sign in UNDATED) else "not read"
        for one in said
    ]
    assert all(str(tmp_path / name) in error for error in errors)
    assert (len(read_ones), read_ones[-1]) == (articles + 1, "The rest.")


class TestPaths:
    def test_nothing_there(self, tmp_path: Path) -> None:
        (problem,) = read(tmp_path / "none.txt")
        assert str(problem) == f"{tmp_path / 'none.txt'}: there is no such file or folder. Check its name."

    def test_an_empty_folder(self, tmp_path: Path) -> None:
        (problem,) = read(tmp_path)
        assert "there is no file to read in this folder. Put .txt, .md, .html" in str(problem)

    def test_a_file_that_may_not_be_opened(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
        (problem,) = read(tmp_path / "a.txt")
        assert "it may not be opened. Give yourself the right to read it." in str(problem)

    def test_a_link_that_leads_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
        (tmp_path / "z.txt").write_text("The rest.")
        kinds = [type(one) for one in read(tmp_path)]
        assert kinds == [Unreadable, Article]

    def test_an_article_without_an_event(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "a.txt").write_text("Lovely weather.")
        said = ("No event was found in this article.",)
        assert main(["extract", str(tmp_path)], lambda article: Extraction(article, (), (), said)) == 0
        out, err = capsys.readouterr()
        assert (out, err) == ("No events.\n", "note: Lovely weather.: No event was found in this article.\n")


class TestLarge:
    """20 MB of one line, by each way in, is read in bounded pieces."""

    @pytest.mark.parametrize(
        "line", ["x" * 64, "The talks were held. ", "[a](" * 16, "*_*_" * 16, "don’t – “no” ", "Ñ"], ids=range(6)
    )
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def test_one_line(self, name: str, line: str) -> None:
        size = 20 * MEGABYTE if line.isalpha() else 2 * MEGABYTE
        data = line.encode() * (size // len(line.encode()))
        tracemalloc.start()
        length = 0
        for one in read_bytes(data, name):
            if isinstance(one, Article):
                assert len(one.text) <= PART
                length += len(one.text)
            else:
                assert not one.fatal
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert length >= 0.2 * len(data.decode())
        assert peak < 24 * MEGABYTE

    def test_one_row(self) -> None:
        row = json.dumps({"text": "The talks were held. " * 1_000_000})
        problem, article = read_bytes(f"{row}\n{GOOD}\n".encode(), "a.jsonl")
        assert "row 1: the row is longer than 8,000,000 characters. Split it into several." in str(problem).replace(
            ",", ":", 1
        )
        assert isinstance(article, Article)

    def test_one_cell(self) -> None:
        data = b"text,title\n" + b"The talks were held. " * 1_000_000 + b",T\nTalks resume.,U\n"
        found = list(read_bytes(data, "a.csv"))
        problems = [str(one) for one in found if isinstance(one, Unreadable)]
        assert len(problems) == 1
        assert "the row cannot be read (field larger than field limit" in problems[0]

    def test_one_page(self) -> None:
        data = b"<html><body><article><p>" + b"The talks were held. " * 1_000_000
        (problem,) = read_bytes(data, "a.html")
        assert "the page is larger than 20 MB." in str(problem)

    @pytest.mark.parametrize("part", ["<", "<p", "<!--", "<script>", "<nav><p>x", "&", "&#", "</", "<a href='"])
    def test_hostile_markup(self, part: str) -> None:
        found = list(read_bytes(part.encode() * 100_000 + b"<p>" + b"The talks were held. " * 40, "a.html"))
        assert all(isinstance(one, Unreadable | Article) for one in found)

    def test_many_scripts(self) -> None:
        data = b'<script type="application/ld+json">[' * 20_000 + b"<p>" + b"The talks were held in Geneva. " * 40
        assert all(isinstance(one, Unreadable | Article) for one in read_bytes(data, "a.html"))


def test_a_date_beside_a_good_one_is_kept() -> None:
    (article,) = read_bytes(b'{"text": "Talks.", "published": "2024-01-16", "date": "soon"}', "a.jsonl")
    assert isinstance(article, Article)
    assert article.published == date(2024, 1, 16)
