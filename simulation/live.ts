/** Lets a county live its days: everybody acts at each hour in a fixed order, and what must hold is checked each night. */
import { addDays, isWorkingDay } from "@jinengtong/standards";
import { Archive } from "./actors/archive.ts";
import { Bank } from "./actors/bank.ts";
import { Bureau } from "./actors/bureau.ts";
import { Corrections } from "./actors/corrections.ts";
import { Declarations } from "./actors/declarations.ts";
import { Enterprise } from "./actors/enterprise.ts";
import { Evaluator } from "./actors/evaluator.ts";
import { Fate } from "./actors/fate.ts";
import { Finance } from "./actors/finance.ts";
import { Law } from "./actors/law.ts";
import { Learner } from "./actors/learner.ts";
import { Legislators } from "./actors/legislators.ts";
import { Online } from "./actors/online.ts";
import { OrderClasses } from "./actors/order-classes.ts";
import { Registers } from "./actors/registers.ts";
import { Reviewers } from "./actors/reviewers.ts";
import { School } from "./actors/school.ts";
import { Substitutes } from "./actors/substitutes.ts";
import { WorkForTraining } from "./actors/work-for-training.ts";
import { type Actor, type County, HOURS, REST_DAY_HOURS, type Wish } from "./county.ts";
import { found } from "./founding.ts";
import { invariants } from "./invariants/index.ts";
import type { Act } from "./history.ts";
import type { Stopwatch } from "./stopwatch.ts";
import type { Place } from "./world.ts";

export interface Life {
  acts: readonly Act[];
  digest: string;
  counts: ReadonlyMap<string, number>;
  days: number;
  /** Where the time went: by kind of act, background work, invariant. */
  watch: Stopwatch;
  /** Empty if everything held. */
  failure: { day: string; reasons: string[] } | null;
}

export async function live(place: Place, wish: Wish, eachDay: (day: string) => void = () => {}): Promise<Life> {
  const county = await found(place, wish);
  const { world } = county;
  const actors: Actor[] = [
    new Fate(county),
    ...county.schools.map(
      (school, n) =>
        new School(
          county,
          school,
          county.residents.filter(({ employed }, index) => !employed && index % county.schools.length === n),
        ),
    ),
    ...county.enterprises.map(
      (firm, n) =>
        new Enterprise(
          county,
          firm,
          county.residents.filter(({ employed }, index) => employed && index % county.enterprises.length === n),
        ),
    ),
    ...county.enterprises.flatMap((firm) => [new OrderClasses(county, firm), new WorkForTraining(county, firm)]),
    new Evaluator(county),
    new Registers(county),
    new Law(county),
    new Legislators(county),
    new Bureau(county),
    new Reviewers(county),
    new Archive(county),
    new Substitutes(county),
    new Corrections(county),
    new Declarations(county),
    new Finance(county),
    new Bank(county),
    ...county.residents.map((resident, n) => new Learner(county, resident, n)),
    // Last in the evening: its lessons take minutes.
    new Online(county),
  ];
  let failure: Life["failure"] = null;
  let days = 0;
  try {
    for (; days < wish.days && failure === null; days += 1) {
      const day = addDays(wish.start, days);
      try {
        for (const hour of isWorkingDay(day) ? HOURS : REST_DAY_HOURS) {
          if (hour === "15:00") await overLunch(county);
          await world.moveTo(day, hour);
          for (const actor of actors)
            if (!wish.without.has(actor.name))
              await world.watch.time(`acts of ${actor.constructor.name}`, () => actor.at(hour));
          await world.settle();
        }
        const breaches = await breachesOf(county, days % 7 === 6 || days === wish.days - 1);
        if (breaches.length > 0) failure = { day, reasons: breaches };
      } catch (error) {
        failure = { day, reasons: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
      }
      eachDay(day);
    }
  } finally {
    await world.close();
  }
  return {
    acts: world.history.acts,
    digest: world.history.digest(null),
    counts: world.history.counts,
    watch: world.watch,
    days,
    failure,
  };
}

/** Whoever works in the morning and in the afternoon leaves a page open, so that nobody signs in twice a day. */
async function overLunch(county: County): Promise<void> {
  const { world, reviewers, finance, schools, enterprises, evaluator } = county;
  await world.passTo("13:20");
  const organisations = [...schools, ...enterprises, evaluator].map(({ staff }) => staff);
  for (const staff of [...reviewers, ...finance, ...organisations]) await staff.leavePageOpen();
}

async function breachesOf(county: County, weekly: boolean): Promise<string[]> {
  const breaches: string[] = [];
  for (const [name, invariant] of Object.entries(invariants)) {
    if (invariant.each === "week" && !weekly) continue;
    for (const breach of await county.world.watch.time(`invariant ${name}`, () => invariant.check(county)))
      breaches.push(`${name} (${invariant.sentence}) ${breach}`);
  }
  return breaches;
}
