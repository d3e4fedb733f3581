"""A parser's commonest slips, mended where the grammar leaves one reading only.

Each rule holds for Universal Dependencies whatever the words: a verb has one subject, a finite verb of a plain sentence
has one at all, "would" looks for its condition. The rules run once on a new tree and keep it one: a word is moved
with all below it, to a governor that is not below it.
"""

from __future__ import annotations

from dragoman.lexicon.inflection import singular
from dragoman.reading.between_mending import between, shared_border, where_two_meet
from dragoman.reading.clause_mending import (
    PARTIES,
    about_doing,
    afterthought,
    afterwards,
    behind_participle,
    beyond_relative,
    cleft,
    conjunct_of_gerund,
    deadly_outcome,
    following,
    freed_so,
    nearer_clause,
    occasion,
    passive_too,
    raised_condition,
    relative_name,
    relative_object,
    since_held,
    stranded_predicate,
    told_of_people,
    unchanged_participle,
)
from dragoman.reading.displaced import (
    addressed_beyond,
    asked_of,
    beside_name,
    beyond_means,
    said_in,
    said_where,
)
from dragoman.reading.headline_pairs import (
    arms_ban,
    free_captives,
    free_whom,
    frees_whom,
    join_pair,
    taken_before,
    trade_ban,
)
from dragoman.reading.hyphens import join_hyphened
from dragoman.reading.lifeless import is_lifeless
from dragoman.reading.name_mending import (
    breakaway,
    double_office,
    joint_title,
    officer,
    opening_place,
    portfolio,
    possessed,
    spokesman,
)
from dragoman.reading.object_mending import (
    accuser,
    called_so,
    charged_of,
    counted_people,
    gerund,
    goal_of_leaving,
    heavy_object,
    in_money,
    left_so,
    maker,
    mend_object,
    past_amount,
    shot_dead,
    stopped,
    unwelcome,
    wounded,
)
from dragoman.reading.speech_mending import (
    ASSERTIONS,
    answer,
    back_to_speech,
    beside_request,
    claim_beside,
    fronted_claim,
    inverted_subject,
)
from dragoman.reading.subject_mending import (
    active_subject,
    beside_subject,
    busy_subject,
    due,
    in_stance,
    named_behind,
    second_subject,
    subject_after_as,
    subject_in_list,
)
from dragoman.reading.tree import Word, case, child, children, descendants, move

# Arms that open a sentence in the plural and are then no team's name ("*Rockets* hit the market").
ARMS = frozenset(
    {"bomb", "bullet", "drone", "helicopter", "jet", "missile", "mortar", "rocket", "shell", "tank", "warplane"}
)
TOXIC = frozenset({"biological", "blister", "chemical", "nerve"})
BLAMING = frozenset({"blame", "pin"})
# The relations that `mend` has a case for. Half the words of a text have another, and are passed over with one look.
MENDED = frozenset(
    {
        "acl", "acl:relcl", "advcl", "advcl:relcl", "amod", "appos", "cc:preconj", "ccomp", "compound", "conj", "flat",
        "nmod", "nsubj", "nsubj:outer", "nsubj:pass", "obj", "obl", "obl:agent", "xcomp",
    }
)  # fmt: skip


