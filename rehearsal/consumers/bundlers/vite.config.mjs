const subject = process.env.SUBJECT;

export default {
  logLevel: "warn",
  build: {
    outDir: "out-vite",
    lib: {
      entry: `entry-${subject}.js`,
      formats: ["iife"],
      name: "page",
      fileName: () => `${subject}.js`,
    },
  },
};
