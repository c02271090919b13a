// The script for every page, which handles reader preferences, copy buttons, and search, and loads Redoc on demand.
import { startReader } from "./reader.js";
import { startRedoc } from "./redoc.js";
import { startSearch } from "./search.js";

startReader();
startSearch();
const root = document.getElementById("redoc");
if (root !== null) startRedoc(root);
