#!/usr/bin/env bash
# Sets the formulas of formulas.txt twice, with our typesetter and with MathJax, and puts them side by side.
# For developers only: MathJax comes from npm into build/formulas. Makes build/formulas/page_N.png (and .svg) and prints
# the ratio of both box sizes.   tests/formulas/compare.sh [FILE]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
formulas=$(realpath "${1:-$here/formulas.txt}")
out="$root/build/formulas"
mkdir -p "$out"

command -v npm >/dev/null || { echo "This needs npm: apt install npm" >&2; exit 1; }
[[ -d "$out/node_modules/mathjax-full" ]] || npm install --silent --no-audit --no-fund --prefix "$out" mathjax-full@3
cmake --build "$root/build" --target draw_formulas >/dev/null
"$root/build/draw_formulas" "$formulas" "$out" 20
NODE_PATH="$out/node_modules" node "$here/compare.js" "$formulas" "$out"
if command -v rsvg-convert >/dev/null; then
    for page in "$out"/page_*.svg; do rsvg-convert --zoom 1.5 "$page" -o "${page%.svg}.png"; done
    echo "Look at $out/page_*.png"
fi
