/**
 * Keeps what the page uses of a style sheet: rules whose selectors match something, and custom properties that
 * something refers to. Redoc's full sheet is six times larger, mostly properties of parts that are not here.
 * States (`:hover`, `:focus-visible`, …) count as matching when their element is there.
 */
export function pruneCss(sheets: Iterable<CSSStyleSheet>, document: Document): string {
  const rules: string[] = [];
  const isUsed = usedIn(document);
  for (const sheet of sheets) for (const rule of sheet.cssRules) rules.push(...kept(rule, isUsed));
  const inline = [...document.querySelectorAll("[style]")]
    .map((element) => element.getAttribute("style") ?? "")
    .join(";");
  return withoutUnusedProperties(rules, inline).join("\n");
}

type IsUsed = (selector: string) => boolean;

function kept(rule: CSSRule, isUsed: IsUsed): string[] {
  if ("selectorText" in rule)
    return matches(String(rule.selectorText), isUsed) ? [rule.cssText] : [];
  if ("cssRules" in rule && "media" in rule) {
    const inner = [...(rule.cssRules as CSSRuleList)].flatMap((child) => kept(child, isUsed));
    const { mediaText } = rule.media as MediaList;
    return inner.length === 0 ? [] : [`@media ${mediaText}{${inner.join("\n")}}`];
  }
  return [rule.cssText];
}

function matches(selectorText: string, isUsed: IsUsed): boolean {
  return selectorText.split(/,(?![^(]*\))/).some((selector) => {
    const plain = selector
      .replace(/::?(?!root|not|is|where|first|last|nth|only|has)[\w-]+(\([^)]*\))?/g, "")
      .replace(/(html)?\.(dark|light)(?=[\s:.[]|$)/g, "")
      .replace(/^\s*:root/, "html")
      .trim();
    return plain === "" || plain === "html" || isUsed(plain.replace(/[>+~]\s*$/, ""));
  });
}

/**
 * Whether a selector finds anything. Each question makes jsdom read the whole document, so none is asked twice, and
 * none that names a class or an attribute that occurs nowhere.
 */
function usedIn(document: Document): IsUsed {
  const names = new Set<string>();
  for (const element of document.querySelectorAll("*")) {
    for (const name of element.classList) names.add(`.${name}`);
    for (const name of element.getAttributeNames()) names.add(`[${name}`);
  }
  const answers = new Map<string, boolean>();
  const ask = (selector: string): boolean => {
    const named = selector.replaceAll(/"[^"]*"|'[^']*'/g, "").match(/[.[][\w-]+/g) ?? [];
    const all = !/:(not|is|where)\(/.test(selector);
    if (all && named.some((name) => !names.has(name))) return false;
    if (all && named[0] === selector) return true;
    try {
      // "a:has(+ b)" finds something when "a + b" does; jsdom takes seconds for the former.
      return document.querySelector(selector.replace(/:has\(([^(),]*)\)$/, " $1")) !== null;
    } catch {
      return true;
    }
  };
  return (selector) => {
    const answer = answers.get(selector) ?? ask(selector);
    answers.set(selector, answer);
    return answer;
  };
}

const declaration = /(--[\w-]+)\s*:/;

/** Drops declarations of custom properties that nothing refers to, until nothing more falls away. */
function withoutUnusedProperties(rules: string[], inline: string): string[] {
  let current = rules;
  for (;;) {
    const used = new Set(
      [...`${current.join("\n")}\n${inline}`.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]),
    );
    const next = current.map((rule) =>
      rule.replace(/(?<=[{;]\s*)--[\w-]+\s*:(?:[^;{}"']|"[^"]*"|'[^']*')*;?/g, (text) => {
        const name = declaration.exec(text)?.[1];
        return used.has(name) ? text : "";
      }),
    );
    if (next.join("").length === current.join("").length)
      return next.filter((r) => !/\{\s*\}$/.test(r));
    current = next;
  }
}
