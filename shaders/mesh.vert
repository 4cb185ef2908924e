#version 330 core
// A vertex of a surface: where it is, its normal in the box's axes, and its value for the colour ramp.
// A fine mesh (FINE) is coloured here: its triangles are a few pixels large, so there are far fewer vertices than fragments.
#ifdef FINE
#include "surface_color.glsl"
#endif

layout(location = 0) in vec3 at;
layout(location = 1) in vec3 normal;
layout(location = 2) in float value;

uniform mat4 to_clip;

#ifdef FINE
out vec3 color;
#else
out vec3 facing;
out float height;
#endif

void main() {
#ifdef FINE
    color = surface_color(normal, value);
#else
    facing = normal;
    height = value;
#endif
    gl_Position = to_clip * vec4(at, 1.0);
}
