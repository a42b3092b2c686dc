// Runs in the pages that `packhorse serve` shows, and in no built file: loads a page anew when it changes, and lays the
// errors of the newest save over it.
"use strict";
(() => {
  const state = document.currentScript.dataset.state;
  // Which errors the page shows.
  let problems = "";

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `
    <dialog role="alertdialog" aria-labelledby="heading" aria-describedby="note" class="problems">
      <h1 id="heading"></h1>
      <p id="note">The page behind is from the last good build. It comes up to date once nothing is in error any more.</p>
      <div class="text" role="region" aria-label="Errors" tabindex="0"></div>
      <p class="actions"><button type="button" class="hide" autofocus>Hide</button><span> or press Esc</span></p>
    </dialog>
    <button type="button" class="reopen" hidden></button>`;
  const [dialog, hide, reopen] = [".problems", ".hide", ".reopen"].map((name) => root.querySelector(name));

  function open() {
    reopen.hidden = true;
    if (!dialog.open) dialog.showModal();
  }

  hide.addEventListener("click", () => dialog.close());
  reopen.addEventListener("click", open);
  dialog.addEventListener("close", () => { reopen.hidden = problems === ""; });

  // Without its style sheet the overlay would be shown bare for a moment.
  function attached() {
    if (host.isConnected) return Promise.resolve();
    return new Promise((done) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = "/_packhorse/preview.css";
      style.addEventListener("load", done);
      style.addEventListener("error", done);
      root.prepend(style);
      document.body.append(host);
    });
  }

  async function show(heading, html) {
    if (problems === "") {
      dialog.close();
      reopen.hidden = true;
      return;
    }
    await attached();
    root.querySelector("#heading").textContent = heading;
    root.querySelector(".text").innerHTML = html;
    reopen.textContent = `Show ${heading}`;
    open();
  }

  // A browser opens only a few connections to one server: a page that nobody sees holds none.
  let visibility = new AbortController();
  document.addEventListener("visibilitychange", () => {
    visibility.abort();
    visibility = new AbortController();
  });

  function visible() {
    if (!document.hidden) return Promise.resolve();
    return new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
  }

  const pause = () => new Promise((done) => setTimeout(done, 1000));

  // The server answers once something is new; false ends the asking, because the page is being loaded anew.
  async function ask() {
    const question = new URLSearchParams({ path: location.pathname, state, problems });
    const response = await fetch(`/_packhorse/state?${question}`, { signal: visibility.signal });
    if (response.status === 204) return true;
    if (!response.ok) throw new Error(response.statusText);
    const [newState, newProblems, heading, ...html] = (await response.text()).split("\n");
    if (newState !== state) {
      location.reload();
      return false;
    }
    problems = newProblems;
    await show(heading, html.join("\n"));
    return true;
  }

  async function follow() {
    for (let isOn = true; isOn; ) {
      await visible();
      // While the server is away there is nothing to do but to ask again.
      try { isOn = await ask(); } catch (error) { if (error.name !== "AbortError") await pause(); }
    }
  }

  follow();
})();
