"""Objects, and what is said of them, that the parser hangs elsewhere than on their verb: "set free 52 men"."""

from __future__ import annotations

from dragoman.ontology.countries import load_countries
from dragoman.reading.clauses import HARMING, is_passive
from dragoman.reading.tree import Word, case, child, children, has_to, move

# Verbs that bring their object into a state told right behind them, and the words for it ("set *free* ten men").
STATES = {
    "set": frozenset({"ablaze", "adrift", "afire", "aflame", "alight", "free"}),
    "let": frozenset({"free", "go", "loose"}),
    "blow": frozenset({"apart"}),
    "cut": frozenset({"short"}),
    "shoot": frozenset({"dead"}),
}
# Nouns of leaving: behind whoever leaves, "from" says what place.
DEPARTURES = frozenset(
    {"departure", "deportation", "evacuation", "exit", "expulsion", "pullback", "pullout", "removal", "repatriation"}
    | {"retreat", "withdrawal"}
)
# Verbs whose object is, after them, what the adjective behind it says.
LEAVING = frozenset(
    {"brand", "call", "declare", "deem", "find", "hold", "label", "leave", "pronounce", "render", "shoot"}
)
# What is said of whoever is held so, with what follows it ("held the rebels *responsible* for the raid").
ANSWERABLE = frozenset({"accountable", "answerable", "liable", "responsible"})
# Verbs under which somebody is unwelcome from then on.
DECLARING = frozenset({"brand", "consider", "declare", "deem", "designate", "name", "pronounce"})
# What opens a quotation.
QUOTES = frozenset({'"', "“", "``", "‘", "«"})
# Verbs of calling somebody or something by a word.
NAMING = frozenset({"brand", "call", "dub", "label", "term"})
# Verbs that say how far an act is: their object is an act, be it a noun or a gerund.
PHASES = frozenset({"begin", "cease", "continue", "halt", "keep", "quit", "restart", "resume", "start", "stop"})
# Participles that say of somebody where or what he is just now ("Jordan's *visiting* king"), and verbs before them.
RECEIVING = frozenset({"assure", "brief", "greet", "host", "meet", "receive", "see", "tell", "urge", "warn", "welcome"})
PASSING = frozenset({"exile", "lead", "retire", "rule", "serve", "sit", "visit"})
# Verbs that say of what somebody is held guilty or not, or what is taken from him.
OF_CHARGES = frozenset({"absolve", "accuse", "acquit", "clear", "convict", "strip", "suspect"})
# Verbs in whose passive "by" says who judges, however far behind what is judged.
ACCUSING = frozenset({"accuse", "blame", "condemn", "criticise", "criticize", "fault", "suspect"})
CHARGED = OF_CHARGES | ACCUSING | {"charge", "fine", "indict", "sentence", "sue"}
# Participles of harm, and their verbs.
_WOUNDS = {"displaced": "displace", "hurt": "hurt", "injured": "injure", "maimed": "maim", "wounded": "wound"}
# Verbs that never stand without an object, and their particles, which a parser takes for its prepositions.
PARTED = {
    "break": frozenset({"off", "up"}),
    "brush": frozenset({"aside", "off"}),
    "call": frozenset({"off"}),
    "block": frozenset({"off"}),
    "close": frozenset({"off"}),
    "cordon": frozenset({"off"}),
    "hand": frozenset({"down", "in", "out", "over"}),
    "seal": frozenset({"in", "off"}),
}
# Words that only point the way of a verb, whose phrase is the verb's own ("stay *away* from work").
WAYS = frozenset({"away", "back", "down", "free", "home", "off", "out", "over", "up"})
CURRENCIES = frozenset({"dollar", "euro", "franc", "peso", "pound", "ruble", "rupee", "yen", "yuan"})


def mend_object(verb: Word, words: list[Word]) -> None:
    """Mend the objects of one verb in place."""
    _counted(verb)
    _passing(verb, words)
    _guest(verb, words)
    _term(verb)
    _in_state(verb, words)
    _beyond_particle(verb)
    _parted(verb)
    _handed(verb)
    _outcome(verb)
    _verdict(verb)
    _called_deed(verb)


