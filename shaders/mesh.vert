#version 330 core
// A vertex of a surface: where it is, its normal in the box's axes, and its value for the colour ramp.

layout(location = 0) in vec3 at;
layout(location = 1) in vec3 normal;
layout(location = 2) in float value;

uniform mat4 to_clip;

out vec3 facing;
out float height;

void main() {
    facing = normal;
    height = value;
    gl_Position = to_clip * vec4(at, 1.0);
}
