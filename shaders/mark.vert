#version 330 core
// A mark on a point: a square just larger than the mark and its paper rim. Whether it is hidden is asked once, at its middle.
#include "style.glsl"
#ifdef HIDING
#include "hidden.glsl"
#endif

layout(location = 0) in vec3 at;
layout(location = 1) in vec2 pen;  // diameter in points, opacity
layout(location = 2) in uint style;

uniform float see_through_opacity;
uniform float rim_points, rim_share;
uniform float farthest[8];  // how far each mark reaches from its middle, of diameter 1
uniform vec4 marks_in;  // left, bottom, right, top in pixels: a mark whose middle is not there is not drawn

flat out vec3 color;
flat out vec2 middle;
flat out vec2 extent;  // diameter in pixels, opacity
flat out int mark;

void main() {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    vec4 clip = to_clip * vec4(at, 1.0);
    if (clip.z + clip.w <= 0.0) return;
    vec3 p = on_screen(clip);
    if (any(lessThan(p.xy, marks_in.xy)) || any(greaterThan(p.xy, marks_in.zw))) return;
    float opacity = pen.y;
#ifdef HIDING
    if (depth_of(style) != 2) {
        float kept = depth_of(style) == 1 ? see_through_opacity : 0.0;
        vec2 hidden = hidden_at(p.xy, p.z, clip.w);
        opacity *= mix(1.0, kept, hidden.x) * hidden.y;
    }
#endif
    if (opacity <= 0.0) return;
    color = inks[ink_of(style)];
    middle = p.xy;
    extent = vec2(pen.x * scale, opacity);
    mark = mark_of(style);
    float reach = farthest[mark] * extent.x + min(rim_points * scale, rim_share * extent.x) + 0.5;
    vec2 corner = vec2((gl_VertexID & 1) != 0 ? reach : -reach, (gl_VertexID & 2) != 0 ? reach : -reach);
    gl_Position = position_of(p.xy + corner);
}
