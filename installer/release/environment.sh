#!/bin/sh
# Make what packages are built with: build/package/env, a virtual environment that holds what the
# application needs and nothing else, build/package/tools, PyInstaller beside it, and
# build/package/release, the tools that tell licences and parts. What lies in the developers'
# environment can then not slip into a package.
# A second run with nothing changed is over at once.
set -eu

cd "$(dirname "$0")/../.."
sh installer/setup.sh run
place=build/package
now=$({ cat requirements/runtime.txt requirements/package.txt requirements/release.txt installer/release/environment.sh && pwd && .venv/bin/python --version; } | cksum)
if [ -f "$place/ready" ] && [ "$(cat "$place/ready")" = "$now" ]; then exit 0; fi

printf '%s\n' "Making the environment that packages are built from"
rm -rf "$place"
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m venv --without-pip "$place/env"
.venv/bin/python -m pip --python "$place/env/bin/python" install --quiet --no-compile -r requirements/runtime.txt
.venv/bin/python -m pip --python "$place/env/bin/python" install --quiet --no-compile --require-hashes --no-deps \
    --target "$place/tools" -r requirements/package.txt

.venv/bin/python -m venv --without-pip "$place/release"
.venv/bin/python -m pip --python "$place/release/bin/python" install --quiet --no-compile -r requirements/release.txt
printf '%s' "$now" >"$place/ready"
