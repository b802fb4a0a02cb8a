// SPDX-License-Identifier: Apache-2.0
import Foundation
import Localization
import Testing

@testable import Reports

@Suite struct MapTests {
  @Test func readsOutlines() {
    let outlines = CountryOutline.read(
      Array(
        "country,outline\nAAA,0 0 1 0 1 1\nBBB,0 0 1 0\nAAA,5 5 6 5 6 6 5 5\nCCC,x 0 1 0 1 1\n".utf8
      ))
    #expect(outlines.map(\.country) == ["AAA"])
    #expect(outlines.first?.rings.map(\.count) == [3, 4])
    #expect(CountryOutline.read(contentsOf: "/nowhere").isEmpty)
  }

  @Test func greatCirclesHaveBothEndsAndTheNorth() {
    let start = Coordinate(longitude: 0, latitude: 50)
    let end = Coordinate(longitude: 90, latitude: 50)
    let way = start.greatCircle(to: end)
    #expect(way.count > 10)
    #expect(abs(way[0].latitude - 50) < 1e-9 && abs(way[way.count - 1].longitude - 90) < 1e-9)
    #expect((way.map(\.latitude).max() ?? 0) > 55)
    #expect(start.greatCircle(to: start).count == 2)
  }

  @Test(arguments: [
    Projection.world,
    .around([
      Coordinate(longitude: 6, latitude: 47), Coordinate(longitude: 15, latitude: 55),
    ]),
  ])
  func northIsUpAndEastIsRight(_ projection: Projection) {
    let middle = projection.point(Coordinate(longitude: 10, latitude: 51))
    #expect(projection.point(Coordinate(longitude: 10, latitude: 53)).y < middle.y)
    #expect(projection.point(Coordinate(longitude: 13, latitude: 51)).x > middle.x)
  }

  @Test func onePlaceAloneHasAMap() {
    let place = Coordinate(longitude: 10, latitude: 51)
    let view = MapView(.around([place]), fitting: [place])
    let point = view.point(place)
    #expect(abs(point.x - view.width / 2) < 1 && abs(point.y - view.height / 2) < 1)
    #expect(view.height > 300)
  }

  @Test func seaWaysGoThroughTheirPassages() {
    let ningbo = Coordinate(longitude: 121.9, latitude: 29.9)
    let hamburg = Coordinate(longitude: 9.9, latitude: 53.5)
    let course = SeaRoute.course(
      from: ningbo, to: hamburg, passages: ["gibraltar", "suez", "babalmandab", "malacca"])
    let suez = course.firstIndex { abs($0.longitude - 32.8) < 0.1 }
    let malacca = course.firstIndex { abs($0.longitude - 100.2) < 0.1 }
    #expect(try! #require(malacca) < #require(suez))
    #expect(course.first == ningbo && course.last == hamburg)
  }

  @Test func farFlungChainsGetTwoMaps() async throws {
    let assessment = try await ReportSamples.assess(ReportSamples.small())
    let context = ReportContext(assessment, .german)
    #expect(Maps(context, ReportSamples.square).pictures().map(\.id) == ["picture-world"])
    let near = ReportContext(
      try await ReportSamples.assess(ReportSamples.small(isFarFlung: false)), .german)
    #expect(Maps(near, ReportSamples.square).pictures().map(\.id) == ["picture-map"])
    let chain = ReportSamples.small(hasPlaces: false)
    let placeless = ReportContext(try await ReportSamples.assess(chain), .german)
    #expect(Maps(placeless, []).pictures().isEmpty)
  }
}
