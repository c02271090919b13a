import react from "@vitejs/plugin-react";

export default {
  plugins: [react()],
  logLevel: "warn",
  // Forwards requests from the page's origin. Keeps the Host header, because signatures include it.
  preview: { proxy: { "/v1": { target: process.env.VPCEP_BASE_URL, changeOrigin: false } } },
};
