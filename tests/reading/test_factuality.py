"""Factuality: what happened, goes on, will or might happen, and what did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.lexicon.factuality import load_factuality
from dragoman.reading.factuality import factuality_of
from dragoman.reading.reader import Reader
from dragoman.reading.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("The army attacked the town.", "attacked", "asserted"),
        ("The army did not attack the town.", "attack", "negated"),
        ("The army never attacked the town.", "attacked", "negated"),
        ("The army will attack the town.", "attack", "future"),
        ("The army plans to attack the town.", "attack", "future"),
        ("The army may attack the town.", "attack", "hypothetical"),
        ("If the army attacks the town, the talks will end.", "attacks", "hypothetical"),
        ("Should the army attack the town, the talks will end.", "attack", "hypothetical"),
        ("The army failed to attack the town.", "attack", "negated"),
        ("The army refused to attack the town.", "attack", "negated"),
        ("The army denied attacking the town.", "attacking", "negated"),
        ("The army denied the report, saying its men had attacked a camp.", "attacked", "asserted"),
        ("The minister said the army attacked the town.", "attacked", "asserted"),
        ("It is not true that the army attacked the town.", "attacked", "negated"),
        ("It is true that the army attacked the town.", "attacked", "asserted"),
        ("The minister left before the army attacked the town.", "attacked", "asserted"),
    ],
)
def test_status(read_tree: Callable[[str], Tree], sentence: str, predicate: str, status: str) -> None:
    """Auxiliaries, governing verbs and conditions set the status; reporting verbs do not."""
    assert status_of(read_tree(sentence), predicate) == status


def status_of(tree: Tree, predicate: str) -> str:
    """The status of the first word of that form."""
    word = next(found for found in tree.words if found.text == predicate)
    return factuality_of(word, load_factuality()).status


@pytest.mark.parametrize(
    ("sentence", "predicate", "aspect"),
    [
        ("The army is shelling the town.", "shelling", "ongoing"),
        ("The army has been shelling the town.", "shelling", "ongoing"),
        ("Iran supports the militia.", "supports", "ongoing"),
        ("The army shelled the town.", "shelled", "past"),
        ("The general once fought for the rebels.", "fought", "historical"),
    ],
)
def test_aspect(read_tree: Callable[[str], Tree], sentence: str, predicate: str, aspect: str) -> None:
    tree = read_tree(sentence)
    word = next(found for found in tree.words if found.text == predicate)
    assert factuality_of(word, load_factuality()).aspect == aspect


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The militia did not join the truce, attacking two towns.", "attacking"),
        ("Peru was the first country to recognise the new state.", "recognise"),
        ("Kenya is the only neighbour to support the plan.", "support"),
        ("Kenya became the 140th state to recognise the new republic.", "recognise"),
        ("The army did not attack the town but shelled the port.", "shelled"),
        ("The dispute set off attacks on traders.", "attacks"),
        ("The militia committed attacks on farmers.", "attacks"),
        ("He offered the post to the general in a meeting with the minister.", "meeting"),
        ("Thousands took to the streets to demand the release of the mayor.", "demand"),
        ("The president managed to meet the rebels.", "meet"),
        ("The president was forced to meet the rebels.", "meet"),
        ("There has been an attack on the town.", "attack"),
        ("The alleged attack on the town worries the mayor.", "attack"),
        ("The minister believes the army attacked the town.", "attacked"),
        ("The army is still shelling the town.", "shelling"),
        ("The rebels freed the hostages once the army left.", "left"),
        ("The army tried to attack the town.", "attack"),
        ("The army did not deny attacking the town.", "attacking"),
        ("The army began to attack the town.", "attack"),
        ("The rebels accused the army of attacking the town.", "attacking"),
        ("Rebels attack town", "attack"),
        ("The ambassador, who will visit the camp, praised the army.", "praised"),
        ("The army will help the town that the rebels attacked.", "attacked"),
        ("The president will meet the general who attacked the town.", "attacked"),
        ("The army is believed to have attacked the town.", "attacked"),
        ("The minister did not say that the army attacked the town.", "attacked"),
        ("The envoy urged Kenya to leave after Ugandans blocked the road.", "blocked"),
    ],
)
def test_asserted(read_tree: Callable[[str], Tree], sentence: str, predicate: str) -> None:
    """Told as having happened, whatever stands beside it."""
    assert status_of(read_tree(sentence), predicate) == "asserted"


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The court has no power to arrest the general.", "arrest"),
        ("The army has no plans to attack the town.", "attack"),
        ("The president has yet to meet the rebels.", "meet"),
        ("The president was unable to meet the rebels.", "meet"),
        ("The army was prevented from attacking the town.", "attacking"),
        ("The army stopped short of attacking the town.", "attacking"),
        ("The army attacked no villages.", "attacked"),
        ("No rebels attacked the town.", "attacked"),
        ("Neither the army nor the rebels attacked the town.", "attacked"),
        ("The army left without attacking the town.", "attacking"),
        ("The army has stopped attacking the town.", "attacking"),
        ("There was no attack on the town.", "attack"),
        ("Talks with the rebels will not resume.", "Talks"),
        ("There is no evidence that the army attacked the town.", "attacked"),
        ("The claim that the army attacked the town is false.", "attacked"),
        ("The army might not attack the town.", "attack"),
        ("The minister ruled out attacking the town.", "attacking"),
        ("Efforts to end the war failed.", "end"),
        ("The plan to attack the town was dropped.", "attack"),
        ("The army denied that it had attacked the town.", "attacked"),
        ("The army avoided attacking the town.", "attacking"),
        ("The army said it had not attacked the town.", "attacked"),
        ("Far from attacking the town, the army left.", "attacking"),
        ("Instead of attacking the town, the army left.", "attacking"),
        ("The army was not able to attack the town.", "attack"),
        ("The army did not want to attack the town.", "attack"),
        ("Nobody attacked the town.", "attacked"),
        ("The army hardly ever attacked the town.", "attacked"),
    ],
)
def test_negated(read_tree: Callable[[str], Tree], sentence: str, predicate: str) -> None:
    """Negation in the clause, in a governing word, in a subject, or of the evidence."""
    assert status_of(read_tree(sentence), predicate) == "negated"


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The rebels marched on the town in a bid to oust the governor.", "oust"),
        ("The army attacked the town to free the hostages.", "free"),
        ("The president is ready to meet the rebels.", "meet"),
        ("The president is about to meet the rebels.", "meet"),
        ("The president is on the verge of meeting the rebels.", "meeting"),
        ("The president was to meet the rebels on Monday.", "meet"),
        ("The president is to meet the rebels on Monday.", "meet"),
        ("The army was ordered to attack the town.", "attack"),
        ("There will be talks with the rebels.", "talks"),
        ("Talks with the rebels are to begin on Monday.", "Talks"),
        ("The planned talks with the rebels worry the army.", "talks"),
        ("The minister expects the army to attack the town.", "attack"),
        ("Once the rebels free the hostages, the army will leave.", "free"),
        ("The minister said the army would attack the town.", "attack"),
        ("The vote to impeach the president was held on Monday.", "impeach"),
        ("Minister to visit the rebels", "visit"),
        ("The army is going to attack the town.", "attack"),
        ("The army is expected to attack the town.", "attack"),
        ("The rebels are likely to attack the town.", "attack"),
        ("The ministry will provide a grant and a loan to the town.", "loan"),
        ("The minister would hold talks with the rebels next month.", "talks"),
    ],
)
def test_future(read_tree: Callable[[str], Tree], sentence: str, predicate: str) -> None:
    """Future, intention, purpose and plan."""
    assert status_of(read_tree(sentence), predicate) == "future"


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("The army could not arrest the rebels but could help the police.", "help"),
        ("The minister called for talks with the rebels.", "talks"),
        ("The president would have met the rebels if they had come.", "met"),
        ("The president had hoped to meet the rebels.", "meet"),
        ("There may be talks with the rebels.", "talks"),
        ("Talks with the rebels could begin on Monday.", "Talks"),
        ("The possible attack on the town worries the mayor.", "attack"),
        ("The minister doubts that the army attacked the town.", "attacked"),
        ("The minister warned that the army could attack the town.", "attack"),
        ("It is possible that the army attacked the town.", "attacked"),
        ("It is unlikely that the army will attack the town.", "attack"),
        ("The army will attack unless the rebels free the hostages.", "free"),
        ("The army will attack unless the rebels free the hostages.", "attack"),
        ("The army would attack the town.", "attack"),
        ("The minister asked whether the army attacked the town.", "attacked"),
        ("The army did not rule out attacking the town.", "attacking"),
        ("The rebels wanted the army to leave the town.", "leave"),
        ("The mayor fears an attack on the town.", "attack"),
        ("Had the army attacked the town, the talks would have ended.", "attacked"),
        ("The rebels are unlikely to attack the town.", "attack"),
        ("The general suspected of attacking the town was arrested.", "attacking"),
        ("Police held two men on suspicion of attacking the town.", "attacking"),
    ],
)
def test_hypothetical(read_tree: Callable[[str], Tree], sentence: str, predicate: str) -> None:
    """Modality, condition, wish, doubt and demand."""
    assert status_of(read_tree(sentence), predicate) == "hypothetical"


@pytest.mark.parametrize(
    ("sentence", "predicate", "conditional"),
    [
        ("The army will attack if the rebels return.", "attack", True),
        ("The army will attack unless the rebels leave.", "attack", True),
        ("In case the rebels return, the army will attack the town.", "return", True),
        ("The army attacked after the rebels returned.", "attacked", False),
        ("The army may attack the town.", "attack", False),
    ],
)
def test_condition(read_tree: Callable[[str], Tree], sentence: str, predicate: str, conditional: bool) -> None:
    """A condition marks what it holds and what hangs on it; a mere possibility does not."""
    tree = read_tree(sentence)
    word = next(found for found in tree.words if found.text == predicate)
    assert factuality_of(word, load_factuality()).conditional is conditional


@pytest.mark.parametrize(
    ("title", "aspect"),
    [
        ("Police arrest five rebels in Lima", "past"),
        ("Kenya expels two Chadian diplomats", "past"),
        ("Kenya backs Chad over border row", "ongoing"),
        ("Gunmen are attacking Kenyan troops in Busia", "ongoing"),
    ],
)
def test_a_headline_tells_in_the_present_what_has_happened(reader: Reader, title: str, aspect: str) -> None:
    record = reader.read(f"{title}\n\nThe town was quiet on Tuesday.", title=title)
    assert [event.factuality.aspect for event in record.events if event.anchor[0] < len(title)] == [aspect]


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("Chad has the capacity to attack Libya.", "attack", "hypothetical"),
        ("The police have the power to arrest the mayor.", "arrest", "hypothetical"),
        ("The strikes limited the militia's capacity to attack Libya.", "attack", "negated"),
        ("The rebels lost the ability to attack the town.", "attack", "negated"),
        ("The rebels did not have the capacity to attack the town.", "attack", "negated"),
        ("The army lost a hundred men in an attack on the town.", "attack", "asserted"),
        ("Chad spared no effort to free the nurses.", "free", "future"),
        ("Chad made no effort to free the nurses.", "free", "negated"),
        ("Chad insisted on the release of the nurses.", "release", "hypothetical"),
        ("Chad insisted that it had released the nurses.", "released", "asserted"),
    ],
)
def test_what_somebody_is_able_or_bent_on_doing(
    read_tree: Callable[[str], Tree], sentence: str, predicate: str, status: str
) -> None:
    """A capacity is no deed, and one that is taken away is none at all; effort that is not spared is an aim."""
    assert status_of(read_tree(sentence), predicate) == status
