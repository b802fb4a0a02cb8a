// SPDX-License-Identifier: Apache-2.0
#include "CThesaurus.h"

static const unsigned char terms[] = {
#embed "terms.ttl"
};

static const tragwerk_turtle_file files[] = {
    {"terms.ttl", terms, sizeof terms},
    {0, 0, 0},
};

const tragwerk_turtle_file *tragwerk_terms_files(void) { return files; }
