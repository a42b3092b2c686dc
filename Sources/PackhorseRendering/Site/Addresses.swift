import PackhorseCore

extension Address {
  static let styleSheet = Address("assets/packhorse.css")
  /// What pages with the script need besides.
  static let trainingStyleSheet = Address("assets/packhorse-training.css")
  /// What pages with forms, cards or text to copy need besides.
  static let paperStyleSheet = Address("assets/packhorse-paper.css")
  static let script = Address("assets/packhorse.js")
  static let icon = Address("assets/icon.svg")
}
