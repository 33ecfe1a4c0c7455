import { z } from "@/lib/core/schema";

/**
 * The arguments of a tool as JSON Schema (2020-12), for those who call it. Rules zod cannot express there are checked
 * all the same. An input that takes several forms publishes the main one by `.meta({ publishedAs: schema })`.
 */
export function inputJsonSchema(input: z.ZodType): Record<string, unknown> {
	return z.toJSONSchema(input, {
		io: "input",
		unrepresentable: "any",
		override({ zodSchema, jsonSchema }) {
			const { publishedAs } = (z.globalRegistry.get(zodSchema) ?? {}) as { publishedAs?: z.ZodType };
			if (!publishedAs) return;
			delete jsonSchema.publishedAs;
			const { $schema: _, ...published } = inputJsonSchema(publishedAs);
			Object.assign(jsonSchema, published);
		},
	});
}
