#version 330 core
// The coverage of one pixel by one segment, by distance: round caps and joints, dashes with round ends, arrow heads.
// Where neighbours meet, each pixel belongs to one of them, so that translucent strokes cover nothing twice (but where a wide one
// turns back on itself by more than about 170°).
// Compiled without what a stroke does not need (JOINED, DASHED, HEADED, HIDING, and a dashed GHOST of what is hidden): software
// renderers run every branch.
#ifdef HIDING
#include "hidden.glsl"
#endif

flat in vec4 shape;    // radius, arrow head's length and half width, share of w at a (1: no perspective)
flat in vec4 along;    // start and length in pixels of arc; where the shaft is cut; length on the screen
flat in vec4 color;
in vec2 coordinate;    // along the segment from a, and across it, in pixels
#ifdef JOINED
flat in vec4 ends;     // a, b in pixels
flat in vec4 forward;  // across the bisectors at a and at b; zero: no neighbour there
flat in vec2 reach;    // how far from a and from b the neighbour is to be minded, squared
#endif
#ifdef DASHED
flat in vec4 dashing;  // on and off in pixels; those of the hidden ghost
#endif
#ifdef HIDING
#ifdef JOINED          // segments of polylines are short (viz/tessellate.cpp): all this runs straight along them
in vec2 hidden_along;  // what hides the line, asked at a and at b
in vec2 depth_along;   // clip depth and distance
#else
flat in vec4 way;      // a, and from there to b, in pixels
flat in vec4 depths;   // clip depth at a and b, distance at a and b
#endif
#endif

#ifdef GHOST
uniform float see_through_opacity;
#endif
uniform vec2 corner_of_canvas;  // of the drawn region within the framebuffer, in pixels

layout(location = 0) out vec4 result;

// How much of a pixel at distance d from its middle line a strip of this half width covers.
float strip(float d, float radius) { return clamp(min(radius, d + 0.5) - max(-radius, d - 0.5), 0.0, 1.0); }

#ifdef DASHED
float dashed(float cover, vec2 pattern, float arc, float across, float stretch) {
    float period = pattern.x + pattern.y;
    float place = arc - period * floor(arc / period);
    float first = min(shape.x, 0.5 * pattern.x);
    float core = clamp(place, first, max(pattern.x - shape.x, 0.5 * pattern.x));
    float off = min(abs(place - core), abs(first + period - place)) * stretch;  // to this dash or the next
    return min(cover, strip(length(vec2(across, off)), shape.x));
}
#endif

void main() {
    float beyond = coordinate.x - clamp(coordinate.x, 0.0, along.w);
    float across = length(vec2(beyond, coordinate.y));
    float cover = strip(across, shape.x);
#ifdef JOINED
    // Both neighbours ask with the same numbers: exactly one of them draws the pixel.
    vec2 p = gl_FragCoord.xy - corner_of_canvas, from_a = p - ends.xy, from_b = p - ends.zw;
    if (dot(from_a, forward.xy) < 0.0 && dot(from_a, from_a) <= reach.x) cover = 0.0;
    if (dot(from_b, forward.zw) >= 0.0 && dot(from_b, from_b) <= reach.y) cover = 0.0;
#endif
    float shown = cover;
#if defined(DASHED) || defined(HEADED) || (defined(HIDING) && !defined(JOINED))
    // Along the stroke; under perspective equal steps on the screen are not equal steps of arc.
    float t = along.w > 0.0 ? clamp(coordinate.x / along.w, 0.0, 1.0) : 0.0;
    float u = t * shape.w / mix(1.0, shape.w, t);
    float arc = along.x + along.y * u;
    float stretch = along.y > 0.0 ? along.w / along.y : 1.0;
#endif
#ifdef DASHED
    if (dashing.x > 0.0) shown = dashed(cover, dashing.xy, arc, across, stretch);
#endif
#ifdef HEADED
    shown *= clamp(0.5 + (along.z - arc) * stretch, 0.0, 1.0);
    if (shape.y > 0.0) {
        float back = along.w - coordinate.x, aside = abs(coordinate.y);
        float edge = (aside * shape.y - back * shape.z) / length(shape.yz);
        float head = clamp(0.5 - edge, 0.0, 1.0) * clamp(0.5 - (back - shape.y), 0.0, 1.0);
        shown = max(shown, head);
    }
#endif
#ifdef HIDING
#ifdef JOINED
    float clip_depth = depth_along.x, distance = depth_along.y;
    vec2 hidden = clamp(hidden_along, 0.0, 1.0);
#else
    float clip_depth = mix(depths.x, depths.y, t), distance = mix(depths.z, depths.w, u);
    vec2 hidden = hidden_at(way.xy + t * way.zw, clip_depth, distance);
#endif
#ifndef HEADED  // an arrow is large: it stands in front of the surface or behind, never half in it
    hidden.x = max(hidden.x, pixel_hidden(gl_FragCoord.xy - corner_of_canvas, shape.x, clip_depth, distance));
#endif
#ifdef GHOST
    float ghost = see_through_opacity * min(shown, dashed(shown, dashing.zw, arc, across, stretch));
    shown = mix(shown, ghost, hidden.x) * hidden.y;
#else
    shown *= (1.0 - hidden.x) * hidden.y;
#endif
#endif
    float alpha = shown * color.a;
    result = vec4(color.rgb * alpha, alpha);
}
