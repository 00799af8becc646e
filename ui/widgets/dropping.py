"""Files handed over by dragging or by the clipboard."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_files(data: QMimeData | None) -> tuple[Path, ...]:
    """Files and folders of this machine that ``data`` names, in its order; none if it holds anything else."""
    # An empty clipboard has no data at all, whatever the stubs say.
    urls = data.urls() if data is not None else ()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
