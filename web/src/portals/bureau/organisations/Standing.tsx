import { stateWord } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { OrderDialog } from "./OrderDialog.tsx";
import type { Organisation, Standing } from "./organisation-words.ts";

/** Standing of an organisation (suspended, reinstated, ended), every order with its reason and papers. */
export function OrganisationStanding({ organisation }: { organisation: Organisation }): ReactElement {
  const [to, setTo] = useState<Standing | null>(null);
  const session = useSession();
  const orders = useApi(api.organisations.orders, { params: { id: organisation.id } });
  const reviewer = session.data?.account?.role === "reviewer";
  const { state } = organisation;
  return (
    <section aria-labelledby="standing" className="rounded-md border border-line bg-sheet p-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="standing" className="text-lg font-semibold">
          资格变动
        </h2>
        {reviewer && (
          <span className="flex flex-wrap gap-2">
            {state !== "active" && (
              <Button onClick={() => setTo("active")}>{state === "exited" ? "恢复登记" : "恢复正常"}</Button>
            )}
            {state === "active" && (
              <Button variant="danger" onClick={() => setTo("suspended")}>
                暂停
              </Button>
            )}
            {state !== "exited" && (
              <Button variant="danger" onClick={() => setTo("exited")}>
                退出
              </Button>
            )}
          </span>
        )}
      </div>
      {state !== "active" && (
        <div className="mb-3">
          <Notice tone="turn" title={state === "suspended" ? "已暂停：不能开始新的业务" : "已退出：不能开始新的业务"}>
            不能新开班、招收学员、申请准入、申领补贴。已开的班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理。
          </Notice>
        </div>
      )}
      <QueryView
        query={orders}
        lines={2}
        isEmpty={(data) => data.rows.length === 0}
        empty={<p className="text-ink-2">登记以来一直正常，没有变动。</p>}
      >
        {(data) => (
          <ol className="divide-y divide-line border-y border-line" aria-label="资格变动经过">
            {data.rows.map((row) => (
              <li key={row.id} className="grid gap-x-6 gap-y-2 py-3 lg:grid-cols-[10rem_1fr_20rem]">
                <div>
                  <StatusMark
                    kind={stateWord("organisation", row.to).kind}
                  >{`${row.fromLabel} → ${row.toLabel}`}</StatusMark>
                  <span className="num block text-sm text-ink-2">{formatInstant(row.madeAt)}</span>
                  <span className="text-sm text-ink-3">{row.madeBy}</span>
                </div>
                <div className="min-w-0">
                  <p>{row.reason}</p>
                  <p className="text-sm text-ink-2">依据：{row.basis}</p>
                </div>
                <div className="grid content-start gap-2">
                  {row.files.map((file) => (
                    <EvidenceFile
                      key={file.id}
                      url={`/api/v1/organisations/${organisation.id}/evidence/${file.id}`}
                      name={file.name}
                    />
                  ))}
                </div>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
      {to !== null && <OrderDialog organisation={organisation} to={to} onClose={() => setTo(null)} />}
    </section>
  );
}
