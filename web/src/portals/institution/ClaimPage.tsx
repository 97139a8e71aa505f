import type { ReactElement } from "react";
import { useParams } from "react-router";
import { ClaimCase } from "../../features/claims/ClaimCase.tsx";

/** One claim of the school's. */
export default function ClaimPage(): ReactElement {
  const { id = "" } = useParams();
  return (
    <ClaimCase id={id} back="/institution/claims" classHref={(classId) => `/institution/classes/${classId}/subsidy`} />
  );
}
