import type { Generated } from "kysely";

declare module "../kernel/database.ts" {
  interface Tables {
    target: {
      id: Generated<string>;
      policy_id: string;
      measure: "person-times" | "skilled-share" | "high-skilled-share" | "apprentices" | "fund-fen";
      year: number | null;
      region: string;
      department_id: string | null;
      value: number;
      clause: string;
      set_by: string | null;
      set_at: Generated<Date>;
    };
    base_figure: {
      measure: "employed" | "skilled" | "high-skilled";
      region: string;
      on_date: DateColumn;
      value: number;
      source: string;
      recorded_by: string | null;
      recorded_at: Generated<Date>;
    };
  }
}
