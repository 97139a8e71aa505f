import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useSearchParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { Field } from "../../../kit/Field.tsx";
import { today, weekdayOf } from "../../../kit/today.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import { RosterPrint } from "../../../features/classes/RosterPrint.tsx";
import type { SheetProps } from "./sheet-props.ts";

/** 签到表 of one day on paper: one column a session, for days without a network. */
export function SignInSheet({ training, organisation }: SheetProps): ReactElement {
  const grid = useApi(api.attendance.ofClass, { params: { id: training.id } });
  const [search, setSearch] = useSearchParams();
  return (
    <QueryView query={grid} lines={10}>
      {(data) => {
        const days = [...new Set(data.sessions.map((session) => dateOf(session.startsAt)))];
        const day = search.get("day") ?? days.find((one) => one >= today()) ?? days.at(-1);
        if (day === undefined) return <Empty title="还没有课表">排好课后可以打印签到表。</Empty>;
        const sessions = data.sessions.filter((session) => dateOf(session.startsAt) === day);
        return (
          <>
            <div data-print="hide" className="max-w-60">
              <Field label="哪一天">
                <Select
                  value={day}
                  onChange={(next) => setSearch({ day: next }, { replace: true })}
                  choices={days.map((one) => ({ value: one, label: `${one} ${weekdayOf(one)}` }))}
                />
              </Field>
            </div>
            <RosterPrint
              title="职业技能培训签到表"
              left={`${training.name}（${training.number}）`}
              right={`${day} ${weekdayOf(day)}`}
              rows={data.learners}
              rowKey={(row) => row.enrolmentId}
              landscape={sessions.length > 3}
              columns={[
                { title: "姓名", render: (row) => row.name, width: "6em" },
                { title: "身份证号", render: (row) => row.citizenIdMasked, width: "13em" },
                ...sessions.map((session) => ({
                  title: `${timeOf(session.startsAt)}–${timeOf(session.endsAt)}`,
                  render: () => <span className="block h-6" />,
                })),
              ]}
              foot={`${organisation}　任课教师签名：${sessions.map((session) => `${timeOf(session.startsAt)} ＿＿＿＿＿＿`).join("　")}`}
            />
          </>
        );
      }}
    </QueryView>
  );
}
