#!/bin/sh
# Make this checkout ready: system libraries, virtual environment, pinned packages.
# Usage: installer/setup.sh run|test|bench [windows]
# run: the application; test: also the tests and checks; bench: also what speed is compared with;
# windows: also what the Windows package is made with and tried in.
# A second run with nothing changed is over at once. PYTHON names the interpreter to use.
set -eu

cd "$(dirname "$0")/.."
purpose=${1:-run}
package=${2:-}
with_rival=
if [ "$purpose" = bench ]; then
    purpose=test
    with_rival=yes
fi
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin # ldconfig is not on everybody's path
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*"; }
give_up() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- Python -------------------------------------------------------------------------------

new_enough() { # a name on the path may still be a shim that cannot run, so run it
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" || give_up "PYTHON is set to $PYTHON, which is not a Python 3.11 or newer. Set it to one, or leave it out."
        return
    fi
    for name in python3.13 python3.12 python3.11 python3; do
        if new_enough "$name"; then
            PYTHON=$name
            return
        fi
    done
    give_up "Roundtable needs Python 3.11 or newer and found none. Install it, for example with: sudo apt-get install python3"
}

# --- System packages ----------------------------------------------------------------------

# library or !command, then the Debian and Ubuntu package that holds it
qt_libraries='
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libgssapi_krb5.so.2 libgssapi-krb5-2
'
window_libraries='
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-shape.so.0 libxcb-shape0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'
wayland_libraries='
libwayland-cursor.so.0 libwayland-cursor0
'
# WeasyPrint's, which benchmarks make documents with
rival_libraries='
libpango-1.0.so.0 libpango-1.0-0
libpangoft2-1.0.so.0 libpangoft2-1.0-0
libharfbuzz-subset.so.0 libharfbuzz-subset0
'
test_commands='
!pdftotext poppler-utils
!dbus-daemon dbus-daemon
'
windows_commands='
!x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64-win32
!makensis nsis
!osslsigncode osslsigncode
!/usr/lib/wine/wine64 wine64
'

wanted() {
    say "$qt_libraries"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then say "$window_libraries"; fi
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then say "$wayland_libraries"; fi
    if [ "$purpose" = test ]; then say "$test_commands"; fi
    if [ "$package" = windows ]; then say "$windows_commands"; fi
}

missing_of() { # reads a list like those above
    known=$(ldconfig -p)
    while read -r thing package; do
        case $thing in
        '') ;;
        !*) command -v "${thing#!}" >/dev/null || printf '%s ' "$package" ;;
        *) case $known in *"$thing "*) ;; *) printf '%s ' "$package" ;; esac ;;
        esac
    done
}

missing_packages() {
    wanted | missing_of
    new_enough .venv/bin/python || "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || printf '%s ' "$(venv_package)"
}

venv_package() { # Debian keeps this part of Python in a package of its own, one per version
    "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

install_system_packages() {
    command -v ldconfig >/dev/null || return 0 # not Linux: Qt's wheels bring what they need
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    command -v apt-get >/dev/null || give_up "Roundtable needs some system packages, in Debian's words: ${packages% }. Install what your system calls them, then run this again."
    as_root=$(root_prefix) || give_up "Roundtable needs some system packages. Install them with: sudo apt-get install ${packages% }, then run this again."
    say "Installing system packages: ${packages% }"
    log=$(mktemp)
    apt_install >"$log" 2>&1 </dev/null || {
        tail -n 15 "$log" >&2
        give_up "Some system packages could not be installed; apt's message above says why. Install them with: sudo apt-get install ${packages% }, then run this again."
    }
    rm -f "$log"
}

apt_install() { # $packages, by $as_root
    # shellcheck disable=SC2086 # both are lists of words
    $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
}

root_prefix() {
    if [ "$(id -u)" = 0 ]; then return 0; fi
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [ -t 0 ] || return 1
    say sudo
}

# --- Virtual environment and packages -----------------------------------------------------

make_environment() {
    if [ -d .venv ] && ! new_enough .venv/bin/python; then rm -rf .venv; fi
    if [ -d .venv ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then return; fi
    say "Making a virtual environment in .venv with $("$PYTHON" --version)"
    "$PYTHON" -m venv --clear .venv
}

fingerprint() { # the folder is part of it: a moved checkout must be installed again
    { cat requirements/*.txt pyproject.toml installer/setup.sh installer/keep_bytecode.py && pwd && .venv/bin/python --version; } | cksum
}

install_packages() {
    now=$(fingerprint)
    for stamp in ".venv/ready-for-$purpose" .venv/ready-for-test; do # test holds all that run does
        if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then return; fi
    done
    case $purpose in
    test) files='-r requirements/dev.txt' ;;
    *) files='-r requirements/runtime.txt -r requirements/build.txt' ;;
    esac
    say "Installing the pinned Python packages"
    # shellcheck disable=SC2086 # a list of words
    .venv/bin/python -m pip install --quiet $files &&
        .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable . ||
        give_up "The Python packages could not be installed; pip's message above says why. Without a network, connect once and run this again."
    keep_bytecode
    say "$now" >".venv/ready-for-$purpose"
}

keep_bytecode() { # whatever PYTHONDONTWRITEBYTECODE says: else every start compiles everything
    packages=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    .venv/bin/python installer/keep_bytecode.py "$packages"
}

compile_ours() { # a tenth of a second where nothing changed
    .venv/bin/python -m compileall -q desktop_app
    for language in resources/languages/*/roundtable.po; do # each is one file, as translators write it
        [ ! -f "$language" ] || .venv/bin/python installer/compile_languages.py resources/languages
        break
    done
}

# --- What speed is compared with ----------------------------------------------------------

install_rival() { # measuring goes on without it, and the table says so
    [ -n "$with_rival" ] || return 0
    now=$(fingerprint)
    if [ -f .venv/ready-for-bench ] && [ "$(cat .venv/ready-for-bench)" = "$now" ]; then return; fi
    say "Installing WeasyPrint to compare with"
    if rival_system_packages && .venv/bin/python -m pip install --quiet -r requirements/bench.txt; then
        say "$now" >.venv/ready-for-bench
    else
        say "WeasyPrint could not be installed, so nothing is compared with it."
    fi
}

rival_system_packages() {
    command -v ldconfig >/dev/null || return 0
    packages=$(say "$rival_libraries" | missing_of)
    [ -n "$packages" ] || return 0
    command -v apt-get >/dev/null || return 1
    as_root=$(root_prefix) || return 1
    apt_install >/dev/null 2>&1 </dev/null
}

choose_python
install_system_packages
make_environment
install_packages
compile_ours
install_rival
