"""Colours say what kind of event it is, shape and filling say how real the text says it is.

Nothing is told by colour alone: a row of the legend, the hover and the table say the same in words. The hues are
near Okabe and Ito's colour-blind-safe set (jfly.uni-koeln.de/color, 2008); `tests/views` simulates three kinds of
colour blindness and holds the classes apart in each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of event types: PLOVER's four quads, and three of our own for what PLOVER leaves out."""

    name: str
    label: str
    light: str
    dark: str
    types: tuple[str, ...]


KINDS = (
    Kind(
        "material_conflict",
        "Force and coercion",
        "#b5440c",
        "#cf7338",
        ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"),
    ),
    Kind(
        "verbal_conflict",
        "Demands, threats, refusals",
        "#dfaa2c",
        "#f0cf5a",
        ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    ),
    Kind(
        "verbal_cooperation", "Talks and agreements", "#6cb2e6", "#86b8f2", ("AGREE", "CONSULT", "SUPPORT", "CONCEDE")
    ),
    Kind("material_cooperation", "Aid and withdrawal", "#214fa8", "#3a69d6", ("COOPERATE", "AID", "RETREAT")),
    Kind(
        "public_life", "Politics, law, economy", "#cf4d9a", "#cc3f78", ("ELECTION", "APPOINTMENT", "LEGAL", "ECONOMY")
    ),
    Kind("nature", "Disaster, weather, death", "#0d8660", "#35d79c", ("DISASTER", "WEATHER", "DEATH")),
    Kind("other", "Statements and other", "#484e57", "#d3d6da", ("STATEMENT", "OTHER")),
)
KIND_OF = {one: kind for kind in KINDS for one in kind.types}
OTHER = KINDS[-1]


@dataclass(frozen=True, slots=True)
class Reality:
    """How a modality is drawn: `fill` is the opacity of the filling, `pattern` Plotly's hatching of bars, `symbol`
    the marker of events too short for a bar."""

    name: str
    label: str
    modalities: tuple[str, ...]
    fill: float
    pattern: str
    symbol: str


REALITIES = (
    Reality("real", "happened or going on", ("happened", "ongoing"), 1.0, "", "circle"),
    Reality("ahead", "planned, forecast", ("planned", "forecast"), 0.25, "/", "circle-open"),
    Reality("wanted", "demanded, threatened, offered", ("demanded", "threatened", "offered"), 0.0, "", "diamond-open"),
    Reality("doubtful", "alleged, conditional", ("alleged", "conditional"), 0.12, ".", "circle-open-dot"),
    Reality("denied", "denied or did not happen", ("denied",), 0.0, "x", "x-thin-open"),
)
REALITY_OF = {one: reality for reality in REALITIES for one in reality.modalities}
DENIED = REALITIES[-1]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the paper a figure stands on."""

    name: str
    paper: str
    text: str
    quiet: str
    grid: str
    band: str
    hover: str

    def colour(self, kind: Kind) -> str:
        return kind.dark if self.name == "dark" else kind.light


LIGHT = Theme("light", "#ffffff", "#22262b", "#5f6873", "#e6e8eb", "#f6f7f8", "#ffffff")
DARK = Theme("dark", "#14171a", "#e6e8ea", "#9aa3ad", "#2a2f35", "#1a1e22", "#22272c")
THEMES = {"light": LIGHT, "dark": DARK}


def kind_of(event_type: str) -> Kind:
    """The class of an event type; one we do not know is "other".

    >>> kind_of("ASSAULT").label
    'Force and coercion'
    """
    return KIND_OF.get(event_type, OTHER)


def reality_of(modality: str, polarity: str = "positive") -> Reality:
    """How real; what "did not" happen is drawn as what is denied.

    >>> reality_of("happened", "negative").name
    'denied'
    """
    return DENIED if polarity == "negative" else REALITY_OF.get(modality, REALITIES[3])


def rgb(colour: str) -> tuple[int, int, int]:
    """
    >>> rgb("#c2410c")
    (194, 65, 12)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def see_through(colour: str, opacity: float) -> str:
    """
    >>> see_through("#c2410c", 0.5)
    'rgba(194,65,12,0.5)'
    """
    red, green, blue = rgb(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


@cache
def over(colour: str, opacity: float, paper: str) -> str:
    """The opaque colour seen when `colour` lies on `paper`: bars stay legible over grid lines and bands."""
    mixed = (round(opacity * a + (1 - opacity) * b) for a, b in zip(rgb(colour), rgb(paper)))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""

    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def ink(colour: str) -> str:
    """Near-black or white, whichever reads better on `colour`."""
    return max("#111417", "#ffffff", key=lambda one: contrast(one, colour))
