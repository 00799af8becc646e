"""Charts of the Word document as Word's own: they keep their figures and can be edited there."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from xcdesk.reports.docx.styles import FANG, Style
from xcdesk.reports.docx.xml import EMU, styled
from xcdesk.reports.pdf.measures import WIDTH
from xcdesk.reports.pdf.typeset import clean
from xcdesk.reports.plots import Plot, plot_of
from xcdesk.texts.documents import Block, Drawn

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_GREYS = ("404040", "999999", "D9D9D9", "FFFFFF")
_TALLEST = 600.0
_COLUMNS_TALL = 230.0
_BAR_TALL, _BARS_AROUND = 20.0, 36.0
_CATEGORIES, _VALUES = 111, 112  # numbers of the two axes


def add_chart(made: Any, block: Block, number: int, day: dt.date) -> bool:
    """Draw a table of figures; whether it could be drawn. ``number`` tells the charts of a document apart."""
    plot = plot_of(block.rows) if block.drawn in {Drawn.BARS, Drawn.COLUMNS} else None
    if plot is None or len(plot.series) > len(_GREYS):
        return False
    tall = _COLUMNS_TALL
    if block.drawn == Drawn.BARS:
        tall = min(_TALLEST, _BARS_AROUND + _BAR_TALL * len(plot.labels) * max(1, len(plot.series) * 0.7))
    related = _part(made, plot, block.drawn or Drawn.BARS, number, day)
    styled(made.add_paragraph(), Style.CHART).add_run()._r.append(_inline(related, number, tall))
    return True


def _part(made: Any, plot: Plot, drawn: Drawn, number: int, day: dt.date) -> str:
    """The chart and the workbook behind it as parts of the package; the number of the relation to it."""
    from docx.opc.packuri import PackURI  # start-up time
    from docx.opc.part import Part

    package = made.part.package
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET, _workbook(plot, day), package)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    data = chart.relate_to(book, f"{_RELATIONS}/package")
    chart._blob = _chart(plot, drawn, data).encode()
    return str(made.part.relate_to(chart, f"{_RELATIONS}/chart"))


def _workbook(plot: Plot, day: dt.date) -> bytes:
    import xlsxwriter  # start-up time

    saved = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(saved, options) as book:
        book.set_properties({"created": dt.datetime.combine(day, dt.time())})
        sheet = book.add_worksheet("Sheet1")
        for column, name in enumerate((plot.head, *plot.series)):
            sheet.write_string(0, column, clean(name))
        for row, (label, values) in enumerate(zip(plot.labels, plot.values, strict=True), start=1):
            sheet.write_string(row, 0, clean(label))
            for column, value in enumerate(values, start=1):
                sheet.write_number(row, column, value)
    return saved.getvalue()


def _inline(related: str, number: int, tall: float) -> Any:
    from docx.oxml.parser import parse_xml  # start-up time

    return parse_xml(
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
        f' xmlns:r="{_RELATIONS}"><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(WIDTH * EMU)}" cy="{round(tall * EMU)}"/>'
        f'<wp:docPr id="{1000 + number}" name="chart{number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="{related}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _chart(plot: Plot, drawn: Drawn, data: str) -> str:
    stacked = drawn == Drawn.COLUMNS
    grouping = "stacked" if stacked else "clustered"
    series = "".join(_series(plot, at, labelled=not stacked) for at in range(len(plot.series)))
    several = len(plot.series) > 1
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_RELATIONS}">'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="{"col" if stacked else "bar"}"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="70"/>'
        f"{_OVERLAP if stacked else ''}"
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>{_axes(stacked=stacked)}'
        f"{_TABLE if stacked else ''}</c:plotArea>{_LEGEND if several else ''}"
        f'<c:plotVisOnly val="1"/></c:chart>{_NO_LINE}{_TEXT}'
        f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(plot: Plot, at: int, *, labelled: bool) -> str:
    letter, last = "BCDE"[at], len(plot.labels) + 1
    labels = (
        '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    values = [f"{row[at]:g}" for row in plot.values]
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f>'
        f"<c:strCache>{_points([plot.series[at]])}</c:strCache></c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{_GREYS[at]}"/></a:solidFill>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>'
        f'<c:invertIfNegative val="0"/>{labels if labelled else ""}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>"
        f"<c:strCache>{_points(plot.labels)}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{_points(values)}</c:numCache></c:numRef></c:val>"
        "</c:ser>"
    )


def _points(values: Sequence[str]) -> str:
    return "".join(_point_parts(values))


def _point_parts(values: Sequence[str]) -> Iterator[str]:
    yield f'<c:ptCount val="{len(values)}"/>'
    for number, value in enumerate(values):
        yield f'<c:pt idx="{number}"><c:v>{escape(clean(value))}</c:v></c:pt>'


def _axes(*, stacked: bool) -> str:
    order = "minMax" if stacked else "maxMin"  # bars read from the top
    at, beside = ("b", "l") if stacked else ("l", "b")
    grid = '<c:majorGridlines><c:spPr><a:ln w="3175"/></c:spPr></c:majorGridlines>' if stacked else ""
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{at}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{_VALUES}"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/>'
        '<c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{0 if stacked else 1}"/><c:axPos val="{beside}"/>{grid}'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORIES}"/></c:valAx>'
    )


_OVERLAP = '<c:overlap val="100"/>'
_TABLE = (
    '<c:dTable><c:showHorzBorder val="1"/><c:showVertBorder val="0"/>'
    '<c:showOutline val="0"/><c:showKeys val="1"/></c:dTable>'
)
_LEGEND = '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>'
_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_TEXT = (
    f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1050"><a:latin typeface="{FANG}"/>'
    f'<a:ea typeface="{FANG}"/></a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
)
