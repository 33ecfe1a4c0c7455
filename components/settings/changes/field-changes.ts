import { isObject } from "@/lib/core/is-object";
import { canonicalJson } from "@/lib/settings/items";
import type { MaskedChange } from "@/lib/settings/secrets";

/** What became of one field of an item, or of an item that has no fields. */
export type FieldChange = { field: string; before?: unknown; after?: unknown; secretChanged?: true };

/** The fields in which an item that was there and still is has changed; an item without fields is one field, its last name. */
export function fieldChanges({
	path,
	before,
	after,
	secretChanged,
	secretFields,
}: MaskedChange): FieldChange[] {
	if (!isObject(before) || !isObject(after)) {
		const field = path.slice(path.lastIndexOf(".") + 1);
		return [{ field, before, after, ...(secretChanged && { secretChanged }) }];
	}
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
		const ofSecret = (secretChanged && field === "auth") || secretFields?.includes(field);
		if (!ofSecret && canonicalJson(before[field]) === canonicalJson(after[field])) return [];
		return [
			{
				field,
				before: before[field],
				after: after[field],
				...(ofSecret && { secretChanged: true as const }),
			},
		];
	});
}
