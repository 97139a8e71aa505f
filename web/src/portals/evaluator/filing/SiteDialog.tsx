import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Registers a site of the body. */
export function SiteDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const add = useChange(api.evaluationSites.add, {
    refresh: [api.evaluationSites.list],
    onSuccess: () => {
      tell("场地已登记，请接着登记考场");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      code: "",
      name: "",
      address: "",
      tenure: "own" as "own" | "rented",
      leasedFrom: "",
      leasedTo: "",
      video: true,
    },
    rules: contractOf(api.evaluationSites.add),
    error: add.error,
  });
  const { tenure, leasedFrom, leasedTo, ...rest } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记场地"
      footer={
        <FormFooter
          form={form}
          action="登记场地"
          busy={add.isPending}
          onConfirm={() =>
            add.mutate({
              body: {
                ...rest,
                tenure,
                ...(leasedFrom === "" ? {} : { leasedFrom }),
                ...(leasedTo === "" ? {} : { leasedTo }),
              },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="code" label="场地代码" hint="6 位数字，写进证书编号">
          <Input className="num" {...form.digits("code")} inputMode="numeric" />
        </FormField>
        <FormField name="name" label="名称">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="address" label="地址">
          <Input {...form.bind("address")} />
        </FormField>
        <FormField name="tenure" label="产权" group>
          <RadioGroup
            {...form.bind("tenure")}
            choices={[
              { value: "own", label: "自有" },
              { value: "rented", label: "租用（租期一年以上）" },
            ]}
          />
        </FormField>
        {tenure === "rented" && (
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField name="leasedFrom" label="租期自" group>
              <DateInput {...form.bind("leasedFrom")} />
            </FormField>
            <FormField name="leasedTo" label="租期至" group>
              <DateInput {...form.bind("leasedTo")} />
            </FormField>
          </div>
        )}
        <Checkbox checked={form.values.video} onChange={(video) => form.set({ video })}>
          考场有视频监控
        </Checkbox>
      </FormBody>
    </Dialog>
  );
}
