import {
  maskMobile,
  maskPaperNumber,
  parseCitizenId,
  parseIdentityPaper,
  parseMobile,
  parsePersonName,
  type CitizenId,
  type CivilDate,
  type Parsed,
} from "@jinengtong/standards";
import { z } from "zod";
import type { Sealer } from "../../adapters/seal/index.ts";
import "../tables.ts";

/** Identifiers as people type them, normalized; faults are reported at the field, in Chinese. */
const read = <T>(parse: (text: string) => Parsed<T>, max: number) =>
  z
    .string()
    .max(max)
    .transform((text, check): T => {
      const parsed = parse(text);
      if (parsed.ok) return parsed.value;
      check.addIssue({ code: "custom", message: parsed.message });
      return z.NEVER;
    });

export const PersonName = read<string>(parsePersonName, 120).describe("姓名，与身份证一致");
export const Mobile = read<string>(parseMobile, 40).describe("手机号码");
export const CitizenIdNumber = read<string>((text) => {
  const parsed = parseIdentityPaper(text);
  return parsed.ok ? { ok: true, value: parsed.value.number } : parsed;
}, 60).describe("公民身份号码（GB 11643），或在窗口登记过的护照、旧版永久居留身份证号码");

/** Validates a number that was parsed already, or comes from a roster: the birth date may not be in the future. */
export const readCitizenId = (text: string, today: CivilDate): Parsed<CitizenId> => parseCitizenId(text, { on: today });

export const citizenIdHash = (sealer: Sealer, number: string): Buffer => sealer.lookupHash(number, "citizen-id");
export const phoneHash = (sealer: Sealer, phone: string): Buffer => sealer.lookupHash(phone, "phone");

/** Columns of an identity number: sealed, hashed for look-up, masked for the screen. */
export const citizenIdColumns = (sealer: Sealer, personId: string, number: string) => ({
  citizen_id_sealed: sealer.seal(number, { table: "person", column: "citizen_id", row: personId }),
  citizen_id_hash: citizenIdHash(sealer, number),
  citizen_id_masked: maskPaperNumber(number),
});

/** Like `citizenIdColumns`, for a phone. */
export const phoneColumns = (sealer: Sealer, personId: string, phone: string) => ({
  phone_sealed: sealer.seal(phone, { table: "person", column: "phone", row: personId }),
  phone_hash: phoneHash(sealer, phone),
  phone_masked: maskMobile(phone),
});
