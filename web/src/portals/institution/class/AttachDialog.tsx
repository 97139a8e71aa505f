import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApiPages, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { formatSeconds } from "../../../kit/format.ts";
import { pageOf } from "../../../lists/pages.ts";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface AttachDialogProps {
  classId: string;
  attached: readonly string[];
  onClose: () => void;
}

/** Chooses among the school's published courses. One that somebody has begun stays. */
export function AttachDialog({ classId, attached, onClose }: AttachDialogProps): ReactElement {
  const tell = useToast();
  const courses = useApiPages(api.courses.list, { query: { limit: 200 } }, pageOf);
  const attach = useChange(api.courses.attach, {
    refresh: [api.courses.ofClass, api.learningProgress.list],
    onSuccess: () => {
      tell("这个班的网上课程已更新");
      onClose();
    },
  });
  const form = useForm({
    initial: { courseIds: [...attached] },
    rules: contractOf(api.courses.attach),
    error: attach.error,
  });
  const { courseIds } = form.values;
  const usable = courses.rows.filter((course) => course.state === "published" || attached.includes(course.id));
  return (
    <Dialog
      open
      onClose={onClose}
      title="选择网上课程"
      footer={
        <FormFooter
          form={form}
          close="先不改"
          action={`用这 ${courseIds.length} 门课程`}
          busy={attach.isPending}
          onClose={onClose}
          onConfirm={() => attach.mutate({ params: { id: classId }, body: { courseIds } })}
        />
      }
    >
      <FormBody form={form}>
        {courses.isPending ? (
          <Skeleton />
        ) : usable.length === 0 ? (
          <Empty title="没有已发布的课程" action={<Button to="/institution/courses">去做一门课程</Button>} />
        ) : (
          <FormField
            name="courseIds"
            required={false}
            label="已发布的课程"
            group
            hint="已有学员开始学习的课程不能取消。"
          >
            <CheckboxGroup
              {...form.bind("courseIds")}
              choices={usable.map((course) => ({
                value: course.id,
                label: course.title,
                description: `${course.lessons} 个课件，${formatSeconds(course.durationMs / 1000)}`,
              }))}
            />
          </FormField>
        )}
      </FormBody>
    </Dialog>
  );
}
