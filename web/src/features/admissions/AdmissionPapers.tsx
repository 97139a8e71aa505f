import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { admissionPapers } from "../papers/paper-kinds.ts";
import { PaperList } from "../papers/PaperList.tsx";
import type { Admission } from "./admission.ts";

/** Papers of an application, for its organisation; missing ones can be added until the office answers. */
export function AdmissionPapers({ admission }: { admission: Admission }): ReactElement {
  const tell = useToast();
  const supplement = useChange(api.admissions.supplement, {
    refresh: [api.admissions.show],
    onSuccess: () => tell("材料已补交"),
  });
  const open = ["draft", "returned", "submitted", "inspecting"].includes(admission.state);
  return (
    <section aria-labelledby="papers-handed-in">
      <h3 id="papers-handed-in" className="mb-1 font-semibold">
        材料
      </h3>
      <ErrorNotice error={supplement.error} />
      {open || admission.evidence.length > 0 ? (
        <PaperList
          needs={admissionPapers(admission.activity)}
          papers={admission.evidence}
          {...(open
            ? {
                onAdd: (paper) =>
                  supplement.mutate({ params: { id: admission.id }, body: { evidenceFileIds: [paper.id] } }),
              }
            : {})}
        />
      ) : (
        <p className="text-ink-2">没有交材料。</p>
      )}
    </section>
  );
}
