#!/bin/sh
# Takes away what install.sh put there, and nothing else:  uninstall.sh [PREFIX]
# Settings and logs stay: ~/.config/Autochrome, ~/.local/state/Autochrome.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
prefix="${1:-}"
if [ -z "$prefix" ]; then
  prefix="$HOME/.local"
  [ -e "$here/installed.txt" ] && prefix="$(cd "$here/../.." && pwd)"
fi
list="$prefix/lib/autochrome/installed.txt"
if [ ! -e "$list" ]; then
  echo "There is no Autochrome of this kind in $prefix." >&2
  exit 1
fi
while IFS= read -r file; do
  rm -f "$prefix/$file"
  folder="$(dirname "$file")"
  while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do
    folder="$(dirname "$folder")"
  done
done <"$list"
rm -rf "$prefix/lib/autochrome"
rmdir "$prefix/lib" 2>/dev/null || true
applications="$prefix/share/applications"
if ls "$applications"/*.desktop >/dev/null 2>&1; then
  update-desktop-database -q "$applications" 2>/dev/null || true
elif [ -d "$applications" ]; then
  # the list of MIME types was made for our entry; it may be the last thing that keeps the folder
  rm -f "$applications/mimeinfo.cache"
  rmdir "$applications" "$prefix/share" 2>/dev/null || true
fi
