/**
 * Loaded before every program of ours (`node --import`), in plain JavaScript that any Node can run: an older one would fail with a
 * stack trace about an unknown file extension.
 */
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  process.stderr.write(
    `需要 Node.js 24 或更新的版本（现在是 ${process.version}）：请运行 nvm install，或在 Linux 上重新运行 npm ci（会装好合适的 Node），再用 npm start 等 npm 命令启动。\n` +
      `Node.js 24 or newer is needed (this is ${process.version}): run "nvm install", or on Linux "npm ci" once more, and start through npm (npm start).\n`,
  );
  process.exit(1);
}
