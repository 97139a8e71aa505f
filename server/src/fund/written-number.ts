import { normaliseCode } from "@jinengtong/standards";
import { z } from "zod";

/** Number on paper (voucher, bank reference, payment) in its one spelling: half width, no blanks, capitals, plain hyphens. */
export const writtenNumber = (text: string): string =>
  normaliseCode(text)
    .replaceAll(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, "-")
    .toUpperCase();

/** Number on paper as input: stored and compared in its one spelling. */
export const WrittenNumber = (max: number) =>
  z.string().overwrite(writtenNumber).min(1, "此项必填").max(max, `不超过 ${max} 个字`);
