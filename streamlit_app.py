"""The dashboard's door: the list of its pages. `make app`, or `streamlit run streamlit_app.py`."""

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
