// Colour by value (VALUED) or by ink, lit softly from over the viewer's shoulder (LIT); the formula is viz/light.h's.

uniform sampler2D ramp;
uniform vec3 ink;
uniform vec3 toward_light;
uniform vec3 half_way;
uniform vec3 eye;
uniform vec4 light;  // ambient, diffuse, gleam, gleam power

vec3 surface_color(vec3 normal, float value) {
#ifdef VALUED
    vec3 color = textureLod(ramp, vec2((value * 255.0 + 0.5) / 256.0, 0.5), 0.0).rgb;
#else
    vec3 color = ink;
#endif
#ifdef LIT
    vec3 n = normal * inversesqrt(max(dot(normal, normal), 1e-20));
    if (dot(n, eye) < 0.0) n = -n;
    float brightness = light.x + light.y * max(0.0, dot(n, toward_light));
    float gleam = light.z * pow(max(0.0, dot(n, half_way)), light.w);
    color = clamp(color * brightness + gleam, 0.0, 1.0);
#endif
    return color;
}
