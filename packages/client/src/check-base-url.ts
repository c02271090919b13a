import { check } from "./check.js";

/** Any host over TLS; without it only the machine itself. */
const safe = /^https:|^http:(localhost|127[.\d]+|\[::1])$/;

/**
 * The base URL in its normal form, without a slash at its end.
 *
 * @throws InvalidArgumentError for anything that is no plain `https:` URL: user, query and fragment could change the
 *   requested path or end up in logs. `http:` is for loopback addresses, or for those who allow it.
 */
export function checkBaseUrl(baseUrl: string | URL | undefined, allowHttp?: boolean): string {
  const url = URL.canParse(baseUrl as URL) ? new URL(baseUrl as URL) : undefined;
  check(
    url?.href === `${url?.origin}${url?.pathname}` &&
      (safe.test(url.protocol + url.hostname) || (allowHttp && url.protocol === "http:")),
    "region or baseUrl",
    "must give an https URL (http for loopback only) without user, query and fragment",
  );
  return url.href.replace(/\/+$/, "");
}
