// SPDX-License-Identifier: Apache-2.0

/// One thing to do, what it rests on, and what to look at closer.
struct NextStep {
  let title: Markup
  let reason: Markup
  var details: [Markup] = []
}
