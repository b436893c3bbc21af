#!/bin/sh
# Build for Linux: installer/linux/build.sh folder|bare|deb|tar ...
# QUICK=1 compresses quickly, for tests: the packages are larger then.
set -eu

cd "$(dirname "$0")/../.."
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
# a library, or a !command, and the Debian package that has it: what the folder is put together from
DISPLAY=: WAYLAND_DISPLAY=: sh installer/setup.sh run
sh installer/release/environment.sh
for part in "$@"; do
    case $part in
    folder) set -- ;;
    esac
done
