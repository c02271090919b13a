/* global document */
// Runs in a page and sends requests that MSW's service worker handles.
import { getVpcEndpointService } from "@vpcep/mock/msw";
import { setupWorker } from "msw/browser";

const worker = setupWorker(getVpcEndpointService(503, { service: { status: "failed" } }));
await worker.start({ quiet: true, onUnhandledRequest: "bypass" });
const address = "https://vpcep.example/v1/p/vpc-endpoint-services/s";
const first = await fetch(address);
const second = await fetch(address);
const { id, status, error } = await second.json();
document.body.textContent = [first.status, second.status, id, status, error.length].join(" ");
document.title = "done";
