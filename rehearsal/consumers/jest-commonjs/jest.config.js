module.exports = { preset: "ts-jest", testEnvironment: process.env.ENVIRONMENT };
