#version 330 core
// A coarse mesh is coloured and lit at every pixel, a fine one at its vertices.

uniform float opacity;

layout(location = 0) out vec4 result;

#ifdef FINE

in vec3 color;

void main() { result = vec4(color, 1.0) * opacity; }

#else

#include "surface_color.glsl"

in vec3 facing;
in float height;

void main() { result = vec4(surface_color(facing, height), 1.0) * opacity; }

#endif
