import PackhorseCore

extension Address {
  static let styleSheet = Address("assets/packhorse.css")
  static let icon = Address("assets/icon.svg")
}
