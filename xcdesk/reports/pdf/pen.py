"""Drawing on the page in the office's own measures: heights count down from the top of the type area."""

import contextlib
import io
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from xcdesk.reports.pdf.breaker import Cell, Line
from xcdesk.reports.pdf.fonts import FAULTS, Faces, FontError, Role, load
from xcdesk.reports.pdf.measures import BASELINE, HEIGHT, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH

_SAME = 1e-4  # pt


class Ink(StrEnum):
    """What a colour of the page is for; the red one is the office's own choice."""

    BLACK = "black"
    RED = "red"


class Metadata(NamedTuple):
    """What the file says about itself; ``day``, as ``20260413``, is its only date."""

    title: str
    author: str
    day: str
    red: str = "#D9001B"


class Pen:
    """Writes one document; text is drawn as it stands, no markup is ever read."""

    def __init__(self, faces: Faces, about: Metadata) -> None:
        from reportlab import rl_config  # start-up time
        from reportlab.pdfgen.canvas import Canvas

        # reportlab asks for this when it writes the file and has no setting per document; it makes pages a
        # quarter larger and slower to no use
        rl_config.useA85 = 0
        self._faces = faces
        self._file = io.BytesIO()
        self.canvas: Any = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=faces.font(Role.FANG).fontName,
            lang="zh-CN",
        )
        self.canvas.setDateFormatter(lambda *_: f"D:{about.day}000000+08'00'")
        self.canvas.setTitle(about.title)
        self.canvas.setAuthor(about.author)
        self.canvas.setCreator("xcdesk")
        self.entry_pages: Sequence[int] = ()
        self._inks = {Ink.BLACK: "0 0 0", Ink.RED: _operands(about.red)}

    def dip(self, red: str) -> None:
        """Draw what follows with another red, ``#RRGGBB``."""
        self._inks[Ink.RED] = _operands(red)

    def line(self, line: Line, top: float, left: float = 0.0, ink: Ink = Ink.BLACK) -> None:
        """Draw a line of text whose em box begins at ``top``, ``left`` of the type area's edge."""
        if not line.cells:
            return
        size = max(cell.size for cell in line.cells)
        self.baseline(line, top + BASELINE * size, left, ink)

    def baseline(self, line: Line, depth: float, left: float = 0.0, ink: Ink = Ink.BLACK) -> None:
        """Draw a line of text with its baseline ``depth`` below the top of the type area."""
        # Written as operators: reportlab's text object spends half the time of a page on its numbers.
        y = PAGE_HEIGHT - TOP - depth
        code = [f"q BT {self._inks[ink]} rg"]
        start = 0
        while start < len(line.cells):
            stop, space = _segment(line, start)
            code.append(f"1 0 0 1 {LEFT + left + line.places[start]:.3f} {y:.3f} Tm {space:.4f} Tc")
            code += self._shown(line.cells[start:stop])
            start = stop
        self.canvas.addLiteral(" ".join([*code, "ET Q"]))

    def _shown(self, cells: Sequence[Cell]) -> Iterator[str]:
        """Operators that show cells of one face and size."""
        font = load(cells[0].face)
        document = self.canvas._doc
        for subset, codes in font.splitString("".join(cell.char for cell in cells), document):
            name = font.getSubsetInternalName(subset, document)
            yield f"{name} {cells[0].size:.2f} Tf <{codes.hex()}> Tj"

    def rule(self, depth: float, width: float, ink: Ink = Ink.BLACK) -> None:
        """Draw a rule as wide as the type area, ``width`` pt thick."""
        self.stroke((0.0, depth), (WIDTH, depth), width, ink)

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], width: float, ink: Ink = Ink.BLACK
    ) -> None:
        """Draw a straight stroke between two points of the type area."""
        (x1, y1), (x2, y2) = start, end
        base, colour = PAGE_HEIGHT - TOP, self._inks[ink]
        self.canvas.addLiteral(
            f"{colour} RG {width:.3f} w {LEFT + x1:.3f} {base - y1:.3f} m {LEFT + x2:.3f} {base - y2:.3f} l S"
        )

    def box(
        self, corner: tuple[float, float], size: tuple[float, float], shade: float, outline: float = 0.0
    ) -> None:
        """Fill a box from its upper left ``corner``, with an outline ``outline`` pt thick if there is one.

        ``shade`` is 0 for black to 1 for white.
        """
        (x, top), (width, height) = corner, size
        painted = f"{outline:.3f} w 0 0 0 RG" if outline else ""
        at = f"{LEFT + x:.3f} {PAGE_HEIGHT - TOP - top - height:.3f} {width:.3f} {height:.3f} re"
        grey = f"{shade:.3f}"
        self.canvas.addLiteral(f"q {grey} {grey} {grey} rg {painted} {at} {'B' if outline else 'f'} Q")

    def leader(self, start: float, end: float, depth: float) -> None:
        """Draw a row of dots between two points of one line."""
        self.canvas.setLineCap(1)
        self.canvas.setDash([0, 4])
        self.stroke((start, depth), (end, depth), 1.0)
        self.canvas.setDash([])
        self.canvas.setLineCap(0)

    def outline(self, title: str, number: int, top: float) -> None:
        """Enter a title into the outline of the file."""
        key = f"item{number}"
        self.canvas.bookmarkHorizontal(key, 0, PAGE_HEIGHT - TOP - top)
        self.canvas.addOutlineEntry(title, key)

    def mark(self, title: str, key: str) -> None:
        """Enter the present page into the outline of the file."""
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key)

    @contextlib.contextmanager
    def kept(self, name: str) -> Iterator[None]:
        """Draw what follows once, to be shown on any number of pages by `show`."""
        self.canvas.beginForm(name, 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        yield
        self.canvas.endForm()

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Draw what follows a quarter to the left: depths count from the left edge of the type area."""
        base = PAGE_HEIGHT - TOP
        self.canvas.addLiteral(f"q 0 1 -1 0 {LEFT + base:.3f} {base - HEIGHT - LEFT:.3f} cm")
        yield
        self.canvas.addLiteral("Q")

    def show(self, name: str) -> None:
        """Put what was drawn under ``name`` onto the present page."""
        self.canvas.doForm(name)

    def turn(self) -> None:
        """End the page."""
        self.canvas.showPage()

    def finish(self, faces: Sequence[str]) -> bytes:
        """Close the document, note the faces it used, and return the file.

        Raises:
            FontError: the shape of a character is damaged in a font file that came not with the program.
        """
        from reportlab.pdfbase.ttfonts import TTFError  # start-up time

        self.canvas.setKeywords(", ".join(faces))
        try:
            self.canvas.save()
        except (TTFError, *FAULTS) as error:  # shapes are read only now, those that are drawn
            own = self._faces.own_files()
            if not own:
                raise
            raise FontError(name=own) from error
        return self._file.getvalue()


def _operands(colour: str) -> str:
    """``#RRGGBB`` as operands of DeviceRGB."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _segment(line: Line, start: int) -> tuple[int, float]:
    """End of the cells from ``start`` on that one command can draw, and the spacing it needs."""
    cells, places = line.cells, line.places
    last, space = cells[start], 0.0
    face, size = last.face, last.size
    for at in range(start + 1, len(cells)):
        cell = cells[at]
        gap = places[at] - places[at - 1] - last.natural
        if at == start + 1:
            space = gap
        if cell.face != face or cell.size != size or abs(gap - space) > _SAME:
            return at, space
        last = cell
    return len(cells), space


def page_number_depth(centre: float, size: float) -> float:
    """Baseline depth of the page number, so that its dashes run 7 mm below the type area."""
    return HEIGHT + 7 * MM + centre * size
