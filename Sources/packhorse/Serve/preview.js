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
      <p id="note">The page behind is from the last good build. It is brought up to date once this is put right.</p>
      <div class="text" role="region" aria-label="Errors" tabindex="0"></div>
      <p class="actions"><button type="button" class="hide" autofocus>Hide</button><span>or press Esc</span></p>
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

  // Each page looks for itself whether it is still up to date.
  async function look() {
    const question = new URLSearchParams({ path: location.pathname });
    const response = await fetch(`/_packhorse/state?${question}`);
    if (!response.ok) return;
    const [newState, newProblems, heading, ...html] = (await response.text()).split("\n");
    if (newState !== state) {
      location.reload();
    } else if (newProblems !== problems) {
      problems = newProblems;
      await show(heading, html.join("\n"));
    }
  }

  let looking = Promise.resolve();
  const lookAgain = () => { looking = looking.then(look).catch(() => {}); };

  // A browser opens only a few connections to one server: of all pages one waits for builds, and tells the others.
  const channel = new BroadcastChannel("packhorse");
  channel.addEventListener("message", lookAgain);

  async function waitForBuilds() {
    for (let build = ""; ; ) {
      try {
        const response = await fetch(`/_packhorse/build?after=${build}`);
        if (response.status === 204) continue;
        if (!response.ok) throw new Error(response.statusText);
        build = await response.text();
        channel.postMessage(build);
        lookAgain();
      } catch {
        // The server is away. Another one counts its builds anew.
        build = "";
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  }

  lookAgain();
  if (navigator.locks) navigator.locks.request("packhorse", waitForBuilds);
  else waitForBuilds();
})();
