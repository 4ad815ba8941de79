"""The words and lengths that titles ask for: what is kept, which verbs say already how real the act is."""

from __future__ import annotations

LONGEST_SUBJECT = 30  # with the phrases after it
LONGEST_NAME = 45  # of a body: "Center for Biological Diversity"
SUBJECT = ("nsubj", "nsubjpass")
# What follows the verb in its line; the rest (clauses beside it, times, punctuation) is left out.
KEPT = frozenset(
    "dobj obj dative prt acomp attr oprd xcomp prep agent pobj advmod pcomp ccomp expl neg nsubj nsubjpass".split()
)
# Last words of names that are plural: "The Houthis deny", not "denies".
MANY = frozenset("forces houthis rebels guards brigades troops fighters separatists police people taliban".split())
# Verbs that only say that the event of their subject takes place.
TAKING_PLACE = frozenset(
    "begin break continue end erupt expire follow happen hold occur persist resume start stop take collapse fail "
    "rage rag flare intensify stall last drag delay postpone cancel suspend schedule".split()
)
PLACED = frozenset({"ASSAULT", "DISASTER", "DEATH", "PROTEST", "COERCE", "WEATHER"})  # these happen at a place
DENIALS = frozenset("deny reject refute dismiss dispute".split())
CLEARED = frozenset("acquit clear exonerate absolve guilty find plead".split())
TELLING = frozenset("announce unveil present reveal outline disclose publish".split())
# Speech acts, and the modalities that are those of the act they carry.
SPEECH_ACTS = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "ACCUSE", "CONCEDE", "STATEMENT"})
CARRIED = frozenset({"happened", "demanded", "threatened", "offered", "planned", "denied"})
SAY_HOW_REAL = frozenset(
    "expect plan schedule forecast predict intend aim prepare hope threaten offer vow promise pledge want seek plot "
    "conspire scheme mean set".split()
)
# Verbs of which what is chosen or called is planned, and the choice made: "decides not to sign", "calls elections".
CHOOSING = frozenset("decide vote choose opt resolve elect agree determine consent call announce".split())
# Words of a noun that say already that it was not.
UNDONE = frozenset(
    "no failed foiled attempted aborted abortive thwarted unsuccessful averted cancelled canceled".split()
)
NOUN_FRAMES = {
    "planned": "{} planned",
    "forecast": "{} forecast",
    "demanded": "{} demanded",
    "threatened": "{} threatened",
    "offered": "{} offered",
    "denied": "{} denied",
    "conditional": "Possible {}",
    "alleged": "Alleged {}",
}
# A noun whose own words already say so needs no frame.
SAID_ALREADY = {
    "planned": ("upcoming", "planned", "scheduled", "forthcoming", "plan", "expected"),
    "forecast": ("forecast", "expected", "likely", "predicted"),
    "demanded": ("call", "calls", "demand", "demands", "request", "appeal", "ultimatum", "demanded"),
    "threatened": ("threat", "threats", "threatened", "warning"),
    "offered": ("offer", "offers", "proposal", "proposals", "proposed", "offered"),
    "denied": ("denial", "denials", "no"),
    "conditional": ("possible", "potential", "any"),
    "alleged": ("alleged", "suspected", "reported", "apparent", "allegation", "allegations"),
}
# What there is none of, where nobody has shown that it was so: "No evidence: rebels attack convoy".
EVIDENCE = frozenset("evidence proof sign indication confirmation trace".split())
# What is done with a deed, and not with the place or the body that the deed is about: "a visit to Lima, which he cancelled".
DONE_WITH = frozenset(
    "cancel suspend sign announce impose approve reject lift launch cut halt postpone delay ratify broker mediate host "
    "resume break call renew extend conclude negotiate plan organise organize make pay offer pledge promise conduct carry "
    "stage file publish order propose table veto pass declare discontinue scrap abandon".split()
)
