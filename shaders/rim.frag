#version 330 core
// The surface's colour, fading outwards: a soft edge for the price of the edge alone. In a plane (FLAT) it is worked out again
// and nothing lies in front of it; in space it is that of the next pixel inwards.

in vec2 fringe;
uniform float opacity;

layout(location = 0) out vec4 result;

#ifdef FLAT

#include "surface_color.glsl"

in float height;

void main() { result = vec4(surface_color(vec3(0.0), height), 1.0) * (clamp(1.0 - fringe.x, 0.0, 1.0) * opacity); }

#else

flat in vec2 inwards;

uniform sampler2D layer;
uniform sampler2D layer_depth;
uniform sampler2D solid_depth;
uniform int over_solid;
uniform vec2 size;
uniform vec2 origin;
uniform vec2 corner_of_canvas;

void main() {
    ivec2 p = ivec2(gl_FragCoord.xy - corner_of_canvas - origin), last = ivec2(size) - 1;
    p = clamp(p, ivec2(0), last);
    vec4 color = texelFetch(layer, clamp(p + ivec2(inwards), ivec2(0), last), 0);
    float shown = clamp(1.0 - fringe.x, 0.0, 1.0);
    float nearest = texelFetch(layer_depth, p, 0).r;
    if (over_solid != 0) nearest = min(nearest, texelFetch(solid_depth, p, 0).r);
    if (nearest < fringe.y - 1e-4) shown = 0.0;
    result = color * (shown * opacity);
}

#endif
