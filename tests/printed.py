"""What stands on pages, read back from the file."""

import pypdfium2


def words_of(pdf: bytes) -> str:
    """Every character of the pages in the order in which they were drawn, without blanks and line ends."""
    document = pypdfium2.PdfDocument(pdf)
    said = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(said.split())
