# Every target makes the checkout ready first; see installer/setup.sh.
# make bench BASE=COMMIT compares with that commit, both builds by turns.
PYTHON ?=
BASE ?=
SETUP = PYTHON="$(PYTHON)" sh installer/setup.sh
RUN = .venv/bin/python -m

.PHONY: run test attack check bench messages mutants stage guide setup-exe try-setup-exe deb tar try-deb \
    release bench-installed

run:
	@$(SETUP) run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(RUN) desktop_app demo; \
	else QT_QPA_PLATFORM=offscreen $(RUN) desktop_app demo --offscreen-tour demo-output; fi

test:
	@$(SETUP) test
	PYTHONDONTWRITEBYTECODE= $(RUN) pytest -n auto -m "not x11 and not slow and not attack and not wine"

# The long runs of the harnesses that try to break what is kept; ATTACK=flips runs one of them.
ATTACK ?= test
attack:
	@$(SETUP) test
	$(RUN) pytest -n auto -m attack -k "$(ATTACK)" tests/attack

check:
	@$(SETUP) test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	$(RUN) mypy
	.venv/bin/lint-imports

bench:
	@$(SETUP) bench
	QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(RUN) tests.benchmarks $(if $(BASE),--base $(BASE))

# Every scene as a picture, and how high its smallest capitals are that the room must read;
# make stage TYPE=largest SIZE=1024x768 DARK=1.
stage:
	@$(SETUP) test
	$(RUN) tests.stage $(if $(SIZE),--size $(SIZE)) $(if $(TYPE),--type $(TYPE)) $(if $(DARK),--dark)

# The pictures of the guide, from the real windows; resources/guide/pictures has them.
guide:
	@$(SETUP) test
	$(RUN) tests.guide

# What there is to translate; `msgmerge` or `pybabel update` takes it into a language's file.
messages:
	@$(SETUP) test
	.venv/bin/python installer/make_messages.py build/roundtable.pot

# The installer for Windows, in build/windows; FAST=1 packs it in seconds, half as large again.
FAST ?=
setup-exe:
	@$(SETUP) run windows
	$(RUN) installer.windows $(if $(FAST),--fast)

# The same and a version before, packed in seconds, installed, used, upgraded and taken away in wine.
try-setup-exe:
	@$(SETUP) test windows
	$(RUN) installer.windows --fast --version 0.0.9
	$(RUN) installer.windows --fast
	WINE=required $(RUN) pytest -n auto -m wine tests/windows

# Small changes to the code, and whether the tests notice: make mutants PACKAGE=desktop_app/analysis
PACKAGE ?= desktop_app
N ?= 40
SEED ?= 1
mutants:
	@$(SETUP) test
	@.venv/bin/python -m pip install --quiet --no-deps -r requirements/mutants.txt
	$(RUN) pytest -q tests/mutants
	$(RUN) tests.mutants $(PACKAGE) $(N) $(SEED)

# The Linux packages, into dist; FAST=1 compresses them in seconds, as the tests do.
LINUX = sh installer/linux/build.sh $(if $(FAST),--quick)
deb:
	@$(LINUX) folder deb

tar:
	@$(LINUX) folder tar

# Both packages in bare Debian 12 and 13: installed, used, upgraded, purged. Needs root and debootstrap.
SUITES ?= bookworm trixie
try-deb:
	@$(LINUX) folder deb tar
	@sh installer/linux/try_deb.sh $(SUITES)

# The frozen application's start by turns with the same commit from source and with a bare window
# frozen the same way.
bench-installed:
	@$(LINUX) folder bare
	QT_QPA_PLATFORM=offscreen $(RUN) tests.benchmarks.installed

# Everything that is given to people, with sums, licences and a bill of materials, into dist.
release:
	@sh installer/release/release.sh
