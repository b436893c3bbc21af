"""A logo is checked before anything is written; what is wrong with it is said in a sentence."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.printing import PrintOptions
from desktop_app.logos.logo import MAX_BYTES, read_logo
from desktop_app.report.full_report import write_full_report
from tests.report import builders
from tests.report.logos import ORANGE, draw_logos
from tests.report.pdf import needs_poppler, tags_of


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "mode"), [("png", "RGBA"), ("png", "P"), ("jpg", "RGB")])
@needs_poppler
def test_a_picture_is_printed_as_a_figure(suffix: str, mode: str, tmp_path: Path) -> None:
    path, target = tmp_path / f"logo.{suffix}", tmp_path / "full.pdf"
    Image.new(mode, (300, 100)).save(path)
    logo = read_logo(path)
    assert (logo.width, logo.height) == (300, 100)
    write_full_report(builders.make_day(), target, PrintOptions(logo=path))
    assert tags_of(target)[0].startswith("Figure /Placement /Block")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    with pytest.raises(FileProblem, match=r"“huge\.png” is larger than 5 MB"):
        read_logo(path)


def test_a_damaged_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.effect_noise((200, 200), 50).save(path)
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(FileProblem, match="damaged"):
        read_logo(path)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>"])
def test_what_is_no_png_or_jpeg_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="not a PNG or JPEG"):
        read_logo(path)


@pytest.mark.parametrize("side", [5100, 15_000, 20_000])
def test_too_many_pixels_are_refused(side: int, tmp_path: Path) -> None:
    """Also so many that Pillow will not even open it: it is no damage that one could look for."""
    path = tmp_path / "wide.png"
    Image.new("1", (side, side)).save(path)
    with pytest.raises(FileProblem, match="too many pixels"):
        read_logo(path)


def test_a_logo_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"“gone\.png” cannot be read"):
        read_logo(tmp_path / "gone.png")


def logos_drawn(folder: Path) -> dict[str, Image.Image]:
    return {path.name: Image.open(io.BytesIO(read_logo(path).data)) for path in draw_logos(folder)}


def test_every_logo_is_printed_in_srgb_or_grey(tmp_path: Path) -> None:
    drawn = logos_drawn(tmp_path)
    assert {p.mode for p in drawn.values()} == {"RGB", "L", "RGBA"}
    assert not any(p.info.get("icc_profile") for p in drawn.values())
    clear = {name for name, picture in drawn.items() if picture.mode == "RGBA"}
    assert clear == {"clear.png", "clear grey.png", "clear palette.png"}


def test_colours_are_those_that_were_chosen(tmp_path: Path) -> None:
    drawn = {
        name: p.convert("RGB").getpixel((150, 50)) for name, p in logos_drawn(tmp_path).items()
    }
    as_chosen = ("rgb.png", "rgb.jpg", "clear.png", "palette.png", "cmyk.jpg", "broken profile.png")
    for name in (*as_chosen, "unfit profile.png"):
        assert drawn[name] == pytest.approx(ORANGE, abs=12), name
    red, _, blue = ORANGE
    swapped = drawn["other profile.png"]
    assert isinstance(swapped, tuple)
    assert swapped[2] - swapped[0] > (red - blue) / 2, "its profile says that red means blue"
    assert drawn["deep grey.png"] == pytest.approx((156,) * 3, abs=2)


def test_a_see_through_logo_stays_so(tmp_path: Path) -> None:
    sent = Image.linear_gradient("L").resize((300, 100))
    alpha = logos_drawn(tmp_path)["clear.png"].getchannel("A")
    assert alpha.tobytes() == sent.tobytes()


def test_a_plain_logo_is_taken_as_it_is(tmp_path: Path) -> None:
    draw_logos(tmp_path)
    for name in ("rgb.png", "rgb.jpg", "grey.jpg"):
        assert read_logo(tmp_path / name).data == (tmp_path / name).read_bytes(), name


@pytest.mark.parametrize("kind", [k for k in DocumentKind if k.about.sheet])
def test_the_logo_is_on_every_paper(tmp_path: Path, kind: DocumentKind) -> None:
    path, target = tmp_path / "logo.png", tmp_path / "paper.pdf"
    Image.new("RGB", (300, 100), ORANGE).save(path)
    module, name = kind.about.writer.split(":")
    getattr(import_module(module), name)(builders.make_day(), target, PrintOptions(logo=path))
    with pypdfium2.PdfDocument(target) as pdf:
        first = pdf[0].render(scale=0.5).to_pil().convert("RGB")
    colours = {colour for _, colour in first.getcolors(1_000_000) or ()}
    assert any(r > 180 and 60 < g < 190 and b < 90 for r, g, b in colours)
