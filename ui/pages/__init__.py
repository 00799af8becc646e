"""One package or module per tab, and how a page is written.

**A page** subclasses `ui.pages.page.Page`, sets ``key``, ``glyph`` and ``watches`` (areas of `ui.changes`
after whose writes it reads again), and gives ``name()``, ``make_verbs()``, ``main_view()``,
``reload()``; where it has more, ``regions()`` (F6), ``count_waiting()``, ``open(target)``. Its
``__init__(desk)`` makes the widgets and ends with ``self.build(body, lead=…, trail=…, search="hint")``.
Then it takes its line in `ui.pages.catalogue`.

    class RosterPage(Page):
        key, glyph, watches = "roster", Glyph.CONTACT_CARD, frozenset({Area.ROSTER})

        def __init__(self, desk: Desk) -> None:
            super().__init__(desk)
            self.table = TableView(states=(6,))
            self.table.setModel(self.model)                  # ui.tablemodels; state cells by STATE_ROLE
            self.table.set_widths((150, 60, 120), stretch=0)
            self.detail = DetailPane()
            self.build(across(Pane(self.table, head), self.detail) in a widget, search=self.tr("Filter"))

        def make_verbs(self) -> Sequence[Verb]:
            add = Verb("outlet_new", self.tr("Add outlet"), Glyph.ADD, self._add, "Ctrl+N", weight=PRIMARY)
            return (add, Verb("verify", self.tr("Verified"), Glyph.CHECKMARK, self._verify, "F8", self._row))

- **Verb** (`widgets.verbs`): ``check`` returns None or a `DeskError`; state, tooltip and Alt+/ come from
  that one answer. Call ``self.verbs.refresh()`` when selection or data change; ``self.verbs.action(id)``
  for context menus.
- **Writing**: ``if self.attempt(lambda: service(…)): desk.changes.tell(Area.ROSTER);
  desk.undo.push(Act(name, undo, redo)); self.said.emit(words)``. A refusal becomes a banner and what was
  typed stays. ``desk.actor`` is the `Actor`.
- **Undo of rows with versions**: `ui.pages.acts.PageActs` keeps count of the versions, so that several acts
  on one row can be taken back in turn: ``self.step(name, Write("outlet:3", forth, back), row.version)``.
- **Long work** (over 100 ms, files, printing): ``self.run(lambda operation: service(…, operation), note,
  self._done)`` with a bound method; progress and Cancel appear in the page, failures as a banner.
- **Reading** short lists may be done in ``reload`` on the GUI thread, whose connection the store has
  opened.
- **Parts** (`ui.widgets`): ``label(text, Role, tone, bold=, wrap=)`` is the only label; ``button(text,
  glyph, Kind, on_click)``; ``across/down/boxed/line`` layouts; ``StateChip(State, word)``, ``FilterChip``,
  ``MarkBox``; ``TableView``, ``ListView`` + ``TwoLineDelegate`` (TWO_LINE_ROLE holds a `TwoLine`);
  ``StateCell`` (STATE_ROLE holds a `State`, the display role its word); ``Banner(tone, title, text,
  buttons)``, ``EmptyState``, ``nothing_found``; ``Card``, ``Pane``, ``DetailPane.show_parts(title,
  parts)``, ``field_grid``, ``ScrollColumn``; ``Segmented``; ``SearchBox.searched``; ``ProgressStrip.watch``.
- **Empty**: ``self.show_empty(EmptyState(…))`` against ``self.show_body()``; its first button takes the
  focus.
- **Elsewhere**: ``self.asked_for.emit("approvals", material_id)`` opens another page, whose ``open`` gets
  the target; ``asked_for.emit("import", paths)`` shows the import queue and adds a tuple of files to it.
- **Forms** (`ui.dialogs.form`): ``FormDialog(title, verb, save)`` with ``add(key, name, field, hint)``;
  fields in `ui.widgets.fields` (``PickBox``, ``DayField``, ``text_field``, ``long_field``); a refusal with
  the fact ``field=key`` stands under that field. ``Question`` only before what cannot be undone.
- **Words**: English in ``self.tr``, Chinese in ``resources/translations/zh_CN.ts``; refusals and codes
  through `ui.messages`, days and counts through `ui.format`; tooltips of data through ``labels.tip``.
  Colours and fonts in painted widgets through ``theme.colour(token)`` and ``theme.font(Role)``, looked up
  once per paint.
- **Sizes** come from ``theme.row_height()`` and ``theme.line_height()``, never from pixels that hold text.
- **Tests** take ``desk`` and ``make_window`` of tests/ui/conftest.py, ``clipped`` of tests/ui/clipping.py and
  ``focus_order`` of tests/ui/focus.py.
"""
