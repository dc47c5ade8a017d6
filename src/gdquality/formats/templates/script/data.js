// @ts-check
// What the page knows of its notices, and what follows from it. Written by formats/page_data.py; what says nothing is left out.
"use strict";

/** @typedef {{id: string, number?: string, title: string, dated?: string, year?: number, place?: string, file?: string, unsure?: number}} Notice */
/** @typedef {{notice: number, number: number, title: string, under?: string[], due?: string, read?: string[], parts: number[][]}} Task its parts are names as printed, by role */
/** @typedef {{name: string, kind: string, names: string[], read?: string[], about?: string[], since?: number, origins?: number[]}} Agency */
/** @typedef {{notice: number, due?: string, what: string, who: number[], to: number[], bound?: number[]}} Deadline */
/** @typedef {[agency: number, text: string, derived: 0 | 1]} Printed a name as it is printed, and whom it means: -1 nobody known */
/** @typedef {{sides: string[], notices: Notice[], printed: Printed[], agencies: Agency[], tasks: Task[], deadlines: Deadline[], scripts: string, syllables: Record<string, string>}} Data */
/** @typedef {{year: string, place: string, notice: string}} Filter which notices are asked; empty where any will do */
/** @typedef {{together: number, led: number, under: number, beside: number}} Partner in how many tasks, and who leads in them */

/** Return the element of the page that has an id. @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {Data} */
const data = JSON.parse(byId("data").textContent || "");
const hasMany = Boolean(data.notices[0]?.id);
const LEAD = 0;

/** @type {Filter} */
let filter = { year: "", place: "", notice: "" };
/** Whether each notice is among those that are asked. @type {boolean[]} */
let isAsked = data.notices.map(() => true);

/** Ask only the notices that a filter lets through. @param {Filter} wanted */
function ask(wanted) {
  filter = wanted;
  isAsked = data.notices.map((one) =>
    (!filter.year || String(one.year || "") === filter.year) && (!filter.place || one.place === filter.place)
    && (!filter.notice || one.id === filter.notice));
}

/** Return the tasks, or deadlines, of the notices that are asked. @template {{notice: number}} T @param {T[]} several @returns {T[]} */
const asked = (several) => several.filter((one) => isAsked[one.notice]);

/** Return whom a task names in a role. @param {Task} task @param {number} role */
const bodies = (task, role) => task.parts[role].map((at) => data.printed[at][0]);

/** Return the bodies that a question about an agency is about in a notice: itself, or those it came of. @param {number} at @param {number} notice */
function own(at, notice) {
  const { since = 0, origins = [] } = data.agencies[at];
  const year = data.notices[notice].year;
  return origins.length && year && since > year ? [at, ...origins] : [at];
}

/** Return the tasks that are asked in which an agency has a part, by role. @param {number} at @returns {Task[][]} */
function tasksOf(at) {
  const byNotice = data.notices.map((_, notice) => own(at, notice));
  const every = asked(data.tasks);
  return data.sides.map((_, role) =>
    every.filter((task) => task.parts[role].some((one) => byNotice[task.notice].includes(data.printed[one][0]))));
}

/** Return with whom an agency works, the most frequent first (queries/partners.py). @param {number} at @returns {[number, Partner][]} */
function partnersOf(at) {
  /** @type {Map<number, Partner>} */
  const found = new Map();
  for (const task of new Set(tasksOf(at).flat())) {
    const self = own(at, task.notice);
    const lead = new Set(bodies(task, LEAD));
    const others = new Set([...lead, ...task.parts.slice(LEAD + 1).flat().map((one) => data.printed[one][0])]);
    const leads = self.some((one) => lead.has(one));
    for (const other of others) {
      if (self.includes(other) || other < 0) continue;
      const counts = found.get(other) || { together: 0, led: 0, under: 0, beside: 0 };
      counts.together += 1;
      if (leads === lead.has(other)) counts.beside += 1;
      else if (leads) counts.led += 1;
      else counts.under += 1;
      found.set(other, counts);
    }
  }
  return [...found].sort(([one, its], [other, others]) => others.together - its.together || one - other);
}

/** Return the roles that the notices of some tasks give. @param {Task[]} tasks */
function rolesOf(tasks) {
  const notices = new Set(tasks.map((task) => task.notice));
  const every = data.tasks.filter((task) => notices.has(task.notice));
  const given = [...data.sides.keys()].filter((role) => every.some((task) => task.parts[role].length));
  return given.length ? given : [LEAD, data.sides.length - 1];
}
