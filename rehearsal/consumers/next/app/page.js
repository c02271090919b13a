import * as subject from "../lib/subject.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  return <p>{await subject.read(process.env.VPCEP_BASE_URL)}</p>;
}
