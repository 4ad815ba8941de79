"""The second page: add articles, see what was found in them, take them out again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import Any

import pandas as pd
import streamlit as st

from timeline.app import adding, hiding, look, shelf
from timeline.articles.made import Unreadable
from timeline.articles.read import ENDINGS, Found, read_bytes, read_stream
from timeline.model import Article
from timeline.stored import StoredArticle
from timeline.views import dates

LARGEST = 50  # megabytes of one upload
KEPT: dict[str, Any] = {
    "Title": st.column_config.TextColumn(width=330),
    "Outlet": st.column_config.TextColumn(width=170),
    "Published": st.column_config.TextColumn(width=110),
    "How known": st.column_config.TextColumn(width=250),
    "Events": st.column_config.NumberColumn(width=70),
    "Remarks": st.column_config.TextColumn(width=300),
}


def page() -> None:
    st.html(look.STYLE)
    reader = shelf.reader()
    if reader is None:
        return
    st.subheader("Add articles", anchor=False)
    upload, paste = st.tabs(["Upload files", "Paste text"])
    with upload:
        from_files(reader)
    with paste:
        from_paste(reader)
    account = st.session_state.get("account")
    if account is not None:
        report(account)
    kept(shelf.Reader(reader.store))
    hiding.hidden(reader)
    st.html(f'<p class="tl-local">{look.LOCAL}</p>')


def from_files(reader: shelf.Reader) -> None:
    with st.form("files", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Articles",
            type=list(ENDINGS),
            accept_multiple_files=True,
            max_upload_size=LARGEST,
            help="Text, Markdown and HTML hold one article a file; JSONL, JSON and CSV one a row, in a field called text.",
        )
        published = st.date_input(
            "Published, where a file does not say",
            None,
            adding.EARLIEST,
            adding.LATEST,
            format="YYYY-MM-DD",
            width=320,
            help="Left empty, the date is worked out from the text where that can be done.",
        )
        if st.form_submit_button("Read and add", type="primary"):
            if not files:
                st.warning("Choose one or more files first.")
                return
            found: Found = chain.from_iterable(_read_upload(one) for one in files)
            run(reader, found, published)


def from_paste(reader: shelf.Reader) -> None:
    with st.form("paste", clear_on_submit=False, border=False):
        text = st.text_area("Article", height=220, placeholder="Paste the article's words here", key="pasted")
        left, right = st.columns(2)
        title = left.text_input("Title", placeholder="optional")
        published = right.date_input(
            "Published",
            None,
            adding.EARLIEST,
            adding.LATEST,
            format="YYYY-MM-DD",
            help="Left empty, the date is worked out from the text where that can be done.",
        )
        publisher = left.text_input("Outlet", placeholder="optional")
        url = right.text_input("Address", placeholder="optional, https://…")
        if st.form_submit_button("Read and add", type="primary"):
            if not (text or "").strip():
                st.warning("Paste an article first.")
                return
            known = Article("", "", title=title or "", publisher=publisher or "", url=url or "")
            found = read_bytes(str(text).encode("utf-8", "replace"), "pasted.txt")
            run(reader, found, published, known)


def _read_upload(file: Any) -> Iterator[Article | Unreadable]:
    """Articles of an upload; its name is only a label and an ending, never a path."""
    try:
        yield from read_stream(io.BufferedReader(file) if not hasattr(file, "read") else file, str(file.name))
    except Exception as problem:  # one file that cannot be read must not lose the others
        yield Unreadable(str(file.name), "", f"it cannot be read ({type(problem).__name__}). Check the file.")


def run(reader: shelf.Reader, found: Found, published: Any, known: Article | None = None) -> None:
    """Reads and keeps, telling how far it is, and leaves the account for the page to show."""
    with st.status("Reading …", expanded=True) as status:
        line = st.empty()

        def told(number: int, name: str) -> None:
            status.update(label=f"Reading article {number + 1:,}")
            line.text(name)

        account = adding.add(reader.store, found, published, told, known)
        line.empty()
        status.update(label="Read", state="complete", expanded=False)
    st.session_state["account"] = account


def report(account: adding.Account) -> None:
    """What was found, and what could not be read and why."""
    read, failed = len(account.outcomes), [one for one in account.problems if one.fatal and not one.partly]
    partly = sum(one.partly for one in account.problems)
    said = f"{read:,} article{'s' if read != 1 else ''} read, {account.events:,} event{'s' if account.events != 1 else ''} found."
    if partly:
        said += f" {partly:,} only in part."
    if failed:
        said += f" {len(failed):,} could not be read."
    if failed or partly:
        st.warning(said)
    else:
        st.success(said)
    if account.problems:
        items = "".join(
            f"<li><strong>{escape(_named(one))}</strong>: {escape(one.reason)}</li>" for one in account.problems[:200]
        )
        st.html(f'<ul class="tl-quiet">{items}</ul>')
    if account.outcomes:
        rows = [
            {
                "Title": one.title,
                "Result": adding.STATUS.get(one.status, one.status),
                "Published": f"{dates.day(one.published) or 'not known'}",
                "How known": one.basis,
                "Events": one.events if one.status != "unchanged" else None,
                "Dated": one.dated if one.status != "unchanged" else None,
                "Remarks": " ".join(one.messages),
            }
            for one in account.outcomes
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="What was found in each article", placeholder="")
    st.html('<p><a href="/" target="_self">See the timeline</a></p>')


def _named(one: Unreadable) -> str:
    return f"{one.path}, {one.where}" if one.where else one.path


def kept(reader: shelf.Reader) -> None:
    """The articles in the store, to choose and remove."""
    articles = reader.articles()
    st.subheader(f"Articles ({len(articles):,})", anchor=False)
    undo(reader)
    if not articles:
        st.caption("None yet.")
        return
    key = f"articles-{reader.key}"
    chosen = st.dataframe(
        to_frame(articles),
        key=key,
        column_config=KEPT,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        height=min(520, 38 + 35 * len(articles)),
        alt=f"The {len(articles)} articles in the store",
    )
    numbers = [one for one in chosen["selection"]["rows"] if one < len(articles)]
    if not numbers:
        st.caption("Choose rows by their boxes to remove articles.")
        return
    picked = [articles[one] for one in numbers]
    events = sum(one.events for one in picked)
    what = f"{len(picked)} article{'s' if len(picked) != 1 else ''}"
    with st.container(horizontal=True):
        with st.popover(f"Remove {what} …"):
            st.write(f"Remove {what} and the {events} events read from them?")
            st.button("Remove", type="primary", on_click=remove, args=(reader, picked), key="remove")
        again = st.button(f"Read {what} again", help="After an update: what this version reads replaces what was kept.")
    if again:
        texts = [adding.as_it_came(one) for row in picked if (one := reader.store.article(row.id)) is not None]
        run(reader, iter(texts), None)
        st.rerun()


def to_frame(articles: list[StoredArticle]) -> pd.DataFrame:
    rows = [
        {
            "Title": one.name,
            "Outlet": one.publisher,
            "Published": one.published[:10],
            "How known": one.published_basis,
            "Events": one.events,
            "Remarks": " ".join(one.messages),
        }
        for one in articles
    ]
    return pd.DataFrame(rows, columns=list(KEPT))


def remove(reader: shelf.Reader, picked: list[StoredArticle]) -> None:
    """Takes articles out, keeping their words at hand for an undo."""
    texts = [reader.store.article(one.id) for one in picked]
    for one in picked:
        reader.store.delete(one.id)
    st.session_state["removed"] = [one for one in texts if one is not None]
    st.session_state["account"] = None


def undo(reader: shelf.Reader) -> None:
    removed: list[Article] = st.session_state.get("removed") or []
    if not removed:
        return
    left, right = st.columns([5, 1], vertical_alignment="center")
    names = ", ".join(one.title or adding.opening(one.text) for one in removed[:3])
    more = f" and {len(removed) - 3} more" if len(removed) > 3 else ""
    left.html(f'<p role="status">Removed: {escape(names)}{more}</p>')
    if right.button("Undo", key="undo"):
        st.session_state["removed"] = []
        run(reader, iter(removed), None)
        st.rerun()
