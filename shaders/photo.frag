#version 330 core
// Pixels of a picture; they are kept multiplied by their alpha, so that none that cannot be seen bleeds into its neighbours.

in vec2 spot;

uniform sampler2D pixels;
uniform float opacity;

layout(location = 0) out vec4 result;

void main() { result = opacity * texture(pixels, spot); }
