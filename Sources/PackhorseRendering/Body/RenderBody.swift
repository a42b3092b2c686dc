package import PackhorseCore

/// A page's text as markup, and its reference list apart from it.
package struct RenderedBody: Sendable {
  package var html: HTML
  /// `<section class="references" id="references">`, or nothing where the page cites nothing.
  package var references: HTML

  package init(html: HTML, references: HTML) {
    self.html = html
    self.references = references
  }
}

/// A page's text as HTML, with every link, word, figure and citation in its place.
///
/// `date` is the day of the build, by which a group's details count as checked too long ago.
package func renderBody(
  _ document: Document, for page: ResolvedPage, in site: EvidencedSite, date: CalendarDate
) -> RenderedBody {
  let setting = PageSetting(page: page, site: site, date: date)
  var writer = BodyWriter(document, words: site.publication.words, setting: setting)
  writer.write(0..<document.nodes.count)
  let references = renderReferences(
    keys: page.bindings.citations, timesCited: writer.citations.times, in: site.publication)
  return RenderedBody(html: writer.html.out.html, references: references)
}

/// A text as HTML without a site around it.
///
/// Citations are their keys, terms and words their text, and what needs a site's data a plain note. Raw HTML is dropped.
package func renderFragment(_ document: Document, words: Words) -> [UInt8] {
  var writer = BodyWriter(document, words: words, setting: nil)
  writer.write(0..<document.nodes.count)
  return writer.html.out.bytes
}

/// What surrounds a page's text; one reference, since every link asks for it.
final class PageSetting: Sendable {
  let page: ResolvedPage
  let site: EvidencedSite
  let date: CalendarDate

  init(page: ResolvedPage, site: EvidencedSite, date: CalendarDate) {
    self.page = page
    self.site = site
    self.date = date
  }

  var publication: Publication {
    // A copy would count a reference to each of its many values.
    _read { yield site.publication }
  }
}
