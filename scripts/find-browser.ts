/** Finds a Chromium for the browser tests, or installs Debian's if permitted. `node scripts/find-browser.ts` prints its path. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { platform } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Usual locations outside the search path. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function lookAround(): string | undefined {
  const directories = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  return [...onPath, ...PLACES].find(isProgram);
}

/** Without a Chinese font every screenshot would show boxes. */
function hasChineseFont(): boolean {
  if (platform() !== "linux") return true;
  const listed = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (listed.status === 0) return listed.stdout.trim() !== "";
  return existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
}

function canInstall(): boolean {
  return platform() === "linux" && process.getuid?.() === 0 && isProgram("/usr/bin/apt-get");
}

function install(packages: string[]): void {
  console.error(`installing ${packages.join(" ")} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  }
}

/** The path of a usable Chromium; the error says what to install. */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a program`);
  }
  const missing = [...(lookAround() ? [] : ["chromium"]), ...(hasChineseFont() ? [] : ["fonts-noto-cjk"])];
  if (missing.length > 0 && canInstall()) install(missing);
  const found = lookAround();
  if (!found) {
    throw new Error(
      "浏览器测试需要 Chromium 或 Google Chrome，本机没有找到。请安装后重试：\n" +
        "  Debian / Ubuntu：sudo apt-get install chromium fonts-noto-cjk\n" +
        "  macOS：brew install --cask google-chrome\n" +
        "  已装在别处：设置环境变量 CHROMIUM_PATH 为浏览器程序的路径",
    );
  }
  if (!hasChineseFont()) {
    console.error("提示：本机没有中文字体，页面文字会显示为方框。请安装：sudo apt-get install fonts-noto-cjk");
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await findBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
