// SPDX-License-Identifier: Apache-2.0

/// Places for labels, so that none covers another or a site.
struct LabelPlaces {
  private var taken: [(x: Double, y: Double, width: Double, height: Double)] = []
  let view: MapView

  init(_ view: MapView) { self.view = view }

  mutating func block(_ point: MapPoint, _ radius: Double) {
    taken.append((point.x - radius, point.y - radius, radius * 2, radius * 2))
  }

  /// Where a label's baseline may start beside a point, and its anchor; nil where there is no room.
  mutating func place(
    beside point: MapPoint, _ radius: Double, width: Double
  ) -> (x: Double, y: Double, anchor: String)? {
    let height = 13.0
    let offset = radius + 4
    let candidates: [(dx: Double, dy: Double, anchor: String)] = [
      (offset, 4, "start"), (-offset, 4, "end"), (0, -offset, "middle"), (0, offset + 9, "middle"),
    ]
    for candidate in candidates {
      let x = point.x + candidate.dx
      let y = point.y + candidate.dy
      let left =
        candidate.anchor == "start" ? x : candidate.anchor == "end" ? x - width : x - width / 2
      let box = (x: left, y: y - 10, width: width, height: height)
      let isInside =
        box.x > 2 && box.x + width < view.width - 2 && box.y > 2 && box.y + height < view.height - 2
      let isFree = taken.allSatisfy {
        box.x > $0.x + $0.width || box.x + box.width < $0.x || box.y > $0.y + $0.height
          || box.y + box.height < $0.y
      }
      if isInside && isFree {
        taken.append(box)
        return (x, y, candidate.anchor)
      }
    }
    return nil
  }
}
