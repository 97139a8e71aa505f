import {
  civilDate,
  makeCitizenId,
  maskCitizenId,
  maskMobile,
  parseCitizenId,
  parseMobile,
  parsePersonName,
  parseWrittenDate,
} from "@jinengtong/standards";
import { readSheet, type ReadSheetOptions } from "../adapters/spreadsheet/read-sheet.ts";
import { SheetError } from "../adapters/spreadsheet/sheet-error.ts";

/** The columns of a roster as readers of spreadsheets are tested with. */
export const roster = {
  name: { header: "姓名", aliases: ["学员姓名"], required: true, parse: parsePersonName },
  citizenId: {
    header: "身份证号",
    aliases: ["公民身份号码", "身份证号码"],
    required: true,
    parse: (text: string) => parseCitizenId(text, { on: civilDate("2020-06-01") }),
    mask: maskCitizenId,
  },
  phone: { header: "手机号", parse: parseMobile, mask: maskMobile },
  from: { header: "开始日期", parse: parseWrittenDate },
} as const;

/** Two people of such a roster, by number. */
export const li = makeCitizenId("320682", civilDate("1985-03-02"), 2);
export const wu = makeCitizenId("320682", civilDate("1990-11-20"), 17);

/** The error with which a file is refused whole; undefined if it is read. */
export async function refusal(source: Uint8Array | Promise<Uint8Array>, options?: ReadSheetOptions) {
  try {
    await readSheet(await source, roster, options);
    return undefined;
  } catch (error) {
    if (error instanceof SheetError) return error;
    throw error;
  }
}
