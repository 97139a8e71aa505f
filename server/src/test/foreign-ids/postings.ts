import { aCertificate, anOrganisation, aScheme, postingDesk } from "../index.ts";
import type { Tries } from "./world.ts";

/** People whom an enterprise posts, and whose licences it enters. */
export const postingTries: Tries = ({ app, clerk }) => {
  const employer = async () => {
    const desk = await postingDesk(app);
    return { desk, own: (await desk.hire()).personId, others: (await (await postingDesk(app)).hire()).personId };
  };
  return {
    "postings.add personIds[]": async () => {
      const { desk, own, others } = await employer();
      const url = `/api/v1/posts/${await desk.post(null)}/postings`;
      return { who: desk.clerk, url, body: (id) => ({ personIds: [id], fromOn: "2020-02-03" }), own, others };
    },
    "masterAppointments.publicise personId": async () => {
      const { desk, own, others } = await employer();
      await aCertificate(app, { personId: own, kind: "skill-level", level: 1, issuedOn: "2019-03-01" });
      return {
        who: desk.clerk,
        url: `/api/v1/master-schemes/${await aScheme(desk)}/appointments`,
        body: (personId) => ({
          personId,
          grade: "chief",
          trade: "电工",
          panel: ["评委甲", "评委乙", "评委丙"],
          score: 90,
          publicisedFrom: "2020-02-03",
        }),
        own,
        others,
      };
    },
    "pilots.propose evaluatorId": async () => ({
      who: clerk,
      url: "/api/v1/pilots",
      body: (evaluatorId) => ({
        evaluatorId,
        certificate: "示例运维",
        level: "junior",
        majors: ["机电"],
        places: 10,
        feeFen: 0,
        year: 2020,
      }),
      own: await anOrganisation(app, { kind: "evaluation-body" }),
      others: await anOrganisation(app, { kind: "enterprise" }),
    }),
    "workLicences.enter personId": async () => {
      const { desk, own, others } = await employer();
      const licence = {
        item: "electric-low",
        number: "JS00000001",
        issuerName: "示例省应急管理厅",
        firstIssuedOn: "2019-01-10",
        issuedOn: "2019-01-10",
        validTo: "2025-01-09",
      };
      return {
        who: desk.clerk,
        url: "/api/v1/work-licences",
        body: (personId) => ({ personId, ...licence }),
        own,
        others,
      };
    },
  };
};
