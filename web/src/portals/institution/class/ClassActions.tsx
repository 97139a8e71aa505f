import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

const refresh = [api.classes.show, api.classes.list, api.homes.institution] as const;

/** Actions on the class in its state, the expected one first. */
export function ClassActions({ training }: { training: TrainingClass }): ReactElement | null {
  switch (training.state) {
    case "draft":
    case "returned":
      return (
        <>
          <WithdrawClass training={training} />
          <SubmitClass training={training} />
        </>
      );
    case "submitted":
      return (
        <>
          <WithdrawClass training={training} />
          <RecallClass training={training} />
        </>
      );
    case "approved":
      return (
        <>
          <CancelClass training={training} />
          <StartClass training={training} />
        </>
      );
    case "running":
      return <CompleteClass training={training} />;
    case "completed":
      return <ArchiveClass training={training} />;
    default:
      return null;
  }
}

function SubmitClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const checks = useApi(api.classes.check, { params: { id: training.id } });
  const submit = useChange(api.classes.submit, {
    refresh: [...refresh, api.classes.check],
    onSuccess: () => {
      setOpen(false);
      tell("开班申请已提交，人社部门 5 个工作日内答复");
    },
  });
  const errors = checks.data?.errors ?? 0;
  return (
    <>
      <Button disabled={checks.data === undefined || errors > 0} onClick={() => setOpen(true)}>
        {errors > 0 ? `还有 ${errors} 处要改` : "提交开班申请"}
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`提交“${training.name}”的开班申请`}
        consequences={[
          `计划 ${training.capacity} 人、${training.requiredHours} 课时，连同课表和名册一起送人社部门审核。`,
          "审核期间计划和课表不能再改；要改可以取回，改好再提交。",
          "名册在开班前仍可增减，开班后锁定。",
          ...((checks.data?.warnings ?? 0) > 0 ? [`有 ${checks.data?.warnings} 条提示会一并显示给审核人。`] : []),
        ]}
        action="提交开班申请"
        onConfirm={() => submit.mutate({ params: { id: training.id } })}
        busy={submit.isPending}
        error={submit.error}
      />
    </>
  );
}

function WithdrawClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const withdraw = useChange(api.classes.withdraw, {
    refresh,
    onSuccess: () => {
      setOpen(false);
      tell("已撤回，教师和教室已经让出");
    },
  });
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        撤回作废
      </Button>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`撤回“${training.name}”`}
        consequences={["这份开班计划不能再提交；要办须新建计划。", "占用的教师和教室时间让出来。"]}
        action="撤回，计划作废"
        danger
        rules={contractOf(api.classes.withdraw)}
        readBy="人社部门会看到这段话。"
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={({ text }) => withdraw.mutate({ params: { id: training.id }, body: { reason: text } })}
      />
    </>
  );
}

function RecallClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const recall = useChange(api.classes.recall, {
    refresh: [...refresh, api.classes.check],
    onSuccess: () => {
      setOpen(false);
      tell("已取回，改好后重新提交");
    },
  });
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        取回修改
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`取回“${training.name}”的开班申请`}
        consequences={["计划、课表和名册都留着，改好后重新提交。", "重新提交后，人社部门的答复期限从头算。"]}
        action="取回修改"
        onConfirm={() => recall.mutate({ params: { id: training.id }, body: {} })}
        busy={recall.isPending}
        error={recall.error}
      />
    </>
  );
}

function StartClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const start = useChange(api.classes.start, {
    refresh,
    onSuccess: () => {
      setOpen(false);
      tell("已开班，可以开始签到");
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>开班</Button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`“${training.name}”开班`}
        consequences={[
          `名册锁定为现在的 ${training.seatsTaken} 人；以后加人须提交变更申请。`,
          "学员会收到开班通知，课表上的课可以签到。",
        ]}
        action={`开班，锁定 ${training.seatsTaken} 人`}
        onConfirm={() => start.mutate({ params: { id: training.id } })}
        busy={start.isPending}
        error={start.error}
      />
    </>
  );
}

function CompleteClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const complete = useChange(api.classes.complete, {
    refresh,
    onSuccess: () => {
      setOpen(false);
      tell("培训已结束，接着办考核、证书和补贴清单");
    },
  });
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        结束培训
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`结束“${training.name}”的培训`}
        consequences={[
          "出勤就此定下，本单位不能再更正；确有差错的向人社部门说明。",
          "接着登记成绩、发放证书、生成补贴清单。",
        ]}
        action="结束培训"
        onConfirm={() => complete.mutate({ params: { id: training.id }, body: {} })}
        busy={complete.isPending}
        error={complete.error}
      />
    </>
  );
}

function ArchiveClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const archive = useChange(api.classes.archive, {
    refresh,
    onSuccess: () => {
      setOpen(false);
      tell("培训班已归档");
    },
  });
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        归档
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`归档“${training.name}”`}
        consequences={[
          "每名学员都须有结业或未结业的结论。",
          "归档后不再更正出勤、安排考核和发放证书；补贴照常申请。",
          "结束 30 天后，人人有结论的班会自动归档。",
        ]}
        action="归档"
        onConfirm={() => archive.mutate({ params: { id: training.id }, body: {} })}
        busy={archive.isPending}
        error={archive.error}
      />
    </>
  );
}

function CancelClass({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const cancel = useChange(api.classes.cancel, {
    refresh,
    onSuccess: () => {
      setOpen(false);
      tell("培训班已取消");
    },
  });
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        取消这个班
      </Button>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`取消“${training.name}”`}
        consequences={[`已报名的 ${training.seatsTaken} 人会收到通知。`, "教师和教室时间让出来；取消后不能恢复。"]}
        action="取消这个班"
        danger
        rules={contractOf(api.classes.cancel)}
        readBy="学员和人社部门会看到这段话。"
        busy={cancel.isPending}
        error={cancel.error}
        onConfirm={({ text }) => cancel.mutate({ params: { id: training.id }, body: { reason: text } })}
      />
    </>
  );
}
