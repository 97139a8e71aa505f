import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { correctionDeclined } from "../verdict-words.ts";
import { FactFields } from "./FactFields.tsx";
import { factChecks, factOf, neededFor, noFact, type FactText } from "./fact-forms.ts";
import type { CorrectionTask } from "./correction-task.ts";

type Body = ApiInput<Api["corrections"]["decide"]>["body"];

type Values = FactText & { answer: string; source: string; name: string; lastDay: string };

interface DecideCorrectionDialogProps {
  task: CorrectionTask;
  verdict: "accepted" | "declined";
  onClose: () => void;
  onDone: () => void;
}

/** Corrects the record with a new fact beside the old, or rejects with a reason. */
export function DecideCorrectionDialog({ task, verdict, onClose, onDone }: DecideCorrectionDialogProps): ReactElement {
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
  const form = useForm<Values>({
    initial: { answer: "", source: "", name: "", lastDay: "", ...noFact },
    rules: yes ? needing(contractOf(api.corrections.decide), ...neededOf(task)) : contractOf(api.corrections.decide),
    checks: factChecks,
    error: decide.error,
  });
  return (
    <ActDialog
      danger={!yes}
      title={`${yes ? "更正" : "不更正"} ${task.person.name}：${task.label}`}
      {...correctionDeclined}
      {...(yes
        ? {
            consequences: [
              "新记录从现在起作为补贴判定的依据，原记录保留并注明已更正。",
              "本人会收到通知和您写的核实情况。",
            ],
            action: "更正",
            label: "核实情况",
          }
        : {})}
      words="answer"
      form={form}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(answer) =>
        decide.mutate({
          params: { id: task.id },
          body: { verdict, answer, ...(yes ? rightOf(task, form.values) : {}) },
        })
      }
    >
      {yes && task.about === "name" && (
        <FormField name="name" required label="正确的姓名" hint="照身份证">
          <Input {...form.bind("name")} />
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
          <FactFields kind={task.about} form={form} />
          <FormField name="source" required label="来源" hint="例如“社保系统 2026-05-10 查询”">
            <Input {...form.bind("source")} />
          </FormField>
        </>
      )}
    </ActDialog>
  );
}

/** Required fields of a correction. */
function neededOf({ about }: CorrectionTask): string[] {
  if (about === "name") return ["name"];
  if (about === "group") return ["lastDay"];
  return ["source", ...neededFor(about)];
}

/** The correction as the request has it. */
function rightOf({ about }: CorrectionTask, values: Values): Partial<Body> {
  if (about === "name") return { name: values.name.trim() };
  if (about === "group") return { lastDay: values.lastDay };
  return { fact: factOf(about, values), source: values.source.trim() };
}
