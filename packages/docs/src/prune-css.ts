/**
 * Keeps what the page uses of a style sheet: rules whose selectors match something, and custom properties that
 * something refers to. Redoc's full sheet is six times larger, mostly properties of parts that are not here.
 * States (`:hover`, `:focus-visible`, …) count as matching when their element is there.
 */
export function pruneCss(sheets: Iterable<CSSStyleSheet>, document: Document): string {
  const rules: string[] = [];
  for (const sheet of sheets)
    for (const rule of sheet.cssRules) rules.push(...kept(rule, document));
  const inline = [...document.querySelectorAll("[style]")]
    .map((element) => element.getAttribute("style") ?? "")
    .join(";");
  return withoutUnusedProperties(rules, inline).join("\n");
}

function kept(rule: CSSRule, document: Document): string[] {
  if ("selectorText" in rule)
    return matches(String(rule.selectorText), document) ? [rule.cssText] : [];
  if ("cssRules" in rule && "media" in rule) {
    const inner = [...(rule.cssRules as CSSRuleList)].flatMap((child) => kept(child, document));
    const { mediaText } = rule.media as MediaList;
    return inner.length === 0 ? [] : [`@media ${mediaText}{${inner.join("\n")}}`];
  }
  return [rule.cssText];
}

function matches(selectorText: string, document: Document): boolean {
  return selectorText.split(/,(?![^(]*\))/).some((selector) => {
    const plain = selector
      .replace(/::?(?!root|not|is|where|first|last|nth|only|has)[\w-]+(\([^)]*\))?/g, "")
      .replace(/(html)?\.(dark|light)(?=[\s:.[]|$)/g, "")
      .replace(/^\s*:root/, "html")
      .trim();
    if (plain === "" || plain === "html") return true;
    try {
      return document.querySelector(plain.replace(/[>+~]\s*$/, "")) !== null;
    } catch {
      return true;
    }
  });
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
