import { api } from "../../api/api.ts";
import type { FormEvent, ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { StandingNotice } from "../../features/account/StandingNotice.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { FormBar } from "./class/FormBar.tsx";
import { PlanForm } from "./class/PlanForm.tsx";
import { emptyPlan, fieldNames, planBody } from "./class/plan-values.ts";

/** A new class plan; it is a draft that only this school sees until it is submitted. */
export default function ClassNewPage(): ReactElement {
  const draft = useDraft("institution-class", emptyPlan());
  const navigate = useNavigate();
  const tell = useToast();
  const create = useChange(api.classes.draft, {
    refresh: [api.classes.list, api.homes.institution],
    onSuccess: ({ id, number }) => {
      draft.clear();
      tell(`开班计划 ${number} 已保存，接着排课表`);
      void navigate(`/institution/classes/${id}/timetable`, { replace: true });
    },
  });
  const problem = create.error instanceof ProblemError ? create.error : null;
  function save(event: FormEvent): void {
    event.preventDefault();
    create.mutate({ body: planBody(draft.value) });
  }
  return (
    <StaffPage title="新建开班计划" intro="先存成草稿，排好课表、备好名册，检查通过后再提交审核。">
      <form onSubmit={save} noValidate>
        <div className="grid gap-4">
          <StandingNotice />
          <ErrorNotice error={create.error} fieldNames={fieldNames} />
          <PlanForm values={draft.value} onChange={draft.set} problem={problem} />
        </div>
        <FormBar
          note={
            draft.restored ? (
              <>
                接着上次没填完的。
                <Button variant="quiet" onClick={draft.clear}>
                  清空重填
                </Button>
              </>
            ) : (
              "填写的内容自动留在这台电脑上。"
            )
          }
        >
          <Button variant="secondary" to="/institution/classes">
            先不建
          </Button>
          <Button type="submit" busy={create.isPending}>
            保存草稿，去排课
          </Button>
        </FormBar>
      </form>
    </StaffPage>
  );
}
