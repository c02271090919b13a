// Collects answers to the questions in tool.ts and prints them as JSON when the program exits.
const answers = {};

/** Runs a step and records the answer to a question. If the step throws an error, the answer is "no". */
export async function answer(question, step) {
  try {
    await step();
    answers[question] = { holds: true };
  } catch (error) {
    answers[question] = { holds: false, note: reasonOf(error) };
  }
}

const reasonOf = (error) =>
  String(error?.message ?? error)
    .split("\n")[0]
    .slice(0, 160);

process.on("exit", () => console.log(`\n${JSON.stringify(answers)}`));

/** Throws an error with the given message if the condition is false. */
export function must(holds, claim) {
  if (!holds) throw new Error(claim);
}

/** Throws an error unless a dereferenced description lists the documented statuses and allows any other string. */
export function valuesOf(api) {
  const [path] = Object.values(api.paths);
  const { schema } = path.get.responses[200].content["application/json"];
  const [known, other] = schema.properties.status.anyOf;
  must(
    known.enum?.join() === "creating,available,failed,deleting",
    "the documented statuses are missing",
  );
  must(other.type === "string" && !("enum" in other), "no other status is allowed");
}

const project = "6e9dfd51d1124e8d8498dce894923a0d";
const service = "4189d3c2-8882-4871-a3c2-d380272eed88";
export const callPath = `/v1/${project}/vpc-endpoint-services/${service}`;

/** A token and a signature. The signature is a placeholder, because these tools check only its format. */
export const credentials = {
  "X-Auth-Token": "mock-token",
  Authorization: "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=0",
};

/** Throws an error unless a server rejects a call without credentials and accepts calls with a token or a signature. */
export async function enforcesCredentials(base) {
  const status = async (headers) => (await fetch(base + callPath, { headers })).status;
  const without = await status({});
  must(without === 401, `a call without credentials returns ${without}`);
  for (const [name, value] of Object.entries(credentials)) {
    const got = await status({ [name]: value });
    must(got === 200, `a call with ${name} returns ${got}`);
  }
}

/** Throws an error unless a call with a token returns an endpoint service. */
export async function answersCall(base) {
  const response = await fetch(base + callPath, { headers: { "X-Auth-Token": "mock-token" } });
  must(response.status === 200, `the response status is ${response.status}`);
  must((await response.json()).status !== undefined, "the body has no status");
}
