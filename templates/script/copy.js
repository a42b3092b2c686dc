// Text that is made to be copied into the clinical system.

function startCopying() {
  for (const block of document.querySelectorAll("[data-copy]")) {
    const text = block.querySelector("pre");
    const status = make("p", { role: "status" });
    text?.after(button(say("copyCopy"), () => copy(text, status)), status);
  }
}

/** From a folder there may be no clipboard: then the text is marked, for the reader to copy. */
async function copy(text, status) {
  try {
    await navigator.clipboard.writeText(text.textContent.trimEnd());
    status.textContent = say("copyDone");
  } catch {
    getSelection().selectAllChildren(text);
    status.textContent = say("copyRefused");
  }
}
