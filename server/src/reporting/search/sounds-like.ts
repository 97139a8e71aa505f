import type { RawBuilder } from "kysely";
import { sql } from "../../kernel/database.ts";
import type { SoundRange, Sounds } from "./pinyin-syllables.ts";

/**
 * Whether a name begins with one of these sounds. The first letters narrow it down by their index; a single syllable by the index of
 * names in the order of their sounds.
 */
export function soundsLike(name: RawBuilder<unknown>, readings: readonly Sounds[]): RawBuilder<boolean> {
  const one = ({ initials, ranges }: Sounds): RawBuilder<unknown> =>
    sql`(pinyin_initials(${name}) like ${`${initials}%`} and ${sql.join(
      ranges.map((range, index) =>
        within(ranges.length === 1 ? name : sql`substr(${name}, ${sql.lit(index + 1)}, 1)`, range),
      ),
      sql` and `,
    )})`;
  return sql`(${sql.join(readings.map(one), sql` or `)})`;
}

const within = (text: RawBuilder<unknown>, { from, to }: SoundRange): RawBuilder<unknown> =>
  to === null
    ? sql`${text} collate chinese_names >= ${from}`
    : sql`${text} collate chinese_names >= ${from} and ${text} collate chinese_names < ${to}`;
