import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type ShownWorkload = Output<Api["workloads"]["show"]>;

/** A number kept in hundredths or thousandths, with its places. */
export const decimals = (value: number, places: 2 | 3): string =>
  (value / 10 ** places).toLocaleString("zh-CN", { minimumFractionDigits: places, maximumFractionDigits: places });

/** Years that can be looked at: this one, and those before it. */
export const yearChoices = (today: string): { value: string; label: string }[] =>
  Array.from({ length: 5 }, (_, at) => String(Number(today.slice(0, 4)) - at)).map((year) => ({
    value: year,
    label: `${year} 年`,
  }));
