import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { Button } from "../../kit/Button.tsx";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
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

/** Application for one occupation and level: saved as a draft on the server or submitted at once. */
export function AdmissionForm({ activity, admission, onClose }: AdmissionFormProps): ReactElement {
  const needs = admissionPapers(activity);
  const tell = useToast();
  const create = useChange(api.admissions.draft, { refresh });
  const edit = useChange(api.admissions.edit, { refresh });
  const submit = useChange(api.admissions.submit, { refresh });
  const error = create.error ?? edit.error ?? submit.error;
  const form = useForm({
    draft: `admission-${admission?.id ?? activity}`,
    initial: {
      occupation: admission?.occupation ?? "",
      level: String(admission?.level ?? 5),
      statement: admission?.statement ?? "",
      annualCapacity: admission?.annualCapacity?.toString() ?? "",
      papers: (admission?.evidence ?? []).map(({ id, kind, name }): Paper => ({ id, kind, name })) as readonly Paper[],
    },
    rules: contractOf(api.admissions.draft),
    error,
  });
  const { occupation, level, statement, annualCapacity, papers } = form.values;
  const changePapers = usePapers(papers, (next) => form.set({ papers: next }));
  const missing = missingPapers(needs, papers);

  async function save(send: boolean): Promise<void> {
    const body = {
      activity,
      occupation,
      level: Number(level),
      statement,
      evidenceFileIds: papers.map((paper) => paper.id),
      annualCapacity: annualCapacity === "" ? null : Number(annualCapacity),
    };
    // A saved draft whose submission was refused is edited the next time, not created twice.
    const known = admission?.id ?? create.data?.id;
    const { id } =
      known === undefined
        ? await create.mutateAsync({ body })
        : await edit.mutateAsync({ params: { id: known }, body });
    if (send) await submit.mutateAsync({ params: { id } });
    form.clear();
    tell(send ? "准入申请已提交，人社部门 20 个工作日内答复" : "准入申请已存为草稿");
    onClose();
  }
  // The notice above the form shows a failure.
  const run = (send: boolean) => {
    if (form.check()) void save(send).catch(() => undefined);
  };
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
      <FormBody form={form}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="occupation" label="职业（工种）">
            <Select
              {...form.bind("occupation")}
              placeholder="请选择"
              choices={occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
            />
          </FormField>
          <FormField name="level" label="等级">
            <Select {...form.bind("level")} choices={levelChoices} />
          </FormField>
        </div>
        <FormField name="annualCapacity" label="一年能办多少">
          <Input {...form.digits("annualCapacity")} inputMode="numeric" unit="人次" />
        </FormField>
        <FormField
          name="statement"
          label="条件说明"
          required
          hint="师资、场地、设备、管理制度，至少 10 个字。考察时会对照。"
        >
          <TextArea {...form.bind("statement")} rows={6} />
        </FormField>
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
      </FormBody>
    </Dialog>
  );
}
