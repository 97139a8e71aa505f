import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { JoinDialog } from "./JoinDialog.tsx";
import { JoinNotices } from "./JoinNotices.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { PersonClaims } from "./PersonClaims.tsx";
import { PersonFacts } from "./PersonFacts.tsx";
import { PersonGroups } from "./PersonGroups.tsx";
import { PhoneDialog } from "./PhoneDialog.tsx";
import { SkillsFile } from "./SkillsFile.tsx";
import { SkillsFilePaper } from "./SkillsFilePaper.tsx";
import { UnmaskPerson } from "./UnmaskPerson.tsx";
import type { PersonRecord } from "./person-record.ts";

/** One person's record: groups, facts, training and certificates, claims. Masked until unmasked for a purpose. */
export default function PersonPage(): ReactElement {
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const tab = search.get("tab") ?? "groups";
  const [renaming, setRenaming] = useState(false);
  const [numbering, setNumbering] = useState(false);
  const [phoning, setPhoning] = useState(false);
  const session = useSession();
  const reviewer = session.data?.account?.role === "reviewer";
  const record = useApi(api.people.show, { params: { id } });
  const tabs = [
    { key: "groups", title: "人群类别" },
    { key: "facts", title: "人员信息" },
    { key: "skills", title: "技能档案" },
    ...(reviewer ? [{ key: "claims", title: "补贴" }] : []),
  ];
  return (
    <QueryView query={record} lines={12}>
      {(data) => (
        <StaffPage
          title={data.person.name}
          intro={
            <span className="num flex flex-wrap gap-x-4">
              档案 {data.person.number}
              <Link to="/bureau/people" className="text-accent underline underline-offset-3">
                查找人员
              </Link>
            </span>
          }
          actions={
            <>
              <SkillsFilePaper personId={id} number={data.person.number} />
              {reviewer && (
                <>
                  <Button variant="secondary" onClick={() => setRenaming(true)}>
                    更正姓名
                  </Button>
                  <Button variant="secondary" onClick={() => setNumbering(true)}>
                    更正身份证号
                  </Button>
                  {data.person.phoneMasked === null && (
                    <Button variant="secondary" onClick={() => setPhoning(true)}>
                      登记手机号
                    </Button>
                  )}
                </>
              )}
            </>
          }
        >
          {reviewer && <JoinNotices personId={id} />}
          <section className="rounded-md border border-line bg-sheet p-4">
            <FactList columns={3} facts={factsOf(data)} />
          </section>
          <section className="rounded-md border border-line bg-sheet px-4 pt-1 pb-4">
            <Tabs
              tabs={tabs}
              current={tab}
              label="档案"
              onChange={(key) => setSearch({ tab: key }, { replace: true, preventScrollReset: true })}
            >
              {tab === "groups" && <PersonGroups record={data} />}
              {tab === "facts" && <PersonFacts record={data} />}
              {tab === "skills" && <SkillsFile personId={id} />}
              {tab === "claims" && reviewer && <PersonClaims person={data.person} />}
            </Tabs>
          </section>
          {renaming && <NameDialog person={data.person} onClose={() => setRenaming(false)} />}
          {phoning && <PhoneDialog person={data.person} onClose={() => setPhoning(false)} />}
          {numbering && <JoinDialog person={data.person} onClose={() => setNumbering(false)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}

function factsOf({ person, payeeAccounts }: PersonRecord) {
  const account = payeeAccounts.find((one) => one.until === null);
  const number = (field: "citizenId" | "phone" | "bankAccount", masked: string) => (
    <UnmaskPerson personId={person.id} field={field} masked={masked} />
  );
  return [
    { label: "身份证号", value: number("citizenId", person.citizenIdMasked) },
    { label: "手机号", value: person.phoneMasked === null ? "没有登记" : number("phone", person.phoneMasked) },
    { label: "收款账户", value: account === undefined ? "没有登记" : number("bankAccount", account.numberMasked) },
    { label: "性别", value: person.sex === "M" ? "男" : "女" },
    { label: "出生日期", value: <span className="num">{person.birthDate}</span> },
    { label: "镇街", value: regionName(person.town) },
  ];
}
