"""Histories are told from their own time: each paragraph with its times in brackets, `[words|value]`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from timeline.language.document import Document
from timeline.model import Anchor
from timeline.times.find import find_times

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
LATER = date(2010, 6, 1)
STORIES = {
    "one date of the year, the rest counted from it": """\
The Karvian War began on [12 March 1912|1912-03-12], when Ostrian cavalry crossed the Dren. [Two days later|1912-03-14]
the garrison surrendered, and by [the end of the month|1912-03] the plain had been lost. On
[the night of 24/25 May|1912-05-24TNI] the Ostrians slipped away. [The following day|1912-05-25] the army entered Velm.
An armistice was signed on [3 June|1912-06-03], and [later that month|1912-06] two kings met. The peace held until
[the following spring|1913-SP].""",
    "a day and its hours": """\
Operation Harrow was launched at [05:15 on 18 July 1944|1944-07-18T05:15]. [That morning|1944-07-18TMO] fog lay over the
valley. By [noon|1944-07-18T12:00] the squadrons had crossed the railway, but in [the afternoon|1944-07-18TAF] they were
stopped. The offensive was called off on [the evening of the 20th|1944-07-20TEV].""",
    "what is foreseen or looked back to moves nothing": """\
The battle took place on [1 May 1863|1863-05-01]. The general had written that it would be over by
[Independence Day|1863-07-04]. On [the evening of the 2nd|1863-05-02TEV], men burst from the woods.
[The previous evening|1863-05-01TEV] nobody had stood there. Their commander died [eight days later|1863-05-10].""",
    "antiquity": """\
In [the year 480|0480] the king marched east. The campaign of [481|0481] was a disaster; [five years later|0486] his
successor was dead. The plague came in [the spring of 542|0542-SP] and returned in [558|0558] and [the 590s|059]. The last
fortress fell on [2 August 902|0902-08-02].""",
    "the month that was named last": """\
From [October 1992|1992-10] until [February 1994|1994-02] they fought each other. The war ended with the ceasefire of
[10 February|1994-02-10]. It had begun in [November 1991|1991-11]; [the previous January|1991-01] the parties had agreed.""",
    "a clause that looks back moves nothing": """\
The siege began on [18 May 1765|1765-05-18]. Dorn, who had raided the islands in [1751|1751], arrived on
[30 May|1765-05-30] and died on [17 June|1765-06-17]. The duke recalled Halm, whom he had dismissed in
[August 1760|1760-08]. In [September|1765-09] the town, built in [1702|1702], fell.
[That winter|1765-WI] it burned.""",
    "nor does one that looks far ahead": """\
In [March 1757|1757-03] Halm, who would be king in [1766|1766], came over. In [June|1757-06] he sailed. Dorn
([1730|1730]–[1788|1788]) came too. In [July|1757-07] they met.""",
    "a story within the story": """\
In [March 1757|1757-03] Halm came over. He had won fame in [June 1751|1751-06], and in [July|1751-07] he had married.
In [August|1757-08] he left. He had besieged the fort in [1740|1740]. [Two years later|1742] it had been burned.""",
    "before, and that night": """\
In [June 1460|1460-06] Halm, who had spent [the winter|1459-WI] at Calm, landed. On [10 July|1460-07-10] he took the
king, who had fled [the night before|1460-07-09TNI]. [That very day|1460-07-10] he was crowned. He was married at
[Easter|1460-04-13].""",
    "years only": """\
The war ([1756|1756]-[63|1763]) was long. In [1757|1757] the king lost at Kolm ([June 18|1757-06-18]). In
[1758|1758] he did no better.""",
    "before Christ": """\
The war of [200|BC0200]-[197 BC|BC0197] was short. In [198|BC0198] Flavio came, and [that summer|BC0198-SU] he won.
[The following year|BC0197] they met again. [Ten years later|BC0187] the king armed.
[A decade earlier|BC019] nobody had heard of him.""",
    "early years without a word of the era": """\
In [533|0533], he sailed for the south. In [535|0535] he took the island. In [August 536|0536-08], after a siege, he
entered the town. In [March 537|0537-03] he was besieged there until [538|0538], when they left. In
[the same year|0538] peace was made.""",
}


def test_title_names_no_years_of_a_section(read: Callable[..., Document]) -> None:
    text = "The revolt of 1812\n\nIt began on 18 June 1812. The following year went better: Yarm was burned in April."
    values = [time.value for time in find_times(read(text, LATER), Anchor(LATER))]
    assert values == ["1812", "1812-06-18", "1813", "1813-04"]


def test_section_of_two_years_begins_with_the_first(read: Callable[..., Document]) -> None:
    text = "The war began on 3 May 1899.\nRaids, 1901-1902\nIn February they met. On 7 March 1902 they parted."
    values = [time.value for time in find_times(read(text, LATER), Anchor(LATER))]
    assert values == ["1899-05-03", "1901", "1902", "1901-02", "1902-03-07"]


@pytest.mark.parametrize("name", STORIES)
def test_story(name: str, read: Callable[..., Document]) -> None:
    marked = " ".join(STORIES[name].split())
    text = MARK.sub(r"\1", marked)
    times = find_times(read(text, LATER), Anchor(LATER))
    assert [(time.text, time.value) for time in times] == MARK.findall(marked)


CHRONICLES = {
    "a year is that of the entry before": """\
The war so far
[Feb. 24, 2007|2007-02-24]: Ostria invades Karvia.
[Nov. 11|2007-11-11]: Ostrian troops leave Velm.
[Jan. 6|2008-01-06]: A dam collapses.
- [Aug. 23, 2009|2009-08-23]: The general dies.
- [Feb. 17|2010-02-17]: The last town falls.
- [Aug. 1|2010-08-01]: The treaty ends.""",
    "the newest entry first": """\
[May 10, 2010|2010-05-10]: Rebels attack a port.
[April 3|2010-04-03] - Troops leave a town.
[Nov. 20|2009-11-20] - The army shells a village.""",
    "under a year of its own": """\
[2010|2010]
[May 10|2010-05-10]: Rebels attack a port.
[April 3|2010-04-03]: Troops leave a town.
[2008|2008]
[Dec. 1|2008-12-01]: Police arrest a mayor.""",
    "a day in a sentence is the report's own": """\
[May 30, 2009|2009-05-30]: Rebels attack a port.
The text of the treaty is long.
It was signed in [May|2010-05], and troops left the town on [April 3|2010-04-03].""",
}


@pytest.mark.parametrize("name", CHRONICLES)
def test_chronicle(name: str, read: Callable[..., Document]) -> None:
    times = find_times(read(MARK.sub(r"\1", CHRONICLES[name]), LATER), Anchor(LATER))
    assert [(time.text, time.value) for time in times] == MARK.findall(CHRONICLES[name])
