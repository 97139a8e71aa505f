import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { call } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, useForm } from "../../kit/form.tsx";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { today } from "../../kit/today.ts";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { employeeRefresh } from "./employee-refresh.ts";
import { hasLeft, type Employee } from "./employee.ts";

interface LeaveManyProps {
  organisationId: string;
  /** Chosen employees. */
  rows: readonly Employee[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Several employees leave on the same day. */
export function LeaveMany({ organisationId, rows, onDone }: LeaveManyProps): ReactElement {
  const form = useForm({ initial: { leftOn: today() as string }, rules: contractOf(api.employees.leave) });
  const { leftOn } = form.values;
  return (
    <BulkAct
      rows={rows.filter((row) => row.leftOn === null)}
      keyOf={(row) => row.personId}
      nameOf={(row) => row.name}
      act={({ personId }) => call(api.employees.leave, { params: { id: organisationId, personId }, body: { leftOn } })}
      refresh={employeeRefresh}
      verb="登记离职"
      unit="人"
      title="所选的职工同一天离职"
      consequences={hasLeft}
      said={(done) => `已登记 ${done} 人离职`}
      form={form}
      onDone={onDone}
    >
      <FormField name="leftOn" label="离职日期" hint="日期不同的请分开登记">
        <DateBox {...form.bind("leftOn")} />
      </FormField>
    </BulkAct>
  );
}
