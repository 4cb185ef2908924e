#version 330 core
// One segment of a stroke as a rectangle that fits its round ends and its arrow head; the shape itself is drawn by distance
// in stroke.frag. The geometry follows viz/arrow_head.h. Vertices 0 to 3 are of the first of a pair of segments, 4 to 7 of
// the second.
#include "style.glsl"
#if defined(JOINED) && defined(HIDING)
#include "hidden.glsl"
#endif

layout(location = 0) in vec3 a_of[2];
layout(location = 2) in vec3 b_of[2];
layout(location = 4) in vec3 before_of[2];
layout(location = 6) in vec3 after_of[2];
layout(location = 8) in vec3 run_of[2];   // start, length, total, in metric units
layout(location = 10) in vec2 pen_of[2];  // width in points, opacity
layout(location = 12) in uint style_of[2];

uniform float pixels_per_metric;

flat out vec4 shape;  // these are explained in stroke.frag
flat out vec4 along;
flat out vec4 color;
out vec2 coordinate;
#ifdef JOINED
flat out vec4 ends;
flat out vec4 forward;
flat out vec2 reach;
#endif
#ifdef DASHED
flat out vec4 dashing;
#endif
#ifdef HIDING
#ifdef JOINED
out vec2 hidden_along;
out vec2 depth_along;
#else
flat out vec4 way;
flat out vec4 depths;
#endif
#endif

const float arrow_shaft_part = 0.8, arrow_least_length = 1.0;

vec2 dash_pattern(int dash, float width) {
    if (dash == 1) return vec2(5.0 + 2.0 * width, 4.0 + 1.5 * width);
    if (dash == 2) return vec2(width, 2.5 + 1.5 * width);
    return vec2(0.0);
}

// A joint: `across` the bisector of its two segments, forwards; how far round it the cut matters, squared; how much of the
// stroke's half width the first segment shows beyond it.
struct Joint {
    vec2 across;
    float reach, beyond;
};

Joint joint(vec2 from, vec2 at, vec2 to, float radius) {
    vec2 into = at - from, onward = to - at;
    float first = max(length(into), 1e-6), second = max(length(onward), 1e-6);
    into /= first;
    onward /= second;
    vec2 across = into + onward;
    if (dot(across, across) < 1e-6) across = vec2(-into.y, into.x);  // a hairpin: left and right halves
    // A neighbour shorter than the pen is wide is still minded as far as its round end.
    float reach = max(min(first, second), radius + 1.0);
    return Joint(across, reach * reach, sqrt(max(0.0, 0.5 - 0.5 * dot(into, onward))));
}

// A neighbour that is behind the eye is no neighbour.
float front(vec4 clip) { return clip.z + clip.w; }

// The part of the line from `start` in this direction that can touch the panel, given half its width.
vec2 inside(vec2 start, vec2 direction, vec2 range, float half_width) {
    vec2 low = place.xy - half_width - start, high = place.xy + place.zw + half_width - start;
    for (int axis = 0; axis < 2; ++axis) {
        if (abs(direction[axis]) < 1e-6) {
            if (low[axis] > 0.0 || high[axis] < 0.0) return vec2(0.0);
            continue;
        }
        float one = low[axis] / direction[axis], other = high[axis] / direction[axis];
        range = vec2(max(range.x, min(one, other)), min(range.y, max(one, other)));
    }
    return range;
}

// One of four corners, along and across. A segment that leaves the panel needs one triangle, with its tip far outside: the
// two halves of a thin rectangle cost twice as much, since each touches all the blocks of pixels that it crosses.
vec2 corner_of(vec2 range, vec2 whole, float half_width) {
    const float reach = 4.0;  // the tip is so many lengths from the base
    int corner = gl_VertexID & 3;
    bool leaves_ahead = range.y < whole.y, leaves_behind = range.x > whole.x;
    if (!leaves_ahead && !leaves_behind)
        return vec2((corner & 1) != 0 ? range.y : range.x, (corner & 2) != 0 ? half_width : -half_width);
    float base = leaves_ahead ? range.x : range.y, tip = base + reach * (leaves_ahead ? 1.0 : -1.0) * (range.y - range.x);
    float wide = half_width * reach / (reach - 1.0);
    if (corner == 0) return vec2(base, -wide);
    if (corner == 1) return vec2(base, wide);
    return vec2(tip, 0.0);  // twice: the second triangle is empty
}

void main() {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // outside: not drawn
    bool first = gl_VertexID < 4;
    vec3 a = first ? a_of[0] : a_of[1], b = first ? b_of[0] : b_of[1];
    vec3 before = first ? before_of[0] : before_of[1], after = first ? after_of[0] : after_of[1];
    vec3 run = first ? run_of[0] : run_of[1];
    vec2 pen = first ? pen_of[0] : pen_of[1];
    uint style = first ? style_of[0] : style_of[1];
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
    vec2 ahead = B.xy - A.xy;
    float size = length(ahead);
    if (size < 1e-6) ahead = joined_before && distance(A.xy, P) > 1e-6 ? normalize(A.xy - P) : vec2(1.0, 0.0);
    else ahead /= size;
    Joint start_joint = Joint(vec2(0.0), -1.0, 1.0), end_joint = start_joint;
    if (joined_before) start_joint = joint(P, A.xy, B.xy, radius);
    if (joined_after) end_joint = joint(A.xy, B.xy, N, radius);
    // Half a pixel beyond its edge a shape covers nothing of a pixel's middle.
    float half_width = max(radius, half_head * scale) + 0.5;
    vec2 whole = vec2(-max((radius + 0.5) * start_joint.beyond, head * scale - size + 0.5), size + (radius + 0.5) * end_joint.beyond) +
                 vec2(-0.01, 0.01);
    vec2 range = inside(A.xy, ahead, whole, half_width);
    if (range.x >= range.y) return;
    coordinate = corner_of(range, whole, half_width);
    vec2 corner = A.xy + coordinate.x * ahead + coordinate.y * vec2(-ahead.y, ahead.x);

    along = vec4(start * pixels_per_metric, length_here * pixels_per_metric, cut, size);
    shape = vec4(radius, head * scale, half_head * scale, clip_a.w / max(clip_b.w, 1e-20));
    color = vec4(inks[ink_of(style)], pen.y);
#ifdef JOINED
    ends = vec4(A.xy, B.xy);
    forward = vec4(start_joint.across, end_joint.across);
    reach = vec2(start_joint.reach, end_joint.reach);
#endif
#ifdef DASHED
    dashing = vec4(dash_pattern(dash_of(style), width), dash_pattern(max(dash_of(style), 1), width)) * scale;
#endif
#ifdef HIDING
#ifdef JOINED
    bool nearer_b = coordinate.x > 0.5 * size && range.y >= whole.y && range.x <= whole.x;
    vec4 end = nearer_b ? vec4(B, clip_b.w) : vec4(A, clip_a.w);
    hidden_along = hidden_at(end.xy, end.z, end.w);
    depth_along = mix(vec2(A.z, clip_a.w), vec2(B.z, clip_b.w), size > 0.0 ? coordinate.x / size : 0.0);
#else
    way = vec4(A.xy, B.xy - A.xy);
    depths = vec4(A.z, B.z, clip_a.w, clip_b.w);
#endif
#endif
    gl_Position = position_of(corner);
}
