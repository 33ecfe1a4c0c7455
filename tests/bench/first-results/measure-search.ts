import type { Page } from "@playwright/test";

/** How long the panel waits for another key (components/hooks/use-typed.ts). */
export const restMs = 150;

export async function openProducts(panel: Page): Promise<void> {
	await panel.getByRole("tab", { name: "Products" }).click();
	await panel.getByTestId("products").waitFor();
}

/**
 * Runs in the panel, and stands alone: Playwright sends its text. Types a query at once and gives the time in ms from
 * when its rest was over until the frame with the first of its products is drawn. Rejects when none comes.
 */
export async function searchProducts({ query, restMs }: { query: string; restMs: number }): Promise<number> {
	const field = document.querySelector<HTMLInputElement>('[data-testid="products"] input[type="search"]');
	if (!field) throw new Error("The products tab has no search field.");
	const first = () => document.querySelector('[data-testid="products"] li')?.textContent ?? "";
	const before = first();
	const painted = new Promise<number>((resolve, reject) => {
		const observer = new MutationObserver(() => {
			if (first() === "" || first() === before) return;
			observer.disconnect();
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(null);
			});
		});
		observer.observe(document, { subtree: true, childList: true, characterData: true });
		setTimeout(() => reject(new Error(`No product was shown for ${query}.`)), 10_000);
	});
	const start = performance.now();
	Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, query);
	field.dispatchEvent(new Event("input", { bubbles: true }));
	return (await painted) - start - restMs;
}

/** Runs in a page of the bare extension, and stands alone. The least that can be done: fetch, write the names, paint. */
export async function bareSearch({
	url,
	token,
	query,
}: {
	url: string;
	token: string;
	query: string;
}): Promise<number> {
	const start = performance.now();
	const response = await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
		body: JSON.stringify({ query, limit: 100 }),
	});
	const { products } = (await response.json()) as { products: { name: string; price: number }[] };
	if (products.length === 0) throw new Error(`No product was found for ${query}.`);
	const list = document.createElement("ul");
	for (const { name, price } of products) {
		const item = document.createElement("li");
		item.textContent = `${name} ${price}`;
		list.append(item);
	}
	document.body.replaceChildren(list);
	return new Promise((resolve) =>
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(performance.now() - start);
			port2.postMessage(null);
		}),
	);
}
