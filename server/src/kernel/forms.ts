import {
  daysOf,
  formFaults,
  type Period,
  partnerFaults,
  PartnerMapping,
  ReturnForm,
  type ReturnFault,
  WorkloadParameters,
} from "@jinengtong/returns";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { pointerOf, sentence } from "./input.ts";
import { readOperatorFile } from "./operator-file.ts";

/** A form with the digest under which each return keeps it whole. */
export interface KeptForm {
  form: ReturnForm;
  digest: Buffer;
}

/** Forms of returns and mapping tables of partners of this deployment: several forms, and versions of one, live side by side. */
export class Forms {
  readonly #versions: readonly KeptForm[];
  readonly partners: readonly PartnerMapping[];
  /** Parameters of schools' work-load; undefined where the deployment has none. */
  readonly workload: WorkloadParameters | undefined;

  constructor(forms: readonly ReturnForm[], partners: readonly PartnerMapping[] = [], workload?: WorkloadParameters) {
    this.workload = workload;
    this.#versions = forms.map((form) => ({ form, digest: digestOf(form) }));
    this.partners = partners;
  }

  /** The newest form of each code. */
  current(): ReturnForm[] {
    const codes = [...new Set(this.#versions.map(({ form }) => form.code))];
    return codes.flatMap((code) => {
      const { form } = this.#versions.findLast((one) => one.form.code === code) ?? {};
      return form === undefined ? [] : [form];
    });
  }

  /** The version that a period is returned by: the last that had begun on its first day. */
  of(code: string, period: Period): KeptForm | undefined {
    return this.#versions.findLast(({ form }) => {
      const days = form.code === code ? daysOf(form.period, period) : undefined;
      return days !== undefined && form.from <= days.first && (form.until === undefined || days.first <= form.until);
    });
  }
}

/** Key order of an object doesn't count. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, canonical(part)]),
        )
      : value;

const digestOf = (form: ReturnForm): Buffer =>
  createHash("sha256")
    .update(JSON.stringify(canonical(form)))
    .digest();

const byVersion = (a: ReturnForm, b: ReturnForm): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.version.localeCompare(b.version, "en", { numeric: true });

/**
 * Reads the forms (`FORMS_DIR`: one JSON file for each version, mapping tables of partners under `partners/`). Refuses an invalid one with
 * file, JSON pointer and reason, two contents under one version, and a table for a form that isn't there.
 */
export async function readForms(directory: string): Promise<Forms> {
  const wrong: string[] = [];
  const forms = await readFolder(directory, ReturnForm, wrong);
  for (const { file, value } of forms) wrong.push(...named(file, formFaults(value)));
  const sorted = forms.map(({ value }) => value).toSorted(byVersion);
  for (const [index, form] of sorted.entries())
    if (index > 0 && byVersion(sorted[index - 1] as ReturnForm, form) === 0)
      wrong.push(`表单 ${form.code} 的版本 ${form.version} 有两份。`);
  const partners = await readFolder(path.join(directory, "partners"), PartnerMapping, wrong);
  for (const { file, value } of partners) {
    const form = sorted.findLast(({ code }) => code === value.form);
    wrong.push(
      ...(form === undefined ? [`${file} /form 没有表单 ${value.form}。`] : named(file, partnerFaults(value, form))),
    );
  }
  const parameters = await readFolder(path.join(directory, "parameters"), WorkloadParameters, wrong);
  if (wrong.length > 0) throw new Error(`表单目录 ${directory} 有 ${wrong.length} 处需要更正：${wrong.join("；")}`);
  return new Forms(
    sorted,
    partners.map(({ value }) => value),
    parameters[0]?.value,
  );
}

const named = (file: string, faults: readonly Pick<ReturnFault, "pointer" | "message">[]): string[] =>
  faults.map(({ pointer, message }) => `${file} ${pointer} ${message}`);

async function readFolder<S extends z.ZodType>(
  directory: string,
  shape: S,
  wrong: string[],
): Promise<{ file: string; value: z.output<S> }[]> {
  if (!existsSync(directory)) return [];
  const files = (await readdir(directory)).filter((name) => name.endsWith(".json")).toSorted();
  const read = [];
  for (const file of files) {
    const given = await readOperatorFile(path.join(directory, file), "表单", "FORMS_DIR");
    const parsed = shape.safeParse(given, { reportInput: true });
    if (parsed.success) read.push({ file, value: parsed.data });
    else wrong.push(...parsed.error.issues.map((issue) => `${file} ${pointerOf(issue.path)} ${sentence(issue)}`));
  }
  return read;
}
