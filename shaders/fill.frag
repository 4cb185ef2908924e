#version 330 core
// Flat colour, fading over the rim; behind a surface it is not seen.
#include "hidden.glsl"

flat in vec3 color;
in float alpha;
in vec2 depth;

uniform vec2 corner_of_canvas;

layout(location = 0) out vec4 result;

void main() {
    vec2 p = gl_FragCoord.xy - corner_of_canvas;
    float a = alpha * (1.0 - hidden_by_solid(p, depth.x, depth.y)) * left_by_sheet(p, depth.x, depth.y);
    result = vec4(color * a, a);
}
