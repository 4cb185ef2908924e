#version 330 core
// A rectangle of the canvas, for laying a drawn surface onto it.

layout(location = 0) in vec4 area;  // in pixels of the canvas: left, bottom, right, top

uniform vec2 canvas;

void main() {
    vec2 p = vec2((gl_VertexID & 1) != 0 ? area.z : area.x, (gl_VertexID & 2) != 0 ? area.w : area.y);
    gl_Position = vec4(2.0 * p / canvas - 1.0, 0.0, 1.0);
}
