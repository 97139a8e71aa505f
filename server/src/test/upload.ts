import type { Answer, TestClient } from "./app.ts";

/** Uploads one file as a browser's form does. */
export async function upload<T = unknown>(
  client: TestClient,
  url: string,
  file: { name: string; content: Buffer | string; type?: string },
): Promise<Answer<T>> {
  const boundary = "----jinengtong-test";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? "application/octet-stream"}\r\n\r\n`;
  const response = await client.inject({
    method: "POST",
    url,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(file.content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  const type = String(response.headers["content-type"] ?? "");
  return {
    status: response.statusCode,
    body: (type.includes("json") ? response.json() : response.body) as Answer<T>["body"],
    headers: response.headers,
  };
}
