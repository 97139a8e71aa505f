import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Organisation = Output<Api["organisations"]["mine"]>;

/** The organisation and who is to be called there. Name, kind and code are the office's to change. */
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
  const [town, setTown] = useState(organisation.town);
  const [address, setAddress] = useState(organisation.address ?? "");
  const [contactName, setContactName] = useState(organisation.contactName ?? "");
  const [phone, setPhone] = useState("");
  const tell = useToast();
  const save = useChange(api.organisations.editContact, {
    refresh: [api.organisations.mine],
    onSuccess: () => {
      tell("联系方式已更新");
      onClose();
    },
  });
  const problem = save.error instanceof ProblemError ? save.error : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title="修改联系方式"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不改
          </Button>
          <Button
            busy={save.isPending}
            onClick={() =>
              save.mutate({ body: { town, address, contactName, ...(phone === "" ? {} : { contactPhone: phone }) } })
            }
          >
            保存
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={save.error}
          fieldNames={{ "/address": "地址", "/contactName": "联系人", "/contactPhone": "联系电话" }}
        />
        <Field label="镇街" error={problem?.fieldError("/town")}>
          <Select value={town} onChange={setTown} choices={townChoices()} />
        </Field>
        <Field label="地址" error={problem?.fieldError("/address")}>
          <Input value={address} onChange={setAddress} maxLength={200} />
        </Field>
        <Field label="联系人" error={problem?.fieldError("/contactName")}>
          <Input value={contactName} onChange={setContactName} maxLength={50} />
        </Field>
        <Field
          label="联系电话"
          required={false}
          hint={`不填则保持 ${organisation.contactPhoneMasked ?? "空"}`}
          error={problem?.fieldError("/contactPhone")}
        >
          <Input className="num" inputMode="tel" value={phone} onChange={setPhone} autoComplete="off" />
        </Field>
      </div>
    </Dialog>
  );
}
