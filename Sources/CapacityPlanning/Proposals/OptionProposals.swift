// SPDX-License-Identifier: Apache-2.0
import FlowNetworks
import ValueChains

/// Options that follow from the chain itself: a second shift, a second source, a parallel route.
///
/// They are starting points to be edited, not findings about a company: every figure is an
/// assumption with its range and its basis in the table of provenance, and every proposal asks for
/// the true figures. Only what a demand rests on gets one. The result is the same on every run, and
/// a chain that has its proposals gets no more.
public enum OptionProposals {
  /// The chain with its proposals added: rows of options, of the supplies and links they need, of
  /// provenance and of questions.
  ///
  /// - Parameter chain: without errors in its findings.
  public static func proposed(
    for chain: ValueChain, assumptions: ProposalAssumptions = ProposalAssumptions()
  ) -> ValueChain {
    let network = FlowNetwork(chain)
    let needed = NeededElements(network)
    var additions = ChainAdditions(chain, assumptions.language)
    SecondShifts(network, needed, assumptions).add(to: &additions)
    SecondSources(network, needed, assumptions).add(to: &additions)
    ParallelRoutes(network, needed, assumptions).add(to: &additions)
    return additions.chain
  }
}

extension ValueChain {
  /// The targets of all options of a kind.
  func targets(ofOptions kind: String) -> Set<String> {
    let options = self[.options]
    return Set(
      (0..<options.count).filter { options.text(.kind, $0).lowercased() == kind }.map {
        options.text(.target, $0)
      })
  }
}
