import type { Page } from "@playwright/test";

/** The narrowest panel Chrome allows is a little wider. */
export const narrow = { width: 320, height: 720 };

/** What is wider than its place, by name: the page and whatever in it scrolls. */
export function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const scrollers = [
			document.documentElement,
			...document.querySelectorAll(
				"main, #panel-scroller, main details > div, [data-testid=products] > div, [data-testid=follow-ups] > div, dialog, footer",
			),
		];
		return scrollers
			.filter((element) => element.scrollWidth > element.clientWidth)
			.map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`);
	});
}

/** Controls and headings that say nothing, and texts that are the name of a message instead of one. */
export function untranslated(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const silent = [...document.querySelectorAll("h1, h2, label, legend, dt, summary, button, a, option, p")]
			.filter(
				(element) =>
					!(
						element.textContent?.trim() ||
						element.getAttribute("aria-label") ||
						element.matches("[role=status], [aria-live]")
					),
			)
			.map((element) => element.outerHTML.slice(0, 120));
		const raw = document.body.textContent.match(/__MSG_\w+|\$\d|undefined|\[object \w+\]|NaN/g) ?? [];
		return [...silent, ...raw];
	});
}
