#version 330 core
// A corner of a picture spread over a parallelogram: the unit square, its upper edge the picture's first row.

uniform mat4 to_clip;  // from the unit square to the clip space of the panel
uniform vec4 place;    // of the panel, in pixels: left, bottom, width, height
uniform vec2 canvas;   // its size in pixels

out vec2 spot;

void main() {
    vec2 part = vec2((gl_VertexID & 1) != 0 ? 1.0 : 0.0, (gl_VertexID & 2) != 0 ? 1.0 : 0.0);
    spot = vec2(part.x, 1.0 - part.y);
    vec2 clip = (to_clip * vec4(part, 0.0, 1.0)).xy;  // a flat panel has no perspective
    gl_Position = vec4(2.0 * (place.xy + (0.5 + 0.5 * clip) * place.zw) / canvas - 1.0, 0.0, 1.0);
}
