"""Ways of putting a Word file together."""

from tests.readers.builder import W, pack, parts, r, relations
from tests.readers.ways.registry import Text, each, way


@way
def strict(text: Text) -> bytes:
    """ISO 29500 strict: other namespaces."""
    members = {
        name: content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name, content in parts(each(text, r)).items()
    }
    return pack(members)


@way
def macro_enabled(text: Text) -> bytes:
    members: dict[str, str | bytes] = dict(parts(each(text, r)))
    types = str(members["[Content_Types].xml"])
    main = "vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    members["[Content_Types].xml"] = types.replace(main, "vnd.ms-word.document.macroEnabled.main")
    members["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    return pack(members)


@way
def template(text: Text) -> bytes:
    members = parts(each(text, r))
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("document.main", "template.main")
    return pack(members)


@way
def renamed_main_part(text: Text) -> bytes:
    """The main part need not be called document.xml, nor stand in word/."""
    members = parts(each(text, r))
    members["text/main7.xml"] = members.pop("word/document.xml")
    members["text/_rels/main7.xml.rels"] = relations({"styles": "/word/styles.xml"})
    members["_rels/.rels"] = relations({"officeDocument": "/text/main7.xml"})
    return pack(members)


@way
def named_by_type_only(text: Text) -> bytes:
    members = parts(each(text, r))
    members["x/body.xml"] = members.pop("word/document.xml")
    members["x/styles.xml"] = members.pop("word/styles.xml")
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("/word/document.xml", "/x/body.xml")
    return pack({name: c for name, c in members.items() if not name.endswith(".rels")})


@way
def bare(text: Text) -> bytes:
    """Neither relationships nor content types."""
    return pack(
        {name: c for name, c in parts(each(text, r)).items() if name.startswith("word/") and "_rels" not in name}
    )


@way
def dangling(text: Text) -> bytes:
    """Relationships to parts that aren't there."""
    members = parts(each(text, r))
    related = {"numbering": "NULL", "image": "../NULL", "styles": "styles.xml"}
    return pack({**members, "word/_rels/document.xml.rels": relations(related)})


@way
def backslashes(text: Text) -> bytes:
    return pack({name.replace("/", "\\"): c for name, c in parts(each(text, r)).items()})


@way
def utf16(text: Text) -> bytes:
    members: dict[str, str | bytes] = dict(parts(each(text, r)))
    document = str(members["word/document.xml"]).replace("UTF-8", "UTF-16")
    return pack({**members, "word/document.xml": document.encode("utf-16")})
