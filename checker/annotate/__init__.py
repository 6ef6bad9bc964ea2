"""A submission with what was found in it, as native Word comments at the words concerned."""

from checker.document import Document
from checker.report import FileReport


def annotate(data: bytes, document: Document, file: FileReport) -> bytes:
    """A .docx with the findings of ``file`` as comments; suppressed ones aren't shown.

    ``data`` is the file and ``document`` what was read from it. A Word file is copied with nothing else changed, but our
    comments of an earlier run go; of any other a new one with the same paragraphs is made. Raises Unreadable where the Word file can't be written to.
    """
    from checker.annotate.comments import comments
    from checker.annotate.container import add_comments
    from checker.annotate.fresh import new_file, paragraphs_of
    from checker.readers.docx import written
    from checker.readers.sniff import sniff

    made = comments(document, file)
    if sniff(data) == "docx":
        return add_comments(data, made, lambda package, root: written(package, root).written)
    fresh = new_file(document)
    return add_comments(fresh, made, paragraphs_of(document)) if made else fresh
