import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import type { ProblemError } from "../../../api/problem.ts";
import { useSession } from "../../../api/session.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { hoursBetween, type SessionValues } from "./session-values.ts";
import { DateBox } from "../../../kit/staff/DateBox.tsx";

interface SessionFieldsProps {
  values: SessionValues;
  onChange: (change: Partial<SessionValues>) => void;
  problem: ProblemError | null;
  /** Pointer of the session in the request: empty, or `/sessions/0`. */
  at?: string;
}

/** The fields of one meeting: when, what, who and where. The hours follow the clock until they are typed. */
export function SessionFields({ values, onChange, problem, at = "" }: SessionFieldsProps): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const teachers = useApi(
    api.teachers.list,
    { params: { id }, query: { state: "active", limit: 200 } },
    { enabled: id !== "" },
  );
  const rooms = useApi(
    api.rooms.list,
    { params: { id }, query: { state: "active", limit: 200 } },
    { enabled: id !== "" },
  );
  const error = (field: keyof SessionValues) => problem?.fieldError(`${at}/${field}`);
  function setTime(change: { from?: string; to?: string }): void {
    const { from, to } = { ...values, ...change };
    onChange({ ...change, hours: String(hoursBetween(from, to)) });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <Field label="日期" error={error("date")}>
        <DateBox value={values.date} onChange={(date) => onChange({ date })} />
      </Field>
      <Field label="上课" error={error("from")}>
        <Input type="time" value={values.from} onChange={(from) => setTime({ from })} />
      </Field>
      <Field label="下课" error={error("to")}>
        <Input type="time" value={values.to} onChange={(to) => setTime({ to })} />
      </Field>
      <Field label="课时" error={error("hours")}>
        <Input
          inputMode="numeric"
          value={values.hours}
          onChange={(hours) => onChange({ hours: hours.replace(/\D/gu, "") })}
        />
      </Field>
      <Field label="内容" error={error("topic")} className="sm:col-span-4">
        <Input value={values.topic} onChange={(topic) => onChange({ topic })} maxLength={100} />
      </Field>
      <Field label="教师" error={error("teacherId")} className="sm:col-span-2">
        <Select
          value={values.teacherId}
          onChange={(teacherId) => onChange({ teacherId })}
          placeholder="请选择"
          choices={(teachers.data?.rows ?? []).map((row) => ({
            value: row.id,
            label: `${row.name}（${row.employmentLabel}）`,
          }))}
        />
      </Field>
      <Field label="教室" error={error("roomId")} className="sm:col-span-2">
        <Select
          value={values.roomId}
          onChange={(roomId) => onChange({ roomId })}
          placeholder="请选择"
          choices={(rooms.data?.rows ?? []).map((row) => ({
            value: row.id,
            label: `${row.name}（${row.capacity} 人）`,
          }))}
        />
      </Field>
      <div className="grid gap-2 sm:col-span-4 sm:grid-cols-2">
        <Checkbox
          checked={values.practice}
          onChange={(practice) => onChange({ practice })}
          description="实操课时一般不低于六成"
        >
          实操课
        </Checkbox>
        <Checkbox
          checked={values.qualityModule}
          onChange={(qualityModule) => onChange({ qualityModule })}
          description="职业道德、法律法规、安全与健康"
        >
          通用素质课
        </Checkbox>
      </div>
    </div>
  );
}
