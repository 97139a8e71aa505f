import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import type { Input, Output } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { EvidenceUpload } from "../../../features/person/EvidenceUpload.tsx";

type Body = Input<Api["corrections"]["ask"]>["body"];
export type About = Output<Api["corrections"]["mine"]>["rows"][number]["about"];

/** Subject of the correction; without `about`, something that is missing. */
export interface CorrectionSubject {
  about: About | null;
  label: string;
  /** Recorded value, in words. */
  now?: string;
  factId?: string;
  groupId?: string;
}

const MISSING: readonly { value: Exclude<About, "name" | "group">; label: string; example: string }[] = [
  { value: "employment", label: "就业、劳动合同", example: "比如：2026 年 3 月起在某某公司上班，签了两年合同。" },
  { value: "insurance", label: "社会保险", example: "比如：失业保险已经缴了 40 个月。" },
  { value: "unemployment-benefit", label: "领取失业保险金", example: "比如：2025 年 6 月到 12 月领过失业金。" },
  { value: "pension", label: "养老金", example: "比如：还没有办退休，没有领养老金。" },
  { value: "degree", label: "学历", example: "比如：2026 年 1 月拿到大专毕业证，某某学院。" },
  { value: "training-need", label: "培训需求", example: "比如：想学一门手艺找工作。" },
];

interface CorrectionDialogProps {
  subject: CorrectionSubject;
  onClose: () => void;
}

/** Requests a correction of one's record. The recorded fact stays, with the answer beside it. */
export function CorrectionDialog({ subject, onClose }: CorrectionDialogProps): ReactElement {
  const tell = useToast();
  const ask = useChange(api.corrections.ask, {
    refresh: [api.corrections.mine, api.me.record],
    onSuccess: () => {
      form.clear();
      tell("已提出，等工作人员核实");
      onClose();
    },
  });
  const form = useForm({
    draft: `correction-${subject.factId ?? subject.groupId ?? subject.about ?? "missing"}`,
    initial: { about: subject.about ?? "", wish: "", evidenceFileId: "", evidenceName: "" },
    rules: contractOf(api.corrections.ask),
    error: ask.error,
  });
  const { about, wish, evidenceFileId, evidenceName } = form.values;
  const example = MISSING.find((one) => one.value === about)?.example;

  function send(): void {
    if (about === "") return;
    ask.mutate({
      body: {
        about: about as Body["about"],
        factId: subject.factId ?? null,
        groupId: subject.groupId ?? null,
        wish,
        evidenceFileId: evidenceFileId === "" ? null : evidenceFileId,
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={subject.about === null ? "少记了一条" : `${subject.label}不对`}
      footer={
        <FormFooter
          form={form}
          close="先不提"
          action="提出，请工作人员核实"
          busy={ask.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        {subject.now !== undefined && (
          <div className="rounded-md bg-paper px-4 py-3">
            <p className="text-sm text-ink-2">现在记着</p>
            <p className="num">{subject.now}</p>
          </div>
        )}
        {subject.about === null && (
          <FormField name="about" label="少了哪一方面">
            <Select {...form.bind("about")} placeholder="请选择" choices={MISSING} />
          </FormField>
        )}
        <FormField
          name="wish"
          label={subject.about === null ? "应当记什么" : "哪里不对，正确的是什么"}
          hint={example ?? "写清楚就行，不用格式。"}
        >
          <TextArea {...form.bind("wish")} rows={4} />
        </FormField>
        <FormField
          name="evidenceFileId"
          group
          label="证明材料"
          hint={evidenceName === "" ? "有证明办得快。没有也能提，工作人员会去查。" : `已上传：${evidenceName}`}
        >
          <EvidenceUpload onDone={(id, name) => form.set({ evidenceFileId: id, evidenceName: name })} />
        </FormField>
        <p className="text-sm text-ink-2">
          工作人员核实后答复您。属实的，会在旁边记一条新的，以后都按新的算；原来那条不删，看得出改过什么。
        </p>
      </FormBody>
    </Dialog>
  );
}
