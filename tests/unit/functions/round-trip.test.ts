import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { exportSettings, planImport } from "@/lib/settings/export-file";
import { readPolicy } from "@/lib/settings/policy";
import { defaultSettings } from "@/lib/settings/schema";
import { arbitraryFunctions } from "../../fixtures/settings/arbitrary-settings";
import { createToolWorld } from "../tools/tool-world";

type Written = { endpoint: string; method?: string; auth?: unknown; parameters?: { properties?: object } };

/** The documented forms of a list of functions. */
const forms: Record<string, (functions: object[]) => unknown> = {
	stored: (functions) => functions,
	text: (functions) => JSON.stringify(functions, null, 2),
	wrapped: (functions) =>
		functions.map((one) => {
			const { endpoint, ...inner } = one as Written;
			return { type: "function", function: { ...inner, strict: true }, endpoint };
		}),
	flat: (functions) => ({ tools: functions.map((one) => ({ type: "function", ...one })) }),
	older: (functions) => ({
		functions: functions.map((one) => {
			const { endpoint: url, method, auth, parameters, ...rest } = one as Written;
			const where = { url, ...(method && { method: method.toLowerCase() }), ...(auth ? { auth } : {}) };
			return {
				...rest,
				parameters: {
					type: "object",
					...parameters,
					properties: { ...parameters?.properties, endpoint: where },
				},
			};
		}),
	}),
};

it("a thousand functions, in every form, are stored, exported and come back as they were written", async () => {
	let count = 0;
	while (count < 1_000)
		await fc.assert(
			fc.asyncProperty(
				arbitraryFunctions,
				fc.constantFrom(...Object.keys(forms)),
				async (functions, form) => {
					fc.pre(functions.length > 0);
					count += functions.length;
					const world = createToolWorld();
					const called = await world.call("update_custom_functions", {
						add_function: forms[form]?.(functions),
					});
					expect(called).toMatchObject({ isError: false });

					const read = await world.context().settings.read();
					if (!read.ok) throw new Error(read.failure.reason);
					const stored = read.value.custom_functions;
					expect(stored).toHaveLength(functions.length);
					for (const written of functions)
						expect(stored.find(({ name }) => name === written.name)).toMatchObject(written);

					const file: unknown = JSON.parse(JSON.stringify(exportSettings(read.value, true, 0)));
					const planned = await planImport(file, defaultSettings, readPolicy({}), {
						run: evaluateJob,
					});
					expect(planned.ok && planned.value.settings.custom_functions).toEqual(stored);
				},
			),
			{ numRuns: 100 },
		);
});
