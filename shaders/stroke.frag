#version 330 core
// The coverage of one pixel by one segment, by distance: round caps and joints, dashes with round ends, arrow heads.
// Where neighbours meet, each pixel belongs to the nearer segment, so that translucent strokes cover nothing twice.
#include "hidden.glsl"

flat in vec4 ends;
flat in vec4 beside;
flat in vec4 along;
flat in vec4 shape;
flat in vec4 dashing;
flat in vec4 color;
flat in vec4 depths;
flat in ivec4 kind;

uniform float see_through_opacity;
uniform vec2 corner_of_canvas;  // of the drawn region within the framebuffer, in pixels

layout(location = 0) out vec4 result;

float squared(vec2 v) { return dot(v, v); }

float squared_distance(vec2 p, vec2 from, vec2 to) {
    vec2 d = to - from;
    float t = dot(p - from, d), whole = dot(d, d);
    if (t <= 0.0) return squared(p - from);
    if (t >= whole) return squared(p - to);
    return squared(p - from - d * (t / whole));
}

// Of two segments joined at `joint`, does the first own the pixel? Both ask with the same numbers and get the same answer.
bool first_owns(vec2 p, vec2 from, vec2 joint, vec2 to) {
    float first = squared_distance(p, from, joint), second = squared_distance(p, joint, to);
    if (first != second) return first < second;
    vec2 into = normalize(joint - from), onward = normalize(to - joint);
    vec2 forward = into + onward;
    if (squared(forward) < 1e-6) forward = vec2(-into.y, into.x);  // a hairpin: left and right halves
    return dot(p - joint, forward) < 0.0;
}

// How much of a pixel at distance d from its middle line a strip of this half width covers.
float strip(float d, float radius) { return clamp(min(radius, d + 0.5) - max(-radius, d - 0.5), 0.0, 1.0); }

float dashed(float cover, vec2 pattern, float arc, float across, float stretch) {
    float period = pattern.x + pattern.y;
    float place = arc - period * floor(arc / period);
    float core = clamp(place, min(shape.x, 0.5 * pattern.x), max(pattern.x - shape.x, 0.5 * pattern.x));
    // Also the next dash, which may be nearer than this one.
    float next = min(shape.x, 0.5 * pattern.x) + period;
    float off = min(abs(place - core), abs(next - place)) * stretch;
    return min(cover, strip(length(vec2(across, off)), shape.x));
}

void main() {
    vec2 p = gl_FragCoord.xy - corner_of_canvas;
    vec2 a = ends.xy, b = ends.zw, d = b - a;
    float whole = dot(d, d), size = sqrt(whole);
    float t = whole > 0.0 ? clamp(dot(p - a, d) / whole, 0.0, 1.0) : 0.0;
    float across = sqrt(squared_distance(p, a, b));

    float cover = strip(across, shape.x);
    if (cover > 0.0) {
        if (kind.x != 0 && first_owns(p, beside.xy, a, b)) cover = 0.0;
        if (kind.y != 0 && !first_owns(p, a, b, beside.zw)) cover = 0.0;
    }
    // Along the stroke; under perspective equal steps on the screen are not equal steps of arc.
    float u = t * shape.w / mix(1.0, shape.w, t);
    u = whole > 0.0 ? u : 0.0;
    float arc = along.x + along.y * u;
    float stretch = along.y > 0.0 ? size / along.y : 1.0;

    vec2 q = mix(a, b, t);
    float clip_depth = mix(depths.x, depths.y, t), distance = mix(depths.z, depths.w, u);
    bool tested = kind.z != 2;
    float hidden = tested && cover > 0.0 ? hidden_by_solid(q, clip_depth, distance) : 0.0;

    float shown = kind.w != 0 ? dashed(cover, dashing.xy, arc, across, stretch) : cover;
    if (along.z < 1e8) shown *= clamp(0.5 + (along.z - arc) * stretch, 0.0, 1.0);
    if (shape.y > 0.0) {
        vec2 forward = size > 1e-6 ? d / size : a - beside.xy;
        forward /= max(length(forward), 1e-6);
        float back = dot(b - p, forward), aside = abs(dot(b - p, vec2(-forward.y, forward.x)));
        float edge = (aside * shape.y - back * shape.z) / length(shape.yz);
        float head = clamp(0.5 - edge, 0.0, 1.0) * clamp(0.5 - (back - shape.y), 0.0, 1.0);
        if (head > shown) {
            q = p;
            t = clamp(dot(p - a, d) / max(whole, 1e-12), 0.0, 1.0);
            clip_depth = mix(depths.x, depths.y, t);
            hidden = tested ? hidden_by_solid(p, clip_depth, distance) : 0.0;
            shown = head;
        }
    }
    if (hidden > 0.0) {
        float ghost = 0.0;
        if (kind.z == 1) ghost = see_through_opacity * min(shown, dashed(shown, dashing.zw, arc, across, stretch));
        shown = mix(shown, ghost, hidden);
    }
    float alpha = shown * color.a;
    if (tested && alpha > 0.0) alpha *= left_by_sheet(q, clip_depth, distance);
    if (alpha <= 0.0) discard;
    result = vec4(color.rgb * alpha, alpha);
}
