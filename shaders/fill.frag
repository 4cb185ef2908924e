#version 330 core
// Flat colour, fading over the rim; behind a surface it is not seen.
#ifdef HIDING
#include "hidden.glsl"
#endif

flat in vec3 color;
in float alpha;
in vec2 depth;

uniform vec2 corner_of_canvas;

layout(location = 0) out vec4 result;

void main() {
    float a = alpha;
#ifdef HIDING
    vec2 p = gl_FragCoord.xy - corner_of_canvas;
    a *= (1.0 - hidden_by_solid(p, depth.x, depth.y)) * left_by_sheet(p, depth.x, depth.y);
#endif
    result = vec4(color * a, a);
}
