#!/usr/bin/env bash
# The packed folder -> a Debian package, with Debian's own tools:  deb.sh DIST WORK
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
dist="$(cd "$1" && pwd)" work="$(cd "$2" && pwd)"
flavour="${AUTOCHROME_FLAVOUR:-cpu}"
version="$(python3 -c "import sys; sys.path.insert(0, '$here/..'); import contents, pathlib
print(contents.version(pathlib.Path('$here').parents[2]))")"
architecture="$(dpkg --print-architecture)"
tree="$work/deb"
rm -rf "$tree" "$work/debian"
mkdir -p "$tree/DEBIAN" "$work/debian"
bash "$here/layout.sh" "$dist/autochrome" "$work/build/icons" "$tree/usr" "$version"

rm -r "$tree/usr/share/nautilus" # scripts are a user's own; python3-nautilus has the entry
doc="$tree/usr/share/doc/autochrome"
mkdir -p "$doc"
{
  cat "$here/copyright"
  cat "$tree/usr/lib/autochrome/_internal/licences/THIRD-PARTY.txt"
} >"$doc/copyright"
printf 'autochrome (%s) unstable; urgency=low\n\n  * See CHANGELOG.md in the sources.\n\n -- The Autochrome developers <autochrome@localhost>  %s\n' \
  "$version" "$(date -u -R -d "@${SOURCE_DATE_EPOCH:-0}")" | gzip -9n >"$doc/changelog.gz"

# which libraries of the system are needed, by the packages' own symbols files; NVIDIA's are in none
inside="$tree/usr/lib/autochrome/_internal"
printf 'Source: autochrome\n\nPackage: autochrome\nArchitecture: %s\n' "$architecture" >"$work/debian/control"
mapfile -t programs < <(find "$tree/usr/lib/autochrome" -type f \( -name '*.so*' -o -perm -u+x \) \
  ! -path '*wayland*' ! -name '*providers_cuda*' | sort)
mapfile -t places < <(find "$inside" -type f -name '*.so*' -printf '-l%h\n' | sort -u)
depends="$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info --warnings=0 "${places[@]}" \
  "${programs[@]}" 2>"$work/shlibdeps.log" | sed 's/^shlibs:Depends=//')"
[ -n "$depends" ] || { cat "$work/shlibdeps.log"; exit 1; }

(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@DEPENDS@/$depends/" \
  -e "s/@SIZE@/$(du -sk --apparent-size "$tree/usr" | cut -f1)/" "$here/control" >"$tree/DEBIAN/control"
chmod -R u=rwX,go=rX "$tree"

desktop-file-validate "$tree/usr/share/applications/autochrome.desktop"
appstreamcli validate --no-net "$tree"/usr/share/metainfo/*.metainfo.xml
name="autochrome_${version}_$architecture.deb"
[ "$flavour" = cpu ] || name="autochrome-${flavour}_${version}_$architecture.deb"
dpkg-deb --root-owner-group -Zxz --build "$tree" "$dist/$name"
