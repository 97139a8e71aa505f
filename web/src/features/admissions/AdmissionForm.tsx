import { api } from "../../api/api.ts";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { useToast } from "../../kit/Toast.tsx";
import { levelChoices } from "../occupations/levels.ts";
import { admissionPapers, missingPapers } from "../papers/paper-kinds.ts";
import { PaperList, type Paper } from "../papers/PaperList.tsx";
import { usePapers } from "../papers/use-papers.ts";
import type { Admission } from "./admission.ts";

interface AdmissionFormProps {
  activity: "training" | "evaluation";
  /** The one that is edited; null for a new one. */
  admission: Admission | null;
  onClose: () => void;
}

const refresh = [api.admissions.list, api.admissions.show] as const;

/** An application for one occupation and level: kept as a draft on the server or sent to the office at once. */
export function AdmissionForm({ activity, admission, onClose }: AdmissionFormProps): ReactElement {
  const draft = useDraft(`admission-${admission?.id ?? activity}`, {
    occupation: admission?.occupation ?? "",
    level: String(admission?.level ?? 5),
    statement: admission?.statement ?? "",
    capacity: admission?.annualCapacity?.toString() ?? "",
    papers: (admission?.evidence ?? []).map(({ id, kind, name }): Paper => ({ id, kind, name })) as readonly Paper[],
  });
  const changePapers = usePapers(draft.value.papers, (papers) => draft.set({ papers }));
  const needs = admissionPapers(activity);
  const tell = useToast();
  const create = useChange(api.admissions.draft, { refresh });
  const edit = useChange(api.admissions.edit, { refresh });
  const submit = useChange(api.admissions.submit, { refresh });
  const error = create.error ?? edit.error ?? submit.error;
  const problem = error instanceof ProblemError ? error : null;
  const { occupation, level, statement, capacity, papers } = draft.value;
  const missing = missingPapers(needs, papers);

  async function save(send: boolean): Promise<void> {
    const body = {
      activity,
      occupation,
      level: Number(level),
      statement,
      evidenceFileIds: papers.map((paper) => paper.id),
      annualCapacity: capacity === "" ? null : Number(capacity),
    };
    // A draft that was kept and then refused on submission is edited the next time, not made twice.
    const known = admission?.id ?? create.data?.id;
    const { id } =
      known === undefined
        ? await create.mutateAsync({ body })
        : await edit.mutateAsync({ params: { id: known }, body });
    if (send) await submit.mutateAsync({ params: { id } });
    draft.clear();
    tell(send ? "准入申请已提交，人社部门 20 个工作日内答复" : "准入申请已存为草稿");
    onClose();
  }
  // The notice above the form shows a failure.
  const run = (send: boolean) => void save(send).catch(() => undefined);
  const busy = create.isPending || edit.isPending || submit.isPending;

  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={activity === "training" ? "申请培训准入" : "申请评价资格"}
      footer={
        <>
          <Button variant="secondary" busy={busy} onClick={() => run(false)}>
            存为草稿
          </Button>
          <Button busy={busy} onClick={() => run(true)}>
            提交人社部门
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={error}
          fieldNames={{ "/occupation": "职业（工种）", "/level": "等级", "/statement": "条件说明" }}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="职业（工种）" error={problem?.fieldError("/occupation")}>
            <Select
              value={occupation}
              onChange={(code) => draft.set({ occupation: code })}
              placeholder="请选择"
              choices={occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
            />
          </Field>
          <Field label="等级" error={problem?.fieldError("/level")}>
            <Select value={level} onChange={(value) => draft.set({ level: value })} choices={levelChoices} />
          </Field>
        </div>
        <Field label="一年能办多少" required={false} error={problem?.fieldError("/annualCapacity")}>
          <Input
            inputMode="numeric"
            unit="人次"
            value={capacity}
            onChange={(text) => draft.set({ capacity: text.replace(/\D/gu, "") })}
          />
        </Field>
        <Field
          label="条件说明"
          hint="师资、场地、设备、管理制度，至少 10 个字。考察时会对照。"
          error={problem?.fieldError("/statement")}
        >
          <TextArea value={statement} onChange={(text) => draft.set({ statement: text })} rows={6} maxLength={5000} />
        </Field>
        <section aria-labelledby="admission-papers">
          <h3 id="admission-papers" className="font-medium">
            材料
          </h3>
          <p className="mb-1.5 text-sm text-ink-2">
            PDF 或照片，每个不超过 10 MB；加密保存，只有本单位和办理的人社部门看得到。
          </p>
          <PaperList needs={needs} papers={papers} {...changePapers} />
          {missing.length > 0 && (
            <p className="mt-1.5 text-sm text-ink-2">
              还差 {missing.length} 样：{missing.map((need) => need.label).join("、")}
              。可以先提交，答复前补交；缺了可能被退回。
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
