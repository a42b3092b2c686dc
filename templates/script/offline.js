// Reading without a connection: a site on a server is kept by the browser, as a whole, from the first visit on.

function startOffline() {
  const line = document.getElementById("_offline");
  const keeper = location.protocol.startsWith("http") && window.isSecureContext ? navigator.serviceWorker : null;
  if (!line || !keeper) return;
  keeper.addEventListener("message", ({ data }) => {
    if (data.isOffline) {
      line.textContent = data.kept ? say("offlineCopy", { date: data.kept }) : say("offlineNone");
    } else if (data.isFirst) {
      line.textContent = say("offlineKept");
    } else if (data.changed?.includes(kept(location.href))) {
      line.replaceChildren(say("offlineChanged"), " ", button(say("offlineShow"), () => location.reload()));
    } else if (data.changed?.length > 0) {
      line.textContent = say("offlineRenewed");
    }
  });
  const begin = async () => {
    const { root } = line.dataset;
    await keeper.register(`${root}offline.js`, { scope: root, updateViaCache: "none" });
    (await keeper.ready).active.postMessage("look");
  };
  // A browser may refuse to keep anything; the site is read all the same.
  begin().catch(() => {});
}

/** The address that this page is kept under. */
function kept(url) {
  const [address] = url.split(/[?#]/);
  return address.endsWith("/") ? `${address}index.html` : address;
}
