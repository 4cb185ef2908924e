#version 330 core
// One pixel of fringe outside an edge where a surface ends on the screen.

layout(location = 0) in vec3 a;
layout(location = 1) in vec3 b;
layout(location = 2) in vec3 inner;
#ifdef FLAT
layout(location = 3) in vec2 values;  // at a and b
#endif

uniform mat4 to_clip;  // to the layer
uniform vec2 size;     // of the layer in pixels
uniform vec2 origin;   // of the layer on the canvas
uniform vec2 canvas;

out vec2 fringe;       // distance outwards from the edge in pixels, depth in [0, 1]
#ifdef FLAT
out float height;
#else
flat out vec2 inwards; // the step to the pixel that the surface fills
#endif

vec2 pixel(vec4 clip) { return (0.5 + 0.5 * clip.xy / clip.w) * size; }

void main() {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    vec4 clip_a = to_clip * vec4(a, 1.0), clip_b = to_clip * vec4(b, 1.0), clip_inner = to_clip * vec4(inner, 1.0);
    if (min(min(clip_a.z + clip_a.w, clip_b.z + clip_b.w), clip_inner.z + clip_inner.w) <= 0.0) return;
    vec2 A = pixel(clip_a), B = pixel(clip_b);
    if (distance(A, B) < 1e-3) return;
    vec2 along = normalize(B - A), outwards = vec2(-along.y, along.x);
    if (dot(pixel(clip_inner) - A, outwards) > 0.0) outwards = -outwards;
    bool second = (gl_VertexID & 1) != 0;
#ifdef FLAT
    const float overlap = 0.01;  // with the surface: no more than rounding asks, a translucent one is darker there
#else
    const float overlap = 0.05;
#endif
    fringe.x = (gl_VertexID & 2) != 0 ? 1.0 : -overlap;
    fringe.y = 0.5 + 0.5 * (second ? clip_b.z / clip_b.w : clip_a.z / clip_a.w);
#ifdef FLAT
    height = second ? values.y : values.x;
#else
    inwards = -sign(outwards) * step(vec2(0.383), abs(outwards));  // 0.383: the sine of an eighth of a half turn
#endif
    gl_Position = vec4(2.0 * (origin + (second ? B : A) + fringe.x * outwards) / canvas - 1.0, 0.0, 1.0);
}
