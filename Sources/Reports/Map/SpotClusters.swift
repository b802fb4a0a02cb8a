// SPDX-License-Identifier: Apache-2.0

/// Sites put together where they would cover each other.
struct SpotClusters {
  struct Cluster {
    var point: MapPoint
    /// Positions in the scene's list.
    var spots: [Int]
    var criticalDays: Double?

    var radius: Double {
      spots.count == 1 ? 4.5 : min(20, 6 + 2.2 * Double(spots.count - 1).squareRoot())
    }
  }

  let clusters: [Cluster]
  /// By position of the spot; nil where it is not in view.
  let clusterOf: [Int?]

  init(_ scene: MapScene, _ view: MapView, distance: Double = 13) {
    var clusters: [Cluster] = []
    var clusterOf: [Int?] = Array(repeating: nil, count: scene.spots.count)
    for (at, spot) in scene.spots.enumerated() {
      let point = view.point(spot.place)
      guard view.shows(point) else { continue }
      let near = clusters.indices.min {
        clusters[$0].point.square(to: point) < clusters[$1].point.square(to: point)
      }
      if let near, clusters[near].point.square(to: point) < distance * distance {
        let count = Double(clusters[near].spots.count)
        let old = clusters[near].point
        clusters[near].point = MapPoint(
          x: (old.x * count + point.x) / (count + 1), y: (old.y * count + point.y) / (count + 1))
        clusters[near].spots.append(at)
        clusters[near].criticalDays = Self.least(clusters[near].criticalDays, spot.criticalDays)
        clusterOf[at] = near
      } else {
        clusterOf[at] = clusters.count
        clusters.append(Cluster(point: point, spots: [at], criticalDays: spot.criticalDays))
      }
    }
    (self.clusters, self.clusterOf) = Self.merged(clusters, clusterOf)
  }

  /// Puts together what covers each other now that the circles have grown.
  private static func merged(_ clusters: [Cluster], _ clusterOf: [Int?]) -> ([Cluster], [Int?]) {
    var clusters = clusters
    while let (first, second) = touching(clusters) {
      let (a, b) = (clusters[first], clusters[second])
      let (m, n) = (Double(a.spots.count), Double(b.spots.count))
      clusters[first].point = MapPoint(
        x: (a.point.x * m + b.point.x * n) / (m + n), y: (a.point.y * m + b.point.y * n) / (m + n))
      clusters[first].spots = (a.spots + b.spots).sorted()
      clusters[first].criticalDays = least(a.criticalDays, b.criticalDays)
      clusters.remove(at: second)
    }
    var clusterOf = clusterOf
    for (at, cluster) in clusters.enumerated() {
      for spot in cluster.spots { clusterOf[spot] = at }
    }
    return (clusters, clusterOf)
  }

  private static func touching(_ clusters: [Cluster]) -> (Int, Int)? {
    for second in clusters.indices.dropFirst() {
      for first in 0..<second {
        let reach = clusters[first].radius + clusters[second].radius
        if clusters[first].point.square(to: clusters[second].point) < reach * reach {
          return (first, second)
        }
      }
    }
    return nil
  }

  private static func least(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }
}

extension MapPoint {
  func square(to other: MapPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
