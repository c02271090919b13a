// The contract that this version was built from, without its prose. build.ts puts it in.
import type { Contract } from "./mock-options.js";

declare const contractOfThisBuild: Contract;

export const embeddedContract: Contract = contractOfThisBuild;
