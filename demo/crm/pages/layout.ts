import { html } from "hono/html";

const style = `
	:root { color-scheme: light dark; --line: #8884; --quiet: light-dark(#5c6370, #a3aab8); }
	body { margin: 0 auto; padding: 24px 20px 64px; max-width: 860px; font: 16px/1.5 system-ui, sans-serif; }
	header { display: flex; justify-content: space-between; padding-bottom: 12px; border-bottom: 1px solid var(--line); }
	h1 { font-size: 1.6rem; margin: 24px 0 4px; } h2 { font-size: 1.1rem; margin: 32px 0 8px; }
	a { color: light-dark(#0b5d4e, #6fd3bd); } .quiet { color: var(--quiet); }
	dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; } dt { color: var(--quiet); } dd { margin: 0; }
	table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 600; }
	th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); } .number { text-align: right; }
	tr:target, section:target { background: light-dark(#e3f3ee, #16352e); } img { border-radius: 8px; vertical-align: middle; }
`;

/** What `html` of Hono gives: text in which every inserted value is escaped. */
export type Markup = ReturnType<typeof html>;

/** A whole page of the shop's back office. */
export function page(title: string, content: Markup): Markup {
	return html`<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width">
		<title>${title} · Casa Alba CRM</title>
		<style>${style}</style>
	</head>
	<body>
		<header><strong>Casa Alba CRM</strong><span class="quiet">Demo data, no real people</span></header>
		<main><h1>${title}</h1>${content}</main>
	</body>
</html>`;
}

/** "1,234.50 EUR" */
export function money(amount: number, currency: string): string {
	return `${amount.toLocaleString("en-GB", { minimumFractionDigits: 2 })} ${currency}`;
}

/** The day of an ISO 8601 time. */
export function day(time: string): string {
	return time.slice(0, 10);
}

/** Names and values, those without a value left out. */
export function facts(list: readonly (readonly [name: string, value: unknown])[]): Markup {
	const known = list.filter(([, value]) => value !== undefined && value !== "");
	return html`<dl>${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
