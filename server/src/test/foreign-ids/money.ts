import { openSource } from "../../fund/index.ts";
import {
  aClaim,
  aConfirmedClaim,
  aFact,
  anEntitledLearner,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  aSource,
  aTrainingPlace,
} from "../index.ts";
import { anOffice, ELSEWHERE, paper, REASON, type Tries, type Try } from "./world.ts";

const ISSUED = "2020-02-28";

/** Claims, their review and payment, and the county's figures and samples. */
export const moneyTries: Tries = (world) => {
  const { app, reviewer, finance, theirs } = world;
  const inElsewhere = () => aClaim(app, { region: ELSEWHERE, town: `${ELSEWHERE}001`, state: "submitted" });

  /** An own and somebody else's ground of a claim. */
  const grounds = async () => {
    const place = await aTrainingPlace(app, { startsOn: "2020-02-03" });
    const [own, others] = [
      await anEntitledLearner(app, place, { issuedOn: ISSUED }),
      await anEntitledLearner(app, place, { issuedOn: ISSUED }),
    ];
    return { place, own, others, who: await app.as("learner", { personId: own.personId }) };
  };
  const claim =
    (url: "claims" | "claim-previews", field: "certificateId" | "classId" | "evidence") => async (): Promise<Try> => {
      const { own, others, who } = await grounds();
      const path = `/api/v1/${url}`;
      const benefit = "unemployed-training";
      if (field === "certificateId")
        return {
          who,
          url: path,
          body: (certificateId) => ({ benefit, certificateId }),
          own: own.certificateId,
          others: others.certificateId,
        };
      return {
        who,
        url: path,
        body: (id) => ({ benefit, certificateId: own.certificateId, evidenceFileIds: [id] }),
        own: await paper(who, "/api/v1/me/evidence"),
        others: await paper(theirs.learner, "/api/v1/me/evidence"),
      };
    };
  /** On-job training claimed by the employer for one of its staff in a class of its own. */
  const staff = (url: "claims" | "claim-previews", field: "classId" | "personId") => async (): Promise<Try> => {
    const [organisationId, elsewhere] = [
      await anOrganisation(app, { kind: "enterprise" }),
      await anOrganisation(app, { kind: "enterprise" }),
    ];
    await aPayeeAccount(app, { organisationId });
    const trained = async (employerId: string) => {
      const { id: personId } = await aPerson(app);
      const { uscc: employer } = await app.services.database
        .selectFrom("organisation")
        .select("uscc")
        .where("id", "=", employerId)
        .executeTakeFirstOrThrow();
      const hired = {
        from: "2019-11-05",
        to: null,
        employed: true,
        employer,
        local: true,
        hiredOn: "2019-11-05",
        contractMonths: 24,
      };
      await aFact(app, personId, "employment", hired);
      await aFact(app, personId, "insurance", { asOf: "2020-02-28", unemploymentMonths: 6 });
      const place = await aTrainingPlace(app, { benefit: "on-job", startsOn: "2020-02-03" });
      const changed = { occupation: "6-99-77-01" };
      await app.services.database.updateTable("training_class").set(changed).where("id", "=", place.classId).execute();
      await anEntitledLearner(app, place, { personId, certificate: false });
      return { personId, classId: place.classId };
    };
    const [own, others] = [await trained(organisationId), await trained(elsewhere)];
    const who = await app.as("enterprise", { organisationId });
    const evidenceFileIds = [await paper(who, "/api/v1/papers?kind=other")];
    const stated = { actualCostFen: 90_000, assessmentFeeFen: 15_000 };
    const body = (id: string) => ({ benefit: "on-job", ...own, stated, evidenceFileIds, [field]: id });
    return { who, url: `/api/v1/${url}`, body, own: own[field], others: others[field] };
  };
  const confirmed = async (place: Awaited<ReturnType<typeof aTrainingPlace>>) =>
    (await aConfirmedClaim(app, place, { issuedOn: ISSUED })).claim.id;
  const adjustable = async () => {
    const place = await aTrainingPlace(app, { startsOn: "2020-02-03" });
    const { enrolmentId } = await anEntitledLearner(app, place, { issuedOn: ISSUED });
    await app.services.database
      .updateTable("training_class")
      .set({ state: "completed" })
      .where("id", "=", place.classId)
      .execute();
    const who = await app.as("institution", { organisationId: place.organisationId });
    const list = await who.post<{ id: string }>(`/api/v1/classes/${place.classId}/subsidy-lists`);
    return {
      who,
      url: `/api/v1/subsidy-lists/${list.body.id}/adjustments`,
      own: enrolmentId,
      others: theirs.enrolmentId,
    };
  };
  const payable = async () => {
    const own = await aClaim(app, { sourceId: await aSource(app) });
    await aPayeeAccount(app, { personId: own.personId });
    return own;
  };
  const offices = async () => ({ own: await anOffice(app), others: await anOffice(app, ELSEWHERE) });

  return {
    "claims.create certificateId": claim("claims", "certificateId"),
    "claims.preview certificateId": claim("claim-previews", "certificateId"),
    "claims.create evidenceFileIds[]": claim("claims", "evidence"),
    "claims.preview evidenceFileIds[]": claim("claim-previews", "evidence"),
    "claims.create classId": staff("claims", "classId"),
    "claims.preview classId": staff("claim-previews", "classId"),
    "claims.create personId": staff("claims", "personId"),
    "claims.preview personId": staff("claim-previews", "personId"),
    "reviewBatches.draw claimIds[]": async () => {
      const place = await aTrainingPlace(app, { startsOn: "2020-02-03" });
      const [one, two] = [await confirmed(place), await confirmed(place)];
      return {
        who: reviewer,
        url: "/api/v1/review-batches",
        body: (id) => ({ round: 1, claimIds: [one, id] }),
        own: two,
        others: (await inElsewhere()).id,
      };
    },
    "reviewBatches.open claimId": async () => {
      const place = await aTrainingPlace(app, { startsOn: "2020-02-03" });
      const claimIds = [await confirmed(place), await confirmed(place)];
      const drawn = await reviewer.post<{ id: string; sample: { claimId: string }[] }>("/api/v1/review-batches", {
        round: 1,
        claimIds,
      });
      return {
        who: reviewer,
        url: `/api/v1/review-batches/${drawn.body.id}/openings`,
        body: (claimId) => ({ claimId, note: REASON }),
        own: drawn.body.sample[0]?.claimId ?? "",
        others: (await inElsewhere()).id,
      };
    },
    "subsidyLists.adjust adjustments[].enrolmentId": async () => ({
      ...(await adjustable()),
      body: (enrolmentId) => ({ adjustments: [{ enrolmentId, included: false, reason: REASON }] }),
    }),
    "subsidyLists.decision enrolmentId": async () => {
      const { url, ...given } = await adjustable();
      return { ...given, method: "GET", url: (id) => url.replace("adjustments", `decisions/${id}`) };
    },
    "claims.grounds personId": async () => {
      const { who, own, others } = await staff("claims", "personId")();
      return { who, method: "GET", own, others, url: (id) => `/api/v1/claim-grounds?benefit=on-job&personId=${id}` };
    },
    "batches.make sourceId": async () => {
      const own = await payable();
      const { source_id: sourceId } = await app.services.database
        .selectFrom("claim")
        .select("source_id")
        .where("id", "=", own.id)
        .executeTakeFirstOrThrow();
      const others = await app.work((context) =>
        openSource(context, { code: "E-1", name: "外县资金", region: ELSEWHERE, openedOn: "2019-12-31", drawOrder: 1 }),
      );
      const foreign = await aClaim(app, { sourceId: others, region: ELSEWHERE, town: `${ELSEWHERE}001` });
      await aPayeeAccount(app, { personId: foreign.personId });
      return {
        who: finance,
        url: "/api/v1/payment-batches",
        body: (id) => ({ sourceId: id }),
        own: sourceId ?? "",
        others,
      };
    },
    "publicity.start claimIds[]": async () => ({
      who: reviewer,
      url: "/api/v1/publicity",
      body: (id) => ({ claimIds: [id] }),
      own: (await aClaim(app, { state: "approved" })).id,
      others: (await aClaim(app, { region: ELSEWHERE, town: `${ELSEWHERE}001`, state: "approved" })).id,
    }),
    "batches.make claimIds[]": async () => {
      const sourceId = await aSource(app);
      const own = await aClaim(app, { sourceId });
      await aPayeeAccount(app, { personId: own.personId });
      const foreign = await aClaim(app, { sourceId, region: ELSEWHERE, town: `${ELSEWHERE}001` });
      await aPayeeAccount(app, { personId: foreign.personId });
      return {
        who: finance,
        url: "/api/v1/payment-batches",
        body: (id) => ({ sourceId, claimIds: [id] }),
        own: own.id,
        others: foreign.id,
      };
    },
    "targets.add departmentId": async () => ({
      ...(await offices()),
      who: reviewer,
      url: "/api/v1/targets",
      body: (departmentId) => ({
        policyId: "rugao-2019",
        measure: "person-times",
        departmentId,
        value: 100,
        clause: "十六",
      }),
    }),
    "departmentScopes.set departmentId": async () => ({
      ...(await offices()),
      who: reviewer,
      method: "PUT",
      url: "/api/v1/department-scopes",
      body: (departmentId) => ({ kind: "town", code: "320682001", departmentId, clause: "十六" }),
    }),
    "anomalies.resolve excludedClaimIds[]": async () => {
      const place = await aTrainingPlace(app, { startsOn: "2020-02-03" });
      const own = await confirmed(place);
      const { id } = await app.services.database
        .insertInto("anomaly")
        .values({
          rule: "shared-device",
          subject_kind: "class",
          subject_id: place.classId,
          class_id: place.classId,
          organisation_id: null,
          region: "320682001",
          severity: 2,
          summary: "一部设备为三人以上签到",
          evidence: "{}",
          decided_by: null,
          decided_at: null,
          decision_reason: null,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const by = await app.as("reviewer");
      await by.post(`/api/v1/anomalies/${id}/decision`, { verdict: "confirmed", reason: REASON });
      return {
        who: reviewer,
        url: `/api/v1/anomalies/${id}/resolution`,
        body: (claimId) => ({ verdict: "settled", reason: REASON, excludedClaimIds: [claimId] }),
        own,
        others: (await inElsewhere()).id,
      };
    },
    "samples.recordFinding subjectId": async () => {
      const auditor = await app.as("auditor");
      const drawn = await auditor.post<{ id: string; drawn: string[] }>("/api/v1/audit-samples", {
        frame: "claims",
        size: 1,
      });
      return {
        who: auditor,
        url: `/api/v1/audit-samples/${drawn.body.id}/findings`,
        body: (subjectId) => ({ subjectId, verdict: "question", note: REASON }),
        own: drawn.body.drawn[0] ?? "",
        others: (await inElsewhere()).id,
      };
    },
  };
};