def _counted(verb: Word) -> None:
    """As in "They stripped 12 exiled priests of their posts": a number before the object counts it."""
    objects = children(verb, "obj", "iobj")
    if len(objects) != 2:
        return
    number, thing = objects
    if number.pos == "NUM" and not number.children and thing.pos in ("NOUN", "PROPN") and number.i < thing.i:
        move(number, thing, "nummod")
        thing.relate("obj")


def _passing(verb: Word, words: list[Word]) -> None:
    """As in "She met Jordan's visiting king", "She told visiting king Omar": the king is met, and nobody visits him."""
    if verb.lemma not in PASSING or not verb.lower.endswith("ing"):
        return
    person, clause = child(verb, "obj"), verb.head
    if person is None or clause is None:
        return
    owned = words[verb.i - 1].lower in ("'s", "’s", "'", "’")
    bare = words[verb.i - 1] is clause and clause.lemma in RECEIVING  # "told visiting envoy Ana Prado"
    if not (owned or bare) or child(person, "det") or person.i < verb.i:
        return
    relation = "obj" if verb.relation == "xcomp" else verb.dep
    move(person, clause, relation)
    for other in list(verb.children):
        move(other, person if other.dep == "nmod:poss" else clause, other.dep)
    move(verb, person, "amod")


def _guest(verb: Word, words: list[Word]) -> None:
    """As in "a dinner for visiting Premier Lelei": the dinner is for him who visits, and nobody visits him."""
    host, mark = verb.head, words[verb.i - 1]
    if verb.lower != "visiting" or host is None or mark.head is not verb or mark.dep != "mark":
        return
    person = host if verb.relation == "amod" else child(verb, "obj")
    if mark.lower not in ("for", "with", "of", "to") or person is None or person.i < verb.i:
        return
    if child(person, "det") or not child(person, "nmod:desc") or (person is not host and host.pos != "NOUN"):
        return
    if person is not host:
        move(person, host, "nmod")
        move(verb, person, "amod")
    move(mark, person, "case")
    mark.pos = "ADP"


def _term(verb: Word) -> None:
    """As in "Chad gave the rebels two days to leave": they are given two days, which are for leaving."""
    if verb.lemma not in ("allow", "give", "grant"):
        return
    whom = child(verb, "iobj") or child(verb, "obj")
    days = next((one for one in verb.children if one.dep in ("obl:unmarked", "obl:tmod")), None)
    if whom is None or days is None or days.i < whom.i:
        return
    if days.pos != "NOUN" or days.mention_type != "time":
        return
    whom.relate("iobj")
    days.relate("obj")
    for clause in [one for one in children(verb, "advcl", "xcomp") if one.i > days.i and has_to(one)]:
        move(clause, days, "acl")


def _in_state(verb: Word, words: list[Word]) -> None:
    """As in "Gunmen set ablaze a market": what follows the state is the object, and the state is none of its own."""
    state = words[verb.i + 1] if verb.i + 1 < len(words) else None
    if state is None or state.lower not in STATES.get(verb.lemma, ()):
        return
    thing = child(verb, "obj")
    if thing is None and state.head is verb:
        behind = [*children(verb, "xcomp", "nsubj"), *children(state, "obj", "nsubj")]
        thing = next((one for one in behind if one.i > state.i and one.pos in ("NOUN", "PROPN", "PRON")), None)
    if thing is None or thing is state:
        return
    if state.head is thing:
        move(state, verb, "xcomp")
    if thing.head is not verb or thing.relation != "obj":
        move(thing, verb, "obj")


def _beyond_particle(verb: Word) -> None:
    """As in "The nurses stayed away from work": the phrase behind a word that points the way is the verb's."""
    for way in children(verb, "advmod", "xcomp", "compound"):
        if way.lower in WAYS and way.i > verb.i:
            for phrase in children(way, "obl"):
                move(phrase, verb, "obl")


