#!/bin/sh
# Installs Autochrome for this user alone, no root needed:  ./install.sh [PREFIX]
# PREFIX is ~/.local by default. ./uninstall.sh, also kept beside the program, takes it away.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
prefix="${1:-$HOME/.local}"
mkdir -p "$prefix"
prefix="$(cd "$prefix" && pwd)"
if [ -e "$prefix/lib/autochrome" ]; then
  sh "$here/uninstall.sh" "$prefix"
fi
(cd "$here" && find lib bin share \( -type f -o -type l \)) | while IFS= read -r file; do
  mkdir -p "$prefix/$(dirname "$file")"
  cp -P "$here/$file" "$prefix/$file"
done
(cd "$here" && find bin share \( -type f -o -type l \)) >"$prefix/lib/autochrome/installed.txt"
cp "$here/uninstall.sh" "$prefix/lib/autochrome/uninstall.sh"
# the menu does not look into PATH on every desktop
entry="$prefix/share/applications/autochrome.desktop"
place="$(printf %s "$prefix" | sed 's/[&|\\]/\\&/g')"
sed -e "s|^Exec=autochrome-desktop|Exec=\"$place/bin/autochrome-desktop\"|" \
  -e "s|^TryExec=.*|TryExec=$place/bin/autochrome-desktop|" "$here/share/applications/autochrome.desktop" >"$entry"
# nor do file managers
for entry in share/kio/servicemenus/autochrome-colorize.desktop share/nemo/actions/autochrome.nemo_action; do
  sed "s|^Exec=autochrome-desktop|Exec=\"$place/bin/autochrome-desktop\"|" "$here/$entry" >"$prefix/$entry"
done
sed "s|autochrome-desktop|\"$place/bin/autochrome-desktop\"|" \
  "$here/share/nautilus/scripts/Colorize" >"$prefix/share/nautilus/scripts/Colorize"
sed "s|^PROGRAM = .*|PROGRAM = \"$place/bin/autochrome-desktop\"|" \
  "$here/share/nautilus-python/extensions/autochrome_nautilus.py" \
  >"$prefix/share/nautilus-python/extensions/autochrome_nautilus.py"
update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
echo "Autochrome is in the menu. On the command line: $prefix/bin/autochrome"
echo "To take it away again: sh $prefix/lib/autochrome/uninstall.sh"
