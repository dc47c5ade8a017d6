// @ts-check
// What is told of an agency and of a task.
"use strict";

/** @param {number} at @returns {Node[]} */
function agencyView(at) {
  const agency = data.agencies[at];
  const byRole = tasksOf(at);
  const given = rolesOf(byRole.flat());
  const counts = given.map((role) => `${data.sides[role].slice(0, 2)} ${byRole[role].length} 项`).join("，");
  const parts = [
    element("h2", { tabindex: "-1" }, agency.name),
    element("p", {}, `${agency.kind}，${isOfOrigins(at, byRole.flat()) ? "前身" : ""}${counts}`),
    ...(agency.about || []).map((line) => element("p", {}, line)),
  ];
  for (const [role, tasks] of byRole.entries()) {
    if (!tasks.length) continue;
    const label = `${data.sides[role].slice(0, 2)}任务（${tasks.length} 项）`;
    parts.push(element("h3", {}, label), tasksTable(label, tasks));
  }
  const deadlines = asked(data.deadlines).filter((one) => one.bound?.includes(at));
  if (deadlines.length) parts.push(element("h3", {}, "报送要求"), deadlinesTable(deadlines));
  const partners = partnersOf(at);
  if (partners.length) parts.push(element("h3", {}, "共事单位"), partnersPicture(partners));
  return parts;
}

/** Tell whether all of an agency's tasks are those of bodies it came of. @param {number} at @param {Task[]} tasks */
const isOfOrigins = (at, tasks) => tasks.length > 0 && tasks.every((task) => own(at, task.notice).length > 1);

/** @typedef {[heading: string, cell: (one: {notice: number}) => (Node | string)[]]} Column */

/** The columns that say of which notice a row is. @type {Column[]} */
const WHICH = hasMany ? [["通知", (one) => [noticeLink(one.notice)]]] : [];

/** @param {string} label @param {Task[]} tasks @param {Column[]} [which] */
function tasksTable(label, tasks, which = WHICH) {
  const given = rolesOf(tasks);
  const isDated = tasks.some((task) => task.due);
  const headings = [
    ...which.map(([heading]) => heading), "序号", "重点工作任务", ...given.map((role) => data.sides[role]), ...(isDated ? ["时限"] : []),
  ];
  return longTable(label, headings, tasks, (task) => [
    ...which.map(([, cell]) => cell(task)),
    [String(task.number)],
    [element("a", { href: addressOfTask(task) }, task.title)],
    ...given.map((role) => nameLinks(task.parts[role])),
    ...(isDated ? [[task.due || ""]] : []),
  ]);
}

/** @param {Deadline[]} deadlines @param {Column[]} [which] */
const deadlinesTable = (deadlines, which = WHICH) =>
  longTable("报送要求", [...which.map(([heading]) => heading), "期限", "事项", "责任单位", "报送"], deadlines, (one) => [
    ...which.map(([, cell]) => cell(one)),
    [element("span", { class: "day" }, one.due || "未注明")], [one.what], nameLinks(one.who), nameLinks(one.to),
  ]);

/** Draw with whom an agency works: a bar a partner, in three parts. @param {[number, Partner][]} partners */
function partnersPicture(partners) {
  const most = Math.max(...partners.map(([, counts]) => counts.together));
  /** @type {[keyof Partner, string][]} */
  const kinds = [["led", "本单位牵头"], ["under", "对方牵头"], ["beside", "并列"]];
  const legend = element("p", { class: "legend" },
    ...kinds.flatMap(([kind, text]) => [bar([[kind, 1]], 1, "swatch"), `${text}  `]));
  const headings = ["单位", "图", "共事", ...kinds.map(([, text]) => text)];
  return element("div", {}, legend, longTable("共事单位", headings, partners, ([partner, counts]) => [
    [agencyLink(partner, data.agencies[partner].name)],
    [bar(kinds.map(([kind]) => [kind, counts[kind]]), most, "bar")],
    [String(counts.together)], ...kinds.map(([kind]) => [String(counts[kind])]),
  ]));
}

/** @param {Task} task @returns {Node[]} */
function taskView(task) {
  const rows = task.parts.flatMap((several, role) => several.map((one) => {
    const [agency, text, derived] = data.printed[one];
    const name = data.agencies[agency]?.name || text;
    return [[data.sides[role]], [element("span", { class: "name" }, text)], [agencyLink(agency, name), derived ? "（推定）" : ""]];
  }));
  const at = data.tasks.indexOf(task);
  const near = [["上一项", data.tasks[at - 1]], ["下一项", data.tasks[at + 1]]];
  return [
    element("h2", { tabindex: "-1" }, `${task.number}  ${task.title}`),
    ...(hasMany ? [element("p", {}, noticeLink(task.notice), `  ${data.notices[task.notice].title}`)] : []),
    ...(task.under ? [element("p", {}, task.under.join(" › "))] : []),
    ...(task.due ? [element("p", {}, `时限：${task.due}`)] : []),
    table("分工", ["角色", "通知中的名称", "单位全称"], rows),
    element("p", { class: "near" }, ...near.flatMap(([label, one]) =>
      one && typeof one !== "string" && one.notice === task.notice
        ? [element("a", { href: addressOfTask(one) }, `${label}：${one.number} ${one.title}`)] : [])),
  ];
}
