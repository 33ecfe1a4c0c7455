import { isObject } from "@/lib/core/is-object";
import { masked } from "@/lib/crm/auth-field";

/** Values of credentials, by their names. */
export type TypedSecrets = Readonly<Record<string, string>>;

/** The secrets somebody has typed; stored ones come masked. */
export function typedSecrets({ auth }: Record<string, unknown>): TypedSecrets {
	const { type, fields } = isObject(auth) ? auth : {};
	if (!isObject(fields)) return {};
	return Object.fromEntries(
		Object.entries(fields).filter(
			(field): field is [string, string] =>
				typeof field[1] === "string" &&
				field[1] !== "" &&
				field[1] !== masked &&
				!(type === "basic" && field[0] === "username"),
		),
	);
}

/** A function as its JSON is shown: what is typed is masked as what is stored is. */
export const withMasks = (fields: Record<string, unknown>): Record<string, unknown> =>
	withAuthFields(fields, (name) => (name in typedSecrets(fields) ? masked : undefined));

/** A function as it was written in that JSON, with what its masks stand for. */
export const withSecrets = (fields: Record<string, unknown>, typed: TypedSecrets): Record<string, unknown> =>
	withAuthFields(fields, (name, value) =>
		value === masked && Object.hasOwn(typed, name) ? typed[name] : undefined,
	);

function withAuthFields(
	fields: Record<string, unknown>,
	replacement: (name: string, value: unknown) => string | undefined,
): Record<string, unknown> {
	const { auth } = fields;
	if (!isObject(auth) || !isObject(auth.fields)) return fields;
	const replaced = Object.entries(auth.fields).map(([name, value]) => [
		name,
		replacement(name, value) ?? value,
	]);
	return { ...fields, auth: { ...auth, fields: Object.fromEntries(replaced) } };
}
