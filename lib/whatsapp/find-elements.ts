/** Looks elements up through the registry, the user's own strategies first. */
import type { Reading, SelectorOverrides } from "./facts";
import { type SelectorName, type Strategy, selectors } from "./selectors";

/** The strategy name of everything a user put in by hand. */
export const overrideStrategy = "override";

/** As the page gives it: an array of hundreds of elements would be made at every change. */
export type ElementList = NodeListOf<Element>;

export type Finder = {
	/** One selector for whatever one of a name's strategies finds; overrides that are no valid CSS are left out. */
	select(name: SelectorName): string;
	/** The first element of the first strategy that finds one. */
	first(root: ParentNode, name: SelectorName): Reading<Element> | undefined;
	/** All elements of the first strategy that finds any, in document order. */
	all(root: ParentNode, name: SelectorName): Reading<ElementList> | undefined;
	/** The first strategy whose first element can be read; `read` says undefined to pass on to the next. */
	read<T>(
		root: ParentNode,
		name: SelectorName,
		read: (element: Element, strategy: string) => T | undefined,
	): Reading<T> | undefined;
	/** True when the element itself, or one inside it, is what the name stands for. */
	has(element: Element, name: SelectorName): boolean;
	/** The names with overrides that were skipped; a name the registry does not have counts too. */
	invalidOverrides: string[];
};

/**
 * A finder with the given overrides. They are data from storage: whatever has the wrong shape or is no valid
 * CSS is skipped and listed in `invalidOverrides`, never thrown, so a typing mistake can't stop the reading.
 */
export function createFinder(document: Document, overrides: SelectorOverrides = {}): Finder {
	const invalidOverrides: string[] = [];
	const table = new Map<string, readonly Strategy[]>(Object.entries(selectors));

	for (const [name, list] of Object.entries(overrides)) {
		const builtIn = table.get(name);
		const valid: Strategy[] = [];
		for (const select of [list].flat()) {
			if (builtIn && isSelector(document, select)) {
				valid.push({ name: overrideStrategy, sureness: "likely", select });
			} else if (!invalidOverrides.includes(name)) {
				invalidOverrides.push(name);
			}
		}
		if (builtIn && valid.length > 0) table.set(name, [...valid, ...builtIn]);
	}

	const selects = new Map(
		Array.from(table, ([name, list]) => [name, list.map(({ select }) => select).join()]),
	);
	const select = (name: SelectorName) => selects.get(name) ?? "";

	/** What the first strategy gives that finds something. */
	function search<T>(
		name: SelectorName,
		find: (select: string, strategy: string) => T | undefined,
	): Reading<T> | undefined {
		for (const { name: strategy, sureness, select } of table.get(name) ?? []) {
			const value = find(select, strategy);
			if (value !== undefined) return { value, strategy, sureness };
		}
		return undefined;
	}

	return {
		select,
		invalidOverrides,
		first: (root, name) => search(name, (select) => root.querySelector(select) ?? undefined),
		all: (root, name) =>
			search(name, (select) => {
				const found = root.querySelectorAll(select);
				return found.length > 0 ? found : undefined;
			}),
		read: (root, name, read) =>
			search(name, (select, strategy) => {
				const element = root.querySelector(select);
				return element ? read(element, strategy) : undefined;
			}),
		has: (element, name) => element.matches(select(name)) || element.querySelector(select(name)) !== null,
	};
}

/** Whether a text is CSS that finds elements, alone and joined to another: what is left open would swallow the other. */
export function isSelector(document: Document, select: unknown): select is string {
	if (typeof select !== "string") return false;
	try {
		return document.createElement("x-probe").matches(`${select},x-probe`);
	} catch {
		return false;
	}
}
