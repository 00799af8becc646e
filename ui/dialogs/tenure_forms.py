"""Forms about the people of an outlet: a change of post with its handover, tenures of the past, checks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.form import FormDialog
from ui.language import language
from ui.messages import text
from ui.theme import theme
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.labels import caption, tip
from ui.widgets.layouts import boxed, down
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.codes import ContactRole
from xcdesk.normalise import in_order
from xcdesk.services.due.handover import OpenItem
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.roster_check import CheckRow
from xcdesk.services.roster.tenure_changes import NewTenure, TenureChange
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import Span, TenureRow

translate = QCoreApplication.translate

_TICK_WIDTH = 400
"""Pixels of an open item's words at 100 %."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role at an outlet, who holds it now, and what is open with the outlet."""

    outlet: OutletRow
    role: ContactRole
    holder: TenureRow | None
    items: Sequence[OpenItem] = ()


class HolderForm(FormDialog):
    """Asks who holds a role from which day on, and which open items the one who comes takes over."""

    help_topic = "roster#people"

    def __init__(
        self, post: Post, save: Callable[[NewTenure, Sequence[OpenItem]], object], parent: QWidget | None
    ) -> None:
        role = text(f"contact_role.{post.role.value}")
        title = translate("HolderForm", "Change {role}: {outlet}").format(role=role, outlet=post.outlet.name)
        verb = translate("HolderForm", "Change")
        if post.items:
            verb = translate("HolderForm", "Change and hand over")
        super().__init__(title, verb, lambda: save(self.typed(), self.handed()), parent)
        self._post = post
        self.name, self.office = text_field(limit=40), text_field(limit=80)
        self.phone = text_field(limit=40)
        self.since = DayField(clock.today())
        self.add("name", self.tr("Name"), self.name)
        self.add("post", self.tr("Post"), self.office)
        self.add("phone", self.tr("Office telephone"), self.phone)
        self.add("since", self.tr("From"), self.since, self._hint())
        self.ticks = [_tick(item) for item in post.items]
        if self.ticks:
            least_width(self, 580)
            hint = self.tr("What is ticked stands in the history as taken over.")
            self.add("items", self.tr("Open items"), boxed(down(*self.ticks, gap=2)), hint)
            self.ticks[0].setAccessibleDescription(hint)

    def typed(self) -> NewTenure:
        """What the form holds."""
        return NewTenure(
            self._post.outlet.id,
            self._post.role,
            self.name.text(),
            self.since.day(),
            self.office.text(),
            self.phone.text(),
        )

    def handed(self) -> Sequence[OpenItem]:
        """The items that are ticked."""
        pairs = zip(self._post.items, self.ticks, strict=True)
        return [item for item, tick in pairs if tick.isChecked()]

    def _hint(self) -> str:
        holder = self._post.holder
        if holder is None:
            return self.tr("Nobody holds this role now.")
        return self.tr(
            "{name} holds it now, up to the day before. What was recorded keeps the name of that day."
        ).format(name=holder.name)


def _tick(item: OpenItem) -> QCheckBox:
    """A ticked box for an open item; a long title is cut and stands whole in the tooltip."""
    words = item.words(language())
    made = QCheckBox()
    shown = made.fontMetrics().elidedText(
        in_order(words), Qt.TextElideMode.ElideMiddle, theme.scaled(_TICK_WIDTH)
    )
    made.setText(caption(shown))
    made.setToolTip(tip(words))
    made.setAccessibleName(words)
    made.setChecked(True)
    return made


class PersonForm(FormDialog):
    """Corrects how a person is written down and from when to when the person was in office."""

    help_topic = "roster#people"

    def __init__(
        self, row: TenureRow, save: Callable[[TenureChange], object], parent: QWidget | None
    ) -> None:
        title = translate("PersonForm", "Correct {role}").format(role=text(f"contact_role.{row.role.value}"))
        super().__init__(title, translate("PersonForm", "Save"), lambda: save(self.typed()), parent)
        self.name, self.office = text_field(row.name, 40), text_field(row.post, 80)
        self.phone = text_field(row.phone, 40)
        self.since = MaybeDay(self.tr("known"), row.since)
        self.until = MaybeDay(self.tr("has left"), row.until)
        hint = self.tr("For slips of the pen only. When somebody else takes over, change the holder.")
        self.add("name", self.tr("Name"), self.name, hint)
        self.add("post", self.tr("Post"), self.office)
        self.add("phone", self.tr("Office telephone"), self.phone)
        self.add("since", self.tr("First day"), self.since)
        self.add("until", self.tr("Last day"), self.until)

    def typed(self) -> TenureChange:
        """What the form holds."""
        span = Span(self.since.day(), self.until.day())
        return TenureChange(self.name.text(), self.office.text(), self.phone.text(), span)


class PastTenureForm(FormDialog):
    """Asks for a tenure in any role that ends nobody's: one of the past, or in a role that is free."""

    help_topic = "roster#people"

    def __init__(
        self, outlet: OutletRow, save: Callable[[PastTenure], object], parent: QWidget | None
    ) -> None:
        title = translate("PastTenureForm", "Enter a tenure: {outlet}").format(outlet=outlet.name)
        super().__init__(title, translate("PastTenureForm", "Enter"), lambda: save(self.typed()), parent)
        self._outlet_id = outlet.id
        self.role = PickBox([Option(role.value, text(f"contact_role.{role.value}")) for role in ContactRole])
        self.name, self.office = text_field(limit=40), text_field(limit=80)
        self.phone = text_field(limit=40)
        self.since = MaybeDay(self.tr("known"), clock.today())
        self.until = MaybeDay(self.tr("has left"), None)
        self.add("role", self.tr("Role"), self.role)
        self.add("name", self.tr("Name"), self.name)
        self.add("post", self.tr("Post"), self.office)
        self.add("phone", self.tr("Office telephone"), self.phone)
        self.add("since", self.tr("First day"), self.since)
        hint = self.tr("Days on which somebody else held the role are refused by name.")
        self.add("until", self.tr("Last day"), self.until, hint)

    def typed(self) -> PastTenure:
        """What the form holds."""
        return PastTenure(
            self._outlet_id,
            ContactRole(self.role.key()),
            self.name.text(),
            Span(self.since.day(), self.until.day()),
            self.office.text(),
            self.phone.text(),
        )


class CheckForm(FormDialog):
    """Asks for the telephones as they are now; saving notes the check too."""

    help_topic = "roster#verify"

    def __init__(
        self,
        row: CheckRow,
        save: Callable[[Mapping[TenureRow, TenureChange]], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("CheckForm", "Correct and verify: {outlet}").format(outlet=row.outlet.name)
        verb = translate("CheckForm", "Save and mark verified")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self._people = row.people
        self.names = [text_field(one.name, 40) for one in row.people]
        self.phones = [text_field(one.phone, 40) for one in row.people]
        for at, one in enumerate(row.people):
            role = text(f"contact_role.{one.role.value}")
            phone = self.tr("{role}: telephone").format(role=role)
            self.add(f"name{at}", role, self.names[at])
            self.add(f"phone{at}", phone, self.phones[at])
        if self.phones:
            self.phones[0].setFocus()
            self.phones[0].selectAll()

    def typed(self) -> Mapping[TenureRow, TenureChange]:
        """Those who are written otherwise than before."""
        fields = zip(self._people, self.names, self.phones, strict=True)
        changes = {one: TenureChange(name.text(), one.post, phone.text()) for one, name, phone in fields}
        return {one: new for one, new in changes.items() if (one.name, one.phone) != (new.name, new.phone)}
