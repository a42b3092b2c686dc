// What a reader answered on the pages that a pathway or a list of modules names.

/** The path of a page of this site from its root, as its entries are named. */
function pathOf(link) {
  const climbs = panel.dataset.page.split("/").length - 1;
  const root = new URL("../".repeat(climbs) || "./", location.href).href;
  const [address] = link.href.split("#");
  return address.startsWith(root) ? decodeURIComponent(address.slice(root.length)) : "";
}

function startProgress() {
  const links = [...document.querySelectorAll(".path h3 a, .page-list .listing a")];
  const all = { right: 0, total: 0 };
  for (const link of links) {
    const [, right, total] = /^(\d+) (\d+)$/.exec(read(pathOf(link)).get("progress") ?? "") ?? [];
    if (!total) continue;
    link.parentElement.after(make("p", { className: "progress" }, say("progressPage", { right, total })));
    all.right += Number(right);
    all.total += Number(total);
  }
  if (all.total > 0) panel.before(make("p", { className: "progress" }, say("progressAll", all)));
}
