"""Forms of the trackers: a line of the advertisement plan, a manuscript of a unit, another activity."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import words_field
from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.fields import DayField, NumberField, Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.name_field import NameField
from ui.widgets.ticks_field import TicksField
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.codes import Vocabulary
from xcdesk.services.office import terms
from xcdesk.services.record import entries, rows
from xcdesk.services.record.entries import UnknownUnitError
from xcdesk.services.roster import lexicon, outlets, units
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets import adverts
from xcdesk.services.targets.advert_changes import MOST_A_WEEK, NewAdvert
from xcdesk.services.targets.adverts import AdvertFault, AdvertRow
from xcdesk.services.trackers.activities import ActivityRow
from xcdesk.services.trackers.activity_changes import MOST_PEOPLE, NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript
from xcdesk.services.trackers.manuscripts import ManuscriptRow

translate = QCoreApplication.translate

_WIDE = 600
_USUAL_TIMES = 7


class AdvertForm(FormDialog):
    """Asks for a line of the plan, and says at once when the text does not carry the hotline.

    ``row`` is the line to change, None for a new one, which takes outlet and hotline of ``like``.
    """

    help_topic = "coverage#trackers"

    def __init__(
        self,
        row: AdvertRow | None,
        like: AdvertRow | None,
        save: Callable[[NewAdvert], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("AdvertForm", "Plan an advertisement")
        verb = translate("AdvertForm", "Plan")
        if row is not None:
            title, verb = translate("AdvertForm", "Edit the plan"), translate("AdvertForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self._texts = {str(one.id): one for one in adverts.texts()}
        self._make_fields(row, like)
        self._place_fields()
        least_width(self, _WIDE)
        self.material.currentIndexChanged.connect(self._follow)
        for changed in (self.wording.textChanged, self.hotline.textChanged):
            changed.connect(self._warn)
        self._follow()

    def typed(self) -> NewAdvert:
        """What the form holds."""
        material = self.material.key()
        return NewAdvert(
            int(self.outlet.key() or 0),
            self.slot.text(),
            self.per_week.value(),
            self.since.day(),
            self.until.day(),
            int(material) if material else None,
            "" if material else self.wording.toPlainText(),
            self.hotline.text(),
            self.note.text(),
        )

    def _make_fields(self, row: AdvertRow | None, like: AdvertRow | None) -> None:
        shown = row or like
        self.outlet = PickBox([Option(str(one.id), one.name) for one in outlets.outlets()])
        if shown is not None:
            self.outlet.choose(str(shown.outlet_id))
        self.slot = text_field("" if row is None else row.slot, 80)
        self.per_week = NumberField(_USUAL_TIMES if row is None else row.per_week, MOST_A_WEEK)
        self.since = DayField(clock.today() if row is None else row.since)
        self.until = MaybeDay(self.tr("last day"), None if row is None else row.until)
        self.material = PickBox(self._materials(row))
        self.material.choose("" if row is None or row.material_id is None else str(row.material_id))
        self.wording = words_field()
        self.wording.setPlainText("" if row is None else row.wording)
        self.hotline = text_field("" if shown is None else shown.hotline, 40)
        self.warning = label("", Role.CAPTION, "warn", wrap=True)
        self.note = text_field("" if row is None else row.note, 500)

    def _place_fields(self) -> None:
        self.add("outlet", self.tr("Outlet"), self.outlet)
        self.add(
            "slot", self.tr("Slot"), self.slot, self.tr("Page or time of day, as agreed with the outlet.")
        )
        self.add("per_week", self.tr("Times a week"), self.per_week)
        self.add("since", self.tr("From"), self.since)
        self.add("until", self.tr("Until"), self.until)
        hint = self.tr("Advertisement texts that were signed off in Approvals.")
        self.add("material", self.tr("Text signed off"), self.material, hint)
        self.add("wording", self.tr("Text"), self.wording)
        hint = self.tr("The report line that the text must carry.")
        self.add("hotline", self.tr("Hotline"), self.hotline, hint)
        self._form.addRow("", self.warning)
        self.add("note", self.tr("Note"), self.note)

    def _materials(self, row: AdvertRow | None) -> Sequence[Option]:
        """Texts signed off, and the one that is bound already though it was voided since."""
        found = [Option(key, one.title) for key, one in self._texts.items()]
        bound = None if row is None or row.material_id is None else str(row.material_id)
        if row is not None and bound is not None and bound not in self._texts:
            found.append(Option(bound, row.material))
        return [Option("", self.tr("none: the text stands below")), *found]

    def _follow(self) -> None:
        self.set_shown("wording", shown=not self.material.key())
        self._warn()
        if self.isVisible():
            self._fit()

    def _warn(self) -> None:
        bound = self._texts.get(self.material.key())
        words = self.wording.toPlainText() if bound is None else f"{bound.title}\n{bound.text}"
        hotline = self.hotline.text().strip()
        missing = bool(hotline and words.strip()) and not adverts.carries(words, hotline)
        self.warning.setText(
            f"▲ {text(f'advert.fault.{AdvertFault.HOTLINE_MISSING.value}')}" if missing else ""
        )
        self._form.setRowVisible(self.warning, missing)


class ManuscriptForm(FormDialog):
    """Asks for a manuscript; a new one begins with unit, day and outlets of ``like``, the one before."""

    help_topic = "coverage#trackers"

    def __init__(
        self,
        row: ManuscriptRow | None,
        like: NewManuscript | None,
        save: Callable[[NewManuscript], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("ManuscriptForm", "Enter a manuscript")
        verb = translate("ManuscriptForm", "Enter")
        if row is not None:
            title, verb = (
                translate("ManuscriptForm", "Edit the manuscript"),
                translate("ManuscriptForm", "Save"),
            )
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self._row = row
        names = {one.id: one.name for one in units.units(everyone=True)}
        before = row or like
        self.unit = NameField([one.name for one in units.units()])
        self.unit.setText("" if before is None else names.get(before.unit_id, ""))
        self.day = DayField(clock.today() if before is None else before.sent_on)
        self.title = text_field("" if row is None else row.title, 200)
        sent = () if before is None else before.outlet_ids
        self.outlets = TicksField(_outlet_options(sent), [str(outlet) for outlet in sent])
        self.note = text_field("" if row is None else row.note, 500)
        self.add("unit", self.tr("Unit"), self.unit, self.tr("A unit of the roster, or its initials."))
        self.add("day", self.tr("Sent on"), self.day)
        self.add("title", self.tr("Title"), self.title)
        self.add("outlets", self.tr("Sent to"), self.outlets)
        self.add("note", self.tr("Note"), self.note)
        least_width(self, _WIDE)
        if like is not None and row is None:
            self.title.setFocus()

    def typed(self) -> NewManuscript:
        """What the form holds.

        Raises:
            MissingTextError, UnknownUnitError: it names no unit, or none that is known.
        """
        return NewManuscript(
            self._unit_id(rows.required_text("unit", self.unit.name())),
            self.day.day(),
            self.title.text(),
            tuple(map(int, self.outlets.ticked())),
            self.note.text(),
        )

    def _unit_id(self, written: str) -> int:
        """Row of the unit meant; that of the manuscript may have been retired since."""
        if self._row is not None and written == self._row.unit:
            return self._row.unit_id
        found = entries.known_unit(written, lexicon.load())
        if found is None:
            raise UnknownUnitError(name=written)
        return found


class ActivityForm(FormDialog):
    """Asks for an activity; ``row`` is the one to change, None for a new one."""

    help_topic = "coverage#trackers"

    def __init__(
        self, row: ActivityRow | None, save: Callable[[NewActivity], object], parent: QWidget | None
    ) -> None:
        title = translate("ActivityForm", "Enter an activity")
        verb = translate("ActivityForm", "Enter")
        if row is not None:
            title, verb = translate("ActivityForm", "Edit the activity"), translate("ActivityForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self.kind = PickBox(_kinds(row))
        self.kind.choose("" if row is None else row.kind)
        self.day = DayField(clock.today() if row is None else row.day)
        self.title = text_field("" if row is None else row.title, 200)
        own = [Option("", text("activity.own"))]
        everyone = [Option(str(one.id), one.name) for one in units.units(everyone=True)]
        self.unit = PickBox([*own, *everyone])
        self.unit.choose("" if row is None or row.unit_id is None else str(row.unit_id))
        self.people = text_field("" if row is None or row.people is None else str(row.people), 8)
        self.people.setValidator(QIntValidator(0, MOST_PEOPLE, self))
        self.note = text_field("" if row is None else row.note, 500)
        self.add("kind", self.tr("Kind"), self.kind, self.tr("The list is kept under Roster, Lists."))
        self.add("day", self.tr("Day"), self.day)
        self.add("title", self.tr("Activity"), self.title)
        self.add("unit", self.tr("Held by"), self.unit)
        hint = self.tr("How many took part or were reached; empty where nobody counted.")
        self.add("people", self.tr("People"), self.people, hint)
        self.add("note", self.tr("Note"), self.note)
        least_width(self, _WIDE)

    def typed(self) -> NewActivity:
        """What the form holds."""
        return NewActivity(
            self.kind.key(),
            self.day.day(),
            self.title.text(),
            int(self.unit.key()) if self.unit.key() else None,
            int(self.people.text()) if self.people.text().strip() else None,
            self.note.text(),
        )


def _outlet_options(sent: Sequence[int]) -> Sequence[Option]:
    """Outlets on the roster in its order, and those left out since to which the manuscript was sent."""
    found: Sequence[OutletRow] = outlets.outlets(everyone=True)
    return [Option(str(one.id), one.name) for one in found if one.active or one.id in sent]


def _kinds(row: ActivityRow | None) -> Sequence[Option]:
    known = terms.terms(Vocabulary.ACTIVITY, everyone=True)
    return [
        Option(term.code, term.label)
        for term in known
        if term.active or (row is not None and term.code == row.kind)
    ]
