import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { StandingNotice } from "../../features/account/StandingNotice.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { FormBar } from "./class/FormBar.tsx";
import { PlanForm } from "./class/PlanForm.tsx";
import { FormBody, FormNotice, useForm } from "../../kit/form.tsx";
import { emptyPlan, planBody } from "./class/plan-values.ts";

/** A new class plan; it is a draft that only this school sees until it is submitted. */
export default function ClassNewPage(): ReactElement {
  const navigate = useNavigate();
  const tell = useToast();
  const create = useChange(api.classes.draft, {
    refresh: [api.classes.list, api.homes.institution],
    onSuccess: ({ id, number }) => {
      form.clear();
      tell(`开班计划 ${number} 已保存，接着排课表`);
      void navigate(`/institution/classes/${id}/timetable`, { replace: true });
    },
  });
  const form = useForm({
    initial: emptyPlan(),
    rules: contractOf(api.classes.draft),
    error: create.error,
    draft: "institution-class",
  });
  return (
    <StaffPage title="新建开班计划" intro="先存成草稿，排好课表、备好名册，检查通过后再提交审核。">
      <FormBody form={form} onSubmit={() => create.mutate({ body: planBody(form.values) })} notice={false} className="">
        <div className="grid gap-4">
          <StandingNotice />
          <FormNotice />
          <PlanForm form={form} />
        </div>
        <FormBar
          note={
            form.restored ? (
              <>
                接着上次没填完的。
                <Button variant="quiet" onClick={() => form.clear()}>
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
      </FormBody>
    </StaffPage>
  );
}
