import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface RoomDialogProps {
  siteId: string;
  name: string;
  onClose: () => void;
}

/** Registers a room of a site: seats for theory, stations for practice. */
export function RoomDialog({ siteId, name, onClose }: RoomDialogProps): ReactElement {
  const tell = useToast();
  const add = useChange(api.evaluationSites.addRoom, {
    refresh: [api.evaluationSites.list],
    onSuccess: () => {
      tell("考场已登记");
      onClose();
    },
  });
  const form = useForm({
    initial: { name: "", seats: "30", stations: "0" },
    rules: contractOf(api.evaluationSites.addRoom),
    error: add.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`登记“${name}”的考场`}
      footer={
        <FormFooter
          form={form}
          action="登记考场"
          busy={add.isPending}
          onConfirm={() =>
            add.mutate({
              params: { id: siteId },
              body: {
                name: form.values.name,
                seats: Number(form.values.seats),
                stations: Number(form.values.stations),
              },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="name" label="名称">
          <Input {...form.bind("name")} placeholder="如：一号考场、焊工车间" />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="seats" label="座位">
            <Input inputMode="numeric" unit="个" {...form.digits("seats")} />
          </FormField>
          <FormField name="stations" label="技能操作工位" hint="没有的填 0">
            <Input inputMode="numeric" unit="个" {...form.digits("stations")} />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
