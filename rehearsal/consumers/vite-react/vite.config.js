import react from "@vitejs/plugin-react";

export default {
  plugins: [react()],
  logLevel: "warn",
  // Forwards the page's API requests to the mock. `changeOrigin: false` preserves the `Host` header, because signatures
  // depend on this header.
  preview: { proxy: { "/v1": { target: process.env.VPCEP_BASE_URL, changeOrigin: false } } },
};
