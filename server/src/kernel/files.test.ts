import fs, { fstatSync, readdirSync, statSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { anOrganisation, createTestApp, type TestApp } from "../test/index.ts";
import { upload } from "../test/upload.ts";

/** An acknowledged file is on the disk: the content, its name, and the folder of it. */
let app: TestApp;
/** Inodes in the order in which they were flushed, with the names that a folder held then. */
const flushed: { inode: number; names: string[] }[] = [];
const record = (fd: number): void => {
  const seen = fstatSync(fd);
  flushed.push({ inode: seen.ino, names: seen.isDirectory() ? readdirSync(`/proc/self/fd/${fd}`) : [] });
};
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-09T01:00:00Z" });
  // Every handle has these methods of its class; a stream calls `fsync` of the module.
  const handle = await open(import.meta.filename);
  const shared = Object.getPrototypeOf(handle) as { sync: (this: { fd: number }) => Promise<void> };
  await handle.close();
  const { sync } = shared;
  vi.spyOn(shared, "sync").mockImplementation(async function (this: { fd: number }) {
    await sync.call(this);
    record(this.fd);
  });
  const { fsync } = fs;
  vi.spyOn(fs, "fsync").mockImplementation((fd, done) => {
    fsync(fd, (error) => {
      record(fd);
      done(error);
    });
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await app.close();
});

const kept = async (purpose: string) =>
  app.services.files.pathOf(
    (
      await app.services.database
        .selectFrom("stored_file")
        .select("sha256")
        .where("purpose", "=", purpose)
        .executeTakeFirstOrThrow()
    ).sha256,
  );

const UPLOADS: [what: string, purpose: string, send: () => Promise<{ status: number }>][] = [
  [
    "a lesson, kept as it is",
    "lesson",
    async () => {
      const clerk = await app.as("institution", { organisationId: await anOrganisation(app) });
      const course = await clerk.post<{ id: string }>("/api/v1/courses", { title: "网上课程", qualityModule: false });
      const url = `/api/v1/courses/${course.body.id}/files?kind=document&title=${encodeURIComponent("须知")}&readingMinutes=10`;
      const document = path.resolve(import.meta.dirname, "../../assets/lessons/working-life-essentials.pdf");
      return upload(clerk, url, { name: "须知.pdf", content: await readFile(document) });
    },
  ],
  [
    "a list of facts, kept sealed",
    "fact-import",
    async () =>
      upload(
        await app.as("reviewer"),
        `/api/v1/fact-imports?subject=fact:pension&source=${encodeURIComponent("社保")}`,
        {
          name: "名册.csv",
          content: `姓名,身份证号,是否领取养老金,查询日期\n王小明,${makeCitizenId("320682", civilDate("1971-03-04"), 701)},否,2020-03-01\n`,
        },
      ),
  ],
];

it.each(UPLOADS)("%s, survives a power cut once it is acknowledged", async (_what, purpose, send) => {
  flushed.length = 0;
  expect(await send()).toMatchObject({ status: 200 });
  const file = await kept(purpose);
  const content = flushed.findIndex(({ inode }) => inode === statSync(file).ino);
  const name = flushed.findIndex(
    ({ inode, names }) => inode === statSync(path.dirname(file)).ino && names.includes(path.basename(file)),
  );
  const folder = flushed.findIndex(
    ({ inode, names }) =>
      inode === statSync(app.services.files.directory).ino && names.includes(path.basename(path.dirname(file))),
  );
  expect(content).toBeGreaterThanOrEqual(0);
  expect(name).toBeGreaterThan(content);
  expect(folder).toBeGreaterThan(content);
});
