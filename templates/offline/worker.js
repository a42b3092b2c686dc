// Keeps the whole site for reading without a connection. It asks for files of this site and for nothing else, and what
// the site's own list no longer names is thrown away as soon as the list is seen: a story that was taken down does not
// live on here. Whoever has a connection always reads what the server has.
"use strict";

const scope = self.registration.scope;
const list = new URL("offline.json", scope).href;
const name = `packhorse ${scope}`;
const patience = 5000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(look(event.source)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(scope)) event.respondWith(answer(request));
});

/** The address that a file is kept under: folders show their index page, queries change nothing. */
function kept(url) {
  const [address] = url.split(/[?#]/);
  return address.endsWith("/") ? `${address}index.html` : address;
}

/** What the server has; where it cannot be reached, or takes too long, what was kept. */
async function answer(request) {
  const cache = await caches.open(name);
  const copy = () => cache.match(kept(request.url));
  // The browser's own memory may be older than what is kept here: the server is asked whether it still holds.
  const asked = fetch(request, { cache: "no-cache" });
  try {
    const answered = await (await copy() ? within(asked, patience) : asked);
    const isKept = answered.ok && answered.type === "basic" && !answered.redirected;
    if (isKept && await copy()) await cache.put(kept(request.url), answered.clone());
    if (answered.status === 404 || answered.status === 410) await cache.delete(kept(request.url));
    return answered;
  } catch (problem) {
    const found = await copy();
    if (found) return found;
    throw problem;
  }
}

/** An answer, or a refusal after so long; one that comes too late is nobody's any more. */
const within = (asked, milliseconds) => Promise.race([
  asked, new Promise((_, refuse) => { setTimeout(() => refuse(new Error("too slow")), milliseconds); }),
]);

/** Compares what is kept with the site's list, and tells the page that asked how it stands. */
async function look(page) {
  const cache = await caches.open(name);
  const before = await (await cache.match(list))?.json();
  let site;
  try {
    const answered = await within(fetch(list, { cache: "no-store" }), patience);
    if (answered.status === 404 || answered.status === 410) return forget();
    site = answered.ok ? await answered.json() : null;
  } catch {
    page?.postMessage({ kept: before?.date ?? null, isOffline: true });
    return;
  }
  if (!site) return;
  const wanted = new Set(site.files.map((file) => new URL(file, scope).href));
  for (const { url } of await cache.keys()) if (url !== list && !wanted.has(url)) await cache.delete(url);
  if (before?.version === site.version) return;
  const changed = await fill(cache, [...wanted]);
  // Not all could be had: the list is left out, so that the next page tries again.
  if (changed === null) return;
  await cache.put(list, new Response(JSON.stringify(site)));
  page?.postMessage({ changed, isFirst: !before });
}

/** Fetches every file that changed, a few at a time; gives what changed, or null where something is missing. */
async function fill(cache, addresses) {
  const rest = [...addresses];
  const changed = [];
  let isWhole = true;
  const work = async () => {
    for (let address = rest.pop(); address; address = rest.pop()) {
      const answered = await fetch(address, { cache: "no-cache" }).catch(() => null);
      if (!answered?.ok || answered.redirected) {
        isWhole = false;
        continue;
      }
      const before = await cache.match(address);
      const bytes = await answered.clone().arrayBuffer();
      if (before && isSame(await before.arrayBuffer(), bytes)) continue;
      if (before) changed.push(address);
      await cache.put(address, answered);
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
  return isWhole ? changed : null;
}

function isSame(one, other) {
  const [bytes, others] = [new Uint8Array(one), new Uint8Array(other)];
  return bytes.length === others.length && bytes.every((byte, index) => byte === others[index]);
}

/** The site is no longer kept anywhere: neither is it here. */
async function forget() {
  await caches.delete(name);
  await self.registration.unregister();
}
