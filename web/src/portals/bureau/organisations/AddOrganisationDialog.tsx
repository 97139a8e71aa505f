import { townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { kindChoices, type CarrierKind } from "./organisation-words.ts";

/** Adds an organisation by its unified social credit code; the administrator creates its account separately. */
export function AddOrganisationDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const tell = useToast();
  const add = useChange(api.organisations.add, {
    refresh: [api.organisations.list],
    onSuccess: ({ id }) => {
      tell(`${values.name}已登记`);
      void navigate(`/bureau/organisations/${id}`);
    },
  });
  const form = useForm({
    initial: {
      uscc: "",
      name: "",
      kind: "" as CarrierKind | "",
      ownership: "private" as "public" | "private",
      town: "",
      address: "",
      contactName: "",
      contactPhone: "",
    },
    rules: contractOf(api.organisations.add),
    error: add.error,
  });
  const { values } = form;

  function save(): void {
    const { kind, ownership, town } = values;
    if (kind === "") return;
    add.mutate({
      body: {
        uscc: values.uscc,
        name: values.name.trim(),
        kind,
        ownership,
        town,
        address: values.address.trim() === "" ? null : values.address.trim(),
        contactName: values.contactName.trim() === "" ? null : values.contactName.trim(),
        ...(values.contactPhone.trim() === "" ? {} : { contactPhone: values.contactPhone }),
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="登记单位"
      footer={
        <FormFooter
          form={form}
          close="先不登记"
          action="登记"
          busy={add.isPending}
          onConfirm={save}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="uscc" label="统一社会信用代码" hint="18 位，会核对校验码">
          <Input {...form.bind("uscc")} className="font-mono" />
        </FormField>
        <FormField name="name" label="名称">
          <Input {...form.bind("name")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="kind" label="种类">
            <Select {...form.bind("kind")} placeholder="请选择" choices={kindChoices} />
          </FormField>
          <FormField name="town" label="镇（街道）">
            <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
          </FormField>
        </div>
        <FormField name="ownership" label="性质" required group>
          <RadioGroup
            inline
            {...form.bind("ownership")}
            choices={[
              { value: "private", label: "民办" },
              { value: "public", label: "公办" },
            ]}
          />
        </FormField>
        <FormField name="address" label="地址">
          <Input {...form.bind("address")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="contactName" label="联系人">
            <Input {...form.bind("contactName")} />
          </FormField>
          <FormField name="contactPhone" label="联系电话">
            <Input {...form.bind("contactPhone")} inputMode="tel" />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
