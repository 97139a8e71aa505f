import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { Pager } from "../../../kit/Pager.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";

/** Online progress of each learner of the class. */
export function LearningTable({ classId }: { classId: string }): ReactElement {
  const rows = useApiPages(api.learningProgress.list, { params: { id: classId }, query: {} }, pageOf);
  if (rows.error !== null) return <ErrorNotice error={rows.error} onRetry={rows.onRetry} />;
  if (rows.isPending) return <Skeleton lines={6} />;
  if (rows.rows.length === 0) return <Empty title="名册上还没有人">学员入册并开始网上学习后，进度显示在这里。</Empty>;
  return (
    <div>
      <RecordList
        caption="网上学习进度"
        rows={rows.rows}
        rowKey={(row) => row.enrolmentId}
        columns={[
          { key: "seat", title: "座号", render: (row) => <span className="num">{row.seat}</span> },
          { key: "name", title: "姓名", onPhone: "title", render: (row) => row.name },
          {
            key: "hours",
            title: "网上学时",
            align: "right",
            onPhone: "aside",
            render: (row) => <Hours value={row.onlineHours} />,
          },
          {
            key: "lessons",
            title: "完成课件",
            align: "right",
            render: (row) => <span className="num">{`${row.lessonsCompleted} / ${row.lessons}`}</span>,
          },
          {
            key: "quizzes",
            title: "通过练习",
            align: "right",
            render: (row) => <span className="num">{row.quizzesPassed}</span>,
          },
          {
            key: "missed",
            title: "错过抽查",
            align: "right",
            render: (row) => <span className="num">{row.checksMissed}</span>,
          },
          {
            key: "last",
            title: "最近学习",
            render: (row) => <span className="num">{row.lastAt === null ? "—" : formatInstant(row.lastAt)}</span>,
          },
        ]}
      />
      <Pager shown={rows.rows.length} unit="人" hasMore={rows.hasMore} busy={rows.isLoadingMore} onMore={rows.onMore} />
    </div>
  );
}
