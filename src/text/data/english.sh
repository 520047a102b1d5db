#!/bin/sh
# Makes english.txt from Debian's package `scowl`; see README.md beside this file.
# Usage: sh english.sh /usr/share/dict/scowl > english.txt
set -eu
lists=${1:?the folder of the SCOWL lists}
export LC_ALL=C
for size in 10 20 35 40 50; do
    for kind in english american british british_z; do
        cat "$lists/$kind-words.$size"
    done
done | grep -E '^[a-z]{3,}$' | sort -u
