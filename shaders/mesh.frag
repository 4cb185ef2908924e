#version 330 core
// Colour by value or by ink, lit softly from over the viewer's shoulder; the formula is viz/light.h's.

in vec3 facing;
in float height;

uniform sampler2D ramp;
uniform int colored_by_value;
uniform int lit;
uniform vec3 ink;
uniform vec3 toward_light;
uniform vec3 half_way;
uniform vec3 eye;
uniform vec4 light;  // ambient, diffuse, gleam, gleam power

layout(location = 0) out vec4 result;

void main() {
    vec3 color = colored_by_value != 0 ? texture(ramp, vec2((height * 255.0 + 0.5) / 256.0, 0.5)).rgb : ink;
    if (lit != 0) {
        vec3 n = facing * inversesqrt(max(dot(facing, facing), 1e-20));
        if (dot(n, eye) < 0.0) n = -n;
        float brightness = light.x + light.y * max(0.0, dot(n, toward_light));
        float gleam = light.z * pow(max(0.0, dot(n, half_way)), light.w);
        color = clamp(color * brightness + gleam, 0.0, 1.0);
    }
    result = vec4(color, 1.0);
}
