// @ts-check
// Many notices: which of them are asked, the lists of what they hold, and one of them.
"use strict";

const form = byId("filter");
const selects = /** @type {Record<keyof Filter, HTMLSelectElement>} */ (
  Object.fromEntries(["year", "place", "notice"].map((key) => [key, byId(`filter-${key}`)])));

/** How each role is marked, as in formats/terms.py. */
const MARKS = "●◎○";

/** Upright columns that A4 across has room for, as in formats/as_html.py. */
const MOST_UPRIGHT = 70;

/** Return the notices that are asked, by their places. */
const noticesAsked = () => data.notices.map((_, at) => at).filter((at) => isAsked[at]);

/** Offer in a list all that the other filters leave. @param {keyof Filter} key @param {(one: Notice) => [value: string, text: string]} optionOf */
function offer(key, optionOf) {
  const others = data.notices.filter((one) =>
    (key === "year" || !filter.year || String(one.year || "") === filter.year) && (key === "place" || !filter.place || one.place === filter.place)
    && (key === "notice" || !filter.notice || one.id === filter.notice));
  const options = new Map(others.map(optionOf).filter(([value]) => value));
  const sorted = key === "notice" ? [...options] : [...options].sort(([one], [other]) => key === "year" ? Number(other) - Number(one) : one.localeCompare(other, "zh"));
  if (filter[key] && !options.has(filter[key])) sorted.push([filter[key], filter[key]]);
  selects[key].replaceChildren(element("option", { value: "" }, "全部"), ...sorted.map(([value, text]) => element("option", { value }, text)));
  selects[key].value = filter[key];
}

function offerFilters() {
  offer("year", (one) => [String(one.year || ""), String(one.year)]);
  offer("place", (one) => [one.place || "", one.place || ""]);
  offer("notice", (one) => [one.id, `${one.number || ""} ${one.title}`.trim()]);
  const one = data.notices.find(({ id }) => id === filter.notice);
  const narrowed = [filter.year && `${filter.year} 年`, filter.place, one && (one.number || one.title)].filter(Boolean).join("、");
  byId("asked").textContent = `${narrowed && `只列：${narrowed}，`}${noticesAsked().length} 份通知`;
  byId("all").hidden = !filterSuffix();
  const { kind, name } = readAddress();
  byId("all").setAttribute("href", name ? `#${kind}-${encodeURIComponent(name)}` : `#${kind || "notices"}`);
}

/** Go to the same view of the notices that a list chooses. @param {keyof Filter} key */
function choose(key) {
  const { kind, name } = readAddress();
  filter = { ...filter, [key]: selects[key].value };
  location.hash = name ? addressOf(kind, name) : addressOf(kind || "notices");
}

/** Put a heading with a count, and what it counts, into a view. @param {HTMLElement} view @param {string} heading @param {Node} told */
function fill(view, heading, told) {
  view.replaceChildren(element("h2", { tabindex: "-1" }, heading), told);
}

/** @param {HTMLElement} view */
function fillNotices(view) {
  const rows = view.querySelectorAll("tbody tr");
  for (const [at, row] of rows.entries()) {
    /** @type {HTMLElement} */ (row).hidden = !isAsked[at];
    row.querySelector("a")?.setAttribute("href", addressOf("notice", data.notices[at].id));
  }
  /** @type {HTMLElement} */ (view.querySelector("h2")).textContent = `通知（${noticesAsked().length} 份）`;
}

/** @param {HTMLElement} view */
function fillAgencies(view) {
  const given = rolesOf(asked(data.tasks));
  /** @type {Map<number, number[]>} */
  const counts = new Map();
  for (const task of asked(data.tasks)) {
    for (const role of given) {
      for (const at of bodies(task, role)) {
        const own = counts.get(at) || data.sides.map(() => 0);
        own[role] += 1;
        counts.set(at, own);
      }
    }
  }
  counts.delete(-1);
  const sorted = [...counts].sort(([one, its], [other, others]) =>
    given.map((role) => others[role] - its[role]).find(Boolean) || one - other);
  const headings = ["单位", ...given.map((role) => data.sides[role].slice(0, 2)), "类别"];
  fill(view, `单位（${sorted.length} 个）`, longTable("单位", headings, sorted, ([at, own]) => [
    [agencyLink(at, data.agencies[at].name)], ...given.map((role) => [String(own[role])]), [data.agencies[at].kind],
  ]));
}

