"""Words of a prefix, a hyphen and a verb, read whole: "re-opened", "co-hosted", "de-escalate", "pre-empted".

The parser learnt from texts in which these are one word, but its tokenizer cuts at every hyphen and leaves it three of
which none is the verb it knows: "Chad re - opened its embassy" has no predicate, "re-opened" is parsed as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

WHOLE = re.compile(r"(?:re|co|de|pre)-(?=[a-z])", re.IGNORECASE)
# Verbs that mean the same act when it is done again.
AGAIN = frozenset(
    "arrest detain capture imprison jail sentence convict indict deport invade occupy elect appoint".split()
)
Cut = Callable[[str], Iterator[re.Match[str]]]


def keep_whole(parser: Language) -> None:
    """Let the tokenizer leave such words uncut."""
    cut: Cut = parser.tokenizer.infix_finditer

    def infixes(text: str) -> Iterator[re.Match[str]]:
        prefix = WHOLE.match(text)
        return (one for one in cut(text) if prefix is None or one.start() >= prefix.end())

    parser.tokenizer.infix_finditer = infixes


def base_form(word: Token, parser: Language) -> str:
    """The lemma of such a word, which no dictionary holds, by way of the word that the prefix stands before. What is done
    again is named by the same noun, and by the same verb where it is the same act: "re-election" is an election."""
    prefix, _, bare = word.lower_.partition("-")
    bare = lemma_of(bare, word.tag_, word.pos_, parser)
    return bare if prefix == "re" and (word.pos_ == "NOUN" or bare in AGAIN) else f"{prefix}-{bare}"


def lemma_of(word: str, tag: str, pos: str, parser: Language) -> str:
    """The lemma of a word of that tag, by the parser's own dictionary."""
    from spacy.tokens import Doc

    alone = Doc(parser.vocab, words=[word], tags=[tag], pos=[pos])
    return str(parser.get_pipe("lemmatizer").lemmatize(alone[0])[0]) if "lemmatizer" in parser.pipe_names else word
