// @ts-check
// Elements of the page. Everything of the data becomes text by `append`; nothing is ever parsed as markup.
"use strict";

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

/** Return what an address ends with, so that a link asks the same notices. */
function filterSuffix() {
  const set = Object.entries(filter).filter(([, value]) => value);
  return set.length ? `?${new URLSearchParams(set)}` : "";
}

/** Return where something is told: what an address has no room for is escaped. @param {string} kind @param {string} [name] */
const addressOf = (kind, name) => `#${kind}${name === undefined ? "" : `-${encodeURIComponent(name)}`}${filterSuffix()}`;

/** @param {number} at */
const addressOfAgency = (at) => addressOf("agency", data.agencies[at].name);

/** @param {Task} task */
const addressOfTask = (task) => addressOf("task", [data.notices[task.notice].id, String(task.number)].filter(Boolean).join("-"));

/** Return a link to an agency as it is called in a text. @param {number} agency @param {string} text @param {string} [after] */
function agencyLink(agency, text, after = "") {
  const shown = data.agencies[agency] ? element("a", { href: addressOfAgency(agency) }, text) : text;
  return element("span", { class: "name" }, shown, after);
}

/** Return names as they are printed, joined by 、, as links. @param {number[]} several */
const nameLinks = (several) =>
  several.map((one, at) => agencyLink(data.printed[one][0], data.printed[one][1], at + 1 < several.length ? "、" : ""));

/** Return a link to a notice, by its number if it has one. @param {number} at */
function noticeLink(at) {
  const { id, number, title } = data.notices[at];
  return element("a", { href: addressOf("notice", id), title }, element("span", { class: "name" }, number || ""), number ? "" : title);
}

/** Return a table that scrolls by itself. @param {string} label @param {string[]} headings @param {(Node | string)[][][]} rows */
function table(label, headings, rows) {
  const head = element("tr", {}, ...headings.map((text) => element("th", { scope: "col" }, text)));
  const body = rows.map((row) =>
    element("tr", {}, ...row.map((cell, at) => element("td", { "data-label": headings[at] }, ...cell))));
  return element("div", { class: "wide", role: "region", tabindex: "0", "aria-label": label },
    element("table", { class: "stack" }, element("thead", {}, head), element("tbody", {}, ...body)));
}

const MOST_ROWS = 200;

/**
 * Return a table of the first of many rows, with a button that shows the rest.
 * @template T @param {string} label @param {string[]} headings @param {T[]} items @param {(item: T) => (Node | string)[][]} row
 * @returns {HTMLElement}
 */
function longTable(label, headings, items, row) {
  if (items.length <= MOST_ROWS) return table(label, headings, items.map(row));
  const button = element("button", { type: "button" }, "全部列出");
  const whole = element("div", {},
    element("p", {}, `共 ${items.length} 项，先列 ${MOST_ROWS} 项 `, button), table(label, headings, items.slice(0, MOST_ROWS).map(row)));
  button.addEventListener("click", () => {
    const all = table(label, headings, items.map(row));
    whole.replaceChildren(all);
    all.focus();
  });
  return whole;
}

/** Return a bar of parts, as wide as `most`. @param {[kind: string, width: number][]} parts @param {number} most @param {string} name */
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
    x += width;
  }
  return svg;
}
