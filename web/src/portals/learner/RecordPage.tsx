import { regionName } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Disclosure } from "../../kit/Disclosure.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { dateOf, formatPeriod } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { CorrectionDialog, type CorrectionSubject } from "./record/CorrectionDialog.tsx";
import { CorrectionList } from "./record/CorrectionList.tsx";
import { factWords } from "./record/fact-words.ts";

type Record = Output<Api["me"]["record"]>;
type Fact = Record["facts"][number];
type Ask = (subject: CorrectionSubject) => void;

/** The person's record, each line with source and date; each can be objected to, and corrections stay visible. */
export default function RecordPage(): ReactElement {
  const query = useApi(api.me.record, {});
  const corrections = useApi(api.corrections.mine, {});
  const [subject, setSubject] = useState<CorrectionSubject | null>(null);
  const asked = corrections.data?.rows ?? [];
  return (
    <Page
      title="平台记着我的什么"
      intro="补贴能不能领，就看这些。每一条都写着从哪里来；哪一条不对，点“不对”说一声，工作人员核实。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView query={query} lines={8}>
        {(record) => (
          <>
            <Identity record={record} ask={setSubject} />
            <Facts facts={record.facts} ask={setSubject} />
            <Groups groups={record.groups} ask={setSubject} />
          </>
        )}
      </QueryView>
      {asked.length > 0 && <CorrectionList rows={asked} />}
      {subject !== null && <CorrectionDialog subject={subject} onClose={() => setSubject(null)} />}
    </Page>
  );
}

function Identity({ record: { person }, ask }: { record: Record; ask: Ask }): ReactElement {
  return (
    <Card title="基本信息">
      <FactList
        facts={[
          { label: "姓名", value: person.name },
          { label: "身份证号", value: <span className="num">{person.citizenIdMasked}</span> },
          { label: "出生日期", value: <span className="num">{person.birthDate}</span> },
          { label: "性别", value: person.sex === "F" ? "女" : "男" },
          { label: "手机号", value: <span className="num">{person.phoneMasked ?? "没有登记"}</span> },
          { label: "所在镇（街道）", value: regionName(person.town) },
          { label: "学历（自己填的）", value: person.education ?? "没有填" },
          { label: "档案序号", value: <span className="num">{person.number}</span> },
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-3 border-t border-line pt-3">
        <Button variant="secondary" to="/my/contact">
          改手机号、住址
        </Button>
        <Button variant="quiet" onClick={() => ask({ about: "name", label: "姓名", now: person.name })}>
          姓名不对
        </Button>
      </div>
    </Card>
  );
}

function Facts({ facts, ask }: { facts: readonly Fact[]; ask: Ask }): ReactElement {
  const current = facts.filter((fact) => fact.replacedBy === null);
  const replaced = facts.filter((fact) => fact.replacedBy !== null);
  return (
    <Card title="就业、社保和学历">
      {current.length === 0 ? (
        <p className="text-ink-2">还没有其他部门的记录。申请补贴时，主管部门会核验需要的内容。</p>
      ) : (
        <ul className="divide-y divide-line">
          {current.map((fact) => (
            <li
              key={fact.id}
              className="grid gap-x-6 gap-y-1 py-3 first:pt-0 sm:grid-cols-[9em_1fr_auto] sm:items-start"
            >
              <p className="font-medium">{fact.kindLabel}</p>
              <FactLines fact={fact} />
              <Button
                variant="secondary"
                label={`${fact.kindLabel}不对，申请更正`}
                className="justify-self-start"
                onClick={() =>
                  ask({
                    about: fact.kind,
                    label: fact.kindLabel,
                    factId: fact.id,
                    now: factWords(fact.kind, fact.value).join("，"),
                  })
                }
              >
                不对
              </Button>
            </li>
          ))}
        </ul>
      )}
      {replaced.length > 0 && (
        <Disclosure className="mt-2" summary={<>以前的记录（已更正 {replaced.length} 条）</>}>
          <ul className="divide-y divide-line">
            {replaced.map((fact) => (
              <li key={fact.id} className="py-2">
                <p className="font-medium text-ink-2">{fact.kindLabel}（已更正）</p>
                <FactLines fact={fact} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3 border-t border-line pt-3">
        <Button variant="secondary" icon="plus" onClick={() => ask({ about: null, label: "" })}>
          少记了一条
        </Button>
        <p className="min-w-[min(14em,100%)] flex-1 text-sm text-ink-2">已经影响到补贴的，也可以在那笔申请里提异议。</p>
      </div>
    </Card>
  );
}

function FactLines({ fact }: { fact: Fact }): ReactElement {
  return (
    <div>
      {factWords(fact.kind, fact.value).map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
      <p className="num text-sm text-ink-2">
        来自{fact.source}，{dateOf(fact.recordedAt)} 登记
        {fact.replaces !== null && `；更正后的记录${fact.reason === null ? "" : `，${fact.reason}`}`}
      </p>
    </div>
  );
}

function Groups({ groups, ask }: { groups: Record["groups"]; ask: Ask }): ReactElement {
  const confirmed = groups.filter((group) => group.state === "confirmed");
  return (
    <Card title="身份类别">
      {confirmed.length === 0 ? (
        <p className="text-ink-2">没有认定过的类别。登记失业、低保、退役军人等，可以申报。</p>
      ) : (
        <ul className="divide-y divide-line">
          {confirmed.map((group) => (
            <li key={group.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3 first:pt-0">
              <div>
                <p className="font-medium">{group.label}</p>
                <p className="num text-sm text-ink-2">{formatPeriod(group.validFrom, group.validTo)}</p>
              </div>
              <Button
                variant="secondary"
                label={`${group.label}不对，申请更正`}
                onClick={() =>
                  ask({
                    about: "group",
                    label: group.label,
                    groupId: group.id,
                    now: `${group.label}，${formatPeriod(group.validFrom, group.validTo)}`,
                  })
                }
              >
                不对
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 border-t border-line pt-3">
        <Button variant="secondary" to="/my/groups">
          申报和查看身份类别
        </Button>
      </div>
    </Card>
  );
}
