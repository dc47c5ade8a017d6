// @ts-check
// What is found by what is typed. It lists and never decides (docs/decisions/0022-page.md).
"use strict";

/** @typedef {{whole: string, initials: string, begins: Set<number>}} Reading letters, and where in them a syllable begins */
/** @typedef {{texts: string[], reads: Reading[], isAsked: () => boolean, text: string, note: () => string, href: () => string}} Entry */

const simplified = new Map();
for (let at = 0; at < data.scripts.length; at += 2) simplified.set(data.scripts[at], data.scripts[at + 1]);
const syllableOf = new Map(Object.entries(data.syllables).flatMap(([read, several]) => [...several].map((one) => [one, read])));

/** Return a text freed of what makes no difference, in simplified characters. @param {string} text */
const plain = (text) =>
  [...text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{Cf}]+/gu, "")].map((one) => simplified.get(one) || one).join("");

/** Return how a plain text is read: as it is told, or a character at a time. @param {string} text @param {string} [told] @returns {Reading} */
function readingOf(text, told) {
  const syllables = told ? told.split(" ") : [...text].map((one) => syllableOf.get(one) || one);
  const begins = new Set();
  let whole = "";
  for (const one of syllables) {
    begins.add(whole.length);
    whole += one;
  }
  return { whole, initials: syllables.map((one) => one[0]).join(""), begins };
}

/** How well something fits that does not. */
const NONE = 5;

/** Tell how well a reading fits letters: 0 best. @param {Reading} reading @param {string} letters */
function fitOfReading({ whole, initials, begins }, letters) {
  if (whole === letters) return 0;
  if (initials === letters) return 1;
  if (whole.startsWith(letters) || initials.startsWith(letters)) return 2;
  if (initials.includes(letters)) return 3;
  for (let at = whole.indexOf(letters, 1); at > 0; at = whole.indexOf(letters, at + 1)) if (begins.has(at)) return 3;
  return NONE;
}

/** Tell how well a name fits what is typed: 0 best. @param {string} name @param {string} query */
function fitOfName(name, query) {
  const at = name.indexOf(query);
  if (at >= 0) return name.length === query.length ? 0 : at ? 2 : 1;
  if (query.length < 2) return NONE;
  let found = -1;
  for (const one of query) {
    found = name.indexOf(one, found + 1);
    if (found < 0) return NONE;
  }
  return 4;
}

/** @type {Entry[]} */
let entries = [];

/** Return what may be found, made when it is first needed. */
function index() {
  if (!entries.length) entries = [...agencyEntries(), ...noticeEntries(), ...taskEntries()];
  return entries;
}

/** Make what a search looks into, so that the first key finds it made. */
function prepare() {
  agenciesAsked();
  find("zh");
  find("质量");
}

/** @returns {Entry[]} */
const agencyEntries = () => data.agencies.map((one, at) => {
  const texts = one.names.map(plain);
  return {
    texts, reads: texts.map((text, name) => readingOf(text, one.read?.[name])), text: one.name,
    isAsked: () => !hasMany || agenciesAsked().has(at), note: () => one.kind, href: () => addressOfAgency(at),
  };
});

/** @returns {Entry[]} */
const noticeEntries = () => data.notices.flatMap((one, at) => hasMany ? [{
  texts: [plain(one.title), plain(one.number || "")], reads: [], text: one.title,
  isAsked: () => isAsked[at], note: () => `通知 ${one.number || ""}`, href: () => addressOf("notice", one.id),
}] : []);

/** @returns {Entry[]} */
const taskEntries = () => data.tasks.map((one) => {
  const text = plain(one.title);
  return {
    texts: hasMany ? [text] : [text, String(one.number)], reads: [readingOf(text, one.read?.[0])],
    text: `${one.number}  ${one.title}`, isAsked: () => isAsked[one.notice],
    note: () => `任务 ${hasMany ? data.notices[one.notice].number || data.notices[one.notice].title : ""}`,
    href: () => addressOfTask(one),
  };
});

/** @type {{of: boolean[], agencies: Set<number>} | undefined} */
let named;

/** Return the agencies of which the notices that are asked say anything. */
function agenciesAsked() {
  if (named?.of !== isAsked) named = { of: isAsked, agencies: new Set() };
  const { agencies } = named;
  if (agencies.size) return agencies;
  const printed = new Set(asked(data.tasks).flatMap((task) => task.parts.flat()));
  for (const one of asked(data.deadlines)) for (const place of [...one.who, ...one.to]) printed.add(place);
  for (const place of printed) agencies.add(data.printed[place][0]);
  const every = [...isAsked.keys()].filter((at) => isAsked[at]);
  for (const [at, { origins = [] }] of data.agencies.entries()) {
    if (origins.some((one) => agencies.has(one)) && every.some((notice) => own(at, notice).length > 1)) agencies.add(at);
  }
  for (const one of asked(data.deadlines)) for (const at of one.bound || []) agencies.add(at);
  return agencies;
}

/** Tell how well the best of an entry's names fits: 0 best, NONE not at all. @param {Entry} entry @param {string} query @param {string} letters */
function fitOf({ texts, reads }, query, letters) {
  /** @type {number} */
  let best = NONE;
  for (const text of texts) best = Math.min(best, fitOfName(text, query));
  if (letters) for (const reading of reads) best = Math.min(best, fitOfReading(reading, letters));
  return best;
}

/** Return what fits what is typed, the best first. @param {string} typed @returns {Entry[]} */
function find(typed) {
  const query = plain(typed);
  if (!query) return [];
  const letters = /^[a-zü]{2,}$/u.test(query) ? query.replaceAll("ü", "v") : "";
  /** @type {Entry[][]} */
  const byFit = Array.from({ length: NONE }, () => []);
  for (const entry of index()) {
    const fit = fitOf(entry, query, letters);
    if (fit < byFit.length && entry.isAsked()) byFit[fit].push(entry);
  }
  return byFit.flat();
}
