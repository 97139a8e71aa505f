import { choicesOf, codeChoices, getAt, isRecord } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Field } from "../../../../kit/Field.tsx";
import { Input } from "../../../../kit/Input.tsx";
import { MultiSelect } from "../../../../kit/MultiSelect.tsx";
import { setIn, usesOf } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { ProblemNote } from "./ProblemNote.tsx";

const FILE = "vocabulary.json";

const KINDS = {
  groups: { title: "人员类别", intro: "平台已有的类别之外，本政策自己的。", example: "在校学生", id: "student" },
  courses: { title: "课程", intro: "创业培训课程之外，本政策自己的。", example: "创业培训 A 类", id: "class-a" },
  grants: {
    title: "别处的补贴",
    intro: "不由本平台发、但在条件里提到的补贴。",
    example: "省高技能人才补贴",
    id: "provincial",
  },
} as const;

type Kind = keyof typeof KINDS;

/** The programme's own groups, courses and foreign grants, and the lists that its benefits share. */
export function NamesEditor(): ReactElement {
  return (
    <div className="grid max-w-4xl gap-6">
      <ProblemNote file={FILE} />
      {(Object.keys(KINDS) as Kind[]).map((kind) => (
        <OwnNames key={kind} kind={kind} />
      ))}
      <SharedLists />
    </div>
  );
}

function OwnNames({ kind }: { kind: Kind }): ReactElement {
  const { files, edit, set, names, readOnly } = useLaw();
  const found = getAt(files[FILE], `/${kind}`);
  const own: Record<string, unknown> = isRecord(found) ? found : {};
  const [id, setId] = useState("");
  const [name, setName] = useState("");
  const { title, intro, example, id: exampleId } = KINDS[kind];
  const known = kind === "groups" ? names.groups : kind === "courses" ? names.courses : names.benefits;
  const fault =
    id === ""
      ? undefined
      : !/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id)
        ? "只用小写字母、数字和短横线"
        : Object.hasOwn(known, id)
          ? `已有：${known[id] ?? ""}`
          : undefined;
  return (
    <section aria-labelledby={`own-${kind}`}>
      <h3 id={`own-${kind}`} className="font-semibold">
        {title}
      </h3>
      <p className="mb-1 text-sm text-ink-2">{intro}</p>
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {Object.entries(own).map(([key, value]) => {
          const uses = usesOf(files, key);
          return (
            <li key={key} className="flex flex-wrap items-center gap-2 py-1">
              <Input
                aria-label={`${title} ${key} 的名称`}
                className="max-w-72"
                value={String(value)}
                readOnly={readOnly}
                onChange={(next) => set(FILE, `/${kind}/${key}`, next)}
              />
              <span className="num text-sm text-ink-3">{key}</span>
              <span className="ml-auto text-sm text-ink-2">{uses.length > 0 && `用于${uses.join("、")}`}</span>
              {!readOnly && (
                <Button
                  variant="quiet"
                  icon="minus"
                  disabled={uses.length > 0}
                  label={`去掉${String(value)}`}
                  onClick={() => set(FILE, `/${kind}/${key}`, undefined)}
                >
                  去掉
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <div className="mt-2 flex flex-wrap items-start gap-2">
          <Field label={`新的${title}`} required="filter">
            <Input value={name} placeholder={example} onChange={setName} />
          </Field>
          <Field label="编号" required="filter" error={fault}>
            <Input value={id} placeholder={exampleId} onChange={setId} />
          </Field>
          <span className="self-end">
            <Button
              variant="secondary"
              icon="plus"
              disabled={id === "" || name.trim() === "" || fault !== undefined}
              onClick={() => {
                edit((old) =>
                  setIn(old[FILE] === undefined ? { ...old, [FILE]: {} } : old, FILE, `/${kind}/${id}`, name.trim()),
                );
                setId("");
                setName("");
              }}
            >
              加上
            </Button>
          </span>
        </div>
      )}
    </section>
  );
}

const LISTS = "lists.json";

function SharedLists(): ReactElement {
  const { files, edit, set, names, readOnly } = useLaw();
  const [id, setId] = useState("");
  const choices = [...choicesOf(names.benefits), ...choicesOf(names.groups), ...codeChoices(names)];
  const all = isRecord(files[LISTS]) ? files[LISTS] : {};
  return (
    <section aria-labelledby="lists">
      <h3 id="lists" className="font-semibold">
        共用名单
      </h3>
      <p className="mb-1 text-sm text-ink-2">几项补贴的条件里相同的名单写在这里，改一处都改。</p>
      <ProblemNote file={LISTS} />
      <div className="grid gap-2">
        {Object.entries(all).map(([key, values]) => {
          const uses = usesOf(files, key);
          return (
            <div key={key} className="grid gap-1 border-l-2 border-line pl-3">
              <Field
                label={<span className="num">{key}</span>}
                required="filter"
                hint={uses.length === 0 ? "还没有用到" : `用于${uses.join("、")}`}
              >
                <MultiSelect
                  value={Array.isArray(values) ? values.map(String) : []}
                  choices={choices}
                  onChange={(next) =>
                    set(
                      LISTS,
                      `/${key}`,
                      next.map((one) => (/^\d+$/u.test(one) ? Number(one) : one)),
                    )
                  }
                />
              </Field>
              {!readOnly && uses.length === 0 && (
                <span>
                  <Button
                    variant="quiet"
                    icon="minus"
                    className="first:ml-0"
                    onClick={() => set(LISTS, `/${key}`, undefined)}
                  >
                    去掉名单 {key}
                  </Button>
                </span>
              )}
            </div>
          );
        })}
      </div>
      {!readOnly && (
        <div className="mt-2 flex flex-wrap items-end gap-2">
          <Field label="新名单的编号" required="filter">
            <Input value={id} placeholder="job-seekers" onChange={setId} />
          </Field>
          <Button
            variant="secondary"
            icon="plus"
            disabled={!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id) || Object.hasOwn(all, id)}
            onClick={() => {
              edit((old) =>
                setIn(old[LISTS] === undefined ? { ...old, [LISTS]: {} } : old, LISTS, `/${id}`, [choices[0]?.value]),
              );
              setId("");
            }}
          >
            加一份名单
          </Button>
        </div>
      )}
    </section>
  );
}
