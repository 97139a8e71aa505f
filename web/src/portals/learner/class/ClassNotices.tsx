import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Card } from "../../../kit/Card.tsx";
import { formatInstant } from "../../../kit/format.ts";

/** 班级通知: said by the school to everybody of the class, newest first. Nothing where nothing was said. */
export function ClassNotices({ enrolmentId }: { enrolmentId: string }): ReactElement | null {
  const { data } = useApi(api.classTalk.ofSeat, { params: { id: enrolmentId } });
  if (data === undefined || data.notices.length === 0) return null;
  return (
    <Card title="班级通知">
      <ul className="divide-y divide-line">
        {data.notices.map((one) => (
          <li key={one.id} className="py-2">
            <span className="num text-sm text-ink-3">{formatInstant(one.postedAt)}</span>
            <p className="whitespace-pre-line">{one.text}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
