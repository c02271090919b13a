import { read } from "./subject.mjs";

export default {
  async fetch(request) {
    return new Response(await read(new URL(request.url).searchParams.get("service")));
  },
};
