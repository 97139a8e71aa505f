import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { usePortalBase } from "./use-portal-base.ts";

type Thing = Output<Api["anomalies"]["evidence"]>["things"][number];

const LABELS: Readonly<Record<string, string>> = {
  people: "涉及人员",
  personId: "人员",
  organisations: "涉及单位",
  classes: "涉及班级",
  claimId: "申请",
  certificateId: "证书",
  workForTraining: "以工代训申请",
  preJob: "岗前培训申请",
  issuedOn: "发证日期",
  certificates: "证书数",
  capacity: "场地一天能容纳",
  sessions: "课次",
  sessionId: "课次",
  elsewhereSessionId: "同时在",
  enrolmentId: "学员",
  enrolments: "学员",
  learners: "学员",
  groups: "共用的人",
  lessons: "网课",
  lessonId: "网课",
  employers: "用人单位",
  uscc: "信用代码",
  results: "成绩",
  resultId: "成绩",
  objections: "异议",
  objectionId: "异议",
  overlaps: "重叠",
  beats: "播放记录",
  marks: "考勤记录",
  metres: "离教室（米）",
  seconds: "用时（秒）",
  late: "其中补录",
  accounts: "录入人",
  hours: "计入课时",
  required: "规定课时",
  reason: "原因",
  missed: "没有回答",
  from: "原",
  to: "现",
  examId: "考核",
  lowest: "最低分",
  highest: "最高分",
  occupation: "职业编码",
  level: "等级",
  startsOn: "开班",
};

/** Ids of single marks say nothing to a reader: session and learner are shown instead. */
const UNSAID = new Set(["markId"]);
const UUID = /^[\da-f]{8}-[\da-f]{4}-/u;

/** Evidence of a rule: people by name, sessions by time, each record linked to its page. */
export function AnomalyEvidence({ id, evidence }: { id: string; evidence: unknown }): ReactElement {
  const legend = useApi(api.anomalies.evidence, { params: { id } }, { staleTime: 300_000 });
  const things = new Map((legend.data?.things ?? []).map((thing) => [thing.id, thing]));
  const entries =
    evidence !== null && typeof evidence === "object"
      ? Object.entries(evidence).filter(([name, value]) => !isEmpty(value) && !UNSAID.has(name))
      : [];
  return (
    <section aria-label="证据">
      <h3 className="mb-2 text-lg font-semibold">证据</h3>
      <ErrorNotice error={legend.error} />
      {entries.length === 0 ? (
        <p className="text-ink-2">见上面的说明和相关页面。</p>
      ) : legend.isPending ? (
        <Skeleton lines={4} />
      ) : (
        <dl className="divide-y divide-line border-y border-line">
          {entries.map(([name, value]) => (
            <div key={name} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[8rem_1fr]">
              <dt className="text-ink-2">{LABELS[name] ?? name}</dt>
              <dd className="num min-w-0">
                <Value value={value} things={things} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Value({ value, things }: { value: unknown; things: ReadonlyMap<string, Thing> }): ReactElement {
  if (Array.isArray(value)) {
    const rows: unknown[] = value;
    const plain = rows.every((one) => typeof one !== "object" || one === null);
    return (
      <ul className={plain ? "flex flex-wrap gap-x-4 gap-y-1" : "grid gap-1"}>
        {rows.map((one, index) => (
          <li key={index} className={plain ? undefined : "grid grid-cols-[2.2rem_1fr]"}>
            {!plain && <span className="text-ink-3">{index + 1}</span>}
            <Value value={one} things={things} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "string" && UUID.test(value)) return <ThingLink thing={things.get(value)} />;
  if (value !== null && typeof value === "object") {
    return (
      <span className="flex flex-wrap gap-x-5">
        {Object.entries(value)
          .filter(([name, held]) => !isEmpty(held) && !UNSAID.has(name))
          .toSorted((a, b) => rank(a[1], things) - rank(b[1], things))
          .map(([name, held]) =>
            Array.isArray(held) || (typeof held === "string" && UUID.test(held)) ? (
              <Value key={name} value={held} things={things} />
            ) : (
              <span key={name}>
                <span className="text-ink-3">{LABELS[name] ?? name}</span> {String(held)}
              </span>
            ),
          )}
      </span>
    );
  }
  return <span>{String(value ?? "—")}</span>;
}

/** Order of columns: people first, then time and place, then amounts. */
function rank(held: unknown, things: ReadonlyMap<string, Thing>): number {
  const first: unknown = Array.isArray(held) ? held[0] : held;
  const thing = typeof first === "string" ? things.get(first) : undefined;
  return thing === undefined ? 2 : thing.kind === "person" ? 0 : 1;
}

/** Page of a record; auditors have no page of a person, whose traces are in the classes. */
function pageOf(thing: Thing, base: string): string | null {
  switch (thing.kind) {
    case "person":
      return base === "/bureau" ? `${base}/people/${thing.pageId}` : null;
    case "organisation":
      return base === "/bureau" ? `${base}/organisations/${thing.pageId}` : `/institutions/${thing.pageId}`;
    case "class":
    case "session":
    case "exam":
      return `${base}/classes/${thing.pageId}`;
    case "claim":
      return `${base}/claims/${thing.pageId}`;
    case "certificate":
      return `${base}/certificates?${base === "/audit" ? "serial" : "q"}=${encodeURIComponent(thing.label)}`;
    default:
      return null;
  }
}

function ThingLink({ thing }: { thing: Thing | undefined }): ReactElement {
  const base = usePortalBase();
  if (thing === undefined) return <span className="text-ink-3">记录已不在</span>;
  const page = pageOf(thing, base);
  return (
    <span className="whitespace-nowrap">
      {page === null ? (
        thing.label
      ) : (
        <Link to={page} className="text-accent underline underline-offset-3">
          {thing.label}
        </Link>
      )}
      {thing.detail !== null && thing.kind !== "session" && (
        <span className="ml-1.5 text-sm text-ink-3">{thing.detail}</span>
      )}
    </span>
  );
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
