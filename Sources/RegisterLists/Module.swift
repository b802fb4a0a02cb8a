// SPDX-License-Identifier: Apache-2.0

/// Placeholder of the module until its first type arrives in the next change.
enum RegisterListsModule {}