def _parted(verb: Word) -> None:
    """As in "The rebels handed in their rifles", "They sealed off the road": the preposition is the verb's particle."""
    particles = PARTED.get(verb.lemma)
    if particles is None or child(verb, "iobj", "aux:pass", "ccomp"):
        return
    for marked in children(verb, "obj"):
        if case(marked):
            marked.relate("obl")  # "calls off march *on* capital"
    if child(verb, "obj"):
        return
    thing = next((one for one in children(verb, "obl") if one.i > verb.i and case(one) in particles), None)
    mark = child(thing, "case") if thing is not None else None
    if thing is not None and mark is not None and mark.i == verb.i + 1:
        move(mark, verb, "compound:prt")
        thing.relate("obj")
        if thing.mention_type == "time" and thing.text.islower():
            thing.pos, thing.mention_type = "NOUN", "event"  # a march, not March


def _handed(verb: Word) -> None:
    """As in "Fiji handed the agency recordings": where nothing else says to whom, the noun before the object does."""
    thing = child(verb, "obj") if verb.lemma == "hand" else None
    whom = child(thing, "compound") if thing is not None else None
    if thing is None or whom is None or child(verb, "iobj", "aux:pass", "compound"):
        return
    told = any(case(one) == "to" for one in (*verb.children, *thing.children))
    if told or whom.i != thing.i - 1 or whom.mention_type not in ("organization", "person"):
        return
    move(whom, verb, "iobj")
    for before in [one for one in thing.children if one.i < whom.i]:
        move(before, whom, before.dep)


def _outcome(verb: Word) -> None:
    """As in "The raid resulted in nine nurses killed": the participle behind those it ended for tells of them."""
    victims = next((one for one in children(verb, "obl") if one.mention_type == "person"), None)
    if victims is None:
        return
    told = next((one for one in children(verb, "advcl") if one.i == victims.i + 1), None)
    if told is not None and told.feats.get("VerbForm") == "Part":
        move(told, victims, "acl")


def _verdict(verb: Word) -> None:
    """As in "She called the order tyranny": a bare noun right behind the object is what it is called."""
    thing = child(verb, "obj")
    if verb.lemma not in ("brand", "call", "deem", "label") or thing is None or child(verb, "xcomp") is not None:
        return
    said = next((one for one in children(thing, "appos") if one.i == thing.i + 1), None)
    if said is not None and said.pos == "NOUN" and not said.children:
        move(said, verb, "xcomp")


def _called_deed(verb: Word) -> None:
    """As in "He called the killing a crime": a deed with an article has no object, it is called so."""
    deed = child(verb, "obj") if verb.lemma in NAMING else None
    name = child(deed, "obj") if deed is not None and child(deed, "det") is not None else None
    if name is not None and name.pos == "NOUN" and child(verb, "xcomp") is None:
        move(name, verb, "xcomp")


def left_so(adjective: Word) -> None:
    """As in "left five officers dead and 27 people hurt": behind its noun, an adjective says what they were left as."""
    noun = adjective.head
    if noun is None or adjective.i != noun.i + 1 or adjective.pos != "ADJ":
        return
    beside = (one for one in adjective.children if one.relation not in ("conj", "cc", "advmod", "punct"))
    if adjective.lemma not in ANSWERABLE and any(beside):
        return  # "declared a truce effective from Sunday"
    while noun.relation == "nmod" and noun.head is not None:
        noun = noun.head  # "hundreds of people dead"
    verb = noun.head if noun.relation == "obj" else None
    if verb is not None and verb.lemma in LEAVING and child(verb, "xcomp") is None:
        move(adjective, verb, "xcomp")
        for other in [one for one in verb.children if one.relation == "obj" and one.i > adjective.i]:
            move(other, noun, "conj")


def goal_of_leaving(place: Word) -> None:
    """As in "the withdrawal of its forces from Panama": they leave it, and are not from there."""
    leaving = place.head.head if place.head is not None and case(place) == "from" else None
    if leaving is None or leaving.pos != "NOUN" or leaving.lemma not in DEPARTURES or place.head is None:
        return
    if place.head.relation == "nmod" and case(place.head) == "of" and place.i > place.head.i:
        move(place, leaving, "nmod")


