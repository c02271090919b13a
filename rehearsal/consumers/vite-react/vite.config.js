import react from "@vitejs/plugin-react";

export default {
  plugins: [react()],
  logLevel: "warn",
  // Forwards the page's API requests to the mock. Keeps the Host header, because signatures include it.
  preview: { proxy: { "/v1": { target: process.env.VPCEP_BASE_URL, changeOrigin: false } } },
};
