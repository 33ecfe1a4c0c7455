/** The first of the items, each once however often the very same one is there, and how many there are then. */
export function firstDistinct<Item>(items: readonly Item[], most: number): { shown: Item[]; total: number } {
	const distinct = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
	return { shown: distinct.slice(0, most), total: distinct.length };
}
