#version 330 core
// Flat colour, fading over the rim.

flat in vec3 color;
in float alpha;

layout(location = 0) out vec4 result;

void main() { result = vec4(color * alpha, alpha); }
