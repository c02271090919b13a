import { check } from "./check.js";

const loopback = /^(localhost|127\..+|\[::1])$/;

/**
 * The base URL in its normal form, without a slash at its end.
 *
 * @throws InvalidArgumentError for anything that is no plain `https:` URL; user, query and fragment could change the
 *   requested path or end up in logs. `http:` is for loopback, or for those who allow it.
 */
export function checkBaseUrl(baseUrl: string | URL | undefined, allowHttp?: boolean): string {
  let url: URL | undefined;
  try {
    url = new URL(baseUrl as URL);
  } catch {
    // Left undefined, which the check refuses without showing what was given.
  }
  check(
    url?.href === `${url?.origin}${url?.pathname}` &&
      (url.protocol === "https:" ||
        (url.protocol === "http:" && (allowHttp ?? loopback.test(url.hostname)))),
    "region or baseUrl",
    "must give an https URL without user, query and fragment",
  );
  return url.href.replace(/\/+$/, "");
}
