import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { formatInstant } from "../../kit/format.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { verdicts, type Sample, type Verdict } from "./sample-frames.ts";

interface FindingDialogProps {
  sampleId: string;
  item: { id: string; number: string; title: string };
  earlier: Sample["found"];
  onClose: () => void;
}

const choices = [
  { value: "in-order", label: "相符", description: "账、证、课都对得上" },
  { value: "question", label: "存疑", description: "需要被审计单位说明" },
  { value: "irregular", label: "不符", description: "与事实或政策不符" },
] as const;

/** Finding on one drawn record. A second look is a second finding; the first stays. */
export function FindingDialog({ sampleId, item, earlier, onClose }: FindingDialogProps): ReactElement {
  const tell = useToast();
  const record = useChange(api.samples.recordFinding, {
    refresh: [api.samples.show, api.samples.list, api.homes.auditor],
    onSuccess: () => {
      tell(`已登记 ${item.number} 的抽查结果`);
      onClose();
    },
  });
  const form = useForm({
    initial: { verdict: "" as Verdict | "", note: "" },
    rules: contractOf(api.samples.recordFinding),
    error: record.error,
  });
  const { verdict, note } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记抽查结果　${item.number}`}
      footer={
        <FormFooter
          form={form}
          close="先不登记"
          action="登记"
          busy={record.isPending}
          onClose={onClose}
          onConfirm={() => {
            if (verdict !== "")
              record.mutate({ params: { id: sampleId }, body: { subjectId: item.id, verdict, note: note.trim() } });
          }}
        />
      }
    >
      <FormBody form={form} notice={false}>
        <p className="text-ink-2">{item.title}</p>
        {earlier.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {earlier.map((finding) => (
              <li key={finding.id} className="py-1.5">
                <StatusMark kind={verdicts[finding.verdict].kind}>{finding.verdictLabel}</StatusMark>
                <span className="num ml-3 text-sm text-ink-3">{`${finding.foundBy} ${formatInstant(finding.foundAt)}`}</span>
                <p className="text-ink-2">{finding.note}</p>
              </li>
            ))}
          </ul>
        )}
        <FormField name="verdict" label="结论" group>
          <RadioGroup {...form.bind("verdict")} choices={choices} />
        </FormField>
        <FormField name="note" label="说明" hint="看了什么、对上了什么。登记后不能改，只能再登记一次">
          <TextArea {...form.bind("note")} rows={3} />
        </FormField>
        <FormNotice />
      </FormBody>
    </Dialog>
  );
}