def mend(words: list[Word]) -> None:
    """Mend the tree of all sentences in place."""
    for word in words:
        if word.pos == "PROPN":
            _common(word, words)
        elif word.lemma == "agent" and any(one.lower in TOXIC for one in children(word, "amod", "compound")):
            word.mention_type = "substance"  # "a nerve agent" is nobody
        elif is_lifeless(word):
            word.mention_type = "abstract"
        elif word.pos == "ADJ":
            counted_people(word)
            free_whom(word, words)
            frees_whom(word, words)
        elif word.lower in ("persona", "personae"):
            unwelcome(word, words)
        if word.text == "-":
            join_hyphened(word, words)
        elif word.pos == "VERB":
            join_pair(word, words)
            free_captives(word, words)
            trade_ban(word, words)
            arms_ban(word, words)
            shot_dead(word)
            mend_object(word, words)
            subject_in_list(word, words)
        if word.dep not in MENDED:
            continue
        match word.dep:
            case "advcl:relcl":
                cleft(word)
            case "acl:relcl":
                relative_name(word)
                relative_object(word)
                answer(word, words)
            case "appos":
                _second_half(word, words)
                inverted_subject(word, words)
                possessed(word)
                officer(word, words)
                joint_title(word, words)
                called_so(word, words)
            case "advcl":
                deadly_outcome(word)
                since_held(word, words)
                about_doing(word, words)
                raised_condition(word)
                occasion(word)
                subject_after_as(word)
                behind_participle(word, words)
                beside_request(word, words)
                told_of_people(word, words)
                asked_of(word, words)
                _forbidden(word)
            case "conj" if word.pos in ("NOUN", "NUM"):
                wounded(word, words)
            case "conj" if word.pos == "PROPN":
                double_office(word, words)
            case "conj" if word.pos == "VERB":
                back_to_speech(word, words)
                nearer_clause(word, words)
                conjunct_of_gerund(word)
                unchanged_participle(word)
                passive_too(word)
                beyond_relative(word, words)
            case "acl" if word.pos == "NOUN":
                _noun_after_to(word)
            case "acl" if word.pos == "VERB":
                relative_name(word)
                said_in(word)
                afterwards(word)
                following(word)
                afterthought(word, words)
            case "nsubj" if word.lemma in ASSERTIONS:
                claim_beside(word, words)
            case "nsubj":
                busy_subject(word)
                second_subject(word)
                beside_subject(word, words)
                named_behind(word, words)
                spokesman(word, words)
            case "nsubj:outer":
                due(word)
            case "nsubj:pass":
                active_subject(word)
                in_stance(word)
            case "obl":
                _to_noun(word)
                shared_border(word, words)
                between(word, words)
                heavy_object(word)
                said_where(word)
                in_money(word)
            case "obl:agent":
                maker(word)
                _forbidden(word)
            case "cc:preconj":
                _both_of_them(word)
            case "ccomp":
                stranded_predicate(word, words)
                freed_so(word)
            case "nmod":
                portfolio(word)
                breakaway(word)
                charged_of(word)
                accuser(word)
                addressed_beyond(word)
                beyond_means(word)
                goal_of_leaving(word)
                between(word, words)
                _blamed(word)
                _about(word)
                _day_before_verb(word, words)
                where_two_meet(word)
                _object_of_gerund(word, words)
                past_amount(word)
                _on_bail(word)
            case "flat":
                _joined_to_name(word)
                beside_name(word)
            case "xcomp":
                taken_before(word)
                _never(word, words)
                _called(word)
                stopped(word)
                asked_of(word, words)
                _forbidden(word)
            case "compound" | "amod":
                breakaway(word)
                join_pair(word, words)
                opening_place(word)
                _crossing(word, words)
                gerund(word)
                left_so(word)
            case "obj" if word.lemma in ASSERTIONS:
                fronted_claim(word, words)
            case "obj" if word.head is not None and word.head.pos == "ADJ":
                _verb_like(word.head)


def _both_of_them(both: Word) -> None:
    """As in "phoned *both* leaders and asked them to talk": nothing is joined to them, so they are two."""
    people = both.head
    if people is not None and people.pos == "NOUN" and both.lower == "both" and not child(people, "conj"):
        both.relate("det")


def _never(clause: Word, words: list[Word]) -> None:
    """As in "vowed *never* to recognise it": what stands before "to" denies what is vowed, and not that it is."""
    mark = child(clause, "mark")
    denial = words[mark.i - 1] if mark is not None and mark.lower == "to" and mark.i else None
    if denial is not None and denial.lower in ("never", "not") and denial.head is clause.head and denial.i < clause.i:
        move(denial, clause, "advmod")


def _on_bail(noun: Word) -> None:
    """As in "the release on bail *of an editor*": bail is nobody's."""
    bail = noun.head
    if bail is None or bail.lemma not in ("bail", "parole") or bail.head is None or case(noun) != "of":
        return
    if case(bail) == "on" and bail.head.pos == "NOUN":
        move(noun, bail.head, "nmod")


def _common(word: Word, words: list[Word]) -> None:
    """As in "Rockets hit the market": the first word of a sentence has its capital from there."""
    opens = word.i == 0 or words[word.i - 1].sentence != word.sentence
    if not opens or singular(word.lower) not in ARMS:
        return
    if word.relation not in ("compound", "flat") and not child(word, "compound", "flat"):
        word.pos, word.lemma, word.mention_type = "NOUN", singular(word.lower), "object"


def _second_half(noun: Word, words: list[Word]) -> None:
    """As in "the secretary-general": what a hyphen ties to a noun is a part of it."""
    hyphen, first = words[noun.i - 1], words[noun.i - 2]
    tight = (first.end, hyphen.end) == (hyphen.start, noun.start)
    if noun.i > 1 and noun.head is first and hyphen.text == "-" and tight:
        noun.relate("flat")


def _to_noun(noun: Word) -> None:
    """As in "returned *to* work": before a noun "to" is a preposition."""
    mark = child(noun, "mark")
    if noun.pos == "NOUN" and mark is not None and mark.lower == "to":
        mark.pos = "ADP"
        mark.relate("case")


def _noun_after_to(noun: Word) -> None:
    """As in "an end to support for the rebels": a noun after "to" with nothing of a clause is no infinitive."""
    mark = child(noun, "mark")
    if mark is not None and mark.lower == "to" and not child(noun, "obj", "cop", "aux", "nsubj", "xcomp", "ccomp"):
        noun.relate("nmod")
        mark.relate("case")


