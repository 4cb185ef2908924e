#!/usr/bin/env bash
# A real window under Xvfb, driven by real pointer and key events (xdotool): drag a handle, resize, take a picture, quit.
# Usage: window_test.sh PROGRAM. Skipped (77) where Xvfb or xdotool is missing. What it saw is printed.
set -u
program=${1:?usage: window_test.sh PROGRAM}
for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done

folder=$(mktemp -d)
server= ; app=
cleanup() {
    [ -n "$app" ] && kill "$app" 2>/dev/null
    [ -n "$server" ] && kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$folder"
}
trap cleanup EXIT
fail() { echo "FAILED: $*"; [ -s "$folder/errors" ] && sed 's/^/    program: /' "$folder/errors"; exit 1; }

# The server picks a free display number and writes it to descriptor 3. Two that start at once may pick the same: the one
# that loses ends, and tries again. It stays as it is when xdotool, its only client then, leaves: it would refuse the next one.
for _ in 1 2 3; do
    Xvfb -noreset -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb" &
    server=$!
    for _ in $(seq 100); do
        if [ -s "$folder/display" ] || ! kill -0 "$server" 2>/dev/null; then break; fi
        sleep 0.1
    done
    DISPLAY=:$(cat "$folder/display"); export DISPLAY
    for _ in $(seq 50); do
        if xdotool getdisplaygeometry >/dev/null 2>&1 || ! kill -0 "$server" 2>/dev/null; then break; fi
        sleep 0.1
    done
    if kill -0 "$server" 2>/dev/null; then break; fi
done
[ -s "$folder/display" ] || { echo "skipped: Xvfb did not start"; cat "$folder/xvfb"; exit 77; }

export HOME=$folder XDG_CONFIG_HOME=$folder/config XDG_STATE_HOME=$folder/state XDG_PICTURES_DIR=$folder/pictures
mkdir -p "$folder/pictures"
started=$(date +%s%N)
"$program" transform 2>"$folder/errors" &
app=$!
window=
for _ in $(seq 200); do
    window=$(xdotool search --onlyvisible --class eigenscape 2>/dev/null | tail -1)
    [ -n "$window" ] && break
    kill -0 "$app" 2>/dev/null || fail "the program ended before its window came"
    sleep 0.05
done
[ -n "$window" ] || fail "no window within 10 s"
echo "window after $(( ($(date +%s%N) - started) / 1000000 )) ms"
sleep 0.5

pictures() { find "$folder/pictures" -name '*.png' | wc -l; }
newest() { find "$folder/pictures" -name '*.png' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-; }
# take_picture: presses F12 until one more file is there; prints its name. The first event after a window appears may get lost.
take_picture() {
    local before; before=$(pictures)
    for _ in 1 2 3; do
        xdotool key F12
        for _ in $(seq 30); do
            if [ "$(pictures)" -gt "$before" ]; then newest; return 0; fi
            sleep 0.1
        done
    done
    return 1
}
state_of() { "$program" info --json "$1"; }
size_of() { od -An -tu1 -j16 -N8 "$1" | awk '{print $1*16777216+$2*65536+$3*256+$4 "x" $5*16777216+$6*65536+$7*256+$8}'; }

xdotool windowfocus "$window" 2>/dev/null
first=$(take_picture) || fail "F12 saved no picture"
echo "first picture: $(basename "$first"), $(size_of "$first")"
before=$(state_of "$first") || fail "the picture does not say what it shows"

