// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

// The macro inflateInit2 passes the library's version and the size of the struct it was built with.
static inline int tragwerk_inflate_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
