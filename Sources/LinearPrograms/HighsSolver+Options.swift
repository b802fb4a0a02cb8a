// SPDX-License-Identifier: Apache-2.0
import CHighs

extension HighsSolver {
  public enum Method: Sendable {
    case automatic
    /// HiGHS's simplex, which is the dual one.
    case simplex
    /// For starting from a basis that fulfils all rows and bounds but is not yet the cheapest, as
    /// after columns were added. From scratch it was far slower than the others wherever measured.
    case primalSimplex
    /// IPX, asked for by name: `ipm` leaves HiGHS the choice among its interior point solvers.
    case interiorPoint

    fileprivate var name: String {
      switch self {
      case .automatic: "choose"
      case .simplex, .primalSimplex: "simplex"
      case .interiorPoint: "ipx"
      }
    }
  }

  /// How simplex chooses the next row or column.
  public enum Pricing: Sendable {
    /// Steepest edge as a rule: fewest iterations, each of them dearer.
    case automatic
    /// Approximate weights. On a ramp-up of 35,000 columns 0.6 times the CPU time of the default.
    case devex
  }

  public struct Options: Sendable {
    public var method = Method.automatic
    public var pricing = Pricing.automatic
    /// Whether the interior point method ends at a vertex, which has a basis to go on from.
    public var crossover = true
    /// Bounds and right-hand sides are multiplied by two to this power while solving; results are
    /// as stated. IPX measures some of what it does in absolute terms: on a ramp-up whose flows are
    /// well below one, 2^10 saved a quarter of its time, and it never cost much.
    public var boundScale: Int32 = 0
    /// Presolve helps one large solve and hinders many small changes of one program.
    public var presolve = true
    /// Seconds of wall time for one solve.
    public var timeLimit = Double.infinity
    /// Simplex iterations after which a solve stops with ``SolveStatus/iterationLimit``.
    public var iterationLimit = Int32.max
    /// Relative gap at which a program with whole columns counts as solved.
    public var relativeGap = 1e-4
    /// The same as an amount of the objective, for one that may be nearly 0.
    public var absoluteGap = 1e-6
    /// Nodes of the search tree after which the best plan found is taken, the same on every run.
    public var nodeLimit = Int32.max
    /// Devex pricing, no cost perturbation, no scaling by HiGHS. For programs whose builder scaled
    /// them and that are solved again and again from a given basis: measured on time to survive,
    /// half the iterations and a third to a tenth of the time of HiGHS's defaults.
    public var isPrescaledForResolving = false

    public init() {}

    /// Simplex without presolve, for programs scaled by their builder and changed many times.
    public static let resolving: Options = {
      var options = Options()
      options.method = .simplex
      options.presolve = false
      options.isPrescaledForResolving = true
      return options
    }()
  }

  static func set(_ options: Options, hasLog: Bool, _ highs: UnsafeMutableRawPointer) -> Bool {
    var statuses = unsafe [
      Highs_setBoolOptionValue(highs, "output_flag", hasLog ? 1 : 0),
      Highs_setBoolOptionValue(highs, "log_to_console", 0),
      Highs_setIntOptionValue(highs, "threads", 1),
      Highs_setStringOptionValue(highs, "parallel", "off"),
      Highs_setStringOptionValue(highs, "presolve", options.presolve ? "choose" : "off"),
      Highs_setStringOptionValue(highs, "solver", options.method.name),
      Highs_setStringOptionValue(highs, "run_crossover", options.crossover ? "on" : "off"),
      Highs_setDoubleOptionValue(highs, "time_limit", options.timeLimit),
      Highs_setIntOptionValue(highs, "simplex_iteration_limit", options.iterationLimit),
      Highs_setIntOptionValue(highs, "user_bound_scale", options.boundScale),
      Highs_setDoubleOptionValue(highs, "mip_rel_gap", options.relativeGap),
      Highs_setDoubleOptionValue(highs, "mip_abs_gap", options.absoluteGap),
      Highs_setIntOptionValue(highs, "mip_max_nodes", options.nodeLimit),
    ]
    if options.method == .primalSimplex {
      statuses.append(unsafe Highs_setIntOptionValue(highs, "simplex_strategy", 4))
    }
    if options.pricing == .devex || options.isPrescaledForResolving {
      statuses.append(unsafe Highs_setIntOptionValue(highs, "simplex_dual_edge_weight_strategy", 1))
    }
    if options.isPrescaledForResolving {
      statuses += unsafe [
        Highs_setIntOptionValue(highs, "simplex_scale_strategy", 0),
        Highs_setDoubleOptionValue(highs, "dual_simplex_cost_perturbation_multiplier", 0),
      ]
    }
    return !statuses.contains(kHighsStatusError)
  }
}
