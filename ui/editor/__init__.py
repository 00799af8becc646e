"""The editor of texts: plain structure chosen by verbs, never free formatting. It knows of no kind of text.

`Composer` is the whole: styles, verbs, text, find and replace, length and warnings. What it shows of figures
and comments is handed to it; `keeper` keeps what was typed. The text goes in and out in the markup of
`xcdesk.texts.documents`, so that what is signed off, printed and compared is exactly what was edited.
"""
