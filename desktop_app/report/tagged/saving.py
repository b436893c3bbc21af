"""Writes what a reader's software needs beside the pages: tags, bookmarks, links, metadata.

Knows the PDF objects (ISO 32000-1, 14.7 and 14.8; PDF/UA-1 is ISO 14289-1) and no flowable. The
packet also names PDF/A-2a, and describes PDF/UA's own property, which PDF/A does not know. Most
objects are written as bytes at once, since a document has thousands of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from .archival import say_what_colours_mean
from .tree import Annotated, Box, Element, Kid, Mark, Tree

_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document obeys</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page (from 0) something stands, from the page's left bottom corner."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A bookmark; levels count from 1."""

    title: str
    level: int
    target: Any


class Link(pdfdoc.PDFObject):  # type: ignore[misc]
    """A link annotation; `to` is a Target, "#name" or an address."""

    def __init__(self, page: int, rect: Sequence[float], to: Any, contents: str) -> None:
        self.page, self.rect, self.to, self.contents = page, rect, to, contents
        self.parent_key = 0
        self.destination = ""

    def format(self, document: Any) -> bytes:
        """Return the annotation as PDF."""
        where = f"/Dest {self.destination}".encode()
        if not self.destination:
            where = b"/A <</S /URI /URI " + _text(self.to, document) + b">>"
        box = _numbers(self.rect)
        start = f"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect {box} /StructParent"
        contents = _text(self.contents, document)
        return f"{start} {self.parent_key} /Contents ".encode() + contents + b" " + where + b">>"


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """A PDF object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.written = b""

    def format(self, _document: Any) -> bytes:
        """Return the bytes."""
        return self.written


def add_structure(canvas: Any) -> None:
    """Give a document whose pages are all drawn its tags, bookmarks and metadata."""
    document = canvas._doc  # noqa: SLF001 - ReportLab's own documents have no other way in
    pages = _Pages(document)
    _resolve_links(canvas, pages)
    _Structure(document, canvas.tree, pages, canvas.links).write()
    _add_outline(canvas, pages)
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
    document.Catalog.Metadata = pdfdoc.XMP(creator=_packet)
    say_what_colours_mean(document)
    canvas.setViewerPreference("DisplayDocTitle", "true")


class _Pages:
    """The finished pages as PDF objects."""

    def __init__(self, document: Any) -> None:
        self.objects = list(document.Pages.pages)
        self.references = [document.Reference(page) for page in self.objects]
        numbers = document.idToObjectNumberAndVersion
        self.numbers = [numbers[reference.name][0] for reference in self.references]

    def destination(self, place: Place) -> str:
        """Return a place as the PDF array that leads there."""
        return f"[{self.numbers[place.page]} 0 R /XYZ {_number(place.left)} {_number(place.top)} 0]"


def _resolve_links(canvas: Any, pages: _Pages) -> None:
    named = {f"#{target.name}": place for target, place in canvas.places.items() if target.name}
    for index, link in enumerate(canvas.links):
        link.parent_key = len(pages.objects) + index
        if isinstance(link.to, str) and not link.to.startswith("#"):
            continue
        place = named.get(link.to) or canvas.places.get(link.to)
        if place is None:
            raise LookupError(f"A link leads to {link.to}, which is nowhere in the document.")
        link.destination = pages.destination(place)


def _add_outline(canvas: Any, pages: _Pages) -> None:
    """Write the bookmarks; a level that was skipped is drawn in, for viewers cannot show a gap."""
    deepest = -1
    for index, item in enumerate(canvas.outline):
        place = canvas.places[item.target]
        key = f"heading-{index}"
        destination = canvas._bookmarkReference(key)  # noqa: SLF001 - as above
        destination.xyz(place.left, place.top, 0)
        destination.setPage(pages.references[place.page])
        deepest = min(item.level - 1, deepest + 1)
        canvas.addOutlineEntry(item.title, key, deepest)


class _Structure:
    """Writes the structure tree and the tree that leads back to it from pages and links."""

    def __init__(
        self, document: Any, tree: Tree, pages: _Pages, links: Sequence[pdfdoc.PDFObject]
    ) -> None:
        self.document, self.tree, self.pages = document, tree, pages
        self.link_pages = [link.page for link in links]
        self.link_numbers = [self._reserve(link) for link in links]
        self.root = _Written()
        self.root_number = self._reserve(self.root)
        self.objects = {element: _Written() for element in tree.kids}
        self.numbers = {element: self._reserve(o) for element, o in self.objects.items()}
        self.parents: dict[Element, int] = {tree.root: self.root_number}

    def _reserve(self, thing: pdfdoc.PDFObject) -> int:
        name = self.document.Reference(thing).name
        return int(self.document.idToObjectNumberAndVersion[name][0])

    def write(self) -> None:
        """Write every element, the way back and the root."""
        for element, kids in self.tree.kids.items():
            for kid in kids:
                if isinstance(kid, Element):
                    self.parents[kid] = self.numbers[element]
        for element, kids in self.tree.kids.items():
            self.objects[element].written = self._element(element, kids)
        self.root.written = self._root()
        self.document.Catalog.StructTreeRoot = self.document.Reference(self.root)

    def _element(self, element: Element, kids: Sequence[Kid]) -> bytes:
        head = f"<</S /{element.role} /P {self.parents[element]} 0 R"
        page = next((kid.page for kid in kids if isinstance(kid, Mark)), None)
        if page is not None:
            head += f" /Pg {self.pages.numbers[page]} 0 R"
        content = " ".join(self._kid(kid, page) for kid in kids)
        described = b"".join(self._described(element))
        return f"{head} /K [{content}]".encode() + described + b">>"

    def _kid(self, kid: Kid, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self.numbers[kid]} 0 R"
        if isinstance(kid, Annotated):
            where = self.pages.numbers[self.link_pages[kid.index]]
            return f"<</Type /OBJR /Pg {where} 0 R /Obj {self.link_numbers[kid.index]} 0 R>>"
        if kid.page == page:
            return str(kid.number)
        return f"<</Type /MCR /Pg {self.pages.numbers[kid.page]} 0 R /MCID {kid.number}>>"

    def _described(self, element: Element) -> Iterable[bytes]:
        if element.alt:
            yield b" /Alt " + _text(element.alt, self.document)
        if element.lang:
            yield b" /Lang " + _text(element.lang, self.document)
        attributes = {owner: dict(values) for owner, values in element.attributes.items()}
        box: Box | None = self.tree.boxes.get(element)
        if box:
            attributes.setdefault("Layout", {})["BBox"] = box
        if attributes:
            parts = (_attributes(o, v, self.document) for o, v in attributes.items())
            yield b" /A [" + b" ".join(parts) + b"]"

    def _root(self) -> bytes:
        entries = []
        for page, elements in sorted(self.tree.marks.items()):
            entries.append(f"{page} [{' '.join(f'{self.numbers[e]} 0 R' for e in elements)}]")
            _tie(self.pages.objects[page], page)
        first = len(self.pages.objects)
        for index, element in enumerate(self.tree.annotated):
            entries.append(f"{first + index} {self.numbers[element]} 0 R")
        return (
            f"<</Type /StructTreeRoot /K [{self.numbers[self.tree.root]} 0 R]"
            f" /ParentTree <</Nums [{' '.join(entries)}]>>"
            f" /ParentTreeNextKey {first + len(self.tree.annotated)}>>"
        ).encode()


def _tie(page: Any, key: int) -> None:
    """Lead from a page back to its elements, and from one of its links to the next by tags."""
    page.StructParents = key
    page.Tabs = pdfdoc.PDFName("S")
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


def _attributes(owner: str, values: Mapping[str, Any], document: Any) -> bytes:
    written = (f"/{key} ".encode() + _value(value, document) for key, value in values.items())
    return f"<</O /{owner} ".encode() + b" ".join(written) + b">>"


class Name(str):
    """A value that PDF writes as a name."""

    __slots__ = ()


def _value(value: Any, document: Any) -> bytes:
    if isinstance(value, Name):
        return f"/{value}".encode()
    if isinstance(value, str):
        return _text(value, document)
    if isinstance(value, tuple):
        return _numbers(value).encode()
    return _number(value).encode()


def _text(text: str, document: Any) -> bytes:
    return bytes(pdfdoc.PDFString(_sound(text)).format(document))


def _sound(text: str) -> str:
    """Return text that can be written as XML and as PDF: no half characters, no controls."""
    return _UNSOUND.sub("\N{REPLACEMENT CHARACTER}", text)


def _numbers(values: Iterable[float]) -> str:
    return f"[{' '.join(map(_number, values))}]"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _packet(document: Any) -> bytes:
    info, language = document.info, document.Catalog.Lang.s
    facts = {name: getattr(info, name) for name in ("title", "author", "subject", "creator")}
    shown = {
        name: escape(_sound(str(fact))) for name, fact in {**facts, "language": language}.items()
    }
    return _PACKET.format(**shown).encode("utf-8")
