import ReferenceLibrary

public struct Recognition: Sendable {
  public enum Basis: Sendable { case named, reference, hint }
  public var componentClass: String?
  public var material: String?
  public var words: [String] = []
  public var basis: Basis = .hint
}
public struct PartRecogniser: Sendable {
  let l: ReferenceLibrary
  public init(_ library: ReferenceLibrary) { l = library }
  public func recognise(_ line: PartsListLine) -> Recognition {
    Recognition(
      componentClass: line.classHint.isEmpty ? nil : line.classHint,
      material: line.materialHint.split(separator: " ").first.map {
        $0 == "titanium" ? "titanium_metal" : String($0)
      })
  }
}
