import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
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

/** A room with its seats; its position tells sign-ins from nearby and from elsewhere. */
export function RoomDialog({ organisationId, room, onClose }: RoomDialogProps): ReactElement {
  const [name, setName] = useState(room?.name ?? "");
  const [address, setAddress] = useState(room?.address ?? "");
  const [capacity, setCapacity] = useState(String(room?.capacity ?? 40));
  const [latitude, setLatitude] = useState(room?.latitude?.toString() ?? "");
  const [longitude, setLongitude] = useState(room?.longitude?.toString() ?? "");
  const [locating, setLocating] = useState<string | null>(null);
  const tell = useToast();
  const done = () => {
    tell(`“${name}”已保存`);
    onClose();
  };
  const add = useChange(api.rooms.add, { refresh, onSuccess: done });
  const edit = useChange(api.rooms.edit, { refresh, onSuccess: done });
  const error = room === null ? add.error : edit.error;
  const problem = error instanceof ProblemError ? error : null;

  function save(): void {
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
        setLatitude(coords.latitude.toFixed(6));
        setLongitude(coords.longitude.toFixed(6));
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
        <>
          <Button variant="secondary" onClick={onClose}>
            先不办
          </Button>
          <Button busy={add.isPending || edit.isPending} onClick={save}>
            {room === null ? "登记教室" : "保存"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={error}
          fieldNames={{ "/name": "名称", "/address": "地址", "/capacity": "容纳人数", "/longitude": "经纬度" }}
        />
        <div className="grid gap-4 sm:grid-cols-[1fr_9rem]">
          <Field label="名称" error={problem?.fieldError("/name")}>
            <Input value={name} onChange={setName} maxLength={60} placeholder="如：实训楼 302" />
          </Field>
          <Field label="容纳人数" error={problem?.fieldError("/capacity")}>
            <Input
              inputMode="numeric"
              unit="人"
              value={capacity}
              onChange={(text) => setCapacity(text.replace(/\D/gu, ""))}
            />
          </Field>
        </div>
        <Field label="地址" error={problem?.fieldError("/address")}>
          <Input value={address} onChange={setAddress} maxLength={200} />
        </Field>
        <Field
          label="位置"
          group
          required={false}
          hint="登记后，离教室很远的签到会被标出来。"
          error={problem?.fieldError("/longitude") ?? problem?.fieldError("/latitude")}
        >
          <div className="flex flex-wrap items-center gap-2">
            <span className="w-36">
              <Input className="num" aria-label="纬度" placeholder="纬度" value={latitude} onChange={setLatitude} />
            </span>
            <span className="w-36">
              <Input className="num" aria-label="经度" placeholder="经度" value={longitude} onChange={setLongitude} />
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
        </Field>
      </div>
    </Dialog>
  );
}
