/** An element of the page's own HTML. Throws when it is not there, which would be a mistake in the page. */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`There is no #${id}.`);
	return element;
}
