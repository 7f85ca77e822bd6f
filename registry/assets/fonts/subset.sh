#!/bin/sh
# Makes the three font files in this folder. See README.md for what it needs.
set -eu
cd "$(dirname "$0")"
from=${1:-/usr/share/fonts/truetype/noto}
text='U+0020-007E,U+00A0-00AC,U+00AE-017F,U+018F,U+0259,U+02BB,U+02BC,U+0400-0482,U+048A-04FF'
text="$text,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A"
text="$text,U+20AC,U+20B8,U+2116,U+2122,U+2212,U+2264,U+2265"
subset() { # source name, code points
  pyftsubset "$from/$1.ttf" --output-file="$1.ttf" --unicodes="$2" --layout-features=kern \
    --no-hinting --notdef-outline --name-IDs='*' --no-recalc-timestamp
}
subset NotoSans-Regular "$text"
subset NotoSans-Bold "$text"
subset NotoSansMono-Bold 'U+0020-007E'
