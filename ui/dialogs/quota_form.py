"""Forms of quotas: what is asked of whom from which day on, and when it ends."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.dialogs.quota_members import MembersField
from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.fields import DayField, NumberField, Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.codes import QuotaPeriod, QuotaSubject
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets.in_force import QuotaTerms, QuotaVersion
from xcdesk.services.targets.quota_versions import NoMembersError

translate = QCoreApplication.translate

OUTLETS, OFFICE = "outlets", "office"
FROM_A_DAY, ALL_DAYS = "from_a_day", "all_days"
ENDS, MISTAKE = "ends", "mistake"
_MOST = 9999


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds; ``split`` tells that what was asked before ``terms.since`` stays."""

    terms: QuotaTerms
    split: bool


class QuotaForm(FormDialog):
    """Asks for a quota, or for a change of one; the effect is said in words as it is typed."""

    help_topic = "roster#quotas"

    def __init__(
        self,
        version: QuotaVersion | None,
        outlets: Sequence[OutletRow],
        save: Callable[[Typed], object],
        parent: QWidget | None,
    ) -> None:
        title = self.tr("Add quota") if version is None else self.tr("Change quota")
        verb = self.tr("Add") if version is None else self.tr("Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        least_width(self, 700)
        self._version = version
        before = version.terms if version is not None else _EMPTY
        self.label = text_field(before.label, 40)
        self.subject = PickBox(_worded("quota.subject", QuotaSubject))
        self.period = PickBox(_worded("quota.period", QuotaPeriod))
        self.minimum = NumberField(before.minimum, _MOST)
        self.applies = PickBox(_reaches())
        self.since = MaybeDay(self.tr("from the day"), _first_day(before, version))
        self.until = MaybeDay(self.tr("to the day"), before.until)
        self.who = PickBox(_owers())
        self.members = MembersField(outlets, before.members)
        self.effect = label("", Role.BODY, "accent", wrap=True)
        self._fill(before)
        self._arrange()
        self._connect()

    def typed(self) -> Typed:
        """What the form holds.

        Raises:
            NoMembersError: outlets are to owe it, and none is ticked.
        """
        by_outlets = self.who.key() == OUTLETS
        members = self.members.members() if by_outlets else ()
        if by_outlets and not members:
            raise NoMembersError(name=self.label.text(), field="members")
        before = self._version
        split = before is not None and self.applies.key() == FROM_A_DAY
        since = before.terms.since if before is not None and not split else self.since.day()
        terms = QuotaTerms(
            self.label.text(),
            QuotaSubject(self.subject.key()),
            QuotaPeriod(self.period.key()),
            self.minimum.value(),
            since,
            self.until.day(),
            members,
        )
        return Typed(terms, split)

    def _fill(self, before: QuotaTerms) -> None:
        self.subject.choose(before.subject.value)
        self.period.choose(before.period.value)
        self.who.choose(OUTLETS if before.members or self._version is None else OFFICE)
        if self._version is not None:  # what a quota counts, and over what, is what it is
            self.subject.setEnabled(False)
            self.period.setEnabled(False)

    def _arrange(self) -> None:
        self.add("label", self.tr("Name"), self.label)
        self.add("subject", self.tr("Counts"), self.subject)
        self.add("period", self.tr("In each"), self.period)
        self.add("minimum", self.tr("At least"), self.minimum)
        if self._version is not None:
            self.add("applies", self.tr("The change"), self.applies)
        self.add("since", self.tr("Begins"), self.since)
        self.add("until", self.tr("Ends"), self.until)
        self.add("who", self.tr("Owed by"), self.who)
        self.add("members", self.tr("Outlets"), self.members)
        self.add("effect", self.tr("Effect"), self.effect)

    def _connect(self) -> None:
        self.minimum.textChanged.connect(self._say)
        self.members.changed.connect(self._say)
        self.since.field.dateChanged.connect(self._say)
        self.since.known.toggled.connect(self._say)
        for box in (self.period, self.applies, self.who):
            box.currentIndexChanged.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.members.setEnabled(self.who.key() == OUTLETS)
        whole = self._version is not None and self.applies.key() == ALL_DAYS
        self.since.setEnabled(not whole)
        since = self._version.terms.since if whole and self._version is not None else self.since.day()
        owing = len(self.members.members()) if self.who.key() == OUTLETS else None
        self.effect.setText(effect(QuotaPeriod(self.period.key()), self.minimum.value(), since, owing))


class EndQuotaForm(FormDialog):
    """Asks on which day a quota ends, or whether it was a mistake and goes altogether."""

    help_topic = "roster#quotas"

    def __init__(
        self,
        version: QuotaVersion,
        end: Callable[[dt.date], object],
        remove: Callable[[], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("EndQuotaForm", "End quota: {name}").format(name=version.terms.label)
        super().__init__(title, translate("EndQuotaForm", "End"), self._act, parent)
        self._end, self._remove = end, remove
        self.how = PickBox(
            [
                Option(ENDS, self.tr("It ends after a day")),
                Option(MISTAKE, self.tr("It was entered by mistake and goes")),
            ]
        )
        self.until = DayField(clock.today())
        self.add("how", self.tr("What happens"), self.how)
        hint = self.tr("It is owed on this day for the last time. Earlier figures stay.")
        self.add("until", self.tr("Last day"), self.until, hint)
        self.how.currentIndexChanged.connect(lambda: self.until.setEnabled(self.how.key() == ENDS))

    def _act(self) -> None:
        if self.how.key() == ENDS:
            self._end(self.until.day())
        else:
            self._remove()


def effect(period: QuotaPeriod, minimum: int, since: dt.date | None, owing: int | None) -> str:
    """What a quota asks from when on, in a sentence; ``owing`` outlets, None for the office itself."""
    who = text("quota.office") if owing is None else shown.count(owing, "outlets")
    asked = text(f"quota.effect.{period.value}", who=who, minimum=minimum)
    if since is None:
        return text("quota.effect_always", asked=asked)
    start = text("quota.effect_week", week=shown.week(since), day=shown.day(since))
    when = start if period == QuotaPeriod.ISO_WEEK else shown.day(since)
    return text("quota.effect_from", when=when, asked=asked)


def period_start(period: QuotaPeriod, day: dt.date) -> dt.date:
    """First day of the period that holds ``day``: what a change is measured against."""
    if period == QuotaPeriod.ISO_WEEK:
        return clock.week_of(day)[0]
    return day.replace(month=1, day=1) if period == QuotaPeriod.YEAR else day


def _first_day(before: QuotaTerms, version: QuotaVersion | None) -> dt.date | None:
    """The day proposed for a change: where the present period begins, after the first day of the version."""
    if version is None:
        return clock.today()
    start = period_start(before.period, clock.today())
    if before.since is not None and start <= before.since:
        return before.since + dt.timedelta(days=1)
    return start


def _worded(area: str, codes: Iterable[str]) -> list[Option]:
    return [Option(str(code), text(f"{area}.{code}")) for code in codes]


def _reaches() -> list[Option]:
    return [
        Option(FROM_A_DAY, translate("QuotaForm", "From a day on; what was asked before stays")),
        Option(ALL_DAYS, translate("QuotaForm", "On all its days; earlier figures change too")),
    ]


def _owers() -> list[Option]:
    return [
        Option(OUTLETS, translate("QuotaForm", "The outlets ticked below, each for itself")),
        Option(OFFICE, translate("QuotaForm", "The office as a whole")),
    ]


_EMPTY = QuotaTerms("", QuotaSubject.ITEMS, QuotaPeriod.ISO_WEEK, 1)
