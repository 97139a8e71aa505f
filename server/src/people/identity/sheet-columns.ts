import {
  accept,
  maskCitizenId,
  maskMobile,
  parseCitizenId,
  parseMobile,
  parsePersonName,
  type Parsed,
} from "@jinengtong/standards";

/** Name column of people lists; `what` adds other headings. */
export const nameColumn = (what: string) =>
  ({ header: "姓名", aliases: [what], required: true, parse: (text: string) => parsePersonName(text) }) as const;

/** Person and contact of a list's row, masked in errors. */
export const identityColumns = {
  citizenId: {
    header: "身份证号",
    aliases: ["身份证号码", "公民身份号码", "证件号码"],
    required: true,
    parse: (text: string): Parsed<string> => {
      const read = parseCitizenId(text);
      return read.ok ? accept(read.value.number) : read;
    },
    mask: maskCitizenId,
  },
  phone: {
    header: "手机号",
    aliases: ["手机", "联系电话", "手机号码"],
    parse: (text: string): Parsed<string> => parseMobile(text),
    mask: maskMobile,
  },
} as const;
