import PackhorseCore

extension Diagnostic {
  /// A link in the site folder that is not followed.
  static func link(_ path: String, _ problem: SiteFolder.LinkProblem) -> Diagnostic {
    switch problem {
    case .leavesSite:
      leavesSite(path, "Link leads out of the site folder")
    case .refused(let error):
      leavesSite(path, "Link cannot be followed: \(error.reason)")
    case .leadsToPrivate:
      intoPrivate(path, "Link leads into private/")
    case .leadsToHidden:
      intoPrivate(path, "Link leads to a hidden file")
    case .changesExtension:
      intoPrivate(path, "Link has another file extension than the file it leads to")
    }
  }

  static func circle(_ path: String) -> Diagnostic {
    leavesSite(path, "Link leads back to a folder that it lies in")
  }

  static func tooManyLinks(_ path: String) -> Diagnostic {
    leavesSite(
      path, "Link is not followed: the site has more than \(SiteReading.mostFolderLinks) links to folders")
  }

  private static func leavesSite(_ path: String, _ summary: String) -> Diagnostic {
    Diagnostic(
      .error, "symlink-leaves-site", summary, at: .file(path),
      because:
        "A build reads the site folder and nothing else, so that nothing else can be published by mistake.",
      suggestion: "put the file itself in its place")
  }

  private static func intoPrivate(_ path: String, _ summary: String) -> Diagnostic {
    Diagnostic(
      .error, "symlink-to-private", summary, at: .file(path),
      because: "Records about people could be published under another name.",
      suggestion: "put a file that may be published in its place")
  }
}
