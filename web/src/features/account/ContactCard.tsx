import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Organisation = Output<Api["organisations"]["mine"]>;

/** Organisation and contact person. Name, kind and code are changed by the office only. */
export function ContactCard({ organisation }: { organisation: Organisation }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Card
      title="本单位"
      action={
        <Button variant="secondary" onClick={() => setOpen(true)}>
          修改联系方式
        </Button>
      }
    >
      <FactList
        facts={[
          { label: "名称", value: organisation.name, wide: true },
          { label: "统一社会信用代码", value: <span className="num">{organisation.uscc}</span> },
          { label: "类别", value: organisation.kindLabel },
          { label: "镇街", value: regionName(organisation.town) },
          { label: "地址", value: organisation.address ?? "没有填写" },
          { label: "联系人", value: organisation.contactName ?? "没有填写" },
          { label: "联系电话", value: <span className="num">{organisation.contactPhoneMasked ?? "没有填写"}</span> },
        ]}
      />
      {open && <ContactDialog organisation={organisation} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function ContactDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }): ReactElement {
  const tell = useToast();
  const save = useChange(api.organisations.editContact, {
    refresh: [api.organisations.mine],
    onSuccess: () => {
      tell("联系方式已更新");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      town: organisation.town,
      address: organisation.address ?? "",
      contactName: organisation.contactName ?? "",
      contactPhone: "",
    },
    rules: contractOf(api.organisations.editContact),
    error: save.error,
  });
  function send(): void {
    const { contactPhone, ...rest } = form.values;
    save.mutate({ body: { ...rest, ...(contactPhone === "" ? {} : { contactPhone }) } });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="修改联系方式"
      footer={
        <FormFooter form={form} close="先不改" action="保存" busy={save.isPending} onConfirm={send} onClose={onClose} />
      }
    >
      <FormBody form={form}>
        <FormField name="town" label="镇街">
          <Select {...form.bind("town")} choices={townChoices()} />
        </FormField>
        <FormField name="address" label="地址">
          <Input {...form.bind("address")} />
        </FormField>
        <FormField name="contactName" label="联系人">
          <Input {...form.bind("contactName")} />
        </FormField>
        <FormField name="contactPhone" label="联系电话" hint={`不填则保持 ${organisation.contactPhoneMasked ?? "空"}`}>
          <Input className="num" inputMode="tel" autoComplete="off" {...form.bind("contactPhone")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