# The canvas's pixel where the first handle is, from the picture itself: its place on the canvas plus the canvas's corner.
# In the home view the first column's tip is a third of the way from the middle; we find it by trying a row of places.
eval "$(xdotool getwindowgeometry --shell "$window")"
echo "window ${WIDTH}x${HEIGHT}"
left=240; top=48; right=320; foot=56
cx=$(( (left + WIDTH - right) / 2 )); cy=$(( (top + HEIGHT - foot) / 2 ))
changed=
for reach in 100 80 120 60 140 160 40 180 200; do
    for turn in "1 0" "0 -1"; do
        set -- $turn
        x=$(( cx + $1 * reach )); y=$(( cy + $2 * reach ))
        xdotool mousemove --window "$window" $x $y; sleep 0.15
        xdotool mousedown 1; sleep 0.1
        for step in 5 10 20 30 40; do xdotool mousemove --window "$window" $((x + step)) $((y - step / 2)); sleep 0.04; done
        xdotool mouseup 1; sleep 0.2
        next=$(take_picture) || fail "F12 saved no picture after a drag"
        after=$(state_of "$next") || fail "no state in the picture after a drag"
        parameters() { printf '%s' "$1" | tr -d ' \n' | sed 's/.*"parameters":{\([^}]*\)}.*/\1/'; }
        if [ "$(parameters "$before")" != "$(parameters "$after")" ]; then changed="$reach $turn"; break 2; fi
    done
done
[ -n "$changed" ] || fail "no drag on the canvas changed a parameter"
echo "a real drag changed the parameters (at $changed points from the middle)"
echo "    before: $(parameters "$before")"
echo "    after:  $(parameters "$after")"

xdotool key ctrl+z; sleep 0.8
undone=$(state_of "$(take_picture)") || fail "no picture after undo"
[ "$(parameters "$undone")" = "$(parameters "$before")" ] || fail "Ctrl+Z did not bring the first state back"
echo "Ctrl+Z brought it back"

xdotool windowsize --sync "$window" 1000 640; sleep 0.5
small=$(take_picture) || fail "no picture after a resize"
[ "$(size_of "$small")" != "$(size_of "$first")" ] || fail "the picture did not follow the window's new size"
echo "after the resize: $(size_of "$small")"
alive() { kill -0 "$app" 2>/dev/null || fail "$1 ended the program"; }
xdotool windowsize "$window" 1 1; sleep 0.4
alive "a window of one pixel"
xdotool windowsize "$window" 40000 40000; sleep 1.5
alive "a window of 40000 pixels"
xdotool windowsize --sync "$window" 1000 640; sleep 0.5
xdotool windowunmap --sync "$window"; sleep 0.5; xdotool key --window "$window" space; sleep 0.3
alive "a window put out of sight"
xdotool windowmap --sync "$window"; sleep 0.5; xdotool windowfocus "$window" 2>/dev/null

xdotool key F11; sleep 1
eval "$(xdotool getwindowgeometry --shell "$window")"
[ "${WIDTH}x${HEIGHT}" = 1600x1000 ] || fail "F11 gave ${WIDTH}x${HEIGHT} instead of the whole screen"
xdotool key F11; sleep 1
eval "$(xdotool getwindowgeometry --shell "$window")"
[ "${WIDTH}x${HEIGHT}" = 1000x640 ] || fail "F11 again gave ${WIDTH}x${HEIGHT} instead of the window as it was"
echo "full screen and back"

# The keyboard's focus goes while a button is held, keys come faster than pictures, the interface changes its size.
xdotool mousemove --window "$window" 500 320 mousedown 1 mousemove --window "$window" 540 300; sleep 0.2
xdotool windowfocus "$(xdotool search --maxdepth 0 '' 2>/dev/null | head -1)" 2>/dev/null; sleep 0.3; xdotool mouseup 1
xdotool windowfocus "$window" 2>/dev/null
for _ in $(seq 40); do xdotool key --delay 0 ctrl+plus ctrl+minus Right Right Tab; done; xdotool key ctrl+0; sleep 0.5
alive "a flood of keys"

if command -v xclip >/dev/null; then
    xdotool key ctrl+c
    for _ in $(seq 150); do xclip -selection clipboard -t image/png -o >"$folder/pasted.png" 2>/dev/null && [ -s "$folder/pasted.png" ] && break; sleep 0.2; done
    parameters "$(state_of "$folder/pasted.png")" >/dev/null || fail "what Ctrl+C copied is not a picture"
    [ -s "$folder/pasted.png" ] && state_of "$folder/pasted.png" >/dev/null || fail "Ctrl+C copied no picture"
    echo "Ctrl+C copied a picture of $(size_of "$folder/pasted.png")"
fi
xdotool windowsize --sync "$window" 1280 720; sleep 6

