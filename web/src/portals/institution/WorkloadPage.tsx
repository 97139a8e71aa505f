import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { WorkloadView } from "../../features/workload/WorkloadView.tsx";
import { type ShownWorkload, yearChoices } from "../../features/workload/workload.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { today } from "../../kit/today.ts";
import { useFilters } from "../../lists/use-filters.ts";

const refresh = [api.workloads.show] as const;

/** 培训工作量: a school's training of a year counted like teaching, to confirm and to take away. */
export default function WorkloadPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [{ year: chosen }, setFilters] = useFilters(["year"]);
  const year = Number(chosen === "" ? Number(today().slice(0, 4)) - 1 : chosen);
  const shown = useApi(api.workloads.show, { params: { id, year } }, { enabled: id !== "" });
  return (
    <StaffPage
      title="培训工作量"
      intro="按考勤和网课学时折算，与学历教育课时同等计算；年度结束后确认，接受、锁定后不再变动，以后的更正计入下一年。"
      actions={
        <Select
          className="w-32"
          aria-label="年度"
          value={String(year)}
          onChange={(value) => setFilters({ year: value })}
          choices={yearChoices(today())}
        />
      }
    >
      <QueryView query={shown} lines={12}>
        {(data) => (
          <>
            {data.mayEdit && <OwnSums key={data.year} data={data} />}
            <WorkloadView data={data} />
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

/** Income and costs that only the school knows, and its confirmation. */
function OwnSums({ data }: { data: ShownWorkload }): ReactElement {
  const [sums, setSums] = useState<Record<"otherIncomeFen" | "materialFen" | "trainersFen", number | null>>({
    otherIncomeFen: data.otherIncomeFen,
    materialFen: data.materialFen,
    trainersFen: data.trainersFen,
  });
  const [confirming, setConfirming] = useState(false);
  const tell = useToast();
  const save = useChange(api.workloads.save, { refresh, onSuccess: () => tell("已保存") });
  const confirm = useChange(api.workloads.confirm, {
    refresh,
    onSuccess: () => {
      tell("已确认，等待审核");
      setConfirming(false);
    },
  });
  const params = { id: data.organisationId, year: data.year };
  const whole = Object.values(sums).every((sum) => sum !== null);
  return (
    <section aria-label="收支" className="grid gap-3 rounded-md border border-line bg-sheet p-4">
      <ErrorNotice error={save.error} />
      <div className="grid gap-4 sm:grid-cols-3">
        {(
          [
            ["otherIncomeFen", "其他培训收入"],
            ["materialFen", "材料费"],
            ["trainersFen", "外聘教师"],
          ] as const
        ).map(([name, label]) => (
          <Field key={name} label={label}>
            <MoneyInput value={sums[name]} onChange={(fen) => setSums({ ...sums, [name]: fen })} />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          disabled={!whole}
          busy={save.isPending}
          onClick={() =>
            save.mutate({
              params,
              body: {
                otherIncomeFen: sums.otherIncomeFen ?? 0,
                materialFen: sums.materialFen ?? 0,
                trainersFen: sums.trainersFen ?? 0,
              },
            })
          }
        >
          保存收支
        </Button>
        <Button disabled={!whole} onClick={() => setConfirming(true)}>
          确认 {data.year} 年工作量
        </Button>
      </div>
      {confirming && (
        <ConfirmSheet
          open
          onClose={() => setConfirming(false)}
          title={`确认 ${data.year} 年工作量`}
          consequences={[
            "各班学时、折合学生数和收入按现在的记录存下，送人社和教育部门审核。",
            "锁定以后的更正不改这一年，另列一行计入下一年。",
          ]}
          action="确认"
          busy={confirm.isPending}
          error={confirm.error}
          onConfirm={() => confirm.mutate({ params })}
        />
      )}
    </section>
  );
}
