// The program: everything it does is in cli.h (the command line) and window.h (the window).
// Nothing to do here.
#include "app/cli.h"

int main(int argc, char** argv) { return eigenscape::run_program(argc, argv); }
