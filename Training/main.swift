// SPDX-License-Identifier: Apache-2.0

print("Nothing to train yet.")
