// @ts-check
// The page of a notice: shows one view at a time, finds by what is typed, and tells of each agency and task.
// Everything of the data becomes text by `append`; nothing is ever parsed as markup.
"use strict";

/** @typedef {[agency: number, role: number, text: string, derived: 0 | 1]} Mention an agency's part in a task */
/** @typedef {{notice: number, number: number, title: string, under: string[], due: string, read: string, parts: Mention[]}} Task */
/** @typedef {[agency: number, together: number, led: number, under: number, beside: number]} Partner */
/** @typedef {{name: string, kind: string, names: string[], read: string[], about: string[], asked: number[], deadlines: number[], partners: Partner[]}} Agency */
/** @typedef {{notice: number, due: string, what: string, who: [number, string][], to: [number, string][]}} Deadline */
/** @typedef {{sides: string[], agencies: Agency[], tasks: Task[], deadlines: Deadline[], scripts: string}} Data */
/** @typedef {{score: number, text: string, note: string, href: string}} Found */

/** Return the element of the page that has an id. @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Data} */
const data = JSON.parse(byId("data").textContent || "");
const MOST = 30;
const input = /** @type {HTMLInputElement} */ (byId("query"));
const results = byId("results");
const statusLine = byId("status");
const detail = byId("detail");
const views = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main > section")]);
const plainTitle = document.title;

// ---- elements

/**
 * Return an element with attributes and children; a string is text.
 * @param {string} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Return where a view is told: what the address has no room for is escaped. @param {string} kind @param {string | number} name */
const addressOf = (kind, name) => `#${kind}-${encodeURIComponent(name)}`;

/** Return a link to an agency as it is called in a text. @param {number} agency @param {string} text @param {string} [after] */
function agencyLink(agency, text, after = "") {
  const known = data.agencies[agency];
  const shown = known ? element("a", { href: addressOf("agency", known.name) }, text) : text;
  return element("span", { class: "name" }, shown, after);
}

/** Return names joined by 、 as links. @param {[number, string][]} several */
const nameLinks = (several) =>
  several.map(([agency, text], at) => agencyLink(agency, text, at + 1 < several.length ? "、" : ""));

/** Return a table that scrolls by itself. @param {string} label @param {string[]} headings @param {(Node | string)[][][]} rows */
function table(label, headings, rows) {
  const head = element("tr", {}, ...headings.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((cell, at) => element("td", { "data-label": headings[at] }, ...cell))));
  return element("div", { class: "wide", role: "region", tabindex: "0", "aria-label": label },
    element("table", { class: "stack" }, element("thead", {}, head), element("tbody", {}, ...body)));
}

// ---- what is told of an agency and of a task

/** @param {Agency} agency @returns {Node[]} */
function agencyView(agency) {
  const asked = new Set(agency.asked);
  const parts = [element("h2", { tabindex: "-1" }, agency.name), ...agency.about.map((line) => element("p", {}, line))];
  for (const [role, side] of data.sides.entries()) {
    const tasks = data.tasks.filter((task) => task.parts.some((part) => asked.has(part[0]) && part[1] === role));
    if (!tasks.length) continue;
    const label = `${side.slice(0, 2)}任务（${tasks.length} 项）`;
    parts.push(element("h3", {}, label), tasksTable(label, tasks));
  }
  if (agency.deadlines.length) {
    const deadlines = agency.deadlines.map((at) => data.deadlines[at]);
    parts.push(element("h3", {}, "报送要求"), deadlinesTable(deadlines));
  }
  if (agency.partners.length) {
    parts.push(element("h3", {}, "共事单位"), partnersPicture(agency));
  }
  return parts;
}

/** @param {string} label @param {Task[]} tasks */
function tasksTable(label, tasks) {
  const sides = data.sides.map((side, role) => ({ side, role })).filter(({ role }) => isGiven(role));
  const dated = tasks.some((task) => task.due);
  return table(label, ["序号", "重点工作任务", ...sides.map(({ side }) => side), ...(dated ? ["时限"] : [])], tasks.map((task) => [
    [String(task.number)],
    [element("a", { href: addressOf("task", task.number) }, task.title)],
    ...sides.map(({ role }) => nameLinks(mentions(task, role))),
    ...(dated ? [[task.due]] : []),
  ]));
}

