import { type Browser, chromium } from "playwright-core";

/** The network connection and processor speed of a simulated visitor. */
export const visitors = {
  mobile: { latency: 150, kilobitsPerSecond: 1638, processor: 4, width: 412, height: 823 },
  desktop: { latency: 40, kilobitsPerSecond: 10_240, processor: 1, width: 1350, height: 940 },
} as const;

/** The operation is readable when both texts are visible: its description, and the description of a parameter. */
const texts = [
  "Returns the details of a VPC endpoint service.",
  "ID of the endpoint service. In every published sample, the ID is a UUID.",
];
const patienceMs = 20_000;

/**
 * Returns source code as a string, because a compiled function would call helper functions that the page doesn't have.
 */
const lookFor = (wanted: readonly string[]): string => `(() => {
  const wanted = ${JSON.stringify(wanted)};
  const look = () => {
    const shown = (document.body?.innerText ?? "").replace(/\\s+/g, " ");
    if (wanted.every((text) => shown.includes(text))) window.readableAt = performance.now();
    else setTimeout(look, 50);
  };
  setTimeout(look, 0);
})();`;

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic"],
      ...["--disable-background-networking", "--no-first-run"],
    ],
  });

export interface Readable {
  /** Milliseconds from navigation until both texts are visible, or `undefined` if the texts didn't appear. */
  ms: number | undefined;
  /** Number of requests to other origins. */
  foreign: number;
}

/** Opens a page with an empty cache and waits until the page shows the texts (by default, the operation's texts). */
export async function timeToReadable(
  browser: Browser,
  url: string,
  visitor: keyof typeof visitors,
  wanted: readonly string[] = texts,
): Promise<Readable> {
  const { latency, kilobitsPerSecond, processor, width, height } = visitors[visitor];
  const context = await browser.newContext({ viewport: { width, height } });
  try {
    const page = await context.newPage();
    let foreign = 0;
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) foreign += 1;
    });
    const devtools = await context.newCDPSession(page);
    const bytesPerSecond = (kilobitsPerSecond * 1024) / 8;
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: processor });
    await page.addInitScript({ content: lookFor(wanted) });
    await page.goto(url, { waitUntil: "commit" });
    const at = await page
      .waitForFunction(() => (window as { readableAt?: number }).readableAt, undefined, {
        timeout: patienceMs,
      })
      .then(
        (handle) => handle.jsonValue(),
        () => undefined,
      );
    return { ms: at, foreign };
  } finally {
    await context.close();
  }
}
