"""Who says what: clauses and names that the parser hangs on what is told instead of on the verb of speech."""

from __future__ import annotations

from dragoman.reading.clauses import CHARGING
from dragoman.reading.tree import Word, ancestors, child, children, has_to, move

# What somebody has said, as others answer it ("a charge the rebels deny"), and how they do.
ASSERTIONS = frozenset(
    {"accusation", "allegation", "assertion", "charge", "claim", "contention", "figure", "suggestion", "version"}
)
ASSERTING = frozenset(
    {"add", "announce", "argue", "ask", "claim", "complain", "declare", "deny", "express", "hear", "insist", "meet"}
    | {"say", "speak", "state", "suggest", "summon", "talk", "tell", "write"}
)
ANSWERING = frozenset({"deny", "dismiss", "dispute", "refute", "reject", "rubbish"})
CLOSING = frozenset({'"', "”", "''", "’", "'"})
# Verbs of what is done by speaking, which whoever is quoted goes on to do rather than those he tells of.
ADDRESSING = frozenset(
    {"accuse", "appeal", "ask", "blame", "call", "condemn", "criticise", "criticize", "demand", "denounce", "order"}
    | {"pledge", "praise", "recall", "summon", "thank", "urge", "vow", "warn", "welcome"}
)
ASKING = frozenset(
    {"ask", "beg", "command", "exhort", "implore", "instruct", "invite", "order", "press", "request", "tell", "urge"}
)
REMARKING = frozenset({"add", "argue", "cite", "describe", "insist", "note", "say", "stress", "threaten"})
# How far up the words of a claim their speaker is looked for.
MAX_CLIMB = 8
# How far down a name's right edge is followed: a longer one is no name before "said".
LONGEST_NAME = 8


def inverted_subject(name: Word, words: list[Word]) -> None:
    """As in "They expelled him, lawmaker Ana Prado said": the name before "said" is its subject, no apposition."""
    end = name
    for _ in range(LONGEST_NAME):
        if not end.children or end.children[-1].i < end.i:
            break
        end = end.children[-1]
    verb = words[end.i + 1] if end.i + 1 < len(words) else None
    if verb is None or verb.pos != "VERB" or verb.feats.get("VerbForm") != "Fin" or child(verb, "nsubj", "nsubj:pass"):
        return
    content = child(verb, "ccomp")
    if content is not None and content.i < name.i and any(governor is content for governor in ancestors(name)):
        move(name, verb, "nsubj")


def back_to_speech(verb: Word, words: list[Word]) -> None:
    """As in "He said that men had died, and urged a truce": a verb in the tense of "said" goes on where "said" was.

    The clause that is told is marked as such by the tense before ("had died") or after ("would die"), or it has no past
    tense at all ("demanded that they leave and *urged* a truce").
    """
    told = verb.head
    if told is not None and told.relation == "xcomp" and has_to(told) and verb.feats.get("VerbForm") in ("Fin", "Part"):
        told = told.head  # nothing past goes on from an infinitive
    speech = told.head if told is not None and told.relation == "ccomp" else None
    if told is None or speech is None or speech.pos != "VERB" or child(verb, "nsubj", "nsubj:pass", "aux", "mark"):
        return
    shifted = any(auxiliary.lower in ("had", "would") for auxiliary in told.children if auxiliary.relation == "aux")
    in_step = all(one.feats.get("Tense") == "Past" and one.feats.get("VerbForm") == "Fin" for one in (verb, speech))
    link = child(verb, "cc")
    marked = link is not None and link.i > 0 and (words[link.i - 1].text == "," or words[link.i - 1].text in CLOSING)
    tenses = {one.feats.get("Tense") for one in (told, *children(told, "aux", "aux:pass", "cop"))}
    # "said the charge was false and expelled him": no verb goes on from an adjective
    uneven = verb.feats.get("Tense") == "Past" and told.pos == "ADJ" and child(told, "cop") is not None
    shifted = in_step and ((shifted and marked) or "Past" not in tenses)
    if speech.i < told.i and (shifted or uneven or _addresses(verb, told)):
        move(verb, speech, "conj")


