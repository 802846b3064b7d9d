#!/usr/bin/env bash
# Pins what the packed program is made of, with hashes, for all systems: requirements/package-*.txt.
# Needs uv. No index's address goes into the files.
set -euo pipefail
cd "$(dirname "$0")/../.."
for flavour in cpu cuda; do
  package=onnxruntime
  [ "$flavour" = cuda ] && package=onnxruntime-gpu
  { cat requirements/package.in; echo "$package>=1.20"; } |
    uv pip compile - --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
      --no-header -o "requirements/package-$flavour.txt"
  sed -i "1i # Locked by resources/packaging/lock.sh from package.in, for flavour $flavour." \
    "requirements/package-$flavour.txt"
done
