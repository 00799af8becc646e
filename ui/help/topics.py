"""Which passage of the help belongs to a control."""

from PySide6.QtWidgets import QWidget


def topic_of(widget: QWidget | None) -> str:
    """The topic of the nearest widget up the chain that names one; "" where none does."""
    while widget is not None:
        topic = getattr(widget, "help_topic", "")
        if isinstance(topic, str) and topic:
            return topic
        widget = widget.parentWidget()
    return ""
