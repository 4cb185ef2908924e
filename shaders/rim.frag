#version 330 core
// The surface's colour from the next pixel inwards, fading outwards: a soft edge for the price of the edge alone. In a plane
// (FLAT) nothing lies in front of it.

in vec2 fringe;
flat in vec2 inwards;

#ifdef TINT
uniform vec3 tint;  // the one colour of all of it
#endif
uniform sampler2D layer;
uniform sampler2D layer_depth;
uniform sampler2D solid_depth;
uniform int over_solid;
uniform vec2 size;
uniform vec2 origin;
uniform vec2 corner_of_canvas;
uniform float opacity;

layout(location = 0) out vec4 result;

void main() {
    ivec2 p = ivec2(gl_FragCoord.xy - corner_of_canvas - origin), last = ivec2(size) - 1;
    p = clamp(p, ivec2(0), last);
#ifdef TINT
    vec4 color = vec4(tint, 1.0);
#else
    vec4 color = texelFetch(layer, clamp(p + ivec2(inwards), ivec2(0), last), 0);
#endif
    float shown = clamp(1.0 - fringe.x, 0.0, 1.0);
#ifndef FLAT
    float nearest = texelFetch(layer_depth, p, 0).r;
    if (over_solid != 0) nearest = min(nearest, texelFetch(solid_depth, p, 0).r);
    if (nearest < fringe.y - 1e-4) shown = 0.0;
#endif
    result = color * (shown * opacity);
}
