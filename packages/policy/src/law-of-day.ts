/** Which of a programme's versions decides a claim: chosen by a day of the case, which each version names itself. */
import type { Policy } from "./compile.ts";
import { DATE_FACTS } from "./facts.ts";
import type { Case } from "./types.ts";

/**
 * The version that decides a case: the newest one whose period of effect holds the day that it goes by
 * (`manifest.lawBy`, the day of application unless it says otherwise). Undefined where none does: then nothing may be
 * decided. `versions` are the published versions of one programme, oldest first.
 */
export function lawOf(versions: readonly Policy[], c: Case): Policy | undefined {
  return versions.findLast(({ rules }) => {
    const { lawBy = "/appliedOn", effective } = rules.manifest;
    const day = DATE_FACTS[lawBy].read(c);
    return day !== undefined && day >= effective.from && (effective.to === undefined || day <= effective.to);
  });
}