def _blamed(party: Word) -> None:
    """As in "Chad blamed the attack on the rebels": they are blamed, and not attacked."""
    mark, thing = child(party, "case"), party.head
    while thing is not None and thing.relation == "nmod":
        thing = thing.head  # "pinned the blame for the attack on them"
    verb = thing.head if thing is not None and thing.relation in ("obj", "nsubj", "obl") else None
    if mark is not None and mark.lower == "on" and verb is not None and verb.lemma in BLAMING:
        move(party, verb, "obl")


def _about(matter: Word) -> None:
    """As in "Chad complained to the Security Council about Sudan": names are about nothing, what is said is."""
    mark, name = child(matter, "case"), matter.head
    if mark is None or mark.lower != "about" or name is None or name.relation not in ("obj", "obl"):
        return
    if name.pos == "PROPN" and name.head is not None and name.head.pos == "VERB":
        move(matter, name.head, "obl")


def _day_before_verb(day: Word, words: list[Word]) -> None:
    """As in "Chad's army on Friday said it had won": a day between subject and verb is when it was said."""
    subject, mark = day.head, child(day, "case")
    verb = words[day.i + 1] if day.i + 1 < len(words) else None
    if subject is None or verb is None or mark is None or mark.lower != "on" or day.mention_type != "time":
        return
    if subject.relation == "nsubj" and subject.head is verb and verb.pos == "VERB" and mark.i == day.i - 1:
        move(day, verb, "obl")


def _object_of_gerund(noun: Word, words: list[Word]) -> None:
    """As in "a man holding parts of the town": a noun without preposition right behind a participle is its object."""
    first = min([noun.i, *(one.i for one in descendants(noun))])
    verb = words[first - 1] if first else noun
    beside = verb.head is noun.head and verb.dep == "acl" and verb.lower.endswith("ing")
    if beside and noun.pos in ("NOUN", "PROPN") and not child(verb, "obj") and not child(noun, "case"):
        move(noun, verb, "obj")


def _joined_to_name(part: Word) -> None:
    """As in "met President of Chad Idriss Deby and his premier": the premier is joined to all of a name."""
    name = part.head
    if name is not None:
        for joined in children(part, "conj"):
            move(joined, name, "conj")


def _forbidden(phrase: Word) -> None:
    """As in "Women have been forbidden by the army to speak": that is done to them, and says not how they are."""
    deed = phrase.head
    if deed is None or deed.lower != "forbidden" or deed.pos != "ADJ":
        return
    deed.pos, deed.lemma, deed.feats = "VERB", "forbid", {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}
    for subject in children(deed, "nsubj"):
        subject.relate("nsubj:pass")
    for auxiliary in children(deed, "cop"):
        auxiliary.relate("aux:pass")
    for agent in children(deed, "obl"):
        if case(agent) == "by" and agent.mention_type in PARTIES:
            agent.relate("obl:agent")


def _called(person: Word) -> None:
    """As in "The premier called the Kenyan leader on Friday": who alone is called is phoned, and not named so."""
    verb = person.head
    if verb is None or verb.lemma != "call" or verb.dep == "acl:relcl" or person.mention_type != "person":
        return
    determiner = child(person, "det", "nmod:poss")
    definite = person.pos == "PROPN" or (determiner is not None and determiner.lower not in ("a", "an"))
    if definite and not child(verb, "obj", "iobj", "aux:pass", "nsubj:pass") and verb.dep not in ("acl", "amod"):
        person.relate("obj")


def _crossing(modifier: Word, words: list[Word]) -> None:
    """As in "Kenya deports Chilean workers": what stands before a finite verb is no part of a noun phrase behind it."""
    governor = modifier.head
    if governor is None or governor.i < modifier.i:
        return
    verb = governor if governor.pos == "VERB" else governor.head
    if verb is None or verb.pos != "VERB" or not _predicates(verb):
        return
    if verb is not governor and not modifier.i < verb.i < governor.i:
        return
    if modifier.pos == "ADJ":
        following = words[modifier.i + 1]
        if following.pos == "NOUN" and following.head is verb:
            move(modifier, following, "amod")
    elif child(verb, "nsubj", "nsubj:pass") is None and modifier.pos in ("NOUN", "PROPN"):
        move(modifier, verb, "nsubj")


def _predicates(verb: Word) -> bool:
    """True for a finite verb; a bare one counts with an object ("Police arrest three men")."""
    form = verb.feats.get("VerbForm")
    return form == "Fin" or (form in (None, "Inf") and child(verb, "obj") is not None and child(verb, "mark") is None)


def _verb_like(word: Word) -> None:
    """As in "If rebels free the men": an adjective with subject and object and without "be" is a verb."""
    if word.lower != "worth" and child(word, "nsubj") and not child(word, "cop"):
        word.pos = "VERB"
