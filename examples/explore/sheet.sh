#!/usr/bin/env bash
# Every story's picture and page on one contact sheet, in both languages, light and dark:
#   examples/explore/sheet.sh [FOLDER]        (else target/sheet)
# It writes FOLDER/index.html. Where there is a Chromium it also looks: a PNG of each sheet, of one page narrow, and a page
# printed to PDF. EXPLORE names a program that is already built; CHROMIUM another browser.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:-target/sheet}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
if [ -z "${EXPLORE:-}" ]; then
    cargo build --quiet --release --example explore
    EXPLORE=target/release/examples/explore
fi

stories=$("$EXPLORE" --list | grep -v '^ ' | cut -d' ' -f1)
for language in en zh; do
    for story in $stories; do
        "$EXPLORE" "$story" --language "$language" --force >/dev/null 2>&1 \
            --svg "$folder/$story.$language.svg" --html "$folder/$story.$language.html"
    done
    for scheme in light dark; do
        {
            echo "<!doctype html><html lang=\"$language\"><meta charset=\"utf-8\"><title>$language, $scheme</title><style>"
            echo ":root{color-scheme:$scheme}body{margin:12px;font:14px sans-serif;width:1956px}figure{margin:0}"
            echo ".pictures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:12px;align-items:start}img{width:100%}"
            echo ".pages{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:12px;margin-top:24px}"
            echo ".pages div{height:760px;overflow:hidden;outline:1px solid #8888}"
            echo "iframe{width:1000px;height:2400px;border:0;transform:scale(.317);transform-origin:0 0}</style>"
            echo "<div class=\"pictures\">"
            for story in $stories; do
                echo "<figure><figcaption>$story</figcaption><img src=\"$story.$language.svg\" alt=\"$story\"></figure>"
            done
            echo "</div><div class=\"pages\">"
            for story in $stories; do
                echo "<figure><figcaption>$story</figcaption><div><iframe src=\"$story.$language.html\" title=\"$story\"></iframe></div></figure>"
            done
            echo "</div></html>"
        } >"$folder/$language.$scheme.html"
    done
done
{
    echo "<!doctype html><html><meta charset=\"utf-8\"><title>Contact sheet</title><style>iframe{width:1990px;height:6600px;border:0}</style>"
    for sheet in en.light en.dark zh.light zh.dark; do
        echo "<h1>$sheet</h1><iframe src=\"$sheet.html\" title=\"$sheet\"></iframe>"
    done
    echo "</html>"
} >"$folder/index.html"
echo "$folder/index.html"

browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$browser" ] || exit 0
look() { "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars "$@" >/dev/null 2>&1; }
# Of the two schemes that a page can prefer, 0 is the dark one.
scheme() { [ "$1" = dark ] && echo 0 || echo 1; }
for sheet in en.light en.dark zh.light zh.dark; do
    preferred=$(scheme "${sheet#*.}")
    look --blink-settings=preferredColorScheme="$preferred" --window-size=1980,6600 \
        --screenshot="$folder/$sheet.png" "file://$folder/$sheet.html"
    look --blink-settings=preferredColorScheme="$preferred" --window-size=500,2400 \
        --screenshot="$folder/narrow.$sheet.png" "file://$folder/sick_leave.${sheet%.*}.html"
    echo "$folder/$sheet.png"
done
for language in en zh; do
    look --no-pdf-header-footer --print-to-pdf="$folder/sick_leave.$language.pdf" "file://$folder/sick_leave.$language.html"
    echo "$folder/sick_leave.$language.pdf"
done
