import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import { read } from "./subject.js";

function Status() {
  const [status, setStatus] = useState("loading");
  useEffect(() => {
    read(window.location.origin).then(setStatus, (error) => setStatus(String(error)));
  }, []);
  return <output>{status}</output>;
}

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <Status />
  </StrictMode>,
);
