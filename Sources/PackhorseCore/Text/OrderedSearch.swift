extension RandomAccessCollection where Index == Int {
  /// Where in a list that is in the order of a value of its items the one with this value stands.
  package func place<Value: Comparable>(of value: Value, by property: (Element) -> Value) -> Int? {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if property(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && property(self[low]) == value ? low : nil
  }
}
