import type { Invariant } from "./invariant.ts";

const finding = (name: string, figures: Readonly<Record<string, number | undefined>>): string[] =>
  new Set(Object.values(figures)).size > 1 ? [`${name}: ${JSON.stringify(figures)}`] : [];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const figuresAgree: Invariant = {
  sentence:
    "A figure that several pages show is the same on each: the public page, finance's home, the sources, the statement, the statistics.",
  each: "day",
  async check({ world, finance, auditor }) {
    const [desk, audit] = [await finance[0]?.desk(), await auditor.desk()];
    if (!desk) return [];
    const [home, sources, open, publicHome, overview] = [
      await desk.do("GET /api/v1/finance/home"),
      await desk.do("GET /api/v1/fund/sources"),
      await desk.do("GET /api/v1/public/fund-use"),
      await desk.do("GET /api/v1/public/home"),
      await audit.do("GET /api/v1/statistics/overview"),
    ];
    const homeFigure = (code: string) => home.body.figures.find((figure) => figure.code === code)?.value;
    const measured = (measure: string) => overview.body.figures.find((figure) => figure.measure === measure)?.total;
    const shown = (measure: string) => publicHome.body.figures.find((figure) => figure.measure === measure)?.value;
    const closing: Record<string, number> = {};
    for (const { id } of sources.body.rows) {
      const { body } = await desk.do("GET /api/v1/fund/sources/:id/statement", {
        params: { id },
        query: { from: "2020-01-01", to: world.today },
      });
      for (const { book, code, closingFen } of body.accounts)
        closing[`${book} ${code}`] = (closing[`${book} ${code}`] ?? 0) + closingFen;
    }
    return [
      ...finding("spent", {
        home: homeFigure("spent"),
        sources: sum(sources.body.rows.map((source) => source.spentFen)),
        public: open.body.spentFen,
        benefits: sum(open.body.benefits.map((benefit) => benefit.spentFen)),
        months: sum(open.body.months.map((month) => month.spentFen)),
        statement: closing["quota spent"] ?? 0,
        statistics: measured("paid"),
        publicHome: shown("paid"),
      }),
      ...finding("set aside", {
        home: homeFigure("reserved"),
        sources: sum(sources.body.rows.map((source) => source.reservedFen)),
        public: open.body.reservedFen,
        statement: closing["quota reserved"] ?? 0,
      }),
      ...finding("available", {
        home: homeFigure("available"),
        public: open.body.availableFen,
        statement: closing["quota available"] ?? 0,
      }),
      ...finding("approved", {
        statistics: measured("approved"),
        statement: (closing["quota reserved"] ?? 0) + (closing["quota spent"] ?? 0),
      }),
      ...finding("person-times", { statistics: measured("person-times"), publicHome: shown("person-times") }),
      ...finding("certificates", { statistics: measured("certificates"), publicHome: shown("certificates") }),
    ];
  },
};
