import type { CustomFunction } from "./definition";

/**
 * The stored function a masked credential stands for: that of the same name, the one it is about to replace, or, for a
 * copy, one that signs in to the same server with the same fields.
 */
export function secretsSource(
	definition: CustomFunction,
	stored: readonly CustomFunction[],
	replaced?: string,
): CustomFunction | undefined {
	const named = (name: string | undefined) => stored.find((one) => one.name === name);
	return named(definition.name) ?? named(replaced) ?? onSameServer(definition, stored);
}

function onSameServer(
	{ endpoint, auth }: CustomFunction,
	stored: readonly CustomFunction[],
): CustomFunction | undefined {
	const names = (fields: object) => Object.keys(fields).toSorted().join();
	return stored.find(
		(one) =>
			auth !== undefined &&
			one.auth?.type === auth.type &&
			names(one.auth.fields) === names(auth.fields) &&
			new URL(one.endpoint).origin === new URL(endpoint).origin,
	);
}