/** @param {HTMLElement} view */
function fillTasks(view) {
  const tasks = asked(data.tasks);
  fill(view, `任务（${tasks.length} 项）`, tasksTable("任务", tasks));
}

/** @param {HTMLElement} view */
function fillDeadlines(view) {
  const deadlines = asked(data.deadlines);
  fill(view, `报送要求（${deadlines.length} 项）`, deadlinesTable(deadlines));
}

/** Return what is told of a notice: what it is, its tasks and duties, who has which role. @param {string} id @returns {Node[] | undefined} */
function noticeView(id) {
  const at = data.notices.findIndex((one) => one.id === id);
  if (at < 0) return undefined;
  const one = data.notices[at];
  const tasks = data.tasks.filter((task) => task.notice === at);
  const deadlines = data.deadlines.filter((each) => each.notice === at);
  const label = `任务（${tasks.length} 项）`;
  return [
    element("h2", { tabindex: "-1" }, one.title),
    element("p", {}, [one.number, one.dated || one.year, one.place].filter(Boolean).join("　")),
    element("p", { class: "soft" }, `据 ${one.file} 整理${one.unsure ? `，其中 ${one.unsure} 处没有读，或读得没有把握` : ""}`),
    element("h3", {}, label), tasksTable(label, tasks, []),
    ...(deadlines.length ? [element("h3", {}, "报送要求"), deadlinesTable(deadlines, [])] : []),
    ...(tasks.length ? [element("h3", {}, "对照表"), matrix(tasks)] : []),
  ];
}

/** Return who has which role in each task, the agency with most tasks first (queries/matrix.py). @param {Task[]} tasks */
function matrix(tasks) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const task of tasks) for (const place of task.parts.flat()) counts.set(place, (counts.get(place) || 0) + 1);
  /** @type {Map<number, {count: number, text: string, most: number}>} */
  const columns = new Map();
  for (const [place, count] of counts) {
    const [agency, text] = data.printed[place];
    const before = columns.get(agency) || { count: 0, text, most: 0 };
    const isUsual = count > before.most;
    columns.set(agency, { count: before.count + count, text: isUsual ? text : before.text, most: Math.max(count, before.most) });
  }
  const sorted = [...columns].sort(([, one], [, other]) => other.count - one.count);
  const told = rolesOf(tasks).map((role) => `${MARKS[role]} ${data.sides[role].slice(0, 2)}`).join("  ");
  const blocks = [];
  for (let first = 0; first < sorted.length; first += MOST_UPRIGHT) {
    blocks.push(matrixBlock(tasks, sorted.slice(first, first + MOST_UPRIGHT).map(([at, { text }]) => [at, text])));
  }
  return element("div", { class: "matrix" }, element("p", {}, told), ...blocks);
}

/** Return the columns of some agencies, as many as paper has room for. @param {Task[]} tasks @param {[number, string][]} columns */
function matrixBlock(tasks, columns) {
  const head = element("tr", {}, element("th", { scope: "col" }, "任务"),
    ...columns.map(([at, text]) => element("th", { scope: "col", class: "upright" }, agencyLink(at, text))));
  const rows = tasks.map((task) => element("tr", {},
    element("th", { scope: "row" }, element("a", { href: addressOfTask(task) }, `${task.number} ${task.title}`)),
    ...columns.map(([at]) => {
      const role = data.sides.findIndex((_, one) => bodies(task, one).includes(at));
      const mark = role < 0 ? [] : [element("abbr", { title: data.sides[role].slice(0, 2) }, MARKS[role])];
      return element("td", { class: "role" }, ...mark);
    })));
  return element("div", { class: "wide", role: "region", tabindex: "0", "aria-label": `对照表 ${columns[0][1]}` },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

tellers.notice = noticeView;
Object.assign(fillers, { notices: fillNotices, agencies: fillAgencies, tasks: fillTasks, deadlines: fillDeadlines });
onFilter.push(offerFilters);
for (const key of /** @type {(keyof Filter)[]} */ (["year", "place", "notice"])) selects[key].addEventListener("change", () => choose(key));
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
