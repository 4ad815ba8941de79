"""Files, folders and streams → articles, by each way in."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from pathlib import Path

import pytest

from timeline.articles.made import PART, Unreadable, cut
from timeline.articles.read import ENDINGS, count, read, read_bytes
from timeline.model import Article

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Talks resume - Coast Herald</title>
<meta property="og:site_name" content="Coast Herald"><link rel="canonical" href="https://herald.example.org/talks">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Talks resume in Geneva", "datePublished": "2024-01-16T09:30:00+01:00",
"publisher": {"@type": "Organization", "name": "The Coast Herald"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks resume in Geneva</h1>
<p>The two delegations met in Geneva on Tuesday and agreed to go on with the talks about the harbour.</p>
<p>A spokesman said the next round, to be held in March, would deal with the release of the detained sailors.</p>
</article><footer>Copyright Coast Herald. All rights reserved.</footer></body></html>"""


def articles(data: str | bytes, name: str) -> list[Article]:
    found = list(read_bytes(data.encode() if isinstance(data, str) else data, name))
    assert not [one for one in found if isinstance(one, Unreadable) and one.fatal], found
    return [one for one in found if isinstance(one, Article)]


class TestText:
    def test_plain(self) -> None:
        (article,) = articles("\nTalks resume.\r\nMore.\n", "a.txt")
        assert article.text == "\nTalks resume.\nMore.\n"
        assert (article.title, article.published, article.published_basis) == ("", None, "")

    def test_with_a_header(self) -> None:
        (article,) = articles(
            '---\ntitle: "Talks: a start"\nPublished: 16 January 2024\npublisher: Herald\n'
            "url: https://e.org/a\nlang: en-GB\nauthor: N.N.\n---\nGENEVA\n---\n",
            "a.txt",
        )
        assert article.text == "GENEVA\n---\n"
        assert (article.title, article.publisher, article.url) == ("Talks: a start", "Herald", "https://e.org/a")
        assert (article.published, article.published_basis, article.language) == (date(2024, 1, 16), "stated", "en")

    @pytest.mark.parametrize("text", ["---\nNo end of a header", "Text\n---\ntitle: no\n---\n", "--\ntitle: x\n--\n"])
    def test_no_header(self, text: str) -> None:
        (article,) = articles(text, "a.txt")
        assert (article.text, article.title) == (text, "")

    def test_markdown_is_read_without_its_marks(self) -> None:
        (article,) = articles(
            "# Talks *resume*\n\n> The **two** [delegations](https://e.org/x) met ![map](m.png) 2 * 3 * 4 a_b_c\n",
            "a.md",
        )
        assert article.title == "Talks resume"
        assert article.text == "Talks resume\n\nThe two delegations met map 2 * 3 * 4 a_b_c\n"


class TestHtml:
    def test_words_and_metadata(self) -> None:
        (article,) = articles(PAGE, "a.html")
        assert "agreed to go on with the talks" in article.text
        assert "All rights reserved" not in article.text
        assert article.title == "Talks resume in Geneva"
        assert article.published == datetime(2024, 1, 16, 9, 30)
        assert article.publisher == "The Coast Herald"
        assert article.url == "https://herald.example.org/talks"

    def test_a_page_without_a_date_has_none(self) -> None:
        page = "<html><body><article>" + "<p>The two delegations met in Geneva on Tuesday.</p>" * 8
        (article,) = articles(page, "a.htm")
        assert article.published is None

    def test_declared_encoding(self) -> None:
        page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Geneva", "Женеве")
        (article,) = articles(page.encode("cp1251"), "a.html")
        assert article.title == "Talks resume in Женеве"


class TestRows:
    def test_jsonl(self) -> None:
        rows = [
            {
                "id": "r1",
                "title": "T",
                "text": "One.",
                "published": "2024-01-16",
                "publisher": "P",
                "url": "https://e.org",
            },
            {"headline": "U", "body": ["Two", "parts."], "date": "2024-01-17T08:00:00Z", "source": {"name": "Q"}},
        ]
        one, two = articles("\n".join(map(json.dumps, rows)), "a.jsonl")
        assert (one.title, one.text, one.published) == ("T", "One.", date(2024, 1, 16))
        assert (two.title, two.text, two.publisher) == ("U", "Two\nparts.", "Q")
        assert two.published == datetime(2024, 1, 17, 8)

    def test_json(self) -> None:
        assert [one.text for one in articles('[{"text": "One."}, {"text": "Two."}]', "a.json")] == ["One.", "Two."]
        assert [one.text for one in articles('{"text": "One."}', "a.json")] == ["One."]

    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_csv(self, delimiter: str) -> None:
        head = delimiter.join(["\ufeffTitle", "Text", "Published"])
        row = delimiter.join(["T", '"He said ""no"".\nThen, he; left|\t."', "2024-01-16"])
        (article,) = articles(f"{head}\r\n{row}\r\n", "a.csv")
        assert (article.title, article.published) == ("T", date(2024, 1, 16))
        assert article.text == 'He said "no".\nThen, he; left|\t.'


