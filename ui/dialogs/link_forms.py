"""Forms about sites that must carry the link: the site itself, and what was seen there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import DayField, NumberField, Option, PickBox, text_field
from ui.widgets.maybe_day import MaybeDay
from xcdesk import clock
from xcdesk.codes import LinkState
from xcdesk.services.roster.links import CHECK_EVERY_DAYS, LinkCheck, LinkRow, NewLink
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.units import UnitRow

translate = QCoreApplication.translate

_OUTLET, _UNIT = "outlet:", "unit:"
_MOST_DAYS = 366


class LinkForm(FormDialog):
    """Asks for a site; ``row`` is the one to change, None for a new one."""

    help_topic = "roster#links"

    def __init__(
        self,
        row: LinkRow | None,
        owners: tuple[Sequence[OutletRow], Sequence[UnitRow]],
        save: Callable[[NewLink], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("LinkForm", "Add site") if row is None else translate("LinkForm", "Edit site")
        verb = translate("LinkForm", "Add") if row is None else translate("LinkForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self.site = text_field("" if row is None else row.name, 80)
        self.url = text_field("" if row is None else row.url, 500, "https://")
        self.owner = PickBox(_options(*owners))
        self.owner.choose("" if row is None else _key(row))
        self.every = NumberField(CHECK_EVERY_DAYS if row is None else row.every_days, _MOST_DAYS)
        self.note = text_field("" if row is None else row.note, 500)
        self.add("site", self.tr("Site"), self.site)
        self.add("url", self.tr("Address"), self.url, self.tr("The page that must carry the link."))
        self.add("owner", self.tr("Whose"), self.owner)
        self.add("every_days", self.tr("Check every (days)"), self.every)
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> NewLink:
        """What the form holds."""
        kind, _, row_id = self.owner.key().partition(":")
        return NewLink(
            self.site.text(),
            self.url.text().strip(),
            int(row_id) if kind == "outlet" else None,
            int(row_id) if kind == "unit" else None,
            self.every.value(),
            self.note.text(),
        )


class LinkCheckForm(FormDialog):
    """Asks what was seen on a site, on which day, and where the screenshot lies."""

    help_topic = "roster#links"

    def __init__(self, row: LinkRow, save: Callable[[LinkCheck], object], parent: QWidget | None) -> None:
        title = translate("LinkCheckForm", "Check site: {name}").format(name=row.name)
        super().__init__(title, translate("LinkCheckForm", "Record"), lambda: save(self.typed()), parent)
        seen = (LinkState.PRESENT, LinkState.MISSING)
        self.state = PickBox([Option(state.value, text(f"link_state.{state.value}")) for state in seen])
        self.state.choose(row.state.value)
        self.day = DayField(clock.today())
        self.evidence = text_field(limit=500)
        self.captured = MaybeDay(self.tr("taken on"), None)
        self.evidence.textEdited.connect(lambda words: self.captured.known.setChecked(bool(words.strip())))
        self.add("state", self.tr("Seen"), self.state)
        self.add("day", self.tr("Day"), self.day)
        hint = self.tr("Name or place of the file that proves it.")
        self.add("evidence", self.tr("Screenshot"), self.evidence, hint)
        self.add("captured", self.tr("Captured"), self.captured)

    def typed(self) -> LinkCheck:
        """What the form holds."""
        state = LinkState(self.state.key())
        return LinkCheck(state, self.day.day(), self.evidence.text(), self.captured.day())


def _options(outlets: Sequence[OutletRow], units: Sequence[UnitRow]) -> Sequence[Option]:
    return [
        Option("", translate("LinkForm", "another site")),
        *(Option(f"{_OUTLET}{row.id}", row.name) for row in outlets),
        *(Option(f"{_UNIT}{row.id}", row.name) for row in units),
    ]


def _key(row: LinkRow) -> str:
    if row.outlet_id is not None:
        return f"{_OUTLET}{row.outlet_id}"
    return "" if row.unit_id is None else f"{_UNIT}{row.unit_id}"
