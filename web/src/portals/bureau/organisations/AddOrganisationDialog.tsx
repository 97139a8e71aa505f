import { townChoices } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { kindChoices, type CarrierKind } from "./organisation-words.ts";

/** Enters an organisation by its unified social credit code; its account is opened apart by the administrator. */
export function AddOrganisationDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [values, setValues] = useState({ uscc: "", name: "", address: "", contactName: "", contactPhone: "" });
  const [kind, setKind] = useState<CarrierKind | "">("");
  const [ownership, setOwnership] = useState<"public" | "private">("private");
  const [town, setTown] = useState("");
  const navigate = useNavigate();
  const tell = useToast();
  const add = useChange(api.organisations.add, {
    refresh: [api.organisations.list],
    onSuccess: ({ id }) => {
      tell(`${values.name}已登记`);
      void navigate(`/bureau/organisations/${id}`);
    },
  });
  const problem = add.error instanceof ProblemError ? add.error : undefined;
  const set = (name: keyof typeof values) => (value: string) => setValues((old) => ({ ...old, [name]: value }));
  const complete = values.uscc.trim() !== "" && values.name.trim().length >= 2 && kind !== "" && town !== "";

  function save(): void {
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
        <>
          <Button variant="secondary" onClick={onClose}>
            先不登记
          </Button>
          <Button busy={add.isPending} disabled={!complete} onClick={save}>
            登记
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={add.error}
          fieldNames={{ "/uscc": "统一社会信用代码", "/name": "名称", "/contactPhone": "联系电话" }}
        />
        <Field label="统一社会信用代码" hint="18 位，会核对校验码" error={problem?.fieldError("/uscc")}>
          <Input value={values.uscc} onChange={set("uscc")} maxLength={30} className="font-mono" />
        </Field>
        <Field label="名称" error={problem?.fieldError("/name")}>
          <Input value={values.name} onChange={set("name")} maxLength={100} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="种类">
            <Select value={kind} onChange={setKind} placeholder="请选择" choices={kindChoices} />
          </Field>
          <Field label="镇（街道）">
            <Select value={town} onChange={setTown} placeholder="请选择" choices={townChoices()} />
          </Field>
        </div>
        <Field label="性质" group>
          <RadioGroup
            inline
            value={ownership}
            onChange={setOwnership}
            choices={[
              { value: "private", label: "民办" },
              { value: "public", label: "公办" },
            ]}
          />
        </Field>
        <Field label="地址" required={false}>
          <Input value={values.address} onChange={set("address")} maxLength={200} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="联系人" required={false}>
            <Input value={values.contactName} onChange={set("contactName")} maxLength={50} />
          </Field>
          <Field label="联系电话" required={false} error={problem?.fieldError("/contactPhone")}>
            <Input value={values.contactPhone} onChange={set("contactPhone")} inputMode="tel" maxLength={20} />
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
