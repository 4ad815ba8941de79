"""What a person does: open, filter, click an event, zoom, add an article, download. Few and robust."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from timeline.exports.csv import read_csv
from timeline.query import Filter

pytestmark = pytest.mark.browser

# One chart, drawn: while the page changes, the old one stands beside the new for a moment.
DRAWN = """() => {
  const plots = document.querySelectorAll('.js-plotly-plot');
  return plots.length === 1 && plots[0].data?.length && plots[0].querySelector('.barlayer .point path');
}"""
# The middle of the bar that answers for an event: the last trace is the one that is pointed at.
MIDDLE = """id => {
  const plot = document.querySelector('.js-plotly-plot');
  const trace = plot.data.length - 1;
  const bars = plot.querySelectorAll('.barlayer .trace');
  const bar = bars[bars.length - 1].querySelectorAll('.point path')[plot.data[trace].customdata.indexOf(id)];
  const box = bar.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""
RANGE = "() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.map(String)"


def counted(page, number: int) -> None:
    """Waits until the page says that so many events are shown."""
    page.locator(".tl-count b", has_text=f"{number}").wait_for()


def chart_drawn(page) -> None:
    """Waits for the chart, twice: the browser reports its width, and it is drawn again to that."""
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(1200)
    page.wait_for_function(DRAWN)


def at_rest(page) -> None:
    """Waits until the page's script has run for good.

    Every run gives the download a new address and forgets the older ones, so a click between two runs may be lost.
    """
    chart_drawn(page)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def click_event(page, id_: str) -> None:
    chart_drawn(page)
    page.mouse.click(*page.evaluate(MIDDLE, id_))


def test_open_filter_click_and_download(visit, address):
    page = visit()
    counted(page, 10)
    assert page.get_by_text("Nothing leaves this machine").is_visible()

    page.get_by_role("combobox", name="Actor", exact=True).click()
    page.get_by_role("option", name="Ukraine").click()
    page.keyboard.press("Escape")
    counted(page, 7)
    assert "actor=Ukraine" in page.url

    click_event(page, "deal-0158")
    detail = page.locator(".tl-detail")
    detail.get_by_role("heading", name="Missiles strike port of Odesa").wait_for()
    assert detail.locator(".tl-trigger").inner_text() == "struck"
    assert "event=deal-0158" in page.url

    at_rest(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(read_csv(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == 7
    assert {row["title"] for row in rows} >= {"Missiles strike port of Odesa", "Ukraine demands safe passage"}

    page.reload()
    counted(page, 7)
    detail.get_by_role("heading", name="Missiles strike port of Odesa").wait_for()
    assert page.asked == {address.removeprefix("http://")}


def test_the_download_is_the_store_s_rows_once_its_guard_is_undone(visit, address, tmp_path):
    page = visit("/?statements=true&actor=%3Dcmd%7C%27%20%2FC%20calc%27!A0&actor=Russia")
    counted(page, 8)
    at_rest(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert ",'=cmd|" in text and ",=cmd" not in text
    from tests.app.made import made_store

    store = made_store(tmp_path / "same")
    expected = list(store.rows(Filter(actors=("Russia", "=cmd|' /C calc'!A0"))))
    rows = list(read_csv(io.StringIO(text, newline="")))
    assert rows == expected


def test_zoom_and_theme_come_back_from_the_browser(visit):
    page = visit()
    counted(page, 10)
    chart_drawn(page)
    before = page.evaluate(RANGE)
    box = page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 50, steps=6)
    page.mouse.up()
    page.get_by_text("out of view").wait_for()
    assert page.evaluate(RANGE) != before
    page.get_by_role("button", name="All", exact=True).click()
    page.get_by_text("out of view").wait_for(state="detached")

    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')?.layout.font.color === '#e6e8ea'")


def test_a_narrow_screen_shows_the_same_events(visit):
    page = visit("/?event=deal-0158", width=420, height=900, dark=True)
    counted(page, 10)
    chart_drawn(page)
    page.locator(".tl-detail").wait_for()
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 1")


def test_add_an_article(visit, address):
    page = visit("/articles")
    page.get_by_role("heading", name="Articles (2)").wait_for()
    page.get_by_role("tab", name="Paste text").click()
    page.get_by_label("Article", exact=True).fill(
        "KYIV, May 3, 2024 - France and Germany signed an agreement in Paris on May 2, 2024."
    )
    page.get_by_label("Title").fill("A pact")
    page.get_by_role("button", name="Read and add").last.click()
    page.get_by_text("1 article read").wait_for(timeout=120_000)
    page.get_by_role("heading", name="Articles (3)").wait_for()
    page.goto(f"{address}/?actor=France")
    page.locator(".tl-count b").wait_for()
    assert int(page.locator(".tl-count b").inner_text()) >= 1


def test_bad_files_are_named_with_their_reasons(visit):
    page = visit("/articles")
    page.get_by_role("heading", name="Add articles").wait_for()
    files = [
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
        {"name": "picture.txt", "mimeType": "text/plain", "buffer": bytes(range(256)) * 8},
        {"name": "table.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"},
    ]
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text("table.csv").first.wait_for()
    page.get_by_role("button", name="Read and add").first.click()
    page.get_by_text("3 could not be read").wait_for(timeout=120_000)
    for name in ("empty.txt", "picture.txt", "table.csv"):
        assert page.locator("li strong", has_text=name).count() == 1
