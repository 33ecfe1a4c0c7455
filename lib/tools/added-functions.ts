import { z } from "@/lib/core/schema";
import { customFunctionSchema } from "@/lib/functions/definition";
export const addedFunctionsSchema = z.array(customFunctionSchema);
