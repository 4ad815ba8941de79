"""What a text says is said by those who wrote, passed or sent it."""

from __future__ import annotations

from timeline.language.document import Token

# What is written, or held, to take a stance.
DOCUMENTS = frozenset(
    "letter statement petition resolution bill motion law report speech message note order rally "
    "proclamation decree edict directive memorandum ordinance legislation amendment declaration communique video tape "
    "post tweet leaflet flyer pamphlet notice advisory cable memo telegram email manifesto fatwa editorial article "
    "commentary bulletin alert recording audio appeal dispatch".split()
)
ISSUING = frozenset(
    "pass adopt approve issue sign send write release publish submit table draft circulate carry deliver hold "
    "organise organize stage post upload share broadcast distribute drop scatter record put print hand fire air".split()
)


def issuing_verb(noun: Token) -> Token | None:
    """The verb whose subject speaks through a text: "passed a [resolution] urging talks", "a [letter] was sent by …"."""
    verb = noun.head
    if noun.lemma not in DOCUMENTS or verb.lemma not in ISSUING or verb.pos != "VERB":
        return None
    return verb if noun.dep in ("dobj", "nsubjpass") else None
