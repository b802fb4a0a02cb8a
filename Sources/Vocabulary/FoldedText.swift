// SPDX-License-Identifier: Apache-2.0

/// Namespace for turning what people write into what is compared.
public enum FoldedText {}
