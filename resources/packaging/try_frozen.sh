#!/usr/bin/env bash
# The packed program where nothing helps it: a folder with a space and letters beyond ASCII in its
# name, an empty environment, no Python on PATH, and another user where this one is root.
# usage: try_frozen.sh FOLDER [REPORT.json]
set -euo pipefail
folder="$(cd "$1" && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
place="$scratch/Fotos für Großmutter"
mkdir "$place"
cp -R "$folder" "$place/autochrome"
chmod -R a+rX "$scratch"
command="$place/autochrome/autochrome"
[ -x "$command" ] || command="$(find "$place/autochrome" -maxdepth 1 -name 'autochrome-cli*')"

as=()
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  echo "Self-test as user 65534, with an empty environment, in: $place"
else
  echo "Self-test as this user (not root: there is no other to become), in: $place"
fi
clean=(env -i)
# Windows' own libraries are found through SystemRoot
[ -n "${SYSTEMROOT:-}" ] && clean+=(SYSTEMROOT="$SYSTEMROOT" TEMP="${TEMP:-}" TMP="${TMP:-}")
status=0
(cd / && "${as[@]}" "${clean[@]}" "$command" --self-test) >"$scratch/report.json" || status=$?
cat "$scratch/report.json"
[ -n "${2:-}" ] && cp "$scratch/report.json" "$2"
exit "$status"
