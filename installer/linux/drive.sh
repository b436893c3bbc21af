#!/bin/sh
# Use an installed Roundtable as an ordinary user would, and end with a sentence where it is wrong:
# drive.sh PROGRAM BALLOTS FOLDER. BALLOTS is a CSV to import; FOLDER is where papers are written.
# With xvfb-run and xwininfo a real window is opened too.
set -eu

program=$1
ballots=$2
papers=$3

wrong() {
    printf '%s\n' "drive: $*" >&2
    exit 1
}

begins() { # FILE TEXT: the file begins with it
    [ "$(head -c "${#2}" "$1")" = "$2" ] || wrong "$1 does not begin with $2"
}

first_paint() {
    milliseconds=$("$@" --quit-after-first-paint 2>/dev/null)
    case $milliseconds in '' | *[!0-9]*) wrong "no first paint: $milliseconds" ;; esac
    printf '%s\n' "first paint after $milliseconds ms ($1)"
}

without_window() {
    "$program" --version
    workshop=$("$program" import "$ballots")
    "$program" list | grep -q "^$workshop" || wrong "the imported workshop is not listed"
    "$program" export "$workshop" --to "$papers/summary.pdf" >/dev/null
    begins "$papers/summary.pdf" "%PDF-"
    mkdir -p "$papers/pack"
    "$program" export "$workshop" --to "$papers/pack" >/dev/null
    [ "$(find "$papers/pack" -name '*.pdf' | wc -l)" -ge 5 ] || wrong "the pack has too few PDFs"
    find "$papers/pack" -name '*.docx' | grep -q . || wrong "the pack has no Word file"
    "$program" export "$workshop" --to "$papers/moved.roundtable" >/dev/null
    "$program" check
    if "$program" import /nowhere.csv 2>"$papers/sentence"; then wrong "a missing file was imported"; fi
    if grep -q Traceback "$papers/sentence"; then wrong "a mistake is told as a traceback"; fi
}

offscreen() {
    export QT_QPA_PLATFORM=offscreen
    first_paint "$program"
    "$program" demo --offscreen-tour "$papers/tour" >/dev/null 2>&1 || wrong "the tour did not end well"
    begins "$papers/tour/summary.pdf" "%PDF-"
    unset QT_QPA_PLATFORM
}

on_a_screen() {
    command -v xvfb-run >/dev/null && command -v xwininfo >/dev/null || return 0
    first_paint xvfb-run -a "$program"
    xvfb-run -a sh "$0" --open "$program" "$papers/moved.roundtable" "$papers"
}

open_a_file() { # PROGRAM FILE FOLDER: on the screen of xvfb-run
    "$1" --data-dir "$3/library" "$2" &
    opened=$!
    for _ in $(seq 150); do
        if windows=$(xwininfo -root -tree) && printf '%s' "$windows" | grep -q '"roundtable" "'; then
            printf '%s\n' "a window of $2 is open"
            kill "$opened"
            return
        fi
        kill -0 "$opened" 2>/dev/null || wrong "the window closed by itself"
        sleep 0.2
    done
    wrong "no window opened"
}

if [ "$1" = --open ]; then
    shift
    open_a_file "$@"
    exit
fi
mkdir -p "$papers"
without_window
offscreen
on_a_screen
