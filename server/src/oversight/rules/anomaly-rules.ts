import { accountOfMany } from "./account-of-many.ts";
import { bothForOneHire } from "./both-for-one-hire.ts";
import { certificateBurst } from "./certificate-burst.ts";
import { certificateWithoutHours } from "./certificate-without-hours.ts";
import { changedScores } from "./changed-scores.ts";
import { classSharesAccount } from "./class-shares-account.ts";
import { everybodyPassed } from "./everybody-passed.ts";
import { hastySignIn } from "./hasty-sign-in.ts";
import { identicalWatching } from "./identical-watching.ts";
import { ineligibleLearners } from "./ineligible-learners.ts";
import { lateRollCall } from "./late-roll-call.ts";
import { missedChecks } from "./missed-checks.ts";
import { nameUsed } from "./name-used.ts";
import { outsideAdmission } from "./outside-admission.ts";
import { paidByTwoOffices } from "./paid-by-two-offices.ts";
import { paidOnRevoked } from "./paid-on-revoked.ts";
import type { AnomalyRule } from "./rule.ts";
import { principalTrainedToo } from "./principal-trained-too.ts";
import { relativeForSeveral } from "./relative-for-several.ts";
import { sharedDevice } from "./shared-device.ts";
import { sharedEmployer } from "./shared-employer.ts";
import { sharedPhone } from "./shared-phone.ts";
import { signedElsewhere } from "./signed-elsewhere.ts";
import { triedTwoPlaces } from "./tried-two-places.ts";
import { twoPlaces } from "./two-places.ts";
import { watchingInClass } from "./watching-in-class.ts";
import { writtenOff } from "./written-off.ts";

export type { AnomalyRule } from "./rule.ts";

/** All rules, most severe first. */
export const RULES: readonly AnomalyRule[] = [
  ineligibleLearners,
  classSharesAccount,
  accountOfMany,
  twoPlaces,
  principalTrainedToo,
  identicalWatching,
  certificateBurst,
  certificateWithoutHours,
  outsideAdmission,
  bothForOneHire,
  nameUsed,
  paidOnRevoked,
  paidByTwoOffices,
  sharedPhone,
  relativeForSeveral,
  sharedDevice,
  sharedEmployer,
  watchingInClass,
  triedTwoPlaces,
  hastySignIn,
  signedElsewhere,
  missedChecks,
  changedScores,
  lateRollCall,
  writtenOff,
  everybodyPassed,
];

const byId = new Map(RULES.map((rule) => [rule.id, rule]));
export const ruleOf = (id: string): AnomalyRule | undefined => byId.get(id);
