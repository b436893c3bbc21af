#!/bin/sh
# A length in per cent in an SVG is drawn by Qt as so many user units.
#
# A good guess: a background of width="100%" height="100%" fills the picture in every viewer, as SVG 1.1 (7.10) measures
# per cent against the viewport, and browsers do so.
# What happens: QSvgRenderer draws it 100 user units wide and high, whatever the viewBox is: an eighth of a picture of 400 x
# 200, a half of one of 200 x 100, and more than all of a small one, where nobody notices. Numbers are drawn as they should be.
# Seen with: PySide6-Essentials 6.11.3, Python 3.11. Matters here: the pictures of charts had such a background, and were
# white in browsers and see-through in whatever draws SVG by Qt (many file managers and editors on Linux).
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" PySide6-Essentials==6.11.3
found=$(QT_QPA_PLATFORM=offscreen PYTHONPATH="$folder/lib" python3 - <<'CODE'
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

app = QGuiApplication([])


def share_that_is_red(width, height, rect):
    """Draw a picture of this viewBox with one red rectangle at its own size."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    renderer = QSvgRenderer(QByteArray(f"{head}{rect}</svg>".encode()))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    spots = [(x, y) for x in range(width) for y in range(height)]
    return sum(image.pixel(*spot) == 0xFFFF0000 for spot in spots) / len(spots)


for width, height in ((400, 200), (200, 100), (100, 100)):
    in_per_cent = share_that_is_red(width, height, '<rect width="100%" height="100%" fill="#ff0000"/>')
    in_numbers = share_that_is_red(width, height, f'<rect width="{width}" height="{height}" fill="#ff0000"/>')
    print(f"{width} x {height}: 100% fills {in_per_cent:g}, numbers fill {in_numbers:g}")
CODE
)
echo "$found"
[ "$found" = "400 x 200: 100% fills 0.125, numbers fill 1
200 x 100: 100% fills 0.5, numbers fill 1
100 x 100: 100% fills 1, numbers fill 1" ]
