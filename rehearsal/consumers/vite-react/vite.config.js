import react from "@vitejs/plugin-react";

export default {
  plugins: [react()],
  logLevel: "warn",
  // The page's own origin passes the requests on. It keeps the host, because signatures cover it.
  preview: { proxy: { "/v1": { target: process.env.VPCEP_BASE_URL, changeOrigin: false } } },
};
