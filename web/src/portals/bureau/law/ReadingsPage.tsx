import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { ProgrammeChoice } from "../../../features/programmes/ProgrammeChoice.tsx";
import { useProgrammes } from "../../../features/programmes/use-programmes.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { ConfirmReadingDialog } from "./readings/ConfirmReadingDialog.tsx";
import { ProposeReadingDialog } from "./readings/ProposeReadingDialog.tsx";
import { ReadingCard } from "./readings/ReadingCard.tsx";
import type { Reading } from "./readings/reading.ts";

const SHOWN = [
  { key: "all", title: "全部" },
  { key: "proposed", title: "待确认" },
  { key: "unconfirmed", title: "还没有提请" },
  { key: "confirmed", title: "已确认" },
] as const;

type Act = { reading: Reading; act: "propose" | "confirm" | "refuse" };

/** Readings of a programme: both alternatives, the chosen one and why, and who confirmed it for the bureau. */
export default function ReadingsPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const { programmes, usual } = useProgrammes();
  const id = search.get("programme") ?? usual;
  const state = search.get("state") ?? "all";
  const readings = useApi(api.policyReadings.list, { params: { id } }, { staleTime: 0, enabled: id !== "" });
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const write = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
  };
  const rows = readings.data?.rows ?? [];
  const counted = (key: string): number => (key === "all" ? rows : rows.filter((one) => one.state === key)).length;
  return (
    <StaffPage title="读法" intro="文件有几处可以有不同理解。一位工作人员凭文件提请，另一位确认后，才是本地的定论。">
      <ProgrammeChoice programmes={programmes} value={id} onChange={(next) => write("programme", next)} />
      <QueryView query={readings} lines={10}>
        {(data) => (
          <Tabs
            label="读法的状态"
            tabs={SHOWN.map((one) => ({ ...one, count: counted(one.key) }))}
            current={state}
            onChange={(next) => write("state", next)}
          >
            {counted(state) === 0 ? (
              <Empty title="没有这样的读法">换一个状态再看。</Empty>
            ) : (
              <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
                {data.rows
                  .filter((one) => state === "all" || one.state === state)
                  .map((one) => (
                    <ReadingCard key={one.id} reading={one} onAct={(what) => setAct({ reading: one, act: what })} />
                  ))}
              </ul>
            )}
          </Tabs>
        )}
      </QueryView>
      {act?.act === "propose" && <ProposeReadingDialog programme={id} reading={act.reading} onClose={close} />}
      {act !== null && act.act !== "propose" && (
        <ConfirmReadingDialog reading={act.reading} agreed={act.act === "confirm"} onClose={close} />
      )}
    </StaffPage>
  );
}
