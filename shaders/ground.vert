#version 330 core
// A rectangle with rounded corners, under words.

uniform vec4 area;    // in pixels of the canvas: left, bottom, right, top
uniform vec2 canvas;

void main() {
    vec2 p = vec2((gl_VertexID & 1) != 0 ? area.z + 1.0 : area.x - 1.0, (gl_VertexID & 2) != 0 ? area.w + 1.0 : area.y - 1.0);
    gl_Position = vec4(2.0 * p / canvas - 1.0, 0.0, 1.0);
}
