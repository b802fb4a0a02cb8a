// SPDX-License-Identifier: Apache-2.0
#include <interfaces/highs_c_api.h>
