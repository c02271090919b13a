// Creates a self-signed certificate for this machine. Node has no API for creating certificates, and the packages that
// can create certificates are larger than the mock.
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const oid = {
  commonName: "0603550403",
  ecdsaWithSha256: "06082a8648ce3d040302",
  basicConstraints: "0603551d13",
  subjectAltName: "0603551d11",
} as const;

const hex = (text: string): Buffer => Buffer.from(text, "hex");

/** Encodes a value in DER (X.690): tag, length, content. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents: readonly Buffer[]): Buffer => der(0x30, ...contents);
/** Encodes a time as UTCTime, which RFC 5280 requires for dates before 2050. */
const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(date.toISOString().replace(/^..|[-:T]|\.\d+/g, "")));

/** The IPv6 loopback address as bytes. */
const loopback6 = Buffer.concat([Buffer.alloc(15), Buffer.from([1])]);

/**
 * Creates a private key and a certificate for `localhost`, `127.0.0.1`, and `::1`. The certificate expires after 30 days.
 *
 * @returns The key and the certificate in PEM format.
 */
export function makeCertificate(now = new Date()): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const algorithm = sequence(hex(oid.ecdsaWithSha256));
  const name = sequence(
    der(0x31, sequence(hex(oid.commonName), der(0x0c, Buffer.from("@vpcep/mock on localhost")))),
  );
  const yesterday = new Date(now.getTime() - 86_400_000);
  const later = new Date(now.getTime() + 30 * 86_400_000);
  const isAuthority = sequence(
    hex(oid.basicConstraints),
    der(0x01, hex("ff")),
    der(0x04, sequence(der(0x01, hex("ff")))),
  );
  const names = sequence(
    hex(oid.subjectAltName),
    der(
      0x04,
      sequence(
        der(0x82, Buffer.from("localhost")),
        der(0x87, Buffer.from([127, 0, 0, 1])),
        der(0x87, loopback6),
      ),
    ),
  );
  const serial = randomBytes(16);
  // The serial number must be positive and must not start with a zero byte.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const body = sequence(
    der(0xa0, der(0x02, hex("02"))),
    der(0x02, serial),
    algorithm,
    name,
    sequence(time(yesterday), time(later)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(isAuthority, names)),
  );
  const signature = createSign("sha256").update(body).sign(privateKey);
  const certificate = sequence(body, algorithm, der(0x03, hex("00"), signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
  };
}
