import { createContext, useContext, useMemo, useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { Button } from "./Button.tsx";
import { useHeldDialog } from "./Dialog.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { Field, type FieldProps } from "./Field.tsx";
import { faultAt, limitOf, refusedFields, ruleAt, type FormRules } from "./form-rules.ts";
import { useUnsaved } from "./unsaved.ts";
import { useDraft } from "./use-draft.ts";

export { needing, type FormRules } from "./form-rules.ts";

interface FormSettings<Values> {
  /** Initial values. Their names are those of the request; fields that only the page knows may be added. */
  initial: Values;
  /** `contractOf(api.teachers.add)`: validates while typing as the operation would. */
  rules?: FormRules;
  /** Checks of the page alone: check digits, two dates in the wrong order. Called if the rules find nothing; returns a sentence. */
  checks?: { readonly [Name in keyof Values]?: (value: Values[Name], values: Values) => string | undefined };
  /** The last refusal; what it says about a field stands there until the field changes. */
  error?: unknown;
  /** Key under which the draft is saved until it is sent. */
  draft?: string;
  /** Never kept in a draft: numbers of identity, passwords, codes. */
  secret?: readonly (keyof Values)[];
}

type RowOf<List> = List extends readonly (infer Row)[] ? Row : never;

export interface Form<Values> {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  /** Changes one row of a list; the faults of its other fields and of the other rows stay. */
  setRow<Name extends keyof Values>(name: Name, index: number, change: Partial<RowOf<Values[Name]>>): void;
  /** Changes some of the fields within one, as `setRow` does. */
  setPart<Name extends keyof Values>(name: Name, change: Partial<Values[Name]>): void;
  /** Dirty: changed since it was opened or cleared, and in no draft. */
  readonly dirty: boolean;
  /** An earlier visit's draft was restored. */
  readonly restored: boolean;
  /** Deletes the draft and resets the form, keeping `kept`: after it was sent. */
  clear(kept?: Partial<Values>): void;
  /** Value and handler for an input. */
  bind<Name extends keyof Values>(name: Name): { value: Values[Name]; onChange: (value: Values[Name]) => void };
  /** `bind` for a number typed in digits alone. */
  digits<Name extends keyof Values>(name: Name): { value: Values[Name]; onChange: (text: string) => void };
  /** Message shown at a field now: see `faultAt`. */
  fault(pointer: string): string | undefined;
  /** Most characters of the text in a field. */
  limit(pointer: string): number | undefined;
  /** A field lost focus: from now on it reports that it is missing. */
  leave(pointer: string): void;
  /** Fields that the rules or the page's checks still refuse. */
  readonly refused: readonly string[];
  /** Shows every fault and returns whether there is none: call before sending. */
  check(): boolean;
  /** Number of submissions that the rules refused. */
  readonly tries: number;
  readonly error: unknown;
  readonly rules: FormRules | undefined;
}

const nobody: ReadonlySet<string> = new Set();

/** Form state: values, faults, dirty flag, and draft. The basis of all forms. */
export function useForm<Values extends object>({
  initial,
  rules,
  checks,
  error,
  draft,
  secret = [],
}: FormSettings<Values>): Form<Values> {
  const [first] = useState(initial);
  const { value: values, set: keep, restored, clear: forget } = useDraft<Values>(draft ?? null, first, secret);
  const [left, setLeft] = useState<ReadonlySet<string> | null>(nobody);
  const [since, setSince] = useState({ error: undefined as unknown, names: nobody });
  const [dirty, setDirty] = useState(false);
  const [tries, setTries] = useState(0);

  const change = (part: Partial<Values>, pointers: readonly string[]): void => {
    setDirty(true);
    setSince((old) => ({ error, names: new Set([...(old.error === error ? old.names : []), ...pointers]) }));
    keep(part);
  };
  const set = (part: Partial<Values>): void => change(part, Object.keys(part));
  const checked = (pointer: string): string | undefined =>
    checks?.[pointer as keyof Values]?.(values[pointer as keyof Values], values);
  const refusedByRules = useMemo(() => refusedFields(values, rules), [rules, values]);
  const refused = [
    ...new Set([...refusedByRules, ...Object.keys(checks ?? {}).filter((name) => checked(name) !== undefined)]),
  ];
  const only = <Name extends keyof Values>(name: Name, value: unknown) =>
    set({ [name]: value } as unknown as Partial<Values>);

  return {
    values,
    set,
    setRow(name, index, part) {
      const rows = (values[name] as readonly object[]).map((row, at) => (at === index ? { ...row, ...part } : row));
      change(
        { [name]: rows } as unknown as Partial<Values>,
        Object.keys(part).map((key) => `${String(name)}/${index}/${key}`),
      );
    },
    setPart(name, part) {
      change(
        { [name]: { ...values[name], ...part } } as unknown as Partial<Values>,
        Object.keys(part).map((key) => `${String(name)}/${key}`),
      );
    },
    dirty: dirty && draft === undefined,
    restored,
    clear(kept) {
      forget();
      if (kept !== undefined) keep(kept);
      setDirty(false);
      setLeft(nobody);
      setTries(0);
    },
    error,
    rules,
    refused,
    tries,
    bind: (name) => ({ value: values[name], onChange: (value) => only(name, value) }),
    digits: (name) => ({ value: values[name], onChange: (text) => only(name, text.replaceAll(/\D/gu, "")) }),
    fault: (pointer) =>
      faultAt(pointer, {
        values,
        rules,
        error,
        left,
        changed: since.error === error ? since.names : nobody,
        checked: checked(pointer),
      }),
    limit: (pointer) => limitOf(values, rules, pointer),
    leave: (pointer) => setLeft((old) => (old === null || old.has(pointer) ? old : new Set([...old, pointer]))),
    check() {
      setLeft(null);
      if (refused.length > 0) setTries((old) => old + 1);
      return refused.length === 0;
    },
  };
}

/** Part of a form that its components need. */
export type FormState = Pick<
  Form<object>,
  "dirty" | "error" | "rules" | "refused" | "tries" | "fault" | "limit" | "leave" | "check"
>;

/** A form that has at least these values. */
export interface WordsForm extends FormState {
  readonly values: object;
  set(change: object): void;
}

interface FormContextValue {
  form: FormState;
  labels: Map<string, string>;
}

const FormContext = createContext<FormContextValue | null>(null);

interface FormBodyProps {
  form: FormState;
  /** Called if validation passes. */
  onSubmit?: () => void;
  /** False if a `FormNotice` is placed further down. */
  notice?: boolean;
  className?: string;
  children: ReactNode;
}

/** Refused fields by label: by the rules on a submission, else by the server. `FormBody` shows them on top. */
export function FormNotice(): ReactElement | null {
  const context = useContext(FormContext);
  if (context === null) return null;
  const { form, labels } = context;
  const fieldNames = Object.fromEntries([...labels].map(([name, label]) => [`/${name}`, label]));
  if (form.tries === 0 || form.refused.length === 0) return <ErrorNotice error={form.error} fieldNames={fieldNames} />;
  const faults = form.refused.map((name) => ({ pointer: `/${name}`, detail: form.fault(name) ?? "" }));
  return (
    <ErrorNotice
      error={form.tries}
      fieldNames={fieldNames}
      said={{ title: `还有 ${faults.length} 处要填好`, faults }}
    />
  );
}

/** Body of a form: the refusal on top, then its fields. With `onSubmit` it is a `<form>`, which Enter submits. */
export function FormBody({ form, onSubmit, notice = true, className, children }: FormBodyProps): ReactElement {
  const [labels] = useState(() => new Map<string, string>());
  const context = useMemo(() => ({ form, labels }), [form, labels]);
  useUnsaved(form.dirty);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (form.check()) onSubmit?.();
  };
  const fields = (
    <FormContext value={context}>
      {notice && <FormNotice />}
      {children}
    </FormContext>
  );
  return onSubmit === undefined ? (
    <div className={className ?? "grid gap-4"}>{fields}</div>
  ) : (
    <form className={className ?? "grid gap-4"} onSubmit={send} noValidate>
      {fields}
    </form>
  );
}

