export default {
  logLevel: "warn",
  build: {
    outDir: "out-vite",
    lib: { entry: "entry.js", formats: ["iife"], name: "page", fileName: () => "entry.js" },
  },
};
