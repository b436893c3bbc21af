"""Runs axe-core over pages in headless Chromium; both are found where the test set-up puts them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

from tests.helpers import ROOT

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
PLACES = (os.environ.get("AXE_CORE", ""), ROOT / "node_modules" / "axe-core" / "axe.min.js")
AXE = next((Path(place) for place in PLACES if place and Path(place).is_file()), None)

WHY_NOT = (
    ""
    if CHROMIUM and AXE
    else "needs Chromium and axe-core (npm install axe-core); .ci/run does it"
)

_RUN = """
axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(found => {
  const told = part => part.map(rule => ({id: rule.id, nodes: rule.nodes.map(node => node.html)}));
  const said = {violations: told(found.violations), passes: found.passes.length};
  document.documentElement.innerHTML = '<body><pre id="said"></pre></body>';
  document.getElementById('said').textContent = JSON.stringify(said);
});
"""


def violations(page: str, folder: Path) -> dict[str, Any]:
    """Give what axe found on a page, and how many of its rules passed."""
    assert AXE is not None, "axe-core is not there"
    # The page itself allows no script.
    open_page = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", page)
    script = f"<script>{AXE.read_text('utf-8')}</script><script>{_RUN}</script>"
    target = folder / "checked.html"
    target.write_text(open_page.replace("</body>", f"{script}</body>"), "utf-8")
    done = _dumped(target, folder)
    told = re.search(r'<pre id="said">(.*?)</pre>', done, re.DOTALL)
    assert told, done[-2000:]
    found: dict[str, Any] = json.loads(unescape(told[1]))
    return found


def _dumped(target: Path, folder: Path) -> str:
    call = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", "--window-size=1280,900",
        "--virtual-time-budget=60000", "--dump-dom", target.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(call, capture_output=True, timeout=120, check=False)
    return done.stdout.decode("utf-8", "replace")
