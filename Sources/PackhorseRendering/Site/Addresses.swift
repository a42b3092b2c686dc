import PackhorseCore

extension Address {
  static let styleSheet = Address("assets/packhorse.css")
  /// What pages with the script need besides.
  static let trainingStyleSheet = Address("assets/packhorse-training.css")
  static let script = Address("assets/packhorse.js")
  static let icon = Address("assets/icon.svg")
}
