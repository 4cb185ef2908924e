#version 330 core
// A letter: a rectangle on whole pixels, cut from the atlas.

layout(location = 0) in vec4 box;    // left, bottom, width, height in pixels of the canvas
layout(location = 1) in vec2 from;   // upper left corner in the atlas, in its pixels
layout(location = 2) in vec4 ink;    // with opacity

uniform vec2 canvas;

out vec2 spot;
flat out vec4 color;

void main() {
    vec2 part = vec2((gl_VertexID & 1) != 0 ? 1.0 : 0.0, (gl_VertexID & 2) != 0 ? 1.0 : 0.0);
    spot = from + vec2(part.x, 1.0 - part.y) * box.zw;
    color = ink;
    gl_Position = vec4(2.0 * (box.xy + part * box.zw) / canvas - 1.0, 0.0, 1.0);
}