/** Tell whether a role is given to anybody. @param {number} role */
const isGiven = (role) => data.tasks.some((task) => task.parts.some((part) => part[1] === role));

/** @param {Task} task @param {number} role @returns {[number, string][]} */
const mentions = (task, role) =>
  task.parts.filter((part) => part[1] === role).map(([agency, , text]) => [agency, text]);

/** @param {Deadline[]} deadlines */
const deadlinesTable = (deadlines) =>
  table("报送要求", ["期限", "事项", "责任单位", "报送"], deadlines.map((one) => [
    [element("span", { class: "day" }, one.due || "未注明")], [one.what], nameLinks(one.who), nameLinks(one.to),
  ]));

/** Draw with whom an agency works: a bar a partner, in three parts. @param {Agency} agency */
function partnersPicture(agency) {
  const most = Math.max(...agency.partners.map((partner) => partner[1]));
  const kinds = [["led", "本单位牵头"], ["under", "对方牵头"], ["beside", "并列"]];
  const legend = element("p", { class: "legend" },
    ...kinds.flatMap(([kind, text]) => [bar([[kind, 1]], 1, "swatch"), `${text}  `]));
  const rows = agency.partners.map(([partner, together, led, under, beside]) => [
    [agencyLink(partner, data.agencies[partner].name)],
    [bar([["led", led], ["under", under], ["beside", beside]], most, "bar")],
    [String(together)], [String(led)], [String(under)], [String(beside)],
  ]);
  const headings = ["单位", "图", "共事", ...kinds.map(([, text]) => text)];
  return element("div", {}, legend, table("共事单位", headings, rows));
}

/** Return a bar of parts, as wide as `most`. @param {(string | number)[][]} parts @param {number} most @param {string} name */
function bar(parts, most, name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of [["viewBox", `0 0 ${most} 1`], ["preserveAspectRatio", "none"], ["aria-hidden", "true"], ["class", name]]) {
    svg.setAttribute(key, value);
  }
  let x = 0;
  for (const [kind, width] of parts) {
    const rect = document.createElementNS(space, "rect");
    for (const [key, value] of Object.entries({ x, y: 0, width, height: 1, class: kind })) rect.setAttribute(key, String(value));
    svg.append(rect);
    x += Number(width);
  }
  return svg;
}

/** @param {Task} task @returns {Node[]} */
function taskView(task) {
  const rows = task.parts.map(([agency, role, text, derived]) => [
    [data.sides[role]], [element("span", { class: "name" }, text)],
    [agencyLink(agency, data.agencies[agency].name), derived ? "（推定）" : ""],
  ]);
  const at = data.tasks.indexOf(task);
  const near = [["上一项", data.tasks[at - 1]], ["下一项", data.tasks[at + 1]]];
  return [
    element("h2", { tabindex: "-1" }, `${task.number}  ${task.title}`),
    ...(task.under.length ? [element("p", {}, task.under.join(" › "))] : []),
    ...(task.due ? [element("p", {}, `时限：${task.due}`)] : []),
    table("分工", ["角色", "通知中的名称", "单位全称"], rows),
    element("p", { class: "near" }, ...near.flatMap(([label, one]) =>
      one && typeof one !== "string" ? [element("a", { href: addressOf("task", one.number) }, `${label}：${one.number} ${one.title}`)] : [])),
  ];
}

// ---- the address says what is shown

