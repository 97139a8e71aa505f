import { stateKind, stateWord } from "@jinengtong/words";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Money } from "../../kit/Money.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { SheetImport } from "../../lists/SheetImport.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { CreditDialog } from "./CreditDialog.tsx";
import { DecidePilotDialog, type PilotVerdict } from "./DecidePilotDialog.tsx";
import { type Candidate, OUTCOMES, type Pilot } from "./pilot.ts";

type Registered = Output<Api["pilotCandidates"]["import"]>;
type Written = Output<Api["pilotResults"]["import"]>;

/** One pilot: places, candidates by sheet, results by sheet, recognised courses. */
export default function PilotPage(): ReactElement {
  const { id = "" } = useParams();
  const role = useSession().data?.account?.role;
  const query = useApi(api.pilots.show, { params: { id } });
  const [deciding, setDeciding] = useState<PilotVerdict | null>(null);
  const [open, setOpen] = useState<"candidates" | "results" | null>(null);
  const client = useQueryClient();
  const tell = useToast();
  const refresh = (said: string): void => {
    for (const key of [api.pilots.show, api.pilotCandidates.list]) void client.invalidateQueries({ queryKey: [key] });
    tell(said);
  };
  const pilot = query.data;
  return (
    <StaffPage
      title={pilot === undefined ? "1+X 试点" : `${pilot.certificate}（${pilot.levelLabel}）`}
      intro="登记考生、成绩、认定学分；撤回后成绩和证书不变。"
      actions={
        <>
          {role === "department" && pilot?.state === "proposed" && (
            <>
              <Button variant="secondary" onClick={() => setDeciding("refused")}>
                不批准
              </Button>
              <Button onClick={() => setDeciding("approved")}>批准</Button>
            </>
          )}
          {role === "department" && pilot?.state === "approved" && (
            <Button variant="secondary" onClick={() => setDeciding("withdrawn")}>
              撤回试点
            </Button>
          )}
          {role === "institution" && pilot?.state === "approved" && (
            <Button icon="upload" onClick={() => setOpen("candidates")}>
              导入考生
            </Button>
          )}
          {role === "evaluator" && (
            <Button icon="upload" onClick={() => setOpen("results")}>
              导入考核结果
            </Button>
          )}
        </>
      }
    >
      <QueryView query={query} lines={4}>
        {(data) => <PilotFacts pilot={data} />}
      </QueryView>
      <Candidates id={id} mayCredit={role === "institution"} />
      <SheetImport<Registered>
        open={open === "candidates"}
        onClose={() => setOpen(null)}
        title="导入考生名单"
        unit="人"
        address={`/api/v1/pilots/${id}/candidate-imports`}
        template={{ path: "/api/v1/pilot-candidates/template", name: "考生名单模板.xlsx" }}
        good={({ registered }) => registered}
        outcome={({ registered, known }) => `登记 ${registered} 人，已登记过 ${known} 人。`}
        onImported={({ registered }) => refresh(`登记了 ${registered} 人`)}
      >
        姓名、身份证号必填。超过名额的行不登记，会逐行说明。
      </SheetImport>
      <SheetImport<Written>
        open={open === "results"}
        onClose={() => setOpen(null)}
        title="导入考核结果"
        unit="人"
        address={`/api/v1/pilots/${id}/result-imports`}
        template={{ path: "/api/v1/pilot-results/template", name: "考核结果模板.xlsx" }}
        good={({ written }) => written}
        outcome={({ written, unchanged }) => `登记 ${written} 人，没有变的 ${unchanged} 人。`}
        onImported={({ written }) => refresh(`登记了 ${written} 人的结果`)}
      >
        结果填合格、不合格或缺考；合格的填证书编号。更正已登记的结果要写理由。
      </SheetImport>
      {deciding !== null && <DecidePilotDialog id={id} verdict={deciding} onClose={() => setDeciding(null)} />}
    </StaffPage>
  );
}

function PilotFacts({ pilot }: { pilot: Pilot }): ReactElement {
  return (
    <FactList
      columns={3}
      facts={[
        { label: "学校", value: pilot.schoolName },
        { label: "培训评价组织", value: pilot.evaluatorName },
        { label: "专业", value: pilot.majors.join("、") },
        { label: "登记 / 名额", value: <span className="num">{`${pilot.registered} / ${pilot.places} 人`}</span> },
        {
          label: "参考、取得证书",
          value: (
            <span className="num">{`${pilot.sat} 人参考，${pilot.passed} 人取得证书，${pilot.credited} 人认定学分`}</span>
          ),
        },
        { label: "考核费（按参考人数）", value: <Money fen={pilot.feesFen} /> },
        {
          label: "状态",
          value: (
            <StatusMark kind={stateKind("pilot", pilot.state)}>{stateWord("pilot", pilot.state).label}</StatusMark>
          ),
        },
        ...(pilot.reason === null ? [] : [{ label: "审核意见", value: pilot.reason }]),
      ]}
    />
  );
}

function Candidates({ id, mayCredit }: { id: string; mayCredit: boolean }): ReactElement {
  const [filters, , bind] = useFilters(["outcome"]);
  const [crediting, setCrediting] = useState<Candidate | null>(null);
  const list = useList(api.pilotCandidates.list, { params: { id }, usual: "name", filters, exportAs: "1+X考生.xlsx" });
  return (
    <>
      <DataTable
        id="pilot-candidates"
        caption="考生"
        unit="人"
        {...list}
        rowKey={(row) => row.id}
        filters={
          <Filter
            label="结果"
            {...bind("outcome")}
            choices={Object.entries(OUTCOMES).map(([value, { label }]) => ({ value, label }))}
          />
        }
        empty={<Empty title="没有这样的考生">学校导入名单后在这里。</Empty>}
        columns={[
          {
            key: "name",
            sort: "name",
            title: "姓名",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "id", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
          {
            key: "outcome",
            title: "结果",
            render: (row) => <StatusMark kind={OUTCOMES[row.outcome].kind}>{OUTCOMES[row.outcome].label}</StatusMark>,
          },
          {
            key: "number",
            sort: "number",
            title: "证书编号",
            render: (row) => <span className="num">{row.number ?? "–"}</span>,
          },
          {
            key: "on",
            sort: "onDate",
            title: "考核日期",
            render: (row) => <span className="num">{row.onDate ?? "–"}</span>,
          },
          {
            key: "credits",
            title: "认定的课程",
            render: (row) =>
              row.credits.length === 0
                ? "没有"
                : row.credits.map(({ course, points }) => `${course} ${points} 学分`).join("；"),
          },
          ...(mayCredit
            ? [
                {
                  key: "act",
                  title: "办理",
                  render: (row: Candidate) =>
                    row.outcome === "passed" ? (
                      <RowAct label={`认定 ${row.name} 的学分`} onClick={() => setCrediting(row)}>
                        认定学分
                      </RowAct>
                    ) : (
                      "–"
                    ),
                },
              ]
            : []),
        ]}
      />
      {crediting !== null && <CreditDialog candidate={crediting} onClose={() => setCrediting(null)} />}
    </>
  );
}
