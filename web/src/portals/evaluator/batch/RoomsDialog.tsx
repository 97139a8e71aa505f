import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { type Batch, clockOf, type Way, WAYS } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface Use {
  subject: Way;
  roomId: string;
  from: string;
  to: string;
}

/** Rooms and times of each part; seats and turns are given by the platform. */
export function RoomsDialog({ batch, onClose }: { batch: Batch; onClose: () => void }): ReactElement {
  const tell = useToast();
  const sites = useApi(api.evaluationSites.list, { params: { id: batch.organisationId } });
  const rooms = sites.data?.sites.find(({ id }) => id === batch.siteId)?.rooms ?? [];
  const blank: Use = {
    subject: batch.ways[0] ?? "theory",
    roomId: "",
    from: clockOf(batch.from),
    to: clockOf(batch.to),
  };
  const [uses, setUses] = useState<Use[]>(
    batch.rooms.length === 0
      ? batch.ways.map((subject) => ({ ...blank, subject }))
      : batch.rooms.map((room) => ({
          subject: room.subject,
          roomId: room.roomId,
          from: clockOf(room.from),
          to: clockOf(room.to),
        })),
  );
  const arrange = useChange(api.evaluationBatches.arrange, {
    refresh: [api.evaluationBatches.show, api.evaluationCandidates.list],
    onSuccess: ({ seats }) => {
      tell(`已编排 ${seats} 个座位`);
      onClose();
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: { reason: contractOf(api.evaluationBatches.arrange)["reason"] ?? {} },
    error: arrange.error,
  });
  const change = (at: number, part: Partial<Use>) =>
    setUses(uses.map((use, n) => (n === at ? { ...use, ...part } : use)));
  function save(): void {
    const reason = form.values.reason.trim();
    arrange.mutate({ params: { id: batch.id }, body: { uses, ...(reason === "" ? {} : { reason }) } });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="编排考场"
      footer={<FormFooter form={form} action="编排座次" busy={arrange.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <p className="text-ink-2">理论按座位一次坐满；技能按工位分批轮换，每人 {batch.practiceMinutes} 分钟。</p>
        {uses.map((use, at) => (
          <div key={at} className="grid gap-2 border-b border-line pb-3 sm:grid-cols-[8rem_1fr_6rem_6rem_auto]">
            <Select
              aria-label="科目"
              value={use.subject}
              onChange={(subject) => change(at, { subject: subject as Way })}
              choices={batch.ways.map((value) => ({ value, label: WAYS[value] }))}
            />
            <Select
              aria-label="考场"
              value={use.roomId}
              onChange={(roomId) => change(at, { roomId })}
              placeholder="选考场"
              choices={rooms.map((room) => ({
                value: room.id,
                label: `${room.name}（${room.seats} 座，${room.stations} 工位）`,
              }))}
            />
            <Input aria-label="开始" className="num" value={use.from} onChange={(from) => change(at, { from })} />
            <Input aria-label="结束" className="num" value={use.to} onChange={(to) => change(at, { to })} />
            <Button variant="quiet" onClick={() => setUses(uses.filter((_use, n) => n !== at))}>
              去掉
            </Button>
          </div>
        ))}
        <Button variant="secondary" icon="plus" onClick={() => setUses([...uses, blank])}>
          加一个考场
        </Button>
        <FormField name="reason" label="超期的理由" required={false} hint="过了时限才填">
          <TextArea rows={2} {...form.bind("reason")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
