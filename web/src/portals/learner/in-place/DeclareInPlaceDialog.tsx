import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { EvidenceUpload } from "../../../features/person/EvidenceUpload.tsx";

const RELATIONS = [
  { value: "spouse", label: "配偶" },
  { value: "parent", label: "父母" },
  { value: "child", label: "子女" },
] as const;
const PROOFS = [
  { value: "household-register", label: "户口簿" },
  { value: "marriage-certificate", label: "结婚证" },
  { value: "birth-certificate", label: "出生证" },
  { value: "community", label: "社区（村）证明" },
] as const;

type Relation = (typeof RELATIONS)[number]["value"];
type Proof = (typeof PROOFS)[number]["value"];

/** Declares that one trains in a relative's place: who they are, the relation, its proof and the period. */
export function DeclareInPlaceDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const declare = useChange(api.substitutions.declare, {
    refresh: [api.substitutions.mine],
    onSuccess: () => {
      form.clear();
      tell("已申报，等主管部门确认");
      onClose();
    },
  });
  const form = useForm({
    draft: "in-place",
    secret: ["principalCitizenId"],
    initial: {
      principalName: "",
      principalCitizenId: "",
      relation: "" as Relation | "",
      proof: "" as Proof | "",
      evidenceFileId: "",
      evidenceName: "",
      validFrom: "",
      validTo: "",
    },
    rules: contractOf(api.substitutions.declare),
    checks: {
      validTo: (to, { validFrom }) => (to !== "" && to < validFrom ? "截止日期不能早于开始日期。" : undefined),
    },
    error: declare.error,
  });
  const { relation, proof, evidenceName, evidenceFileId, principalName, principalCitizenId, validFrom, validTo } =
    form.values;

  function send(): void {
    if (relation === "" || proof === "") return;
    declare.mutate({
      body: { principalName, principalCitizenId, relation, proof, evidenceFileId, validFrom, validTo },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="申报替亲属参加培训"
      footer={
        <FormFooter
          form={form}
          close="先不报"
          action="提交，请主管部门确认"
          busy={declare.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <FormField name="principalName" label="替谁参加（姓名）">
          <Input {...form.bind("principalName")} autoComplete="off" />
        </FormField>
        <FormField
          name="principalCitizenId"
          label="这位亲属的身份证号"
          hint="属于哪一类人员，按对方自己的档案核对，不用您填。"
        >
          <Input className="num" {...form.bind("principalCitizenId")} />
        </FormField>
        <FormField name="relation" group label="您是对方的什么人" hint="只认配偶、父母、子女。">
          <RadioGroup inline {...form.bind("relation")} choices={RELATIONS} />
        </FormField>
        <FormField name="proof" group label="用什么证明">
          <RadioGroup inline {...form.bind("proof")} choices={PROOFS} />
        </FormField>
        <FormField
          name="evidenceFileId"
          group
          label="证明的照片"
          hint={evidenceName === "" ? "有两个人名字的那一页。" : `已上传：${evidenceName}`}
        >
          <EvidenceUpload onDone={(id, name) => form.set({ evidenceFileId: id, evidenceName: name })} />
        </FormField>
        <FormField name="validFrom" group label="从哪一天起">
          <DateInput {...form.bind("validFrom")} />
        </FormField>
        <FormField name="validTo" group label="到哪一天止" hint="开课日要在这段时间里，最多三年。">
          <DateInput {...form.bind("validTo")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
