"""A picture for a slide: small, upright, in plain colours; a file that is none says so."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.application.slide_pictures import picture_from
from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.agenda_edits import check_agenda
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.pictures import MAX_KEPT_BYTES, MAX_PICTURES
from desktop_app.logos import slide_picture


def saved(path: Path, picture: Image.Image, **how: object) -> Path:
    picture.save(path, **how)
    return path


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_photo_is_kept_upright_small_and_without_what_was_beside_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    exif[0x013B] = "Somebody's name"
    photo = Image.new("RGB", (3000, 2000), "navy")
    kept = opened(picture_from(saved(tmp_path / "a.jpg", photo, exif=exif)))
    assert (kept.format, kept.size) == ("JPEG", (720, 1080))
    assert not kept.getexif()


def test_what_is_transparent_is_white_and_a_drawing_stays_sharp(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    kept = opened(picture_from(saved(tmp_path / "a.png", drawing)))
    assert (kept.format, kept.size) == ("PNG", (40, 30))
    assert kept.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.slow
def test_noise_is_kept_in_no_more_bytes_than_may_be(tmp_path: Path) -> None:
    noise = Image.effect_noise((1920, 1080), 200).convert("RGB")
    assert len(picture_from(saved(tmp_path / "a.png", noise))) <= MAX_KEPT_BYTES


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is not a PNG or JPEG picture, or it is damaged"),
        (b"\x89PNG\r\n\x1a\nnot quite", "is not a PNG or JPEG picture, or it is damaged"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "is not a PNG or JPEG picture"),
    ],
)
def test_what_is_no_picture_says_so(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(FileProblem, match=said):
        picture_from(tmp_path / "a.png")


def test_half_a_picture_is_none(tmp_path: Path) -> None:
    whole = saved(tmp_path / "a.jpg", Image.effect_noise((300, 300), 90)).read_bytes()
    (tmp_path / "a.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FileProblem, match="damaged"):
        picture_from(tmp_path / "a.jpg")


def test_too_many_pixels_or_bytes_or_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "a.png", Image.new("1", (500, 500)))
    monkeypatch.setattr(slide_picture, "MAX_PIXELS", 499 * 500)
    with pytest.raises(FileProblem, match="too many pixels"):
        picture_from(path)
    monkeypatch.setattr(slide_picture, "MAX_BYTES", 10)
    with pytest.raises(FileProblem, match="larger than"):
        picture_from(path)
    with pytest.raises(FileProblem, match="cannot be read"):
        picture_from(tmp_path / "none.png")


def test_an_agenda_takes_a_few_pictures_and_nothing_else_as_one(tmp_path: Path) -> None:
    data = picture_from(saved(tmp_path / "a.png", Image.new("1", (5, 5))))
    item = AgendaItem("own:1", 5, "The street", picture=data, alt=" A  street ")
    assert check_agenda((item,))[0].alt == "A street"
    with pytest.raises(InputProblem, match="pictures at most"):
        check_agenda(tuple(replace(item, step=f"own:{n}") for n in range(MAX_PICTURES + 1)))
    with pytest.raises(InputProblem, match="Choose it again"):
        check_agenda((replace(item, picture=b"<svg/>"),))
    with pytest.raises(InputProblem, match="Shorten it"):
        check_agenda((replace(item, alt="x" * 300),))