def _addresses(verb: Word, told: Word) -> bool:
    """True for what a speaker does by speaking, after he has told what others had done: "and *urged* Chad to leave"."""
    subject = child(told, "nsubj", "nsubj:pass")
    compound = any(one.lower in ("had", "was", "were", "would") for one in children(told, "aux"))
    if verb.lemma not in ADDRESSING or told.lemma in ADDRESSING | ASSERTING or subject is None or not compound:
        return False
    of_same = any(one.pos == "PRON" for one in children(verb, "obj", "iobj"))  # "had seized two and accused them"
    return verb.lower.endswith("ed") and subject.pos != "PRON" and not of_same


def answer(clause: Word, words: list[Word]) -> None:
    """As in "The army said it won, a claim the rebels deny": the answer is the report's, and no part of the claim.

    So in "claimed to have killed nine men, which the rebels deny": what is denied is not the men.
    """
    noun = clause.head
    if noun is None or clause.i < noun.i:
        return
    if noun.lemma in ASSERTIONS and (mark := child(noun, "det")) is not None and mark.lower in ("a", "an"):
        said, relation = noun, "obl"
    elif clause.lemma in ANSWERING and noun.mention_type != "abstract" and _object_is_thing(clause):
        said, relation, mark = clause, "advcl:relcl", words[noun.i + 1]
    else:
        return
    opening = mark.i if mark.text == "," else mark.i - 1
    speech = _speech_over(noun) or _speech_beside(noun, opening)
    if speech is not None and opening > speech.i and words[opening].text == "," and said.head is not speech:
        move(said, speech, relation)


def fronted_claim(noun: Word, words: list[Word]) -> None:
    """As in "He said they won, a claim rebels deny": what is read as object of a clause beside is the noun over it."""
    clause = noun.head
    if clause is not None and noun.i < clause.i and clause.dep == "parataxis" and clause.head is not None:
        move(noun, clause.head, "obl")
        move(clause, noun, "acl:relcl")
        answer(clause, words)


def claim_beside(noun: Word, words: list[Word]) -> None:
    """As in "Mali accused Chad, a *charge* Chad denied": of two subjects of one verb this is none."""
    verb = noun.head
    if verb is None or len(children(verb, "nsubj")) < 2:
        return
    if noun.i < verb.i:
        fronted_claim(noun, words)
        return
    noun.relate("obl")
    for clause in children(noun, "acl"):
        answer(clause, words)


def beside_request(clause: Word, words: list[Word]) -> None:
    """As in "Mali asked the force to leave, *denouncing* its record": who asked goes on, not who is to leave."""
    inner = clause.head
    outer = inner.head if inner is not None and inner.relation == "xcomp" and has_to(inner) else None
    if outer is None or outer.lemma not in ASKING or child(outer, "nsubj") is None or words[clause.i - 1].text != ",":
        return
    if clause.lower.endswith("ing") and clause.lemma in ADDRESSING | REMARKING and not child(clause, "nsubj", "mark"):
        move(clause, outer, "advcl")


def _object_is_thing(clause: Word) -> bool:
    """True for a relative clause about "which"."""
    return any(dependent.relation == "obj" and dependent.lower == "which" for dependent in clause.children)


def _speech_beside(noun: Word, before: int) -> Word | None:
    """The verb that stands behind what it reports and before a noun: "Police won, officials *said*, a claim …"."""
    verb = noun.head
    beside = [] if verb is None or verb.pos != "VERB" else verb.children
    return next((one for one in beside if one.relation == "parataxis" and one.i < before and child(one, "nsubj")), None)


def _speech_over(word: Word) -> Word | None:
    """The outermost verb in whose complement a word stands."""
    speech, current = None, word
    for _ in range(MAX_CLIMB):
        governor = current.head
        if governor is None:
            break
        told = current.relation in ("ccomp", "xcomp") and governor.pos == "VERB"
        if told or (current.relation in ("advcl", "obl") and governor.lemma in CHARGING):
            speech = governor
        current = governor
    return speech
