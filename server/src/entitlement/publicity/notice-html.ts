import type { RosterColumn, RosterContent } from "../../adapters/pdf/index.ts";

/** A round's notice for the board: nothing on it that the public page doesn't show. */
export interface Notice extends Required<
  Pick<RosterContent, "title" | "opening" | "rows" | "total" | "closing" | "issued" | "footer">
> {
  readonly document: string | null;
}

export const NOTICE_COLUMNS: readonly RosterColumn[] = [
  { header: "申请编号", share: 1.6 },
  { header: "姓名或单位", share: 1.4 },
  { header: "补贴项目", share: 2 },
  { header: "机构、班级", share: 2.4 },
  { header: "金额（元）", share: 1.2, align: "right" },
];

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => ESCAPED[sign] ?? "");
const each = (tag: string, lines: readonly string[]): string =>
  lines.map((line) => `<${tag}>${safe(line)}</${tag}>`).join("");

/** The notice as a web page that prints on A4: it stands alone, so an office can put it on its own site. */
export function noticeHtml(notice: Notice): string {
  const line = (cells: readonly string[], first: string) => `<tr>${each("td", [first, ...cells])}</tr>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(notice.title)}</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #182224 }
h1 { font-size: 1.5rem; text-align: center }
.document { text-align: center; color: #5f696b }
.list { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #c9c6bb; padding: .3rem .5rem; text-align: left }
th { background: #f5f4ef }
td:last-child, th:last-child { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
tfoot { font-weight: bold; display: table-row-group }
.issued { text-align: right; break-inside: avoid }
@page { size: A4; margin: 15mm }
@media print { body { margin: 0; font-size: 10pt } }
</style>
</head>
<body>
<h1>${safe(notice.title)}</h1>
${notice.document === null ? "" : `<p class="document">${safe(notice.document)}</p>`}
<p>${safe(notice.opening)}</p>
<div class="list"><table>
<thead><tr>${each("th", ["序", ...NOTICE_COLUMNS.map((column) => column.header)])}</tr></thead>
<tbody>
${notice.rows.map((cells, at) => line(cells, String(at + 1))).join("\n")}
</tbody>
<tfoot>${line(notice.total, "")}</tfoot>
</table></div>
${each("p", notice.closing)}
<div class="issued">${each("p", notice.issued)}</div>
</body>
</html>
`;
}
