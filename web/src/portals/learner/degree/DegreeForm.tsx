import { api } from "../../../api/api.ts";
import { type FormEvent, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
import { EvidenceUpload } from "../record/EvidenceUpload.tsx";

const LEVELS = [
  { value: "大专", label: "大专" },
  { value: "本科", label: "本科" },
  { value: "硕士", label: "硕士" },
  { value: "博士", label: "博士" },
];

/** Hands in a diploma to be put on record: what it says, and its photo. */
export function DegreeForm(): ReactElement {
  const draft = useDraft("degree", { level: "", obtainedOn: "", school: "", number: "", fileId: "", fileName: "" });
  const { level, obtainedOn, school, number, fileId, fileName } = draft.value;
  const tell = useToast();
  const ask = useChange(api.corrections.ask, {
    refresh: [api.corrections.mine],
    onSuccess: () => {
      draft.clear();
      tell("已报上去，等工作人员核实");
    },
  });
  const missing = [
    fileId === "" && "毕业证照片",
    level === "" && "学历",
    obtainedOn === "" && "毕业日期",
    school.trim().length < 2 && "学校",
  ].filter((one) => one !== false);

  function send(event: FormEvent): void {
    event.preventDefault();
    if (missing.length > 0) return;
    const words = [
      `${level}学历，${obtainedOn} 取得`,
      school.trim(),
      number.trim() === "" ? null : `毕业证书编号 ${number.trim()}`,
    ];
    ask.mutate({
      body: { about: "degree", wish: words.filter((one) => one !== null).join("，"), evidenceFileId: fileId },
    });
  }

  return (
    <form className="grid gap-5" onSubmit={send} noValidate>
      <Field group label="毕业证照片" hint={fileName === "" ? "有姓名、照片、编号的那一面。" : `已上传：${fileName}`}>
        <EvidenceUpload onDone={(id, name) => draft.set({ fileId: id, fileName: name })} />
      </Field>
      <Field group label="什么学历">
        <RadioGroup inline value={level} onChange={(value) => draft.set({ level: value })} choices={LEVELS} />
      </Field>
      <Field group label="毕业证上的日期">
        <DateInput value={obtainedOn} onChange={(value) => draft.set({ obtainedOn: value })} />
      </Field>
      <Field label="哪个学校">
        <Input value={school} maxLength={80} onChange={(value) => draft.set({ school: value })} />
      </Field>
      <Field label="毕业证书编号" required={false} hint="填了核对得快，可以在学信网查到。">
        <Input className="num" value={number} maxLength={40} onChange={(value) => draft.set({ number: value })} />
      </Field>
      {ask.error !== null && <ErrorNotice error={ask.error} />}
      <div className="grid gap-2">
        {missing.length > 0 && <p className="text-ink-2">还要填：{missing.join("、")}</p>}
        <Button type="submit" block busy={ask.isPending} disabled={missing.length > 0}>
          报上去，请工作人员核实
        </Button>
      </div>
    </form>
  );
}
