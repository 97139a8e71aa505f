import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { ProgrammeChoice } from "../../../features/programmes/ProgrammeChoice.tsx";
import { useProgrammes } from "../../../features/programmes/use-programmes.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import { DecideParameterDialog } from "./DecideParameterDialog.tsx";
import { ProposeParameterDialog } from "./ProposeParameterDialog.tsx";
import type { Parameter, LocalParameter } from "./parameter.ts";

const STATES: Record<LocalParameter["state"], { kind: StatusKind; label: string }> = {
  proposed: { kind: "turn", label: "待另一人确认" },
  "in-force": { kind: "done", label: "生效" },
  withdrawn: { kind: "ended", label: "已退回" },
  replaced: { kind: "ended", label: "已被代替" },
};

/** Local amounts that the policy leaves open: one officer proposes, another confirms; earlier decisions keep theirs. */
export default function ParametersPage(): ReactElement {
  const [filters, setFilters] = useFilters(["programme"]);
  const { programmes, usual } = useProgrammes();
  const programme = filters.programme === "" ? usual : filters.programme;
  const policy = useApi(api.policy.show, { params: { id: programme } });
  const local = useApi(api.policy.parameters, { params: { id: programme } });
  const [proposing, setProposing] = useState<Parameter | null>(null);
  const [deciding, setDeciding] = useState<{ row: LocalParameter; agreed: boolean } | null>(null);
  const labelOf = (name: string) => policy.data?.parameters.find((one) => one.name === name)?.label ?? name;
  return (
    <StaffPage title="本地参数" intro="文件交由当地规定的金额。一人录入、另一人确认后生效，已作出的判定不变。">
      <ProgrammeChoice
        programmes={programmes}
        value={programme}
        onChange={(next) => setFilters({ programme: next === usual ? "" : next })}
      />
      <QueryView query={policy} lines={8}>
        {(data) => (
          <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
            {data.parameters
              .filter((one) => one.supplied !== "package")
              .map((parameter) => {
                const rows = (local.data?.rows ?? []).filter((row) => row.name === parameter.name);
                return (
                  <li key={parameter.name} className="p-4">
                    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
                      <div>
                        <h2 className="text-lg font-semibold">{parameter.label}</h2>
                        <p className="text-sm text-ink-2">
                          {parameter.description}
                          <a
                            href={clauseHref(parameter.clause)}
                            className="num ml-2 text-accent underline underline-offset-3"
                          >
                            条款 {parameter.clause}
                          </a>
                        </p>
                      </div>
                      <Button
                        variant="secondary"
                        icon="plus"
                        label={`录入新的${parameter.label}`}
                        onClick={() => setProposing(parameter)}
                      >
                        录入新值
                      </Button>
                    </div>
                    {rows.length === 0 ? (
                      <Empty title="还没有本地的值">没有值时，用到它的补贴判定为“还缺”。</Empty>
                    ) : (
                      <ul className="mt-1">
                        {rows.map((row) => (
                          <li
                            key={row.id}
                            className="grid items-baseline gap-x-6 gap-y-1 py-2 md:grid-cols-[8rem_15rem_1fr_auto]"
                          >
                            <span className="text-lg font-semibold">
                              <Amount parameter={parameter} value={row.value} />
                            </span>
                            <span className="num">
                              {row.effectiveFrom} 起{row.effectiveTo !== null && `，${row.effectiveTo} 前`}
                            </span>
                            <span className="min-w-0 text-ink-2">
                              {row.source}
                              <span className="num ml-2 text-sm text-ink-3">{dateOf(row.setAt)} 录入</span>
                            </span>
                            <span className="flex flex-wrap items-center gap-2">
                              <StatusMark kind={STATES[row.state].kind}>{STATES[row.state].label}</StatusMark>
                              {row.state === "proposed" && (
                                <>
                                  <Button onClick={() => setDeciding({ row, agreed: true })}>确认</Button>
                                  <Button variant="secondary" onClick={() => setDeciding({ row, agreed: false })}>
                                    退回
                                  </Button>
                                </>
                              )}
                            </span>
                          </li>
                        ))}
                      </ul>
                    )}
                  </li>
                );
              })}
          </ul>
        )}
      </QueryView>
      {proposing !== null && (
        <ProposeParameterDialog programme={programme} parameter={proposing} onClose={() => setProposing(null)} />
      )}
      {deciding !== null && (
        <DecideParameterDialog
          row={deciding.row}
          label={labelOf(deciding.row.name)}
          agreed={deciding.agreed}
          onClose={() => setDeciding(null)}
        />
      )}
    </StaffPage>
  );
}

function Amount({ parameter, value }: { parameter: Parameter; value: number | string }): ReactElement {
  if (parameter.kind === "money" && typeof value === "number") return <Money fen={value} />;
  if (parameter.kind === "ratio" && typeof value === "number") return <span className="num">{value * 100}%</span>;
  return <span className="num">{value}</span>;
}
