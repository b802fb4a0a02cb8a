// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stddef.h>

// A Turtle file compiled into the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} tragwerk_turtle_file;

// The terms, the capabilities, the words of procurement; each table ends with a file without a name.
const tragwerk_turtle_file *tragwerk_terms_files(void);
const tragwerk_turtle_file *tragwerk_capabilities_files(void);
const tragwerk_turtle_file *tragwerk_procurement_files(void);
