import type { ReactElement } from "react";
import { Link } from "react-router";

const LABELS: Readonly<Record<string, string>> = {
  people: "涉及人员",
  personId: "人员",
  personIds: "涉及人员",
  organisations: "涉及单位",
  classes: "涉及班级",
  classIds: "涉及班级",
  claims: "涉及申请",
  claimId: "申请",
  workForTraining: "以工代训申请",
  preJob: "岗前培训申请",
  issuedOn: "发证日期",
  certificates: "证书数",
  capacity: "场地容量",
  device: "设备",
  devices: "设备",
  sessions: "课次",
  count: "数量",
  days: "天数",
};

const PAGES: Readonly<Record<string, string>> = {
  people: "/bureau/people/",
  personId: "/bureau/people/",
  personIds: "/bureau/people/",
  organisations: "/bureau/organisations/",
  classes: "/bureau/classes/",
  classIds: "/bureau/classes/",
  claims: "/bureau/claims/",
  claimId: "/bureau/claims/",
  workForTraining: "/bureau/claims/",
  preJob: "/bureau/claims/",
};

const UUID = /^[\da-f]{8}-[\da-f]{4}-/u;

/** What a rule rested on, each record a link. */
export function AnomalyEvidence({ evidence }: { evidence: unknown }): ReactElement {
  const entries =
    evidence !== null && typeof evidence === "object"
      ? Object.entries(evidence).filter(([, value]) => !isEmpty(value))
      : [];
  return (
    <section aria-label="证据">
      <h3 className="mb-2 text-lg font-semibold">证据</h3>
      {entries.length === 0 ? (
        <p className="text-ink-2">见上面的说明和相关页面。</p>
      ) : (
        <dl className="divide-y divide-line border-y border-line">
          {entries.map(([name, value]) => (
            <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[9rem_1fr]">
              <dt className="text-ink-2">{LABELS[name] ?? name}</dt>
              <dd className="num min-w-0 break-words">
                <Value name={name} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Value({ name, value }: { name: string; value: unknown }): ReactElement {
  if (Array.isArray(value)) {
    return (
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {value.map((one: unknown, index) => (
          <li key={index}>
            <Value name={name} value={typeof one === "string" && UUID.test(one) ? `${one}#${index + 1}` : one} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "string" && UUID.test(value)) {
    const [id = "", ordinal] = value.split("#");
    const page = PAGES[name];
    const words = ordinal === undefined ? "查看" : `第 ${ordinal} 个`;
    return page === undefined ? (
      <span className="font-mono text-sm">{id.slice(-8)}</span>
    ) : (
      <Link to={`${page}${id}`} className="text-accent underline underline-offset-3">
        {words}
      </Link>
    );
  }
  if (value !== null && typeof value === "object") {
    return (
      <span>
        {Object.entries(value)
          .filter(([, held]) => !(typeof held === "string" && UUID.test(held)))
          .map(([key, held]) => `${LABELS[key] ?? key} ${String(held)}`)
          .join("，")}
      </span>
    );
  }
  return <span>{String(value ?? "—")}</span>;
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
