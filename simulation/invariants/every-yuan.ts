import type { Invariant } from "./invariant.ts";

export const everyYuan: Invariant = {
  sentence:
    "Every yuan that arrived walks back to attendance marks, and forward again from its class, by the trace that the auditor has.",
  each: "day",
  async check({ world, auditor }) {
    const { rows } = await world.owner.query<{ id: string; number: string }>(
      `select id, number from payment where state = 'paid' and settled_on = (now() at time zone 'Asia/Shanghai')::date order by number`,
    );
    if (rows.length === 0) return [];
    const desk = await auditor.desk();
    const breaches: string[] = [];
    for (const { id, number } of rows) {
      const { body } = await desk.do("GET /api/v1/trace/payments/:id", { params: { id } });
      if (body.attendance.rows.length === 0) breaches.push(`${number} leads to no attendance mark`);
      if (body.certificate === null) breaches.push(`${number} leads to no certificate`);
      if (body.payment.amountFen !== body.claim.approvedFen) breaches.push(`${number} is not the amount approved`);
      if (body.class === null) {
        breaches.push(`${number} leads to no class`);
        continue;
      }
      const forward = await desk.do("GET /api/v1/trace/classes/:id", {
        params: { id: body.class.id },
        query: { limit: 200 },
      });
      const reached = forward.body.enrolments.rows.some((learner) =>
        learner.claims.some((claim) => claim.payments.some((payment) => payment.id === id)),
      );
      if (!reached) breaches.push(`${number} is not reached from class ${body.class.number}`);
    }
    return breaches;
  },
};
