// Requests the page and the route of the app.
import { withApp } from "./app.mjs";

await withApp(async (url) => {
  for (const path of ["/", "/api"]) {
    const text = await (await fetch(url + path)).text();
    if (!text.includes("available")) throw new Error(`error: ${path} returned ${text}`);
  }
});
