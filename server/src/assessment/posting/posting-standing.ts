import type { CivilDate } from "@jinengtong/standards";
import { sql } from "../../kernel/database.ts";

export const COLOURS = ["red", "orange", "amber", "green", "grey"] as const;
export type Colour = (typeof COLOURS)[number];

export const COLOUR_LABELS: Readonly<Record<Colour, string>> = {
  green: "有效",
  amber: "快到期",
  orange: "该办复审、换证",
  red: "不得上岗",
  grey: "不需持证",
};

export type Reason = "none" | "unverified" | "item" | "revoked" | "expired" | "review-missed";

export const REASON_LABELS: Readonly<Record<Reason, string>> = {
  none: "没有登记证件",
  unverified: "证件还没有核验",
  item: "证件的作业项目与岗位不符",
  revoked: "证件已撤销",
  expired: "证件已过期",
  "review-missed": "没有按期复审",
};

/** Last day of a licence that is printed without an end. */
export const FOR_EVER = "9999-12-31";

/** A posting with the licence that covers it best on a day. */
export interface Standing {
  id: string;
  post_id: string;
  person_id: string;
  from_on: CivilDate;
  to_on: CivilDate | null;
  organisation_id: string;
  organisation_name: string;
  workplace: string;
  post_name: string;
  town: string;
  item: string | null;
  item_name: string | null;
  category: string | null;
  office: string | null;
  person_name: string;
  citizen_id_masked: string;
  licence_id: string | null;
  serial: string | null;
  first_issued_on: CivilDate | null;
  issued_on: CivilDate | null;
  valid_to: CivilDate | null;
  review_due_on: CivilDate | null;
  through: CivilDate | null;
  colour: Colour;
  colour_rank: number;
  reason: Reason | null;
  unqualified_days: number;
  retest: boolean;
}

/**
 * Days that verified licences cover, each from issue or review to the first of: the printed end, the review that is due, the day before its
 * revocation. The end of validity is always the printed one; only a review that isn't printed is reckoned from the list of items.
 */
export const licenceSpans = (day: CivilDate) => sql`
  select * from (
    select l.*, coalesce(l.reviewed_on, l.issued_on) as starts,
      coalesce(l.next_review_on, (coalesce(l.reviewed_on, l.issued_on) + make_interval(months => i.review_months))::date) as review_due_on,
      (v.revoked_at at time zone 'Asia/Shanghai')::date as revoked_on,
      least(coalesce(l.valid_to, '9999-12-31'::date), coalesce(l.next_review_on, (coalesce(l.reviewed_on, l.issued_on) + make_interval(months => i.review_months))::date),
        (v.revoked_at at time zone 'Asia/Shanghai')::date - 1) as through
    from work_licence l
    left join posting_item i on i.code = l.item and ${day}::date <@ daterange(i.effective_from, i.effective_to, '[)')
    left join certificate_revocation v on v.certificate_id = l.certificate_id
    where l.state = 'verified') s`;

/** Postings of a condition (over `g`, `t` and `o`) as they stand on a day: colour, reason, days without a licence. */
export const standings = (day: CivilDate, where: ReturnType<typeof sql>) => sql<Standing>`
  select j.*, case j.colour when 'red' then 1 when 'orange' then 2 when 'amber' then 3 when 'green' then 4 else 5 end as colour_rank,
    case when j.colour <> 'red' then null
      when j.through is null then case
        when exists (select from work_licence w where w.person_id = j.person_id and w.item = j.item and w.state = 'entered') then 'unverified'
        when exists (select from (${licenceSpans(day)}) w where w.person_id = j.person_id and w.item <> j.item and w.through >= ${day}::date) then 'item'
        else 'none' end
      when j.revoked_on - 1 = j.through then 'revoked' when j.valid_to = j.through then 'expired' else 'review-missed' end as reason
  from (
    select g.id, g.post_id, g.person_id, g.from_on, g.to_on, t.organisation_id, o.name as organisation_name, t.workplace, t.name as post_name, t.town,
      t.item, i.name as item_name, i.category, i.office, p.name as person_name, p.citizen_id_masked,
      b.id as licence_id, b.serial, b.first_issued_on, b.issued_on, b.valid_to, b.review_due_on, b.revoked_on, b.through,
      case when t.item is null then 'grey' when b.through is null or b.through < ${day}::date then 'red'
        when b.through - ${day}::date <= r.orange_days then 'orange' when b.through - ${day}::date <= r.amber_days then 'amber' else 'green' end as colour,
      case when t.item is null then 0 else coalesce(u.days, 0) end as unqualified_days,
      t.item is not null and g.from_on <= ${day}::date and exists (select from posting h join post ht on ht.id = h.post_id
        where h.person_id = g.person_id and ht.item = t.item and h.id <> g.id and h.to_on < (g.from_on - make_interval(months => r.retest_months))::date)
        and not exists (select from posting h join post ht on ht.id = h.post_id where h.person_id = g.person_id and ht.item = t.item and h.id <> g.id
          and h.from_on < g.from_on and coalesce(h.to_on, 'infinity'::date) >= (g.from_on - make_interval(months => r.retest_months))::date) as retest
    from posting g join post t on t.id = g.post_id join organisation o on o.id = t.organisation_id join person p on p.id = g.person_id
    cross join lateral (select * from posting_rule where effective_from <= ${day}::date order by effective_from desc limit 1) r
    left join posting_item i on i.code = t.item and ${day}::date <@ daterange(i.effective_from, i.effective_to, '[)')
    left join lateral (select s.* from (${licenceSpans(day)}) s where s.person_id = g.person_id and s.item = t.item and s.starts <= ${day}::date
      order by s.through desc, s.id limit 1) b on true
    left join lateral (select sum(upper(gap) - lower(gap))::int as days from unnest(
      datemultirange(daterange(g.from_on, greatest(least(coalesce(g.to_on, ${day}::date), ${day}::date) + 1, g.from_on), '[)')) - coalesce(
        (select range_agg(daterange(s.starts, s.through, '[]')) from (${licenceSpans(day)}) s
          where s.person_id = g.person_id and s.item = t.item and s.through >= s.starts), '{}'::datemultirange)) gap) u on true
    where ${where}) j`;

/** The next thing to do about a posting, in one sentence. */
export function dueSentence(row: Standing, day: CivilDate): string {
  if (row.colour === "grey") return "这个岗位不需要持证。";
  if (row.colour === "red")
    return `${REASON_LABELS[row.reason ?? "none"]}，${row.from_on > day ? "不得安排上岗" : "应立即离岗"}。`;
  if (row.through === FOR_EVER) return "长期有效。";
  const review = row.review_due_on !== null && row.through === row.review_due_on && row.review_due_on !== row.valid_to;
  return review ? `${row.through} 前须复审。` : `${row.through} 到期。`;
}
