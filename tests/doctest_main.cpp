// The main function of every doctest program here.
// Run a program with -tc="name*" for some of its cases, or through ctest for all of them.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
