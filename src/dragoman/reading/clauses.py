"""Grammatical functions over a UD tree: who is the logical subject, object and oblique of a word.

Passives, relative clauses, control, participles and coordination are undone here, once, so that the lexicon can
speak of subject and object alone. Relations are those of Universal Dependencies v2.
"""

from __future__ import annotations

from dragoman.reading.tree import Word, case, child, children

# Verbs whose infinitive is done by their own subject although they take an object ("promised Cairo to leave").
SUBJECT_CONTROL = frozenset(
    {"promise", "vow", "pledge", "threaten", "offer", "agree", "swear", "use"}
    | {"cable", "contact", "phone", "ring", "summon", "telephone", "visit"}
)
# Prepositions whose gerund is done by the object: "accused him of sending", "kept them from leaving".
CHARGING = frozenset(
    {"accuse", "acquit", "blame", "charge", "convict", "criticise", "criticize", "fault", "suspect", "thank"}
)
# Verbs whose passive keeps what was given as its object.
DITRANSITIVE = frozenset(
    {"allocate", "award", "deny", "give", "grant", "hand", "lend", "offer", "pay", "promise", "send"}
)
# What is given to somebody who then may do, or must do, what its infinitive tells.
LICENCES = frozenset(
    {"approval", "authorisation", "authority", "authorization", "chance", "clearance", "leave", "licence", "license"}
    | {"day", "hour", "minute", "month", "week"}
    | {"mandate", "opportunity", "order", "permission", "permit", "power", "right", "time"}
)
# Verbs whose object is what others are about: "foiled a plot to …", "condemned attempts to …", "hailed the war on …".
OF_OTHERS = frozenset(
    {"avert", "condemn", "criticise", "criticize", "decry", "denounce", "deplore", "detect", "disrupt", "expose"}
    | {"foil", "frustrate", "investigate", "oppose", "prevent", "probe", "stymie", "thwart", "uncover", "unmask"}
    | {"applaud", "assess", "celebrate", "commemorate", "commend", "cover", "debate", "describe", "discuss", "examine"}
    | {"fear", "follow", "hail", "laud", "mention", "monitor", "note", "observe", "praise", "protest", "question"}
    | {"recall", "regret", "reject", "report", "review", "salute", "study", "toast", "watch", "welcome", "witness"}
)
# What is discussed by those who mean to do it: "discussed a *plan* to …", not "the campaign to …".
_INTENDED = frozenset({"idea", "intention", "measure", "method", "option", "plan", "possibility", "step", "way"})
# What somebody is held or wanted on, and has done himself: "arrested five men *on suspicion* of plotting to …".
CHARGES = frozenset({"accusation", "allegation", "charge", "count", "suspicion"})
# What is written to say something, be it a thing ("a letter *calling* for reform").
WRITINGS = frozenset(
    {"advertisement", "card", "complaint", "e-mail", "email", "fax", "leaflet", "letter", "note", "post", "telegram"}
)
OBJECT_MARKS = frozenset({"of", "from", "into", "for", "against"})
PLACING = frozenset({"where", "when", "why", "whereby", "wherein"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
# Verbs that nobody uses without an object but in the passive.
BEREFT = frozenset(
    {
        "abduct", "acquit", "behead", "deport", "detain", "expel", "extradite", "free", "jail", "kidnap", "oust",
        "release",
    }
)  # fmt: skip
# Verbs of harm done to people or things.
HARMING = frozenset({"hurt", "injure", "kill", "wound", "destroy", "damage", "devastate"})
# Words that open clauses of time and cause.
CIRCUMSTANCES = frozenset({"after", "as", "because", "before", "since", "though", "although", "until", "when", "while"})
CONTRASTS = frozenset({"although", "though", "whereas", "while"})
# Climbing over control chains ends here; deeper chains do not occur in prose.
MAX_CLIMB = 8


def is_passive(verb: Word) -> bool:
    """True for a passive verb: marked by its subject or auxiliary, or a past participle that modifies a noun."""
    for dependent in verb.children:
        if dependent.dep in ("nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
            return True
    if verb.feats.get("VerbForm") == "Part" and verb.feats.get("Tense") == "Past":
        if verb.dep in ("acl", "amod") or (verb.dep == "advcl" and not children(verb, "obj")):
            return not any(dependent.relation in ("nsubj", "aux") for dependent in verb.children)
        if verb.dep == "conj" and verb.head is not None and not children(verb, "nsubj", "aux"):
            given = verb.lemma in DITRANSITIVE  # "was summoned and handed a protest"
            return (given or not children(verb, "obj")) and is_passive(verb.head)
    return _is_clipped(verb) or _is_bare_participle(verb)


def _is_bare_participle(verb: Word) -> bool:
    """True for a participle behind a noun, whatever the parser takes its form for: "a journalist *gunned* down"."""
    form = verb.dep == "acl" and verb.pos == "VERB" and verb.lower.endswith("ed")
    return form and child(verb, "obj", "nsubj", "aux", "mark", "ccomp", "xcomp") is None


def _is_clipped(verb: Word) -> bool:
    """True for a headline's passive without its auxiliary: "Mayor freed from prison"."""
    if verb.lemma not in BEREFT or verb.relation not in ("root", "parataxis") or verb.feats.get("Tense") != "Past":
        return False
    if children(verb, "aux", "obj", "iobj", "ccomp", "xcomp", "expl") or child(verb, "nsubj") is None:
        return False
    if _displaced(verb) is not None:
        return False
    return not any(child(one, "obj") for one in children(verb, "conj"))


def is_circumstance(clause: Word) -> bool:
    """True for an adverbial clause that only says when or why: "was charged *after police broke up a rally*"."""
    marks = {mark.lower for mark in children(clause, "mark", "advmod")}
    return clause.relation == "advcl" and not CIRCUMSTANCES.isdisjoint(marks)


def is_contrast(clause: Word) -> bool:
    """True for a clause that goes on with something else: "called it a betrayal, *while Chad welcomed it*"."""
    mark = child(clause, "mark")
    return clause.relation == "advcl" and mark is not None and mark.lower in CONTRASTS


def is_about_to(verb: Word) -> bool:
    """True for the "going" of "is going to meet", which goes nowhere."""
    if verb.lower != "going" or children(verb, "obl", "advmod"):
        return False
    return any(auxiliary.lemma == "be" for auxiliary in children(verb, "aux"))


def antecedent(verb: Word) -> Word | None:
    """The noun that a clause of relation ``acl`` modifies; for "who", the person it is in apposition to."""
    noun = verb.head
    if noun is None:
        return None
    subject = child(verb, "nsubj", "nsubj:pass")
    if subject is not None and subject.lower in ("that", "which") and verb.lemma in HARMING:
        return _harmful(noun)
    if subject is not None and subject.lower == "who":
        over = noun.head
        single = noun.pos == "PROPN" and case(noun) == "of" and child(noun, "flat") is None
        if single and over is not None and over.pos == "NOUN" and over.mention_type == "person":
            return over  # "the governor of Gulu, who …"
        climbing: Word | None = noun
        for _ in range(MAX_CLIMB):
            if climbing is None or climbing.mention_type == "person" or climbing.pos == "PRON":
                return climbing or noun
            climbing = climbing.head if climbing.relation in ("appos", "nmod", "flat", "conj") else None
    return noun


def _harmful(noun: Word) -> Word:
    """What did the harm, where parsers hang its clause on a place: "*attacks* in a market in Gao which killed ten"."""
    climbing: Word | None = noun
    for _ in range(MAX_CLIMB):
        if climbing is None or climbing.mention_type != "place":
            break
        climbing = climbing.head if climbing.relation in ("nmod", "obl") else None
    return climbing if climbing is not None and climbing.mention_type == "event" else noun


def resolve_relative(word: Word, verb: Word) -> Word:
    """The antecedent if the word is the relative pronoun of the verb's clause, else the word."""
    if word.lower not in RELATIVES or word.pos not in ("PRON", "DET", "SCONJ"):
        return word
    clause: Word | None = verb
    for _ in range(MAX_CLIMB):
        if clause is None:
            return word
        if clause.dep == "acl:relcl":
            return antecedent(clause) or word
        clause = clause.head
    return word


def surface_subject(verb: Word) -> Word | None:
    """The subject the verb agrees with or inherits: its own, or that of the clause that controls it."""
    current: Word | None = verb
    for _ in range(MAX_CLIMB):
        if current is None:
            return None
        own = child(current, "nsubj", "nsubj:pass", "csubj")
        if own is not None and current.relation == "advcl" and _is_each(own):
            own = None  # "they traded fire, each (side) accusing the other": they did
        if own is not None and own.dep != "nsubj:outer":
            if own.dep.startswith("csubj") or (own.lower in ("it", "there") and child(current, "ccomp", "expl")):
                return None
            return resolve_relative(own, current)
        step = _controller(current)
        if isinstance(step, tuple):
            return step[0]
        current = step
    return None


def _is_each(subject: Word) -> bool:
    """True for "each" and "each side"."""
    side = subject.lemma in ("party", "side") and [one.lower for one in subject.children] == ["each"]
    return side or (subject.lower == "each" and not subject.children)


def _controller(verb: Word) -> Word | tuple[Word | None] | None:
    """Where a verb without a subject gets one: a clause to go on with, or the subject itself in a tuple."""
    head = verb.head
    if head is None:
        return None
    relation = verb.relation
    if relation == "xcomp":
        obj = child(head, "obj", "iobj")
        if obj is not None and head.lemma not in SUBJECT_CONTROL and not is_passive(head):
            return (resolve_relative(obj, head),)
        return head
    if relation == "conj":
        if head.pos in ("VERB", "AUX", "ADJ") or children(head, "nsubj", "cop"):
            return head
        return _of_noun(verb, head) if verb.pos == "VERB" else None
    if relation == "advcl":
        mark = child(verb, "mark")
        obj = child(head, "obj", "iobj")
        charged = mark is not None and mark.lower in OBJECT_MARKS
        charged = charged or (mark is not None and mark.lower == "with" and head.lemma == "charge")
        if charged and obj is not None and obj.i < verb.i:
            return (resolve_relative(obj, head),)
        if charged and obj is None and head.dep == "acl:relcl" and head.lemma in CHARGING:
            return (antecedent(head),)  # "a man it accused of directing the strike"
        return head
    if relation in ("ccomp", "parataxis"):
        return None if verb.feats.get("VerbForm") == "Fin" or child(verb, "aux") else head
    if relation == "acl" and child(head, "cop") and (subject := child(head, "nsubj")) is not None:
        # "Norway is the donor giving most to Chad", "Rwanda is the country that …": what the noun is said of.
        return (resolve_relative(subject, head),)
    become = head.head if relation == "acl" and head.relation == "xcomp" else None
    if become is not None and become.lemma == "become" and (subject := child(become, "nsubj")) is not None:
        return (resolve_relative(subject, become),)  # "became the last neighbour to close its border"
    if verb.dep == "acl:relcl":
        found = antecedent(verb)
        return (found,)
    if relation == "acl":
        return _of_noun(verb, head)
    if verb.feats.get("VerbForm") == "Ger" or verb.lower.endswith("ing"):
        owner = child(verb, "nmod:poss")
        if owner is not None:
            return (owner,)
        if relation in ("nmod", "obl", "obj", "appos", "advcl"):
            return _of_noun(verb, head) if head.pos in ("NOUN", "PROPN") else head
    return None


def _of_noun(verb: Word, noun: Word) -> Word | tuple[Word | None] | None:
    """The doer of a participle or infinitive that modifies a noun.

    "rebels holding hostages": the noun. "a statement condemning …": who made it. "Hussein's attempts to bridge …": its
    possessor; "an attempt by rebels to …": the rebels. "made an attempt to …": the subject of the governing verb.
    """
    governor = noun.head
    active = governor is not None and governor.pos == "VERB" and not is_passive(governor)
    if verb.feats.get("VerbForm") != "Inf" and not child(verb, "mark") and verb.dep == "acl":
        if active and noun.relation == "obj" and (noun.mention_type in ("abstract", "event") or noun.lemma in WRITINGS):
            # "issued a statement condemning …", "launched a raid killing …": whoever issued or launched it.
            return governor
        if (told := _told_in_passing(verb, noun)) is not None:
            return told
        return (noun,)
    mark = child(verb, "mark")
    if governor is not None and governor.lemma in CHARGING and mark is not None and mark.lower in OBJECT_MARKS:
        # "accused the bill of harming …": parsers hang the charge on the accused at times.
        return (noun,)
    owner = child(noun, "nmod:poss") or next((one for one in children(noun, "nmod") if case(one) == "by"), None)
    if owner is not None:
        return (owner,)
    if noun.mention_type in ("person", "organization"):
        return (noun,)
    whose = [one for one in children(noun, "compound", "amod") if one.i < noun.i and _may_do(one)]
    if whose:
        return (whose[0],)  # "a government decision to suspend talks"
    if governor is not None and governor.lemma in DITRANSITIVE and noun.lemma in LICENCES:
        # "granted the police permission to search", "gave permission to a firm to drill"
        given = child(governor, "iobj") or next((one for one in children(governor, "obl") if case(one) == "to"), None)
        inner = next((one for one in children(noun, "nmod") if case(one) == "to"), None)
        return (surface_subject(governor) if is_passive(governor) else given or inner,)
    if governor is None or governor.pos != "VERB" or noun.relation not in ("obj", "obl"):
        return (noun,)
    if noun.relation == "obj" and is_of_others(governor, noun):
        return (noun,)
    if noun.relation == "obl" and noun.lemma in CHARGES:
        return (undergoer(governor),)
    return governor


def is_of_others(verb: Word, noun: Word) -> bool:
    """True where a verb only speaks of what its object tells, or judges it: its subject does not do that."""
    return verb.lemma in OF_OTHERS and not (verb.lemma in ("debate", "discuss") and noun.lemma in _INTENDED)


def _told_in_passing(verb: Word, noun: Word) -> Word | None:
    """The clause whose doer does what a participle behind a comma adds: "showed their skill in battle, *driving* X"."""
    aside = any(mark.relation == "punct" and mark.text == "," and mark.i < verb.i for mark in verb.children)
    if not aside or noun.mention_type not in ("abstract", "event") or not verb.lower.endswith("ing"):
        return None
    above = noun.head
    while above is not None and above.pos == "NOUN" and above.relation in ("obj", "obl", "nmod"):
        above = above.head
    return above if above is not None and above.pos == "VERB" and noun.relation in ("obl", "nmod") else None


def clause_subject(word: Word) -> Word | None:
    """The subject of what somebody says: "the move" of "China said the move was unacceptable"."""
    clause = child(word, "ccomp")
    return None if clause is None else child(clause, "nsubj")


def judged_thing(word: Word) -> Word | None:
    """What somebody calls something: "the charge" of "called the charge a lie", whose subject some trees make it."""
    for clause in children(word, "xcomp"):
        if (thing := child(clause, "nsubj")) is not None:
            return thing
    return undergoer(word)


def _may_do(modifier: Word) -> bool:
    """True for a word before a noun that names somebody: "a *government* decision", "the *Israeli* plan"."""
    peoples = modifier.pos in ("ADJ", "PROPN") and modifier.text[:1].isupper() and modifier.name >= 0
    return peoples or (modifier.pos == "NOUN" and modifier.mention_type in ("person", "organization"))


def doer(verb: Word) -> Word | None:
    """The logical subject: the by-phrase of a passive, else the surface subject."""
    if not is_passive(verb):
        return doer(verb.head) if verb.head is not None and follows_harm(verb) else surface_subject(verb)
    agent = _agent(verb)
    if agent is not None:
        return None if _nearer(verb, agent) is not None else agent
    if verb.relation == "advcl" and verb.head is not None and is_passive(verb.head):
        above = _agent(verb.head)
        return above if above is not None and _nearer(verb.head, above) is verb else None
    return None


def follows_harm(verb: Word) -> bool:
    """True for what a deed told in the passive led to: "the church was bombed, *killing* two" by who bombed it."""
    if verb.relation != "advcl" or verb.lemma not in HARMING or not verb.lower.endswith("ing"):
        return False
    return verb.head is not None and is_passive(verb.head) and child(verb, "nsubj", "mark") is None


def _agent(verb: Word) -> Word | None:
    """The by-phrase that hangs on a passive."""
    for dependent in verb.children:
        agent = dependent.dep == "obl:agent" or (dependent.relation == "obl" and case(dependent) == "by")
        if agent and dependent.mention_type != "time":
            return dependent
    # "were urged to lay down their arms by the UN": the agent stands behind the infinitive.
    inner = (one for clause in children(verb, "xcomp") if not is_passive(clause) for one in children(clause, "obl"))
    return next((one for one in inner if case(one) == "by" and one.mention_type in ("person", "organization")), None)


def is_each_other(word: Word) -> bool:
    """True for "each other" and "one another", and for "the other" of a verb whose subject is "each" or two sides."""
    verb = word.head
    if word.lower == "other" and verb is not None and word.dep == "obj":
        subject = child(verb, "nsubj")
        shares = [] if subject is None else children(subject, "det", "advmod", "nummod", "cc:preconj")
        # "each side blamed the other", "Chad and Mali each blamed the other"
        return any(
            one is not None and one.lower in ("both", "each", "two")
            for one in (subject, *shares, *children(verb, "advmod", "det"))
        )
    second = child(word, "fixed")
    return second is not None and (word.lower, second.lower) in (("each", "other"), ("one", "another"))


def _nearer(verb: Word, agent: Word) -> Word | None:
    """A passive clause between a verb and its by-phrase, to which the phrase then belongs.

    "Was arrested after she was stripped of her post by the court": the court did not arrest her.
    """
    for clause in children(verb, "advcl"):
        if verb.i < clause.i < agent.i and is_passive(clause) and _agent(clause) is None:
            return clause
    return None


def undergoer(verb: Word) -> Word | None:
    """The logical object: the surface subject of a passive, else the object, else what a relative clause leaves out."""
    if is_passive(verb):
        if verb.relation in ("acl", "amod") and verb.dep != "acl:relcl" and not child(verb, "nsubj:pass"):
            return _stacked(verb)
        return gift_of(verb) or surface_subject(verb)
    # "urged Kenya to leave": some parsers take the only object, a party, for an indirect one.
    obj = child(verb, "obj") or child(verb, "iobj")
    if obj is not None:
        return resolve_relative(obj, verb)
    subjects = children(verb, "nsubj")
    if verb.dep == "acl:relcl" and subjects and subjects[0].lower not in RELATIVES:
        # "the town where they met", "Chad, whose men crossed": nothing is left out.
        owned = any(one.lower == "whose" for one in children(subjects[0], "nmod:poss"))
        placing = any(adverb.lower in PLACING for adverb in children(verb, "advmod", "mark"))
        return None if owned or placing else verb.head
    if verb.relation == "conj" and verb.head is not None and verb.head.pos == "VERB":
        # "shot and wounded the men": an object behind both verbs serves both, one behind the first serves it alone.
        obj = child(verb.head, "obj")
        return obj if obj is not None and obj.i > verb.i else None
    shared = next((other for other in verb.children if other.relation == "conj" and other.pos == "VERB"), None)
    if shared is not None and not children(verb, "obl", "ccomp", "xcomp", "advcl") and not child(shared, "nsubj"):
        return child(shared, "obj")
    return _displaced(verb)


def _displaced(verb: Word) -> Word | None:
    """An object that a phrase parts from its verb, wherever parsers hang it: "freed on bail *two men*"."""
    for phrase in children(verb, "obl"):
        if phrase.i < verb.i or phrase.mention_type == "time":
            continue
        if not case(phrase) and phrase.dep == "obl" and phrase.pos in ("NOUN", "PROPN"):
            return phrase
        if phrase.pos == "NOUN" and (inner := child(phrase, "obj")) is not None:
            return inner
    return None


def gift_of(verb: Word) -> Word | None:
    """What the subject of a passive is given: "Chad was given $5 million"; not "he was taken hostage"."""
    return child(verb, "obj") if verb.lemma in DITRANSITIVE and is_passive(verb) else None


def _stacked(verb: Word) -> Word | None:
    """What a past participle modifies; of "X, appointed by Y, led by Z" it is X for both, wherever "led" hangs."""
    noun = verb.head
    if noun is None or noun.dep != "obl:agent" or noun.head is None:
        return noun
    after_comma = any(mark.relation == "punct" and mark.text == "," and mark.i < verb.i for mark in verb.children)
    return undergoer(noun.head) if after_comma else noun