def heavy_object(thing: Word) -> None:
    """As in "Chad dismissed as nonsense a report that …": what stands bare behind "as …" is the object."""
    verb = thing.head
    if verb is None or verb.pos != "VERB" or thing.mention_type == "time" or child(thing, "case", "mark"):
        return
    if not child(verb, "obj", "nsubj:pass") and any(
        case(one) == "as" and one.i < thing.i for one in children(verb, "obl")
    ):
        thing.relate("obj")


def maker(agent: Word) -> None:
    """As in "Chad refuted claims by Gabon that …": a verb with subject and object has no agent, its object has."""
    verb = agent.head
    thing = child(verb, "obj") if verb is not None and verb.pos == "VERB" else None
    if verb is None or thing is None or thing.pos != "NOUN" or thing.i > agent.i:
        return
    if any(one.dep == "nsubj" for one in verb.children) and not any(one.dep == "aux:pass" for one in verb.children):
        move(agent, thing, "nmod")


def stopped(noun: Word) -> None:
    """As in "The miners stopped work": what is stopped is an object."""
    verb = noun.head
    if noun.lower == "work" and noun.pos == "VERB" and not child(noun, "mark"):
        noun.pos = "NOUN"
    if verb is None or noun.pos != "NOUN" or child(noun, "mark", "cop", "obj", "nsubj"):
        return
    behind = any(one.dep == "compound:prt" and one.i == noun.i - 1 for one in verb.children)  # "phase out aid"
    if (verb.lemma in PHASES or behind) and not child(verb, "obj", "aux:pass"):
        noun.relate("obj")


def charged_of(matter: Word) -> None:
    """As in "The court acquitted five men of fraud": of what somebody is cleared or accused hangs on the verb."""
    accused = matter.head
    verb = accused.head if accused is not None and accused.dep in ("obj", "nsubj:pass") else None
    named = matter.mention_type in ("person", "place") or matter.pos == "PROPN"  # "accused the government of Chad of …"
    charged = verb is not None and verb.lemma == "charge" and case(matter) == "with"
    doing = next((one for one in matter.children if one.i == matter.i - 1 and one.pos == "VERB"), None)
    if verb is not None and doing is not None and doing.relation == "amod" and doing.lower.endswith("ing"):
        _charged_with_doing(verb, doing, matter)
        return
    if verb is not None and (charged or (verb.lemma in OF_CHARGES and case(matter) == "of")) and not named:
        move(matter, verb, "obl")


def _charged_with_doing(verb: Word, doing: Word, whom: Word) -> None:
    """As in "accused Chad of *harbouring plotters*": they are harboured, and do not harbour."""
    mark = child(whom, "case")
    if verb.lemma not in CHARGED or mark is None or mark.lower != "of" or mark.i != doing.i - 1:
        return
    move(doing, verb, "advcl")
    move(whom, doing, "obj")
    move(mark, doing, "mark")


def wounded(number: Word, words: list[Word]) -> None:
    """As in "killed ten men and wounded dozens": who is wounded is not killed, however short it is told."""
    harmed = number.head
    verb = harmed.head if harmed is not None and harmed.dep in ("obj", "nsubj:pass") else None
    deed = words[number.i - 1] if number.i else None
    if verb is None or deed is None or deed.head is not number or verb.lemma not in HARMING:
        return
    joint = next((one for one in number.children if one.relation == "cc"), None)
    if deed.lower not in _WOUNDS or joint is None or joint.i != deed.i - 1 or is_passive(verb):
        return
    deed.pos, deed.lemma, deed.mention_type = "VERB", _WOUNDS[deed.lower], ""
    deed.feats = {"VerbForm": "Fin", "Tense": "Past"}
    move(deed, verb, "conj")
    move(number, deed, "obj")
    move(joint, deed, "cc")


def accuser(person: Word) -> None:
    """As in "He was accused of fraud by the opposition": the fraud is his, and the charge the opposition's."""
    matter = person.head
    verb = matter.head if matter is not None and matter.dep in ("obl", "obl:arg", "nmod") else None
    if matter is None or verb is None or verb.lemma not in CHARGED or case(person) != "by":
        return
    if matter.mention_type == "event" and verb.lemma not in ACCUSING:
        return  # "was convicted of an attack by rebels"
    if child(verb, "nsubj:pass") is not None and not any(case(one) == "by" for one in children(verb, "obl")):
        move(person, verb, "obl:agent")


