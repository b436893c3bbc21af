#!/bin/sh
# A line of text of 66 pixels takes many times as long to paint as one of 62.
#
# A good guess: Qt's raster engine paints a line at a cost that grows with the area of its letters, so that four
# pixels more cost a tenth more.
# What happens: glyphs are kept up to 64 pixels; above, the outline of every letter is filled anew at each painting.
# Seen with: PySide6-Essentials 6.11.3, Python 3.11, platform "offscreen" (62 pixels 0.1 ms, 66 pixels 6 ms a line of
# 50 letters). Matters here: what a room reads from ten metres is higher than 64 pixels of 1080, so that most of a
# stage's painting was this; Roundtable keeps the pictures of large glyphs itself.
# Counted is a ratio in one run, of processor time; it fails below 5.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m pip install --quiet --disable-pip-version-check --target "$folder/lib" PySide6-Essentials==6.11.3
cat >"$folder/measure.py" <<'CODE'
import time
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

app = QGuiApplication([])
image = QImage(1920, 300, QImage.Format.Format_ARGB32_Premultiplied)
image.fill(0)
painter = QPainter(image)
painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
taken = {}
for pixels in (62, 66):
    font = QFont()
    font.setPixelSize(pixels)
    painter.setFont(font)
    for warm in (True, False):
        began = time.process_time()
        for _ in range(50):
            painter.drawText(QPointF(10, 120), "Leaders help us to build mutual trust each day")
        taken[pixels] = time.process_time() - began
painter.end()
print("more than 5 times" if taken[66] > 5 * taken[62] else f"{taken[66] / taken[62]:.1f} times")
CODE
found=$(PYTHONPATH="$folder/lib" QT_QPA_PLATFORM=offscreen python3 "$folder/measure.py" 2>/dev/null)
echo "66 pixels against 62: $found as long"
[ "$found" = "more than 5 times" ]