ticks() { awk '{print $14 + $15}' "/proc/$app/stat"; }
sleep 4
a=$(ticks); sleep 4; b=$(ticks)
hertz=$(getconf CLK_TCK)
echo "idle: $(( (b - a) * 100 / hertz )) hundredths of a second of CPU in 4 s"
[ $(( (b - a) * 100 )) -le $(( 4 * hertz )) ] || fail "the idle window used more than 1 % of a core"

xdotool key ctrl+q
for _ in $(seq 40); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
kill -0 "$app" 2>/dev/null && fail "Ctrl+Q did not end the program"
wait "$app"; status=$?; app=
[ $status -eq 0 ] || fail "the program ended with status $status"
[ -s "$folder/config/eigenscape/preferences.json" ] || fail "no preferences were remembered"

for signal in INT HUP TERM; do
    "$program" transform 2>"$folder/errors" & app=$!
    sleep 1.5; kill -$signal "$app"
    for _ in $(seq 20); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$app" 2>/dev/null && fail "SIG$signal: the program still runs after 2 s"
    wait "$app"; status=$?; app=
    [ $status -eq 0 ] || fail "SIG$signal: status $status instead of a clean end"
done

# Killed outright in the middle of work, then started again: everything is there.
session=$folder/state/eigenscape/session.json
values() { tr -d ' \n' <"$session" | sed 's/.*"scene":"transform","parameters":{\([^}]*\)}.*/\1/'; }
"$program" --fresh transform 2>"$folder/errors" & app=$!
for _ in $(seq 100); do window=$(xdotool search --onlyvisible --class eigenscape 2>/dev/null | tail -1); [ -n "$window" ] && [ -s "$session" ] && break; sleep 0.1; done
[ -s "$session" ] || fail "no session was written"
fresh=$(values)
sleep 0.5; xdotool windowfocus "$window" 2>/dev/null
for _ in 1 2 3; do xdotool key Tab Right Right shift+Up; sleep 1; done; sleep 3
left=$(values)
[ "$left" != "$fresh" ] || fail "the session does not follow what is done"
kill -KILL "$app"; wait "$app" 2>/dev/null; app=
"$program" 2>"$folder/errors" & app=$!
sleep 2
window=$(xdotool search --onlyvisible --class eigenscape 2>/dev/null | tail -1)
xdotool windowfocus "$window" 2>/dev/null
back=$(state_of "$(take_picture)") || fail "no picture after the restart"
[ "$(parameters "$back")" = "$left" ] || fail "after kill -9: $(parameters "$back") instead of $left"
kill -TERM "$app"; wait "$app"; app=
[ "$(values)" = "$left" ] || fail "the session changed by itself: $(values)"
echo "killed and started again: $left"

# OpenGL older than 3.3: a message with what there is, and where to go.
MESA_GL_VERSION_OVERRIDE=2.1 "$program" transform 2>"$folder/errors"; status=$?
[ $status -eq 1 ] || fail "with OpenGL 2.1: status $status instead of 1"
grep -q "OpenGL 3.3" "$folder/errors" && grep -q "eigenscape render" "$folder/errors" || fail "with OpenGL 2.1 the message does not help"
sed 's/^/    /' "$folder/errors"

# The server goes: Xlib ends the program (status 1), and the preferences file that was there is whole.
"$program" transform 2>"$folder/errors" & app=$!
sleep 2; kill -KILL "$server"; wait "$server" 2>/dev/null; server=
for _ in $(seq 50); do kill -0 "$app" 2>/dev/null || break; sleep 0.1; done
kill -0 "$app" 2>/dev/null && fail "the program hangs when the X server has gone"
wait "$app"; status=$?; app=
echo "the X server killed: status $status"
grep -q '"format": 1' "$folder/config/eigenscape/preferences.json" || fail "the preferences did not survive the X server"

DISPLAY=:4077 "$program" transform 2>"$folder/errors"; status=$?
[ $status -eq 1 ] || fail "without a display: status $status instead of 1"
grep -q "eigenscape render" "$folder/errors" || fail "without a display the message does not point to render"
echo "passed"
