import { lazy, Suspense, type ComponentType, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { Page } from "../kit/Page.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";

/** The showcase's parts; each shows components with believable data. */
const parts: Record<string, { title: string; Part: ComponentType }> = {
  learner: { title: "学员首页", Part: lazy(() => import("./LearnerPart.tsx")) },
  views: { title: "展示", Part: lazy(() => import("./ViewsPart.tsx")) },
  basics: { title: "基础", Part: lazy(() => import("./BasicsPart.tsx")) },
  forms: { title: "填写", Part: lazy(() => import("./FormsPart.tsx")) },
  queue: { title: "对内·待办", Part: lazy(() => import("./QueuePart.tsx")) },
  table: { title: "对内·表格", Part: lazy(() => import("./TablePart.tsx")) },
  staff: { title: "对内·填写", Part: lazy(() => import("./StaffFormsPart.tsx")) },
  figures: { title: "对内·数字", Part: lazy(() => import("./FiguresPart.tsx")) },
  trace: { title: "对内·追溯", Part: lazy(() => import("./TracePart.tsx")) },
  print: { title: "对内·打印", Part: lazy(() => import("./PrintPart.tsx")) },
};

/** All components of the kit, for development. */
export function KitPage(): ReactElement {
  const { part } = useParams();
  const Part = parts[part ?? ""]?.Part;
  return (
    <Suspense fallback={<Skeleton />}>
      {Part === undefined ? (
        <main>
          <Page title="部件" intro="各页用的部件，配上可信的示例数据。">
            <ul className="grid gap-2">
              {Object.entries(parts).map(([key, { title }]) => (
                <li key={key}>
                  <Link
                    to={`/kit/${key}`}
                    className="inline-flex min-h-(--touch) items-center text-accent underline underline-offset-4"
                  >
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          </Page>
        </main>
      ) : (
        <Part />
      )}
    </Suspense>
  );
}
