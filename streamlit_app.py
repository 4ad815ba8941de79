"""The dashboard's door: the list of its pages. `make app`, or `streamlit run streamlit_app.py`."""

import os

# Before numpy is loaded, which reads them then: the parser is faster on one thread (timeline/language/parser.py).
os.environ["OMP_NUM_THREADS"] = os.environ.get("OMP_NUM_THREADS", "1")
os.environ["OPENBLAS_NUM_THREADS"] = os.environ.get("OPENBLAS_NUM_THREADS", "1")
os.environ["MKL_NUM_THREADS"] = os.environ.get("MKL_NUM_THREADS", "1")

import streamlit as st

from timeline.app import articles_page, guide_page, look, timeline_page
from timeline.app.trouble import guarded

st.set_page_config(page_title="Timeline", page_icon=str(look.ICON), layout="wide")
PAGES = [
    st.Page(guarded(timeline_page.page), title="Timeline", url_path="timeline", default=True),
    st.Page(guarded(articles_page.page), title="Articles", url_path="articles"),
    st.Page(guarded(guide_page.page), title="How to read it", url_path="guide"),
]
st.navigation(PAGES, position="top").run()
