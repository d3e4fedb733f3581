"""The reader: a report in, its record out. Runs the layers of reading in their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, OptionError, ReportError
from dragoman.ingest import Report, read_text
from dragoman.knowledge.index import Knowledge
from dragoman.knowledge.load import load_knowledge
from dragoman.lexicon.bundle import Lexicon, load_lexicon
from dragoman.ontology.countries import load_countries
from dragoman.processes import collect_seldom, keep_what_is_loaded
from dragoman.reading.assemble import Reading, actor_record, assemble, event_record
from dragoman.reading.attribution import headlines, hear
from dragoman.reading.between import Pair, event_between, passage
from dragoman.reading.cast import build_cast
from dragoman.reading.chaining import find_chains
from dragoman.reading.counting import count
from dragoman.reading.draft import Cast
from dragoman.reading.events import find_events
from dragoman.reading.factuality import settle_headlines
from dragoman.reading.lone_actor import actor_of_phrase, sentence_about
from dragoman.reading.nominals import find_nominals
from dragoman.reading.placed import Ground
from dragoman.reading.places import PlaceFinder
from dragoman.reading.roles import Binder
from dragoman.reading.ties import find_ties
from dragoman.reading.times import TimeFinder
from dragoman.reading.tree import Tree, unpack
from dragoman.record import Actor, Event, MadeBy, ReportRecord, Span
from dragoman.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

# Reports a worker process may have waiting; keeps memory flat on long batches.
WAITING = 8


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """What a reader was made with, so that a worker process makes the same."""

    lexicons: tuple[Path, ...]
    knowledge: tuple[Path, ...]
    standing: bool


class Reader:
    """Reads reports, one or many. Holds the language model and the lexicon, and no state between reports.

    Args:
        lexicons: the user's own predicate files, in the form of the packaged ones.
        knowledge: files of known actors of the user's own (docs/knowledge.md); they come before the packaged ones.
        standing: whether the packaged tables of known actors are used; False leaves the text and ``knowledge`` alone.
        threads: threads of the language model, which is loaded at the first report; None leaves it to the machine.

    Raises:
        LexiconError: a lexicon file breaks its form.
        KnowledgeError: a file of known actors cannot be used.
    """

    def __init__(
        self,
        *,
        lexicons: Sequence[Path] = (),
        knowledge: Sequence[Path] = (),
        standing: bool = True,
        threads: int | None = None,
    ) -> None:
        from dragoman import language

        self._options = ReaderOptions(tuple(lexicons), tuple(knowledge), standing)
        self.lexicon: Lexicon = load_lexicon(lexicons)
        self.knowledge: Knowledge = load_knowledge(knowledge, standing=standing)
        self._threads = threads
        self.made_by = MadeBy(
            dragoman=__version__,
            model=language.model_version(),
            lexicon=self.lexicon.digest,
            knowledge=dict(self.knowledge.sources),
        )

    @cached_property
    def _language(self) -> Language:
        """The language pipeline; loaded at the first report, so that a reader that only hands out work stays small."""
        from dragoman import language

        return language.load(threads=self._threads)

    def read(
        self,
        text: str,
        *,
        published: str | date | None = None,
        outlet: str | None = None,
        title: str | None = None,
    ) -> ReportRecord:
        """The record of one report.

        Args:
            text: the report as it was copied, head matter and all.
            published: publication date, ISO 8601 (``2025-12-08``); overrides what the text says.
            outlet: who published it; overrides what the text says.
            title: its title; overrides what the text says.

        Raises:
            ReportError: the text is empty or cannot be read.
            OptionError: ``published`` is no ISO date.
        """
        return self.read_report(read_text(text, published=as_date(published), outlet=outlet, title=title))

    def read_report(self, report: Report) -> ReportRecord:
        """The record of a report that ingest has prepared."""
        tree = self.analyse(report)
        words = self.lexicon
        cast = build_cast(tree, report, words, self.knowledge)
        times = TimeFinder(tree, report.published)
        places = PlaceFinder(tree, cast, load_countries(), report=report)
        testimony = hear(tree, cast, report, words.reporting)
        binder = self._binder(tree, cast, places)
        events = find_events(tree, binder, testimony, words, time_of=times.time_of, place_of=places.place_of)
        settle_headlines(events, tree, headlines(tree, report), words.factuality)
        ties = find_ties(tree, cast, testimony, binder, words, times, events)
        nominals = find_nominals(tree)
        chains = find_chains(tree, nominals, cast, times.times, places.places, testimony)
        counts = count(tree, times.times, events)
        reading = Reading(tree, cast, nominals, chains, times.times, places.places, testimony, events, ties, counts)
        return assemble(report, reading, self.made_by)

    def between(self, text: str, actor: Span, recipient: Span) -> Event | None:
        """What the actor at one span did to the one at another.

        Args:
            text: a sentence or passage, read as it is: no head matter is looked for, so that offsets hold.
            actor: code points ``[start, end)`` of the one who acts.
            recipient: likewise of the one it is done to.

        Returns:
            The event mention, its actor and recipient spans the ones given; None where the words tell of nothing that
            the lexicon knows or the language model takes to be an event. Its actor ids are empty: no record of actors
            goes with it.

        Raises:
            OptionError: a span is empty or lies outside the text, or the two are one.
        """
        for start, end in (actor, recipient):
            if not 0 <= start < end <= len(text) or not text[start:end].strip():
                raise OptionError(f"[{start}, {end}) is no span of words in a text of {len(text)} characters")
        if actor == recipient:
            raise OptionError(f"actor and recipient are one and the same span {actor}")
        report = passage(text)
        tree = self.analyse(report)
        words = self.lexicon
        cast = build_cast(tree, report, words, self.knowledge)
        pair = Pair.introduce(tree, cast, actor, recipient)
        if pair is None:
            return None
        times = TimeFinder(tree, None)
        places = PlaceFinder(tree, cast, load_countries())
        binder = self._binder(tree, cast, places)
        testimony = hear(tree, cast, report, words.reporting)
        found = event_between(pair, binder, testimony, words, time_of=times.time_of, place_of=places.place_of)
        if found is None:
            return None
        told = event_record(1, found, tree)
        return told.model_copy(
            update={"actors": (), "recipients": (), "actor_spans": (actor,), "recipient_spans": (recipient,)}
        )

    def _binder(self, tree: Tree, cast: Cast, places: PlaceFinder) -> Binder:
        words = self.lexicon
        ground = Ground(tree.words, places, words.composition)
        return Binder(tree, cast, words.light_verbs, ground, words.predicates.victims, words.predicates.harmed)

    def code_actor(self, phrase: str, published: str | date | None = None) -> Actor | None:
        """Country, sectors and kind of the actor a phrase alone names: "an American destroyer" is USA, MIL.

        Args:
            phrase: a noun phrase or name, without the sentence around it.
            published: the day for which it is asked; it tells who held an office, and who no longer does.

        Returns:
            The actor as a record has it, spans of its roles counted from the start of the phrase; None where the
            phrase names none.

        Raises:
            OptionError: ``published`` is no ISO date, or the phrase has no words.
        """
        words = " ".join(phrase.split()).rstrip(".,;:!?")
        if not words:
            raise OptionError("there are no words to code an actor from")
        report, start = sentence_about(words, as_date(published))
        tree = self.analyse(report)
        cast = build_cast(tree, report, self.lexicon, self.knowledge)
        found = actor_of_phrase(tree, cast, start, start + len(words))
        if found is None:
            return None
        told = actor_record(1, found, tree)
        roles = tuple(
            role.model_copy(update={"span": (role.span[0] - start, role.span[1] - start)})
            for role in told.roles
            if start <= role.span[0]
        )
        return told.model_copy(update={"roles": roles, "members": ()})

    def analyse(self, report: Report) -> Tree:
        """The words of a report's prose with their tree; every title and paragraph begins a sentence."""
        from spacy.attrs import IDX

        doc = self._language.make_doc(report.prose())
        starts = {segment.start for segment in report.segments if segment.kind in ("title", "body")}
        offsets = doc.to_array(IDX).tolist()
        for start in starts:
            index = bisect_left(offsets, start)
            if index < len(offsets) and offsets[index] == start:
                doc[index].is_sent_start = True
        return unpack(self._language(doc), report.text, self.lexicon.verb_forms)

    def read_all(self, reports: Iterable[Report], *, processes: int = 1) -> Iterator[ReportRecord | ReportError]:
        """Records in the order of the reports; a report that cannot be read gives its error and the batch goes on.

        Args:
            reports: prepared by ingest; read lazily.
            processes: worker processes, each with a reader of one thread. The records do not depend on it.

        Raises:
            OptionError: ``processes`` is below 1.
        """
        if processes < 1:
            raise OptionError(f"processes must be 1 or more, not {processes}")
        if processes == 1:
            for report in reports:
                yield self._attempt(report)
            return
        waiting = iter(reports)
        with ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(self._options,)
        ) as pool:
            queue: list[Future[str | ReportError]] = [
                pool.submit(_read_in_worker, report) for report in islice(waiting, processes * WAITING)
            ]
            try:
                while queue:
                    result = queue.pop(0).result()
                    queue.extend(pool.submit(_read_in_worker, report) for report in islice(waiting, 1))
                    yield ReportRecord.model_validate_json(result) if isinstance(result, str) else result
            finally:
                # A caller that stops, or Ctrl-C, must not wait for the rest of the queue.
                pool.shutdown(cancel_futures=True)

    def _attempt(self, report: Report) -> ReportRecord | ReportError:
        try:
            return self.read_report(report)
        except DragomanError as error:
            return error if isinstance(error, ReportError) else ReportError(report.name, str(error))
        except Exception as error:  # a fault of ours in one odd report must not end a batch of thousands
            return ReportError(report.name, f"could not be read: a fault in dragoman ({type(error).__name__}: {error})")


def as_date(value: str | date | None) -> date | None:
    """A date from ISO 8601 text.

    Raises:
        OptionError: the text is no ISO date.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise OptionError(f"published must be a date such as 2025-12-08, not {value!r}") from error


_worker: list[Reader] = []
_FIRST_WORDS = "Kenya condemned the attack on Monday."


def _start_worker(options: ReaderOptions) -> None:
    """Load a reader and all that a report asks for, once in a worker process; the list is the process's own."""
    collect_seldom()
    reader = Reader(lexicons=options.lexicons, knowledge=options.knowledge, standing=options.standing, threads=1)
    reader.read(_FIRST_WORDS)
    keep_what_is_loaded()
    _worker[:] = [reader]


def _read_in_worker(report: Report) -> str | ReportError:
    """A record as JSON, which travels between processes faster than objects."""
    result = _worker[0]._attempt(report)
    return result.to_json() if isinstance(result, ReportRecord) else result
