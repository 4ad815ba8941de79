"""Word tables that several rooms of events ask of: what harms, what is said, who is charged, who is steered by whom."""

from __future__ import annotations

ARMED = frozenset(("MIL", "COP", "REB", "SPY", "CRM"))  # sectors of bodies that kill
HARMING = frozenset("kill injure wound hurt maim".split())  # what one act does to people
NAMING_THE_DEAD = frozenset(("include", "identify", "name"))  # "the dead included Ana Ruiz", "were named as Ana Ruiz"
HURT = HARMING | {"die", "perish"}
# What befalls somebody at the hands of the law, and what for.
SEIZING = frozenset(
    "arrest detain hold jail imprison extradite deport expel remand charge indict convict sentence question free release "
    "hang execute".split()
)
# What is laid on somebody for what he did.
PENALTIES = frozenset(
    "sentence conviction verdict suspension fine ban penalty warrant punishment arrest detention prosecution case "
    "lawsuit sanction term dismissal expulsion impeachment jail imprison fine convict suspend expel execute deport".split()
)
REASONS = frozenset({"for", "after", "upon", "following"})
GROUNDS = frozenset("suspicion charge count allegation".split())
HARM = HURT | frozenset("shoot stab beat behead murder slay kidnap abduct".split())
REACTIONS = frozenset(
    "response reaction reply answer retaliation revenge reprisal reference anniversary report".split()
)
# Violent acts on things that do none: "the bombing of a hotel that killed nine". HURTFUL: those who might.
STRIKES = frozenset(
    "attack bombing blast explosion strike raid shelling shooting airstrike bombardment ambush assault siege fire "
    "stabbing massacre arson beheading knifing onslaught rampage crackdown".split()
)
# What is set for a day does then: "is scheduled to go into effect".
COMING_TO_BE = frozenset("begin start resume go take come enter end open occur".split())
SOMEBODY = frozenset({"PERSON", "ORG", "GPE", "NORP"})  # entities that can act
HURTFUL = frozenset({"PERSON", "NORP", "ORG", "PRODUCT"})
# Talks, and fights of two sides: "with" names the other.
TALKS = frozenset("talk meeting summit negotiation consultation discussion conference".split())
FIGHTS = frozenset(
    "clash clashe battle fight fighting combat shootout gunfight firefight gunbattle skirmish confrontation encounter".split()
)
# What somebody does who brings an act into force: "his imposition of a curfew".
BRINGING = frozenset("declaration imposition introduction proclamation enforcement announcement issuance".split())
THOROUGHFARES = frozenset("street road square avenue highway motorway plaza".split())

# "urged Russia to stop": the subject of the infinitive is the object above.
CONTROL_BY_OBJECT = frozenset(
    "urge ask tell order press pressure force allow permit persuade convince call invite request warn compel help "
    "encourage advise instruct direct lead prompt cause want expect enable require accuse authorize authorise task "
    "beg implore beseech push lobby send assign appoint oblige challenge dare exhort counsel caution remind incite entice "
    "lure bribe pay hire recruit train teach empower entitle commission nominate elect mandate coerce bully like trust".split()
)

# Verbs whose object is the one who is said to have done what follows "of", "for" or "with".
CHARGING = frozenset(
    "accuse blame suspect convict condemn criticize criticise charge acquit indict denounce try jail imprison sentence "
    "arrest detain punish fine sanction prosecute reproach fault forgive pardon hold execute kill beat bomb expel suspend "
    "fire sack dismiss oust stop prevent prohibit ban bar block forbid deter keep discourage credit clear exonerate absolve "
    "slam blast attack assail rebuke lambaste lambast castigate chide scold berate upbraid censure chastise admonish "
    "reprimand savage mock deride ridicule thank praise hail applaud laud commend congratulate honour honor reward".split()
)
# What crowds carry, and what is taken by doing something.
BANNERS = frozenset("banner flag placard sign poster effigy".split())
STEPS = frozenset("step measure action decision move risk precaution liberty".split())
# Where crowds march, whoever else is there, and how.
BUILDINGS = frozenset("hotel church stadium airport palace parliament embassy headquarters mosque courthouse".split())
TOWNS = frozenset("city town village capital square centre center suburb district neighborhood neighbourhood".split())
MARCHING = frozenset("march walk parade rally gather protest demonstrate stream pour converge assemble mass".split())
# Verbs by which somebody turns on another: "lashed out at Peru for leaving".
LASHING = frozenset("lash rage".split())

# Verbs that have no passive: "a rocket slammed into a block" is active, whatever the tag.
INTRANSITIVE = frozenset(
    "slam crash explode collapse erupt die fall rise arrive flee march rally surrender retreat resign escape clash "
    "gather assemble happen occur emerge vanish disappear perish capsize collide detonate apologise apologize".split()
)

# Verbs by which one owns to an act of one's own.
OWNING = frozenset("claim admit confess acknowledge profess".split())

# Verbs whose clause is what somebody says.
SAYING = frozenset(
    "say tell announce report claim add note state confirm insist declare reveal explain argue stress emphasize "
    "emphasise write post tweet believe reiterate maintain assert warn remark comment contend underline underscore "
    "hear understand mention repeat acknowledge admit concede conclude suggest indicate rule".split()
)

# What ends as a gerund does and names a thing: "the housing of refugees in hotels".
NO_GERUNDS = frozenset(
    "housing clothing painting drawing lodging dwelling building covering wording timing pricing lighting meaning feeling "
    "setting rating ranking ending beginning standing wedding offering".split()
)
