/** Two versions of a public API description. */
export interface RealContract {
  readonly name: string;
  /** The GitHub repository, as `owner/name`. */
  readonly repository: string;
  readonly file: string;
  readonly base: string;
  readonly head: string;
}

/** Public API descriptions, read from local clones. */
export const realContracts: readonly RealContract[] = [
  {
    name: "Redocly Museum",
    repository: "Redocly/museum-openapi-example",
    file: "openapi.yaml",
    base: "0624581f77e4dec1e7330bbff7abefddbab60826",
    head: "2770b2b2e59832d245c7b0eb0badf6568d7efb53",
  },
  {
    name: "Box",
    repository: "box/box-openapi",
    file: "openapi.json",
    base: "503f80ef480cc84f869ecf9f01facafcaa2b071f",
    head: "c9a878a9824344129881392e2b08f7117201e82e",
  },
  {
    name: "Twilio API 2010",
    repository: "twilio/twilio-oai",
    file: "spec/json/twilio_api_v2010.json",
    base: "dd8163d2ab56ae385e231fc5f62a68235083a717",
    head: "d50069b44ea8cd23141385bdb6db48f16ff75bb5",
  },
  {
    name: "Adyen Checkout 71",
    repository: "Adyen/adyen-openapi",
    file: "json/CheckoutService-v71.json",
    base: "e4d41e211e8755d86f3941517b32e89d89fb5507",
    head: "74fabab0628019206b77c4823776b726345a035d",
  },
  {
    name: "Asana",
    repository: "Asana/openapi",
    file: "defs/asana_oas.yaml",
    base: "ca027fbf7501df9be135a6c3a68dcdf62d595b13",
    head: "fc9f8dcf224efa8e06bfc955d91dd95aac7a398d",
  },
  {
    name: "DigitalOcean",
    repository: "digitalocean/openapi",
    file: "specification/DigitalOcean-public.v2.yaml",
    base: "6b3fb67ae67ac128eb224f414dd05032c39ad868",
    head: "87e82da6548bb4df718745c241b66061185e2d0c",
  },
  {
    name: "Stripe",
    repository: "stripe/openapi",
    file: "openapi/spec3.json",
    base: "e812732f4cff0f6e4315d8d8c7ad0fb80575b137",
    head: "e0123a38b40c8d840b4c0469ac0ee1650b6bfea3",
  },
];
