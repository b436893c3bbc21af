"""Logos as partnerships send them: in every mode of colour, with other profiles, see-through."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageCms

ORANGE = (230, 120, 20)


def draw_logos(folder: Path) -> list[Path]:
    """Draw an orange logo of each sort and return their paths."""
    plain = Image.new("RGB", (300, 100), ORANGE)
    clear = plain.convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(plain.size))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    palette = plain.quantize(4)
    pictures = {
        "rgb.png": plain,
        "rgb.jpg": plain,
        "cmyk.jpg": plain.convert("CMYK"),
        "grey.png": plain.convert("L"),
        "grey.jpg": plain.convert("L"),
        "deep grey.png": Image.new("I;16", (300, 100), 40_000),
        "one bit.png": plain.convert("1"),
        "clear.png": clear,
        "clear grey.png": clear.convert("LA"),
        "palette.png": palette,
    }
    for name, picture in pictures.items():
        picture.save(folder / name)
    palette.save(folder / "clear palette.png", transparency=0)
    plain.save(folder / "other profile.png", icc_profile=swapped_profile())
    plain.save(folder / "unfit profile.png", icc_profile=lab)
    plain.save(folder / "broken profile.png", icc_profile=b"no profile")
    return sorted(folder.iterdir())


def swapped_profile() -> bytes:
    """Return a profile in which red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"tmp.").replace(b"bXYZ", b"rXYZ").replace(b"tmp.", b"bXYZ")
