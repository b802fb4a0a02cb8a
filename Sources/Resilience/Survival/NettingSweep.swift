// SPDX-License-Identifier: Apache-2.0
import HeapModule

/// Follows all netted needs at once as the window grows from 0, event by event, exactly.
///
/// Between events every need grows at a constant rate. An event is a stock that runs out, from when
/// on its pair's source must run, or a flow that outgrows a capacity asked about. One sweep answers
/// any number of questions "until when does this flow stay within that capacity?", so that all
/// single outages of a chain cost about as much as one. Time in proportion to events × what a
/// change of rate reaches upstream, times a logarithm; no step size, no bisection.
struct NettingSweep {
  struct Query {
    let element: Int
    /// Per day.
    let capacity: Double
  }

  /// A flow this little above a capacity, relatively, still fits: rates are sums of rounded numbers.
  private static let slack = 1e-10

  private struct Event: Comparable {
    let time: Double
    /// Pairs first, then elements: ties are settled the same way on every run.
    let subject: Int
    let stamp: Int

    static func < (a: Event, b: Event) -> Bool {
      (a.time, a.subject) < (b.time, b.subject)
    }
  }

  private struct Dirty: Comparable {
    let order: Int
    let pair: Int
    static func < (a: Dirty, b: Dirty) -> Bool { (a.order, a.pair) < (b.order, b.pair) }
  }

  private let model: NettingModel
  private let stock: [Double]
  // Pairs: gross requirement so far, its rate, and when it was last brought up to date.
  private var gross: [Double]
  private var rate: [Double]
  private var updated: [Double]
  private var isActive: [Bool]
  private var pending: [Double]
  private var pairStamp: [Int]
  // Elements: flow so far, its rate, and when it was last brought up to date.
  private var flow: [Double]
  private var flowRate: [Double]
  private var flowUpdated: [Double]
  private var elementStamp: [Int]
  private var dirty = Heap<Dirty>()
  private var events = Heap<Event>()
  /// Queries of each element, ascending by capacity, and how many have been answered.
  private var queue: [[(capacity: Double, query: Int)]]
  private var answered: [Int]
  private var times: [Double]

  /// When each query's flow outgrows its capacity: days, `horizon` where it does not before.
  ///
  /// - Parameters:
  ///   - stock: what lies at each pair at the start.
  ///   - parts: which parts of the network to follow; queries about others get `horizon`.
  static func times(
    _ queries: [Query], _ model: NettingModel, stock: [Double], parts: Set<Int>? = nil,
    horizon: Double
  ) -> [Double] {
    var sweep = NettingSweep(queries, model, stock, horizon)
    return sweep.run(parts, horizon)
  }

  private init(
    _ queries: [Query], _ model: NettingModel, _ stock: [Double], _ horizon: Double
  ) {
    self.model = model
    self.stock = stock
    let pairs = stock.count
    gross = Array(repeating: 0, count: pairs)
    rate = gross
    updated = gross
    pending = gross
    isActive = stock.map { $0 <= 0 }
    pairStamp = Array(repeating: 0, count: pairs)
    flow = Array(repeating: 0, count: model.elements.count)
    flowRate = flow
    flowUpdated = flow
    elementStamp = Array(repeating: 0, count: flow.count)
    answered = elementStamp
    queue = Array(repeating: [], count: flow.count)
    for (number, query) in queries.enumerated() {
      queue[query.element].append((query.capacity, number))
    }
    for element in queue.indices where queue[element].count > 1 {
      queue[element].sort { ($0.capacity, $0.query) < ($1.capacity, $1.query) }
    }
    times = Array(repeating: horizon, count: queries.count)
  }

  private mutating func run(_ parts: Set<Int>?, _ horizon: Double) -> [Double] {
    let needed = model.needed
    for pair in needed.pairs where needed.demandRate[pair] > 0 {
      let part = needed.part[pair]
      if model.isNetted[part], parts?.contains(part) ?? true {
        require(pair, needed.demandRate[pair])
      }
    }
    settle(at: 0)
    while let event = events.popMin(), event.time < horizon {
      if event.subject < gross.count {
        if pairStamp[event.subject] == event.stamp { runOut(event.subject, event.time) }
      } else {
        let element = event.subject - gross.count
        if elementStamp[element] == event.stamp { answer(element, event.time) }
      }
      settle(at: event.time)
    }
    return times
  }

  private mutating func require(_ pair: Int, _ change: Double) {
    if pending[pair] == 0 { dirty.insert(Dirty(order: model.order[pair], pair: pair)) }
    pending[pair] += change
  }

  /// Passes changed rates upstream, users before what they use, so that each pair is met once.
  private mutating func settle(at time: Double) {
    while let next = dirty.popMin() {
      let pair = next.pair
      let change = pending[pair]
      pending[pair] = 0
      gross[pair] += rate[pair] * (time - updated[pair])
      updated[pair] = time
      rate[pair] += change
      if isActive[pair] {
        draw(pair, change, time)
      } else {
        pairStamp[pair] += 1
        let left = max(0, stock[pair] - gross[pair])
        events.insert(
          Event(time: time + left / rate[pair], subject: pair, stamp: pairStamp[pair]))
      }
    }
  }

  private mutating func runOut(_ pair: Int, _ time: Double) {
    gross[pair] = stock[pair]
    updated[pair] = time
    isActive[pair] = true
    draw(pair, rate[pair], time)
  }

  /// The pair's source must bring `change` more per day.
  private mutating func draw(_ pair: Int, _ change: Double, _ time: Double) {
    let element = model.sourceElement[pair]
    let flowChange = change / model.sourceYield[pair]
    raise(element, flowChange, time)
    for share in model.elements[element].shares {
      raise(share.element, flowChange * share.use, time)
    }
    for input in model.elements[element].inputs {
      require(input.pair, flowChange * input.quantity)
    }
  }

  private mutating func raise(_ element: Int, _ change: Double, _ time: Double) {
    flow[element] += flowRate[element] * (time - flowUpdated[element])
    flowUpdated[element] = time
    flowRate[element] += change
    schedule(element, time)
  }

  /// The flow meets the line `capacity × t` where it has caught up with it from below.
  private mutating func schedule(_ element: Int, _ time: Double) {
    guard answered[element] < queue[element].count else { return }
    elementStamp[element] += 1
    let capacity = queue[element][answered[element]].capacity
    let (rate, flow) = (flowRate[element], flow[element])
    guard rate > capacity * (1 + Self.slack), rate > 0 else { return }
    let meets = (rate * flowUpdated[element] - flow) / (rate - capacity)
    events.insert(
      Event(
        time: max(time, meets), subject: element + gross.count, stamp: elementStamp[element]))
  }

  private mutating func answer(_ element: Int, _ time: Double) {
    times[queue[element][answered[element]].query] = time
    answered[element] += 1
    schedule(element, time)
  }
}
