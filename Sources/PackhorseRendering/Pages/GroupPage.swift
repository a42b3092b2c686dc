import PackhorseCore

/// `groups/<id>.html`: a group before a first visit, with cards to hand over.
struct GroupPage: PageTemplate {
  let frame: Frame
  let group: CommunityGroup

  static let template = "pages/group"
  static let tags = TagTable<GroupPage>([
    .text("name") { $0.group.name },
    .text("description") { $0.group.description },
    .html("status") { page in page.written { $0.writeStatus(of: page.group) } },
    .html("details") { GroupDetails(in: $0.frame.publication).list(of: $0.group) },
    .html("checked") { page in page.written { $0.writeChecked(page.group) } },
    .html("others") { $0.others },
    .html("cards") {
      GroupCards(group: $0.group, publication: $0.frame.publication, date: $0.frame.date).html
    },
    .url("directory") { SafeURL(from: $0.address, to: .groups) },
    .url("link-worker-page") { page in
      page.frame.publication.settings.has(.linkWorker) ? SafeURL(from: page.address, to: .linkWorker) : nil
    },
    .text("link-worker") { $0.frame.publication.linkWorkerWord },
  ])

  private var address: Address { .group(group.id.value) }

  private func written(_ write: (inout GroupWriter) -> Void) -> HTML {
    var writer = GroupWriter(publication: frame.publication, at: address, date: frame.date)
    write(&writer)
    return writer.out.html
  }

  /// Groups of the same kind and for the same people, as entries of a list.
  private var others: HTML {
    let near = group.area.flatMap { frame.localGroups[$0.value] } ?? []
    let others = (frame.publication.groups + near).filter {
      $0.isListed && $0.activity == group.activity && $0.id.value != group.id.value
    }
    var writer = ByteWriter(capacity: 128 * others.count)
    for other in others {
      writer.write("<li>")
      writer.writeLink(from: address, to: .group(other.id.value), other.name)
      writer.write("</li>\n")
    }
    return writer.html
  }
}
