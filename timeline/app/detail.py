"""One event in full, as HTML: every word that comes out of an article is escaped, and no address is fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from timeline.app.evidence import elsewhere, in_context
from timeline.views import dates, words
from timeline.views.palette import Theme, kind_of

Pairs = list[tuple[str, str]]


def to_html(row: Mapping[str, Any], text: str, theme: Theme) -> str:
    """The panel of one event: what, when and why so, who, where, how much, who says so, in which words."""
    kind = kind_of(str(row.get("type") or ""))
    tag = f'<span class="tl-dot" style="background:{theme.colour(kind)}"></span>{escape(str(row.get("type")))}'
    parts = [
        f"<h3>{escape(str(row.get('title') or row.get('trigger') or 'Event'))}</h3>",
        (
            f'<p class="tl-tags"><span>{tag}</span><span>{escape(kind.label)}</span>'
            f"<span>{escape(str(row.get('modality') or ''))}{' (negated)' if row.get('polarity') == 'negative' else ''}</span></p>"
        ),
        disagreements(row),
        f'<blockquote class="tl-quote">{in_context(row, text)}</blockquote>',
        definition_list(facts(row)),
        listed("Also spoken of", [f'<span class="tl-quote">{one}</span>' for one in elsewhere(row, text)]),
        reports(row),
        f'<p class="tl-links">{link_to(row)}</p>',
    ]
    return f'<section class="tl-detail" aria-label="The chosen event">{"".join(parts)}</section>'


def facts(row: Mapping[str, Any]) -> Pairs:
    """(name, HTML) of each fact that the row has."""
    zone = dates.zone(row)
    edtf = str(row.get("edtf") or "")
    date = escape(dates.when(row)) + (f" <small>({escape(zone)})</small>" if zone else "")
    place = escape(str(row.get("place") or ""))
    if place and row.get("place_country"):
        place += f" <small>({escape(str(row['place_country']))}{coordinates(row)})</small>"
    amounts = [words.quantity(one) for one in words.records(row.get("quantities"))]
    found: Pairs = [
        ("When", date + (f" <code>{escape(edtf)}</code>" if edtf else "")),
        ("Worked out", worked_out(row)),
        ("Who", people(row, "actors", "actor_countries")),
        ("To whom", people(row, "recipients", "recipient_countries")),
        ("Subtype", escape(str(row.get("mode") or ""))),
        ("Where", place),
        ("How much", escape("; ".join(one for one in amounts if one))),
        ("How real", how_real(row)),
        ("Who says so", escape(words.listed(words.speakers(row))) or "the report itself"),
        ("Published", published(row)),
        ("Sureness", sureness(row)),
    ]
    return [(name, value) for name, value in found if value]


def worked_out(row: Mapping[str, Any]) -> str:
    """How the date was worked out: the words, the reason, the rule."""
    said = str(row.get("time_text") or "")
    reason = str(row.get("time_why") or "") or words.BASES.get(str(row.get("time_basis") or ""), "")
    rule = str(row.get("time_rule") or "")
    parts = [f"<q>{escape(said)}</q>" if said else "", escape(reason)]
    shown = ": ".join(part for part in parts if part)
    return f"{shown} <small>(rule {escape(rule)})</small>" if rule else shown


def how_real(row: Mapping[str, Any]) -> str:
    cue = str(row.get("modality_cue") or "")
    shown = escape(words.how_real(row))
    return f"{shown}, for it says <q>{escape(cue)}</q>" if cue else shown


def published(row: Mapping[str, Any]) -> str:
    day, basis = dates.day(row.get("published")), str(row.get("published_basis") or "")
    if not day:
        return "not known"
    return escape(day) + (f" <small>({escape(basis)})</small>" if basis else "")


def sureness(row: Mapping[str, Any]) -> str:
    value = row.get("confidence")
    if value is None or value != value:
        return ""
    word = "high" if value >= 0.75 else "fair" if value >= 0.5 else "low"
    return f"{word} <small>({float(value):.2f})</small>"


def people(row: Mapping[str, Any], names: str, countries: str) -> str:
    named, homes = words.texts(row.get(names)), words.texts(row.get(countries))
    shown = escape(words.listed(named))
    return f"{shown} <small>({escape(', '.join(homes))})</small>" if shown and homes else shown


def coordinates(row: Mapping[str, Any]) -> str:
    latitude, longitude = row.get("latitude"), row.get("longitude")
    if latitude is None or longitude is None or latitude != latitude or longitude != longitude:
        return ""
    return f", {abs(latitude):.2f}° {'N' if latitude >= 0 else 'S'}, {abs(longitude):.2f}° {'E' if longitude >= 0 else 'W'}"


def disagreements(row: Mapping[str, Any]) -> str:
    found = words.texts(row.get("disagreements"))
    if not found:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in found)
    return f'<div class="tl-disagree" role="note"><strong>Reports disagree</strong><ul>{items}</ul></div>'


def reports(row: Mapping[str, Any]) -> str:
    """Every report of the event, with its own words and date."""
    sources = words.records(row.get("sources"))
    items = [report(one) for one in sources] or [report(row)]
    return listed("Reports" if len(items) > 1 else "Report", items)


def report(source: Mapping[str, Any]) -> str:
    outlet = escape(str(source.get("publisher") or "no outlet named"))
    day = dates.day(source.get("published"))
    said = [f"<strong>{outlet}</strong>", escape(day), escape(str(source.get("modality") or ""))]
    speaker = str(source.get("speaker") or "")
    if speaker:
        said.append(f"says {escape(speaker)}")
    link = web_link(str(source.get("url") or ""))
    if link:
        said.append(link)
    text = str(source.get("quote") or "")
    quoted = f'<div class="tl-quote">{escape(text[:600])}{" …" if len(text) > 600 else ""}</div>' if text else ""
    return " · ".join(part for part in said if part) + quoted


def web_link(url: str) -> str:
    """A link shown by its host, for http and https addresses only; "" for anything else.

    >>> web_link("javascript:alert(1)")
    ''
    >>> web_link("https://example.org/a?b=<c>")
    '<a href="https://example.org/a?b=%3Cc%3E" target="_blank" rel="noopener noreferrer nofollow">example.org</a>'
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or any(ord(char) < 33 for char in url):
        return ""
    href = escape(quote(url, safe="/:?#[]@!$&'()*+,;=%~-._"))
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer nofollow">{escape(host)}</a>'


def link_to(row: Mapping[str, Any]) -> str:
    """A link to the dashboard with this event open."""
    return f'<a href="?event={quote(str(row.get("id")), safe="")}" target="_self">Link to this event</a>'


def definition_list(pairs: Pairs) -> str:
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in pairs) + "</dl>"


def listed(heading: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    return f"<h4>{escape(heading)}</h4><ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>"
