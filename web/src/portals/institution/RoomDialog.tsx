import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Room } from "./room.ts";

const refresh = [api.rooms.list] as const;

interface RoomDialogProps {
  organisationId: string;
  /** Null for a new one. */
  room: Room | null;
  onClose: () => void;
}

const numberOrNull = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** A room with seats and position, which tells nearby sign-ins from distant ones. */
export function RoomDialog({ organisationId, room, onClose }: RoomDialogProps): ReactElement {
  const [locating, setLocating] = useState<string | null>(null);
  const tell = useToast();
  const done = () => {
    tell(`“${form.values.name}”已保存`);
    onClose();
  };
  const add = useChange(api.rooms.add, { refresh, onSuccess: done });
  const edit = useChange(api.rooms.edit, { refresh, onSuccess: done });
  const form = useForm({
    initial: {
      name: room?.name ?? "",
      address: room?.address ?? "",
      capacity: String(room?.capacity ?? 40),
      latitude: room?.latitude?.toString() ?? "",
      longitude: room?.longitude?.toString() ?? "",
    },
    rules: contractOf(api.rooms.add),
    error: room === null ? add.error : edit.error,
  });

  function save(): void {
    const { name, address, capacity, latitude, longitude } = form.values;
    const body = {
      name,
      address,
      capacity: Number(capacity),
      latitude: numberOrNull(latitude),
      longitude: numberOrNull(longitude),
    };
    if (room === null) add.mutate({ params: { id: organisationId }, body });
    else edit.mutate({ params: { id: room.id }, body });
  }
  function locate(): void {
    setLocating("正在定位…");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.set({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) });
        setLocating(`已取当前位置，误差约 ${Math.round(coords.accuracy)} 米`);
      },
      () => setLocating("没有取到位置。请允许定位，或手工填写经纬度。"),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={room === null ? "登记教室" : `修改“${room.name}”`}
      footer={
        <FormFooter
          form={form}
          action={room === null ? "登记教室" : "保存"}
          busy={add.isPending || edit.isPending}
          onConfirm={save}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <div className="grid gap-4 sm:grid-cols-[1fr_9rem]">
          <FormField name="name" label="名称">
            <Input {...form.bind("name")} placeholder="如：实训楼 302" />
          </FormField>
          <FormField name="capacity" label="容纳人数">
            <Input {...form.digits("capacity")} inputMode="numeric" unit="人" />
          </FormField>
        </div>
        <FormField name="address" label="地址">
          <Input {...form.bind("address")} />
        </FormField>
        <FormField
          name="longitude"
          label="位置"
          group
          required={false}
          hint="登记后，离教室很远的签到会被标出来。"
          error={form.fault("latitude")}
        >
          <div className="flex flex-wrap items-center gap-2">
            <span className="w-36">
              <Input className="num" aria-label="纬度" placeholder="纬度" {...form.bind("latitude")} />
            </span>
            <span className="w-36">
              <Input className="num" aria-label="经度" placeholder="经度" {...form.bind("longitude")} />
            </span>
            <Button variant="secondary" onClick={locate}>
              取当前位置
            </Button>
          </div>
          {locating !== null && (
            <p role="status" className="mt-1 text-sm text-ink-2">
              {locating}
            </p>
          )}
        </FormField>
      </FormBody>
    </Dialog>
  );
}
