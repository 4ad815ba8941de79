"""TIMEX3 export: read back by an XML parser, it gives the same text and the same times."""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Span, Timex
from timeline.times.timex3 import to_timex3

TEXT = 'Talks <b>on</b> Friday & "every week" lasted three days.'


def timex(words: str, type: str, value: str, text: str = TEXT, **more: str) -> Timex:
    start = text.index(words)
    return Timex(Span(start, start + len(words)), words, type, value, None, **more)


def read(xml: str):
    root = ElementTree.fromstring(xml.encode())
    return root.find("DCT"), root.find("TEXT")


def test_the_text_and_its_times_come_back():
    times = [
        timex("three days", "DURATION", "P3D", mod="MORE_THAN"),
        timex("Friday", "DATE", "2024-01-19", anchored_by="publication"),
        timex("every week", "SET", "P1W", quant="EVERY"),
    ]
    created, body = read(to_timex3(TEXT, times, date(2024, 1, 16)))
    assert "".join(body.itertext()) == TEXT
    assert [(one.text, one.attrib) for one in body] == [
        (
            "Friday",
            {
                "tid": "t1",
                "type": "DATE",
                "value": "2024-01-19",
                "temporalFunction": "true",
                "anchorTimeID": "t0",
            },
        ),
        ("every week", {"tid": "t2", "type": "SET", "value": "P1W", "quant": "EVERY"}),
        ("three days", {"tid": "t3", "type": "DURATION", "value": "P3D", "mod": "MORE_THAN"}),
    ]
    assert created[0].attrib["functionInDocument"] == "CREATION_TIME"
    assert created[0].attrib["value"] == "2024-01-16"


@pytest.mark.parametrize(
    ("published", "kind", "value"),
    [(date(2024, 1, 16), "DATE", "2024-01-16"), (datetime(2024, 1, 16, 9, 5), "TIME", "2024-01-16T09:05")],
    ids=["day", "clock"],
)
def test_the_creation_time(published, kind, value):
    created, _ = read(to_timex3("", [], published))
    assert (created[0].attrib["type"], created[0].attrib["value"]) == (kind, value)


def test_no_creation_time_is_no_anchor():
    created, body = read(to_timex3(TEXT, [timex("Friday", "DATE", "XXXX-WXX-5", anchored_by="publication")]))
    assert len(created) == 0
    assert "anchorTimeID" not in body[0].attrib


def test_the_parts_of_a_document_stand_in_the_order_of_the_corpora():
    root = ElementTree.fromstring(to_timex3(TEXT, [], date(2024, 1, 16), name='a<1>&"', title="T & <t>\x00").encode())
    assert [(part.tag, part.text) for part in root if part.tag != "DCT"] == [
        ("DOCID", 'a<1>&"'),
        ("TITLE", "T & <t>\ufffd"),
        ("TEXT", TEXT),
    ]
    root = ElementTree.fromstring(to_timex3(TEXT, []).encode())
    assert [part.tag for part in root] == ["DOCID", "DCT", "TEXT"]


def test_of_overlapping_times_the_first_is_kept():
    _, body = read(to_timex3(TEXT, [timex("Friday", "DATE", "a"), timex("day &", "DATE", "b")]))
    assert [one.text for one in body] == ["Friday"]


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9), st.text(max_size=8)), max_size=5)
)
def test_any_text_is_well_formed_and_comes_back(text, found):
    times = [
        Timex(Span(start, min(start + length, len(text))), "", "DATE", value, None, mod=value)
        for start, length, value in found
        if start < len(text)
    ]
    _, body = read(to_timex3(text, times, date(2024, 1, 16)))
    allowed = "".join(
        c if c in "\t\n\r" or "\x20" <= c < "\ud800" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd"
        for c in text
    )
    assert "".join(body.itertext()) == allowed
