"""The screen on which windows are drawn into memory: as large as an office's; Qt's own has 800 pixels."""

from pathlib import Path

OFFSCREEN = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
"""Value of QT_QPA_PLATFORM, to be set before Qt starts."""
