// What every page runs: the reader's choices, copy buttons, the search, and, on the page that Redoc is on, what
// loads it when a reader first needs it.
import { startReader } from "./reader.js";
import { startRedoc } from "./redoc.js";
import { startSearch } from "./search.js";

startReader();
startSearch();
const root = document.getElementById("redoc");
if (root !== null) startRedoc(root);
