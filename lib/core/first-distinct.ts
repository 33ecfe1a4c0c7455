/**
 * The first of the items, each once however often the very same one is there, and how many there are then. `looksOf` gives
 * what makes two the same; of those the first is shown.
 */
export function firstDistinct<Item>(
	items: readonly Item[],
	most: number,
	looksOf: (item: Item) => unknown = (item) => item,
): { shown: Item[]; total: number } {
	const distinct = new Map<string, Item>();
	for (const item of items) {
		const looks = JSON.stringify(looksOf(item));
		if (!distinct.has(looks)) distinct.set(looks, item);
	}
	return { shown: [...distinct.values()].slice(0, most), total: distinct.size };
}
