"""What stands before a report's first sentence and is no part of it: where and when it was filed, and which agency sent it.

>>> text = "OSLO, Norway (Reuters) - The talks failed."
>>> text[dateline_end(text):]
'The talks failed.'
>>> text = "AP - The talks failed."
>>> text[dateline_end(text):]
'The talks failed.'
>>> text = "BOGOTA, 5 Aug 86 (EFE) -- The talks failed."
>>> text[dateline_end(text):]
'The talks failed.'
>>> text = "Goma (DR Congo), March 3, 2014 (AFP) - The talks failed."
>>> text[dateline_end(text):]
'The talks failed.'
>>> dateline_end("Monday, March 3 - The talks failed."), dateline_end("Anna Ruiz, March 3 - the day")
(0, 0)
>>> dateline_end("NATO - Russia talks failed."), dateline_end("AP - backed radio")
(0, 0)
"""

from __future__ import annotations

import re

FRONT = 6  # paragraphs that may begin with a dateline
# "ISTANBUL, July 22 – ", "KABUL, Afghanistan (Nov. 20, 2011) — ", "WASHINGTON (AP) -- ": read as part of the sentence,
# its place becomes the subject.
_PLACE = re.compile(
    r"(?!(?:NATO|ISAF|OPEC|OSCE|IAEA|ASEAN|UNHCR|UNICEF|UNESCO|ECOWAS|HAMAS|FATAH)\b)"
    r"(?:[A-Z][A-Z'-]{3,20}|[A-Z]{2,3} (?:DE |DEL |LA )?[A-Z]{3,20})(?: [A-Z][A-Z'-]{1,20}){0,3}(?:, [A-Z][\w.]{1,15}(?: [A-Z][\w.]{1,15}){0,3}){0,2}"
    r"(?:,? [\[(]?(?:[A-Z](?:[a-z]{2,8}|[A-Z]{2,8})\.? [0-9]{1,2}|[0-9]{1,2} [A-Z](?:[a-z]{2,8}|[A-Z]{2,8}))"
    r"(?:,? (?:[0-9]{4}|'?[0-9]{2}))?[\])]?)?"
    r"(?: \([\w ,./&-]{2,30}\))?(?: (?:--|[—–-]) | ?[—–]| ?: )(?=[\"']?[A-Z](?:[a-z' ]|\.[A-Z]|[A-Z]{1,3} [a-z]))"
)
_AGENCIES = (
    r"(?:AP|AFP|UPI|DPA|dpa|EFE|ANSA|AAP|PTI|ANI|IANS|KUNA|CNN|BBC|VOA|NPR|PNA|Reuters|REUTERS|Xinhua|XINHUA|Interfax|"
    r"TASS|Tass|ITAR-TASS|Itar-Tass|RIA Novosti|Kyodo|Yonhap|Bloomberg|IRNA|Ukrinform|Anadolu|AllAfrica|RFE/RL|HRW|CPJ|"
    r"(?:The )?Associated Press|(?:The )?Canadian Press|Agence France-Presse|[A-Za-z]{3,15}\.com)"
)
# "AP - ", "Reuters – ": read as part of the sentence, the agency does what its report tells.
_AGENCY = re.compile(_AGENCIES + r"(?: (?:--|[—–-]) | ?[—–])(?=[\"']?[A-Z0-9])")
# "New York, September 16, 2003—", "Goma (DR Congo) (AFP) - ": in small letters a place is known by its day or its agency.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?\.?"
_FILED = re.compile(
    r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Updated?|Published|Posted)\b)"
    r"[A-Z][\w.'-]{2,15}(?: (?:de|del|al|el|la)| [A-Z][\w.'-]{1,15}){0,3}(?:,? \(?[A-Z][\w.]{1,15}(?: [A-Z][\w.]{1,15}){0,3}\)?)??"
    r"(?:,? \(?(?:"
    + _MONTH
    + r" [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} "
    + _MONTH
    + r"(?:,? [0-9]{4})?)\)?(?: \("
    + _AGENCIES
    + r"\))?"
    r"|,? \(" + _AGENCIES + r"\))(?: (?:--|[—–-]) | ?[—–] ?)(?=[\"']?[A-Z])"
)


# "13:05 GMT ", "[14:20] ", "9.15am: ": read as part of the sentence, the clock of a live report becomes a party.
_ENTRY = re.compile(
    r"(?:[-•*] ?)?[\[(]?(?:[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?|[0-2]?[0-9]\.[0-5][0-9](?= ?(?:[ap]\.?m\b|[A-Z]{2,4}\b)))"
    r"(?: ?[apAP]\.?[mM]\.?)?(?: (?:[A-Z]{1,4}T|UTC|Z|GMT[+-][0-9]{1,2}|local time))?[\])]?"
    r"(?: ?(?:--|[—–|:-]) ?| )(?=[\"'(]?[A-Z])"
)


def entry_end(text: str, start: int = 0, end: int | None = None) -> int:
    """The character after the clock with which an entry of a live report begins; `start` without.

    >>> text = "13:05 GMT Rebels took the port."
    >>> text[entry_end(text):]
    'Rebels took the port.'
    >>> entry_end("13:05 was the time."), entry_end("9.15 Million left.")
    (0, 0)
    """
    found = _ENTRY.match(text, start, len(text) if end is None else end)
    return found.end() if found is not None else start


def dateline_end(text: str, start: int = 0, end: int | None = None) -> int:
    """The character after the dateline or the agency's name with which `text[start:end]` begins; `start` without."""
    end = len(text) if end is None else end
    found = _PLACE.match(text, start, end) or _AGENCY.match(text, start, end) or _FILED.match(text, start, end)
    return found.end() if found is not None else start
