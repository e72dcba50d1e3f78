// SPDX-License-Identifier: Apache-2.0
// A program that does nothing but load GDAL: what every program linked with it pays before its first line.
#include <cpl_conv.h>

int main() { return CPLGetConfigOption("YAQUT_NEVER_SET", nullptr) == nullptr ? 0 : 1; }
