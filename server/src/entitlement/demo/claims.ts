import { addDays, type CivilDate } from "@jinengtong/standards";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { demoPayeeOfOrganisation } from "../../organisations/index.ts";
import { demoLearnerAccount, demoPayeeOf } from "../../people/index.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import { subsidyListStates } from "../subsidy-list/subsidy-list-states.ts";
import { caseOf } from "./claim-case.ts";
import { addListRow, takeSlots } from "./claim-rows.ts";
import type { ClaimFate } from "./claim-steps.ts";
import { type MadeClaim, writeDemoClaim } from "./claim-writer.ts";

interface ClaimWish {
  /** None of them has been confirmed yet. */
  only?: "prepared";
  /** States of the first claims, in order; the others take the usual way. Claimed by the learners themselves only. */
  fates?: readonly ClaimFate[];
}

/** Adds the claims of a finished class, each as far as its dates have come. */
export function addDemoClaims(county: DemoCounty, made: TrainedClass, options: ClaimWish = {}): MadeClaim[] {
  if (made.state !== "completed" && made.state !== "closed") return [];
  const claimants = made.learners.filter((learner) => learner.certificateId !== null);
  const viaSchool =
    !options.only &&
    !options.fates &&
    made.course.benefit === "unemployed-training" &&
    made.organisation.lanes.length > 0 &&
    Number.parseInt(made.id.slice(-2), 16) % 2 === 0;
  const usual = addDays(made.endsOn, 3);
  if (usual > county.today && !options.only) return [];
  const appliedOn = usual > county.today ? county.today : usual;
  const listId = viaSchool ? rowId(county) : null;
  const claims = claimants.map((learner, index) =>
    addClaim(county, made, learner, {
      appliedOn,
      listId,
      only: options.only ?? null,
      fate: options.fates?.[index] ?? null,
    }),
  );
  if (listId !== null) {
    county.sink.add("subsidy_list", {
      id: listId,
      class_id: made.id,
      version: 1,
      state: "submitted",
      generated_by: made.organisation.accountId,
      generated_at: at(addDays(appliedOn, -1), "15:00:00"),
      submitted_by: made.organisation.accountId,
      submitted_at: at(appliedOn, "09:30:00"),
      total_fen: claims.reduce((sum, claim) => sum + claim.amountFen, 0),
    });
    addHistory(county, subsidyListStates, listId, [
      { to: "generated", at: at(addDays(appliedOn, -1), "15:00:00"), by: made.organisation.accountId },
      { to: "submitted", at: at(appliedOn, "09:30:00"), by: made.organisation.accountId },
    ]);
  }
  return claims;
}

interface ClaimWay {
  /** The usual day; a fate has its own. */
  appliedOn: CivilDate;
  listId: string | null;
  only: "prepared" | null;
  fate: ClaimFate | null;
}

function addClaim(
  county: DemoCounty,
  made: TrainedClass,
  learner: Learner,
  { appliedOn, listId, only, fate }: ClaimWay,
): MadeClaim {
  const party = listId === null ? made.enterprise : made.organisation;
  const claim = writeDemoClaim(county, made, {
    personId: learner.person.id,
    town: learner.person.town,
    enrolmentId: learner.enrolmentId,
    certificateId: learner.certificateId,
    listId,
    organisationId: party?.id ?? null,
    submitter: party?.accountId ?? demoLearnerAccount(learner.person.index),
    payee: party
      ? { accountId: demoPayeeOfOrganisation(party.id), name: party.name }
      : { accountId: demoPayeeOf(learner.person), name: learner.person.name },
    appliedOn,
    stage: null,
    stated: {},
    certain: learner === made.learners[0] && learner.known,
    only,
    fate,
    caseFor: (number, on) => caseOf(county, made, learner, number, on),
  });
  if (listId !== null) addListRow(county, listId, learner, claim);
  if (claim.approvedOn !== null && claim.state !== "cancelled" && claim.state !== "recovered")
    takeSlots(county, made, learner, claim);
  return claim;
}