def gerund(verb: Word) -> None:
    """As in "The army resumed shelling rebel villages": they are shelled, and do not shell.

    Likewise "denied having shelled villages".
    """
    noun = verb.head
    phase = noun.head if noun is not None and noun.relation == "obj" else None
    if verb.pos != "VERB" or noun is None or phase is None:
        return
    having = child(verb, "aux")
    if having is not None and having.lower == "having" and having.i == phase.i + 1:
        move(verb, phase, "xcomp")
        move(noun, verb, "obj")
    if not verb.lower.endswith("ing"):
        return
    bare = not child(noun, "det", "nmod:poss") and noun.mention_type in ("person", "organization", "place")
    if phase.lemma in PHASES and bare and phase.i == verb.i - 1:
        move(verb, phase, "xcomp")
        move(noun, verb, "obj")


def called_so(noun: Word, words: list[Word]) -> None:
    """As in "called the raid “a crime”": behind an opening quotation mark stands what it is called."""
    thing = noun.head
    verb = thing.head if thing is not None and thing.relation == "obj" else None
    if verb is None or thing is None or verb.lemma not in NAMING or noun.i < thing.i:
        return
    first = min((one.i for one in noun.children if one.relation in ("amod", "det") and one.i > thing.i), default=noun.i)
    if words[first - 1].text in QUOTES and not children(verb, "xcomp"):
        move(noun, verb, "xcomp")


def counted_people(word: Word) -> None:
    """As in "Rebels freed two Japanese": a nationality that is counted is people."""
    number = child(word, "nummod")
    if word.pos == "ADJ" and number is not None and number.i < word.i and load_countries().by_adjective(word.text):
        word.pos, word.mention_type = "NOUN", "person"
        word.feats = {"Number": "Plur"}


def shot_dead(verb: Word) -> None:
    """As in "Editor shot dead in Lima": a headline's participle without an object tells what befell its subject."""
    subject, state = child(verb, "nsubj"), child(verb, "xcomp")
    if verb.lemma != "shoot" or subject is None or state is None or state.lower != "dead":
        return
    if not children(verb, "obj", "iobj", "aux"):
        subject.relate("nsubj:pass")


def unwelcome(persona: Word, words: list[Word]) -> None:
    """As in "declared two staff at the embassy *persona non grata*": it is no part of the name before it."""
    i = persona.i
    behind = [word.lower for word in words[i + 1 : i + 3]]
    if i == 0 or behind[:1] != ["non"] or len(behind) < 2:
        return
    noun, governor, dep = words[i - 1], persona.head, persona.dep
    verb = next((word for word in reversed(words[:i]) if word.pos == "VERB"), None)
    if verb is None or verb.sentence != persona.sentence or verb.lemma not in DECLARING or governor is None:
        return
    if noun.head is not persona:
        if governor is not verb:
            move(persona, verb, "xcomp")
        return
    for part in [one for one in persona.children if one.i < i and one is not noun]:
        move(part, noun, part.dep)
    move(noun, governor, "obj" if governor is verb else dep)
    move(persona, verb, "xcomp")


def in_money(thing: Word) -> None:
    """As in "cut 18 million dollars *in aid*": what is paid, and not where."""
    amount = child(thing.head, "obj") if thing.head is not None and case(thing) == "in" else None
    money = amount is not None and (amount.pos == "SYM" or amount.lemma in CURRENCIES)
    if amount is not None and money and thing.pos == "NOUN" and thing.i == amount.i + 2:
        move(thing, amount, "nmod")


def past_amount(party: Word) -> None:
    """As in "a grant of $40 million to Chad": the grant is to somebody, and its amount is not."""
    amount = party.head
    thing = amount.head if amount is not None and amount.relation == "nmod" and case(amount) == "of" else None
    if amount is None or thing is None or thing.pos != "NOUN" or case(party) not in ("for", "from", "to"):
        return
    if amount.pos == "SYM" or amount.lemma in CURRENCIES:
        move(party, thing, "nmod")
