import { isObject } from "@/lib/core/is-object";
import type { PathStep, SourcePath } from "@/lib/mapping/assignment";

/** A line of the tree: a value, or something with values in it that is open or not. */
export type TreeRow = {
	key: string;
	path: SourcePath;
	label: string;
	value: unknown;
	/** How many values are in it; undefined for a value that holds none. */
	count?: number;
	isOpen: boolean;
};

/** Elements shown of a list: the first ones tell what the others are like. */
const mostElements = 20;
/** So many lines are open at first. */
const firstRows = 40;

export const keyOf = (path: SourcePath): string => JSON.stringify(path);

/** The lines that are shown of a value, in their order, with what is open. */
export function treeRows(value: unknown, open: ReadonlySet<string>, path: SourcePath = []): TreeRow[] {
	return partsOf(value).flatMap(([step, part]) => {
		const inner = [...path, step];
		const key = keyOf(inner);
		const count = countOf(part);
		const isOpen = count !== undefined && count > 0 && open.has(key);
		const row: TreeRow = { key, path: inner, label: String(step), value: part, count, isOpen };
		return isOpen ? [row, ...treeRows(part, open, inner)] : [row];
	});
}

/**
 * What is open at first: from the outside in, and of a list its first element, as long as there is room; of the answers of
 * several requests each.
 */
export function openAtFirst(value: unknown, hasAnswers: boolean): Set<string> {
	const open = new Set<string>();
	let waiting: { value: unknown; path: SourcePath }[] = [{ value, path: [] }];
	let rows = partsOf(value).length;
	while (waiting.length > 0 && rows < firstRows) {
		const next: typeof waiting = [];
		for (const { value: outer, path } of waiting) {
			const isFirstEnough = Array.isArray(outer) && !(hasAnswers && path.length === 1);
			const parts = partsOf(outer).slice(0, isFirstEnough ? 1 : undefined);
			for (const [step, part] of parts) {
				const count = countOf(part) ?? 0;
				if (count === 0 || rows > firstRows) continue;
				const inner = [...path, step];
				open.add(keyOf(inner));
				rows += Math.min(count, mostElements);
				next.push({ value: part, path: inner });
			}
		}
		waiting = next;
	}
	return open;
}

function partsOf(value: unknown): [PathStep, unknown][] {
	if (Array.isArray(value)) return value.slice(0, mostElements).map((part, index) => [index, part]);
	return isObject(value) ? Object.entries(value) : [];
}

function countOf(value: unknown): number | undefined {
	if (Array.isArray(value)) return value.length;
	return isObject(value) ? Object.keys(value).length : undefined;
}
