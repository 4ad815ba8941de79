"""The words and types that roles ask for: after which preposition the other party stands, whose subject is done to."""

from __future__ import annotations

# Types whose parties do it together: no one is the recipient.
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
# Acts of one side: whoever is "with" it helps.
RAIDS = frozenset("raid strike airstrike attack bombing operation offensive assault shelling bombardment sweep".split())
# Sectors of those that an act of violence named beside them strikes: "the parliament attack", "a school shooting".
UNARMED = frozenset(("LEG", "JUD", "EDU", "HLH", "MED", "REL", "BUS", "AGR"))
# Bodies that sit in a house of their own, and the acts that are theirs all the same: "a ministry raid".
SEATS = frozenset("embassy consulate ministry mission parliament bureau legation".split())
OWN_ACTS = frozenset("raid operation crackdown sweep offensive inspection search".split())
# Places of classes.csv that carry whoever attacks: "a helicopter raid".
CRAFT = frozenset(
    "aircraft jet plane helicopter drone tank warship ship boat vessel patrol car truck vehicle site".split()
)
HOMES = frozenset("home house flat apartment office residence villa hideout room".split())  # whose they are is met
ORDERS = frozenset("order instruction command behest".split())
# Types of which "of" names the one who acts: the withdrawal of the troops, the visit of the pope.
OF_ACTS = frozenset(
    "withdrawal pullout retreat surrender resignation visit protest demonstration march rally advance deployment "
    "movement refusal abdication mobilization buildup return demand call arrival departure uprising trip intrusion "
    "incursion infiltration influx encroachment".split()
)
# Prepositions after which the other party stands, most telling first.
TOWARDS: dict[str, tuple[str, ...]] = {
    "OTHER": ("against", "on", "to", "of"),
    "STATEMENT": ("to", "with"),  # not "said on Twitter"
    "CONSULT": ("with", "between", "to", "from"),
    "AGREE": ("with", "to", "between", "for"),
    "SUPPORT": ("with", "to", "for", "behind", "between", "from"),
    "COOPERATE": ("with", "alongside", "to", "between", "in", "from", "for", "against"),
    "AID": ("to", "for", "in", "into", "of"),
    "CONCEDE": ("to", "on", "of", "for", "from", "with", "against", "in"),
    "RETREAT": ("from", "to", "with", "in", "on", "against", "out"),
    "REQUEST": ("from", "on", "to", "upon", "of", "against", "with"),
    "ACCUSE": ("against", "into", "on", "of", "at", "to", "for", "with", "about", "over"),
    "REJECT": ("to", "with", "from", "of", "by", "for", "on"),
    "THREATEN": ("against", "to", "on", "with", "toward"),
    "PROTEST": ("against", "in", "at", "outside", "over", "of"),
    "SANCTION": ("against", "on", "to", "from", "with", "for", "in", "between"),
    "MOBILIZE": ("against", "to", "in", "near", "on", "along", "into", "toward", "at"),
    "COERCE": ("against", "on", "at", "into", "of", "in", "from", "between"),
    "ASSAULT": ("on", "against", "at", "with", "into", "of", "in", "between", "near", "toward", "over"),
}
ANY = ("against", "on", "with", "to", "of")
# Verbs whose subject is done to: "received aid from", "came under fire from", "suffered an attack".
RECEIVING = frozenset(
    {"receive", "get", "obtain", "suffer", "undergo", "sustain", "come", "survive", "escape", "endure", "face"}
)
# Verbs whose subject meets the criticism that their object names ("drew an outcry from Oslo"), or stands under it.
DRAWING = frozenset(
    "draw attract prompt provoke trigger spark incur earn meet greet come run endure weather receive suffer encounter".split()
)
STANDING = frozenset("be remain stay fall".split())
STAYING = frozenset("remain stay languish sit be".split())  # "remains in custody"
BEING = frozenset("be remain stay engage lock".split())  # "was in talks"
VENTING = frozenset("vent express voice show unleash".split())
# Papers for an arrest, which name with "for" who is to be arrested.
WARRANTS = frozenset("warrant notice".split())
# The same of harm alone, where the subject holds out against it: "repelled an attack by rebels".
WITHSTANDING = frozenset("repel repulse withstand fend beat push fight resist weather".split())
MET = RECEIVING | WITHSTANDING
# What is heard of an act, and hits nobody.
NEWS = frozenset(
    "call report tip tipoff warning news complaint information alert word photo image footage video message claim".split()
)
# Verbs whose subject only sees or stops what their object names.
STOPPING = frozenset("thwart foil prevent avert".split())
TRIED = frozenset("attempt bid effort attack raid assault bombing ambush advance offensive incursion".split())
# The same, of plots: whose plan it was, another row tells.
FOILING = STOPPING | {"disrupt", "uncover"}
PERCEIVING = frozenset(
    "witness see hear watch remember recall describe investigate film record report recount stop commemorate mark probe "
    "monitor photograph discuss study".split()
)
# Types of what somebody says or gives, whose noun names with "from" who does: "a promise from the rebels".
FROM_WHOM = frozenset({"REQUEST", "THREATEN", "AGREE", "ACCUSE", "AID", "SUPPORT"})
# Verbs whose subject is given the praise or help that their object names.
WINNING = frozenset("win earn draw gain garner attract".split())
# Nouns of harm that are no events of their own.
HARM = frozenset("attempt fire advance plot incursion offensive push onslaught loss".split())
# Verbs whose object, before an infinitive, is whoever is asked, whatever its word.
ASKING = frozenset("urge ask tell order press request pressure instruct advise beg implore lobby petition push".split())
# Verbs whose object is helped, troops and police too: "trained the army", "armed the guards".
# Where or against whom a passive's act is done, before the one who does it.
AROUND = frozenset("against on in at near to for from".split())
FITTING = frozenset(
    "rescue evacuate treat shelter save train equip arm instruct drill mentor advise outfit rearm reequip".split()
)
RESCUES = frozenset("rescue evacuation release".split())
RAMMING = frozenset("ram drive plow plough slam crash steer smash".split())
USING_ON = frozenset("use employ deploy apply wield unleash".split())
HOLDING = frozenset("hold take keep seize".split())
HELD = frozenset("hostage prisoner captive".split())
WHERE = frozenset({"in", "near"})
GOING_OFF = frozenset("explode detonate go".split())
EDGES = frozenset(
    "edge outskirt outskirts fringe periphery shore ground grounds".split()
)  # "on the edge of Kano" is where
# What "on" puts before those for whom, why or beside whom something is done, and who are not done to.
GROUNDS = frozenset(
    "behalf ground basis account sideline eve occasion anniversary pretext condition margin heel".split()
)
# Lines of triggers.csv whose actor is the one who says it, of the clause's own subject.
NEEDED = "request: need"  # "has to stop the raids": demanded by whoever says so, as "must" is
DUTIES = ("request: must", NEEDED)
SAID_OF = (*DUTIES, "accuse: responsible", "accuse: behind")
DYING = frozenset({"die", "perish", "succumb", "lose", "bleed"})
FINDING = frozenset("find discover recover locate identify see unearth exhume retrieve pull".split())
AGREEING = frozenset({"it", "he", "she", "they", "we", "i"})
OBJECTIVE = {"it": "it", "him": "he", "her": "she", "them": "they"}
GIVING = frozenset({"AID", "CONCEDE", "COOPERATE"})
# Verbs whose subject is brought before a court, and the types of that.
FACING = frozenset({"face", "stand", "go", "await", "appear"})
CHARGING = frozenset({"ACCUSE", "LEGAL", "SANCTION"})
# What a suspect is in, and does not do.
INQUIRIES = frozenset("inquiry enquiry investigation probe trial case hearing lawsuit prosecution".split())
TOLLS = frozenset("casualty fatality death injury loss".split())
CLOSING = frozenset("close shut bar".split())
# Types of what somebody may be given or told, well or ill.
GIVEN = frozenset({"AID", "SUPPORT", "ASSAULT", "SANCTION", "THREATEN", "REQUEST", "CONCEDE"})
# Verbs whose object, whatever its word, is somebody.
ON_PEOPLE = frozenset(
    "kill shoot stab murder assassinate wound injure behead kidnap abduct arrest detain jail execute rape poison accuse "
    "charge convict sentence acquit suspect indict fine deport".split()
)
# The same of places and things: what is stormed or torched was there.
ON_PLACES = frozenset(
    "storm bomb shell torch ransack loot ambush hijack besiege raze burn bombard vandalize vandalise firebomb booby-trap "
    "dynamite strafe raid".split()
)
# Types whose recipient is the country they take place in, where no other is named.
LOCAL = frozenset({"AID", "CONCEDE", "RETREAT", "MOBILIZE", "AGREE", "COERCE", "REQUEST", "COOPERATE"})
# Common nouns that a state's name may stand beside: "its neighbour Kenya".
LIKE_STATES = frozenset(
    "neighbour neighbor ally rival foe enemy partner country nation state member republic kingdom island giant power "
    "superpower powerhouse".split()
)
# Verbs of which the subject is why others act: "sparked protests".
SPARKING = frozenset("spark trigger provoke prompt ignite".split())
RISINGS = frozenset("violence riot rioting unrest disorder uprising bloodshed".split())
# What others give to an act, and those who give it are not met by it: "attacked rebels with the help of Chad".
HELPING = frozenset(
    "help support assistance aid backing cooperation participation involvement consent approval permission blessing "
    "knowledge coordination assent complicity".split()
)
