import { useState, type FormEvent, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApiPages, useChange } from "../api/hooks.ts";
import { ProblemError } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Empty } from "../ui/Empty.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Field } from "../ui/Field.tsx";
import { formatPeriod, formatYuan } from "../ui/format.ts";
import { Input } from "../ui/Input.tsx";
import { Notice } from "../ui/Notice.tsx";
import { pageOf } from "../ui/organisation/pages.ts";
import { usePolicy } from "../ui/organisation/use-policy.ts";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { Select } from "../ui/Select.tsx";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { useToast } from "../ui/Toast.tsx";

type Kind = "work-for-training" | "apprenticeship";

/** 申请补贴: work for training for an employee, or an apprenticeship class in advance and settlement. */
export default function ClaimNewPage(): ReactElement {
  const [kind, setKind] = useState<Kind>("work-for-training");
  const [citizenId, setCitizenId] = useState("");
  const [months, setMonths] = useState("3");
  const [classId, setClassId] = useState("");
  const [stage, setStage] = useState<"advance" | "settlement">("advance");
  const [years, setYears] = useState("1");
  const [because, setBecause] = useState("");
  const policy = usePolicy();
  const navigate = useNavigate();
  const tell = useToast();
  const classes = useApiPages("GET /api/v1/classes", { query: { benefit: "apprenticeship", limit: 200 } }, pageOf);
  const create = useChange("POST /api/v1/claims", {
    refresh: ["GET /api/v1/claims", "GET /api/v1/enterprise/home"],
    onSuccess: ({ id, number, amountFen }) => {
      tell(`${number} 已提交初审，申请 ${formatYuan(amountFen)} 元`);
      void navigate(`/enterprise/claims/${id}`);
    },
  });
  const problem = create.error instanceof ProblemError ? create.error : null;
  const notEntitled = problem?.problem.code === "not-entitled";
  const described = policy.benefits.find((one) => one.benefit === kind);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const reason = because.trim().length >= 5 ? { because: because.trim() } : {};
    create.mutate({
      body:
        kind === "work-for-training"
          ? { benefit: kind, citizenId, stated: { months: Number(months) }, ...reason }
          : { benefit: kind, classId, stage, stated: { years: Number(years) }, ...reason },
    });
  }

  return (
    <StaffPage title="申请补贴" intro="提交时系统按现有记录逐条判定，当场告诉您结果。">
      <form onSubmit={submit} noValidate className="grid items-start gap-4 xl:grid-cols-[38rem_1fr]">
        <Card>
          <div className="grid gap-5">
            <ErrorNotice
              error={create.error}
              fieldNames={{ "/citizenId": "职工身份证号", "/classId": "培训班", "/stated/months": "月数" }}
            />
            <Field label="哪一种补贴" group>
              <RadioGroup
                value={kind}
                onChange={setKind}
                choices={[
                  {
                    value: "work-for-training",
                    label: "以工代训补贴",
                    description: "吸纳重点人员就业、边工作边培训，每人最长 6 个月",
                  },
                  {
                    value: "apprenticeship",
                    label: "企业新型学徒制补贴",
                    description: "按学徒班申请：开班后预拨，结业后结算",
                  },
                ]}
              />
            </Field>
            {kind === "work-for-training" ? (
              <div className="grid gap-4 sm:grid-cols-[1fr_9rem]">
                <Field label="职工身份证号" hint="须先在“用工登记”里登记" error={problem?.fieldError("/citizenId")}>
                  <Input className="num" value={citizenId} onChange={setCitizenId} maxLength={24} autoComplete="off" />
                </Field>
                <Field label="月数" hint="1 至 6" error={problem?.fieldError("/stated/months")}>
                  <Select
                    value={months}
                    onChange={setMonths}
                    choices={[1, 2, 3, 4, 5, 6].map((n) => ({ value: String(n), label: `${n} 个月` }))}
                  />
                </Field>
              </div>
            ) : !classes.isPending && classes.rows.length === 0 ? (
              <Empty title="没有学徒班">与培训机构合办学徒班、开班审核通过后，才能申请学徒制补贴。</Empty>
            ) : (
              <>
                <Field label="学徒班" error={problem?.fieldError("/classId")}>
                  <Select
                    value={classId}
                    onChange={setClassId}
                    placeholder="请选择"
                    choices={classes.rows.map((row) => ({
                      value: row.id,
                      label: `${row.name}（${formatPeriod(row.startsOn, row.endsOn)}，${row.seatsTaken} 人）`,
                    }))}
                  />
                </Field>
                <div className="grid gap-4 sm:grid-cols-2">
                  <Field label="阶段" group>
                    <RadioGroup
                      inline
                      value={stage}
                      onChange={setStage}
                      choices={[
                        { value: "advance", label: "预拨" },
                        { value: "settlement", label: "结算" },
                      ]}
                    />
                  </Field>
                  <Field label="培养年限" error={problem?.fieldError("/stated/years")}>
                    <Select
                      value={years}
                      onChange={setYears}
                      choices={[1, 2, 3].map((n) => ({ value: String(n), label: `${n} 年` }))}
                    />
                  </Field>
                </div>
              </>
            )}
            {(notEntitled || because !== "") && (
              <Field label="仍要提交的理由" hint="记录有误、正在更正等，审核人会看到">
                <TextArea value={because} onChange={setBecause} rows={3} maxLength={500} />
              </Field>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <Button variant="secondary" to="/enterprise/claims">
                先不申请
              </Button>
              <Button
                type="submit"
                busy={create.isPending}
                disabled={kind === "apprenticeship" ? classId === "" : citizenId.trim() === ""}
              >
                提交初审
              </Button>
            </div>
          </div>
        </Card>
        <div className="grid gap-4">
          {described !== undefined && (
            <Card title="要满足的条件" action={<span className="text-sm text-ink-2">条款 {described.clause}</span>}>
              <p className="mb-2 text-ink-2">{described.summary}</p>
              <ul className="divide-y divide-line border-y border-line">
                {described.tests.map((test) => (
                  <li key={test.id} className="py-1.5">
                    {test.title}
                    <span className="ml-2 text-sm text-ink-3">条款 {test.clause}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Notice title="岗前、在岗培训不用在这里申请">
            职工凭本单位的班取得证书后，系统自动备好申请，在“补贴申请 · 等本单位办”里确认。
          </Notice>
        </div>
      </form>
    </StaffPage>
  );
}
