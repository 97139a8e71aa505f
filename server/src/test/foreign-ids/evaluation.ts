import { evaluationDesk } from "../evaluation-desk.ts";
import type { Tries, Try, World } from "./world.ts";

type Desk = Awaited<ReturnType<typeof evaluationDesk>>;
const desks = new WeakMap<World, Promise<{ own: Desk; others: Desk }>>();

/** Two evaluation bodies, made once for each world. */
const both = (world: World) => {
  const made = desks.get(world) ?? make(world);
  desks.set(world, made);
  return made;
};
const make = async ({ app }: World) => ({
  own: await evaluationDesk(app, { day: "2020-03-30" }),
  others: await evaluationDesk(app, { day: "2020-03-30" }),
});

async function approved(desk: Desk): Promise<string> {
  const id = await desk.create();
  await desk.toRegistered(id, 1);
  return id;
}

/** Evaluation bodies: sites and rooms of a plan, people of the register, candidates of a sheet. */
export const evaluationTries: Tries = (world) => {
  const assign =
    (field: "examiners" | "invigilators" | "officers" | "internalSupervisor", kind: string) =>
    async (): Promise<Try> => {
      const { own } = await both(world);
      const batch = await approved(own);
      const someone = await own.staff(kind);
      const nobody = { examiners: [], invigilators: [], officers: [], internalSupervisor: null };
      return {
        who: own.evaluator,
        method: "PUT",
        url: own.url(batch, "staff"),
        body: (id) => ({ ...nobody, [field]: field === "internalSupervisor" ? id : [id] }),
        own: someone.id,
        others: await own.unconfirmedElsewhere(),
      };
    };
  return {
    "evaluationFilings.submit items[].siteId": async () => {
      const { own, others } = await both(world);
      return {
        who: own.evaluator,
        url: "/api/v1/evaluation-filings",
        body: (siteId) => ({ ...own.filing(siteId), number: "外来备案 0001" }),
        own: own.siteId,
        others: others.siteId,
      };
    },
    "evaluationBatches.create siteId": async () => {
      const { own, others } = await both(world);
      return {
        who: own.evaluator,
        url: "/api/v1/evaluation-batches",
        body: (siteId) => own.plan({ siteId }),
        own: own.siteId,
        others: others.siteId,
      };
    },
    "evaluationBatches.edit siteId": async () => {
      const { own, others } = await both(world);
      return {
        who: own.evaluator,
        method: "PUT",
        url: own.url(await own.create()),
        body: (siteId) => own.plan({ siteId }),
        own: own.siteId,
        others: others.siteId,
      };
    },
    "evaluationBatches.arrange uses[].roomId": async () => {
      const { own, others } = await both(world);
      return {
        who: own.evaluator,
        method: "PUT",
        url: own.url(await approved(own), "rooms"),
        body: (roomId) => ({
          uses: [
            { subject: "theory", roomId, from: "08:30", to: "10:00" },
            { subject: "practice", roomId: own.rooms[2], from: "10:30", to: "16:30" },
          ],
        }),
        own: own.rooms[0] ?? "",
        others: others.rooms[0] ?? "",
      };
    },
    "evaluationBatches.assign examiners[]": assign("examiners", "examiner"),
    "evaluationBatches.assign invigilators[]": assign("invigilators", "invigilator"),
    "evaluationBatches.assign officers[]": assign("officers", "exam-officer"),
    "evaluationBatches.assign internalSupervisor": assign("internalSupervisor", "internal-supervisor"),
    "evaluationBatches.sendSupervisor staffId": async () => {
      const { own } = await both(world);
      return {
        who: own.reviewer,
        method: "PUT",
        url: own.url(await approved(own), "external-supervisor"),
        body: (staffId) => ({ staffId }),
        own: (await own.staff("external-supervisor")).id,
        others: await own.unconfirmedElsewhere(),
      };
    },
    "evaluationDuties.score marks[].candidateId": async () => {
      const { own, others } = await both(world);
      const [batch, elsewhere] = [await approved(own), await approved(others)];
      const examiner = await own.staff("examiner");
      const candidateOf = async (id: string): Promise<string> =>
        (
          await world.app.services.database
            .selectFrom("evaluation_candidate")
            .select("id")
            .where("batch_id", "=", id)
            .executeTakeFirstOrThrow()
        ).id;
      await own.must(
        own.evaluator.put(own.url(batch, "staff"), {
          examiners: [examiner.id],
          invigilators: [],
          officers: [],
          internalSupervisor: null,
        }),
      );
      const duty = await world.app.services.database
        .selectFrom("evaluation_assignment")
        .select("id")
        .where("batch_id", "=", batch)
        .executeTakeFirstOrThrow();
      await world.app.services.database
        .updateTable("evaluation_batch")
        .set({ state: "running" })
        .where("id", "=", batch)
        .execute();
      return {
        who: examiner.client,
        url: `/api/v1/evaluation-duties/${duty.id}/scores`,
        body: (candidateId) => ({ subject: "practice", marks: [{ candidateId, status: "scored", score: 70 }] }),
        own: await candidateOf(batch),
        others: await candidateOf(elsewhere),
      };
    },
  };
};
