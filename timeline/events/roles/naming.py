"""What may stand as somebody's name in a row: no bare number, no word for "others", no place that nobody can find.

>>> name_of("150 people"), name_of("at least two towns"), name_of("22-year-old man"), name_of("tens of thousands of houses")
('people', 'towns', '22-year-old man', 'houses')
>>> name_of("Twenty-two"), name_of("13 others"), name_of("our country"), name_of("Monday")
('', '', '', '')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from timeline.model import Actor

# Words that count, point or portion, and say nothing of who it is.
_COUNTING = frozenset(
    "dead zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen "
    "dozens scores tens hundreds thousands millions billions half both all each every some many several few more most "
    "fewer approximately roughly further additional other another such same certain at least about around nearly almost over under up to than as of well some "
    "a an the this that these those our your my his her its their no any - – 's".split()
)
# The same before "of" alone: "a number of villagers", but "the couple".
_PORTIONS = frozenset("number lot lots handful couple group pair".split())
# Words that stand for somebody without saying who, and for places without saying which.
_VAGUE = frozenset(
    "others everyone everybody anyone anybody someone somebody nobody none them themselves himself herself itself us me "
    "it he she they we i you which who whom what total rest remainder casualties losses deaths country nation territory "
    "land area areas region regions place places scene site sites location locations world homeland way day part "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april june "
    "july august september october november december".split()
)
_MACHINES = frozenset(
    "aircraft aircrafts plane planes airplane helicopter helicopters warplane warplanes jet jets tank tanks ship ships "
    "vessel vessels boat boats vehicle vehicles car cars truck trucks van bus train bulldozer bulldozers lorry lorries "
    "minibus minibuses buses vans trains coach tram trams ferry ferries tractor trolley trailer jeep motorcycle control "
    "timer detonator cellphone".split()
)
NAMED_KINDS = frozenset(("person", "organisation", "company", "state"))


def name_of(words: str) -> str:
    """The name without the words that only count; "" where nothing is left that tells who it is."""
    left = words.partition(";")[0].split()
    while left and (_counts(left[0]) or (left[0].lower() in _PORTIONS and left[1:2] == ["of"])):
        left.pop(0)
    return "" if not left or (len(left) == 1 and left[0].lower() in _VAGUE) else " ".join(left)


def with_names(actors: Iterable[Actor], *, acting: bool = False) -> tuple[Actor, ...]:
    """Those who have a name that can stand in a row; machines that nobody is said to drive do nothing."""
    found = []
    for one in actors:
        if one.id or one.kind in NAMED_KINDS:
            found.append(one)
        elif acting and not one.country and one.name.lower().rpartition(" ")[2] in _MACHINES:
            continue
        elif name := name_of(one.name):
            found.append(one if name == one.name else replace(one, name=name))
    return tuple(found)


def _counts(word: str) -> bool:
    lower = word.lower()
    if lower in _COUNTING or lower.replace(",", "").replace(".", "").lstrip("$€£").isdigit():
        return True
    tens, hyphen, ones = lower.partition("-")
    return hyphen != "" and tens in _COUNTING and ones in _COUNTING