interface FormFieldProps extends Omit<FieldProps, "error" | "label" | "limit"> {
  /** The field's JSON pointer in the request without its first slash: `phone`, `checks/0/text`. */
  name: string;
  label: string;
  /** A fault that only the page can detect. */
  error?: string | undefined;
}

/**
 * A field of a `FormBody`: required by the contract, its fault from the contract or the last refusal, and its label for the list of
 * refused fields.
 */
export function FormField({ name, error, ...rest }: FormFieldProps): ReactElement {
  const context = useContext(FormContext);
  context?.labels.set(name, rest.label);
  const rule = ruleAt(context?.form.rules, name);
  const required = rest.required ?? (rule === undefined || rule.required === true);
  return (
    <Field
      {...rest}
      required={required}
      limit={context?.form.limit(name)}
      error={error ?? context?.form.fault(name)}
      onLeave={() => afterPress(() => context?.form.leave(name))}
    />
  );
}

/** Deferred until key or finger is up: a message that appears while a button is pressed would move it away. */
function afterPress(then: () => void): void {
  const done = new AbortController();
  const once = (): void => {
    done.abort();
    setTimeout(then);
  };
  for (const type of ["pointerup", "pointercancel", "keyup"]) {
    window.addEventListener(type, once, { signal: done.signal, capture: true });
  }
}

interface FormFooterProps {
  /** The consequence as a verb: 登记教师. */
  action: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  form: FormState;
  /** Closing button; a form that stays open for another entry says 登记完了. */
  close?: string;
  disabled?: boolean;
  /** Further buttons, before the main one. */
  children?: ReactNode;
}

/** Footer of a dialog's form: cancel, others, and the main action. */
export function FormFooter({
  action,
  busy,
  onConfirm,
  onClose,
  form,
  close = "先不办",
  disabled = false,
  children,
}: FormFooterProps): ReactElement {
  useHeldDialog(busy);
  return (
    <>
      <Button variant="secondary" disabled={busy} onClick={onClose}>
        {close}
      </Button>
      {children}
      <Button busy={busy} disabled={disabled} onClick={() => form.check() && onConfirm()}>
        {action}
      </Button>
    </>
  );
}
