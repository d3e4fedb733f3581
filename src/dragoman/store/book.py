"""The casebook: adds reports, keeps judgements, and computes the case from both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dragoman.casebook import Case, Comparison, compare
from dragoman.casebook.case import Assembly, assemble
from dragoman.casebook.compare import compare_assembled
from dragoman.casebook.grades import Grade, Graded, Grades
from dragoman.casebook.judgements import JudgedAs, Judgement
from dragoman.casebook.model import EventComparison, Pointer
from dragoman.casebook.set_grades import Chains, set_grades
from dragoman.casebook.timeline import Timeline, Wanted, timeline
from dragoman.errors import CaseError, GradeError
from dragoman.record import ReportRecord
from dragoman.store import computed, digests, grading, judging, nearness, reports, search
from dragoman.store.engine import open_engine, shown
from dragoman.store.intake import take_in
from dragoman.store.items import Added, Document, Failed, Found, Held, NearReport, StoredGrade, StoredJudgement
from dragoman.store.reports import NewReport
from dragoman.store.tables import ReportRow

if TYPE_CHECKING:
    from dragoman.reading.reader import Reader


def _now() -> datetime:
    return datetime.now(UTC)


class Casebook:
    """One analyst's reports, what was read from them, and judgements; as a context manager it closes itself.

    Nothing is ever lost: reports are taken out and put back, judgements undone, failures remembered. What the case is,
    follows from the reports in it and the judgements that stand, in whatever order they came.
    """

    def __init__(self, engine: Engine, name: str, clock: Callable[[], datetime] = _now) -> None:
        self._engine = engine
        self._clock = clock
        self.name = name

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, clock: Callable[[], datetime] = _now) -> Self:
        """The casebook in an SQLite file or at a database URL.

        Args:
            where: path or URL.
            create: make it if there is none.
            clock: tells the time that additions and judgements are stamped with.

        Raises:
            CaseError: there is none, or what is there is no casebook.
        """
        return cls(open_engine(where, create=create), shown(where), clock)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """The casebook."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes it."""
        self.close()

    @property
    def engine(self) -> Engine:
        """The database, for what looks after it."""
        return self._engine

    @contextmanager
    def _session(self) -> Iterator[Session]:
        """A transaction, none before something is written; what it cannot find is said with the casebook's name."""
        with Session(self._engine) as session, session.begin():
            try:
                yield session
            except CaseError as error:
                raise CaseError(f"{self.name}: {error}") from error

    def add(
        self, documents: Iterable[Document], reader: Callable[[], Reader], *, processes: int = 1
    ) -> Iterator[Added | Failed]:
        """Adds documents as they are read, each in a transaction of its own; one that cannot be read does not stop it.

        Args:
            documents: taken as they are needed.
            reader: makes the reader; called once there is a report that is not in the casebook yet.
            processes: how many read at a time; the casebook does not depend on it.

        Yields:
            What became of each document. Those that need no reading come before others that were named earlier.
        """
        digests.refresh(self._engine)
        return take_in(self, documents, reader, processes=processes)

    def has(self, report: str) -> bool:
        """Whether a report of this id is in the casebook, be it taken out of the case."""
        with self._session() as session:
            return session.get(ReportRow, report) is not None

    def known(self, name: str, report: str) -> Added:
        """A report that is here already; adding one that was taken out puts it back."""
        self.put_back(report)
        return Added(name=name, report=report, new=False, near=self.near(report))

    def fail(self, name: str, reason: str) -> Failed:
        """Remembers a file that could not be read, until it can."""
        with self._session() as session:
            reports.fail(session, name, reason, self._clock())
        return Failed(name=name, reason=reason)

    def keep(self, record: ReportRecord, document: Document) -> Added:
        """Keeps a record with the bytes it was read from."""
        fresh = NewReport(record, document, self._clock())
        try:
            with self._session() as session:
                fresh.insert(session)
        except IntegrityError:
            return self.known(document.name, record.id)  # another writer was first
        return Added(name=document.name, report=record.id, new=True, near=self.near(record.id))

    def near(self, report: str) -> tuple[NearReport, ...]:
        """Reports of nearly the same text, the nearest first."""
        with self._session() as session:
            return nearness.near(session, report)

    def search(
        self,
        query: str,
        *,
        most: int = 20,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Found]:
        """Reports in the case that have all words of a query, the best first; words in double quotes stand together.

        Args:
            query: words and phrases.
            most: how many reports.
            outlet: part of the name of who published them.
            since: the first day of publication, or its month or year, ISO; likewise ``until``, the last.
            until: see there.

        Raises:
            CaseError: there is no word in the query.
            OptionError: what should be a date is none.
        """
        Wanted(since=since, until=until)
        with self._session() as session:
            return search.find(session, query, most, outlet=outlet, since=since, until=until)

    def reports(self, *, removed: bool = False) -> list[Held]:
        """The reports, the earliest published first, undated ones last; with ``removed``, those taken out as well."""
        with self._session() as session:
            return reports.held(session, removed=removed)

    def failures(self) -> list[Failed]:
        """Files that could not be read and still have not been, the oldest first."""
        with self._session() as session:
            return reports.failures(session)

    def records(self, *, removed: bool = False) -> Iterator[ReportRecord]:
        """The records of all reports in the case, by id; with ``removed``, of those taken out as well."""
        with self._session() as session:
            yield from reports.records(session, removed=removed)

    def record(self, report: str) -> ReportRecord:
        """The record of one report.

        Args:
            report: its id, or enough of its beginning to tell it from the others.
        """
        with self._session() as session:
            return reports.record(session, reports.find(session, report))

    def find(self, report: str) -> str:
        """The id of the report that begins so.

        Raises:
            CaseError: none does, or more than one.
        """
        with self._session() as session:
            return reports.find(session, report)

    def remove(self, report: str, why: str | None = None) -> str:
        """Takes a report out of the case; it is kept and can be put back. Returns its id."""
        with self._session() as session:
            found = reports.find(session, report)
            reports.take_out(session, found, self._clock(), why)
        return found

    def put_back(self, report: str) -> str:
        """Puts a report back that was taken out; does nothing to one in the case. Returns its id."""
        with self._session() as session:
            found = reports.find(session, report)
            reports.put_back(session, found)
        return found

    def judge(
        self, one: Pointer, other: Pointer, verdict: JudgedAs, *, by: str, why: str | None = None
    ) -> StoredJudgement:
        """Judges two actors of reports, or two event mentions, to be the same, different or unsure.

        A judgement on a pair that was judged before takes that one's place; the old one is kept as undone.

        Raises:
            JudgementError: it contradicts judgements that stand.
            CaseError: a report has no such item, or one is an actor and the other an event.
        """
        sorts = {self._sort_of(item) for item in (one, other)}
        if len(sorts) > 1:
            raise CaseError(f"{one.item} and {other.item}: one is an actor and the other an event; judge two of a sort")
        made = Judgement(what="actor" if sorts == {"actor"} else "event", verdict=verdict, one=one, other=other)
        with self._session() as session:
            return judging.keep(session, made, by=by, at=self._clock(), why=why)

    def _sort_of(self, item: Pointer) -> str:
        record = self.record(item.record)
        if any(actor.id == item.item for actor in record.actors):
            return "actor"
        if any(event.id == item.item for event in record.events):
            return "event"
        raise CaseError(f"{self.name}: report {item.record[:12]} has no actor or event {item.item}")

    def undo(self, number: int) -> StoredJudgement:
        """Undoes a judgement; the case is then as if it had never been made.

        Raises:
            CaseError: there is no such judgement, or it is undone already.
        """
        with self._session() as session:
            return judging.undo(session, number, self._clock())

    def judgements(self, *, undone: bool = False) -> list[StoredJudgement]:
        """The judgements that stand, in the order they were made; with ``undone``, all."""
        with self._session() as session:
            return judging.made(session, undone=undone)

    def standing(self) -> list[Judgement]:
        """The judgements that stand, as the case takes them."""
        return [row.judgement for row in self.judgements()]

    def grade(self, on: str | Pointer, value: str, *, by: str, why: str, since: date | None = None) -> StoredGrade:
        """Grades an outlet or a source from A to F, or a claim from 1 to 6; the grades before it are kept.

        Args:
            on: the name of an outlet; an actor of a report, for a source; an event mention, for what its origin says
                of the event.
            value: a letter or a digit of the Admiralty code.
            by: who says so.
            why: the reason.
            since: reports of an earlier day keep the grade before; None for all reports.

        Raises:
            GradeError: the value is of the other scale, there is no reason, or a claim is given a day.
            CaseError: a report has no such item.
        """
        if not why.strip():
            raise GradeError("a grade needs its reason")
        what: Graded = "outlet" if isinstance(on, str) else "source" if self._sort_of(on) == "actor" else "claim"
        made = Grade(what=what, on=on, value=value, since=since.isoformat() if since else None)
        with self._session() as session:
            return grading.keep(session, made, by=by, at=self._clock(), why=why)

    def undo_grade(self, number: int) -> StoredGrade:
        """Undoes a grade; the one before it holds again.

        Raises:
            CaseError: there is no such grade, or it is undone already.
        """
        with self._session() as session:
            return grading.undo(session, number, self._clock())

    def grades(self, *, undone: bool = False) -> list[StoredGrade]:
        """The grades that are not undone, in the order they were made; with ``undone``, all."""
        with self._session() as session:
            return grading.made(session, undone=undone)

    def graded(self) -> list[Grade]:
        """The grades that are not undone, as a comparison takes them."""
        return [row.grade for row in self.grades()]

    def case(self) -> Case:
        """The case as the reports in it and the judgements that stand make it; computed once until one changes."""
        standing = self.standing()
        key = computed.key_of(self._ids(), standing)
        found = computed.find(self._engine, Case, key)
        return self._linked(standing, key).case if found is None else found

    def _linked(self, standing: Sequence[Judgement], key: str) -> Assembly:
        """The case linked anew and kept, with the chains of its event mentions."""
        made = self._assembled(standing)
        computed.keep(self._engine, made.case, key)
        computed.keep(self._engine, Chains.of(made.lineage), key)
        return made

    def set_grades(self) -> dict[str, list[str]]:
        """Event → the grades that the analyst has set on what is told of it ("B2", "B", "2"); nothing is proposed."""
        graded = self.graded()
        if not graded:
            return {}
        standing = self.standing()
        key = computed.key_of(self._ids(), standing)
        case, chains = computed.find(self._engine, Case, key), computed.find(self._engine, Chains, key)
        if case is None or chains is None:
            made = self._linked(standing, key)
            case, chains = made.case, Chains.of(made.lineage)
        days = {report.id: report.published for report in self.reports()}
        return set_grades(case, chains, days, Grades(graded))

    def _assembled(self, standing: Sequence[Judgement]) -> Assembly:
        digests.refresh(self._engine)
        return assemble(digests.StoredDigests(self._engine), standing)

    def _ids(self) -> list[str]:
        with self._session() as session:
            return reports.ids(session)

    def timeline(self, wanted: Wanted | None = None) -> Timeline:
        """The events of the case in time order, those without a date last; all, or those that are wanted."""
        return timeline(self.case(), wanted)

    def comparison(self, reports: Sequence[str] = ()) -> Comparison:
        """The accounts of the reports side by side; of all, or of those named by the beginnings of their ids.

        That of all is computed once until a report, a judgement or a grade changes.
        """
        standing, graded = self.standing(), self.graded()
        if reports:
            return compare((self.record(report) for report in reports), standing, graded)
        ids = self._ids()
        key = computed.key_of(ids, standing, *graded)
        case = computed.find(self._engine, Case, computed.key_of(ids, standing))
        found = computed.find(self._engine, Comparison, key, case=case) if case else None
        if found is None:
            made = self._assembled(standing) if case else self._linked(standing, computed.key_of(ids, standing))
            found = compare_assembled(made, self.record, graded)
            computed.keep(self._engine, found, key, leave_out=("case",))
        return found

    def comparison_of(self, item: str) -> tuple[EventComparison, Comparison]:
        """One event as all its reports tell it, and the comparison it is of.

        Args:
            item: the event by its id in the case, or REPORT/ITEM for an event mention of a record.

        Raises:
            CaseError: there is no such event.
        """
        made = self.comparison()
        report, slash, local = item.partition("/")
        event = made.case.event_ids().get(Pointer(self.find(report), local)) if slash else item
        for account in made.accounts:
            if account.event == event:
                return account, made
        raise CaseError(f"{self.name}: the case has no event {item!r}; dragoman events --json lists them by id")
