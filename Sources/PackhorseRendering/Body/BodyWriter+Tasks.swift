import PackhorseCore

extension BodyWriter {
  mutating func enterTaskList(start: Int?) {
    html.openBlock(start == nil ? "<ul class=\"" : "<ol class=\"")
    html.out.write(isChecklist ? "tasks" : "task-list")
    if let start, start != 1 {
      html.out.write("\" start=\"")
      html.out.write(start)
    }
    html.out.write("\">\n")
  }

  /// A task's mark stands in its first line, so inside its first paragraph where it has one.
  mutating func enterTask(_ index: Int, isDone: Bool) {
    html.openBlock("<li>")
    if index + 1 < document.nodes[index].end, case .paragraph(isTight: false) = document.nodes[index + 1].kind
    {
      return
    }
    writeMark(isDone: isDone)
  }

  /// The paragraph that begins a task.
  mutating func enterFirstParagraph(ofTask index: Int) {
    guard case .item(let isDone?) = document.nodes[index].kind else { return }
    html.openBlock("<p>")
    writeMark(isDone: isDone)
  }

  func isTask(_ index: Int) -> Bool {
    guard document.nodes.indices.contains(index), case .item(.some) = document.nodes[index].kind else {
      return false
    }
    return true
  }

  /// A task outside a checklist says in words whether it is done; inside one it has a box to tick on paper.
  private mutating func writeMark(isDone: Bool) {
    if isChecklist {
      html.out.write("<span class=\"box\" aria-hidden=\"true\"></span> ")
      return
    }
    html.out.write(isDone ? "<span class=\"mark mark-done\">" : "<span class=\"mark mark-open\">")
    html.out.write(words, isDone ? "block.task.done" : "block.task.open")
    html.out.write("</span> ")
  }

  /// True where a list's first item has a task mark.
  func hasTasks(_ list: Int) -> Bool {
    list + 1 < document.nodes[list].end && isTask(list + 1)
  }
}
