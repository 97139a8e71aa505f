import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { FormBody, FormField, FormNotice, useForm } from "../../kit/form.tsx";
import { formatInstant } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { TextArea } from "../../kit/TextArea.tsx";

/** A learner's thread with the school, and the box to write the next letter. */
export function Letters({ enrolmentId, school = false }: { enrolmentId: string; school?: boolean }): ReactElement {
  const talk = useApi(api.classTalk.ofSeat, { params: { id: enrolmentId } });
  const write = useChange(api.classTalk.write, {
    refresh: [api.classTalk.ofSeat, api.classTalk.ofClass],
    onSuccess: () => form.clear(),
  });
  const form = useForm({
    initial: { text: "" },
    rules: contractOf(api.classTalk.write),
    error: write.error,
    draft: `letter-${enrolmentId}`,
  });
  return (
    <QueryView query={talk} lines={3}>
      {({ letters }) => (
        <div className="grid gap-4">
          {letters.length > 0 && (
            <ol className="grid gap-3">
              {letters.map((one) => (
                <li
                  key={one.id}
                  className={one.fromSchool ? "border-l-2 border-accent pl-3" : "border-l-2 border-line pl-3"}
                >
                  <p className="num text-sm text-ink-3">
                    {one.fromSchool === school ? "我" : school ? "学员" : "老师"} · {formatInstant(one.at)}
                  </p>
                  <p className="whitespace-pre-line">{one.text}</p>
                </li>
              ))}
            </ol>
          )}
          <FormBody
            form={form}
            onSubmit={() => write.mutate({ params: { id: enrolmentId }, body: form.values })}
            notice={false}
          >
            <FormNotice />
            <FormField name="text" label={school ? "答复" : "想问什么"}>
              <TextArea {...form.bind("text")} rows={2} />
            </FormField>
            <Button type="submit" variant="secondary" busy={write.isPending}>
              {school ? "答复" : "问老师"}
            </Button>
          </FormBody>
        </div>
      )}
    </QueryView>
  );
}
