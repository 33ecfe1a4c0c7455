import { z } from "@/lib/core/schema";
import { maskUrl } from "@/lib/crm/secret-url";
import { addedFunctionsSchema } from "@/lib/functions/added-functions";
import type { CustomFunction } from "@/lib/functions/definition";
import { secretsSource } from "@/lib/functions/kept-secrets";
import { keepSecrets, maskItem, type SecretsMissing, secretsMissingSentence } from "@/lib/settings/secrets";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";

/** More would make every tool list of the assistant too long to be read by a model. */
export const mostFunctions = 200;

const input = z
	.strictObject({
		add_function: addedFunctionsSchema.optional(),
		remove_function: z.string().describe("The name of the function to remove.").optional(),
	})
	.refine(({ add_function, remove_function }) => add_function || remove_function !== undefined, {
		message: 'Give "add_function" or "remove_function".',
	});

export const updateCustomFunctions: Tool<ToolContext, typeof input> = {
	name: "update_custom_functions",
	description:
		"Adds custom functions, replacing those of the same name, or removes one by name. Both in one call rename it. A masked credential keeps the stored one, for the same server.",
	kind: "mutation",
	hints: { destructive: true, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings }, { add_function: added = [], remove_function: removed }) {
		let refused: string | undefined;
		let stored: CustomFunction[] = [];
		const updated = await settings.update((current) => {
			const before = new Map(
				current.custom_functions.map((definition) => [definition.name, definition] as const),
			);
			const after = new Map(before);
			if (removed !== undefined && !after.delete(removed)) refused = `There is no function "${removed}".`;
			stored = added.flatMap((definition) => {
				const known = secretsSource(definition, current.custom_functions, removed);
				const complete = keepSecrets(definition, known);
				if (complete.ok) return [complete.value];
				refused ??= missingSentence(definition.name, complete.failure);
				return [];
			});
			for (const definition of stored) after.set(definition.name, definition);
			if (after.size > mostFunctions && after.size > before.size)
				refused ??= `There can be ${mostFunctions} functions; this would make ${after.size}.`;
			return refused ? current : { ...current, custom_functions: [...after.values()] };
		}, "update_custom_functions");
		if (!updated.ok) return settingsFailureResult(updated.failure);
		if (refused) return { isError: true, text: `Nothing was changed. ${refused}` };
		const sentences = [
			...(removed !== undefined && !stored.some(({ name }) => name === removed)
				? [`${removed} was removed.`]
				: []),
			...stored.map(({ name, method, endpoint }) => `${name} is now ${method} ${maskUrl(endpoint)}.`),
		];
		return {
			text: sentences.join("\n"),
			data: {
				custom_functions: stored.map((definition) =>
					maskItem(`custom_functions.${definition.name}`, definition),
				),
			},
		};
	},
};

const missingSentence = (name: string, missing: SecretsMissing) =>
	`${name}: ${secretsMissingSentence(missing)}`;
