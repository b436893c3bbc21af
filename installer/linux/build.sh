#!/bin/sh
# Build for Linux: installer/linux/build.sh [--quick] folder|bare|deb|tar ...
# folder: the frozen application in build/linux/roundtable; bare: a bare window frozen the same way;
# deb, tar: the packages made of the folder, into dist. With --quick they are compressed quickly and
# larger, for tests.
set -eu

cd "$(dirname "$0")/../.."
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin # ldconfig is not on everybody's path
quick=
if [ "${1:-}" = --quick ]; then
    quick=--quick
    shift
fi

# Beside what the application needs to run: libraries that are copied into the folder, and tools.
libraries='
libcups.so.2 libcups2
libwayland-client.so.0 libwayland-client0
libxcb-image.so.0 libxcb-image0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-util.so.1 libxcb-util1
'

give_up() {
    printf '%s\n' "$*" >&2
    exit 1
}

missing() {
    known=$(ldconfig -p)
    printf '%s' "$libraries" | while read -r library package; do
        case $known in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
    done
    command -v readelf >/dev/null || printf 'binutils '
    command -v xz >/dev/null || printf 'xz-utils '
    shared_python || printf 'libpython%s ' "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_python_version())')"
}

shared_python() { # the folder holds Python as a library, which Debian keeps in a package of its own
    .venv/bin/python -c 'import ctypes, sysconfig as s
name = s.get_config_var("INSTSONAME") or ""
try:
    ctypes.CDLL(s.get_config_var("LIBDIR") + "/" + name)
except OSError:
    ctypes.CDLL(name)' 2>/dev/null
}

install_missing() {
    packages=$(missing)
    [ -n "$packages" ] || return 0
    as_root=
    [ "$(id -u)" = 0 ] || as_root='sudo -n'
    printf '%s\n' "Installing system packages: $packages"
    # shellcheck disable=SC2086 # both are lists of words
    { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $packages; } </dev/null >/dev/null ||
        give_up "Some system packages could not be installed. Install them with: sudo apt-get install $packages"
}

python() { # of the environment that packages are built from
    QT_QPA_PLATFORM=offscreen PYTHONPATH=build/package/tools:. nice build/package/env/bin/python -m "$@"
}

DISPLAY=: WAYLAND_DISPLAY=: sh installer/release/environment.sh # a real window's libraries too
install_missing
for part in "$@"; do
    case $part in
    folder) python installer.linux.build_folder ;;
    bare) python installer.linux.build_folder bare ;;
    # shellcheck disable=SC2086 # nothing, or one word
    deb | tar) python "installer.linux.make_$part" $quick ;;
    *) give_up "build.sh knows folder, bare, deb and tar." ;;
    esac
done
