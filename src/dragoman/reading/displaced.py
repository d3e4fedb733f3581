"""What stands between a verb and the rest of its clause takes that rest from it: "vowed *in a speech* to leave"."""

from __future__ import annotations

from dragoman.reading.tree import Word, case, child, move, opens_with_to

# What people say something in, and the prepositions before it.
UTTERANCES = frozenset(
    {"address", "appeal", "broadcast", "communique", "communiqué", "declaration", "interview", "leaflet", "letter"}
    | {"message", "note", "post", "recording", "sermon", "speech", "statement", "telegram", "tweet", "video"}
)
_WITHIN = frozenset({"at", "during", "in", "on"})
# Verbs whose infinitive says what is to be done, by who speaks or by whom he addresses.
PROMISES = frozenset(
    {"agree", "decline", "offer", "pledge", "promise", "refuse", "swear", "threaten", "undertake", "vow"}
)
REQUESTS = frozenset(
    {"advise", "appeal", "ask", "beg", "beseech", "call", "command", "forbid", "implore", "instruct", "invite", "order"}
    | {"persuade", "press", "pressure", "tell", "urge", "warn"}
)
# Things a deed is done with or at; no doer is behind them ("beaten with *clubs* by guards").
_MADE = frozenset({"abstract", "event"})
# What only those who sit in judgement do to somebody, and who they are.
_TRYING = frozenset({"acquit", "clear", "convict", "fine", "imprison", "indict", "jail", "sentence"})
_JUDGES = frozenset({"bench", "court", "judge", "jury", "magistrate", "panel", "tribunal"})


def said_in(clause: Word) -> None:
    """As in "They vowed in a speech to attack Chad": the attack is what they vowed, and no part of the speech."""
    medium = clause.head
    verb = medium.head if medium is not None and medium.relation == "obl" else None
    if medium is None or verb is None or not opens_with_to(clause) or child(verb, "xcomp"):
        return
    if medium.lemma in UTTERANCES and case(medium) in _WITHIN and verb.lemma in PROMISES | REQUESTS:
        move(clause, verb, "xcomp")


def addressed_beyond(party: Word) -> None:
    """As in "They called in a letter on Chad to leave": they called on Chad, and the letter is not on it."""
    medium = party.head
    verb = medium.head if medium is not None and medium.relation == "obl" else None
    if medium is None or verb is None or medium.lemma not in UTTERANCES or case(medium) not in _WITHIN:
        return
    wanted = {"call": ("on", "upon"), "appeal": ("to",)}.get(verb.lemma, ())
    if case(party) in wanted and any(
        opens_with_to(one) and one.i > party.i for one in (*verb.children, *medium.children)
    ):
        move(party, verb, "obl")


def beside_name(word: Word) -> None:
    """As in "It was signed aboard the Canterbury by Ana Prado": what a preposition opens is no part of a name."""
    name, marker = word.head, child(word, "case")
    if name is None or marker is None or name.i > marker.i or name.head is None:
        return
    behind = [one for one in name.children if one.i > word.i and one.relation in ("flat", "conj")]
    verb = name.head
    passive = child(verb, "nsubj:pass") is not None and child(verb, "obl:agent") is None and marker.lower == "by"
    if name.relation == "obl" and verb.pos == "VERB":
        move(word, verb, "obl:agent" if passive else "obl")
    else:
        move(word, name, "nmod")
    for one in behind:
        move(one, word, one.dep)


def asked_of(clause: Word, words: list[Word]) -> None:
    """As in "Peru asked Oman, which had helped, to mediate": after the comma goes on what Oman was asked."""
    opening = child(clause, "mark")
    if opening is None or opening.lower != "to" or not opening.i or words[opening.i - 1].text != ",":
        return
    relative = clause.head
    for _ in range(3):
        if relative is None or relative.dep == "acl:relcl":
            break
        relative = relative.head
    asked = relative.head if relative is not None and relative.dep == "acl:relcl" else None
    verb = asked.head if asked is not None and asked.relation in ("obj", "iobj") else None
    if verb is not None and verb.lemma in REQUESTS and not child(verb, "xcomp"):
        move(clause, verb, "xcomp")


def said_where(place: Word) -> None:
    """As in "He said in Lima the army had left": right behind "said" it is where he said so."""
    clause, mark = place.head, child(place, "case")
    speech = clause.head if clause is not None and clause.relation == "ccomp" else None
    if clause is None or mark is None or speech is None or mark.i != speech.i + 1 or place.mention_type != "place":
        return
    subject = child(clause, "nsubj", "nsubj:pass")
    if mark.lower in ("in", "at", "near") and subject is not None and speech.i < place.i < subject.i:
        move(place, speech, "obl")


def beyond_means(party: Word) -> None:
    """As in "They were beaten with clubs by guards": "by" says who did it, and whose the clubs are is not told."""
    means = party.head
    verb = means.head if means is not None and means.relation == "obl" else None
    if means is None or verb is None or case(party) != "by" or means.i > party.i:
        return
    tried = verb.lemma in _TRYING and party.lemma in _JUDGES  # "was convicted of theft by a court"
    if means.mention_type in _MADE and not tried:
        return
    if means.pos != "NOUN" or means.name >= 0 or party.mention_type not in ("person", "organization", "place"):
        return
    passive = child(verb, "nsubj:pass", "aux:pass") is not None or (verb.dep == "acl" and verb.lower.endswith("d"))
    if passive and not child(verb, "obl:agent"):
        move(party, verb, "obl:agent")
