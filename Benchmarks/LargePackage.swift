// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A valid package of any size in a temporary folder, the same on every run.
enum LargePackage {
  static func write(links: Int, sites: Int) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tragwerk-benchmark-\(links)-\(sites)")
    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("done").path) {
      return folder
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func save(_ name: String, _ header: String, _ rows: [String]) throws {
      let text = header + "\n" + rows.joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try save("sites.csv", "site,country", (0..<sites).map { "site-\($0),DE" })
    try save("materials.csv", "material,unit", (0..<1000).map { "material-\($0),t" })
    try save(
      "demands.csv", "demand,site,material,per_day,value_per_unit", ["d,site-0,material-0,1,1"])
    try save(
      "links.csv", "link,from_site,to_site,material,mode,per_day,lead_days,cost_per_unit,passages",
      (0..<links).map { link in
        let from = (link * 7919 + 13) % sites
        let to = link % sites
        return
          "link-\(link),site-\(from),site-\(to),material-\(link % 1000),road,\(link % 90 + 1).5,\(link % 9),0.25,\(link % 5 == 0 ? "suez;gibraltar" : "")"
      })
    let resources = ["sites", "materials", "demands", "links"].map {
      "{\"name\":\"\($0)\",\"path\":\"\($0).csv\"}"
    }
    try Data("{\"name\":\"large\",\"resources\":[\(resources.joined(separator: ","))]}".utf8).write(
      to: folder.appendingPathComponent("datapackage.json"))
    try Data().write(to: folder.appendingPathComponent("done"))
    return folder
  }
}
