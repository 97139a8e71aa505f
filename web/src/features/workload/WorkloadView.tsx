import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { ScrollArea } from "../../kit/ScrollArea.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { Button } from "../../kit/Button.tsx";
import { useSession } from "../../api/session.ts";
import { useDownload } from "../../lists/use-download.ts";
import { decimals, type ShownWorkload } from "./workload.ts";

const SHEETS = [
  ["classes", "技能培训工作量折算表"],
  ["income", "培训收入分配表"],
  ["teachers", "教师工作量"],
] as const;

/** A school's year: totals, its classes, corrections of locked years, its teachers; and the sheets to take away. */
export function WorkloadView({ data }: { data: ShownWorkload }): ReactElement {
  const { save, busy } = useDownload();
  const role = useSession().data?.account?.role;
  const { totals, parameters } = data;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <StatusMark kind={stateKind("workload", data.state, role === "institution" ? "owner" : "office")}>
          {data.stateLabel}
        </StatusMark>
        {SHEETS.map(([table, title]) => (
          <Button
            key={table}
            variant="secondary"
            icon="download"
            busy={busy}
            onClick={() =>
              save(
                `/api/v1/organisations/${data.organisationId}/workloads/${data.year}/sheet`,
                { table },
                `${title}-${data.year}.xlsx`,
              )
            }
          >
            {title}
          </Button>
        ))}
      </div>
      {data.reason !== null && data.state === "returned" && (
        <Notice tone="turn" title="被退回">
          {data.reason}
        </Notice>
      )}
      <section aria-label="合计" className="rounded-md border border-line bg-sheet p-4">
        <FactList
          columns={3}
          facts={[
            { label: "学时人次", value: <span className="num">{decimals(totals.learnerHours, 2)} 课时</span> },
            {
              label: `折合学生数（${parameters.hoursPerStudentYear} 课时折 1 人）`,
              value: <span className="num">{decimals(totals.equivalents, 3)} 人</span>,
            },
            { label: "教师工作量", value: <span className="num">{decimals(totals.trainerHours, 2)} 课时</span> },
            { label: "培训补贴收入", value: <Money fen={totals.subsidyFen} /> },
            { label: "收入合计", value: <Money fen={totals.incomeFen} /> },
            { label: `上缴 ${parameters.publicSharePercent}%`, value: <Money fen={totals.shareFen} /> },
            { label: "材料费", value: <Money fen={data.materialFen} /> },
            { label: "外聘教师", value: <Money fen={data.trainersFen} /> },
            { label: "绩效工资基数", value: <Money fen={totals.baseFen} /> },
          ]}
        />
        <p className="mt-3 text-sm text-ink-2">
          参数自 {parameters.from} 起：{parameters.source}
        </p>
      </section>
      <Sheet
        title="按班"
        head={["班级", "结束", "份额", "人数", "课时", "学时人次", "折合学生数", "教师工作量", "收入（元）"]}
        rows={data.lines.map((line) => [
          `${line.number} ${line.name}${line.correction ? "（对以前年度的更正）" : ""}`,
          line.endsOn,
          `${line.percent}%`,
          String(line.heads),
          String(line.classHours),
          decimals(line.learnerHours, 2),
          decimals(line.equivalents, 3),
          decimals(line.trainerHours, 2),
          decimals(line.incomeFen, 2),
        ])}
        empty="这一年还没有已结束的培训班。"
      />
      <Sheet
        title="按教师"
        head={["教师", "课次", "课时", "折算工作量"]}
        rows={data.teachers.map((one) => [one.name, String(one.sessions), String(one.hours), decimals(one.counted, 2)])}
        empty="这一年还没有已结束的培训班。"
      />
    </>
  );
}

interface SheetProps {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  empty: string;
}

function Sheet({ title, head, rows, empty }: SheetProps): ReactElement {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <ScrollArea label={`${title}，可横向滚动`} className="rounded-md border border-line bg-sheet">
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="border-b border-line">
                {head.map((name, at) => (
                  <th
                    key={name}
                    scope="col"
                    className={`px-3 py-2 font-medium whitespace-nowrap ${at === 0 ? "text-left" : "text-right"}`}
                  >
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={row} className="border-b border-line last:border-b-0">
                  {cells.map((cell, at) => (
                    <td
                      key={head[at]}
                      className={at === 0 ? "px-3 py-1.5" : "num px-3 py-1.5 text-right whitespace-nowrap"}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </section>
  );
}
