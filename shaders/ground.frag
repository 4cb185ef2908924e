#version 330 core
// Distance to the rounded rectangle's edge; soft by one pixel.

uniform vec4 area;
uniform float radius;
uniform vec4 color;
uniform vec2 corner_of_canvas;

layout(location = 0) out vec4 result;

void main() {
    vec2 p = gl_FragCoord.xy - corner_of_canvas - 0.5 * (area.xy + area.zw);
    vec2 q = abs(p) - 0.5 * (area.zw - area.xy) + radius;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
    float a = color.a * clamp(0.5 - d, 0.0, 1.0);
    if (a <= 0.0) discard;
    result = vec4(color.rgb * a, a);
}
