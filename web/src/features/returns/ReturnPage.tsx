import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { Reckoned } from "./Reckoned.tsx";
import { figureText, type ShownReturn, unitOf } from "./return-words.ts";
import { Receipt } from "./Receipt.tsx";
import { ReturnActs } from "./ReturnActs.tsx";
import { ReturnRows } from "./ReturnRows.tsx";
import { ReturnSheet } from "./ReturnSheet.tsx";

/** One return: filled in by its reporter, read and decided by its head and the bureau. */
export default function ReturnPage(): ReactElement {
  const { id = "" } = useParams();
  const shown = useApi(api.periodReturns.show, { params: { id } });
  const role = useSession().data?.account?.role;
  return (
    <QueryView query={shown} lines={12}>
      {(data) => (
        <StaffPage
          title={`${data.periodTitle}${data.form.title}`}
          intro={
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <StatusMark kind={stateKind("period-return", data.state, role === "reviewer" ? "office" : "owner")}>
                {data.stateLabel}
              </StatusMark>
              <span>{data.organisation}</span>
              <span className={data.late ? "num text-refuse" : "num"}>
                最迟 {data.dueOn}
                {data.late && "，逾期"}
              </span>
            </span>
          }
          actions={<ReturnActs data={data} />}
        >
          {data.reason !== null && data.mayEdit && (
            <Notice tone="turn" title={data.state === "reopened" ? "已重新打开" : "被退回"}>
              {data.reason}
            </Notice>
          )}
          {data.mayEdit ? <ReturnSheet key={data.version} data={data} /> : <SentSheet data={data} />}
          {data.form.rows?.sameTraining !== undefined && data.versions.length > 0 && <Receipt id={data.id} />}
          <ReturnRows data={data} />
          <History data={data} />
        </StaffPage>
      )}
    </QueryView>
  );
}

function SentSheet({ data }: { data: ShownReturn }): ReactElement {
  const { form } = data;
  return (
    <section aria-label="报送的数" className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="rounded-md border border-line bg-sheet p-4">
        <FactList
          columns={3}
          facts={[
            ...form.figures.map(({ code, title }) => ({
              label: title,
              value: (
                <span className="num">
                  {figureText(form, code, data.figures[code])}
                  {data.figures[code] !== undefined && unitOf(form, code) !== "" && ` ${unitOf(form, code)}`}
                </span>
              ),
            })),
            ...(data.note === null ? [] : [{ label: "备注", value: data.note, wide: true }]),
          ]}
        />
      </div>
      <Reckoned form={form} figures={new Map(Object.entries(data.reckoned))} faults={data.faults} />
    </section>
  );
}

function History({ data }: { data: ShownReturn }): ReactElement {
  return (
    <section aria-labelledby="return-history">
      <h2 id="return-history" className="mb-2 text-lg font-semibold">
        办理经过
      </h2>
      <ol className="grid gap-1">
        {data.steps.map((step) => (
          <li key={`${step.at}${step.state}`} className="flex flex-wrap gap-x-4">
            <span className="num text-ink-2">{formatInstant(step.at)}</span>
            <span className="font-medium">{step.label}</span>
            {step.by !== null && <span>{step.by}</span>}
            {step.reason !== null && <span className="text-ink-2">{step.reason}</span>}
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm text-ink-2">
        {data.form.source}。表 <code>{data.form.code}</code> 第 {data.form.version} 版；报送过 {data.versions.length}{" "}
        版，都保留。
      </p>
    </section>
  );
}
