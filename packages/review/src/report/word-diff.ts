import { diffWordsWithSpace } from "diff";

import type { Change } from "./change.js";

/** One segment in a word diff. */
export interface Words {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

// Number of unchanged characters to show next to a change.
const context = 40;
const longestDiff = 1_200;

/** Returns the word diff for a wording change, or undefined for any other change. */
export function wordsOf({ rule, before, after }: Change): Words[] | undefined {
  if (rule !== "description-changed" || before === null || after === null) return undefined;
  if (before === after) return undefined;
  // Collapse whitespace, so that changed line breaks do not appear in the diff.
  const line = (text: string): string => text.replace(/\s+/g, " ").trim();
  const parts = diffWordsWithSpace(line(before), line(after), {
    maxEditLength: 2_000,
    timeout: 500,
  });
  if (parts === undefined) return undefined;
  let length = 0;
  const runs = runsOf(parts);
  return runs.flatMap(({ kind, text: value }, index): Words[] => {
    if (length > longestDiff) return [];
    const text = kind === "same" ? shorten(value, index === 0, index === runs.length - 1) : value;
    length += text.length;
    return [{ kind, text: length > longestDiff ? `${text.slice(0, 200)} …` : text }];
  });
}

/** Merges adjacent changed words and the whitespace between them into one segment. */
function runsOf(parts: readonly { value: string; added?: boolean; removed?: boolean }[]): Words[] {
  const runs: Words[] = [];
  let [removed, added] = ["", ""];
  const end = (): void => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  parts.forEach(({ value, added: isAdded, removed: isRemoved }, index) => {
    const isBetween =
      value.trim() === "" && removed + added !== "" && index < parts.length - 1 && value !== "";
    if (isRemoved) removed += value;
    else if (isAdded) added += value;
    else if (isBetween) [removed, added] = [removed + value, added + value];
    else {
      end();
      runs.push({ kind: "same", text: value });
    }
  });
  end();
  return runs;
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * context) return text;
  const [start, end] = [text.slice(0, context), text.slice(-context)];
  return `${isFirst ? "" : start}…${isLast ? "" : end}`;
}
