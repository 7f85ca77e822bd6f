"""Makes the files of this directory. Each shows one QR code, whose text is the name of the file; see README.md.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt && venv/bin/python make.py
"""

import base64
import io
import pathlib
import struct
import zlib

import pikepdf
import pillow_heif
import segno
from PIL import Image, ImageChops, ImageOps

HERE = pathlib.Path(__file__).parent
pillow_heif.register_heif_opener()


def code(text, scale=4, border=4):
    """A black code on white, in bits."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="png", scale=scale, border=border)
    return Image.open(out).convert("1")


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def transparent(text, ink):
    mask = ImageOps.invert(code(text).convert("L"))
    picture = Image.new("LA", mask.size, (ink, 0))
    picture.putalpha(mask)
    return picture


def on_ground(text, ground, margin):
    """A code without its own margin on a grey ground."""
    bare = code(text, border=0).convert("L")
    return ImageOps.expand(bare, margin, ground) if margin else bare


def strip(picture, **options):
    """The only strip of a TIFF: bytes as other formats hold them too."""
    data = saved(picture, "TIFF", tiffinfo={278: picture.height}, **options)
    tags = Image.open(io.BytesIO(data)).tag_v2
    assert len(tags[273]) == 1
    return data[tags[273][0] : tags[273][0] + tags[279][0]]


class Pdf:
    """A PDF written object by object, with a page for each picture or drawing."""

    def __init__(self):
        self.objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        self.pages = []

    def add(self, value):
        self.objects.append(value)
        return len(self.objects)

    def stream(self, entries, data):
        return self.add(b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data))

    def page(self, picture=None, width=200, height=200):
        content = self.stream(b"", b"q %d 0 0 %d 0 0 cm /P Do Q" % (width, height) if picture else b"")
        resources = b"<< /XObject << /P %d 0 R >> >>" % picture if picture else b"<< >>"
        entries = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d]" % (width, height)
        self.pages.append(self.add(b"<< %s /Contents %d 0 R /Resources %s >>" % (entries, content, resources)))
        return self

    def image(self, size, entries, data):
        head = b"/Type /XObject /Subtype /Image /Width %d /Height %d" % size
        return self.stream(head + b" " + entries, data)

    def bytes(self):
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(self.pages))
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, value in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table)
        return bytes(out)


BITS = b"/ColorSpace /DeviceGray /BitsPerComponent 1"


def flate(text):
    """A PDF with one page and its picture."""
    return of_pages(text, 1, 1)


def of_pages(text, total, at):
    pdf = Pdf()
    bits = code(text)
    for number in range(1, total + 1):
        picture = pdf.image(bits.size, BITS + b" /Filter /FlateDecode", zlib.compress(bits.tobytes(), 9))
        pdf.page(picture if number == at else None)
    return pdf.bytes()


def ascii_85(text):
    pdf = Pdf()
    picture = code(text).convert("L")
    data = base64.a85encode(saved(picture, "JPEG", quality=60)) + b"~>"
    entries = b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCII85Decode /DCTDecode]"
    return pdf.page(pdf.image(picture.size, entries, data)).bytes()


def jpeg_2000(text):
    pdf = Pdf()
    picture = code(text).convert("L")
    data = saved(picture, "JPEG2000", quality_mode="rates", quality_layers=[12])
    return pdf.page(pdf.image(picture.size, b"/Filter /JPXDecode", data)).bytes()


def ccitt(text):
    pdf = Pdf()
    bits = code(text)
    # A strip of the TIFF kind in which ones are black.
    data = strip(bits, compression="group4")
    parameters = b"/DecodeParms << /K -1 /BlackIs1 true /Columns %d /Rows %d >>" % bits.size
    return pdf.page(pdf.image(bits.size, BITS + b" /Filter /CCITTFaxDecode " + parameters, data)).bytes()


def jbig2(text):
    """One generic region, coded as in a facsimile (T.88, 7.4.6 and 6.2.6)."""
    pdf = Pdf()
    bits = code(text)
    segment = lambda number, kind, data: struct.pack(">IBBBI", number, kind, 0, 1, len(data)) + data
    sides = struct.pack(">II", *bits.size)
    page = segment(0, 48, sides + struct.pack(">IIBH", 0, 0, 0, 0))
    # In JBIG2 ones are ink.
    coded = strip(ImageChops.invert(bits), compression="group4")
    region = segment(1, 38, sides + struct.pack(">IIBB", 0, 0, 0, 1) + coded)
    return pdf.page(pdf.image(bits.size, BITS + b" /Filter /JBIG2Decode", page + region)).bytes()


def lossless(text):
    """Eleven pages of 26 MB each when decoded, compressed twice."""
    pdf = Pdf()
    page = Image.new("RGB", (2480, 3508), "white")
    empty = page.tobytes()
    page.paste(code(text, scale=8).convert("RGB"), (1500, 2500))
    for at in range(1, 12):
        data = zlib.compress(zlib.compress(page.tobytes() if at == 2 else empty, 9), 9)
        entries = b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]"
        pdf.page(pdf.image(page.size, entries, data), 595, 842)
    return pdf.bytes()


def too_large(text):
    """The second of three pages has a picture of 6 GB when decoded; the code is on the third."""
    pdf = Pdf()
    zeros = zlib.compress(zlib.compress(bytes(600 << 20), 9), 9)
    entries = b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]"
    bits = code(text)
    pdf.page()
    pdf.page(pdf.image((45_000, 45_000), entries, zeros))
    pdf.page(pdf.image(bits.size, BITS + b" /Filter /FlateDecode", zlib.compress(bits.tobytes(), 9)))
    return pdf.bytes()


def encrypted(text, user, revision, aes=True):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(flate(text))) as pdf:
        lock = pikepdf.Encryption(owner="owner", user=user, R=revision, aes=aes, metadata=aes)
        pdf.save(out, encryption=lock, deterministic_id=False)
    return out.getvalue()


def large(text):
    """81 megapixels, with a small code."""
    picture = Image.new("1", (9000, 9000), 1)
    picture.paste(code(text, scale=12), (5000, 6000))
    return picture


def pages(text):
    bits = code(text)
    empty = Image.new("1", bits.size, 1)
    return saved(empty, "TIFF", compression="group4", save_all=True, append_images=[empty, bits])


FILES = {
    "grey.png": lambda text: saved(code(text).convert("L"), "PNG"),
    "colour.png": lambda text: saved(ImageOps.colorize(code(text).convert("L"), "#123a6b", "#f4e9c8"), "PNG"),
    "palette.png": lambda text: saved(code(text).convert("P"), "PNG"),
    "black-on-transparent.png": lambda text: saved(transparent(text, 0), "PNG"),
    "white-on-transparent.png": lambda text: saved(transparent(text, 255), "PNG"),
    "inverted.png": lambda text: saved(ImageChops.invert(code(text).convert("L")), "PNG"),
    "no-margin.png": lambda text: saved(on_ground(text, 0, 0), "PNG"),
    "no-margin-on-black.png": lambda text: saved(on_ground(text, 0, 60), "PNG"),
    "turned-no-margin-on-black.png": lambda text: saved(
        on_ground(text, 0, 60).rotate(17, Image.Resampling.BICUBIC, expand=True), "PNG"
    ),
    "81-megapixels.png": lambda text: saved(large(text), "PNG", optimize=True),
    "photo.jpg": lambda text: saved(code(text).convert("RGB"), "JPEG", quality=50),
    "progressive.jpg": lambda text: saved(code(text).convert("RGB"), "JPEG", quality=50, progressive=True),
    "print.jpg": lambda text: saved(code(text).convert("RGB").convert("CMYK"), "JPEG", quality=50),
    "lossy.webp": lambda text: saved(code(text).convert("RGB"), "WEBP", quality=50),
    "lossless.webp": lambda text: saved(transparent(text, 0).convert("RGBA"), "WEBP", lossless=True),
    "webp-in-name-only.jpg": lambda text: saved(code(text).convert("RGB"), "WEBP", quality=50),
    "plain.gif": lambda text: saved(code(text), "GIF"),
    "bits.bmp": lambda text: saved(code(text), "BMP"),
    "colour.bmp": lambda text: saved(code(text, scale=2).convert("RGB"), "BMP"),
    "lzw.tif": lambda text: saved(code(text).convert("RGB"), "TIFF", compression="tiff_lzw"),
    "g4.tif": lambda text: saved(code(text), "TIFF", compression="group4"),
    "deflate.tif": lambda text: saved(code(text).convert("L"), "TIFF", compression="tiff_adobe_deflate"),
    "packbits.tif": lambda text: saved(code(text), "TIFF", compression="packbits"),
    "jpeg.tif": lambda text: saved(code(text).convert("L"), "TIFF", compression="jpeg", quality=60),
    "g3.tif": lambda text: saved(code(text), "TIFF", compression="group3"),
    "g3-reversed.tif": lambda text: saved(code(text), "TIFF", compression="group3", tiffinfo={266: 2}),
    "huffman.tif": lambda text: saved(code(text), "TIFF", compression="tiff_ccitt"),
    "palette.tif": lambda text: saved(code(text).convert("P"), "TIFF", compression="tiff_lzw"),
    "grey-alpha.tif": lambda text: saved(transparent(text, 0), "TIFF", compression="tiff_lzw"),
    "colour-alpha.tif": lambda text: saved(transparent(text, 0).convert("RGBA"), "TIFF", compression="tiff_lzw"),
    "page-3-of-3.tif": pages,
    "photo.heic": lambda text: saved(code(text).convert("RGB"), "HEIF", quality=50),
    "photo.avif": lambda text: saved(code(text).convert("RGB"), "AVIF", quality=50),
    "scan.jp2": lambda text: saved(code(text).convert("L"), "JPEG2000", quality_mode="rates", quality_layers=[12]),
    "flate.pdf": flate,
    "jpeg-2000.pdf": jpeg_2000,
    "ccitt-g4.pdf": ccitt,
    "jbig2.pdf": jbig2,
    "ascii-85.pdf": ascii_85,
    "page-9-of-12.pdf": lambda text: of_pages(text, 12, 9),
    "lossless-page-2-of-11.pdf": lossless,
    "page-2-of-3-too-large.pdf": too_large,
    "junk-before.pdf": lambda text: b"Content-Type: application/pdf\r\nX-Sent-By: mail\r\n\r\n" + flate(text),
    "zero-bytes-before.pdf": lambda text: bytes(700) + flate(text),
    "word-encrypt.pdf": lambda text: flate(text).replace(b"%\xe2", b"% /Encrypt\n%\xe2", 1),
    "owner-password-rc4.pdf": lambda text: encrypted(text, "", 3, aes=False),
    "owner-password-aes-128.pdf": lambda text: encrypted(text, "", 4),
    "owner-password-aes-256.pdf": lambda text: encrypted(text, "", 6),
    "user-password.pdf": lambda text: encrypted(text, "secret", 6),
}

for name, make in FILES.items():
    (HERE / name).write_bytes(make(name.upper()))
