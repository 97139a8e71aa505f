import { defaultProgramme } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";

export type Programme = Output<Api["policy"]["list"]>["programmes"][number];

/** The county's programmes and the one in force on a day (default: today). */
export function useProgrammes(on?: string) {
  const query = useApi(api.policy.list, { query: on === undefined || on === "" ? {} : { on } }, { staleTime: 600_000 });
  const programmes = query.data?.programmes ?? [];
  return {
    query,
    programmes,
    inForce: programmes.filter((one) => one.inForce !== null),
    /** The programme that is taken where nothing was chosen; outside all periods the county's first, to read. */
    usual: query.data?.usual ?? defaultProgramme(),
    /** Says what to do where no programme is in force. */
    none: query.data?.none ?? null,
    choices: programmes.map((one) => ({ value: one.id, label: one.title })),
  };
}

/** Benefits of one programme, or of all with each name once: choices of a list's filter, and names of its rows. */
export function useBenefits(programme = "") {
  const { programmes } = useProgrammes();
  const wanted = programmes.filter((one) => programme === "" || one.id === programme);
  const choices = [
    ...new Map(
      wanted.flatMap((one) => one.benefits.map(({ id, title }) => [id, { value: id, label: title }])),
    ).values(),
  ];
  return {
    choices,
    titleOf: (benefit: string) => choices.find((one) => one.value === benefit)?.label ?? benefit,
  };
}

/** Period of a programme or version in words. */
export const periodWords = ({ from, to }: { from: string; to: string | null }): string =>
  to === null ? `自 ${from} 起` : `${from} 至 ${to}`;
