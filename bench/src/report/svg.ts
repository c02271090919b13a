/** Text for an SVG: no character of it becomes markup. */
export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Colours of lines, in order: told apart by people who see no red or green as well. */
export const lineColours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

/** Follows the reader's light or dark mode. */
export const style = `<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; }
.title { font-size: 15px; font-weight: 600; }
.note { font-size: 11px; fill: #59636e; }
.value { fill: #59636e; }
.ground { fill: #ffffff; }
.ours { fill: #0072b2; } .ours-label { font-weight: 600; }
.peer { fill: #b6bec7; }
.whisker { stroke: #1f2328; stroke-width: 2; }
.mark { stroke: #d55e00; stroke-width: 1.5; stroke-dasharray: 4 3; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.line { fill: none; stroke-width: 2.5; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; } .note, .value { fill: #9198a1; } .ground { fill: #0d1117; }
  .ours { fill: #4a9ede; } .peer { fill: #4d5661; } .whisker { stroke: #f0f6fc; } .grid { stroke: #3d444d; }
}
</style>`;
