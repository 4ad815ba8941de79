"""The third page: how to read the chart."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.app import look
from timeline.views.palette import KINDS
from timeline.views.words import MODALITY_WORDS

ROWS = [
    ({"start": "a", "end": "a", "type": kind.types[0], "modality": modality})
    for kind in KINDS
    for modality in MODALITY_WORDS
]
TEXT = """
**A bar** is as wide as the time the text gives: a day is a day wide, and a dot where a day is too narrow to see.

**A line with caps** says that the event lies somewhere in that stretch: “March 2022” is a month wide, never the 1st.

**A fading end** is one the text leaves open: “until 1 February” has no beginning, “from Sunday” no end. Events of which
the text only tells that they are past fade towards earlier days. What has no date at all is in the list under the chart.

**Filling and symbol** say how real the text says it is; the panel of an event shows the words that say so.

**A lane** holds what its actor does. An event with several actors stands in the lane of each, and is one event.

Drag over the chart to zoom, double-click for all, click an event to see its words. Filters, lanes and the chosen event
are in the page's address: copy it to come back to the same view.
"""


def page() -> None:
    st.html(look.STYLE)
    theme = look.theme_now()
    st.subheader("How to read the timeline", anchor=False)
    st.html(look.legend([*ROWS, {"start": "a"}, {"start": "a", "end": "b", "granularity": "vague"}], theme))
    st.markdown(TEXT)
    st.subheader("Kinds of events", anchor=False)
    kinds = "".join(
        f"<li><strong>{escape(kind.label)}</strong>: {escape(', '.join(kind.types))}</li>" for kind in KINDS
    )
    st.html(f"<ul>{kinds}</ul>")
    st.subheader("How real", anchor=False)
    real = "".join(f"<li><strong>{escape(name)}</strong>: {escape(said)}</li>" for name, said in MODALITY_WORDS.items())
    st.html(f"<ul>{real}</ul>")
    st.html(
        f'<p class="tl-local">{look.LOCAL} No fonts, maps or scripts come from elsewhere, and no usage is reported.</p>'
    )
