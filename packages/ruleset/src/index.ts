import type { RulesetDefinition } from "@stoplight/spectral-core";

import { bodyExemplified } from "./rules/body-exemplified.js";
import { componentNamePascalCase } from "./rules/component-name-pascal-case.js";
import { descriptionInformative } from "./rules/description-informative.js";
import { enumExplained } from "./rules/enum-explained.js";
import { errorBodyShared } from "./rules/error-body-shared.js";
import { errorCodeListed } from "./rules/error-code-listed.js";
import { errorCodesDocumented } from "./rules/error-codes-documented.js";
import { exampleDocumented } from "./rules/example-documented.js";
import { exampleNameKebabCase } from "./rules/example-name-kebab-case.js";
import { exampleOriginStated } from "./rules/example-origin-stated.js";
import { headerNameTrainCase } from "./rules/header-name-train-case.js";
import { leafDescribed } from "./rules/leaf-described.js";
import { leafExemplified } from "./rules/leaf-exemplified.js";
import { operationIdCamelCase } from "./rules/operation-id-camel-case.js";
import { responseDefaultInWords } from "./rules/response-default-in-words.js";
import { responseEnumOpen } from "./rules/response-enum-open.js";
import { responseObjectOpen } from "./rules/response-object-open.js";
import { responseRequestId } from "./rules/response-request-id.js";
import { responseValueNotNull } from "./rules/response-value-not-null.js";
import { wireNameSnakeCase } from "./rules/wire-name-snake-case.js";

/** The house rules: those that no public ruleset states. Each has a section in the README. */
export default {
  rules: {
    "vpcep-leaf-described": leafDescribed,
    "vpcep-leaf-exemplified": leafExemplified,
    "vpcep-description-informative": descriptionInformative,
    "vpcep-body-exemplified": bodyExemplified,
    "vpcep-example-documented": exampleDocumented,
    "vpcep-example-origin-stated": exampleOriginStated,
    "vpcep-operation-id-camel-case": operationIdCamelCase,
    "vpcep-component-name-pascal-case": componentNamePascalCase,
    "vpcep-wire-name-snake-case": wireNameSnakeCase,
    "vpcep-header-name-train-case": headerNameTrainCase,
    "vpcep-example-name-kebab-case": exampleNameKebabCase,
    "vpcep-error-body-shared": errorBodyShared,
    "vpcep-response-request-id": responseRequestId,
    "vpcep-error-codes-documented": errorCodesDocumented,
    "vpcep-error-code-listed": errorCodeListed,
    "vpcep-enum-explained": enumExplained,
    "vpcep-response-enum-open": responseEnumOpen,
    "vpcep-response-object-open": responseObjectOpen,
    "vpcep-response-value-not-null": responseValueNotNull,
    "vpcep-response-default-in-words": responseDefaultInWords,
  },
} satisfies RulesetDefinition;
