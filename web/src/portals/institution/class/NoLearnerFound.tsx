import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";

/** No learner matches the filters: what else to search by, and a reset. */
export function NoLearnerFound({ by, onReset }: { by: string; onReset: () => void }): ReactElement {
  return (
    <Empty
      title="没有符合条件的学员"
      action={
        <Button variant="secondary" onClick={onReset}>
          看全部学员
        </Button>
      }
    >
      换个姓名或{by}再找。
    </Empty>
  );
}
