import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type FormEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { Button } from "./Button.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { Field, type FieldProps } from "./Field.tsx";
import { useDraft } from "./use-draft.ts";

/** What the contract says about one field: the same rules by which the server would refuse it. Lengths are characters after trimming. */
export interface FieldRule {
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly least?: number;
  readonly most?: number;
}

/** Rules by the name of the field in the request. */
export type FormRules = Readonly<Record<string, FieldRule>>;

/** What is wrong with a value by its rule, as a sentence; undefined: nothing. */
export function faultOf(value: unknown, rule: FieldRule | undefined): string | undefined {
  if (rule === undefined) return undefined;
  const text = typeof value === "string" ? value.trim() : value;
  if (text === "" || text === null || text === undefined || (Array.isArray(text) && text.length === 0)) {
    return rule.required ? "此项必填" : undefined;
  }
  if (typeof text === "string") {
    const length = [...text].length;
    if (rule.min !== undefined && length < rule.min) return `至少 ${rule.min} 个字`;
    if (rule.max !== undefined && length > rule.max) return `不超过 ${rule.max} 个字，现在是 ${length} 个`;
    if (rule.pattern !== undefined && !new RegExp(rule.pattern, "u").test(text)) return "格式不对，请对照说明检查";
  }
  const number = Number(text);
  if (rule.least !== undefined && number < rule.least) return `不能小于 ${rule.least}`;
  if (rule.most !== undefined && number > rule.most) return `不能大于 ${rule.most}`;
  return undefined;
}

/** A refusal that names fields, as the API's `ProblemError` does. */
interface Refusal {
  fieldError(pointer: string): string | undefined;
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "fieldError" in error;

interface FormSettings<Values> {
  initial: Values;
  /** `contractOf(api.teachers.add)`: what the operation would refuse is said while it is typed. */
  rules?: FormRules;
  /** The last refusal; what it says about a field stands there until the field changes. */
  error?: unknown;
  /** Keeps what was typed under this key until it is sent. */
  draft?: string;
  /** Never kept in a draft: numbers of identity, passwords, codes. */
  secret?: readonly (keyof Values)[];
}

export interface Form<Values> {
  readonly values: Values;
  set(change: Partial<Values>): void;
  /** Something was changed since the form was opened or cleared. */
  readonly dirty: boolean;
  /** An earlier visit's words were found. */
  readonly restored: boolean;
  /** Forgets the draft and begins anew: after it was sent. */
  clear(): void;
  /** Value and handlers for an input. */
  bind<Name extends keyof Values>(
    name: Name,
  ): {
    value: Values[Name];
    onChange: (value: Values[Name]) => void;
    onBlur: () => void;
  };
  /** What is wrong with a field, once its person has been there. */
  fault(name: string): string | undefined;
  /** Fields that the rules still refuse. */
  readonly refused: readonly string[];
  /** Shows every fault and says whether there are none: before sending. */
  check(): boolean;
  readonly error: unknown;
  readonly rules: FormRules | undefined;
}

/** The values of a form with their faults, whether they were changed, and a draft of them. All forms stand on it. */
export function useForm<Values extends object>({
  initial,
  rules,
  error,
  draft,
  secret = [],
}: FormSettings<Values>): Form<Values> {
  const [first] = useState(initial);
  const { value: values, set: keep, restored, clear: forget } = useDraft<Values>(draft ?? null, first, secret);
  const [been, setBeen] = useState<ReadonlySet<string>>(new Set());
  const [changedSince, setChangedSince] = useState<{ error: unknown; names: ReadonlySet<string> }>({
    error: undefined,
    names: new Set(),
  });
  const [dirty, setDirty] = useState(false);

  const set = useCallback(
    (change: Partial<Values>) => {
      setDirty(true);
      setChangedSince((old) => ({
        error,
        names: new Set([...(old.error === error ? old.names : []), ...Object.keys(change)]),
      }));
      keep(change);
    },
    [keep, error],
  );
  const clear = useCallback(() => {
    setDirty(false);
    setBeen(new Set());
    forget();
  }, [forget]);

  const refused = useMemo(
    () =>
      Object.keys(rules ?? {}).filter(
        (name) => name in values && faultOf(values[name as keyof Values], rules?.[name]) !== undefined,
      ),
    [rules, values],
  );

  const leave = (name: string): void => setBeen((old) => (old.has(name) ? old : new Set([...old, name])));
  return {
    values,
    set,
    dirty,
    restored,
    clear,
    error,
    rules,
    refused,
    bind: (name) => ({
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
      onBlur: () => leave(String(name)),
    }),
    fault(name) {
      const value = values[name as keyof Values];
      const rule = rules?.[name];
      const found = faultOf(value, rule);
      // Too long is said at once; missing or too short only to somebody who has left the field.
      if (found !== undefined && (been.has(name) || faultOf(value, rule && { ...rule, min: 0 }) === found)) {
        if (been.has(name) || !(value === "" || value === null || value === undefined)) return found;
      }
      const answered = changedSince.error === error && changedSince.names.has(name);
      return !answered && isRefusal(error) ? error.fieldError(`/${name}`) : undefined;
    },
    check() {
      setBeen(new Set(Object.keys(rules ?? {})));
      return refused.length === 0;
    },
  };
}

interface FormContextValue {
  form: Form<never>;
  labels: Map<string, string>;
}

const FormContext = createContext<FormContextValue | null>(null);

interface FormBodyProps<Values> {
  form: Form<Values>;
  /** Called when the rules find nothing to refuse. */
  onSubmit?: () => void;
  className?: string;
  children: ReactNode;
}

/** The body of a form: what was refused on top, then its fields. Enter sends it where `onSubmit` is given. */
export function FormBody<Values>({ form, onSubmit, className, children }: FormBodyProps<Values>): ReactElement {
  const [labels] = useState(() => new Map<string, string>());
  const context = useMemo(() => ({ form: form as unknown as Form<never>, labels }), [form, labels]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (form.check()) onSubmit?.();
  };
  const fields = (
    <FormContext value={context}>
      <ErrorNotice
        error={form.error}
        fieldNames={Object.fromEntries([...labels].map(([name, label]) => [`/${name}`, label]))}
      />
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

interface FormFieldProps extends Omit<FieldProps, "error" | "label"> {
  /** The field's name in the request, which is its JSON pointer without the slash. */
  name: string;
  label: string;
  /** A fault that only the page can see. */
  error?: string | undefined;
}

/** A field of a `FormBody`: required where the contract says so, its fault by the contract or by the last refusal, and its name for the list of what was refused. */
export function FormField({ name, error, ...rest }: FormFieldProps): ReactElement {
  const context = useContext(FormContext);
  context?.labels.set(name, rest.label);
  const rule = context?.form.rules?.[name];
  const required = rest.required ?? (rule === undefined || rule.required === true);
  return <Field {...rest} required={required} error={error ?? context?.form.fault(name)} />;
}

interface FormFooterProps {
  /** The consequence as a verb: 登记教师. */
  action: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  form?: Form<never> | Form<object>;
  disabled?: boolean;
  /** Further buttons, before the one that acts. */
  children?: ReactNode;
}

/** The buttons of a form in a dialog: not now, others, and the one that acts. */
export function FormFooter({
  action,
  busy,
  onConfirm,
  onClose,
  form,
  disabled = false,
  children,
}: FormFooterProps): ReactElement {
  return (
    <>
      <Button variant="secondary" onClick={onClose}>
        先不办
      </Button>
      {children}
      <Button busy={busy} disabled={disabled} onClick={() => (form === undefined || form.check()) && onConfirm()}>
        {action}
      </Button>
    </>
  );
}
