import type { Invariant } from "./invariant.ts";

export const tracesAgree: Invariant = {
  sentence:
    "What the traces of all classes, and the books of claims without a class, say was approved and paid is what the statistics say, and so is the first page of each payee.",
  each: "week",
  async check({ world, auditor, finance, enterprises }) {
    const desk = await auditor.desk();
    const [approved, paid] = [
      await desk.do("GET /api/v1/statistics", { query: { measure: "approved", by: "institution" } }),
      await desk.do("GET /api/v1/statistics", { query: { measure: "paid", by: "institution" } }),
    ];
    const traced = { approved: 0, paid: 0 };
    const classes = await world.owner.query<{ id: string }>("select id from training_class order by number");
    for (const { id } of classes.rows) {
      const { body } = await desk.do("GET /api/v1/trace/classes/:id", { params: { id }, query: { limit: 1 } });
      traced.approved += body.totals.approvedFen;
      traced.paid += body.totals.paidFen;
    }
    // Work for training, or a degree: nobody taught a class for them.
    const apart = await world.owner.query<{ approved: string; paid: string }>(`
      select coalesce(sum(m.approved_fen), 0) as approved, coalesce(sum(m.paid_fen), 0) as paid
      from claim c join ledger_entry t on t.claim_id = c.id join money_fact_now m on m.entry_id = t.id where c.class_id is null`);
    traced.approved += Number(apart.rows[0]?.approved);
    traced.paid += Number(apart.rows[0]?.paid);
    const breaches: string[] = [];
    const compare = (name: string, one: number, other: number): void => {
      if (one !== other) breaches.push(`${name}: ${one} and ${other}`);
    };
    compare("approved, in statistics and traces", approved.body.total, traced.approved);
    compare("paid, in statistics and traces", paid.body.total, traced.paid);
    const month = await desk.do("GET /api/v1/statistics", {
      query: { measure: "paid", by: "none", from: `${world.today.slice(0, 7)}-01` },
    });
    const audit = await desk.do("GET /api/v1/audit/home");
    const shown = audit.body.figures.find(({ code }) => code === "paid-month")?.value ?? 0;
    compare("paid this month, in statistics and at the auditor's", month.body.total, shown);
    const money = await finance[0]?.desk();
    const [home, payables] = [
      await money?.do("GET /api/v1/finance/home"),
      await money?.do("GET /api/v1/fund/payables", { query: { limit: 1 } }),
    ];
    const waiting = home?.body.queues.find(({ code }) => code === "payables")?.count ?? 0;
    compare("payable claims, at finance's and in the list", waiting, payables?.body.total ?? 0);
    for (const { staff, name } of enterprises) {
      const firm = await staff.desk();
      const own = await firm.do("GET /api/v1/enterprise/home");
      const list = await firm.do("GET /api/v1/claims", { query: { limit: 200 } });
      const sum = list.body.rows
        .filter(({ state }) => state === "paid" || state === "recovering")
        .reduce((total, claim) => total + (claim.paidFen ?? 0), 0);
      compare(
        `paid to ${name}, at home and in its claims`,
        own.body.figures.find(({ code }) => code === "money-paid")?.value ?? 0,
        sum,
      );
    }
    return breaches;
  },
};
