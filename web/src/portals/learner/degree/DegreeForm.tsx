import { api } from "../../../api/api.ts";
import { FormBody, FormField, FormNotice, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { EvidenceUpload } from "../../../features/person/EvidenceUpload.tsx";

const LEVELS = [
  { value: "大专", label: "大专" },
  { value: "本科", label: "本科" },
  { value: "硕士", label: "硕士" },
  { value: "博士", label: "博士" },
];

/** The award is for a higher degree than before (四.5), so the one before is asked for too. */
const BEFORE = [
  { value: "没有", label: "没有", description: "初中及以下" },
  { value: "中专、高中", label: "中专、高中" },
  { value: "大专", label: "大专" },
  { value: "本科", label: "本科" },
  { value: "硕士", label: "硕士" },
];

/** Labels of the required fields, for the notice below them. */
const ASKED = {
  evidenceFileId: "毕业证照片",
  level: "学历",
  before: "此前的最高学历",
  obtainedOn: "毕业日期",
  school: "学校",
};
const given = (value: string): string | undefined => (value === "" ? "此项必填" : undefined);

/** Hands in a diploma to be put on record: what it says, and its photo. */
export function DegreeForm(): ReactElement {
  const tell = useToast();
  const ask = useChange(api.corrections.ask, {
    refresh: [api.corrections.mine],
    onSuccess: () => {
      form.clear();
      tell("已报上去，等工作人员核实");
    },
  });
  // The diploma goes in as the wish of a correction, in words: its fields are the page's own.
  const form = useForm({
    draft: "degree",
    initial: { level: "", before: "", obtainedOn: "", school: "", number: "", evidenceFileId: "", evidenceName: "" },
    checks: {
      evidenceFileId: given,
      level: given,
      before: given,
      obtainedOn: given,
      school: (text) => (text.trim().length < 2 ? "请写学校的全名。" : undefined),
    },
    error: ask.error,
  });
  const { level, before, obtainedOn, school, number, evidenceFileId, evidenceName } = form.values;
  const missing = Object.entries(ASKED).flatMap(([field, label]) => (form.refused.includes(field) ? [label] : []));

  function send(): void {
    const words = [
      `${level}学历，${obtainedOn} 取得`,
      before === "没有" ? "此前没有中专、高中以上学历" : `此前最高学历${before}`,
      school.trim(),
      number.trim() === "" ? null : `毕业证书编号 ${number.trim()}`,
    ];
    ask.mutate({
      body: { about: "degree", wish: words.filter((one) => one !== null).join("，"), evidenceFileId },
    });
  }

  return (
    <FormBody form={form} className="grid gap-5" notice={false} onSubmit={send}>
      <FormField
        name="evidenceFileId"
        group
        label="毕业证照片"
        hint={evidenceName === "" ? "有姓名、照片、编号的那一面。" : `已上传：${evidenceName}`}
      >
        <EvidenceUpload onDone={(id, name) => form.set({ evidenceFileId: id, evidenceName: name })} />
      </FormField>
      <FormField name="level" group label="什么学历">
        <RadioGroup inline {...form.bind("level")} choices={LEVELS} />
      </FormField>
      <FormField name="before" group label="拿到它以前，最高是什么学历" hint="奖励的是比以前更高的学历。">
        <RadioGroup inline {...form.bind("before")} choices={BEFORE} />
      </FormField>
      <FormField name="obtainedOn" group label="毕业证上的日期">
        <DateInput {...form.bind("obtainedOn")} />
      </FormField>
      <FormField name="school" label="哪个学校">
        <Input {...form.bind("school")} />
      </FormField>
      <FormField name="number" label="毕业证书编号" required={false} hint="填了核对得快，可以在学信网查到。">
        <Input className="num" {...form.bind("number")} />
      </FormField>
      <FormNotice />
      <div className="grid gap-2">
        {missing.length > 0 && <p className="text-ink-2">还要填：{missing.join("、")}</p>}
        <Button type="submit" block busy={ask.isPending} disabled={missing.length > 0}>
          报上去，请工作人员核实
        </Button>
      </div>
    </FormBody>
  );
}
