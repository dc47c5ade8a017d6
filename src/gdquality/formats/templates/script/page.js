// @ts-check
// The page: shows one view at a time, as the address says, and what is found by what is typed.
"use strict";

const MOST = 30;
const input = /** @type {HTMLInputElement} */ (byId("query"));
const results = byId("results");
const statusLine = byId("status");
const detail = byId("detail");
const views = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main > section")]);
const plainTitle = document.title;

/** What is told under each kind of address that names something. @type {Record<string, (name: string) => Node[] | undefined>} */
const tellers = {
  agency: (name) => {
    const at = data.agencies.findIndex((one) => one.name === name);
    return at < 0 ? undefined : agencyView(at);
  },
  task: (name) => {
    const found = data.tasks.find((task) => addressOfTask(task) === addressOf("task", name));
    return found && taskView(found);
  },
};

/** What fills a view of its own before it is shown. @type {Record<string, (view: HTMLElement) => void>} */
const fillers = {};

/** What follows a change of the notices that are asked. @type {(() => void)[]} */
const onFilter = [];

// ---- the address says what is shown

/** Show the view of the address, and, after a link, let a keyboard go on from there. @param {boolean} moved */
function show(moved) {
  const { kind, name, wanted } = readAddress();
  ask(wanted);
  for (const follow of onFilter) follow();
  setTimeout(prepare);
  const told = tellers[kind]?.(name);
  const view = told ? detail : views.find((one) => one.id === kind) || views[0];
  detail.replaceChildren(...(told || []));
  fillers[view.id]?.(view);
  for (const one of views) one.hidden = one !== view;
  for (const link of document.querySelectorAll("nav a")) {
    const [id] = (link.getAttribute("href") || "").slice(1).split("?");
    link.setAttribute("href", addressOf(id));
    if (id === view.id) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const heading = view.querySelector("h2");
  document.title = view === views[0] ? plainTitle : `${heading?.textContent} - ${plainTitle}`;
  if (moved) clear();
  // Who walks through a list of notices stays there.
  if (moved && !(document.activeElement instanceof HTMLSelectElement)) {
    window.scrollTo(0, history.state?.top || 0);
    heading?.focus({ preventScroll: true });
  }
}

/** Return what the address asks for: a kind, the name of one, and of which notices. @returns {{kind: string, name: string, wanted: Filter}} */
function readAddress() {
  const [place, query = ""] = location.hash.slice(1).split("?");
  let text = place;
  try {
    text = decodeURIComponent(place);
  } catch {
    // An address cut in the middle of a character is taken as it stands.
  }
  const [, kind, name] = /^(agency|task|notice)-(.*)$/su.exec(text) || ["", text, ""];
  const set = new URLSearchParams(query);
  return { kind, name, wanted: { year: set.get("year") || "", place: set.get("place") || "", notice: set.get("notice") || "" } };
}

// ---- search

function search() {
  const found = find(input.value);
  const typed = input.value.trim();
  results.replaceChildren(...found.slice(0, MOST).map(({ text, note, href }) =>
    element("li", {}, element("a", { href: href() }, text), element("span", { class: "soft" }, `  ${note()}`))));
  results.hidden = !found.length;
  statusLine.textContent = typed && `找到 ${found.length} 项${found.length > MOST ? `，列出前 ${MOST} 项` : ""}`;
}

function clear() {
  input.value = "";
  search();
}

/** Go up and down the results, open the first with Enter, leave them with Escape. @param {KeyboardEvent} event */
function keys(event) {
  const links = [...results.querySelectorAll("a")];
  const at = links.findIndex((one) => one === document.activeElement);
  if (event.key === "Enter" && document.activeElement === input && !event.isComposing) links[0]?.click();
  else if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] || input).focus();
  else if (event.key === "Escape") {
    clear();
    input.focus();
  } else return;
  event.preventDefault();
}

// ---- begin

function begin() {
  byId("search").addEventListener("keydown", keys);
  input.addEventListener("input", search);
  window.addEventListener("hashchange", () => show(true));
  document.addEventListener("click", (event) => {
    // The way back leads to where the link was, and not to the top.
    if (event.target instanceof Element && event.target.closest("a")) history.replaceState({ top: window.scrollY }, "");
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLSelectElement;
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
  document.documentElement.classList.add("scripted");
  byId("search").hidden = false;
  show(false);
}
