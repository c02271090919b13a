// Serves the docs and the mock, and updates both when the contract changes. Press Ctrl+C to stop. `DOCS_PORT` and
// `MOCK_PORT` set the ports (default: 8080 and 4010).
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { startPreview } from "./preview.js";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

const portFrom = (name: string, usual: number): number => {
  const text = process.env[name] ?? String(usual);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`${name} is "${text}". Set it to a port from 0 to 65535.`);
};

try {
  const preview = await startPreview({
    contractFolder: join(here, "../../openapi"),
    docsPort: portFrom("DOCS_PORT", 8080),
    mockPort: portFrom("MOCK_PORT", 4010),
    log: (line) => {
      console.log(line);
    },
  });
  console.log(
    `docs  ${preview.docsUrl}\nmock  ${preview.mockUrl}\nThe mock accepts the token mock-token.`,
  );
  const stop = (): void => {
    void preview.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  const taken = (error as { code?: string; port?: number }).code === "EADDRINUSE";
  console.error(
    taken
      ? `Port ${(error as { port?: number }).port ?? ""} is in use. Set another port in DOCS_PORT or MOCK_PORT.`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
}
