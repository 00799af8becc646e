"""Elements of a Word document that its library has no words for."""

from typing import Any

EMU = 12700
"""Units in a point, in which the format measures what is drawn and cells of tables."""


def child(parent: Any, name: str, /, **attributes: object) -> Any:
    """Add an element ``w:name`` at the end of ``parent`` and return it."""
    from docx.oxml import OxmlElement  # start-up time

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        set_attribute(made, key, value)
    parent.append(made)
    return made


def only_child(parent: Any, name: str, /, **attributes: object) -> Any:
    """The same, in the place of those of this name that are there."""
    from docx.oxml.ns import qn  # start-up time

    for present in parent.findall(qn(f"w:{name}")):
        parent.remove(present)
    return child(parent, name, **attributes)


def styled(paragraph: Any, style: str) -> Any:
    """Give a paragraph one of our styles, whose numbers are their names: the library's own way is slow."""
    paragraph._p.style = style
    return paragraph


def set_attribute(element: Any, name: str, value: object) -> None:
    """Set an attribute ``w:name``."""
    from docx.oxml.ns import qn  # start-up time

    element.set(qn(f"w:{name}"), str(value))
