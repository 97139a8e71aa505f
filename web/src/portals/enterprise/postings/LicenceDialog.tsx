import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { upload } from "../../../api/upload.ts";
import type { Posting } from "../../../features/postings/posting.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { EmployeePicker, type Picked } from "../EmployeePicker.tsx";

const EMPTY = {
  item: "",
  number: "",
  issuerName: "",
  firstIssuedOn: "",
  issuedOn: "",
  validTo: "",
  reviewedOn: "",
  nextReviewOn: "",
};

/** Enters a licence, or a review of it, as printed; then its photo. The bureau verifies it before it counts. */
export function LicenceDialog({ of, onClose }: { of: Posting | null; onClose: () => void }): ReactElement {
  const tell = useToast();
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const items = useApi(api.postingItems.list, {}, { staleTime: 600_000 });
  const [picked, setPicked] = useState<Picked | null>(
    of === null ? null : { personId: of.personId, name: of.personName },
  );
  const [made, setMade] = useState<string | null>(null);
  const enter = useChange(api.workLicences.enter, {
    refresh: [api.workLicences.list, api.postings.list],
    onSuccess: ({ id }) => {
      tell("证件已登记，等人社部门核验");
      form.clear();
      setMade(id);
    },
  });
  const form = useForm({
    draft: "enterprise-licence",
    initial: { ...EMPTY, item: of?.item ?? "" },
    rules: contractOf(api.workLicences.enter),
    error: enter.error,
  });
  const submit = (): void => {
    if (picked === null) return;
    const { reviewedOn, nextReviewOn, validTo, ...rest } = form.values;
    enter.mutate({
      body: {
        ...rest,
        personId: picked.personId,
        ...(validTo === "" ? {} : { validTo }),
        ...(reviewedOn === "" ? {} : { reviewedOn }),
        ...(nextReviewOn === "" ? {} : { nextReviewOn }),
      },
    });
  };
  if (made !== null)
    return (
      <Dialog open onClose={onClose} title="证件照片" footer={<Button onClick={onClose}>好了</Button>}>
        <FileUpload
          accept="image/jpeg,image/png,application/pdf"
          action="拍照或选照片"
          hint="有姓名、项目和有效期的一面，字要看得清。照片或 PDF，不超过 10 MB。"
          maxBytes={10 * 1024 * 1024}
          send={(file, options) => upload<{ id: string }>(`/api/v1/work-licences/${made}/scan`, file, options)}
          onDone={() => tell("照片已上传")}
        />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记证件"
      footer={
        <FormFooter form={form} action="登记，等核验" busy={enter.isPending} onConfirm={submit} onClose={onClose} />
      }
    >
      <FormBody form={form} onSubmit={submit}>
        <FormField name="personId" label="职工" group required>
          <EmployeePicker organisationId={organisationId} picked={picked} onPick={setPicked} />
        </FormField>
        <FormField name="item" label="准操项目" required>
          <Select
            {...form.bind("item")}
            placeholder="请选择"
            choices={(items.data?.items ?? []).map((one) => ({
              value: one.code,
              label: `${one.name}（${one.category}）`,
            }))}
          />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="number" label="证件编号" hint="照证件上印的填；是身份证号的只用来核对，不保存">
            <Input className="num" autoComplete="off" {...form.bind("number")} />
          </FormField>
          <FormField name="issuerName" label="发证机关">
            <Input {...form.bind("issuerName")} />
          </FormField>
          <FormField name="firstIssuedOn" label="初领日期">
            <DateBox {...form.bind("firstIssuedOn")} />
          </FormField>
          <FormField name="issuedOn" label="有效期起">
            <DateBox {...form.bind("issuedOn")} />
          </FormField>
          <FormField name="validTo" label="有效期至" hint="照证件上印的，不要自己推算；职业资格证书没有的不填">
            <DateBox {...form.bind("validTo")} />
          </FormField>
          <FormField name="nextReviewOn" label="应复审日期" hint="证件上没有印的不填">
            <DateBox {...form.bind("nextReviewOn")} />
          </FormField>
          <FormField name="reviewedOn" label="最近一次复审" hint="还没有复审过的不填">
            <DateBox {...form.bind("reviewedOn")} />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
