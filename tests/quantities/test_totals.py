"""How many were killed and captured in all, however often the text tells it."""

import pytest

from timeline.quantities.find import find_quantities
from timeline.quantities.totals import count_totals

# (text, killed, captured)
TOLD = [
    ("Troops killed two gunmen and captured a commander.", 2, 1),
    ("A raid killed a commander and three fighters.", 4, 0),
    ("Several rebels were captured.", 0, 3),
    ("More than 30 rebels were killed.", 31, 0),
    ("At least 30 rebels were killed.", 30, 0),
    ("Police detained a smuggler and two associates. The smuggler led a ring.", 0, 3),
    ("Police arrested a gang leader, along with two suspects.", 0, 3),
    # told again
    ("Two Rebels Killed in Raid\nTroops killed two rebels on Monday. The two rebels were killed in a raid.", 2, 0),
    ("Several rebels were detained. After questioning, troops detained eight rebels.", 0, 8),
    # told on top
    ("Police captured a rebel leader. Two additional rebels were detained.", 0, 3),
    ("Troops killed two rebels. Another rebel was killed later.", 3, 0),
    # not done, or not here
    ("No civilians were killed.", 0, 0),
    ("Police tried to arrest a smuggler.", 0, 0),
    ("Police may arrest two smugglers.", 0, 0),
    ("The army captured three villages and seized 12 rifles.", 0, 0),
    ("Talks went on.", 0, 0),
    # other ways to say it
    ("Four miners died and two drowned.", 6, 0),
    ("He opened fire and was killed.", 1, 0),
    ("Officials confirmed the death of two hostages.", 2, 0),
    ("Two men were taken into custody.", 0, 2),
]


@pytest.mark.parametrize(
    ("text", "killed", "captured"), TOLD, ids=[text[:50].replace("\n", " ") for text, _, _ in TOLD]
)
def test_totals(read, text, killed, captured):
    document = read(text)
    totals = count_totals(document, find_quantities(document, []))
    assert (totals.killed, totals.captured) == (killed, captured)


def test_some_can_be_left_out(read):
    document = read("The blast killed two soldiers and three rebels.")
    assert count_totals(document, find_quantities(document, []), frozenset({"soldier"})).killed == 3
