import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { type ShownImport, importCounts } from "./fact-import.ts";
import { ImportAct, type ImportActName } from "./ImportAct.tsx";
import { ImportRows } from "./ImportRows.tsx";

/** One import: what was read and what was not, every row, and the next step for its reader. */
export default function FactImportPage(): ReactElement {
  const { id = "" } = useParams();
  const [working, setWorking] = useState(true);
  const shown = useApi(api.factImports.show, { params: { id } }, { refetchInterval: working ? 1_000 : false });
  const [act, setAct] = useState<ImportActName | null>(null);
  const running = shown.data?.state === "checking" || shown.data?.state === "applying";
  if (shown.data !== undefined && running !== working) setWorking(running);
  return (
    <QueryView query={shown}>
      {(data) => (
        <StaffPage
          title={`${data.label}：第 ${data.number} 号导入`}
          intro={<StatusMark kind={stateKind("fact-import", data.state, "office")}>{data.stateLabel}</StatusMark>}
          actions={offersOf(data).map((offer) => (
            <Button
              key={offer.act}
              variant={offer.secondary === true ? "secondary" : "primary"}
              onClick={() => setAct(offer.act)}
            >
              {offer.label}
            </Button>
          ))}
        >
          <ImportSummary data={data} />
          {data.state !== "checking" && data.state !== "refused" && <ImportRows data={data} />}
          {act !== null && <ImportAct act={act} data={data} onClose={() => setAct(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}

interface Offer {
  act: ImportActName;
  label: string;
  secondary?: boolean;
}

/** The reader's next steps. The officer who sent a list never confirms it. */
function offersOf(data: ShownImport): Offer[] {
  const drop: Offer = { act: "discard", label: "作废", secondary: true };
  switch (data.state) {
    case "ready":
      return [
        ...(data.added + data.changed > 0
          ? [
              data.faulty === 0
                ? { act: "all" as const, label: "提交，请另一位确认" }
                : { act: "good" as const, label: "只导入没有错误的行" },
            ]
          : []),
        drop,
      ];
    case "submitted":
      return data.mayConfirm ? [{ act: "confirm", label: "确认登记" }, drop] : [drop];
    case "applied":
      return data.undoes === null && data.undoneBy === null
        ? [{ act: "undo", label: "撤销这次导入", secondary: true }]
        : [];
    default:
      return [];
  }
}

function ImportSummary({ data }: { data: ShownImport }): ReactElement {
  return (
    <section aria-label="导入情况" className="grid gap-3">
      {(data.state === "checking" || data.state === "applying") && (
        <ProgressBar label={data.state === "checking" ? "正在预检" : "正在登记"} value={data.done} max={data.total} />
      )}
      {data.refused !== null && (
        <Notice tone="refuse" title="文件不能用">
          {data.refused}
        </Notice>
      )}
      {data.unread.length > 0 && (
        <Notice title={`有 ${data.unread.length} 列没有读取`}>{data.unread.join("、")}</Notice>
      )}
      {data.notes.map((note) => (
        <Notice key={note}>{note}</Notice>
      ))}
      {data.state === "submitted" && (
        <Notice tone="turn" title={data.mayConfirm ? "等您确认" : "等本单位另一位工作人员确认"}>
          确认之前，名册里的内容不作为补贴判定的依据。
        </Notice>
      )}
      {data.undoneBy !== null && (
        <Notice title={`已由第 ${data.undoneBy} 号导入撤销`}>原记录保留，不再作为依据。</Notice>
      )}
      <FactList
        columns={3}
        facts={[
          { label: "部门", value: data.office },
          { label: "来源", value: data.source },
          { label: "文件", value: data.fileName ?? (data.undoes === null ? "–" : `撤销第 ${data.undoes} 号导入`) },
          { label: "行数", value: <span className="num">{data.total.toLocaleString("zh-CN")}</span> },
          { label: "结果", value: <span className="num">{importCounts(data)}</span> },
          { label: "有提示的行", value: <span className="num">{data.warned.toLocaleString("zh-CN")}</span> },
          { label: "上传", value: <span className="num">{`${data.sentBy} ${formatInstant(data.sentAt)}`}</span> },
          {
            label: "确认",
            value: (
              <span className="num">
                {data.confirmedAt === null
                  ? "还没有确认"
                  : `${data.confirmedBy ?? ""} ${formatInstant(data.confirmedAt)}`}
              </span>
            ),
          },
          ...(data.reason === null ? [] : [{ label: "理由", value: data.reason }]),
        ]}
      />
    </section>
  );
}