/** Show the view of the address, and, after a link, let a keyboard go on from there. @param {boolean} moved */
function show(moved) {
  const [kind, name] = wanted();
  const agency = kind === "agency" ? data.agencies.find((one) => one.name === name) : undefined;
  const task = kind === "task" ? data.tasks.find((one) => String(one.number) === name) : undefined;
  const view = agency || task ? detail : views.find((one) => one.id === kind) || views[0];
  detail.replaceChildren(...(agency ? agencyView(agency) : task ? taskView(task) : []));
  for (const one of views) one.hidden = one !== view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#${view.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const heading = view.querySelector("h2");
  document.title = view === views[0] ? plainTitle : `${heading?.textContent} - ${plainTitle}`;
  if (moved) {
    clear();
    window.scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  }
}

/** Return what the address asks for: the kind, and the name of one. @returns {[string, string]} */
function wanted() {
  let text = location.hash.slice(1);
  try {
    text = decodeURIComponent(text);
  } catch {
    // An address cut in the middle of a character is taken as it stands.
  }
  const [, kind, name] = /^(agency|task)-(.*)$/su.exec(text) || ["", text, ""];
  return [kind, name];
}

// ---- search

const simplified = new Map();
for (let at = 0; at < data.scripts.length; at += 2) simplified.set(data.scripts[at], data.scripts[at + 1]);

/** Return a text freed of what makes no difference, in simplified characters. @param {string} text */
const plain = (text) =>
  [...text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{Cf}]+/gu, "")].map((one) => simplified.get(one) || one).join("");

/** Tell how well a name that is read in syllables fits letters: 0 best, or nothing. @param {string} read @param {string} letters */
function fitOfReading(read, letters) {
  const syllables = read.split(" ");
  const whole = syllables.join("");
  if (whole === letters) return 0;
  const initials = syllables.map((one) => one[0]).join("");
  if (initials === letters) return 1;
  if (whole.startsWith(letters) || initials.startsWith(letters)) return 2;
  const begins = syllables.some((_, at) => at && syllables.slice(at).join("").startsWith(letters));
  return begins || initials.includes(letters) ? 3 : undefined;
}

/** Tell how well a name fits what is typed: 0 best, or nothing. @param {string} name @param {string} query */
function fitOfName(name, query) {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(query)) return 2;
  if (query.length < 2) return undefined;
  let at = 0;
  for (const one of name) if (one === query[at]) at += 1;
  return at === query.length ? 4 : undefined;
}

/** Return the better of several fits, or nothing. @param {(number | undefined)[]} fits */
const best = (fits) => {
  const found = fits.filter((one) => one !== undefined);
  return found.length ? Math.min(...found) : undefined;
};

const entries = [
  ...data.agencies.map((one) => ({
    texts: one.names.map(plain), reads: one.read, text: one.name, note: one.kind, href: addressOf("agency", one.name),
  })),
  ...data.tasks.map((one) => ({
    texts: [plain(one.title), String(one.number)], reads: [one.read], text: `${one.number}  ${one.title}`,
    note: "任务", href: addressOf("task", one.number),
  })),
];

/** Return what fits what is typed, the best first. @param {string} typed @returns {Found[]} */
function find(typed) {
  const query = plain(typed);
  if (!query) return [];
  const letters = /^[a-zü]{2,}$/u.test(query) ? query.replaceAll("ü", "v") : "";
  /** @type {Found[]} */
  const found = [];
  for (const { texts, reads, text, note, href } of entries) {
    const score = best([
      ...texts.map((one) => fitOfName(one, query)),
      ...(letters ? reads.map((one) => fitOfReading(one, letters)) : []),
    ]);
    if (score !== undefined) found.push({ score, text, note, href });
  }
  return found.sort((one, other) => one.score - other.score);
}

function search() {
  const found = find(input.value);
  const typed = input.value.trim();
  results.replaceChildren(...found.slice(0, MOST).map(({ text, note, href }) =>
    element("li", {}, element("a", { href }, text), element("span", { class: "soft" }, `  ${note}`))));
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

byId("search").addEventListener("keydown", keys);
input.addEventListener("input", search);
window.addEventListener("hashchange", () => show(true));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== input && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    input.focus();
  }
});
byId("search").hidden = false;
show(false);
