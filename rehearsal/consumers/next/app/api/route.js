import { read } from "../../lib/subject.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json({ status: await read(process.env.VPCEP_BASE_URL) });
}
