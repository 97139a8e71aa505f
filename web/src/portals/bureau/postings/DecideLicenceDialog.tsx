import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { upload } from "../../../api/upload.ts";
import type { Licence } from "../../../features/postings/posting.ts";
import { FactList } from "../../../kit/FactList.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Button } from "../../../kit/Button.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { UnmaskPerson } from "../people/UnmaskPerson.tsx";

type Verdict = "verified" | "rejected";

/** A licence beside its photo; the officer asks the national query and keeps its day, its words and its picture. */
export function DecideLicenceDialog({ licence, onClose }: { licence: Licence; onClose: () => void }): ReactElement {
  const tell = useToast();
  const [kept, setKept] = useState(licence.hasQuery);
  const decide = useChange(api.workLicences.decide, {
    refresh: [api.workLicences.list, api.postings.list],
    onSuccess: () => {
      tell("已核验，单位和本人会收到通知");
      onClose();
    },
  });
  const form = useForm({
    initial: { verdict: "verified" as Verdict, queriedOn: today() as string, note: "" },
    rules: needing(contractOf(api.workLicences.decide), "note"),
    error: decide.error,
  });
  const { verdict, queriedOn } = form.values;
  const facts = (
    <>
      <FactList
        facts={[
          { label: "单位", value: licence.organisationName },
          {
            label: "身份证号",
            value: <UnmaskPerson personId={licence.personId} field="citizenId" masked={licence.citizenIdMasked} />,
          },
          { label: "准操项目", value: licence.itemName },
          { label: "证件编号", value: <span className="num">{licence.serial}</span> },
          { label: "发证机关", value: licence.issuerName },
          { label: "初领", value: <span className="num">{licence.firstIssuedOn}</span> },
          {
            label: "有效期",
            value: <span className="num">{`${licence.issuedOn} 至 ${licence.validTo ?? "长期"}`}</span>,
          },
          { label: "复审", value: <span className="num">{licence.reviewedOn ?? "没有登记"}</span> },
        ]}
      />
      {licence.hasCard && <EvidenceFile url={`/api/v1/work-licences/${licence.id}/scan?of=card`} name="证件照片" />}
      {kept && <EvidenceFile url={`/api/v1/work-licences/${licence.id}/scan?of=query`} name="联网查询截图" />}
    </>
  );
  if (licence.state !== "entered")
    return (
      <Dialog
        open
        onClose={onClose}
        title={`${licence.personName}的证件`}
        footer={<Button onClick={onClose}>好了</Button>}
      >
        <div className="grid gap-4">{facts}</div>
      </Dialog>
    );
  return (
    <ActDialog
      title={`核验 ${licence.personName}的证件`}
      consequences={
        verdict === "verified"
          ? ["从今天起这本证件算数，台账按有效期和复审日期显示颜色。", "证件记入本人技能档案。"]
          : ["没有其他有效证件的，台账仍为红色。", "单位和本人会收到原因，可以重新登记。"]
      }
      action={verdict === "verified" ? "核验通过" : "不通过"}
      danger={verdict === "rejected"}
      label={verdict === "verified" ? "查询结果" : "原因"}
      readBy="单位和本人会看到"
      words="note"
      phrases={
        verdict === "verified"
          ? [{ value: "全国查询平台查得，姓名、项目、有效期一致。", label: "查得一致" }]
          : [
              { value: "全国查询平台查不到这本证件。", label: "查不到" },
              { value: "查得的准操项目与登记的不符。", label: "项目不符" },
              { value: "查得的持证人不是本人。", label: "不是本人" },
            ]
      }
      form={form}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(note) => decide.mutate({ params: { id: licence.id }, body: { verdict, queriedOn, note } })}
    >
      {facts}
      <FileUpload
        accept="image/jpeg,image/png,application/pdf"
        action="上传查询截图"
        hint="照片或 PDF，不超过 10 MB。"
        maxBytes={10 * 1024 * 1024}
        send={(file, options) => upload<{ id: string }>(`/api/v1/work-licences/${licence.id}/scan`, file, options)}
        onDone={() => setKept(true)}
      />
      <FormField name="queriedOn" label="查询日期">
        <DateBox max={today()} {...form.bind("queriedOn")} />
      </FormField>
      <FormField name="verdict" label="结论" group>
        <RadioGroup
          value={verdict}
          onChange={(next) => form.set({ verdict: next as Verdict })}
          choices={[
            { value: "verified", label: "与登记一致，通过" },
            { value: "rejected", label: "不一致，不通过" },
          ]}
        />
      </FormField>
    </ActDialog>
  );
}
