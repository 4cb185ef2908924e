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
    vec2 hidden = hidden_at(gl_FragCoord.xy - corner_of_canvas, depth.x, depth.y);
    a *= (1.0 - hidden.x) * hidden.y;
#endif
    result = vec4(color * a, a);
}
