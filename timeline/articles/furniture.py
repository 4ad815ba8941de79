"""What stands around an article's words on a page: captions, credits, links to other stories, buttons. A text that
somebody copied off a page holds them as lines of their own; they tell of other days and other stories.
"""

from __future__ import annotations

import re

LONGEST = 400  # characters of a caption: a longer line is a paragraph of the article
# How a line begins that is no sentence of the article, whatever ends it. Each alternative is anchored and of fixed words.
_CAPTION = re.compile(
    r"(?:image|media|video|photo|picture|figure)"
    r"(?:\s+(?:captions?|copyright|sources?|credits?)(?:\s*[,:]|\s+(?-i:[A-Z\"“‘])|\s*$)|\s*:)"
    r"|(?:photograph|caption|copyright)\s*:|©"
    r"|(?:share|tweet|email|print|save|advertisement|skip|ad|loading|play|video|slideshow|buy|photo|comments?|[ .x|]|(?!(?:19|20)\d\d$)\d)+$",
    re.IGNORECASE,
)
# The same of lines that no full stop ends: "Watch this space, he said." is a sentence.
_BEGINS = re.compile(
    r"(?:photo|photograph|image|picture|video)s? (?:by|courtesy|credit)\b"
    r"|(?:read|see|watch|listen|learn) (?:more|also|next|this|now)\s*(?:[:|>-]|$)"
    r"|(?:also read|see also|more on this|related (?:stories|articles|topics|content|coverage|links))\b"
    r"|(?:related|recommended|trending|most (?:read|popular)|watch|live|explainer|opinion)\s*:"
    r"|(?:click|tap) (?:here|to) |(?:sign up|subscribe|log in|register) (?:to|for|here|now|today)\b"
    r"|share (?:this|on) |follow (?:us\b|(?:\S+ ){1,3}on (?:twitter|facebook|instagram|telegram|youtube|x)\b)"
    r"|\d+ (?:of \d+|comments?)$|(?:hide|show|toggle) caption\b|enlarge (?:this )?image\b",
    re.IGNORECASE,
)
# A picture agency's name before a caption, EPA and PA apart, which are an authority's too: "GETTY The leaders at the door", "AP:Associated Press 18 The hall".
_CREDITED = re.compile(
    r"(?:GETTY(?:[*/]\w+)?|Getty Images|REUTERS|AFP|AP|Reuters|Splash News|Rex Features|Shutterstock|Alamy)"
    r"(?:[:/ ]Associated Press)?(?: \d{1,3})?(?! (?i:journalist|reporter|photographer|correspondent|chief)s?\b)"
    r"(?: [A-Z\"'‘“][^\n]*|[*/:]?\s*)$|(?:EPA|PA)(?: \d{1,3}| Images)?[*/:]?\s*$"
)
_CREDIT_AT_END = re.compile(
    r"[(\[](?:(?:photo|image|picture|credit|photograph)s?(?::| by| courtesy)[^()\[\]\n]{0,80}"
    r"|(?!reporting|writing|editing|additional|with |afp|ap\b|reuters|dpa)[^()\[\]\n/]{0,40}/ ?(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|PA))[)\]]$",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[[^\[\]\n]{8,200}[^.!?\]]\]$")


def is_furniture(line: str) -> bool:
    """Whether a line is a caption, a credit, a link to another story or a button.

    >>> [is_furniture(line) for line in ("Image caption The hall burned down", "Read more: How it began", "The hall burned.")]
    [True, True, False]
    """
    line = line.strip()
    if not line or len(line) > LONGEST:
        return False
    if _CAPTION.match(line) or _LINK.match(line) or _CREDIT_AT_END.search(line):
        return True
    if line.rstrip("\"'”’)")[-1:] in (".", "!", "?"):
        return False
    return bool(_BEGINS.match(line) or _CREDITED.match(line))


def without_furniture(text: str) -> str:
    """The text without such lines below its first.

    >>> without_furniture("Two died.\\nRead more: The trial\\nThe hunt goes on.")
    'Two died.\\nThe hunt goes on.'
    """
    lines = text.split("\n")
    first = next((k for k, line in enumerate(lines) if line.strip()), 0)
    return "\n".join(line for k, line in enumerate(lines) if k <= first or not is_furniture(line))
