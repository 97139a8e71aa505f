import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { FormField } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { hoursBetween, type SessionValues } from "./session-values.ts";
import { DateBox } from "../../../kit/staff/DateBox.tsx";

interface SessionFieldsProps {
  values: SessionValues;
  onChange: (change: Partial<SessionValues>) => void;
  /** Prefix of the session's pointers in the request: empty, or `sessions/0/`. */
  at?: string;
}

/** The fields of one meeting: when, what, who and where. The hours follow the clock until they are typed. */
export function SessionFields({ values, onChange, at = "" }: SessionFieldsProps): ReactElement {
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
  function setTime(change: { from?: string; to?: string }): void {
    const { from, to } = { ...values, ...change };
    onChange({ ...change, hours: String(hoursBetween(from, to)) });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-4">
      <FormField name={`${at}date`} label="日期">
        <DateBox value={values.date} onChange={(date) => onChange({ date })} />
      </FormField>
      <FormField name={`${at}from`} label="上课">
        <Input type="time" value={values.from} onChange={(from) => setTime({ from })} />
      </FormField>
      <FormField name={`${at}to`} label="下课">
        <Input type="time" value={values.to} onChange={(to) => setTime({ to })} />
      </FormField>
      <FormField name={`${at}hours`} label="课时">
        <Input
          inputMode="numeric"
          value={values.hours}
          onChange={(hours) => onChange({ hours: hours.replace(/\D/gu, "") })}
        />
      </FormField>
      <FormField name={`${at}topic`} label="内容" className="sm:col-span-4">
        <Input value={values.topic} onChange={(topic) => onChange({ topic })} />
      </FormField>
      <FormField name={`${at}teacherId`} label="教师" className="sm:col-span-2">
        <Select
          value={values.teacherId}
          onChange={(teacherId) => onChange({ teacherId })}
          placeholder="请选择"
          choices={(teachers.data?.rows ?? []).map((row) => ({
            value: row.id,
            label: `${row.name}（${row.employmentLabel}）`,
          }))}
        />
      </FormField>
      <FormField name={`${at}roomId`} label="教室" className="sm:col-span-2">
        <Select
          value={values.roomId}
          onChange={(roomId) => onChange({ roomId })}
          placeholder="请选择"
          choices={(rooms.data?.rows ?? []).map((row) => ({
            value: row.id,
            label: `${row.name}（${row.capacity} 人）`,
          }))}
        />
      </FormField>
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