class TestId:
    def test_is_of_the_content_not_of_the_path(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("Talks resume.")
        (tmp_path / "b.txt").write_text("Talks resume.\n")
        (tmp_path / "c.txt").write_text("Talks end.")
        found = [one.id for one in read(tmp_path) if isinstance(one, Article)]
        assert found[0] == found[1] != found[2]
        assert found == [one.id for one in read(tmp_path) if isinstance(one, Article)]

    def test_is_of_the_address_where_there_is_one(self) -> None:
        (one,) = articles("---\nurl: https://e.org/a\n---\nFirst words.", "a.txt")
        (two,) = articles("---\nurl: https://e.org/a\n---\nCorrected words.", "b.txt")
        (three,) = articles("---\nurl: https://e.org/b\n---\nFirst words.", "a.txt")
        assert one.id == two.id != three.id

    def test_rows_of_one_address_with_ids_of_their_own_stay_apart(self) -> None:
        rows = [{"id": number, "url": "https://e.org/live", "text": "Update."} for number in (1, 2)]
        one, two = articles("\n".join(map(json.dumps, rows)), "a.jsonl")
        assert one.id != two.id


class TestPaths:
    def test_a_folder_is_read_by_name_and_in_depth(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        for name in ("c.txt", "a.md", "b/z.txt", "README.md", ".hidden.txt", "picture.png", "b/notes.docx"):
            (tmp_path / name).write_text(f"Words of {name}.")
        found = [one.text for one in read([tmp_path]) if isinstance(one, Article)]
        assert found == ["Words of a.md.", "Words of b/z.txt.", "Words of c.txt."]
        assert count([tmp_path, "-", tmp_path / "c.txt"]) == 5

    @pytest.mark.parametrize(
        ("data", "text"),
        [
            (b"Plain words.", "Plain words."),
            (b'{"text": "A row."}\n', "A row."),
            (PAGE.encode(), "The two delegations"),
        ],
    )
    def test_standard_input_is_told_by_its_look(self, data: bytes, text: str) -> None:
        (article,) = read("-", io.BytesIO(data))
        assert isinstance(article, Article)
        assert article.text.startswith(text) or text in article.text

    def test_one_bad_file_does_not_stop_the_rest(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
        (tmp_path / "b.txt").write_text("Words.")
        kinds = [type(one) for one in read([tmp_path / "none.txt", tmp_path])]
        assert kinds == [Unreadable, Unreadable, Article]


class TestEncoding:
    WORDS = "Kyiv’s mayor said: “No café is open” – the ceasefire, he added, isn’t holding. " * 3

    @pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
    def test_told(self, name: str) -> None:
        (article,) = articles(self.WORDS.encode(name), "a.txt")
        assert article.text == self.WORDS

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("cp1251", "Президент заявил, что переговоры о прекращении огня начнутся в понедельник в Женеве. "),
            ("shift_jis", "大統領は月曜日にジュネーブで停戦交渉が始まると述べた。これは重要な一歩である。"),
            ("cp1256", "قال الرئيس إن محادثات وقف إطلاق النار ستبدأ يوم الاثنين في جنيف. "),
        ],
    )
    def test_told_by_frequency(self, name: str, words: str) -> None:
        (article,) = articles((words * 5).encode(name), "a.txt")
        assert article.text == words * 5

    def test_a_guess_is_said(self) -> None:
        remark, _ = read_bytes("Kyiv’s café".encode("cp1252"), "a.txt")
        assert str(remark) == (
            "a.txt: it is not UTF-8 and was read as cp1252. If letters look wrong, save it as UTF-8."
        )
        assert isinstance(remark, Unreadable) and not remark.fatal

    def test_twice_encoded_words_are_mended(self) -> None:
        (article,) = articles(self.WORDS.encode().decode("cp1252", "replace").encode(), "a.txt")
        assert "isn’t" in article.text

    def test_good_words_are_left_alone(self) -> None:
        words = "“Ça va” – naïve façade, Åland, ½ ﬁne “…” Ελλάδα ¿qué?"
        (article,) = articles(words, "a.txt")
        assert article.text == words


class TestLong:
    def test_cut_at_the_end_of_a_paragraph(self) -> None:
        paragraph = "A sentence of the article. " * 40 + "\n"
        text = paragraph * 200
        parts = articles(text, "long.txt")
        assert "".join(one.text for one in parts) == text
        assert all(one.text.endswith("\n") and len(one.text) <= PART for one in parts)
        assert [one.title for one in parts] == ["(part 1)", "(part 2)", "(part 3)"]
        assert len({one.id for one in parts}) == len(parts)

    @pytest.mark.parametrize("text", ["", "short", "x" * 95, "word " * 19, "One. Two. " * 9, "a\nb\n" * 30])
    @pytest.mark.parametrize("size", [1, 7, 1000])
    def test_parts_add_up_to_the_text(self, text: str, size: int) -> None:
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        parts = list(cut(pieces, 10))
        assert "".join(parts) == text
        assert all(0 < len(part) <= 10 for part in parts)


def test_the_endings_are_told_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "articles.md").read_text(encoding="utf-8")
    assert [ending for ending in ENDINGS if f"`{ending}`" not in page] == []
