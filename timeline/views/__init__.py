"""Pictures of the events table. `draw` makes a timeline out of rows, `draw_density` out of counts.

>>> from datetime import date
>>> from timeline.views import Window, draw, to_ms
>>> row = {"id": "1", "title": "Talks", "type": "CONSULT", "actors": ["Norway"], "start": "2024-01-16", "end": "2024-01-18"}
>>> figure = draw([row], Window(to_ms(date(2024, 1, 1)), to_ms(date(2024, 2, 1))))
>>> list(figure.data[-1].customdata)
['1']
"""

from timeline.views.dates import when
from timeline.views.density import draw_density
from timeline.views.palette import DARK, LIGHT, THEMES
from timeline.views.timeline import MOST_MARKS, draw
from timeline.views.window import Window, first_window, to_ms

__all__ = ["DARK", "LIGHT", "MOST_MARKS", "THEMES", "Window", "draw", "draw_density", "first_window", "to_ms", "when"]
