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

  /// A task outside a checklist says in words whether it is done; inside one it has a box to tick on paper.
  mutating func enterTask(isDone: Bool) {
    html.openBlock("<li>")
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
    guard list + 1 < document.nodes[list].end, case .item(.some) = document.nodes[list + 1].kind else {
      return false
    }
    return true
  }
}
