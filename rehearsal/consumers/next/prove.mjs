// Requests the app's page and route.
import { withApp } from "./app.mjs";

await withApp(async (url) => {
  for (const path of ["/", "/api"]) {
    const text = await (await fetch(url + path)).text();
    if (!text.includes("available")) throw new Error(`error: ${path} returned ${text}`);
  }
});
