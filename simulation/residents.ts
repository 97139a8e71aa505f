/** The people of the simulated county, as they are before the platform knows them. */
import { county } from "@jinengtong/county";
import { addDays, civilDate, makeCitizenId, makeUscc } from "@jinengtong/standards";
import { Random } from "./random.ts";

export interface Resident {
  readonly name: string;
  readonly citizenId: string;
  readonly phone: string;
  readonly card: string;
  readonly town: string;
  /** Registered as unemployed, so that a class is paid for. */
  readonly unemployed: boolean;
  /** On the staff of an enterprise. */
  readonly employed: boolean;
  /** On the register of poor households. */
  readonly poor: boolean;
}

const SURNAMES = [..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"];
const FIRST = [..."建国志明晓雨思文海燕春秋秀美金玉永康"];
const SECOND = [..."华平芳军强磊娜静敏涛超勇艳杰霞"];

/** That number of residents; the same for the same seed, and the first of many are the same as of few. */
export function settleResidents(seed: string, count: number): Resident[] {
  const { region, towns } = county();
  return Array.from({ length: count }, (_, n) => {
    const random = new Random(`${seed} resident ${n}`);
    const work = random.next();
    const birth = addDays(civilDate("1970-01-01"), random.whole(0, 11_000));
    return {
      name: `${random.pick(SURNAMES)}${random.pick(FIRST)}${random.pick(SECOND)}`,
      citizenId: makeCitizenId(region.code, birth, (n % 999) + 1),
      phone: `13${String(800_000_000 + n).padStart(9, "0")}`,
      card: cardNumber(n),
      town: random.pick(towns).code,
      unemployed: work < 0.75,
      employed: work >= 0.75 && work < 0.95,
      poor: random.chance(0.15),
    };
  });
}

/** The number as a hurried clerk copies it: of the next day's birth, with a check digit that fits. */
export function misspelt(citizenId: string): string {
  const birth = civilDate(citizenId.slice(6, 14).replace(/(\d{4})(\d{2})(\d{2})/u, "$1-$2-$3"));
  return makeCitizenId(citizenId.slice(0, 6), addDays(birth, 1), Number(citizenId.slice(14, 17)));
}

/** A card number with its check digit. */
export function cardNumber(n: number): string {
  const body = `62284800${String(10_000_000 + n).padStart(10, "0")}`;
  const sum = [...body].reduce((total, digit, index) => {
    const doubled = (body.length - index) % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A unified social credit code of this county. */
export const creditCode = (n: number): string =>
  makeUscc("91", county().region.code, `MA${String(n).padStart(7, "0")}`);
