#version 330 core
// A corner of a filled polygon, moved half a pixel in or out along the bisector of its two edges, so that the rim between
// is one soft pixel wide at every zoom.
#include "style.glsl"

layout(location = 0) in vec3 at;
layout(location = 1) in vec3 before;
layout(location = 2) in vec3 after;
layout(location = 3) in vec2 rim;  // side (-1 inner, +1 outer), opacity
layout(location = 4) in uint style;

uniform float winding;  // +1: the ring runs counter-clockwise on the screen

flat out vec3 color;
out float alpha;

const float longest_spike = 3.0;  // of a sharp corner's soft rim, in pixels

void main() {
    vec4 clip = to_clip * vec4(at, 1.0);
    vec4 clip_before = to_clip * vec4(before, 1.0), clip_after = to_clip * vec4(after, 1.0);
    color = inks[ink_of(style)];
    alpha = rim.x < 0.0 ? rim.y : 0.0;
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    if (clip.z + clip.w <= 0.0) {  // behind the eye: leave the corner to the clipper, without its rim
        vec2 middle = (2.0 * place.xy + place.zw) / canvas - 1.0;
        gl_Position = vec4(middle * clip.w + clip.xy * place.zw / canvas, clip.zw);
        return;
    }
    vec3 p = on_screen(clip);
    vec2 into = p.xy - on_screen(clip_before).xy, onward = on_screen(clip_after).xy - p.xy;
    into = length(into) > 1e-6 ? normalize(into) : vec2(0.0);
    onward = length(onward) > 1e-6 ? normalize(onward) : into;
    vec2 outward = winding * vec2(into.y + onward.y, -into.x - onward.x);
    float size = length(outward);
    // Half a pixel off both edges: 0.5 / cos of half the turn, along the bisector.
    vec2 offset = size > 1e-3 ? outward / size * min(1.0 / size, longest_spike) : vec2(0.0);
    gl_Position = position_of(p.xy + rim.x * offset);
}
