"""Each format, read back by a reader made by others, and the guard against formulas."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exports.csv import BOM, guard, read_csv, to_csv, unguard
from timeline.exports.formats import FORMATS
from timeline.exports.jsonl import write_jsonl
from timeline.exports.parquet import RECORDS, SCHEMA, write_parquet
from timeline.exports.text import write_text
from timeline.table import COLUMNS, NAMES, Row, source

PLAIN: dict[str, Any] = {
    "text": "plain",
    "choice": "happened",
    "time": "2024-01-16",
    "number": 1.5,
    "integer": 7,
    "texts": ["Russia", "Türkiye"],
    "spans": [[0, 4], [10, 12]],
    "records": [],
}
EMPTY: dict[str, Any] = {
    "text": "", "choice": "", "time": None, "number": None, "integer": None, "texts": [], "spans": [], "records": [],
}  # fmt: skip
HOSTILE = (
    "=HYPERLINK(\"http://e.org\",\"x\")",
    "+1+1",
    "-26 degrees",
    "@SUM(A1)",
    "\tTab",
    "\rReturn",
    "＝１",
    "'=already",
    "'twas",
    "'",
    'He said "no", then; left',
    "two\nlines\r\nand\rthree",
    "Київ: «тиша» 北京 القدس ירושלים 🕊️",
    "  spaces  ",
    "NULL", "NaN", "None", "true", "007", "1e5", "1/2", "\u2028\x85", ",,,", '"',
)  # fmt: skip


# What a spreadsheet reads as a number, a truth value or a date: it cannot do harm, but it is written another way.
SHEET_READS = ("true", "007", "1e5", "1/2")


def row(**changes: Any) -> Row:
    return {**{column.name: PLAIN[column.kind] for column in COLUMNS}, "edtf": "2024-01-16~", **changes}


def hostile_rows() -> list[Row]:
    """Each hostile text in every text column at once, then what is negative or empty."""
    names = [column.name for column in COLUMNS if column.kind in ("text", "choice") and column.name != "edtf"]
    rows = [row(**dict.fromkeys(names, text), actors=[text.replace(";", ",")]) for text in HOSTILE]
    numbers = row(latitude=-33.9, quantity_low=-26.0, utc_offset=-300, edtf="-0044-03-15", start="2024-01-16T09:30")
    record = {"kind": "killed", "low": 3.0, "high": None, "unit": "people", "start": 1, "end": 2}
    empty = {column.name: EMPTY[column.kind] for column in COLUMNS}
    return [*rows, numbers, row(quantities=[record]), empty]


class TestCsv:
    def test_comes_back_as_it_was(self) -> None:
        rows = hostile_rows()
        assert list(read_csv(io.StringIO(to_csv(rows).decode("utf-8"), newline=""))) == rows

    @pytest.mark.parametrize(
        ("names", "ids"),
        [([], []), (["witnesses"], [""]), (["witnesses", "police"], ["", ""]), (["Russia", "police"], ["RUS", ""])],
        ids=["nobody", "one name without an id", "two without", "one of two without"],
    )
    def test_names_without_an_id_come_back(self, names: list[str], ids: list[str]) -> None:
        rows = [row(actors=names, actor_ids=ids, recipients=names, recipient_ids=ids)]
        assert list(read_csv(io.StringIO(to_csv(rows).decode("utf-8"), newline=""))) == rows

    def test_comes_back_through_pandas(self) -> None:
        rows = hostile_rows()
        table = pd.read_csv(io.BytesIO(to_csv(rows)), keep_default_na=False, dtype=str)
        assert list(table.columns) == list(NAMES)
        assert [unguard(cell) for cell in table["sentence"]] == [one["sentence"] for one in rows]
        assert table["latitude"].iloc[-3] == "-33.9"
        assert table["quantity_low"].iloc[-3] == "-26"
        assert table["edtf"].iloc[-3] == "-0044-03-15"
        assert table["start"].iloc[-3] == "2024-01-16T09:30"

    def test_no_text_cell_begins_like_a_formula(self) -> None:
        guarded = ("text", "choice", "texts", "spans", "records")
        kinds = {column.name: column.kind for column in COLUMNS if column.name != "edtf"}
        for found in csv.DictReader(io.StringIO(to_csv(hostile_rows()).decode("utf-8"), newline="")):
            for name, kind in kinds.items():
                assert not (kind in guarded and found[name].startswith(tuple("=+-@\t\r"))), (name, found[name])

    def test_a_pretended_edtf_is_guarded(self) -> None:
        (found,) = csv.DictReader(io.StringIO(to_csv([row(edtf="=1+1")]).decode()))
        assert found["edtf"] == "'=1+1"

    def test_the_mark_is_there_when_asked_for(self) -> None:
        assert to_csv([], bom=True).decode("utf-8").startswith(BOM + "id,")
        assert to_csv([]).startswith(b"id,")
        assert list(read_csv(io.StringIO(to_csv([row()], bom=True).decode("utf-8"), newline=""))) == [row()]

    def test_lists_are_joined(self) -> None:
        (found,) = csv.DictReader(io.StringIO(to_csv([row()]).decode()))
        assert found["actors"] == "Russia; Türkiye"
        assert found["mentions"] == "0-4; 10-12"

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_the_guard_can_be_undone(self, text: str) -> None:
        assert unguard(guard(text)) == text
        assert not guard(text).startswith(tuple("=+-@\t\r"))


class TestJsonl:
    def test_comes_back_as_it_was(self) -> None:
        rows = hostile_rows()
        stream = io.BytesIO()
        assert write_jsonl(rows, stream) == len(rows)
        lines = stream.getvalue().decode("utf-8").splitlines()
        assert [json.loads(line) for line in lines] == rows
        assert list(json.loads(lines[0])) == list(NAMES)

    def test_pandas_reads_it(self) -> None:
        stream = io.BytesIO()
        write_jsonl([row()], stream)
        stream.seek(0)
        table = pd.read_json(stream, lines=True, dtype=False)
        assert table["actors"][0] == ["Russia", "Türkiye"]
        assert table["start"][0] == "2024-01-16"


class TestParquet:
    def test_comes_back_as_it_was(self) -> None:
        rows = hostile_rows()
        stream = io.BytesIO()
        assert write_parquet(rows, stream) == len(rows)
        assert pq.read_table(io.BytesIO(stream.getvalue())).to_pylist() == rows

    def test_an_empty_one_has_the_columns(self) -> None:
        stream = io.BytesIO()
        assert write_parquet([], stream) == 0
        assert pq.read_schema(io.BytesIO(stream.getvalue())).names == list(NAMES)

    def test_the_records_have_the_fields_of_the_table(self) -> None:
        fields = {name: {one.name for one in struct} for name, struct in RECORDS.items()}
        assert fields["sources"] == set(source(row()))
        said = next(column.meaning for column in COLUMNS if column.name == "quantities")
        assert fields["quantities"] == set(said.split(": ")[1].split(", "))
        assert {column.name for column in COLUMNS if column.kind == "records"} == set(RECORDS)
        assert SCHEMA.field("edtf").metadata[b"meaning"]


class TestTable:
    def test_one_line_an_event(self) -> None:
        stream = io.BytesIO()
        rows = [
            row(title="Talks held", type="CONSULT", actors=["Russia"], recipients=["Ukraine"], end="2024-01-16"),
            row(start="2024-01-16T09:30", end="2024-01-16T10:45", polarity="negative"),
            row(start=None, end="2024-01-20"),
            row(start="2024-01-01", end=None),
            row(start=None, end=None, edtf=""),
        ]
        assert write_text(rows, stream, width=140) == 5
        lines = stream.getvalue().decode().splitlines()
        assert lines[0].split()[:4] == ["WHEN", "TYPE", "MODALITY", "WHAT"]
        assert "Russia → Ukraine" in lines[1]
        starts = ["2024-01-16 ", "2024-01-16 09:30–10:45", "… 2024-01-20", "2024-01-01 …", "no date"]
        assert [line.startswith(start) for line, start in zip(lines[1:], starts, strict=True)] == [True] * 5
        assert "not happened" in lines[2]

    def test_a_text_cannot_steer_the_terminal(self) -> None:
        stream = io.BytesIO()
        write_text([row(title="\x1b[2J\x07\u202egone", speaker="a\nb")], stream)
        assert not set("\x1b\x07\u202e") & set(stream.getvalue().decode())
        assert stream.getvalue().count(b"\n") == 2

    def test_nothing(self) -> None:
        stream = io.BytesIO()
        assert write_text([], stream) == 0
        assert stream.getvalue() == b"No events.\n"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_the_same_rows_give_the_same_bytes(form: Any) -> None:
    made = []
    for _ in range(2):
        stream = io.BytesIO()
        form.write(iter(hostile_rows()), stream)
        made.append(stream.getvalue())
    assert made[0] == made[1]


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_and_writes_it(tmp_path: Path) -> None:
    """CSV → spreadsheet → CSV: no cell became a formula, and all texts are what they were. Only what a cell of
    LibreOffice cannot hold (tabs, lone carriage returns) is left out."""
    texts = [text for text in HOSTILE if not set(text) & set("\t\r\x85\u2028")]
    rows = [row(title=text, speaker=text, actors=[text.replace(";", ",")]) for text in texts]
    (tmp_path / "in.csv").write_bytes(to_csv(rows, bom=True))
    # 44,34,76: comma, quotation mark, UTF-8; first line 1; all columns as a person's double click would have them.
    office(tmp_path, "ods", "in.csv", "--infilter=CSV:44,34,76,1,,0,false,true")
    office(tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "in.ods")
    sheet = zipfile.ZipFile(tmp_path / "in.ods").read("content.xml").decode("utf-8")
    assert "table:formula" not in sheet
    table = pd.read_csv(tmp_path / "in.csv", keep_default_na=False, dtype=str)
    plain = [one for one in rows if one["title"] not in SHEET_READS]
    kept = table[[text not in SHEET_READS for text in texts]]
    assert [unguard(cell) for cell in kept["title"]] == [one["title"] for one in plain]
    assert [unguard(cell) for cell in kept["speaker"]] == [one["speaker"] for one in plain]


def office(folder: Path, to: str, name: str, *options: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        *options,
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(folder / name),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
