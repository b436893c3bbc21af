#!/bin/sh
# Make what packages are built with: build/package/env, a virtual environment that holds what the
# application needs and nothing else, and build/package/tools, PyInstaller beside it. What lies in
# the developers' environment can then not slip into a package.
# A second run with nothing changed is over at once.
set -eu

cd "$(dirname "$0")/../.."
sh installer/setup.sh run
place=build/package
now=$({ cat requirements/runtime.txt requirements/package.txt installer/release/environment.sh && pwd && .venv/bin/python --version; } | cksum)
if [ -f "$place/ready" ] && [ "$(cat "$place/ready")" = "$now" ]; then exit 0; fi

printf '%s\n' "Making the environment that packages are built from"
rm -rf "$place/env" "$place/tools" "$place/ready"
export PIP_DISABLE_PIP_VERSION_CHECK=1
.venv/bin/python -m venv --without-pip "$place/env"
.venv/bin/python -m pip --python "$place/env/bin/python" install --quiet --no-compile -r requirements/runtime.txt
.venv/bin/python -m pip --python "$place/env/bin/python" install --quiet --no-compile --require-hashes --no-deps \
    --target "$place/tools" -r requirements/package.txt
printf '%s' "$now" >"$place/ready"
