#version 330 core
// One segment of a stroke as a rectangle that fits its round ends and its arrow head; the shape itself is drawn by distance
// in stroke.frag. The geometry follows viz/arrow_head.h.
#include "style.glsl"

layout(location = 0) in vec3 a;
layout(location = 1) in vec3 b;
layout(location = 2) in vec3 before;
layout(location = 3) in vec3 after;
layout(location = 4) in vec3 run;  // start, length, total, in metric units
layout(location = 5) in vec2 pen;  // width in points, opacity
layout(location = 6) in uint style;

uniform float pixels_per_metric;

flat out vec4 ends;       // a, b in pixels
flat out vec4 beside;     // the points before a and after b
flat out vec4 along;      // start and length in pixels of arc; where the shaft is cut; whole length
flat out vec4 shape;      // radius, arrow head's length and half width, share of w at a (1: no perspective)
flat out vec4 dashing;    // on and off in pixels; those of the hidden ghost
flat out vec4 color;
flat out vec4 depths;     // clip depth at a and b, distance at a and b
flat out ivec4 kind;      // bits: joined before, joined after; depth mode; dashed

const float arrow_shaft_part = 0.8, arrow_least_length = 1.0;

vec2 dash_pattern(int dash, float width) {
    if (dash == 1) return vec2(5.0 + 2.0 * width, 4.0 + 1.5 * width);
    if (dash == 2) return vec2(width, 2.5 + 1.5 * width);
    return vec2(0.0);
}

// A neighbour that is behind the eye is no neighbour.
float front(vec4 clip) { return clip.z + clip.w; }

void main() {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // outside: not drawn
    if (!seen(style)) return;
    vec4 clip_a = to_clip * vec4(a, 1.0), clip_b = to_clip * vec4(b, 1.0);
    float start = run.x, length_here = run.y;
    float front_a = front(clip_a), front_b = front(clip_b);
    bool joined_before = bit_of(style, 16), joined_after = bit_of(style, 17);
    if (front_a <= 0.0 && front_b <= 0.0) return;
    if (front_a <= 0.0) {
        float t = 0.999 * front_a / (front_a - front_b) + 0.001;
        clip_a = mix(clip_a, clip_b, t);
        start += t * length_here;
        length_here *= 1.0 - t;
        joined_before = false;
    }
    if (front_b <= 0.0) {
        float t = 0.999 * front_b / (front_b - front_a) + 0.001;
        clip_b = mix(clip_b, clip_a, t);
        length_here *= 1.0 - t;
        joined_after = false;
    }
    vec3 A = on_screen(clip_a), B = on_screen(clip_b);
    vec2 P = A.xy, N = B.xy;
    if (joined_before) {
        vec4 clip = to_clip * vec4(before, 1.0);
        if (front(clip) > 0.0) P = on_screen(clip).xy;
        else joined_before = false;
    }
    if (joined_after) {
        vec4 clip = to_clip * vec4(after, 1.0);
        if (front(clip) > 0.0) N = on_screen(clip).xy;
        else joined_after = false;
    }

    float width = pen.x, head = 0.0, half_head = 0.0;
    float arc = run.z * pixels_per_metric, cut = 1e9;
    bool last = bit_of(style, 19);
    if (bit_of(style, 18)) {
        bool single = !bit_of(style, 16) && !bit_of(style, 17);
        float whole = (single ? distance(A.xy, B.xy) : arc) / scale;
        if (whole < arrow_least_length) {
            if (!last) return;
            A = B;
            P = N = B.xy;
            joined_before = false;
            width = max(5.0, 2.0 * width);
        } else {
            float wanted = 5.0 + 3.2 * width;
            head = min(wanted, 0.45 * whole);
            half_head = 0.42 * head;
            width *= min(1.0, 0.35 + 0.65 * head / wanted);
            // The cut is measured along the arc; a foreshortened single arrow has its own pixels per unit of arc.
            float stretch = single ? arc / max(whole * scale, 1e-6) : 1.0;
            cut = arc - arrow_shaft_part * head * scale * stretch;
        }
        if (!last) half_head = head = 0.0;
    }

    float radius = 0.5 * width * scale;
    vec2 forward = B.xy - A.xy;
    float size = length(forward);
    if (size < 1e-6) forward = joined_before && distance(A.xy, P) > 1e-6 ? normalize(A.xy - P) : vec2(1.0, 0.0);
    else forward /= size;
    vec2 left = vec2(-forward.y, forward.x);
    float half_width = max(radius, half_head * scale) + 1.0;
    float back = max(radius, head * scale - size) + 1.0;
    bool far_end = (gl_VertexID & 1) != 0;
    vec2 corner = (far_end ? B.xy + (radius + 1.0) * forward : A.xy - back * forward) +
                  ((gl_VertexID & 2) != 0 ? half_width : -half_width) * left;

    ends = vec4(A.xy, B.xy);
    beside = vec4(P, N);
    along = vec4(start * pixels_per_metric, length_here * pixels_per_metric, cut, arc);
    shape = vec4(radius, head * scale, half_head * scale, clip_a.w / max(clip_b.w, 1e-20));
    dashing = vec4(dash_pattern(dash_of(style), width), dash_pattern(max(dash_of(style), 1), width)) * scale;
    color = vec4(inks[ink_of(style)], pen.y);
    depths = vec4(A.z, B.z, clip_a.w, clip_b.w);
    kind = ivec4(joined_before, joined_after, depth_of(style), dash_of(style));
    gl_Position = position_of(corner);
}
