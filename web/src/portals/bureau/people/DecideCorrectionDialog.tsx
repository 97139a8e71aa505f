import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { FactFields } from "./FactFields.tsx";
import { factOf, type FactText } from "./fact-forms.ts";
import type { CorrectionTask } from "./correction-task.ts";

type Body = ApiInput<Api["corrections"]["decide"]>["body"];

interface DecideCorrectionDialogProps {
  task: CorrectionTask;
  verdict: "accepted" | "declined";
  onClose: () => void;
  onDone: () => void;
}

/** Corrects the record with a new fact beside the old, or rejects with a reason. */
export function DecideCorrectionDialog({ task, verdict, onClose, onDone }: DecideCorrectionDialogProps): ReactElement {
  const [text, setText] = useState<FactText>({});
  const tell = useToast();
  const yes = verdict === "accepted";
  const decide = useChange(api.corrections.decide, {
    refresh: [api.corrections.list, api.people.show, api.homes.bureau],
    onSuccess: () => {
      tell(`${task.person.name}：${task.label}${yes ? "已更正" : "未更正"}`);
      onClose();
      onDone();
    },
  });
  const form = useForm({
    initial: { answer: "", source: "", name: "", lastDay: "" },
    rules: yes ? needing(contractOf(api.corrections.decide), neededOf(task)) : contractOf(api.corrections.decide),
    error: decide.error,
  });
  const { source, name, lastDay } = form.values;
  const right = yes ? rightOf(task, { text, source: source.trim(), name: name.trim(), lastDay }) : {};
  return (
    <ActDialog
      danger={!yes}
      title={`${yes ? "更正" : "不更正"} ${task.person.name}：${task.label}`}
      consequences={
        yes
          ? ["新记录从现在起作为补贴判定的依据，原记录保留并注明已更正。", "本人会收到通知和您写的核实情况。"]
          : ["记录不变。本人会收到您写的理由，可以带新的证明再提出。"]
      }
      action={yes ? "更正" : "不更正"}
      label={yes ? "核实情况" : "理由"}
      readBy="本人会看到这段话"
      words="answer"
      form={form}
      ready={!yes || task.about === "name" || task.about === "group" || factOf(task.about, text) !== null}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(answer) => {
        if (right !== null) decide.mutate({ params: { id: task.id }, body: { verdict, answer, ...right } });
      }}
    >
      {yes && task.about === "name" && (
        <FormField name="name" required label="正确的姓名" hint="照身份证">
          <Input {...form.bind("name")} maxLength={40} />
        </FormField>
      )}
      {yes && task.about === "group" && (
        <FormField
          name="lastDay"
          required
          group
          label="这一类别到哪一天为止"
          hint="类别本身认错的，填开始的那一天；应属另一类的，请本人另行申报"
        >
          <DateInput {...form.bind("lastDay")} />
        </FormField>
      )}
      {yes && task.about !== "name" && task.about !== "group" && (
        <>
          <FactFields kind={task.about} text={text} onChange={setText} />
          <FormField name="source" required label="来源" hint="例如“社保系统 2026-05-10 查询”">
            <Input {...form.bind("source")} maxLength={100} />
          </FormField>
        </>
      )}
    </ActDialog>
  );
}

/** Required field of a correction. */
const neededOf = (task: CorrectionTask): string =>
  task.about === "name" ? "name" : task.about === "group" ? "lastDay" : "source";

/** The new fact; null while something required is missing. */
function rightOf(
  task: CorrectionTask,
  given: { text: FactText; source: string; name: string; lastDay: string },
): Partial<Body> | null {
  if (task.about === "name") return given.name === "" ? null : { name: given.name };
  if (task.about === "group") return given.lastDay === "" ? null : { lastDay: given.lastDay };
  const fact = factOf(task.about, given.text);
  return fact === null || given.source === "" ? null : { fact, source: given.source };
}
