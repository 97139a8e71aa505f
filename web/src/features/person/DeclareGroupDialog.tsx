import { county } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { EvidenceUpload } from "./EvidenceUpload.tsx";

/** Declares a target group, with start and evidence. */
export function DeclareGroupDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const declare = useChange(api.groups.declare, {
    refresh: [api.me.record, api.policy.myEntitlements],
    onSuccess: () => {
      form.clear();
      tell("已申报，等人社部门核实");
      onClose();
    },
  });
  const form = useForm({
    draft: "declare-group",
    initial: { code: "", validFrom: "", validTo: "", note: "", evidenceFileId: "", evidenceName: "" },
    rules: contractOf(api.groups.declare),
    checks: {
      validTo: (to, { validFrom }) => (to !== "" && to < validFrom ? "截止日期不能早于开始日期。" : undefined),
      note: (text, { evidenceFileId }) =>
        text.trim() === "" && evidenceFileId === "" ? "请写明证件，或在下面上传证明材料。" : undefined,
    },
    error: declare.error,
  });
  const { code, validFrom, validTo, note, evidenceFileId, evidenceName } = form.values;

  function send(): void {
    if (!groups.has(code)) return;
    declare.mutate({
      body: {
        code,
        validFrom,
        validTo: validTo === "" ? null : validTo,
        evidenceFileId: evidenceFileId === "" ? null : evidenceFileId,
        note: note.trim() === "" ? null : note,
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="申报身份类别"
      footer={
        <FormFooter
          form={form}
          close="先不报"
          action="提交，请人社部门核实"
          busy={declare.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <FormField name="code" label="属于哪一类">
          <Select
            {...form.bind("code")}
            placeholder="请选择"
            choices={groups.options.map((option) => ({ value: option.code, label: option.label }))}
          />
        </FormField>
        <FormField name="validFrom" group label="从哪一天起">
          <DateInput {...form.bind("validFrom")} />
        </FormField>
        <FormField name="validTo" group label="到哪一天止" hint="证件上有截止日期就填，没有不填。">
          <DateInput {...form.bind("validTo")} />
        </FormField>
        <FormField
          name="note"
          label="证件名称和编号、发证单位"
          required={evidenceFileId === ""}
          hint={`比如“就业创业证 ${county().region.code}1234，${county().offices.bureau.short}”。`}
        >
          <Input {...form.bind("note")} />
        </FormField>
        <FormField
          name="evidenceFileId"
          group
          label="证明材料"
          hint={evidenceName === "" ? "拍照或扫描都可以。" : `已上传：${evidenceName}`}
        >
          <EvidenceUpload onDone={(id, name) => form.set({ evidenceFileId: id, evidenceName: name })} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
