import { county } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { EvidenceUpload } from "./EvidenceUpload.tsx";

/** Saying to which group one belongs, since when, and on what evidence. */
export function DeclareGroupDialog({ onClose }: { onClose: () => void }): ReactElement {
  const draft = useDraft("declare-group", { code: "", from: "", to: "", note: "", fileId: "", fileName: "" });
  const tell = useToast();
  const declare = useChange(api.groups.declare, {
    refresh: [api.me.record, api.policy.myEntitlements],
    onSuccess: () => {
      draft.clear();
      tell("已申报，等人社部门核实");
      onClose();
    },
  });
  const { code, from, to, note, fileId, fileName } = draft.value;
  const problem = declare.error instanceof ProblemError ? declare.error : undefined;
  const ready = groups.has(code) && from !== "" && (to === "" || to >= from) && (fileId !== "" || note.trim() !== "");

  function send(): void {
    if (!groups.has(code)) return;
    declare.mutate({
      body: {
        code,
        validFrom: from,
        validTo: to === "" ? null : to,
        evidenceFileId: fileId === "" ? null : fileId,
        note: note.trim() === "" ? null : note.trim(),
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="申报身份类别"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不报
          </Button>
          <Button busy={declare.isPending} disabled={!ready} onClick={send}>
            提交，请人社部门核实
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {declare.error !== null && (
          <ErrorNotice
            error={declare.error}
            fieldNames={{
              "/code": "类别",
              "/validFrom": "开始日期",
              "/validTo": "截止日期",
              "/evidenceFileId": "证明材料",
            }}
          />
        )}
        <Field label="属于哪一类" error={problem?.fieldError("/code")}>
          <Select
            value={code}
            onChange={(value) => draft.set({ code: value })}
            placeholder="请选择"
            choices={groups.options.map((option) => ({ value: option.code, label: option.label }))}
          />
        </Field>
        <Field group label="从哪一天起" error={problem?.fieldError("/validFrom")}>
          <DateInput value={from} onChange={(value) => draft.set({ from: value })} />
        </Field>
        <Field
          group
          label="到哪一天止"
          required={false}
          hint="证件上有截止日期就填，没有不填。"
          error={to !== "" && to < from ? "截止日期不能早于开始日期。" : problem?.fieldError("/validTo")}
        >
          <DateInput value={to} onChange={(value) => draft.set({ to: value })} />
        </Field>
        <Field
          label="证件名称和编号、发证单位"
          required={fileId === ""}
          hint={`比如“就业创业证 ${county().region.code}1234，${county().offices.bureau.short}”。`}
        >
          <Input value={note} maxLength={500} onChange={(value) => draft.set({ note: value })} />
        </Field>
        <Field
          group
          label="证明材料"
          required={false}
          hint={fileName === "" ? "拍照或扫描都可以。" : `已上传：${fileName}`}
        >
          <EvidenceUpload onDone={(id, name) => draft.set({ fileId: id, fileName: name })} />
        </Field>
      </div>
    </Dialog>
  );
}
