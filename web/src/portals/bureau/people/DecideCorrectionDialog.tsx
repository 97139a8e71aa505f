import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
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

/** Sets the record right with a new one beside the old, or says why not. */
export function DecideCorrectionDialog({ task, verdict, onClose, onDone }: DecideCorrectionDialogProps): ReactElement {
  const [text, setText] = useState<FactText>({});
  const [source, setSource] = useState("");
  const [name, setName] = useState("");
  const [lastDay, setLastDay] = useState("");
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
      least={4}
      ready={right !== null}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(answer) => {
        if (right !== null) decide.mutate({ params: { id: task.id }, body: { verdict, answer, ...right } });
      }}
    >
      {yes && task.about === "name" && (
        <Field label="正确的姓名" hint="照身份证">
          <Input value={name} onChange={setName} maxLength={40} />
        </Field>
      )}
      {yes && task.about === "group" && (
        <Field group label="这一类别到哪一天为止" hint="类别本身认错的，填开始的那一天；应属另一类的，请本人另行申报">
          <DateInput value={lastDay} onChange={setLastDay} />
        </Field>
      )}
      {yes && task.about !== "name" && task.about !== "group" && (
        <>
          <FactFields kind={task.about} text={text} onChange={setText} />
          <Field label="来源" hint="例如“社保系统 2026-05-10 查询”">
            <Input value={source} onChange={setSource} maxLength={100} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}

/** What is recorded anew; null while something needed is missing. */
function rightOf(
  task: CorrectionTask,
  given: { text: FactText; source: string; name: string; lastDay: string },
): Partial<Body> | null {
  if (task.about === "name") return given.name.length < 2 ? null : { name: given.name };
  if (task.about === "group") return given.lastDay === "" ? null : { lastDay: given.lastDay };
  const fact = factOf(task.about, given.text);
  return fact === null || given.source.length < 2 ? null : { fact, source: given.source };
}
